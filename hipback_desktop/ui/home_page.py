"""Today: the routine suggested, then all of them, the last one used first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.advice_card import AdviceCard
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.figure_pictures import FigurePictures
from hipback_desktop.ui.figure_slot import no_figure
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.only_breaks_card import OnlyBreaksCard
from hipback_desktop.ui.resume_sheet import ResumeSheet, ResumeView
from hipback_desktop.ui.routine_card import RoutineCard
from hipback_desktop.ui.routine_facts import RoutineCardView
from hipback_desktop.ui.suggestion_card import SuggestionCard
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.advice import Rule
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the page shows."""

    greeting: str
    suggestion: RoutineCardView | None
    suggestion_reason: str
    routines: tuple[RoutineCardView, ...]
    last_used_id: str | None = None
    resume: ResumeView | None = None
    week_line: str = ""
    """Beside the way to the goals; empty where there are none."""
    absence_line: str = ""
    """What the last absence of today was taken for."""
    advice: Rule | None = None
    only_breaks: bool = False
    """Nothing but a sitting break is offered, as the person wished."""
    reminds_after: int | None = None
    """The minutes of sitting after which a break is offered by itself; None when none is."""

    @property
    def ordered(self) -> tuple[RoutineCardView, ...]:
        """The routines, the last one used first."""
        return tuple(sorted(self.routines, key=lambda routine: routine.id != self.last_used_id))


class HomePage(QWidget):
    """Start stands under the cursor: Enter begins today's routine."""

    start_requested = Signal(str)
    continue_requested = Signal()
    keep_requested = Signal()
    own_change_requested = Signal()
    screens_requested = Signal()
    reminder_wanted = Signal()
    advice_answered = Signal(object, object)
    help_requested = Signal()
    goals_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        asset: Callable[[str], Path],
        figure: FigurePainter = no_figure,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = FigurePictures(figure, theme, asset, self)
        self._theme = theme
        self._asset = asset
        self._view: HomeView | None = None
        self._resume: ResumeSheet | None = None
        self._suggestion: SuggestionCard | None = None
        self._cards: list[RoutineCard] = []
        self._shown = QWidget()
        self._column = Column()
        self._column.content.addWidget(self._shown)
        self._column.content.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def show_home(self, view: HomeView) -> None:
        """Shows what is new, if anything is; the keyboard stays at its routine, or goes to where it began."""
        if view == self._view:
            return
        self._view = view
        had_focus = self._has_keyboard()
        held = next((card.view.id for card in self._cards if card.hasFocus()), None)
        before, self._shown = self._shown, QWidget()
        self._resume, self._suggestion, self._cards = None, None, []
        stack = QVBoxLayout(self._shown)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2 * SPACE)
        self._add_head(stack, view)
        if view.advice is not None:
            stack.addWidget(self._advice_card(view.advice))
        if view.resume is not None:
            stack.addWidget(self._resume_sheet(view.resume))
        if view.only_breaks:
            only_breaks = OnlyBreaksCard(view.reminds_after)
            only_breaks.reminder_wanted.connect(self.reminder_wanted)
            only_breaks.change_requested.connect(self.screens_requested)
            stack.addWidget(only_breaks)
        if view.suggestion is not None:
            stack.addWidget(self._suggestion_card(view.suggestion, view.suggestion_reason))
        if not view.only_breaks:
            self._add_routines(stack, view)
        self._column.content.replaceWidget(before, self._shown)
        self._shown.show()  # otherwise the layout does so later, and until then nothing can take the keyboard
        before.hide()
        before.deleteLater()
        card = next((card for card in self._cards if card.view.id == held), None)
        if card is not None:
            card.setFocus()
        elif had_focus:
            self.take_focus()

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        self._theme = theme
        self._pictures.show_theme(theme)
        show_theme_inside(self, theme)

    def take_focus(self) -> None:
        """Puts the keyboard on what is most likely wanted: going on, else today's Start, else the first routine."""
        if self._resume is not None:
            self._resume.take_focus()
        elif self._suggestion is not None:
            self._suggestion.take_focus()
        elif self._cards:
            self._cards[0].setFocus()
        self._column.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def _has_keyboard(self) -> bool:
        """True unless the page is hidden or something over it is being asked."""
        holder = self.window().focusWidget()
        return self.isVisible() and (holder is None or self.isAncestorOf(holder))

    def _add_head(self, stack: QVBoxLayout, view: HomeView) -> None:
        head = QVBoxLayout()
        head.setSpacing(SPACE // 2)
        head.addWidget(label(view.greeting, TypeRole.HEADLINE))
        if view.week_line:
            head.addLayout(self._week(view.week_line))
        if view.absence_line:
            head.addWidget(label(view.absence_line, TypeRole.BODY, "muted"))
        stack.addLayout(head)
        stack.addSpacing(SPACE)

    def _week(self, line: str) -> QHBoxLayout:
        """How the week stands, and the way to its goals."""
        goals = push_button(_("Goals"), "quiet")
        goals.setAccessibleDescription(_("On how many days of the week to stretch and to strengthen."))
        goals.clicked.connect(self.goals_requested)
        week = QHBoxLayout()
        week.setSpacing(SPACE)
        week.addWidget(label(line, TypeRole.BODY, "muted", wraps=False))
        week.addWidget(goals)
        week.addStretch(1)
        return week

    def _add_routines(self, stack: QVBoxLayout, view: HomeView) -> None:
        stack.addSpacing(2 * SPACE)
        if not view.routines:
            stack.addWidget(label(_("There are no routines yet."), TypeRole.BODY_LARGE, "muted"))
            return
        stack.addWidget(label(_("All routines"), TypeRole.TITLE))
        for routine in view.ordered:
            card = RoutineCard(routine, routine.id == view.last_used_id, self._theme, self._asset, self._pictures)
            card.start_requested.connect(self.start_requested)
            card.unfolded.connect(partial(self._on_unfolded, card))
            card.moved.connect(partial(self._on_moved_from, card))
            self._cards.append(card)
            stack.addWidget(card)

    def _advice_card(self, rule: Rule) -> AdviceCard:
        card = AdviceCard(rule)
        card.answered.connect(self.advice_answered)
        card.help_requested.connect(self.help_requested)
        return card

    def _resume_sheet(self, view: ResumeView) -> ResumeSheet:
        self._resume = ResumeSheet(self._theme, self._asset)
        self._resume.show_resume(view)
        self._resume.continue_requested.connect(self.continue_requested)
        self._resume.keep_requested.connect(self.keep_requested)
        return self._resume

    def _suggestion_card(self, view: RoutineCardView, reason: str) -> SuggestionCard:
        self._suggestion = SuggestionCard(view, reason, self._theme, self._asset, self._pictures)
        self._suggestion.start_requested.connect(self.start_requested)
        self._suggestion.change_requested.connect(self.own_change_requested)
        self._suggestion.moved.connect(lambda step: self._on_moved(0 if step > 0 else -1))
        return self._suggestion

    def _on_unfolded(self, card: RoutineCard) -> None:
        """Shows what is in a routine, as far as there is room below its name."""
        self._shown.updateGeometry()
        QTimer.singleShot(0, card, partial(self._column.ensureWidgetVisible, card, 0, 2 * SPACE))

    def _on_moved_from(self, card: RoutineCard, step: int) -> None:
        self._on_moved(self._cards.index(card) + step)

    def _on_moved(self, place: int) -> None:
        """Goes to a card by its place; above the first one is today's routine."""
        if 0 <= place < len(self._cards):
            self._cards[place].setFocus()
        elif place < 0:
            self.take_focus()
