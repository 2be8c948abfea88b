"""A chart on the screen: pointer and arrow keys go from value to value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipback_desktop.charts.marks import Ink
from hipback_desktop.charts.painter import letters_of, paint_scene
from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hipback_desktop.charts.chart import Chart
    from hipback_desktop.charts.marks import Scene, Spot
    from hipback_desktop.ui.theme import Theme

_ROLES: Final[Mapping[Ink, str]] = MappingProxyType(
    {
        Ink.GROUND: "surface",
        Ink.TEXT: "text",
        Ink.MUTED: "muted",
        Ink.LINE: "line",
        Ink.OUTLINE: "outline",
        Ink.ACCENT: "accent",
        Ink.SOFT: "accent_soft",
    }
)
_WAYS: Final[Mapping[int, tuple[int, int]]] = MappingProxyType(
    {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
)
_ASIDE: Final = 4.0
"""How much worse a step to the side is than one ahead, when the next value is looked for."""


def chart_palette(theme: Theme) -> Mapping[Ink, str]:
    """The colours of a chart in a theme; those of the phases are the same as everywhere."""
    phases = {Ink(phase.value): theme.phases[phase] for phase in Phase}
    return {ink: getattr(theme, role) for ink, role in _ROLES.items()} | phases


class ChartView(QWidget):
    """``told`` is the value that pointer or keyboard is on, in words; empty when they leave."""

    told = Signal(str)

    def __init__(self, chart: Chart, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._scene: Scene | None = None
        self._spot: Spot | None = None
        self._heights: dict[int, int] = {}  # layouts ask for the same ones dozens of times
        # Axes run from left to right in every language, as in the same drawing in files and on paper.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFont(font_of(TypeRole.CAPTION))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_theme(theme)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Another chart in its place."""
        self._chart = chart
        self._heights.clear()
        self._lay_out_anew()
        self.setAccessibleDescription(chart.describe())
        self.updateGeometry()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._palette = chart_palette(theme)
        self.update()

    def spot(self) -> Spot | None:
        """The value that pointer or keyboard is on."""
        return self._spot

    def sizeHint(self) -> QSize:
        return QSize(90 * SPACE, self.heightForWidth(90 * SPACE))

    def minimumSizeHint(self) -> QSize:
        return QSize(30 * SPACE, self.heightForWidth(max(self.width(), 30 * SPACE)))

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = round(self._chart.height(width, letters_of(self.font())))
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_scene(painter, self._laid_out(), self._palette, self.font())
            if self._spot is not None:
                painter.setPen(QPen(QColor(self._theme.focus if self.hasFocus() else self._theme.outline), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                box = self._spot.box
                ring = QRectF(box.x - 1, box.y - 1, box.width + 2, box.height + 2)
                painter.drawRoundedRect(ring.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots = self._laid_out().spots
        way = _WAYS.get(event.key())
        if way is not None and spots:
            self._go_to(_next_spot(spots, self._spot or spots[-1], way))
        elif event.key() == Qt.Key.Key_Home and spots:
            self._go_to(spots[0])
        elif event.key() == Qt.Key.Key_End and spots:
            self._go_to(spots[-1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard enters at the latest value."""
        super().focusInEvent(event)
        spots = self._laid_out().spots
        if self._spot is None and spots:
            self._go_to(spots[-1])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        found = next((spot for spot in self._laid_out().spots if spot.box.holds(at.x(), at.y())), None)
        if found is not None or not self.hasFocus():
            self._go_to(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go_to(None)

    def _go_to(self, spot: Spot | None) -> None:
        if spot is self._spot:
            return
        self._spot = spot
        self._name_it()
        self.told.emit(spot.told if spot else "")
        self.update()

    def _lay_out_anew(self) -> None:
        self._scene = None
        self._spot = None
        self._name_it()
        self.update()

    def _name_it(self) -> None:
        """A changed name is read out, so that the value under the keyboard is heard."""
        self.setAccessibleName(self._spot.told if self._spot else self._chart.title)

    def _laid_out(self) -> Scene:
        if self._scene is None:
            self._scene = self._chart.scene(self.width(), self.height(), letters_of(self.font()))
        return self._scene


def _next_spot(spots: tuple[Spot, ...], current: Spot, way: tuple[int, int]) -> Spot:
    """The nearest one in a direction; the current one when there is none."""

    def distance(spot: Spot) -> float:
        (x, y), (from_x, from_y) = spot.box.middle, current.box.middle
        ahead = (x - from_x) * way[0] + (y - from_y) * way[1]
        aside = abs((x - from_x) * way[1]) + abs((y - from_y) * way[0])
        return ahead + _ASIDE * aside if ahead > 1 else float("inf")

    found = min(spots, key=distance)
    return current if distance(found) == float("inf") else found
