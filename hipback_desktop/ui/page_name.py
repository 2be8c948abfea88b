"""The pages of the window by name."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """A session and the first screens take the window for themselves; the others can be gone to."""

    TODAY = "today"
    LIBRARY = "library"
    HISTORY = "history"
    PROGRESS = "progress"
    SESSION = "session"
    WELCOME = "welcome"

    @property
    def has_navigation(self) -> bool:
        """Whether the bar with the ways to other pages is shown."""
        return self in (PageName.TODAY, PageName.LIBRARY, PageName.HISTORY, PageName.PROGRESS)
