"""Asks, when a damaged history was put aside, whether to go on with its backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.ui.main_window import MainWindow


def offer_recovery(window: MainWindow, archive: Archive, emptied: Callable[[], None], then: Callable[[], None]) -> None:
    """What comes ``then`` comes at once when there is nothing to ask."""
    recovery = archive.database.recovery
    if recovery is None:
        then()
        return
    from hipback_desktop.ui.recovery_sheet import RecoverySheet

    sheet = RecoverySheet(recovery.made_at, recovery.sessions)

    def go_on() -> None:
        window.hide_sheet()
        then()

    def start_empty() -> None:
        archive.database.start_empty()
        emptied()
        go_on()

    sheet.left.connect(go_on)
    sheet.emptied.connect(start_empty)
    window.show_sheet(sheet)
