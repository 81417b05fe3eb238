"""Where a year ends, how sure that is, and what would have been said before."""
