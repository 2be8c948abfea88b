"""The row of controls below a session; Stop stands at the end, and each of them always answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.control_button import ControlButton
from hipback_desktop.ui.session_keys import SessionAction, action_name
from hipback_desktop.ui.type_scale import SPACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_ROW: Final = (
    (SessionAction.PREVIOUS, "previous", "plain"),
    (SessionAction.SHORTER, "minus", "plain"),
    (SessionAction.PAUSE, "pause", "primary"),
    (SessionAction.LONGER, "plus", "plain"),
    (SessionAction.NEXT, "next", "plain"),
    (SessionAction.EASIER, "easier", "plain"),
    (SessionAction.REPEAT, "repeat", "plain"),
    (SessionAction.STOP, "stop", "danger"),
)
_GAPS_BEFORE: Final = (SessionAction.EASIER, SessionAction.STOP)


class SessionControls(QWidget):
    """Says which action was asked for; what it does is decided elsewhere."""

    requested = Signal(SessionAction)

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # like those of any player, and the arrow keys
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._buttons: dict[SessionAction, ControlButton] = {}
        for action, icon_name, kind in _ROW:
            if action in _GAPS_BEFORE:
                layout.addStretch(1)
            button = ControlButton(action, icon_name, kind, theme, asset)
            # Bound as a default: a plain closure would see the last action of the loop.
            button.clicked.connect(lambda *_, action=action: self.requested.emit(action))
            self._buttons[action] = button
            layout.addWidget(button, 1 if kind == "primary" else 0)
        self._buttons[SessionAction.PAUSE].setMaximumWidth(36 * SPACE)

    def button(self, action: SessionAction) -> ControlButton:
        """The control of an action."""
        return self._buttons[action]

    def show_paused(self, paused: bool) -> None:
        """The large button says what it would do."""
        text, icon_name = (_("Go on"), "play") if paused else (action_name(SessionAction.PAUSE), "pause")
        self._buttons[SessionAction.PAUSE].show_state(text, icon_name)

    def show_done(self) -> None:
        """In a set at one's own pace the large button says that it is done."""
        self._buttons[SessionAction.PAUSE].show_state(action_name(SessionAction.DONE), "check")
