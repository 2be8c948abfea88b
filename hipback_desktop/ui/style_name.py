"""The name of the style, apart from all that goes with it: a program in the tray needs no more."""

from __future__ import annotations

from typing import Final

STYLE: Final = "Fusion"
"""The style that follows a style sheet alike on every platform; the application is made with it."""
