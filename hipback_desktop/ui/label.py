"""A text in one of the roles of the type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from hipback_desktop.ui.type_scale import TypeRole, font_of


def label(text: str = "", role: TypeRole = TypeRole.BODY, tone: str = "text", *, wraps: bool = True) -> QLabel:
    """A label of plain text; ``tone`` is a colour of the style sheet: text, muted, accent, warning or danger."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font_of(role))
    made.setWordWrap(wraps)
    made.setProperty("tone", tone)
    return made


def show_text(shown: QLabel, text: str) -> None:
    """Sets a label's text only when it differs: an unchanged one must cost no layout."""
    if shown.text() != text:
        shown.setText(text)
