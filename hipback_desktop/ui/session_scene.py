"""The session at arm's length: countdown, exercise, instructions, what comes next, and every control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.playback import Status
from hipback_desktop.ui.breath_pacer import BreathPacer
from hipback_desktop.ui.caption_line import CaptionLine
from hipback_desktop.ui.countdown_ring import CountdownRing
from hipback_desktop.ui.fitted_text import RIGHT, FittedText
from hipback_desktop.ui.instruction_panel import InstructionPanel
from hipback_desktop.ui.notice_bar import NoticeBar
from hipback_desktop.ui.session_bar import SessionBar
from hipback_desktop.ui.session_controls import SessionControls
from hipback_desktop.ui.session_header import SessionHeader
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_words import MomentWords, counts_freely, next_words, side_words
from hipback_desktop.ui.side_pill import SidePill
from hipback_desktop.ui.type_scale import SPACE, TypeRole, body_pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.cues import Cue
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.ui.figure_view import FigureView
    from hipback_desktop.ui.theme import Theme

_DESIGNED_FOR: Final = (1280, 800)
_LARGEST_SCALE: Final = 2.0
_SCALE_STEP: Final = 0.25
_SMALLEST: Final = QSize(100 * SPACE, 67 * SPACE)
_LOW: Final = 680
"""Below this height distances shrink and the caption keeps to one line."""
_ROOM_FOR_BOTH: Final = 30 * SPACE
"""The least height of the countdown above the instructions."""
_ROOM_FOR_TWO_LINES: Final = 40 * SPACE
"""The least height of both beside a name of two lines in its usual size."""


class _Beside(QWidget):
    """What stands beside the figure: where both do not fit, the countdown stays and the instructions go."""

    def __init__(self, panel: QWidget, name: FittedText) -> None:
        super().__init__()
        self._panel = panel
        self._name = name
        self.setMinimumHeight(1)  # as low as the window makes it, whatever is in it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.setVisible(self.height() >= _ROOM_FOR_BOTH)
        self._name.show_yielding(_ROOM_FOR_BOTH <= self.height() < _ROOM_FOR_TWO_LINES)


class SessionScene(QWidget):
    """Says which action was asked for; keys are the page's matter."""

    requested = Signal(SessionAction)

    def __init__(
        self, theme: Theme, asset: Callable[[str], Path], figure: FigureView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.figure = figure
        self._segment: Segment | None = None
        self._moment_words = MomentWords()
        self._pause_shown: tuple[bool, Status] | None = None
        self._reduced_motion = False
        self.header = SessionHeader(theme, asset)
        self.notices = NoticeBar(theme, asset)
        self.ring = CountdownRing(theme)
        self.pacer = BreathPacer(theme, body_pixels())
        self.side = SidePill(theme, body_pixels())
        self.name = FittedText(theme, body_pixels(), strong=True, lines=2)
        self.panel = InstructionPanel(theme, asset)
        self.caption = CaptionLine(theme, body_pixels())
        self.upcoming = FittedText(theme, body_pixels(), tone="text")
        self.time_left = FittedText(theme, body_pixels(), tone="muted", alignment=RIGHT)
        self.bar = SessionBar(theme)
        self.controls = SessionControls(theme, asset)
        self._lay_out()
        self.figure.looked.connect(self._show_countdown)  # where the figure moves smoothly, so does the ring
        self.header.requested.connect(self.requested)
        self.controls.requested.connect(self.requested)

    def show_timeline(self, timeline: Timeline, exercises: Mapping[str, Exercise] | None) -> None:
        """What is played."""
        self.header.show_timeline(timeline)
        if exercises is not None:
            self.figure.show_exercises(exercises)
        self.bar.show_timeline(timeline, exercises)

    def show_view(self, view: SessionView) -> None:
        """A moment; called often, so every part compares before it does anything."""
        if view.segment is not self._segment:
            self._show_segment(view)
        self.figure.show_view(view)
        self._show_countdown(view)
        self.pacer.show_breath(view.breath, view.phase)
        self.bar.show_position(view.position_seconds, view.left_out)
        self.time_left.show_text(self._moment_words.time_left(view), tells=False)
        if (pause := (counts_freely(view), view.status)) != self._pause_shown:
            self._pause_shown = pause
            self._show_pause(view)

    def _show_countdown(self, view: SessionView) -> None:
        self.ring.show_face(self._moment_words.face_of(view, steady=self._reduced_motion))

    def show_cue(self, cue: Cue) -> None:
        """The words of a cue."""
        self.caption.show_cue(cue)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Nothing glides."""
        self._reduced_motion = reduced
        self.caption.show_reduced_motion(reduced)
        self.figure.show_reduced_motion(reduced)
        self.pacer.show_reduced_motion(reduced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sizes()

    def minimumSizeHint(self) -> QSize:
        """That of the smallest letters: a window made lower must not be held up by the ones it has now."""
        return _SMALLEST

    def _show_segment(self, view: SessionView) -> None:
        self._segment = view.segment
        self.header.show_step(view.segment.step_index)
        self.side.show_side(view.segment.side, view.phase, side_words(view))
        self.name.show_text(view.exercise.name)
        self.panel.show_exercise(view.exercise)
        self.upcoming.show_text(next_words(view))
        self.ring.setAccessibleName(view.exercise.name)

    def _show_pause(self, view: SessionView) -> None:
        """What the large button would do."""
        if counts_freely(view):
            self.controls.show_done()
        else:
            self.controls.show_paused(view.status is Status.PAUSED)

    def _lay_out(self) -> None:
        name = QVBoxLayout()
        name.setSpacing(SPACE)
        name.addStretch(1)
        name.addWidget(self.side)
        name.addWidget(self.name)
        name.addWidget(self.pacer)
        name.addStretch(1)
        self._now = QHBoxLayout()
        self._now.addWidget(self.ring, 2)
        self._now.addLayout(name, 3)
        beside = _Beside(self.panel, self.name)
        self._words = QVBoxLayout(beside)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addLayout(self._now, 6)
        self._words.addWidget(self.panel, 5)
        self._centre = QHBoxLayout()
        self._centre.addWidget(self.figure, 6)
        self._centre.addWidget(beside, 6)
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        below.addWidget(self.upcoming, 3)
        below.addWidget(self.time_left, 2)
        foot = QVBoxLayout()
        foot.setSpacing(SPACE // 2)
        foot.addLayout(below)
        foot.addWidget(self.bar)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.header)
        self._rows.addWidget(self.notices)
        self._rows.addLayout(self._centre, 1)
        self._rows.addWidget(self.caption)
        self._rows.addLayout(foot)
        self._rows.addWidget(self.controls)

    def _show_sizes(self) -> None:
        """Words grow with a large window, distances shrink with a low one."""
        scale = _scale_for(self.width(), self.height())
        is_low = self.height() < _LOW
        margin = SPACE + SPACE // 2 if is_low else 3 * SPACE
        self._rows.setContentsMargins(margin, margin, margin, margin)
        self._rows.setSpacing(SPACE if is_low else 2 * SPACE)
        for row in (self._centre, self._words, self._now):
            row.setSpacing(SPACE if is_low else 2 * SPACE)
        body = body_pixels()
        self.side.show_pixels(round(body * TypeRole.BODY_LARGE.value * scale))
        self.name.show_pixels(round(body * TypeRole.HEADLINE.value * scale * (0.72 if is_low else 1.0)))
        self.caption.show_pixels(round(body * (TypeRole.BODY_LARGE if is_low else TypeRole.TITLE).value * scale))
        self.pacer.show_pixels(round(body * (TypeRole.TITLE if is_low else TypeRole.HEADLINE).value * scale))
        self.upcoming.show_pixels(round(body * TypeRole.BODY_LARGE.value * scale))
        self.time_left.show_pixels(round(body * TypeRole.BODY_LARGE.value * scale))
        self.panel.show_scale(scale)


def _scale_for(width: int, height: int) -> float:
    """1 up to the size the page was drawn for, then growing in steps."""
    wanted = min(width / _DESIGNED_FOR[0], height / _DESIGNED_FOR[1])
    stepped = int(wanted / _SCALE_STEP) * _SCALE_STEP
    return min(_LARGEST_SCALE, max(1.0, stepped))
