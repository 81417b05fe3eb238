"""Who may see what, and the one gate that every answer passes."""

from sdash.privacy.gate import Protected, protect
from sdash.privacy.policy import NotAllowed, Policy, policy_for

__all__ = ["NotAllowed", "Policy", "Protected", "policy_for", "protect"]
