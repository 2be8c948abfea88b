"""Several times a second the session page shows a moment; what is painted stays where something changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop import paths
from hipback_desktop.app.figures import Figures
from hipback_desktop.core.playback import begin
from hipback_desktop.core.timeline import SegmentKind, compile_routine
from hipback_desktop.core.view import SessionView, view_of
from hipback_desktop.ui.session_page import SessionPage
from hipback_desktop.ui.theme import LIGHT
from tests.builders import NOON
from tests.core.shipped import catalogue
from tests.ui.painting import paint_now

TIMELINE = compile_routine(catalogue().routines["full_20"])
FIGURES = Figures(paths.asset)


class Painting(QObject):
    """What is painted in a page, by widget."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.regions: dict[QWidget, QRegion] = defaultdict(QRegion)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget) and self._page.isAncestorOf(watched):
            self.regions[watched] += event.region()
        return False

    def area(self, *widgets: QWidget) -> int:
        """Pixels painted in some widgets."""
        return sum(rect_area(QRect(rect)) for widget in widgets for rect in self.regions[widget])  # type: ignore[attr-defined, misc]


def rect_area(rect: QRect) -> int:
    return rect.width() * rect.height()


def moment(exercise: str, seconds: float) -> SessionView:
    index = next(s.index for s in TIMELINE.segments if (s.exercise_id, s.kind) == (exercise, SegmentKind.WORK))
    return view_of(begin(TIMELINE, 0.0, index)[0].advance(seconds)[0], catalogue().exercises, seconds, NOON)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[SessionPage]:
    page = SessionPage(LIGHT, paths.asset, FIGURES.movement, lambda: None)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_timeline(TIMELINE, catalogue().exercises)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.hide()


def paintings(page: SessionPage) -> Painting:
    """What is painted while nothing is asked for."""
    painting = Painting(page)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(painting)
    paint_now(page)
    application.removeEventFilter(painting)
    return painting


def painted(page: SessionPage, exercise: str, start: float) -> Painting:
    """A second of it, ten moments."""
    page.show_view(moment(exercise, start))
    while paintings(page).regions:
        pass  # all of it has to be there first
    painting = Painting(page)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(painting)
    for tenth in range(1, 11):
        page.show_view(moment(exercise, start + tenth / 10))
        page.scene.figure._looks.stop()  # its own looks at a clock are not what is measured
        paint_now(page)
    application.removeEventFilter(painting)
    return painting


def test_a_hold_paints_its_ring_the_breath_and_what_the_breath_moves(page: SessionPage) -> None:
    scene = page.scene
    painting = painted(page, "hip_flexor_half_kneeling", 8)
    changing = {scene.ring, scene.pacer, scene.figure, scene.bar, scene.time_left}
    assert set(painting.regions) <= changing
    page_area = rect_area(page.rect())
    assert painting.area(scene.ring) < page_area * 0.03
    assert painting.area(scene.pacer) <= rect_area(scene.pacer.rect()) / 3
    assert painting.area(scene.figure) < rect_area(scene.figure.rect()) * 0.85


def test_reps_paint_the_figure_and_the_count(page: SessionPage) -> None:
    scene = page.scene
    painting = painted(page, "glute_bridge", 4.5)
    assert set(painting.regions) <= {scene.ring, scene.figure, scene.bar, scene.time_left}
    assert painting.area(scene.figure) > 0
    assert painting.area(scene.figure) < rect_area(scene.figure.rect()) * 0.8


def test_the_view_that_is_not_shown_paints_nothing(page: SessionPage) -> None:
    page.show_room_view(True)
    painting = painted(page, "glute_bridge", 4.5)
    assert painting.regions
    assert not any(page.scene.isAncestorOf(widget) for widget in painting.regions)
    assert not page.scene.figure.moves()
