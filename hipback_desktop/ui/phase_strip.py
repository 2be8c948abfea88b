"""The phases of a routine as segments: done ones ticked, the current one filled, the others to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.icons import icon
from hipback_desktop.ui.reading_order import in_reading_order
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.exercise import Phase
    from hipback_desktop.core.timeline import Timeline
    from hipback_desktop.ui.theme import Theme

_HEIGHT: Final = 4 * SPACE
_ICON: Final = 20
_PAD: Final = SPACE + SPACE // 2
_GAP: Final = SPACE


def phase_runs(timeline: Timeline) -> tuple[tuple[Phase, int], ...]:
    """The phases in order, each with the step it ends before; neighbours of the same phase are one."""
    runs: list[tuple[Phase, int]] = []
    for segment in timeline.segments:
        if runs and runs[-1][0] is segment.phase:
            runs[-1] = (segment.phase, segment.step_index + 1)
        else:
            runs.append((segment.phase, segment.step_index + 1))
    return tuple(runs)


class PhaseStrip(QWidget):
    """With little room only the current phase keeps its word, the others their icon."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asset = asset
        self._runs: tuple[tuple[Phase, int], ...] = ()
        self._current = 0
        self.setFont(font_of(TypeRole.CAPTION, strong=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.show_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._natural_widths())) + _GAP * len(self._runs), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def show_timeline(self, timeline: Timeline) -> None:
        """The phases of a timeline."""
        runs = phase_runs(timeline)
        if runs != self._runs:
            self._runs = runs
            self._name_it()
            self._tint()
            self.updateGeometry()
            self.update()

    def show_step(self, step_index: int) -> None:
        """Marks the phase of a step."""
        current = next((i for i, (_, end) in enumerate(self._runs) if step_index < end), 0)
        if current != self._current:
            self._current = current
            self._name_it()
            self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tint()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            left = 0.0
            for index, width in enumerate(self._widths()):
                self._paint_run(painter, index, QRectF(left, 0, width, _HEIGHT))
                left += width + _GAP

    def _paint_run(self, painter: QPainter, index: int, box: QRectF) -> None:
        phase, _ = self._runs[index]
        is_current, is_done = index == self._current, index < self._current
        colour = QColor(self._theme.phases[phase])
        if is_current:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setBrush(QColor(self._theme.phases_soft[phase]) if is_done else Qt.BrushStyle.NoBrush)
            painter.setPen(Qt.PenStyle.NoPen if is_done else QPen(QColor(self._theme.outline), 1))
        painter.drawRoundedRect(in_reading_order(box, self).adjusted(0.5, 0.5, -0.5, -0.5), _HEIGHT / 2, _HEIGHT / 2)
        picture = self._icons["check" if is_done else phase.value, is_current]
        place = in_reading_order(QRectF(round(box.left()) + _PAD, round((_HEIGHT - _ICON) / 2), _ICON, _ICON), self)
        picture.paint(painter, place.toRect())
        text_left = box.left() + _PAD + _ICON + SPACE * 0.75
        if box.right() - text_left >= self._text_width(phase):
            painter.setPen(QColor(self._theme.on_phase if is_current else self._theme.text))
            area = in_reading_order(QRectF(QPointF(text_left, 0), box.bottomRight()), self)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, phase_name(phase))

    def _text_width(self, phase: Phase) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(phase_name(phase))

    def _natural_widths(self) -> list[float]:
        return [2 * _PAD + _ICON + SPACE + self._text_width(phase) for phase, _ in self._runs]

    def _widths(self) -> list[float]:
        natural = self._natural_widths()
        if sum(natural) + _GAP * (len(natural) - 1) <= self.width():
            return natural
        return [width if i == self._current else 2.0 * _PAD + _ICON for i, width in enumerate(natural)]

    def _tint(self) -> None:
        """An icon per phase, and the tick, plain and on the phase's colour."""
        names = {"check", *(phase.value for phase, _ in self._runs)}
        self._icons = {
            (name, is_current): icon(name, self._theme.on_phase if is_current else self._theme.text, self._asset)
            for name in names
            for is_current in (False, True)
        }

    def _name_it(self) -> None:
        names = [phase_name(phase) for phase, _ in self._runs]
        if self._current < len(names):
            self.setAccessibleName(f"{names[self._current]}, {self._current + 1} / {len(names)}")
            self.setAccessibleDescription(", ".join(names))
