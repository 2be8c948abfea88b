"""Shown at the start after a session was cut off: go on where it was, or keep what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import TypeRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ResumeView:
    """A session that can go on: ``place`` is where it was, such as “Pigeon, right side, set 1 of 2”."""

    name: str
    place: str
    left_text: str = ""


class ResumeSheet(Sheet):
    """Enter goes on; the other button keeps what was done as a shorter session. Nothing is lost either way."""

    continue_requested = Signal()
    keep_requested = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._place = self.add_words("", TypeRole.BODY_LARGE)
        self._left = self.add_words("", TypeRole.BODY, "muted")
        go_on = IconButton("play", _("Continue"), "primary", theme, asset)
        keep = push_button(_("Keep what was done"), "secondary")
        go_on.clicked.connect(self.continue_requested)
        keep.clicked.connect(self.keep_requested)
        self.add_buttons(go_on, keep)

    def show_resume(self, view: ResumeView) -> None:
        """Says where it was."""
        self.show_title(_("You were in the middle of {name}").format(name=view.name))
        self._place.setText(view.place)
        self._left.setText(view.left_text)
        self._left.setVisible(bool(view.left_text))
