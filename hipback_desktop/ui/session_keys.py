"""The keys of a session, declared once: shortcuts, hints and the sheet of keys are derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt

from hipback_desktop.core.language import gettext as _


class SessionAction(StrEnum):
    """What a key or a control asks for."""

    PAUSE = "pause"
    STOP = "stop"
    NEXT = "next"
    PREVIOUS = "previous"
    LONGER = "longer"
    SHORTER = "shorter"
    EASIER = "easier"
    REPEAT = "repeat"
    DONE = "done"
    MUTE = "mute"
    ROOM_VIEW = "room_view"
    STRIP = "strip"
    HELP = "help"
    SCROLL_DOWN = "scroll_down"
    SCROLL_UP = "scroll_up"


@dataclass(frozen=True, slots=True)
class KeyBinding:
    """The keys of an action; ``hint`` is the one that is shown, an arrow key by its direction."""

    action: SessionAction
    keys: tuple[Qt.Key | QKeyCombination, ...]
    hint: str
    repeats: bool = False


_CONTROL: Final = Qt.KeyboardModifier.ControlModifier

# Presenter remotes send PgUp/PgDn to turn pages and a period or B to blacken the screen. Keyboards and headsets differ
# in whether one button sends “play”, “pause” or “toggle” each time, so all three toggle.
BINDINGS: Final[tuple[KeyBinding, ...]] = (
    KeyBinding(
        SessionAction.PAUSE,
        (
            Qt.Key.Key_Space,
            Qt.Key.Key_Period,
            Qt.Key.Key_B,
            Qt.Key.Key_MediaTogglePlayPause,
            Qt.Key.Key_MediaPlay,
            Qt.Key.Key_MediaPause,
        ),
        "Space",
    ),
    KeyBinding(SessionAction.STOP, (Qt.Key.Key_Escape, Qt.Key.Key_MediaStop), "Esc"),
    KeyBinding(SessionAction.NEXT, (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_MediaNext), "right"),
    KeyBinding(SessionAction.PREVIOUS, (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_MediaPrevious), "left"),
    KeyBinding(SessionAction.LONGER, (Qt.Key.Key_Up,), "up", repeats=True),
    KeyBinding(SessionAction.SHORTER, (Qt.Key.Key_Down,), "down", repeats=True),
    KeyBinding(SessionAction.EASIER, (Qt.Key.Key_E,), "E"),
    KeyBinding(SessionAction.REPEAT, (Qt.Key.Key_R,), "R"),
    KeyBinding(SessionAction.DONE, (Qt.Key.Key_Return, Qt.Key.Key_Enter), "Enter"),
    KeyBinding(SessionAction.MUTE, (Qt.Key.Key_M,), "M"),
    KeyBinding(SessionAction.ROOM_VIEW, (Qt.Key.Key_F,), "F"),
    KeyBinding(SessionAction.STRIP, (Qt.Key.Key_T,), "T"),
    KeyBinding(SessionAction.HELP, (Qt.Key.Key_Question, Qt.Key.Key_F1), "?"),
    KeyBinding(SessionAction.SCROLL_DOWN, (QKeyCombination(_CONTROL, Qt.Key.Key_Down),), "Ctrl + down", repeats=True),
    KeyBinding(SessionAction.SCROLL_UP, (QKeyCombination(_CONTROL, Qt.Key.Key_Up),), "Ctrl + up", repeats=True),
)


def hint_of(action: SessionAction) -> str:
    """The key shown for an action."""
    return next(binding.hint for binding in BINDINGS if binding.action is action)


def hint_words(hint: str) -> str:
    """A hint as it is read out: arrow keys by name."""
    arrows = {"left": _("Left arrow"), "right": _("Right arrow"), "up": _("Up arrow"), "down": _("Down arrow")}
    return " + ".join(arrows.get(key, key) for key in hint.split(" + "))


def action_name(action: SessionAction) -> str:
    """An action in a word or two, as on its control."""
    return {
        SessionAction.PAUSE: _("Pause"),
        SessionAction.STOP: _("Stop"),
        SessionAction.NEXT: _("Next"),
        SessionAction.PREVIOUS: _("Restart"),
        SessionAction.LONGER: _("10 s more"),
        SessionAction.SHORTER: _("10 s less"),
        SessionAction.EASIER: _("Easier"),
        SessionAction.REPEAT: _("Repeat"),
        SessionAction.DONE: _("Done"),
        SessionAction.MUTE: _("Sound on"),
        SessionAction.ROOM_VIEW: _("Room view"),
        SessionAction.STRIP: _("Strip"),
        SessionAction.HELP: _("Keys"),
        SessionAction.SCROLL_DOWN: _("Scroll down"),
        SessionAction.SCROLL_UP: _("Scroll up"),
    }[action]


def action_help(action: SessionAction) -> str:
    """An action in a sentence, as on the sheet of keys and in tool tips."""
    return {
        SessionAction.PAUSE: _("Pause, and go on. In sets at your own pace: the set is done."),
        SessionAction.STOP: _("Stop at once. What you did is kept."),
        SessionAction.NEXT: _("Go to the next exercise."),
        SessionAction.PREVIOUS: _("Start this exercise again. Twice: the one before."),
        SessionAction.LONGER: _("Ten seconds more."),
        SessionAction.SHORTER: _("Ten seconds less."),
        SessionAction.EASIER: _("Do it the easier way."),
        SessionAction.REPEAT: _("This side once more."),
        SessionAction.DONE: _("Done with this set."),
        SessionAction.MUTE: _("Turn the sound off or on."),
        SessionAction.ROOM_VIEW: _("Room view, to read from two metres."),
        SessionAction.STRIP: _("Strip above other windows."),
        SessionAction.HELP: _("Show or hide these keys."),
        SessionAction.SCROLL_DOWN: _("Read on in the instructions."),
        SessionAction.SCROLL_UP: _("Back up in the instructions."),
    }[action]


def other_keys(action: SessionAction) -> str:
    """Further keys that do the same, in words; empty when there are none."""
    return {
        SessionAction.PAUSE: _("or period, B, headset play"),
        SessionAction.STOP: _("or headset stop"),
        SessionAction.NEXT: _("or Page Down, headset next"),
        SessionAction.PREVIOUS: _("or Page Up, headset previous"),
        SessionAction.HELP: _("or F1"),
    }.get(action, "")
