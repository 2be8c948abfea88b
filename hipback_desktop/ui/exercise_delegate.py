"""Paints the card of an exercise: its picture, name, phase and facts, and whether it is in today's session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.exercise_facts import last_line
from hipback_desktop.ui.exercise_model import ROW_ROLE
from hipback_desktop.ui.figure_pictures import FigurePictures
from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.exercise_facts import ExerciseRow
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme

_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PAD: Final = SPACE + SPACE // 2
_GAP: Final = SPACE // 2
_RADIUS: Final = 2 * SPACE
_MARK: Final = 4 * SPACE
_NAME_LINES: Final = 3
_LAST_LINES: Final = 2


class ExerciseDelegate(QStyledItemDelegate):
    """The cards come first, the figures on them after, as they take a while."""

    def __init__(
        self, figure: FigurePainter, theme: Theme, asset: Callable[[str], Path], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.pictures: Final = FigurePictures(figure, theme, asset, self)
        self._asset = asset
        self._name_font = font_of(TypeRole.BODY, strong=True)
        self._phase_font = font_of(TypeRole.CAPTION, strong=True)
        self._font = font_of(TypeRole.CAPTION)
        self._name_height = QFontMetrics(self._name_font).height()
        self._line_height = QFontMetrics(self._font).height()
        words = _NAME_LINES * self._name_height + 2 * (self._line_height + _GAP)
        self.cell_height: Final = max(words, 11 * SPACE) + 3 * _PAD
        self.picture_side: Final = self.cell_height - 3 * _PAD  # the gap below the card, and twice inside of it
        self._cell = QSize(30 * SPACE, self.cell_height)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Takes over the colours; the view repaints itself."""
        self._theme = theme
        self.pictures.show_theme(theme)
        self._icons: dict[tuple[str, float], QPixmap] = {}

    def show_width(self, width: int) -> None:
        """How wide a cell of the grid is, the gap to the next one included."""
        self._cell = QSize(width, self.cell_height)

    def mark_box(self, card: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where a click puts the exercise into today's session, or takes it out again."""
        box = QRect(card.right() - _MARK - _GAP, card.top() + _GAP, _MARK, _MARK)
        return QStyle.visualRect(direction, card, box)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ExerciseRow = index.data(ROW_ROLE)
        direction = option.direction
        card = self.card_in(option.rect, direction)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, option.state)
        side = self.picture_side
        tile = QRect(card.left() + _PAD, card.top() + _PAD, side, side)
        self.pictures.paint(painter, QStyle.visualRect(direction, card, tile), row.exercise)
        self._paint_words(painter, card, row, direction)
        if not row.is_left_out:
            self._paint_mark(painter, self.mark_box(card, direction), is_chosen=row.is_chosen)
        painter.restore()

    def card_in(self, cell: QRect, direction: Qt.LayoutDirection) -> QRect:
        """The card within its cell of the grid, the rest being the gap to its neighbours."""
        return QStyle.visualRect(direction, cell, cell.adjusted(0, 0, -_PAD, -_PAD))

    def name_in(self, card: QRect, name: str, direction: Qt.LayoutDirection) -> QTextLayout:
        """A name as it stands on a card, beside the mark."""
        width = self._words_in(card, direction).width() - _MARK + _GAP
        return _laid_out(name, self._name_font, width, _NAME_LINES, direction)

    def last_in(self, card: QRect, row: ExerciseRow, direction: Qt.LayoutDirection) -> QTextLayout:
        """The last words on a card, on as many lines as its name leaves."""
        taken = self.name_in(card, row.exercise.name, direction).lineCount()
        most = max(1, min(_LAST_LINES, _NAME_LINES + 1 - taken))
        return _laid_out(last_line(row), self._font, self._words_in(card, direction).width(), most, direction)

    def _words_in(self, card: QRect, direction: Qt.LayoutDirection) -> QRect:
        box = card.adjusted(self.picture_side + 2 * _PAD + _GAP, _PAD, -_PAD, -_PAD)
        return QStyle.visualRect(direction, card, box)

    def _paint_ground(self, painter: QPainter, card: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = theme.focus if has_focus else theme.outline if is_under else theme.line
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, card: QRect, row: ExerciseRow, direction: Qt.LayoutDirection) -> None:
        theme, exercise = self._theme, row.exercise
        box, name = self._words_in(card, direction), self.name_in(card, exercise.name, direction)
        last = self.last_in(card, row, direction)
        beside_mark = QStyle.visualRect(direction, box, box.adjusted(0, 0, _GAP - _MARK, 0))
        lines = name.lineCount()
        height = lines * self._name_height + (1 + last.lineCount()) * self._line_height + 2 * _GAP
        top = box.top() + (box.height() - height) // 2
        painter.setPen(QColor(theme.text))
        painter.setFont(self._name_font)
        name.draw(painter, QPointF(beside_mark.left(), top))
        below = QRect(box.left(), top + lines * self._name_height + _GAP, box.width(), self._line_height)
        painter.setPen(QColor(theme.phases[exercise.phase]))
        painter.setFont(self._phase_font)
        painter.drawText(below, _LEFT, phase_name(exercise.phase))
        below.translate(0, self._line_height + _GAP)
        painter.setPen(QColor(theme.warning if row.reason else theme.muted))
        last.draw(painter, QPointF(box.left(), below.top()))

    def _paint_mark(self, painter: QPainter, box: QRect, *, is_chosen: bool) -> None:
        theme = self._theme
        disc = QRectF(box).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.setPen(QPen(QColor(theme.accent if is_chosen else theme.line), 2))
        painter.setBrush(QColor(theme.accent) if is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        name, colour = ("check", theme.on_accent) if is_chosen else ("plus", theme.muted)
        side, ratio = 2 * SPACE, painter.device().devicePixelRatioF()
        icon = self._icons.get((name, ratio))
        if icon is None:
            icon = self._icons[name, ratio] = icon_pixmap(name, colour, self._asset, side, ratio)
        painter.drawPixmap(round(disc.center().x() - side / 2), round(disc.center().y() - side / 2), icon)


def _laid_out(text: str, font: QFont, width: int, most: int, direction: Qt.LayoutDirection) -> QTextLayout:
    """The text in as many lines as it takes, what does not fit into the last allowed one cut with an ellipsis."""
    layout = _lines(text, font, width, direction)
    if layout.lineCount() > most:
        start = layout.lineAt(most - 1).textStart()
        rest = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        layout = _lines(text[:start] + rest, font, width, direction)
    return layout


def _lines(text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += QFontMetrics(font).height()
    layout.endLayout()
    return layout
