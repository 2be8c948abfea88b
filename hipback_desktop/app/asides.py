"""What stands beside the sessions on today's page: the cards about what was logged, and the goals of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.core import advice

if TYPE_CHECKING:
    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.clock import Clock
    from hipback_desktop.ui.main_window import MainWindow
    from hipback_desktop.ui.sheet import Sheet


class Asides(QObject):
    """Answers go to the settings at once."""

    def __init__(
        self, window: MainWindow, archive: Archive, person: Person, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._archive = archive
        self._person = person
        self._clock = clock
        window.advice_answered.connect(self._on_answered)
        window.help_requested.connect(self._show_help)
        window.goals_requested.connect(self.show_goals)

    def card(self) -> advice.Rule | None:
        """The card that is due."""
        now = self._clock.now()
        records = self._archive.store.records(since=now - advice.LOOKS_BACK)
        return advice.due_card(records, advice.answered_of(self._person.settings), now.date())

    def show_goals(self) -> None:
        """Asks for the goals of the week."""
        from hipback_desktop.ui.goals_sheet import GoalsSheet

        settings = self._person.settings
        sheet = GoalsSheet(settings.stretch_days, settings.strength_days)
        sheet.changed.connect(self._person.change_one)
        self._show(sheet)

    def _show_help(self) -> None:
        from hipback_desktop.ui.help_sheet import HelpSheet

        self._show(HelpSheet())

    def _show(self, sheet: Sheet) -> None:
        sheet.left.connect(self._window.hide_sheet)
        self._window.show_sheet(sheet)

    def _on_answered(self, rule: advice.Rule, answer: advice.Answer) -> None:
        today = self._clock.now().date()
        self._person.change(lambda settings: advice.with_answer(settings, rule, answer, today))
