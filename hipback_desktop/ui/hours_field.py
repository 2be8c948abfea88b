"""Hours of the week as a line to type; what cannot be understood is told below it, and counts for nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.hours import OFFICE_HOURS
from hipback_desktop.core.hours_words import hours_from, hours_text, hours_to_keep, kept_hours
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of


class HoursField(QWidget):
    """``changed`` carries the hours as they are kept, once the line is left: half a line may be hours as well.

    The days in the line are those of the person's language.
    """

    changed = Signal(str)

    def __init__(self, longest: int, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self._longest = longest
        self.line = QLineEdit()
        self.line.setFont(font_of(TypeRole.BODY))
        self.line.setAccessibleName(accessible_name)
        self.line.setPlaceholderText(hours_text([OFFICE_HOURS]))
        self.setFocusProxy(self.line)
        self.complaint = label("", TypeRole.CAPTION, "danger")
        self.complaint.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(SPACE // 2)
        down.addWidget(self.line)
        down.addWidget(self.complaint)
        self.line.textEdited.connect(lambda: self._show_complaint(""))
        self.line.editingFinished.connect(self._on_left)

    def value(self) -> str:
        """The last hours that were understood, as they are kept."""
        return self._value

    def show_value(self, value: str) -> None:
        """Shows hours that were kept without telling anyone; what is being typed is left alone."""
        self._value = value
        if self.line.hasFocus() and self.line.isModified():
            return
        self._show_complaint("")
        hours = kept_hours(value)
        if self._fault() or hours_from(self.line.text()) != hours:
            self.line.setText(hours_text(hours))

    def setAccessibleDescription(self, description: str) -> None:
        self.line.setAccessibleDescription(description)

    def hideEvent(self, event: QHideEvent) -> None:
        """The window may be closed while the keyboard is in the line."""
        self._on_left()
        super().hideEvent(event)

    def _on_left(self) -> None:
        fault = self._fault()
        self._show_complaint(fault)
        if fault or not self.line.isModified():
            return
        self.line.setModified(False)
        value = hours_to_keep(hours_from(self.line.text()))
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _fault(self) -> str:
        """Why the line is not understood; empty when it is."""
        try:
            hours = hours_from(self.line.text())
        except UserError as error:
            return str(error)
        return "" if len(hours_to_keep(hours)) <= self._longest else _("These are too many hours; leave some out.")

    def _show_complaint(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
