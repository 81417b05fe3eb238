"""Messages and files become accepted records, records become a living warehouse, a query asks
the warehouse, a figure draws the answer, a page tells the story.
"""

__version__ = "0.1.0"
