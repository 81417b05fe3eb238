"""A longer run of the properties: pytest tests/properties --hypothesis-profile deep."""

from hypothesis import settings

settings.register_profile("deep", max_examples=3000, deadline=None)
