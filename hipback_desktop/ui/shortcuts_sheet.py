"""The keys of a session on one sheet, written from the table of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.key_chip import KeyChip
from hipback_desktop.ui.label import label
from hipback_desktop.ui.session_keys import BINDINGS, action_help, other_keys
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import SPACE, TypeRole

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

_KEY_PIXELS = 14


class ShortcutsSheet(Sheet):
    """All keys but Escape, which closes it, go on working meanwhile; Stop is on it, for it covers the other one."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 7)
        grid.setColumnStretch(2, 5)
        of_session = [(each.hint, action_help(each.action), other_keys(each.action)) for each in BINDINGS]
        of_window = ("F11", _("The whole screen, and back."), "")
        for row, (hint, does, others) in enumerate((*of_session, of_window)):
            chip = KeyChip(hint, _KEY_PIXELS, theme)
            grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(does), row, 1)
            grid.addWidget(label(others, TypeRole.CAPTION, "muted"), row, 2)
        self.body.addLayout(grid)
        close = push_button(_("Close"), "primary")
        stop = push_button(_("Stop the session"), "danger")
        close.clicked.connect(self.left)
        stop.clicked.connect(self.stop_requested)
        self.add_buttons(close, stop)
