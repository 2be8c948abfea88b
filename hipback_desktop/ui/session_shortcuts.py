"""The keys of a session as shortcuts of the window a widget is in, wherever in it the focus is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from hipback_desktop.ui.session_keys import BINDINGS, SessionAction

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtCore import QKeyCombination
    from PySide6.QtWidgets import QWidget

    from hipback_desktop.ui.session_keys import KeyBinding

EVERY_ACTION: Final = tuple(SessionAction)


def session_shortcuts(
    widget: QWidget,
    on_key: Callable[[SessionAction], object],
    actions: Collection[SessionAction] = EVERY_ACTION,
) -> list[QShortcut]:
    """A shortcut for every key of the actions; it tells the action it stands for."""
    return [
        _shortcut(widget, on_key, binding, key)
        for binding in BINDINGS
        if binding.action in actions
        for key in binding.keys
    ]


def _shortcut(
    widget: QWidget, on_key: Callable[[SessionAction], object], binding: KeyBinding, key: Qt.Key | QKeyCombination
) -> QShortcut:
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.setAutoRepeat(binding.repeats)
    shortcut.activated.connect(partial(on_key, binding.action))
    return shortcut
