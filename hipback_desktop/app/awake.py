"""The screen stays on while a session runs; whoever comes back from a short pause finds it on as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.core.playback import Status
from hipback_desktop.core.safety import PAUSE_ASKS_AFTER_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.desktop.keep_awake import KeepAwake
    from hipback_desktop.session.controller import SessionController


class Awake(QObject):
    """Follows the session; without input for long, as on a mat, the screen would go off at once in a pause."""

    def __init__(
        self,
        controller: SessionController,
        settings: Callable[[], Settings],
        keep_awake: KeepAwake,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._keep_awake = keep_awake
        self._is_held = False
        self._pauses_before = 0.0
        controller.ticked.connect(self._on_ticked)
        controller.ended.connect(lambda _record: self._hold(False))

    def _on_ticked(self, view: SessionView) -> None:
        if view.status is Status.RUNNING:
            self._pauses_before = view.paused_seconds
        is_wanted = view.paused_seconds - self._pauses_before < PAUSE_ASKS_AFTER_SECONDS
        self._hold(is_wanted and self._settings().keeps_screen_awake)

    def _hold(self, is_wanted: bool) -> None:
        if is_wanted is self._is_held:
            return
        self._is_held = is_wanted
        (self._keep_awake.hold if is_wanted else self._keep_awake.release)()
