"""The strip of phases."""

from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.ui.phase_strip import PhaseStrip, phase_runs
from hipback_desktop.ui.theme import LIGHT
from tests.builders import a_hold, a_routine, a_walk
from tests.ui.moments import TIMELINE, asset


def test_runs_of_one_phase_are_one_segment() -> None:
    timeline = compile_routine(a_routine(a_walk(), a_hold(), a_hold(id="twist"), a_walk(id="again")))
    assert phase_runs(timeline) == ((Phase.WARM_UP, 1), (Phase.STRETCH, 3), (Phase.WARM_UP, 4))


def test_it_says_which_phase_of_how_many(qtbot: QtBot) -> None:
    strip = PhaseStrip(LIGHT, asset)
    qtbot.addWidget(strip)
    strip.show_timeline(TIMELINE)
    assert strip.accessibleName() == "Warm-up, 1 / 3"
    strip.show_step(1)
    assert strip.accessibleName() == "Stretch, 2 / 3"
    assert strip.accessibleDescription() == "Warm-up, Stretch, Strengthen"


def test_the_current_phase_is_filled_in_its_colour(qtbot: QtBot) -> None:
    strip = PhaseStrip(LIGHT, asset)
    qtbot.addWidget(strip)
    strip.show_timeline(TIMELINE)
    strip.resize(800, strip.height())
    assert strip.grab().toImage().pixelColor(20, 4) == QColor(LIGHT.phases[Phase.WARM_UP])
    strip.show_step(2)
    assert strip.grab().toImage().pixelColor(20, 4) == QColor(LIGHT.phases_soft[Phase.WARM_UP])


def test_it_can_be_painted_in_little_room(qtbot: QtBot) -> None:
    strip = PhaseStrip(LIGHT, asset)
    qtbot.addWidget(strip)
    strip.show_timeline(TIMELINE)
    strip.resize(160, strip.height())
    assert not strip.grab().isNull()
