"""Student's t: how far a mean of few may be from what it is a mean of."""

from math import exp, lgamma, log

TINY = 1e-300
STEPS = 500
HALVINGS = 200


def quantile(kans: float, vrijheid: float) -> float:
    """The t below which a part `kans` (a half or more, less than one) of all values lies."""
    low, high = 0.0, 1.0
    while _below(high, vrijheid) < kans:
        high *= 2
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, vrijheid) < kans else (low, middle)
    return (low + high) / 2


def _below(t: float, vrijheid: float) -> float:
    """The part of all values below a t of zero or more."""
    return 1 - _incomplete(vrijheid / 2, 0.5, vrijheid / (vrijheid + t * t)) / 2


def _incomplete(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, on the side where its fraction converges fast."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete(b, a, 1 - x)
    if x <= 0:
        return 0.0
    ahead = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    return ahead * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """Its continued fraction, by the method of Lentz."""
    c, d = 1.0, 1 / _large(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        before = found
        for term in (even, odd):
            d = 1 / _large(1 + term * d)
            c = _large(1 + term / c)
            found *= c * d
        if abs(found - before) <= abs(found) * 1e-16:
            break
    return found


def _large(value: float) -> float:
    return value if abs(value) > TINY else TINY
