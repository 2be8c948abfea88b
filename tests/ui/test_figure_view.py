"""The figure moves with the session, repaints what moves, and wakes up only while something does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop import paths
from hipback_desktop.app.figures import Figures
from hipback_desktop.core.exercise import Exercise, Position
from hipback_desktop.core.playback import Playback, Status, begin
from hipback_desktop.core.routine import Step
from hipback_desktop.core.timeline import SegmentKind, Timeline, Timings, compile_routine
from hipback_desktop.core.view import SessionView, view_of
from hipback_desktop.figures.drawing import Drawing
from hipback_desktop.figures.movement import Movement
from hipback_desktop.figures.painter import FigurePainter
from hipback_desktop.figures.posture import Posture
from hipback_desktop.ui.figure_view import FigureView
from hipback_desktop.ui.theme import DARK, LIGHT
from tests.builders import NOON, a_routine, an_exercise
from tests.core.shipped import catalogue
from tests.ui.painting import paint_now

SHIPPED = catalogue().exercises
STEPS = ("light_cardio_walk", "smr_glute_roller", "hip_flexor_half_kneeling", "glute_bridge")
OF_MY_OWN = an_exercise()
ROUTINE = a_routine(*(Step(it, it.dose) for it in (*(SHIPPED[name] for name in STEPS), OF_MY_OWN)))
EXERCISES = {step.exercise.id: step.exercise for step in ROUTINE.steps}
TIMELINE: Timeline = compile_routine(ROUTINE)
FIGURES = Figures(paths.asset)


class Screen:
    """A figure in a window, and a session that is looked at."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.now: SessionView | None = None
        self.asked: list[tuple[str, Position | None]] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.figure = FigureView(LIGHT, paths.asset, self._movement, lambda: self.now)
        self.figure.show_exercises(EXERCISES)
        QVBoxLayout(self.window).addWidget(self.figure)
        self.window.resize(640, 420)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _movement(self, exercise: Exercise, before: Position | None) -> Movement | None:
        self.asked.append((exercise.id, before))
        return FIGURES.movement(exercise, before)

    def show(
        self, exercise: str, seconds: float, kind: SegmentKind = SegmentKind.WORK, status: Status | None = None
    ) -> None:
        index = next(s.index for s in TIMELINE.segments if (s.exercise_id, s.kind) == (exercise, kind))
        playback: Playback = begin(TIMELINE, 0.0, index)[0].advance(seconds)[0]
        view = view_of(playback, EXERCISES, seconds, NOON)
        self.now = replace(view, status=status) if status else view
        self.figure.show_view(self.now)

    def picture(self) -> QImage:
        """What is on the screen: a grab would paint it anew."""
        return self.window.screen().grabWindow(self.window.winId()).toImage()

    def settle(self) -> None:
        paint_now(self.window)


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    screen = Screen(qtbot)
    yield screen
    screen.window.hide()


class Repaints(QObject):
    """Remembers what was repainted."""

    def __init__(self) -> None:
        super().__init__()
        self.rects: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


@pytest.mark.parametrize(
    "exercise, seconds, moves",
    [
        ("light_cardio_walk", 3, True),
        ("smr_glute_roller", 3, True),
        ("glute_bridge", 3, True),
        ("hip_flexor_half_kneeling", 1, True),
        ("hip_flexor_half_kneeling", 8, False),
    ],
)
def test_it_wakes_up_while_it_moves_and_not_in_a_hold(
    screen: Screen, exercise: str, seconds: float, moves: bool
) -> None:
    screen.show(exercise, seconds)
    assert screen.figure.moves() is moves


def test_a_lead_in_moves_until_the_position_is_reached(screen: Screen) -> None:
    screen.show("hip_flexor_half_kneeling", 1, SegmentKind.GET_READY)
    assert screen.asked[-1] == ("hip_flexor_half_kneeling", Position.FLOOR_SEATED)
    assert not screen.figure.moves()  # what comes is still being named
    assert screen.figure._ahead is None
    screen.show("hip_flexor_half_kneeling", 4, SegmentKind.GET_READY)
    assert screen.figure.moves()
    screen.show("hip_flexor_half_kneeling", 12, SegmentKind.GET_READY)
    assert not screen.figure.moves()


def test_into_the_first_exercise_one_comes_from_standing_at_the_computer(screen: Screen) -> None:
    screen.show("light_cardio_walk", 1, SegmentKind.GET_READY)
    assert screen.asked == [("light_cardio_walk", Position.STANDING)]


def test_work_and_changes_of_sides_need_no_way(screen: Screen) -> None:
    screen.show("hip_flexor_half_kneeling", 1, SegmentKind.SIDE_SWITCH)
    screen.show("glute_bridge", 1)
    assert [before for _, before in screen.asked] == [None, None]


def test_it_stands_still_while_the_session_does(screen: Screen) -> None:
    screen.show("glute_bridge", 3)
    screen.show("glute_bridge", 3, status=Status.PAUSED)
    assert not screen.figure.moves()


def test_hidden_it_does_not_wake_up(screen: Screen) -> None:
    screen.show("glute_bridge", 3)
    screen.figure.hide()
    assert not screen.figure.moves()
    screen.show("glute_bridge", 3.1)
    assert not screen.figure.moves()
    screen.figure.show()
    screen.show("glute_bridge", 3.2)
    assert screen.figure.moves()


def test_without_motion_it_is_one_picture_a_side(screen: Screen) -> None:
    screen.figure.show_reduced_motion(True)
    screen.show("glute_bridge", 1)
    assert not screen.figure.moves()
    first = screen.figure.grab().toImage()
    screen.show("glute_bridge", 3)
    assert screen.figure.grab().toImage() == first


def test_a_moving_figure_repaints_less_than_itself(screen: Screen) -> None:
    screen.show("glute_bridge", 0.5)
    screen.settle()
    screen.figure._looks.stop()
    watcher = Repaints()
    screen.figure.installEventFilter(watcher)
    for tenth in range(6, 16):
        screen.show("glute_bridge", tenth / 10)
        screen.figure._looks.stop()
        paint_now(screen.window)
    whole = screen.figure.width() * screen.figure.height()
    assert len(watcher.rects) >= 5
    assert max(rect.width() * rect.height() for rect in watcher.rects) < 0.7 * whole


def test_a_figure_repainted_in_parts_looks_like_one_painted_at_once(screen: Screen) -> None:
    screen.show("glute_bridge", 0.5)
    screen.settle()
    screen.figure._looks.stop()
    for tenth in range(6, 30):
        screen.show("glute_bridge", tenth / 10)
        screen.figure._looks.stop()
        paint_now(screen.window)
    screen.settle()
    in_parts = screen.picture()
    assert len({in_parts.pixel(x, 200) for x in range(0, 600, 5)}) > 3
    screen.figure.update()
    screen.settle()
    assert screen.picture() == in_parts


def test_between_two_ticks_of_the_session_it_looks_at_the_session_itself(screen: Screen) -> None:
    screen.show("glute_bridge", 1)
    screen.settle()
    before = screen.picture()
    assert screen.now is not None
    screen.now = replace(screen.now, elapsed_seconds=1.6)
    with screen.qtbot.waitSignal(screen.figure.looked) as told:
        screen.figure._on_look()
    assert told.args == [screen.now]
    screen.settle()
    assert screen.picture() != before


def counted(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A mark for each frame that is drawn, from now on."""
    drawn: list[float] = []
    draw = FigurePainter.drawing

    def counting(self: FigurePainter, rect: QRectF, posture: Posture, ratio: float = 1.0) -> Drawing:
        drawn.append(ratio)
        return draw(self, rect, posture, ratio)

    monkeypatch.setattr(FigurePainter, "drawing", counting)
    return drawn


def test_while_one_waits_the_work_is_drawn_bit_by_bit(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.show("glute_bridge", 14, SegmentKind.GET_READY)
    screen.settle()
    drawn = counted(screen, monkeypatch)
    screen.show("glute_bridge", 14.1, SegmentKind.GET_READY)
    spare = screen.figure._spare
    while spare.isActive():
        before = len(drawn)
        spare.timeout.emit()
        assert len(drawn) <= before + 1
    before = len(drawn)
    assert before > 50
    screen.show("glute_bridge", 14.2, SegmentKind.GET_READY)
    assert not spare.isActive()  # that was all there is
    for frame in range(150):
        screen.show("glute_bridge", frame / 30 + 0.01)
        screen.figure._looks.stop()
    assert len(drawn) <= before + 3


def test_the_second_set_is_not_drawn_again(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.show("glute_bridge", 0)
    screen.settle()
    for frame in range(160):
        screen.show("glute_bridge", frame / 30 + 0.01)
        screen.figure._looks.stop()
    drawn = counted(screen, monkeypatch)
    screen.show("glute_bridge", 1, SegmentKind.REST)
    for frame in range(160):
        screen.show("glute_bridge", frame / 30 + 0.01)
        screen.figure._looks.stop()
    assert len(drawn) <= 4


def test_what_it_shows_is_told(screen: Screen) -> None:
    screen.show("glute_bridge", 1)
    assert screen.figure.accessibleName().startswith("A person lies on the back")


def test_where_there_is_no_figure_the_phase_is_shown(screen: Screen) -> None:
    screen.show("knee_hug", 1)
    assert not screen.figure.moves()
    assert screen.figure.accessibleName() == ""
    colours = {screen.figure.grab().toImage().pixelColor(x, 200).name() for x in range(0, 600, 3)}
    assert LIGHT.phases_soft[SHIPPED["figure_four_supine"].phase].lower() in colours


def test_another_theme_is_taken_up(screen: Screen) -> None:
    screen.show("glute_bridge", 1)
    light = screen.figure.grab().toImage()
    screen.figure.show_theme(DARK)
    assert screen.figure.grab().toImage() != light


def test_a_figure_that_fails_leaves_no_painter_on_the_window(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no such limb")

    with monkeypatch.context() as broken, pytest.raises(ValueError, match="no such limb") as failure:
        broken.setattr(FigurePainter, "drawing", fail)
        screen.show("glute_bridge", 1)
        screen.settle()
    assert failure.traceback  # which keeps all that was at hand
    assert not screen.figure.paintingActive()


def test_in_a_short_lead_in_it_comes_into_position_before_the_work(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings allow five seconds."""
    short = compile_routine(ROUTINE, replace(Timings(), lead_in_change_seconds=5))
    monkeypatch.setitem(globals(), "TIMELINE", short)
    index = next(s.index for s in short.segments if s.exercise_id == "glute_bridge")
    lead_in = short.segments[index]
    screen.show("glute_bridge", lead_in.seconds - 0.1, lead_in.kind)
    movement, moment = screen.figure._movement, screen.figure._moment
    assert moment is not None
    assert movement is not None
    assert movement.way_in is not None
    assert movement.way_in.seconds > lead_in.seconds
    assert moment.seconds > 0.95 * movement.way_in.seconds
