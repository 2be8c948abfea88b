"""Sees to the backup of the day while the program is open, which may be for weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipback_desktop.app.archive import Archive
    from hipback_desktop.app.person import Person
    from hipback_desktop.clock import Clock

_SOON_MS: Final = 5000
"""When a start has settled."""
_AGAIN_MS: Final = 3_600_000


class Backups(QObject):
    """Looks soon after the start, every hour, and after every session; closing makes one in any case.

    Never while somebody exercises (``is_busy``): it takes 10 ms a megabyte, in which a figure would stand still.
    """

    def __init__(
        self,
        archive: Archive,
        person: Person,
        clock: Clock,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._person = person
        self._clock = clock
        self._is_busy = is_busy
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.check)

    def begin(self) -> None:
        """Once nobody waits any more, and from then on."""
        self._due.start(_SOON_MS)

    def check(self) -> None:
        """Makes the backup of today when there is none; a failure is said."""
        today = self._clock.now().date()
        if not self._is_busy():
            self._person.tell_failure(lambda: self._archive.keep_backup_of_the_day(today))
        self._due.start(_AGAIN_MS)

    def close(self) -> None:
        """Nothing more to look after."""
        self._due.stop()
