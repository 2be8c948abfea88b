"""Where to get help, the signs that cannot wait on top (evidence.md §5, §14.5)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.reading_sheet import ReadingSheet
from hipback_desktop.ui.safety_card import SafetyCard
from hipback_desktop.ui.safety_words import emergency_list, today_list, where_to_get_help


class HelpSheet(ReadingSheet):
    """Arrow keys read on; Enter and Escape close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Where to get help"), parent)
        self.body.addWidget(SafetyCard(emergency_list(), "danger"))
        self.body.addWidget(SafetyCard(today_list(), "notice"))
        self.body.addWidget(SafetyCard(where_to_get_help()))
        close = push_button(_("Close"), "primary")
        close.clicked.connect(self.left)
        self.add_buttons(close)
