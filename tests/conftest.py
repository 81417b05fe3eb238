"""What every test shares: how Hypothesis runs."""

from hypothesis import Phase, settings

# No deadline: a shared machine is slow at times, and that is not what a property test is about.
# No explaining: it runs a failing history many times more than finding and shrinking it took.
PHASES = [phase for phase in Phase if phase is not Phase.explain]

settings.register_profile("sdash", max_examples=50, deadline=None, phases=PHASES)
settings.load_profile("sdash")
