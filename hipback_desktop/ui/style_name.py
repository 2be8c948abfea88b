"""The name of the style, apart from the colours that go with it."""

from __future__ import annotations

from typing import Final

STYLE: Final = "Fusion"
"""The style that follows a style sheet alike on every platform; the application is made with it."""
