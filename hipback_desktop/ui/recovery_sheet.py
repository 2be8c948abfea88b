"""After damage: the backup that took the place of the history, to go on with or to begin anew without."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.ui.clock_words import time_of_day
from hipback_desktop.ui.history_words import day_text
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.sheet import Sheet


class RecoverySheet(Sheet):
    """Going on is what Enter and Escape do: it loses nothing."""

    emptied = Signal()

    def __init__(self, made_at: datetime, sessions: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Your history was damaged"), parent)
        there = ngettext(
            "The backup of {day}, {time}, has taken its place. It has {count} session in it.",
            "The backup of {day}, {time}, has taken its place. It has {count} sessions in it.",
            sessions,
        )
        self.add_words(there.format(day=day_text(made_at.date(), None), time=time_of_day(made_at), count=sessions))
        self.add_words(_("The damaged file is kept beside it. If you start empty, the backup is kept as well."))
        use, empty = push_button(_("Go on with the backup"), "primary"), push_button(_("Start empty"), "secondary")
        use.clicked.connect(self.left)
        empty.clicked.connect(self.emptied)
        self.add_buttons(use, empty)
