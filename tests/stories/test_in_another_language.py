"""Under a language that has everything, no page, sheet or dialog shows a word of English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QSpinBox, QWidget

from hipback_desktop.core.record import StopReason
from hipback_desktop.core.settings import Section
from hipback_desktop.ui.chart_table import ChartTable
from hipback_desktop.ui.chips import Chip
from hipback_desktop.ui.exercise_list import ExerciseList
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.library_page import LibraryPage
from hipback_desktop.ui.search_field import SearchField
from hipback_desktop.ui.settings_dialog import SettingsDialog
from tests.pseudo import untranslated
from tests.stories.house import CTRL, DOWN, ENTER, ESC, RIGHT, SPACE, TAB, House

SHORT = "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
ALLOWED = f"Hipback|Enter|Space|Esc|Ctrl|[A-Z]|Sunday|Wednesday|November|{SHORT}"
"""Its name, those of keys, and of days, which Qt has in no language of our own."""

pytestmark = pytest.mark.usefixtures("in_pseudo")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Every text that is painted by our own hand."""
    texts: set[str] = set()
    paint = QPainter.drawText

    def listen(painter: QPainter, *what: object) -> object:
        texts.update(part for part in what if isinstance(part, str))
        return paint(painter, *what)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", listen)
        yield texts


def texts_of(window: QWidget) -> Iterator[str]:
    """What a person can read or have read out in a window, tool tips included."""
    window.grab()
    for widget in (window, *window.findChildren(QWidget)):
        for name in (
            "text",
            "title",
            "placeholderText",
            "windowTitle",
            "toolTip",
            "accessibleName",
            "accessibleDescription",
        ):
            value = widget.property(name)
            if isinstance(value, str):
                yield value
        if isinstance(widget, QSpinBox):
            yield widget.suffix()
        elif isinstance(widget, QComboBox):
            yield widget.itemText(0)
        elif isinstance(widget, ChartTable):
            cells = [widget.horizontalHeaderItem(column) for column in range(widget.columnCount())]
            cells += [widget.item(row, 0) for row in range(widget.rowCount())]
            yield from (cell.text() for cell in cells if cell is not None)
        elif isinstance(widget, QListWidget):
            yield from (widget.item(row).text() for row in range(widget.count()))


class Reader:
    """Looks at everything again and again while the story goes on."""

    def __init__(self, house: House, painted: set[str]) -> None:
        self._house = house
        self._painted = painted
        self.count = 0

    def read(self) -> None:
        self._house.settle()
        seen = list(texts_of(self._house.window))
        self.count += len(seen)
        assert untranslated([*seen, *self._painted], ALLOWED) == []


@pytest.fixture
def reader(house: House, painted: set[str]) -> Reader:
    return Reader(house, painted)


def test_the_first_screens(house: House, reader: Reader) -> None:
    house.open()
    for _page in range(4):
        reader.read()
        house.press(ENTER)
    assert house.page == "today"
    reader.read()
    assert reader.count > 500


def test_where_to_get_help(house: House, reader: Reader) -> None:
    house.open()
    house.press(TAB, ENTER)
    reader.read()
    house.press(ENTER)
    reader.read()
    assert house.page == "today"


def test_a_session_and_its_history(house: House, reader: Reader) -> None:
    house.knows_me(minutes=30, level="some", comfort_filters=("no_kneeling", "no_balancing"))
    house.open()
    reader.read()
    house.press(ENTER)
    reader.read()
    house.press("4", ENTER)
    assert house.page == "session"
    for number in range(60):
        reader.read()
        house.after(9)
        if number % 3 == 2:
            house.press(RIGHT)
        if not house.is_playing:
            break
    house.to_the_end()
    reader.read()
    house.press("2", "1", "5", "n", ENTER)
    reader.read()  # the side that was left out
    house.press(Qt.Key.Key_Escape)
    house.press(Qt.Key.Key_3, held=CTRL)
    assert house.page == "history"
    reader.read()
    house.press(Qt.Key.Key_4, held=CTRL)
    assert house.page == "progress"
    reader.read()
    house.press(TAB, TAB, TAB, TAB, SPACE)  # past the days, Start and Print
    assert [table.isVisible() for table in house.window.findChildren(ChartTable)] == [True]
    reader.read()


def test_what_lies_over_a_session(house: House, reader: Reader) -> None:
    house.knows_me(minutes=20, strength_days=4, free_reps=True)
    house.open()
    house.press(ENTER, ENTER)
    house.after(30)
    for key in ("?", ESC, "f", SPACE, SPACE, "m", "f", "e", SPACE):
        house.press(key)
        reader.read()
    house.after(400)
    reader.read()


@pytest.mark.parametrize("number", range(1, len(StopReason) + 1))
def test_after_stop(house: House, reader: Reader, number: int) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(90)
    house.press(ESC)
    reader.read()
    house.press(str(number))
    reader.read()
    house.press(ENTER)
    reader.read()


def test_an_interrupted_session_and_the_day_after(house: House, reader: Reader) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(90)
    house.cut_power()
    house.open()
    reader.read()
    house.press(ENTER)
    house.to_the_end()
    house.press(ESC)
    house.close()
    house.after(20 * 3600)
    house.open()
    reader.read()


def test_the_exercises_and_a_session_of_ones_own(house: House, reader: Reader) -> None:
    house.knows_me(level="new")
    house.open()
    house.press(Qt.Key.Key_2, held=CTRL)
    assert house.page == "library"
    reader.read()
    for button in house.window.findChildren(FacetButton):
        button.open_answers()
        reader.read()
        chip = button.findChildren(Chip)[0]
        chip.click()
        reader.read()
        chip.window().close()
    reader.read()
    house.press("/", "7777")
    reader.read()
    house.window.findChildren(SearchField)[0].clear()
    exercises = house.window.findChildren(ExerciseList)[0]
    exercises.setFocus()
    house.press(DOWN, SPACE, DOWN, SPACE)
    reader.read()
    house.press(Qt.Key.Key_E, held=CTRL)
    reader.read()
    house.press(ESC)
    (page,) = house.window.findChildren(LibraryPage)
    for name in ("cat_cow", "couch_stretch", "smr_glute_ball", "bird_dog", "sit_to_stand", "diaphragmatic_breathing"):
        page.show_exercise(name)
        reader.read()


def test_every_setting(house: House, reader: Reader) -> None:
    house.knows_me(left_out=("cat_cow",))
    house.open()
    house.window.show_settings()
    (dialog,) = house.window.findChildren(SettingsDialog)
    for section in Section:
        dialog.show_section(section)
        dialog.grab()
        reader.read()


def test_what_is_heard(house: House) -> None:
    house.knows_me(minutes=20, strength_days=4)
    house.open()
    house.press(ENTER, ENTER)
    house.to_the_end()
    chimes = "start|end|rest|switch|ready|tick|finish|halfway|countdown"
    assert len(house.announcer.heard) > 50
    assert untranslated(house.announcer.heard, chimes) == []
    QApplication.processEvents()
