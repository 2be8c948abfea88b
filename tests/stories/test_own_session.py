"""Somebody looks for exercises, puts a session together, and does it; without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hipback_desktop.core.exercise import Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.ui.exercise_list import ExerciseList
from hipback_desktop.ui.own_session_sheet import OwnSessionSheet
from tests.stories.house import CTRL, DOWN, ENTER, ESC, SPACE, House


@pytest.fixture
def library(house: House) -> House:
    house.has_two_minutes(level="some")
    house.open()
    house.press(Qt.Key.Key_2, held=CTRL)
    assert house.page == "library"
    return house


def put_together(house: House, *names: str) -> None:
    for name in names:
        house.press("/", name, DOWN, SPACE)


def test_found_put_together_changed_and_done(library: House) -> None:
    put_together(library, "lying twist", "squat", "cat cow")
    assert list(library.settings.own_session) == ["cat_cow", "supine_spinal_twist", "squat_bodyweight"]
    library.press(Qt.Key.Key_E, held=CTRL)
    assert library.sees("3 exercises, 5 min")
    sheet = library.window.findChildren(OwnSessionSheet)[0]
    sheet._rows[2].setFocus()
    library.press(Qt.Key.Key_Up, held=CTRL)
    library.press(Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert list(library.settings.own_session) == ["squat_bodyweight", "supine_spinal_twist"]
    library.press(ESC)
    library.press(ENTER, held=CTRL)
    library.press(ENTER)  # no answer about stiffness
    assert library.page == "session"
    assert library.now.exercise.id == "squat_bodyweight"
    library.to_the_end()
    (session,) = library.sessions
    assert (session.name, session.routine_id, session.outcome) == ("My session", "my_session", Outcome.COMPLETED)
    assert {step.exercise_id for step in session.steps} == {"squat_bodyweight", "supine_spinal_twist"}
    assert not library.settings.own_session


def test_it_waits_on_todays_page_until_it_was_done_to_its_end(library: House) -> None:
    put_together(library, "cat cow")
    library.close()
    library.open()
    assert library.sees("My session")
    assert library.sees("Put together by you for today.")
    library.press(ENTER, ENTER)
    assert library.now.exercise.id == "cat_cow"
    library.after(30)
    library.press(ESC, ESC)
    assert library.sessions[0].outcome is Outcome.STOPPED
    assert library.sees("Put together by you for today.")


def test_the_other_side_made_up_for_does_not_end_it(library: House) -> None:
    put_together(library, "lying twist", "cat cow")
    library.press(ENTER, held=CTRL)
    library.press(ENTER)
    while library.now.exercise.id != "supine_spinal_twist" or library.now.segment.side != Side.LEFT:
        library.after(1)
    library.press(ESC, "1")  # stopped, for no other reason than that it was enough
    assert library.sees("Lying twist, left side"), library.words
    library.press(ENTER)
    library.to_the_end()
    assert [session.outcome for session in library.sessions] == [Outcome.COMPLETED, Outcome.STOPPED]
    assert library.sees("Put together by you for today.")


def test_it_can_be_changed_from_todays_page(library: House) -> None:
    put_together(library, "cat cow")
    library.press(Qt.Key.Key_1, held=CTRL)
    change = next(b for b in library.window.findChildren(QPushButton) if b.accessibleName() == "Change today’s session")
    change.setFocus()
    library.press(ENTER)
    assert library.page == "library"
    assert library.window.findChildren(OwnSessionSheet)[0].isVisible()
    library.press(ESC)
    assert library.page == "library"


def test_only_ones_own_session_can_be_changed(library: House) -> None:
    library.press(Qt.Key.Key_1, held=CTRL)
    assert not library.sees("Change today’s session")


def test_the_last_one_taken_out_closes_the_list_and_the_keyboard_is_back(library: House) -> None:
    put_together(library, "cat cow")
    library.press(Qt.Key.Key_E, held=CTRL)
    library.window.findChildren(OwnSessionSheet)[0]._rows[0].setFocus()
    library.press(Qt.Key.Key_Delete)
    assert not library.window.findChildren(OwnSessionSheet)
    assert library.window.findChildren(ExerciseList)[0].hasFocus()
    assert not library.settings.own_session


def test_what_suits_changes_while_the_library_is_open(library: House) -> None:
    exercises = library.window.findChildren(ExerciseList)[0]
    assert "cat_cow" in exercises.shown_ids()
    library.program._person.change_one("comfort_filters", ("no_kneeling",))
    assert "cat_cow" not in exercises.shown_ids()
