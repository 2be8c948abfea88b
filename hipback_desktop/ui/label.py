"""A text in one of the roles of the type scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from hipback_desktop.ui.type_scale import TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDLESS: Final = 1 << 20
_MEASURED: Final = 8
"""So many of the longest texts may be the highest; a year has a text for each day."""


def label(text: str = "", role: TypeRole = TypeRole.BODY, tone: str = "text", *, wraps: bool = True) -> QLabel:
    """A label of plain text; ``tone`` is a colour of the style sheet: text, muted, accent, warning or danger."""
    made = QLabel(text)
    _dress(made, role, tone, wraps=wraps)
    return made


def show_text(shown: QLabel, text: str) -> None:
    """Sets a label's text only when it differs: an unchanged one must cost no layout."""
    if shown.text() != text:
        shown.setText(text)


class SteadyLabel(QLabel):
    """As high as the highest text it may come to show, so that nothing below it moves when it changes."""

    def __init__(self, role: TypeRole, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _dress(self, role, tone, wraps=True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._texts: tuple[str, ...] = ()
        self._heights: dict[int, int] = {}  # of the highest, for each width that layouts ask for dozens of times

    def give_room(self, texts: Iterable[str]) -> None:
        """For each of these."""
        wanted = tuple(sorted(set(texts), key=lambda text: (len(text), text))[-_MEASURED:])
        if wanted != self._texts:
            self._texts = wanted
            self._heights.clear()
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room = QRect(0, 0, width, _ENDLESS)
            measure = self.fontMetrics()
            heights = (measure.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in self._texts)
            self._heights[width] = max(heights, default=0)
        return max(super().heightForWidth(width), self._heights[width])


def _dress(shown: QLabel, role: TypeRole, tone: str, *, wraps: bool) -> None:
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setFont(font_of(role))
    shown.setWordWrap(wraps)
    shown.setProperty("tone", tone)
