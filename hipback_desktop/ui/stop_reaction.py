"""What is said and asked after a reason for stopping, as core.safety has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import StopReason
from hipback_desktop.ui.label import label
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.safety_card import SafetyCard
from hipback_desktop.ui.safety_words import (
    days_list,
    emergency_list,
    settle_list,
    stop_list,
    today_list,
    where_to_get_help,
)
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from hipback_desktop.core.safety import StopReaction


class ReactionBody(QWidget):
    """Words first, then what is asked, then the lists, the most urgent one first."""

    discomfort_given = Signal(int)
    easier_wanted = Signal(bool)

    def __init__(
        self, reason: StopReason, reaction: StopReaction, exercise_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rating: RatingRow | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * SPACE)
        self._rows.addWidget(label(_words_after(reason, exercise_name), TypeRole.BODY_LARGE))
        if reaction.asks_discomfort:
            self._ask_discomfort()
        if reaction.shows_settle:
            self._rows.addWidget(SafetyCard(settle_list(), "accent"))
            self._rows.addWidget(SafetyCard(where_to_get_help()))
        if reaction.shows_where_to_get_help:
            self._rows.addWidget(SafetyCard(emergency_list(), "danger"))
            self._rows.addWidget(SafetyCard(today_list(), "notice"))
            self._rows.addWidget(SafetyCard(days_list(), "notice"))
            self._rows.addWidget(SafetyCard(where_to_get_help()))
        if reaction.shows_stop_list:
            self._rows.addWidget(SafetyCard(stop_list(), "notice"))

    def answers(self, event: QKeyEvent) -> bool:
        """Takes a number where one is asked; whether it was one."""
        return self._rating is not None and self._rating.answers(event)

    def _ask_discomfort(self) -> None:
        rating = self._rating = RatingRow(_("How uncomfortable was it?"), _("not at all"), _("as much as can be"))
        rating.rated.connect(self._on_rated)
        easier = QCheckBox(_("Suggest the easier way next time"))
        easier.toggled.connect(self.easier_wanted)
        self._rows.addWidget(rating)
        self._rows.addWidget(easier)

    def _on_rated(self, value: object) -> None:
        if isinstance(value, int):
            self.discomfort_given.emit(value)


def _words_after(reason: StopReason, exercise_name: str) -> str:
    name = exercise_name or _("this exercise")
    return {
        StopReason.DONE_FOR_NOW: _("See you next time."),
        StopReason.TOO_HARD: _("Good that you stopped. Next time you get the easier way."),
        StopReason.UNCOMFORTABLE: _(
            "Good that you stopped. You can skip an exercise at any time, or do it the easier way."
        ),
        StopReason.SHARP: _(
            "Leave {name} out for now. It will not be suggested until you take it off the list in the settings, under "
            "What suits you; give it a week at least. If it ran down your leg, that is a reason to ask a doctor or a "
            "physiotherapist before you go on."
        ),
        StopReason.NUMB: _(
            "Leave exercise for now, and talk to a professional about it. Look at the first list before anything else. "
            "Strong stretches and rolling will not be suggested for the next days."
        ),
        StopReason.UNWELL: _("Look after yourself first."),
    }[reason].format(name=name)
