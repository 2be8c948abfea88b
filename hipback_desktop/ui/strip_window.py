"""The strip: a small window above all others with name, side, countdown and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QMouseEvent, QPainter, QPaintEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.playback import Status
from hipback_desktop.ui.countdown_ring import CountdownRing
from hipback_desktop.ui.fitted_text import FittedText
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.session_keys import SessionAction, action_help, action_name, hint_of, hint_words
from hipback_desktop.ui.session_shortcuts import session_shortcuts
from hipback_desktop.ui.session_words import MomentWords, counts_freely, next_title, side_words
from hipback_desktop.ui.side_pill import SidePill
from hipback_desktop.ui.strip_place import StripPlace
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole, body_pixels

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.timeline import Segment
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.ui.theme import Theme

HEIGHT: Final = 11 * SPACE
_INSIDE: Final = HEIGHT - 2 * SPACE
_NARROWEST: Final = 64 * SPACE
_USUAL_WIDTH: Final = 84 * SPACE
_WIDEST: Final = 200 * SPACE
_EDGE: Final = SPACE
"""So near to an end the pointer takes hold of the width."""
_BUTTONS: Final = (
    (SessionAction.PAUSE, "pause", "quiet"),
    (SessionAction.NEXT, "next", "quiet"),
    (SessionAction.STOP, "stop", "danger"),
    (SessionAction.STRIP, "window", "quiet"),
)
# What needs the large window, as the sheet of keys does, is not asked for here.
_ACTIONS: Final = (
    *(SessionAction.PAUSE, SessionAction.STOP, SessionAction.NEXT, SessionAction.PREVIOUS, SessionAction.LONGER),
    *(SessionAction.SHORTER, SessionAction.EASIER, SessionAction.REPEAT, SessionAction.DONE, SessionAction.MUTE),
    SessionAction.STRIP,
)


class StripWindow(QWidget):
    """Says which action was asked for; closing it asks for the large window."""

    requested = Signal(SessionAction)

    def __init__(self, theme: Theme, asset: Callable[[str], Path]) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._theme = theme
        self._words = MomentWords()
        self._segment: Segment | None = None
        self._pause_shown: tuple[bool, Status] | None = None
        self._held_at: QPoint | None = None
        self._steady = False
        self.setWindowTitle(_("Hipback"))
        self.setAccessibleName(_("Session, small window"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.ring = CountdownRing(theme, is_small=True)
        self.ring.setFixedSize(_INSIDE, _INSIDE)
        self.side = SidePill(theme, round(body_pixels() * 0.8))
        self.name = FittedText(theme, round(body_pixels() * TypeRole.TITLE.value), strong=True)
        self.upcoming = FittedText(theme, round(body_pixels() * TypeRole.CAPTION.value), tone="muted")
        self._buttons = {action: self._button(action, icon_name, kind, asset) for action, icon_name, kind in _BUTTONS}
        self._lay_out()
        session_shortcuts(self, self._on_key, _ACTIONS)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)

    def button(self, action: SessionAction) -> IconButton:
        """The control of an action."""
        return self._buttons[action]

    def show_view(self, view: SessionView) -> None:
        """A moment; every part compares before it does anything."""
        if view.segment is not self._segment:
            self._segment = view.segment
            self.side.show_side(view.segment.side, view.phase, side_words(view))
            self.name.show_text(view.exercise.name)
            self.upcoming.show_text(next_title(view))
            self.ring.setAccessibleName(view.exercise.name)
        self.ring.show_face(self._words.face_of(view, steady=self._steady))
        if (pause := (counts_freely(view), view.status)) != self._pause_shown:
            self._pause_shown = pause
            self._show_pause(*pause)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Nothing glides."""
        self._steady = reduced

    def show_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        show_theme_inside(self, theme)
        self.update()

    def show_on(self, screen: QScreen, place: StripPlace | None) -> None:
        """Shows it on a screen where it stood before, or at the top; never out of sight."""
        room = screen.availableGeometry()
        width = min(max(place.width if place else _USUAL_WIDTH, _NARROWEST), _WIDEST, room.width())
        left = place.left if place else (room.width() - width) // 2
        top = place.top if place else 2 * SPACE
        self.resize(width, HEIGHT)
        self.move(
            room.left() + min(max(0, left), room.width() - width), room.top() + min(max(0, top), room.height() - HEIGHT)
        )
        self.show()

    def place(self) -> StripPlace:
        """Where it stands on its screen."""
        corner = self.pos() - self.screen().availableGeometry().topLeft()
        return StripPlace(corner.x(), corner.y(), self.width())

    def sizeHint(self) -> QSize:
        return QSize(_USUAL_WIDTH, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """No control has the focus until Tab asks for it: Space is for the pause."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.requested.emit(SessionAction.STRIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.background))
            painter.setPen(QColor(self._theme.outline))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The window manager moves and widens it; where it does not, the pointer drags it along."""
        handle = self.windowHandle()
        if event.button() is not Qt.MouseButton.LeftButton or handle is None:
            return
        edge = self._edge_at(event.position().x())
        if edge is not None:
            handle.startSystemResize(edge)
        elif not handle.startSystemMove():
            self._held_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            self.move(event.globalPosition().toPoint() - self._held_at)
        at_edge = self._edge_at(event.position().x()) is not None
        self.setCursor(Qt.CursorShape.SizeHorCursor if at_edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held_at = None

    def _edge_at(self, x: float) -> Qt.Edge | None:
        if x < _EDGE:
            return Qt.Edge.LeftEdge
        return Qt.Edge.RightEdge if x >= self.width() - _EDGE else None

    def _button(self, action: SessionAction, icon_name: str, kind: str, asset: Callable[[str], Path]) -> IconButton:
        button = IconButton(icon_name, "", kind, self._theme, asset, accessible_name=action_name(action))
        button.setProperty("small", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(f"{action_help(action)} ({hint_words(hint_of(action))})")
        # Bound as a default: a plain closure would see the last action of the loop.
        button.clicked.connect(lambda *_, action=action: self.requested.emit(action))
        return button

    def _show_pause(self, is_free: bool, status: Status) -> None:
        """What the first button would do."""
        name, icon_name = action_name(SessionAction.PAUSE), "pause"
        if is_free:
            name, icon_name = action_name(SessionAction.DONE), "check"
        elif status is Status.PAUSED:
            name, icon_name = _("Go on"), "play"
        self._buttons[SessionAction.PAUSE].show_icon(icon_name)
        self._buttons[SessionAction.PAUSE].setAccessibleName(name)

    def _on_key(self, action: SessionAction) -> None:
        """Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if action is SessionAction.DONE and isinstance(focused, IconButton):
            focused.click()
        else:
            self.requested.emit(action)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.side, self.name, self.upcoming):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + SPACE // 2, SPACE, SPACE + SPACE // 2, SPACE)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.ring)
        row.addSpacing(SPACE)
        row.addLayout(words, 1)
        row.addSpacing(SPACE)
        for button in self._buttons.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
