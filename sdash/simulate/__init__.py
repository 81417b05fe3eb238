"""A fictitious municipality at the size of Borger-Odoorn, as the messages that it would exchange.

The same arguments give the same messages, byte for byte: nothing here reads a clock or the machine.
"""

from sdash.simulate.post import Bericht
from sdash.simulate.schrijven import write
from sdash.simulate.stroom import generate, live

__all__ = ["Bericht", "generate", "live", "write"]
