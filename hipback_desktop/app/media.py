"""What is asked of the session by media keys and the players' list of the desktop, and what they are told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.core.view import SessionView
    from hipback_desktop.desktop.mpris import Mpris
    from hipback_desktop.session.controller import SessionController


class Media(QObject):
    """There as long as a session is, unless the person does not want other programs to know of it."""

    def __init__(
        self,
        controller: SessionController,
        settings: Callable[[], Settings],
        player: Mpris,
        raise_window: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._settings = settings
        self._player = player
        self._is_held_back = False
        player.raise_chosen.connect(raise_window)
        player.play_chosen.connect(controller.resume)
        player.pause_chosen.connect(controller.pause)
        player.toggle_chosen.connect(controller.toggle_pause)
        player.next_chosen.connect(controller.next_step)
        player.previous_chosen.connect(controller.previous_step)
        player.stop_chosen.connect(controller.stop)
        controller.ticked.connect(self._on_ticked)
        controller.clock_moved.connect(self._on_clock_moved)
        controller.ended.connect(lambda _record: player.close())

    def _on_clock_moved(self) -> None:
        """First what plays, then where; at the end there is nothing to be told any more."""
        view = self._controller.view()
        if view is not None and self._controller.is_active and self._settings().shows_media_controls:
            self._player.show(view)
            self._player.show_position()

    def _on_ticked(self, view: SessionView) -> None:
        """After a pause the clock waits while the person gets back into place: no player knows of such a thing."""
        if not self._settings().shows_media_controls:
            self._player.close()
            return
        self._player.show(view)
        was_held_back, self._is_held_back = self._is_held_back, view.lead_in_seconds > 0
        if was_held_back and not self._is_held_back:
            self._player.show_position()
