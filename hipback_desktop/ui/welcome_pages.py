"""The screens before the first session, A to D; again after a while, A and B only (evidence.md §14.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hipback_desktop.ui.ask_first_page import AskFirstPage
from hipback_desktop.ui.check_first_page import CheckFirstPage
from hipback_desktop.ui.get_help_page import GetHelpPage
from hipback_desktop.ui.preferences_page import PreferencesPage
from hipback_desktop.ui.stop_rule_page import StopRulePage
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.ui.theme import Theme


class WelcomePages(QStackedWidget):
    """``finished`` carries the preferences chosen, nothing when only A and B were shown again."""

    finished = Signal(dict)
    only_breaks_chosen = Signal()

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        asset: Callable[[str], Path],
        *,
        repeats: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        check, ask = CheckFirstPage(), AskFirstPage()
        self._help = GetHelpPage()
        self._preferences = None if repeats else PreferencesPage(settings, theme, asset)
        self._way: list[WelcomePage] = [check, ask]
        check.nothing_fits.connect(self._on_continued)
        check.something_fits.connect(lambda: self.setCurrentWidget(self._help))
        ask.continued.connect(self._on_continued)
        if self._preferences is not None:
            stop = StopRulePage(theme)
            self._preferences.continued.connect(self._on_continued)
            stop.continued.connect(self._on_continued)
            self._way += [self._preferences, stop]
        self._help.only_breaks_chosen.connect(self.only_breaks_chosen)
        self._help.advice_had.connect(lambda: self.setCurrentWidget(ask))
        self._help.back.connect(lambda: self.setCurrentWidget(check))
        for number, page in enumerate(self._way, start=1):
            page.show_step(number, len(self._way))
            page.back.connect(self._on_back)
            self.addWidget(page)
        self.addWidget(self._help)

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        show_theme_inside(self, theme)

    def _on_continued(self) -> None:
        place = self.currentIndex() + 1
        if place < len(self._way):
            self.setCurrentIndex(place)
        else:
            self.finished.emit(self._preferences.values() if self._preferences is not None else {})

    def _on_back(self) -> None:
        self.setCurrentIndex(max(0, self.currentIndex() - 1))
