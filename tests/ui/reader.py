"""Somebody who reads in the library, in the words of its tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.catalogue.catalogue import load_sources
from hipback_desktop.core.exercise import Equipment
from hipback_desktop.core.exercise_filter import Facet
from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.ui.exercise_list import ExerciseList
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.library_page import LibraryPage
from hipback_desktop.ui.search_field import SearchField
from hipback_desktop.ui.theme import LIGHT
from tests.builders import NOON
from tests.core.shipped import catalogue

ALL_OF_IT = Settings(
    safety_seen_at=NOON.isoformat(),
    level="regular",
    equipment=tuple(Equipment),
    allows_advanced=True,
    allows_opt_in=True,
)


class Reader:
    """The page in a window of its own, its settings kept as the program does."""

    def __init__(self, settings: Settings, qtbot: QtBot, **arguments: Any) -> None:
        self.settings = settings
        figures: dict[str, Any] = {"movement": lambda _exercise: None, "seconds": lambda: 0.0}
        self.page = LibraryPage(
            catalogue().exercises, load_sources(asset), settings, LIGHT, asset, **(figures | arguments)
        )
        self.page.chosen.connect(self._on_chosen)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 800)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitExposed(self.page)

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        self.change(own_session=ids)

    def change(self, **settings: Any) -> None:
        self.settings = replace(self.settings, **settings)
        self.page.show_settings(self.settings)

    def the(self, kind: type[Any]) -> Any:
        return self.page.findChildren(kind)[0]

    @property
    def list(self) -> ExerciseList:
        return self.the(ExerciseList)  # type: ignore[no-any-return]

    @property
    def field(self) -> SearchField:
        return self.the(SearchField)  # type: ignore[no-any-return]

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            holder = self.page.focusWidget() or self.page
            if isinstance(key, str):
                QTest.keyClicks(holder, key)
            else:
                QTest.keyClick(holder, key, held)
            QApplication.processEvents()

    def words(self) -> str:
        shown = [child for child in self.page.findChildren(QWidget) if child.isVisible()]
        return "\n".join(child.text() for child in shown if isinstance(child, QLabel | QAbstractButton))

    def button(self, text: str) -> QPushButton:
        shown = (button for button in self.page.findChildren(QPushButton) if button.isVisible())
        return next(button for button in shown if text in (button.text(), button.accessibleName()))

    def click(self, text: str) -> None:
        self.button(text).click()
        QApplication.processEvents()

    def facet(self, facet: Facet) -> FacetButton:
        return self.page.findChildren(FacetButton)[list(Facet).index(facet)]
