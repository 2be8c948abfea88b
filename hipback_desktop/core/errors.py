"""The two families of errors: the world's fault (a sentence for the user) and ours (a report)."""

from __future__ import annotations


class HipbackError(Exception):
    """Base of everything this program raises on purpose."""


class UserError(HipbackError):
    """Something outside the program is not as needed; the text is one sentence with the next action."""


class BugError(HipbackError):
    """This program did something it must never do; worth a report."""
