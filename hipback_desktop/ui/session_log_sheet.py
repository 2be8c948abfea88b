"""After a session: how it was, in fifteen seconds or not at all."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import ComfortLog
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.sharp_question import SharpQuestion
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

LONGEST_NOTE: Final = 500
_EASY_TO: Final = 3
_RIGHT_TO: Final = 6


def effort_word(effort: int) -> str:
    """Easy, right or hard (evidence.md §14.4)."""
    if effort <= _EASY_TO:
        return _("easy")
    return _("right") if effort <= _RIGHT_TO else _("hard")


class SessionLogSheet(Sheet):
    """Three numbers, yes or no, a note; ``logged`` carries a ComfortLog with what was answered.

    At first no number has the keyboard: an arrow or Space pressed for the session that ends must not answer anything.
    """

    logged = Signal(object)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How was it?"), parent)
        self.body.setSpacing(SPACE + SPACE // 2)
        self._before: int | None = None
        self._done = self.add_words("", tone="muted")
        self._stiffness = RatingRow(_("Stiffness now"), _("not at all"), _("as stiff as can be"))
        self._discomfort = RatingRow(_("Discomfort now"), _("none"), _("very strong"))
        self._effort = RatingRow(_("Effort"), _("easy"), _("hard"), effort_word)
        self._rows = (self._stiffness, self._discomfort, self._effort)
        for row in self._rows:
            self.body.addWidget(row)
        self.set_first(self)
        self._sharp = SharpQuestion()
        self.body.addWidget(self._sharp)
        self._advice = self.add_words(
            _(
                "Leave that exercise out for now. If it ran down your leg, that is a reason to ask a doctor or a "
                "physiotherapist before you go on."
            ),
            tone="danger",
        )
        self._note = QLineEdit()
        self.body.addWidget(self._note)
        self._set_up_note()
        self._connect()
        self.show_session("", None)

    def show_session(self, summary: str, stiffness_before: int | None) -> None:
        """Empty answers for a session just done; ``summary`` is a line such as “Quick release, 9 of 10 minutes”."""
        self._before = stiffness_before
        parts = [summary]
        if stiffness_before is not None:
            parts.append(_("Stiffness before: {number}.").format(number=stiffness_before))
        self._done.setText(" ".join(filter(None, parts)))
        self._done.setVisible(bool(self._done.text()))
        for row in self._rows:
            row.show_value(None)
        self._sharp.show_value(None)
        self._note.clear()
        self._advice.hide()
        self.take_focus()

    def value(self) -> ComfortLog:
        """What was answered so far."""
        return ComfortLog(
            stiffness_before=self._before,
            stiffness_after=self._stiffness.value(),
            discomfort=self._discomfort.value(),
            effort=self._effort.value(),
            felt_sharp=self._sharp.value(),
            note=self._note.text().strip(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_at_first = self.window().focusWidget() is self
        if not self._sharp.answers(event.key()) and not (is_at_first and self._stiffness.answers(event)):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for row, below in zip(self._rows, (*self._rows[1:], self._sharp), strict=True):
            row.answered_by_key.connect(lambda below=below: below.setFocus(Qt.FocusReason.TabFocusReason))
        self._sharp.changed.connect(self._on_sharp)
        save = push_button(_("Save"), "primary")
        skip = push_button(_("Skip"), "quiet")
        skip.setAccessibleDescription(_("Escape does the same."))
        save.clicked.connect(lambda: self.logged.emit(self.value()))
        skip.clicked.connect(self.left)
        self.left.connect(self.skipped)
        self.add_keys(self.add_buttons(save, skip), _("Keys: 0 to 9, T for ten, Y or N, Enter saves, Esc skips"))

    def _on_sharp(self) -> None:
        self._advice.setVisible(self._sharp.value() is True)

    def _set_up_note(self) -> None:
        self._note.setPlaceholderText(_("A note, if you like"))
        self._note.setAccessibleName(_("Note"))
        self._note.setMaxLength(LONGEST_NOTE)
        self._note.setFont(font_of(TypeRole.BODY))
