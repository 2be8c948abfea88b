"""The page of a running session: the scene or the room view, the keys, and the sheet of keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedLayout, QWidget

from hipback_desktop.core.cues import Channel
from hipback_desktop.core.playback import Status
from hipback_desktop.ui.figure_view import FigureView
from hipback_desktop.ui.room_view import RoomView
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.session_scene import SessionScene
from hipback_desktop.ui.session_shortcuts import session_shortcuts
from hipback_desktop.ui.session_words import counts_freely, milestone
from hipback_desktop.ui.sheet_host import SheetHost
from hipback_desktop.ui.shortcuts_sheet import ShortcutsSheet
from hipback_desktop.ui.themed import show_theme_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.cues import Cue
    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.timeline import Timeline
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.ui.figure_view import MovementOf, Now
    from hipback_desktop.ui.notice_bar import NoticeBar
    from hipback_desktop.ui.theme import Theme

_EXTENSION_SECONDS = 10
_SCROLLED_PAGES = 0.5
_AT_ONCE_SECONDS = 0.25


class SessionPage(QWidget):
    """Shows moments and cues, says what the person asks for; keys are heard wherever the focus is in the window."""

    pause_toggled = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    extend_requested = Signal(int)
    easier_requested = Signal()
    repeat_requested = Signal()
    mute_toggled = Signal()
    room_view_toggled = Signal()
    strip_toggled = Signal()
    stop_requested = Signal()
    done_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        asset: Callable[[str], Path],
        movement_of: MovementOf,
        now: Now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._view: SessionView | None = None
        self._cue: Cue | None = None
        self._told = ""
        self.scene = SessionScene(theme, asset, FigureView(theme, asset, movement_of, now))
        self.room = RoomView(theme, asset, FigureView(theme, asset, movement_of, now))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.scene)
        self._stack.addWidget(self.room)
        self._sheets = SheetHost(self)
        self._shortcuts = session_shortcuts(self, self._on_key)
        self.scene.requested.connect(self.ask)
        self.room.requested.connect(self.ask)

    def show_timeline(self, timeline: Timeline, exercises: Mapping[str, Exercise]) -> None:
        """A session that begins: what is played, and the exercises in it; from now on keys are heard."""
        self._view = None
        self._clear_cue()
        self.listen(True)
        self.scene.show_timeline(timeline, exercises)
        self.room.show_timeline(timeline, exercises)

    def show_view(self, view: SessionView) -> None:
        """A moment; only what is visible is told, and a session that is over hears no keys."""
        old, self._view = self._view, view
        if old is not None and _is_elsewhere(old, view) and not self._suits_cue(view):
            self._clear_cue()
        if old is not None and old.timeline is not view.timeline:
            self.scene.show_timeline(view.timeline, None)
            self.room.show_timeline(view.timeline, None)
        (self.room if self.shows_room_view() else self.scene).show_view(view)
        if old is None or old.status is not view.status:
            self.listen(view.status in (Status.RUNNING, Status.PAUSED))
        if old is None or old.segment is not view.segment or old.status is not view.status:
            self._tell(milestone(view))

    def show_cue(self, cue: Cue) -> None:
        """The words of a cue."""
        if cue.channel is not Channel.CHIME:
            self._cue = cue
        self.scene.show_cue(cue)
        self.room.show_cue(cue)

    @property
    def notices(self) -> NoticeBar:
        """Where messages are shown in this page."""
        return self.scene.notices

    def show_muted(self, muted: bool) -> None:
        """Whether anything is heard."""
        self.scene.header.show_muted(muted)

    def show_room_view(self, shown: bool) -> None:
        """The room view or the scene; changing them, Qt would hand the keyboard to the first control."""
        if shown != self.shows_room_view():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(self.room if shown else self.scene)
        if self._view is not None:
            self.show_view(self._view)

    def shows_room_view(self) -> bool:
        """Whether the room view is shown."""
        return self._stack.currentWidget() is self.room

    def show_room_scale(self, percent: int) -> None:
        """The person's size for the room view."""
        self.room.show_scale(percent / 100)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Nothing glides."""
        self.scene.show_reduced_motion(reduced)
        self.room.show_reduced_motion(reduced)

    def show_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        show_theme_inside(self, theme)

    def show_keys(self, shown: bool) -> None:
        """The sheet of keys."""
        if not shown:
            self._sheets.hide_sheet()
            return
        sheet = ShortcutsSheet(self._theme)
        sheet.left.connect(partial(self.show_keys, False))
        sheet.stop_requested.connect(self.stop_requested)
        self._sheets.show_sheet(sheet)

    def listen(self, listens: bool) -> None:
        """Whether keys are heard; off while something else over the page wants them."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(listens)

    def showEvent(self, event: QShowEvent) -> None:
        """No control has the focus until Tab asks for it."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt also moves on from a control that was hidden or switched off; then the page has the keyboard again."""
        focused = self.window().focusWidget()
        if focused is None or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(forward)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_key(self, action: SessionAction) -> None:
        """Enter presses the control that has the focus; Space in a set at one's own pace says it is done."""
        focused = QApplication.focusWidget()
        if action is SessionAction.DONE and isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        else:
            self.ask(action)

    def ask(self, action: SessionAction) -> None:
        """Passes on what a key or a control asked for, here or in the strip."""
        if action is SessionAction.PAUSE and self._view is not None and counts_freely(self._view):
            action = SessionAction.DONE
        match action:
            case SessionAction.LONGER:
                self.extend_requested.emit(_EXTENSION_SECONDS)
            case SessionAction.SHORTER:
                self.extend_requested.emit(-_EXTENSION_SECONDS)
            case SessionAction.SCROLL_DOWN:
                self.scene.panel.scroll_by(_SCROLLED_PAGES)
            case SessionAction.SCROLL_UP:
                self.scene.panel.scroll_by(-_SCROLLED_PAGES)
            case SessionAction.HELP:
                self.show_keys(self._sheets.sheet is None)
            case _:
                self._ask_for(action)

    def _ask_for(self, action: SessionAction) -> None:
        """The actions that are one signal each."""
        {
            SessionAction.PAUSE: self.pause_toggled,
            SessionAction.STOP: self.stop_requested,
            SessionAction.NEXT: self.next_requested,
            SessionAction.PREVIOUS: self.previous_requested,
            SessionAction.EASIER: self.easier_requested,
            SessionAction.REPEAT: self.repeat_requested,
            SessionAction.DONE: self.done_requested,
            SessionAction.MUTE: self.mute_toggled,
            SessionAction.ROOM_VIEW: self.room_view_toggled,
            SessionAction.STRIP: self.strip_toggled,
        }[action].emit()

    def _suits_cue(self, view: SessionView) -> bool:
        """Whether the words that are shown belong to the segment that has begun."""
        if self._cue is None:
            return True
        began = view.segment.start_seconds - _AT_ONCE_SECONDS
        return began <= self._cue.at_seconds <= view.position_seconds + _AT_ONCE_SECONDS

    def _clear_cue(self) -> None:
        self._cue = None
        self.scene.caption.clear()
        self.room.caption.clear()

    def _tell(self, words: str) -> None:
        """A milestone for a screen reader, if one listens."""
        if QAccessible.isActive() and words != self._told:
            self._told = words
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _is_elsewhere(old: SessionView, new: SessionView) -> bool:
    """Whether another exercise has begun, or the person went to another place in this one."""
    is_next = new.segment.index in (old.segment.index, old.segment.index + 1)
    return old.segment.step_index != new.segment.step_index or not is_next
