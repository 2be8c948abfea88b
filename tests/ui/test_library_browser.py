"""The library by keyboard: found while typing, narrowed down, and a way out when nothing is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Equipment
from hipback_desktop.core.exercise_filter import Facet
from hipback_desktop.core.settings import Settings
from hipback_desktop.ui.exercise_delegate import ExerciseDelegate
from hipback_desktop.ui.exercise_facts import last_line
from hipback_desktop.ui.exercise_model import ROW_ROLE
from hipback_desktop.ui.nothing_found import NothingFound
from hipback_desktop.ui.switch import Switch
from tests.core.shipped import catalogue
from tests.ui.reader import ALL_OF_IT, Reader


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    yield Reader(ALL_OF_IT, qtbot)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def test_all_exercises_are_there_and_the_keyboard_is_in_the_search(reader: Reader) -> None:
    assert reader.list.shown_ids() == tuple(catalogue().exercises)
    assert "55 exercises" in reader.words()
    assert reader.field.hasFocus()


def test_what_is_typed_is_found_at_once_the_best_first(reader: Reader) -> None:
    reader.press("bridge")
    assert reader.list.shown_ids()[0] == "glute_bridge"
    assert reader.list.current_id() == "glute_bridge"
    reader.press(Qt.Key.Key_Escape)
    assert len(reader.list.shown_ids()) == 55


def test_arrows_go_in_both_directions_and_up_from_the_first_row_into_the_search(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down)
    ids = reader.list.shown_ids()
    columns = ids.index(reader.list.current_id() or "") - 1
    assert columns >= 2
    reader.press(Qt.Key.Key_Up)
    assert reader.list.current_id() == ids[1]
    reader.press(Qt.Key.Key_Up)
    assert reader.field.hasFocus()


@pytest.mark.parametrize("width", [836, 900, 1000, 1280, 1920, 3840])
def test_every_name_and_its_facts_stand_on_a_card_in_full(reader: Reader, width: int) -> None:
    """On a wide screen the longest ended in "with overhead…"."""
    reader.page.resize(width, 700)
    QApplication.processEvents()
    cards = reader.list.itemDelegate()
    assert isinstance(cards, ExerciseDelegate)
    direction = reader.list.layoutDirection()
    card = cards.card_in(reader.list.visualRect(reader.list.model().index(0, 0)), direction)
    rows = [reader.list.model().index(row, 0).data(ROW_ROLE) for row in range(len(catalogue().exercises))]
    names = [row.exercise.name for row in rows]
    assert [cards.name_in(card, name, direction).text() for name in names] == names
    assert [cards.last_in(card, row, direction).text() for row in rows] == [last_line(row) for row in rows]


@pytest.mark.parametrize("width", [836, 900, 1000, 1280, 1920, 3840])
def test_cards_fill_the_width_whatever_it_is(reader: Reader, width: int) -> None:
    reader.page.resize(width, 700)
    QApplication.processEvents()
    model = reader.list.model()
    first = [reader.list.visualRect(model.index(row, 0)) for row in range(12)]
    in_row = [box for box in first if box.top() == first[0].top()]
    assert len(in_row) == max(1, reader.list.width() // 352)
    assert reader.list.width() - in_row[-1].right() < 40


@pytest.mark.qt_log_ignore("does not support", extend=True)  # nor raising a popup, offscreen
def test_a_facet_opens_its_answers_and_they_narrow_down(reader: Reader) -> None:
    reader.facet(Facet.EQUIPMENT).setFocus()
    reader.press(Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert not popup.mask().contains(popup.rect().topLeft())  # rounded like everything else
    roller = next(chip for chip in popup.findChildren(QPushButton) if chip.text() == "Foam roller")
    assert popup.rect().contains(roller.mapTo(popup, roller.rect().bottomRight()))
    QTest.keyClick(roller, Qt.Key.Key_Space)
    assert all(Equipment.ROLLER in catalogue().exercises[name].equipment for name in reader.list.shown_ids())
    assert reader.facet(Facet.EQUIPMENT).accessibleName() == "Equipment, 1 chosen"
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert reader.button("Take off the filter Equipment: Foam roller")


def test_filters_that_are_on_are_taken_off_one_by_one_or_all_at_once(reader: Reader) -> None:
    reader.facet(Facet.AREA).answered.emit(("hamstrings",))
    reader.facet(Facet.LEVEL).answered.emit(("beginner", "advanced"))
    few = len(reader.list.shown_ids())
    reader.button("Take off the filter Level: Beginner").setFocus()
    reader.press(Qt.Key.Key_Space)
    assert len(reader.list.shown_ids()) < few
    assert reader.button("Take off the filter Level: Advanced").hasFocus()
    reader.click("Clear all filters")
    assert len(reader.list.shown_ids()) == 55
    assert reader.list.hasFocus()


def test_what_does_not_suit_is_hidden_and_one_switch_shows_it_with_its_reason(reader: Reader) -> None:
    reader.change(equipment=("mat",), comfort_filters=("no_twisting",))
    shown = reader.list.shown_ids()
    assert "supine_spinal_twist" not in shown
    assert f"{len(shown)} exercises" in reader.words()
    assert "hidden: equipment (" in reader.words()
    reader.the(Switch).click()
    assert len(reader.list.shown_ids()) == 55
    model = reader.list.model()
    rows = {row.exercise.id: row for row in (model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount()))}
    assert rows["supine_spinal_twist"].reason == "you chose “No twisting”"
    assert rows["smr_glute_roller"].reason == "you have no foam roller"
    spoken = model.index(list(rows).index("supine_spinal_twist"), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Not offered: you chose “No twisting”")


@pytest.mark.parametrize(
    ("typed", "facets", "reason", "way", "found"),
    [
        ("xyzzy", {}, "No exercise answers to “xyzzy”.", "Clear the search", 55),
        ("psoas xyzzy", {}, "No exercise answers to “psoas xyzzy”.", "Look for “psoas”", 7),
        ("plank", {Facet.PLACE: ("bed",)}, "The filter Place leaves nothing.", "Clear all filters", 4),
        (
            "",
            {Facet.PHASE: ("smr",), Facet.PLACE: ("bed",)},
            "These filters together leave nothing: Phase, Place.",
            "Without Place",
            8,
        ),
    ],
)
def test_when_nothing_is_found_it_says_why_and_offers_a_way_out(
    reader: Reader, typed: str, facets: dict[Facet, tuple[str, ...]], reason: str, way: str, found: int
) -> None:
    for facet, values in facets.items():
        reader.facet(facet).answered.emit(values)
    reader.press(typed)
    assert reader.list.shown_ids() == ()
    assert reader.the(NothingFound).isVisible()
    assert reason in reader.words()
    reader.press(Qt.Key.Key_Return)
    assert reader.page.opened_id is None
    reader.click(way)
    assert len(reader.list.shown_ids()) == found
    assert reader.list.hasFocus()


def test_when_all_that_fits_is_hidden_it_can_be_shown(reader: Reader) -> None:
    reader.change(equipment=("mat",))
    reader.press("foam rolling")
    assert "5 exercises match, but do not suit you: equipment (5)." in reader.words()
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert len(reader.list.shown_ids()) == 5
    assert not reader.the(Switch).isChecked()


def test_what_suits_can_be_asked_for_once_somebody_said_what_does(qtbot: QtBot) -> None:
    reader = Reader(Settings(), qtbot)
    assert "55 exercises" in reader.words()
    assert not reader.the(Switch).isVisible()
    assert "Only what suits me" not in reader.words()
    reader.change(safety_seen_at=ALL_OF_IT.safety_seen_at)
    assert reader.the(Switch).isVisible()
    assert "Only what suits me" in reader.words()
