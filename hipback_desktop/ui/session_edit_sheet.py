"""What was kept of a session, put right: its day and time, the answers, the note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.note_field import NoteField
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.session_log_sheet import effort_word
from hipback_desktop.ui.sharp_question import SharpQuestion
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.stop_reason_field import StopReasonField
from hipback_desktop.ui.type_scale import SPACE
from hipback_desktop.ui.when_field import WhenField

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.ui.theme import Theme


class SessionEditSheet(Sheet):
    """``saved`` carries when the session began and its comfort log; what was not touched stays as it was."""

    saved = Signal(object, object)

    def __init__(
        self,
        record: SessionRecord,
        today: date,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Change {name}").format(name=record.name), parent)
        self.body.setSpacing(SPACE + SPACE // 2)
        self._log = log = record.log
        self._when = WhenField(record.started_at, today)
        stiff = _("not at all"), _("as stiff as can be")
        self._ratings = {
            "stiffness_before": RatingRow(_("Stiffness before"), *stiff),
            "stiffness_after": RatingRow(_("Stiffness after"), *stiff),
            "discomfort": RatingRow(_("Discomfort"), _("none"), _("very strong")),
            "effort": RatingRow(_("Effort"), _("easy"), _("hard"), effort_word),
        }
        self._sharp = SharpQuestion()
        self._sharp.show_value(log.felt_sharp)
        self._reason = StopReasonField(log.stop_reason, theme, asset)
        self._note = NoteField(log.note)
        self.body.addWidget(self._when)
        for name, row in self._ratings.items():
            row.show_value(getattr(log, name))
            self.body.addWidget(row)
        self.body.addWidget(self._sharp)
        self.body.addWidget(self._reason)
        self._reason.setHidden(log.stop_reason is None)  # it is asked after Stop alone
        self.add_words(_("Backspace takes an answer back."), tone="muted")
        self.body.addWidget(self._note)
        self.set_first(self._when)
        save, leave = push_button(_("Save"), "primary"), push_button(_("Cancel"), "quiet")
        save.clicked.connect(self._on_save)
        leave.clicked.connect(self.left)
        self.add_buttons(save, leave)

    def _on_save(self) -> None:
        ratings: dict[str, Any] = {name: row.value() for name, row in self._ratings.items()}
        # a note that was not touched keeps its spaces and line ends
        note = self._log.note if self._note.toPlainText() == self._log.note else self._note.toPlainText().strip()
        answers = replace(
            self._log, **ratings, felt_sharp=self._sharp.value(), stop_reason=self._reason.value(), note=note
        )
        self.saved.emit(self._when.value(), answers)
