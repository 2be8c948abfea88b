"""The session from across the room: what, which side, how long, what next; nothing else but Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.wording import set_text
from hipback_desktop.ui.breath_pacer import BreathPacer
from hipback_desktop.ui.caption_line import CaptionLine
from hipback_desktop.ui.control_button import ControlButton
from hipback_desktop.ui.fitted_text import CENTRE, TOP_LEFT, FittedText
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
    from hipback_desktop.ui.theme import Theme

_NAME_LINES: Final = 4
_NAME_ROOM: Final = 2
_COUNTDOWN_GROWS: Final = 4
_TOP: Final = 3 * SPACE
_BOTTOM: Final = 2 * SPACE
_FOOT: Final = 8 * SPACE
_SMALLEST: Final = 0.1


class RoomView(QWidget):
    """Sizes come from the screen's physical resolution; a window too small for them shows all of it smaller."""

    requested = Signal(SessionAction)

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._words = MomentWords()
        self._segment: Segment | None = None
        self.side = SidePill(theme, 6 * SPACE)
        self.name = FittedText(
            theme, 10 * SPACE, alignment=TOP_LEFT, strong=True, lines=_NAME_LINES, room=_NAME_ROOM, expands=True
        )
        self.kind = FittedText(theme, 6 * SPACE, alignment=CENTRE, strong=True)
        self.pacer = BreathPacer(theme, 6 * SPACE)
        self.digits = FittedText(theme, 20 * SPACE, alignment=CENTRE, strong=True, expands=True)
        self.caption = CaptionLine(theme, 6 * SPACE)
        self.upcoming = FittedText(theme, 6 * SPACE, tone="muted", lines=2)
        self.bar = SessionBar(theme, 3 * SPACE)
        self.stop = ControlButton(SessionAction.STOP, "stop", "danger", theme, asset)
        self.stop.clicked.connect(lambda: self.requested.emit(SessionAction.STOP))
        self.pacer.hide()
        self._lay_out()

    def show_timeline(self, timeline: Timeline, exercises: Mapping[str, Exercise] | None) -> None:
        """What is played."""
        self.bar.show_timeline(timeline, exercises)

    def show_view(self, view: SessionView) -> None:
        """A moment; every part compares before it does anything."""
        face = self._words.face_of(view)
        if view.segment is not self._segment:
            self._segment = view.segment
            self.side.show_side(view.segment.side, view.phase, _words_beside(view))
            self.name.show_text(view.exercise.name)
            self.upcoming.show_text(next_words(view))
        self.kind.show_text(f"{face.label} {face.below}" if face.fills and not view.segment.is_open else face.label)
        self.kind.show_tone("muted" if face.look is Look.HELD else "text")
        self.pacer.show_breath(view.breath, view.phase)
        self._show_pacer(view.breath is not None)
        self.digits.show_text(face.digits, tells=False)
        self.digits.show_tone("muted" if face.look is Look.HELD else "text")
        self.bar.show_position(view.position_seconds)

    def show_cue(self, cue: Cue) -> None:
        """The words of a cue."""
        self.caption.show_cue(cue)

    def show_scale(self, scale: float) -> None:
        """The person's choice, 1 for two metres."""
        self._scale = scale
        self._show_sizes()

    def show_reduced_motion(self, reduced: bool) -> None:
        """Nothing glides."""
        self.caption.show_reduced_motion(reduced)
        self.pacer.show_reduced_motion(reduced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sizes()

    def minimumSizeHint(self) -> QSize:
        """None of its own: the letters are made to fit, the window is not made to fit the letters."""
        return QSize(60 * SPACE, 40 * SPACE)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(3 * SPACE)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop)
        what = QVBoxLayout()
        what.setSpacing(2 * SPACE)
        what.addWidget(self.side)
        what.addWidget(self.name)
        how_long = QVBoxLayout()
        how_long.setSpacing(0)
        how_long.addWidget(self.kind)
        how_long.addWidget(self.pacer)
        how_long.addWidget(self.digits)
        above = QHBoxLayout()
        above.setSpacing(3 * SPACE)
        above.addLayout(what, 3)
        above.addLayout(how_long, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, _TOP, 4 * SPACE, _BOTTOM)
        rows.setSpacing(SPACE)
        rows.addLayout(above, 1)
        rows.addWidget(self.caption)
        rows.addWidget(self.upcoming)
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
        while self._least_height() > self.height() and shrunk > _SMALLEST:
            shrunk *= 0.95
            self._apply(*(round(pixels * shrunk) for pixels in wanted))

    def _least_height(self) -> int:
        """What the rows need; the layout would say so too, but later."""
        what = self.side.minimumHeight() + 2 * SPACE + self.name.minimumHeight()
        how_long = self.pacer.minimumHeight() + self.digits.minimumHeight()
        rows = (max(what, how_long), self.caption.minimumHeight(), self.upcoming.minimumHeight(), _FOOT)
        return sum(rows) + (len(rows) - 1) * SPACE + _TOP + _BOTTOM

    def _apply(self, text: int, name: int, countdown: int) -> None:
        self.side.show_pixels(text)
        self.name.show_pixels(name)
        self.kind.show_pixels(text)
        self.pacer.show_pixels(text)
        self.digits.show_pixels(countdown, most=_COUNTDOWN_GROWS * countdown)
        self.caption.show_pixels(text)
        self.upcoming.show_pixels(text)


def _words_beside(view: SessionView) -> str:
    """All of it where no side takes the room; beside one only the set, for the count says the rest."""
    return side_words(view) if view.segment.side is None else set_text(view.segment)


def _font_pixels(capital_height: int) -> int:
    """The font size at which capitals are so high."""
    probe = 1000
    return round(capital_height * probe / max(1.0, QFontMetricsF(font_of_pixels(probe)).capHeight()))
