"""From a file to accepted records and explained rejections; persons become pseudonyms here."""

from sdash.ingest.read import read
from sdash.ingest.reader import Reader, ReadingStopped
from sdash.ingest.reading import Reading, Reden

__all__ = ["Reader", "Reading", "ReadingStopped", "Reden", "read"]
