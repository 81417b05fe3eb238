"""A longer run of the properties: pytest tests/properties --hypothesis-profile deep."""

from hypothesis import settings

settings.register_profile("deep", settings.get_profile("sdash"), max_examples=3000)
