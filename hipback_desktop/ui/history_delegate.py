"""Paints the rows of the history: the day above, then name, time, minutes and outcome of each session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hipback_desktop.core.record import Outcome
from hipback_desktop.core.wording import ending_name
from hipback_desktop.ui.history_model import ROW_ROLE, DayRow
from hipback_desktop.ui.history_words import OUTCOME_ICONS, minutes_line, time_text
from hipback_desktop.ui.icons import icon
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.ui.theme import Theme

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_BOTTOM: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
_PAD: Final = 2 * SPACE
_GAP: Final = SPACE // 2


class HistoryDelegate(QStyledItemDelegate):
    """The outcome is an icon and a word."""

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asset = asset
        self._name_font = font_of(TypeRole.BODY, strong=True)
        self._font = font_of(TypeRole.CAPTION)
        self._line = QFontMetrics(self._name_font).height()
        self._small_line = QFontMetrics(self._font).height()
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Takes over the colours; the view repaints itself."""
        self._theme = theme
        self._outcome_icons = {
            outcome: icon(name, theme.accent if outcome is Outcome.COMPLETED else theme.muted, self._asset)
            for outcome, name in OUTCOME_ICONS.items()
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if isinstance(index.data(ROW_ROLE), DayRow):
            return QSize(30 * SPACE, self._small_line + 3 * SPACE)
        return QSize(30 * SPACE, self._line + self._small_line + 3 * SPACE + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, DayRow):
            painter.setPen(QColor(self._theme.muted))
            painter.setFont(self._font)
            painter.drawText(rect.adjusted(_PAD, 0, -_PAD, -SPACE // 2), _BOTTOM, row.text)
        else:
            self._paint_ground(painter, rect.adjusted(1, 2, -1, -2), option.state)
            self._paint_session(painter, rect.adjusted(_PAD, SPACE, -_PAD, -SPACE), row, option.direction)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if not is_selected and not state & QStyle.StateFlag.State_MouseOver:
            return
        ring = self._theme.focus if has_focus else self._theme.accent
        painter.setPen(QPen(QColor(ring), 2) if is_selected else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_soft if is_selected else self._theme.raised))
        painter.drawRoundedRect(box, SPACE + _GAP, SPACE + _GAP)

    def _paint_session(
        self, painter: QPainter, box: QRect, record: SessionRecord, direction: Qt.LayoutDirection
    ) -> None:
        above = QRect(box.left(), box.top() + _GAP, box.width(), self._line)
        below = QRect(box.left(), above.bottom() + _GAP, box.width(), self._small_line)
        painter.setFont(self._name_font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(above, _LEFT, _elided(record.name, self._name_font_metrics(), box.width()))
        painter.setFont(self._font)
        metrics = QFontMetrics(self._font)
        word = ending_name(record)
        word_width = metrics.horizontalAdvance(word)
        painter.setPen(QColor(self._theme.accent if record.outcome is Outcome.COMPLETED else self._theme.muted))
        ending = below.adjusted(below.width() - word_width, 0, 0, 0)
        painter.drawText(QStyle.visualRect(direction, box, ending), _LEFT, word)
        side = self._small_line
        mark = QRect(below.right() - word_width - side - _GAP, below.top(), side, side)
        self._outcome_icons[record.outcome].paint(painter, QStyle.visualRect(direction, box, mark))
        painter.setPen(QColor(self._theme.muted))
        when = f"{time_text(record)}  ·  {minutes_line(record)}"
        painter.drawText(below, _LEFT, _elided(when, metrics, mark.left() - SPACE - below.left()))

    def _name_font_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._name_font)


def _elided(text: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
