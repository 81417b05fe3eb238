"""Wilson's band: how far the part that was seen of few may be from the part of very many."""

from math import sqrt

Z = 1.959963984540054
"""Of the normal distribution: 95 % lies within."""


def band(deel: int, geheel: int) -> tuple[float, float]:
    """Between which shares so many of so many lie, with 95 % confidence (Wilson, 1927)."""
    if not geheel:
        return 0.0, 1.0
    share, extra = min(deel / geheel, 1.0), Z**2 / geheel
    middle = (share + extra / 2) / (1 + extra)
    half = Z * sqrt(share * (1 - share) / geheel + extra / (4 * geheel)) / (1 + extra)
    return max(middle - half, 0.0), min(middle + half, 1.0)
