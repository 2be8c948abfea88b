"""Offered after a session in which one side was done and the other left out: do the other one now, or leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class OtherSideSheet(Sheet):
    """Enter does it, Escape leaves it; either is fine."""

    wanted = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._sides = self.add_words("", TypeRole.BODY_LARGE)
        self._time = self.add_words("", tone="muted")
        do_it = IconButton("play", _("Do it now"), "primary", theme, asset)
        leave = push_button(_("Leave it"), "secondary")
        leave.setAccessibleDescription(_("Escape does the same."))
        do_it.clicked.connect(self.wanted)
        leave.clicked.connect(self.left)
        self.add_buttons(do_it, leave)

    def show_sides(self, sides: Sequence[str], minutes_text: str) -> None:
        """Names what was left out, such as “Pigeon, left side”, and how long it takes."""
        title = ngettext("One side was left out", "{count} sides were left out", len(sides))
        self.show_title(title.format(count=len(sides)))
        self._sides.setText("\n".join(sides))
        self._time.setText(
            _("The other side was done. {minutes}, with the time to get there.").format(minutes=minutes_text)
        )
