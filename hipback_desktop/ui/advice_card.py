"""A card on today's page: what was logged, whom to ask, why it is shown; read, or put off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hipback_desktop.core.advice import Answer, Rule
from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.advice_words import advice_text, advice_words
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of


class AdviceCard(QFrame):
    """``answered`` carries the rule and what was said to it."""

    answered = Signal(object, object)
    help_requested = Signal()

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = advice_words(rule)
        self.setProperty("kind", "notice")
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(f"{words.fact} {advice_text()}")
        title = label(words.title, TypeRole.BODY_LARGE)
        title.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
        self._why = label(words.why, TypeRole.BODY, "muted")
        self._why.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        inside.setSpacing(SPACE)
        for text in (title, label(words.fact), label(advice_text()), self._why):
            inside.addWidget(text)
        inside.addWidget(self._buttons(rule))

    def _buttons(self, rule: Rule) -> QWidget:
        read = push_button(_("I have read it"), "secondary")
        later = push_button(_("Show it in two weeks"), "secondary")
        where = push_button(_("Where to get help"), "quiet")
        why = push_button(_("Why do I see this?"), "quiet")
        read.clicked.connect(lambda: self.answered.emit(rule, Answer.READ))
        later.clicked.connect(lambda: self.answered.emit(rule, Answer.LATER))
        where.clicked.connect(self.help_requested)
        why.setCheckable(True)
        why.toggled.connect(self._why.setVisible)
        line = QWidget()
        flow = FlowLayout(line)
        for button in (read, later, where, why):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            flow.addWidget(button)
        return line
