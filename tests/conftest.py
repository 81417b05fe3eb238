"""What every test shares: how Hypothesis runs."""

from hypothesis import settings

# No deadline: a shared machine is slow at times, and that is not what a property test is about.
settings.register_profile("sdash", max_examples=50, deadline=None)
settings.load_profile("sdash")
