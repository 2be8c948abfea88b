"""The top of a session: the routine's name, its phases, and the controls of what is heard and seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.control_button import ControlButton
from hipback_desktop.ui.fitted_text import FittedText
from hipback_desktop.ui.phase_strip import PhaseStrip
from hipback_desktop.ui.session_keys import SessionAction
from hipback_desktop.ui.type_scale import SPACE, TypeRole, body_pixels

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.timeline import Timeline
    from hipback_desktop.ui.theme import Theme

_BUTTONS: Final = (
    (SessionAction.MUTE, "unmute"),
    (SessionAction.ROOM_VIEW, "room"),
    (SessionAction.STRIP, "strip"),
    (SessionAction.HELP, "keys"),
)


class SessionHeader(QWidget):
    """Says which action was asked for."""

    requested = Signal(SessionAction)

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = FittedText(theme, round(body_pixels() * TypeRole.BODY_LARGE.value), strong=True)
        self._strip = PhaseStrip(theme, asset)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(self._name)
        words.addWidget(self._strip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(words, 1)
        layout.addSpacing(SPACE)
        self._buttons: dict[SessionAction, ControlButton] = {}
        for action, icon_name in _BUTTONS:
            button = ControlButton(action, icon_name, "plain", theme, asset)
            button.clicked.connect(lambda *_, action=action: self.requested.emit(action))
            self._buttons[action] = button
            layout.addWidget(button)

    def button(self, action: SessionAction) -> ControlButton:
        """The control of an action."""
        return self._buttons[action]

    def show_timeline(self, timeline: Timeline) -> None:
        """The name and the phases of what is played."""
        self._name.show_text(timeline.name)
        self._strip.show_timeline(timeline)

    def show_step(self, step_index: int) -> None:
        """Where in the phases we are."""
        self._strip.show_step(step_index)

    def show_muted(self, muted: bool) -> None:
        """Whether anything is heard."""
        text, icon_name = (_("Sound off"), "mute") if muted else (_("Sound on"), "unmute")
        self._buttons[SessionAction.MUTE].show_state(text, icon_name)
