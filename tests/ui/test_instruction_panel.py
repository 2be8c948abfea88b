"""What to do, what to avoid, the easier way: all of it on one panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.instruction_panel import InstructionPanel
from hipback_desktop.ui.theme import DARK, LIGHT
from hipback_desktop.ui.type_scale import SPACE
from tests.builders import an_exercise
from tests.core.shipped import catalogue
from tests.ui.moments import asset


@pytest.fixture
def panel(qtbot: QtBot) -> InstructionPanel:
    panel = InstructionPanel(LIGHT, asset)
    qtbot.addWidget(panel)
    panel.resize(700, 400)
    panel.show()
    return panel


def words(panel: InstructionPanel) -> set[str]:
    return {shown.text() for shown in panel.findChildren(QLabel)}


def test_steps_avoid_breathing_and_the_easier_way_are_shown(panel: InstructionPanel) -> None:
    exercise = an_exercise()
    panel.show_exercise(exercise)
    assert exercise.easier is not None
    wanted = {
        *exercise.steps,
        *exercise.avoid,
        exercise.breathing,
        f"Easier (E): {exercise.easier.text}",
        "Avoid",
        "1",
        "2",
    }
    assert wanted <= words(panel)


def test_when_to_take_care_is_shown_once_and_what_is_good_to_know_last(panel: InstructionPanel) -> None:
    care = {"safety": ("Pad the knee.", "Stop if it tingles."), "shared_safety": ("Stop if it tingles.",)}
    panel.show_exercise(an_exercise(**care, shared_rules=("Warm up first.",)))
    texts = [shown.text() for shown in panel.findChildren(QLabel)]
    for wanted in ("Take care", "Pad the knee.", "Stop if it tingles.", "Good to know", "Warm up first."):
        assert texts.count(wanted) == 1
    heights = {shown.text(): shown.mapTo(panel, shown.rect().topLeft()).y() for shown in panel.findChildren(QLabel)}
    assert heights["Avoid"] < heights["Take care"] < heights["Pad the knee."] < heights["Good to know"]


def test_without_anything_to_take_care_of_there_is_no_heading(panel: InstructionPanel) -> None:
    panel.show_exercise(an_exercise())
    assert not {"Take care", "Good to know"} & words(panel)


@pytest.mark.parametrize("width, height", [(608, 198), (434, 140)])
def test_the_easier_way_is_in_sight(panel: InstructionPanel, width: int, height: int) -> None:
    """The room the panel has in a window of 1280 × 800, and of 900 × 600."""
    panel.resize(width, height)
    for exercise in catalogue().exercises.values():
        panel.show_exercise(exercise)
        QApplication.processEvents()
        shown = [it for it in panel.findChildren(QLabel) if it.isVisibleTo(panel) and it.text().startswith("Easier")]
        assert len(shown) == (exercise.easier is not None)
        for line in shown:
            assert panel.rect().contains(QRect(line.mapTo(panel, QPoint()), line.size())), exercise.id
            assert line.height() >= line.heightForWidth(line.width()), exercise.id
        assert panel._scroll.height() >= 4 * SPACE


def test_a_sign_says_that_there_is_more_to_read_until_the_end(qtbot: QtBot, panel: InstructionPanel) -> None:
    panel.show_exercise(an_exercise(steps=("Breathe, and stay with it for a while. " * 3,) * 20))
    qtbot.waitUntil(panel.more.isVisible)
    assert panel.more.geometry().bottom() == panel._scroll.viewport().geometry().bottom()
    panel.resize(434, 100)
    QApplication.processEvents()
    assert panel.more.isVisible()
    assert panel.more.height() <= panel._scroll.viewport().height() / 3
    panel.scroll_by(1000)
    assert not panel.more.isVisible()
    panel.scroll_by(-1)
    assert panel.more.isVisible()
    panel.resize(700, 4000)
    qtbot.waitUntil(lambda: not panel.more.isVisible())


def test_the_same_exercise_is_not_built_again(panel: InstructionPanel) -> None:
    exercise = an_exercise()
    panel.show_exercise(exercise)
    before = panel._scroll.widget()
    panel.show_exercise(exercise)
    assert panel._scroll.widget() is before
    assert panel.exercise() is exercise


def test_without_an_easier_way_nothing_is_offered(panel: InstructionPanel) -> None:
    panel.show_exercise(an_exercise(easier=None))
    assert not [text for text in words(panel) if text.startswith("Easier")]


def test_long_instructions_scroll(qtbot: QtBot, panel: InstructionPanel) -> None:
    panel.show_exercise(an_exercise(steps=("Breathe, and stay with it for a while. " * 3,) * 20))
    bar = panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    panel.scroll_by(0.5)
    assert bar.value() > 0
    panel.scroll_by(-0.5)
    assert bar.value() == 0


def test_theme_and_size_can_change(panel: InstructionPanel) -> None:
    panel.show_exercise(an_exercise())
    panel.show_theme(DARK)
    panel.show_scale(1.5)
    panel.resize(300, 300)
    assert "Avoid" in words(panel)
