"""The person's settings as they are now, kept on disk with every change."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hipback_desktop.core.errors import UserError
from hipback_desktop.desktop.first_weekday import with_usual_week

if TYPE_CHECKING:
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.storage.settings_file import SettingsFile

_log = logging.getLogger(__name__)


class Person(QObject):
    """Holds the settings; ``changed`` comes after every change, ``restored`` when the sessions are others as well.

    Without ``settings`` they are read from the file when they are first asked for. ``noted`` completes them after a
    change, from those before and after it.
    ``noticed`` carries a sentence when one cannot be kept, ``settled`` the same sentence when they can be again.
    """

    changed = Signal()
    restored = Signal()
    noticed = Signal(str)
    settled = Signal(str)

    def __init__(
        self,
        settings: Settings | None,
        file: SettingsFile,
        parent: QObject | None = None,
        noted: Callable[[Settings, Settings], Settings] = lambda _before, after: after,
    ) -> None:
        super().__init__(parent)
        self._noted = noted
        self._settings = settings
        self._file = file
        self._trouble = ""

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._read() if self._settings is None else self._settings

    def theme_at_start(self) -> str:
        """What is chosen as theme, for the first frame, which comes before the settings are read."""
        return self._file.theme()

    def change(self, changed: Callable[[Settings], Settings]) -> None:
        """Applies a change and keeps it; no effect when it changes nothing."""
        settings = self._noted(self.settings, changed(self.settings))
        if settings == self.settings:
            return
        self._settings = settings
        before, self._trouble = self._trouble, self.tell_failure(lambda: self._file.write(settings))
        if before and before != self._trouble:
            self.settled.emit(before)
        self.changed.emit()

    def change_one(self, key: str, value: object) -> None:
        """Applies another value of one setting."""
        self.change(lambda settings: replace(settings, **{key: value}))  # type: ignore[arg-type]

    def take_up(self) -> None:
        """Another command has put a backup in the place of what was kept: what is in it counts from now on."""
        self._read()
        self.changed.emit()
        self.restored.emit()

    def _read(self) -> Settings:
        stored, complaints = self._file.read()
        self._settings = settings = with_usual_week(stored)
        for sentence in complaints:
            self.noticed.emit(sentence)
        return settings

    def tell_failure(self, write: Callable[[], object]) -> str:
        """Runs something that writes; when the disk refuses, the person is told why and the program goes on."""
        try:
            write()
        except UserError as error:
            _log.warning("could not be kept: %s", error)
            self.noticed.emit(str(error))
            return str(error)
        return ""
