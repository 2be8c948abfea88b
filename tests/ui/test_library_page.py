"""The library by keyboard: opened, gone back from, added to today."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hipback_desktop.app.figures import Figures
from hipback_desktop.core.exercise import Exercise
from hipback_desktop.core.exercise_filter import Facet
from hipback_desktop.figures.movement import Movement
from hipback_desktop.paths import asset
from hipback_desktop.ui.figure_slot import FigureSlot
from hipback_desktop.ui.moving_figure import MovingFigure
from hipback_desktop.ui.own_session_bar import OwnSessionBar
from hipback_desktop.ui.theme import CONTRAST, DARK
from tests.core.shipped import catalogue
from tests.ui.reader import ALL_OF_IT, Reader


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return Reader(ALL_OF_IT, qtbot)


def test_from_typing_to_an_exercise_and_back_to_where_one_was(reader: Reader) -> None:
    reader.press("hamstring", Qt.Key.Key_Down)
    assert reader.list.hasFocus()
    reader.press(Qt.Key.Key_Right)
    second = reader.list.shown_ids()[1]
    assert reader.list.current_id() == second
    reader.press(Qt.Key.Key_Return)
    assert reader.page.opened_id == second
    for part in ("How to do it", "Avoid", "Take care", "Breathing", "What you need", "Article on stretching well"):
        assert part in reader.words()
    reader.press(Qt.Key.Key_Escape)
    assert reader.page.opened_id is None
    assert reader.list.hasFocus()
    assert reader.list.current_id() == second
    assert reader.field.text() == "hamstring"


def test_enter_in_the_search_opens_the_first_that_was_found_whatever_was_opened_before(reader: Reader) -> None:
    reader.press("buttock ball", Qt.Key.Key_Return)
    assert reader.page.opened_id == "smr_glute_ball"
    reader.press(Qt.Key.Key_Escape, "/", "piriformis")
    assert "smr_glute_ball" in reader.list.shown_ids()[1:]
    assert reader.list.current_id() == "smr_piriformis"
    reader.press(Qt.Key.Key_Return)
    assert reader.page.opened_id == "smr_piriformis"


def test_enter_in_the_search_opens_the_first_though_another_card_had_the_keyboard(reader: Reader) -> None:
    reader.press("hamstring", Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up)
    assert reader.field.hasFocus()
    reader.press(Qt.Key.Key_Return)
    assert reader.page.opened_id == reader.list.shown_ids()[0]


@pytest.mark.parametrize("way", ["/", "ctrl"])
def test_the_search_is_a_key_away_from_everywhere(reader: Reader, way: str) -> None:
    reader.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert reader.page.opened_id
    if way == "/":
        reader.press("/")
    else:
        reader.press(Qt.Key.Key_F, held=Qt.KeyboardModifier.ControlModifier)
    assert reader.field.hasFocus()
    assert reader.field.text() == ""
    assert reader.page.opened_id is None


def test_easier_and_harder_are_links_and_back_follows_the_way_back(reader: Reader) -> None:
    reader.page.show_exercise("figure_four_supine")
    easier = catalogue().exercises["figure_four_supine"].easier
    assert easier is not None
    assert easier.exercise_id is not None
    name = catalogue().exercises[easier.exercise_id].name
    reader.click(f"Easier: {name}")
    assert reader.page.opened_id == easier.exercise_id
    assert reader.button("Back to Lying figure-four")
    reader.press(Qt.Key.Key_Backspace)
    assert reader.page.opened_id == "figure_four_supine"
    assert reader.button(f"Easier: {name}").hasFocus()
    reader.click("All exercises")
    assert reader.page.opened_id is None


def test_every_exercise_can_be_opened_and_shows_what_to_avoid(reader: Reader) -> None:
    for exercise in catalogue().exercises.values():
        reader.page.show_exercise(exercise.id)
        words = reader.words()
        assert exercise.name in words
        for text in (*exercise.steps, *exercise.cues, exercise.breathing, *exercise.avoid, *exercise.care):
            assert text in words, exercise.id
        assert "Easier" in words or exercise.easier is None
        reader.page.go_back()


def test_space_adds_to_today_in_the_order_of_a_session_and_takes_out_again(reader: Reader) -> None:
    bar = reader.the(OwnSessionBar)
    assert not bar.isVisible()
    for name in ("glute_bridge", "cat_cow"):
        reader.list.setFocus()
        reader.list.go_to(name)
        reader.press(Qt.Key.Key_Space)
    assert list(reader.settings.own_session) == ["cat_cow", "glute_bridge"]
    assert bar.isVisible()
    assert "2 exercises, 4 min" in reader.words()
    assert reader.list.current_id() == "cat_cow"
    reader.press(Qt.Key.Key_Space)
    assert list(reader.settings.own_session) == ["glute_bridge"]
    reader.list.go_to("glute_bridge")
    reader.press(Qt.Key.Key_Return)
    reader.click("In today’s session")
    assert not reader.settings.own_session
    assert reader.button("Add to today")
    assert not bar.isVisible()


def test_a_click_opens_a_card_and_a_click_on_its_mark_adds_it(reader: Reader) -> None:
    box = reader.list.visualRect(reader.list.model().index(1, 0))
    mark = QPoint(box.right() - 30, box.top() + 20)
    QTest.mouseClick(reader.list.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    assert reader.settings.own_session == (reader.list.shown_ids()[1],)
    assert reader.page.opened_id is None
    QTest.mouseClick(reader.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert reader.page.opened_id == reader.list.shown_ids()[1]


def test_today_is_started_and_changed_by_key(reader: Reader, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.assertNotEmitted(reader.page.start_requested):
        reader.press(Qt.Key.Key_Return, held=control)
    reader.change(own_session=("cat_cow",))
    with qtbot.waitSignal(reader.page.start_requested):
        reader.press(Qt.Key.Key_Return, held=control)
    with qtbot.waitSignal(reader.page.change_requested):
        reader.press(Qt.Key.Key_E, held=control)
    assert reader.page.opened_id is None


def test_what_was_left_out_cannot_be_added_and_says_where_it_comes_back(reader: Reader) -> None:
    reader.page.show_exercise("crunch")
    reader.change(left_out=("crunch",))
    assert "It comes back in the settings" in reader.words()
    assert "Add to today" not in reader.words()


@pytest.fixture
def figures() -> list[str]:
    """The exercises whose figure was asked for."""
    return []


@pytest.fixture
def seer(qtbot: QtBot, figures: list[str]) -> Reader:
    """Somebody in whose library there are figures, read from the shipped files."""
    keeper = Figures(asset)

    def movement(exercise: Exercise) -> Movement | None:
        figures.append(exercise.id)
        return keeper.movement(exercise) if exercise.id != "crunch" else None

    return Reader(ALL_OF_IT, qtbot, movement=movement, seconds=lambda: 0.0)


def pixels(reader: Reader) -> bytes:
    image = reader.page.grab().toImage()  # has to outlive its bits
    return bytes(image.constBits())


def test_the_cards_are_there_first_and_their_pictures_come_one_after_another(
    seer: Reader, figures: list[str], qtbot: QtBot
) -> None:
    figures.clear()
    seer.page.show_theme(DARK)
    empty = pixels(seer)
    assert figures == []
    QCoreApplication.processEvents()
    assert len(figures) == 1
    qtbot.waitUntil(lambda: len(figures) > 3)
    assert pixels(seer) != empty


def test_a_picture_is_drawn_once_in_each_theme(seer: Reader, figures: list[str], qtbot: QtBot) -> None:
    shown = set(seer.list.shown_ids()[:2])
    for theme in (DARK, CONTRAST):
        figures.clear()
        seer.page.show_theme(theme)
        qtbot.waitUntil(lambda: shown <= set(figures))
        seer.page.grab()
        QCoreApplication.processEvents()
        assert [figures.count(name) for name in shown] == [1, 1]


def test_the_page_of_an_exercise_shows_it_moving_on_the_side_one_chooses(seer: Reader) -> None:
    seer.page.show_exercise("figure_four_supine")
    figure: MovingFigure = seer.the(MovingFigure)
    assert figure.moves()
    assert figure.accessibleName()
    right = pixels(seer)
    seer.click("Left side")
    assert pixels(seer) != right
    seer.page.go_back()
    assert not figure.moves()


def test_without_motion_it_stands_still_at_once_and_later(seer: Reader) -> None:
    seer.page.show_exercise("glute_bridge")
    seer.change(reduced_motion=True)
    assert not seer.the(MovingFigure).moves()
    seer.page.go_back()
    seer.page.show_exercise("cat_cow")
    assert not any(figure.moves() for figure in seer.page.findChildren(MovingFigure))
    seer.change(reduced_motion=False)
    assert any(figure.moves() for figure in seer.page.findChildren(MovingFigure) if figure.isVisible())


@pytest.mark.parametrize(
    ("exercise", "pictures"),
    [
        ("figure_four_supine", 2),  # two other exercises
        ("mcgill_curl_up", 2),  # two ways of its own figure
        ("rdl_weighted", 1),  # harder in words only
        ("crunch", 2),  # no figure of its own: the icon, and the two exercises it leads to
        ("diaphragmatic_breathing", 0),
    ],
)
def test_easier_and_harder_ways_have_small_pictures(seer: Reader, exercise: str, pictures: int) -> None:
    seer.page.show_exercise(exercise)
    small = [slot for slot in seer.page.findChildren(FigureSlot) if slot.isVisible() and slot.width() < 200]
    assert len(small) == pictures
    seer.page.grab()


def test_everything_the_keyboard_reaches_has_a_name(reader: Reader) -> None:
    reader.change(own_session=("cat_cow",))
    reader.facet(Facet.AREA).answered.emit(("core",))
    seen: set[int] = set()
    while id(reader.page.focusWidget()) not in seen:
        holder = reader.page.focusWidget()
        assert holder is not None
        seen.add(id(holder))
        assert holder.accessibleName() or holder.property("text"), holder
        reader.press(Qt.Key.Key_Tab)
    assert len(seen) >= 1 + 1 + len(Facet) + 1 + 1 + 2
