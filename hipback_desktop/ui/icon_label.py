"""A small icon that stands beside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.exercise_terms import Phase
from hipback_desktop.ui.icons import icon_pixmap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


def tone_colour(theme: Theme, tone: str | Phase) -> str:
    """The colour of a role of the theme, or of a phase."""
    return theme.phases[tone] if isinstance(tone, Phase) else getattr(theme, tone)


class IconLabel(QWidget):
    """One icon in the colour of a role; the text beside it says the same, so a screen reader passes it over."""

    def __init__(
        self,
        name: str,
        tone: str | Phase,
        pixels: int,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._asset = asset
        self.setFixedSize(QSize(pixels, pixels))
        self.show_theme(theme)

    def show_icon(self, name: str, tone: str | Phase) -> None:
        """Another picture for another state."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.show_theme(self._theme)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colour = tone_colour(theme, self._tone)
        self._drawn: QPixmap | None = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            # Drawn when it is seen, at the size it is seen: most icons of a page are below the fold.
            self._drawn = icon_pixmap(self._name, self._colour, self._asset, self.width(), ratio)
        QPainter(self).drawPixmap(0, 0, self._drawn)
