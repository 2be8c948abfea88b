"""The pages of the window by name."""

from __future__ import annotations

from enum import StrEnum


class PageName(StrEnum):
    """Today, library and history can be gone to; a session and the first screens take the window for themselves."""

    TODAY = "today"
    LIBRARY = "library"
    HISTORY = "history"
    SESSION = "session"
    WELCOME = "welcome"

    @property
    def has_navigation(self) -> bool:
        """Whether the bar with the ways to other pages is shown."""
        return self in (PageName.TODAY, PageName.LIBRARY, PageName.HISTORY)
