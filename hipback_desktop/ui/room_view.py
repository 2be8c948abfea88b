"""The session from across the room: what, which side, how long, how it looks, what next; nothing else but Stop."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.wording import set_text
from hipback_desktop.ui.breath_pacer import BreathPacer
from hipback_desktop.ui.caption_line import CaptionLine
from hipback_desktop.ui.control_button import ControlButton
from hipback_desktop.ui.fitted_text import FittedText
from hipback_desktop.ui.numerals import Numerals
from hipback_desktop.ui.room_sizes import room_sizes
from hipback_desktop.ui.session_bar import SessionBar
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_words import Look, MomentWords, next_words, side_words
from hipback_desktop.ui.side_pill import SidePill
from hipback_desktop.ui.type_scale import SPACE, font_of_pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.cues import Cue
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Segment, Timeline
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.ui.figure_view import FigureView
    from hipback_desktop.ui.theme import Theme

_NAME_LINES: Final = 2
_COUNTDOWN_GROWS: Final = 4
_COUNTDOWN_WIDE: Final = 1.5
"""Room for two figures, in sizes of the countdown."""
_ABOUT_WIDE: Final = 5.9
"""Room for the side or the breath, in sizes of the text."""
_SIDE: Final = 3 * SPACE
_TOP: Final = SPACE
_BOTTOM: Final = SPACE
_FOOT: Final = 8 * SPACE
_SMALLEST: Final = 0.1


class RoomView(QWidget):
    """Sizes come from the screen's physical resolution; a window too small for them shows all of it smaller."""

    requested = Signal(SessionAction)

    def __init__(
        self, theme: Theme, asset: Callable[[str], Path], figure: FigureView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.figure = figure
        self._scale = 1.0
        self._words = MomentWords()
        self._segment: Segment | None = None
        self.name = FittedText(theme, 10 * SPACE, strong=True, lines=_NAME_LINES, narrows=True)
        self.digits = Numerals(theme, 20 * SPACE)
        self.side = SidePill(theme, 6 * SPACE, is_short=True)
        self.kind = FittedText(theme, 6 * SPACE, strong=True, narrows=True)
        self.pacer = BreathPacer(theme, 6 * SPACE, is_low=True)
        self.amount = FittedText(theme, 6 * SPACE, tone="muted")
        self.caption = CaptionLine(theme, 6 * SPACE)
        self.bar = SessionBar(theme, 3 * SPACE)
        self.stop = ControlButton(SessionAction.STOP, "stop", "danger", theme, asset)
        self.stop.clicked.connect(lambda: self.requested.emit(SessionAction.STOP))
        self.pacer.hide()
        self._lay_out()

    def show_timeline(self, timeline: Timeline, exercises: Mapping[str, Exercise] | None) -> None:
        """What is played."""
        self.bar.show_timeline(timeline, exercises)
        if exercises is not None:
            self.figure.show_exercises(exercises)

    def show_view(self, view: SessionView) -> None:
        """A moment; every part compares before it does anything."""
        face = self._words.face_of(view)
        if view.segment is not self._segment:
            self._segment = view.segment
            self._show_segment(view)
        self.figure.show_view(view)
        self.kind.show_text(face.brief)
        self.kind.show_tone("muted" if face.look is Look.HELD else "text")
        self.pacer.show_breath(view.breath, view.phase)
        self._show_pacer(view.breath is not None)
        self.digits.show_text(face.digits, tells=False)
        self.digits.show_tone("muted" if face.look is Look.HELD else "text")
        self.bar.show_position(view.position_seconds, view.left_out)

    def show_cue(self, cue: Cue) -> None:
        """The words of a cue."""
        self.caption.show_cue(cue)

    def show_scale(self, scale: float) -> None:
        """The person's choice, 1 for two metres."""
        self._scale = scale
        self._show_sizes()

    def show_reduced_motion(self, reduced: bool) -> None:
        """Nothing glides."""
        for part in (self.caption, self.pacer, self.figure):
            part.show_reduced_motion(reduced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sizes()

    def minimumSizeHint(self) -> QSize:
        """None of its own: the letters are made to fit, the window is not made to fit the letters."""
        return QSize(60 * SPACE, 40 * SPACE)

    def _show_segment(self, view: SessionView) -> None:
        self.name.show_text(view.exercise.short_name or view.exercise.name)
        self.side.show_side(view.segment.side, view.phase, "")
        self.side.setVisible(view.segment.side is not None)
        self.amount.show_text(set_text(view.segment) or ("" if _tells_amount(view) else side_words(view)))
        self.caption.show_otherwise(next_words(view))
        self.digits.setAccessibleName(view.exercise.name)
        self._show_sizes()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(3 * SPACE)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addStretch(1)
        for part in (self.side, self.kind, self.pacer, self.amount):
            about.addWidget(part)
        about.addStretch(1)
        now = QHBoxLayout()
        now.setSpacing(3 * SPACE)
        now.addWidget(self.digits, 2)
        now.addLayout(about, 2)
        now.addWidget(self.figure, 8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_SIDE, _TOP, _SIDE, _BOTTOM)
        rows.setSpacing(SPACE)
        rows.addWidget(self.name)
        rows.addLayout(now, 1)
        rows.addWidget(self.caption)
        rows.addLayout(foot)

    def _show_pacer(self, shown: bool) -> None:
        """The pace of the breath stands where otherwise it says “Hold”."""
        if self.pacer.isHidden() is shown:
            self.pacer.setVisible(shown)
            self.kind.setVisible(not shown)

    def _show_sizes(self) -> None:
        """The sizes to read from two metres, or smaller ones in the same proportions."""
        sizes = room_sizes(self.screen().physicalDotsPerInchY(), self._scale)
        wanted = [_font_pixels(sizes.text), _font_pixels(sizes.name), _font_pixels(sizes.countdown)]
        shrunk = 1.0
        self._apply(*wanted)
        # Margins do not shrink, so approach what fits from above.
        while self._is_too_large() and shrunk > _SMALLEST:
            shrunk *= 0.95
            self._apply(*(round(pixels * shrunk) for pixels in wanted))
        spare = self.height() - self._least_height()
        self.amount.setVisible(spare >= self.amount.minimumHeight())

    def _is_too_large(self) -> bool:
        """What the layout would say too, but later."""
        least_width = self.digits.minimumWidth() + self.side.minimumWidth() + self.figure.minimumWidth()
        return self._least_height() > self.height() or least_width + 2 * _SIDE + 6 * SPACE > self.width()

    def _least_height(self) -> int:
        about = (self.side.minimumHeight() if self.side.isVisibleTo(self) else 0) + self.pacer.minimumHeight()
        now = max(self.digits.minimumHeight(), about, self.figure.minimumHeight())
        rows = (self.name.minimumHeight(), now, self.caption.minimumHeight(), _FOOT)
        return sum(rows) + (len(rows) - 1) * SPACE + _TOP + _BOTTOM

    def _apply(self, text: int, name: int, countdown: int) -> None:
        self.name.show_pixels(name)
        self.name.reserve_lines(self.width() - 2 * _SIDE)
        self.digits.show_pixels(countdown, most=_COUNTDOWN_GROWS * countdown)
        self.digits.setMinimumWidth(round(_COUNTDOWN_WIDE * countdown))
        for part in (self.side, self.kind, self.pacer, self.amount, self.caption):
            part.show_pixels(text)
        for part in (self.side, self.kind, self.pacer, self.amount):
            part.setMinimumWidth(round(_ABOUT_WIDE * text))


def _tells_amount(view: SessionView) -> bool:
    """Whether the count says already how much it is."""
    return view.is_work and view.segment.reps is not None


def _font_pixels(capital_height: int) -> int:
    """The font size at which capitals are so high."""
    probe = 1000
    return ceil(capital_height * probe / max(1.0, QFontMetricsF(font_of_pixels(probe)).capHeight()))
