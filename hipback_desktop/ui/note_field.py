"""A note of several lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of


class NoteField(QPlainTextEdit):
    """Tab goes on to the next control, as everywhere else."""

    def __init__(self, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(note, parent)
        self.setFont(font_of(TypeRole.BODY))
        self.setPlaceholderText(_("A note, if you like"))
        self.setAccessibleName(_("Note"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(11 * SPACE)
