"""A control of a session: an icon, its word and its key, painted in one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hipback_desktop.ui.icons import icon
from hipback_desktop.ui.key_chip import draw_key, key_height, key_width
from hipback_desktop.ui.reading_order import in_reading_order
from hipback_desktop.ui.session_keys import SessionAction, action_help, action_name, hint_of, hint_words
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QEnterEvent

    from hipback_desktop.ui.theme import Theme

_RADIUS: Final = 2 * SPACE
_KEY_PIXELS: Final = 12
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)


class ControlButton(QAbstractButton):
    """``kind`` is plain, primary or danger; the latter two lie on one line and are large."""

    def __init__(
        self,
        action: SessionAction,
        icon_name: str,
        kind: str,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._icon_name = icon_name
        self._kind = kind
        self._theme = theme
        self._asset = asset
        self._is_large = kind != "plain"
        self.setFont(font_of(TypeRole.BODY_LARGE if self._is_large else TypeRole.CAPTION, strong=self._is_large))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_state(action_name(action), icon_name)
        self.setToolTip(f"{action_help(action)} ({hint_words(hint_of(action))})")
        self.setAccessibleDescription(self.toolTip())
        self.show_theme(theme)

    def show_state(self, text: str, icon_name: str) -> None:
        """Another word and picture, for a control with two states."""
        if text == self.text() and icon_name == self._icon_name:
            return
        self._icon_name = icon_name
        self.setText(text)
        self.setAccessibleName(text)
        self.show_theme(self._theme)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setIcon(icon(self._icon_name, self._foreground(), self._asset))

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        key = key_width(hint_of(self._action), _KEY_PIXELS)
        if self._is_large:
            return QSize(round(4 * SPACE + text + key + 7 * SPACE), 8 * SPACE)
        return QSize(round(max(text, 4 * SPACE + key) + 3 * SPACE), 8 * SPACE)

    def minimumSizeHint(self) -> QSize:
        """With little room the one goes without its key, the other with its edges near to its words."""
        key = round(1.5 * SPACE + key_width(hint_of(self._action), _KEY_PIXELS)) if self._is_large else 0
        return self.sizeHint() - QSize(2 * SPACE + key, 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            painter.setFont(self.font())
            painter.setPen(QColor(self._foreground()))
            if self._is_large:
                self._paint_in_line(painter)
            else:
                self._paint_stacked(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        is_hot = self.underMouse() or self.isDown()
        edge = {"plain": self._theme.line}.get(self._kind)
        painter.setBrush(QColor(self._ground(is_hot=is_hot)))
        painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus():
            painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), _RADIUS - 3, _RADIUS - 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_in_line(self, painter: QPainter) -> None:
        """Icon, word, key, centred together; the tool tip has the key as well, where there is no room for it."""
        side = 3 * SPACE + 4
        text = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        taken = side + SPACE + text
        with_key = taken + 1.5 * SPACE + key_width(hint_of(self._action), _KEY_PIXELS)
        shows_key = with_key <= self.width()
        taken = with_key if shows_key else taken
        left = (self.width() - taken) / 2
        self._paint_icon(painter, QRectF(left, (self.height() - side) / 2, side, side))
        left += side + SPACE
        room = in_reading_order(QRectF(left, 0, text + 1, self.height()), self)
        painter.drawText(room, _CENTRE, self.text())
        left += text + 1.5 * SPACE
        if shows_key:
            self._paint_key(painter, left, (self.height() - key_height(_KEY_PIXELS)) / 2, self._foreground())

    def _paint_stacked(self, painter: QPainter) -> None:
        """Icon and key above, the word below."""
        side = 3 * SPACE
        taken = side + SPACE + key_width(hint_of(self._action), _KEY_PIXELS)
        left, top = (self.width() - taken) / 2, SPACE + 2
        self._paint_icon(painter, QRectF(left, top, side, side))
        key_top = top + (side - key_height(_KEY_PIXELS)) / 2
        self._paint_key(painter, left + side + SPACE, key_top, self._theme.muted)
        painter.setPen(QColor(self._foreground()))
        painter.drawText(QRectF(0, top + side, self.width(), self.height() - top - side - 3), _CENTRE, self.text())

    def _paint_icon(self, painter: QPainter, box: QRectF) -> None:
        place = in_reading_order(box, self).topLeft()
        self.icon().paint(painter, QRect(place.toPoint(), box.size().toSize()))

    def _paint_key(self, painter: QPainter, left: float, top: float, colour: str) -> None:
        key = hint_of(self._action)
        box = in_reading_order(QRectF(left, top, key_width(key, _KEY_PIXELS), key_height(_KEY_PIXELS)), self)
        draw_key(painter, box.left(), box.top(), key, _KEY_PIXELS, colour)

    def _foreground(self) -> str:
        return {"primary": self._theme.on_accent, "danger": self._theme.on_danger}.get(self._kind, self._theme.text)

    def _ground(self, *, is_hot: bool) -> str:
        plain = {"primary": self._theme.accent, "danger": self._theme.danger}
        hot = {"primary": self._theme.accent_hover, "danger": self._theme.danger_hover}
        return hot.get(self._kind, self._theme.hover) if is_hot else plain.get(self._kind, self._theme.surface)
