"""An independent calculation of the figures, and what tests need to write messages for it."""
