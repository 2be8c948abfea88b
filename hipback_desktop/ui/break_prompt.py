"""The prompt for a break: a small calm window in a corner, or a whole screen for who wants it so.

It never takes the keyboard from what is being typed: only who clicks into it, or asks for it elsewhere, gets its keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from hipback_desktop.core.break_rules import DEAD_SECONDS
from hipback_desktop.core.break_words import way_to_keys
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.prompt import Answer
from hipback_desktop.ui.prompt_card import PromptCard
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.break_views import BreakPromptView
    from hipback_desktop.ui.figure_slot import FigurePainter
    from hipback_desktop.ui.theme import Theme

DEAD_MS: Final = round(DEAD_SECONDS * 1000)
_BAND: Final = SPACE // 2
_FROM_EDGE: Final = 2 * SPACE


class BreakPrompt(QWidget):
    """Shown until ``withdraw``: an answer is told, and what becomes of it is for others to say."""

    start_chosen = Signal()
    walk_chosen = Signal()
    stand_chosen = Signal()
    snooze_chosen = Signal(int)
    skip_chosen = Signal()

    def __init__(
        self, theme: Theme, asset: Callable[[str], Path], figure: FigurePainter, *, fills_screen: bool = False
    ) -> None:
        flags = (
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        super().__init__(None, flags)
        self._theme = theme
        self._asset = asset
        self._figure = figure
        self._fills_screen = fills_screen
        self._card: PromptCard | None = None
        self._followed: QScreen | None = None
        self._has_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # else macOS would show it only while another window of Hipback is in front
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setWindowTitle(_("A break"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2 * SPACE, 2 * SPACE + _BAND, 2 * SPACE, 2 * SPACE)
        self._dead_time = QTimer(self, singleShot=True, interval=DEAD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._dead_time.timeout.connect(self.accept_answers)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._on_screens_changed)
        application.primaryScreenChanged.connect(self._on_screens_changed)

    def show_prompt(self, view: BreakPromptView) -> None:
        """Shows an offer on the screen with the pointer; for a moment it takes no answer."""
        self._put(PromptCard(view, self._theme, self._asset, self._figure, is_large=self._fills_screen))
        self.setAccessibleName(view.headline)
        self.setAccessibleDescription(f"{view.sentence} {view.content_text}. {way_to_keys()}")
        self._dead_time.start()
        self._show_on(QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen())
        said = QAccessibleAnnouncementEvent(self, f"{view.headline}. {self.accessibleDescription()}")
        QAccessible.updateAccessibility(said)

    def withdraw(self) -> None:
        """Takes it away; nothing to do when it does not show."""
        self._dead_time.stop()
        self.hide()
        if self._card is not None:
            self._card.deleteLater()
            self._card = None
        self._has_keyboard = False
        if (handle := self.windowHandle()) is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=True)

    def card(self) -> PromptCard | None:
        """What it shows."""
        return self._card

    def accept_answers(self) -> None:
        """The answers come alive."""
        self._dead_time.stop()
        if self._card is not None:
            self._card.accept_answers(accepts=True)
            if self._has_keyboard:  # asked for while they were dead, and what is dead takes no focus
                self._card.take_keyboard()

    def take_keyboard(self) -> None:
        """The keys are for the prompt from now on, because somebody asked for that."""
        handle = self.windowHandle()
        if handle is None or not self.isVisible():
            return
        self._has_keyboard = True
        handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
        self.activateWindow()
        if self._card is not None:
            self._card.take_keyboard()
            if not self._fills_screen:
                self._shrink(self._card)

    def show_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        show_theme_inside(self, theme)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the buttons asks for the keyboard, unless it was on its way when the prompt appeared."""
        if not self._dead_time.isActive():
            self.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(Answer.SKIP)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._answer(Answer.SKIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface))
            painter.fillRect(0, 0, self.width(), _BAND, QColor(self._theme.accent))
            painter.setPen(QColor(self._theme.outline))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _put(self, card: PromptCard) -> None:
        """In the place of the card before."""
        if self._card is not None:
            self._layout.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        card.accept_answers(accepts=False)
        card.answered.connect(self._answer)
        card.snoozed.connect(self.snooze_chosen)
        self._layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def _answer(self, answer: Answer) -> None:
        if self._dead_time.isActive() or self._card is None:
            return
        told = {
            Answer.START: self.start_chosen,
            Answer.WALK: self.walk_chosen,
            Answer.STAND: self.stand_chosen,
            Answer.SKIP: self.skip_chosen,
        }
        told[answer].emit()

    def _show_on(self, screen: QScreen) -> None:
        self.setScreen(screen)
        if screen is not self._followed:
            self._followed = screen
            screen.availableGeometryChanged.connect(self._on_screens_changed)
        if self._fills_screen:
            self.setGeometry(screen.geometry())
            self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would ask for the keyboard
            self.show()
            return
        self.resize(self._layout.sizeHint())
        room = screen.availableGeometry()
        place = QRect(corner_of(room, self.size()), self.size())
        # where people read from right to left the desktop is mirrored too, with the tray and what rises from it
        self.move(QStyle.visualRect(self.layoutDirection(), room, place).topLeft())
        self.show()

    def _shrink(self, card: PromptCard) -> None:
        """Without the place of what it no longer says, at the foot: nothing moves under the pointer."""
        card.updateGeometry()
        self._layout.activate()
        self.resize(self._layout.sizeHint())

    def _on_screens_changed(self) -> None:
        """A screen has gone or shrunk: the prompt stands on one that is there, once Qt knows its new order."""
        QTimer.singleShot(0, self, self._stay_in_sight)

    def _stay_in_sight(self) -> None:
        if self.isVisible():
            self._show_on(self.screen())


def corner_of(room: QRect, size: QSize) -> QPoint:
    """Where a window of a size stands in the lower right corner of a room; never beyond its upper left one."""
    left = room.right() + 1 - _FROM_EDGE - size.width()
    top = room.bottom() + 1 - _FROM_EDGE - size.height()
    return QPoint(max(room.left(), left), max(room.top(), top))
