"""The theme is what the person chose, else what the desktop says, whenever it says it."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette

from hipback_desktop.app.looks import Looks
from hipback_desktop.core.settings import Settings
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme


class Person(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()

    def theme_at_start(self) -> str:
        return self.settings.theme

    def choose(self, theme: str) -> None:
        self.settings = Settings(theme=theme)
        self.changed.emit()


class Desktop(QObject):
    """An application and its style hints: a ground it begins with, and a scheme it may tell of later."""

    colorSchemeChanged = Signal(Qt.ColorScheme)

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._palette = QPalette(QColor(ground))
        self._palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        self.scheme = Qt.ColorScheme.Unknown

    def styleHints(self) -> Desktop:
        return self

    def palette(self) -> QPalette:
        return self._palette

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def looks_on(desktop: Desktop, person: Person) -> Looks:
    return Looks(cast(Any, desktop), cast(Any, person), person)


@pytest.mark.parametrize("ground, theme", [("#efefef", LIGHT), ("#323232", DARK)])
def test_the_first_picture_is_as_the_palette_is(ground: str, theme: Theme) -> None:
    assert looks_on(Desktop(ground), Person()).theme is theme


def test_what_a_desktop_says_later_is_taken_up() -> None:
    desktop, person = Desktop("#efefef"), Person()
    looks = looks_on(desktop, person)
    seen: list[Theme] = []
    looks.changed.connect(seen.append)
    desktop.scheme = Qt.ColorScheme.Dark
    looks.look_again()
    desktop.turn(Qt.ColorScheme.Light)
    desktop.turn(Qt.ColorScheme.Light)
    person.choose("contrast")
    desktop.turn(Qt.ColorScheme.Dark)
    assert seen == [DARK, LIGHT, CONTRAST]


def test_the_desktop_is_heard_before_anything_of_qt_has_been_named() -> None:
    """PySide cannot hand over a scheme until somebody has named ``Qt``, which the first frame does without."""
    looks = looks_on(Desktop("#efefef"), Person())
    meta = looks.metaObject()
    slots = [meta.method(index).methodSignature().toStdString() for index in range(meta.methodCount())]
    assert "_on_scheme_changed()" in slots
