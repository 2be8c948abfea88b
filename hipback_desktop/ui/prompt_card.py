"""What a prompt for a break holds: the figure of its first exercise, why it comes, and the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hipback_desktop.core.break_words import answer_text, snooze_text, way_to_keys
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.prompt import Answer
from hipback_desktop.ui.figure_slot import FigureSlot
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.break_views import BreakPromptView
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme

_WIDTH: Final = 54 * SPACE
_LARGE_WIDTH: Final = 90 * SPACE
_FIGURE: Final = 15 * SPACE
_LARGE_FIGURE: Final = 40 * SPACE


class PromptCard(QWidget):
    """One prompt; another one is another card. ``is_large`` is for a whole screen."""

    answered = Signal(Answer)
    snoozed = Signal(int)

    def __init__(
        self,
        view: BreakPromptView,
        theme: Theme,
        asset: Callable[[str], Path],
        figure: FigurePainter,
        *,
        is_large: bool = False,
    ) -> None:
        super().__init__()
        self._is_large = is_large
        self._answers: dict[QPushButton, str] = {}
        self.headline = label(view.headline, TypeRole.HEADLINE if is_large else TypeRole.TITLE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * SPACE if is_large else SPACE)
        whole.addLayout(self._offer(view, theme, asset, figure))
        whole.addSpacing(SPACE)
        whole.addLayout(self._main_answers())
        whole.addLayout(self._other_answers(view))
        self._way = label(way_to_keys(), TypeRole.CAPTION, "muted")
        whole.addWidget(self._way)
        # Its words wrap, but those of its buttons cannot: in a language of longer ones it is wider.
        self.setFixedWidth(max(_LARGE_WIDTH if is_large else _WIDTH, whole.minimumSize().width()))

    def accept_answers(self, accepts: bool) -> None:
        """Whether the answers can be given; dead ones look it."""
        for button in self._answers:
            button.setEnabled(accepts)

    def take_keyboard(self) -> None:
        """The first answer has the focus, and those with a letter of their own show it."""
        self._way.setText("")
        self._way.setVisible(self._is_large)  # its place is kept only in the middle of a screen, where all would move
        for button, text in self._answers.items():
            button.setText(text)
        if not any(button.hasFocus() for button in self._answers):
            next(iter(self._answers)).setFocus(Qt.FocusReason.TabFocusReason)

    def answers(self) -> tuple[QPushButton, ...]:
        """The buttons in their order."""
        return tuple(self._answers)

    def _offer(
        self, view: BreakPromptView, theme: Theme, asset: Callable[[str], Path], figure: FigurePainter
    ) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(label(view.sentence, self._role(), "muted"))
        words.addSpacing(SPACE)
        words.addWidget(self._content(view))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE if self._is_large else 2 * SPACE)
        if view.exercise is not None:
            picture = FigureSlot(view.exercise, figure, theme, asset)
            side = _LARGE_FIGURE if self._is_large else _FIGURE
            picture.setFixedSize(side, side)
            row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _content(self, view: BreakPromptView) -> QLabel:
        content = label(view.content_text, self._role(), "accent")
        if view.exercise is not None:
            content.setToolTip(_("Begins with: {exercise}").format(exercise=view.exercise.name))
        return content

    def _main_answers(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._answer(Answer.START, "primary"), 1)
        row.addWidget(self._answer(Answer.WALK, "secondary"), 1)
        row.addWidget(self._answer(Answer.STAND, "secondary"), 1)
        return row

    def _other_answers(self, view: BreakPromptView) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        if view.offers_snooze:
            later = label(_("Later:"), self._role(), "muted", wraps=False)
            row.addWidget(later)
            for minutes in view.snooze_minutes:
                row.addWidget(self._snooze(minutes))
        row.addStretch(1)
        row.addWidget(self._answer(Answer.SKIP, "secondary" if self._is_large else "quiet"))
        return row

    def _answer(self, answer: Answer, kind: str) -> QPushButton:
        button = self._button(answer_text(answer), kind)
        button.clicked.connect(lambda: self.answered.emit(answer))
        return button

    def _snooze(self, minutes: int) -> QPushButton:
        button = self._button(_("{minutes} min").format(minutes=minutes), "quiet")
        button.setAccessibleName(snooze_text(minutes))
        button.clicked.connect(lambda: self.snoozed.emit(minutes))
        return button

    def _button(self, text: str, kind: str) -> QPushButton:
        # Without the letter that Alt goes with: until the prompt has the keyboard it would promise what it cannot do.
        button = push_button(text.replace("&", ""), kind, self._role())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._answers[button] = text
        return button

    def _role(self) -> TypeRole:
        return TypeRole.BODY_LARGE if self._is_large else TypeRole.BODY
