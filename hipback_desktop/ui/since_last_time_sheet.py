"""At the next start: how it was since last time. One key answers, one key leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import SinceLastTime
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.numbered_choices import NumberedChoices
from hipback_desktop.ui.sheet import Sheet


def answer_text(answer: SinceLastTime) -> str:
    """An answer as people read it."""
    return {
        SinceLastTime.BETTER: _("Better"),
        SinceLastTime.SAME: _("The same"),
        SinceLastTime.SORE_BUT_SETTLED: _("Sore, but settled within a day"),
        SinceLastTime.WORSE: _("Worse for more than a day"),
    }[answer]


class SinceLastTimeSheet(Sheet):
    """``answered`` comes at once; after “worse” a sentence is read first, then ``finished`` says the sheet can go."""

    answered = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How was it since last time?"), parent)
        self._answers = NumberedChoices([(answer, answer_text(answer)) for answer in SinceLastTime])
        self._answers.chosen.connect(self._on_answered)
        self.body.addWidget(self._answers)
        self.set_first(self._answers.buttons[0])
        self._advice = self.add_words(
            _(
                "Thanks, then today is one step easier. As a rule, what you did should have settled by the next day; "
                "if it has not, do less next time. If it keeps getting worse, or worries you, ask a doctor or a "
                "physiotherapist."
            )
        )
        self._go_on = push_button(_("Go on"), "primary")
        self._skip = push_button(_("Skip"), "quiet")
        self._go_on.clicked.connect(self.finished)
        self._skip.clicked.connect(self.left)
        self.add_buttons(self._go_on, self._skip)
        self.left.connect(self.finished)
        self.show_question()

    def show_question(self) -> None:
        """Asks anew."""
        self._show_asking(asks=True)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answers.takes_key(event):
            super().keyPressEvent(event)

    def _show_asking(self, *, asks: bool) -> None:
        self._answers.setVisible(asks)
        self._skip.setVisible(asks)
        self._advice.setVisible(not asks)
        self._go_on.setVisible(not asks)

    def _on_answered(self, answer: SinceLastTime) -> None:
        self.answered.emit(answer)
        if answer is SinceLastTime.WORSE:
            self._show_asking(asks=False)
            self._go_on.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()
