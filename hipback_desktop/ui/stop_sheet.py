"""After Stop: why, if one likes to say, and what follows from it. The session is over and kept already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import StopReason
from hipback_desktop.core.safety import STOP_REACTIONS
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.numbered_choices import NumberedChoices
from hipback_desktop.ui.reading_sheet import ReadingSheet
from hipback_desktop.ui.stop_reaction import ReactionBody


def reason_text(reason: StopReason) -> str:
    """A reason as people read it."""
    return {
        StopReason.DONE_FOR_NOW: _("Done for now"),
        StopReason.TOO_HARD: _("Too hard"),
        StopReason.UNCOMFORTABLE: _("Uncomfortable"),
        StopReason.SHARP: _("Sharp, shooting or spreading"),
        StopReason.NUMB: _("Numb, tingling or weak"),
        StopReason.UNWELL: _("Dizzy or unwell"),
    }[reason]


class StopSheet(ReadingSheet):
    """``reason_chosen`` comes at once; ``closed`` says that the sheet can go, with an answer or without."""

    reason_chosen = Signal(StopReason)
    discomfort_given = Signal(int)
    easier_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._exercise_name = ""
        self._reaction: ReactionBody | None = None
        self._question = self.add_words("")
        self._reasons = NumberedChoices([(reason, reason_text(reason)) for reason in StopReason])
        self._reasons.chosen.connect(self._on_reason)
        self.body.addWidget(self._reasons)
        self.set_first(self._reasons.buttons[0])
        self._reaction_place = QVBoxLayout()
        self.body.addLayout(self._reaction_place)
        self._close = push_button(_("Close"), "secondary")
        self._close.clicked.connect(self.closed)
        self._keys = self.add_keys(self.add_buttons(self._close), _("Keys: the numbers answer, Esc closes"))
        self.left.connect(self.closed)
        self.show_stopped("")

    def show_stopped(self, exercise_name: str) -> None:
        """Asks anew; the exercise that was under way is named where it matters."""
        self._exercise_name = exercise_name
        self._take_reaction_out()
        self.show_title(_("Stopped. Your session is kept."))
        self._question.setText(_("Would you like to say why? You need not."))
        self._question.show()
        self._reasons.show()
        self._keys.show()
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._answers(event):
            super().keyPressEvent(event)

    def _answers(self, event: QKeyEvent) -> bool:
        """A number is the reason, and then how uncomfortable it was."""
        return self._reasons.takes_key(event) or (self._reaction is not None and self._reaction.answers(event))

    def _on_reason(self, reason: StopReason) -> None:
        self.reason_chosen.emit(reason)
        if reason is StopReason.DONE_FOR_NOW:
            self.closed.emit()
            return
        self._question.hide()
        self._reasons.hide()
        self._keys.setVisible(STOP_REACTIONS[reason].asks_discomfort)
        self.show_title(reason_text(reason))
        self._reaction = ReactionBody(reason, STOP_REACTIONS[reason], self._exercise_name)
        self._reaction.discomfort_given.connect(self.discomfort_given)
        self._reaction.easier_wanted.connect(self.easier_wanted)
        self._reaction_place.addWidget(self._reaction)
        self._reaction.show()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_top()

    def _take_reaction_out(self) -> None:
        if self._reaction is not None:
            self._reaction_place.removeWidget(self._reaction)
            self._reaction.hide()
            self._reaction.deleteLater()
            self._reaction = None
