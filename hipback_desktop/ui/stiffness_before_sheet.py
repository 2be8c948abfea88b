"""Before a session: one number, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.rating_row import RatingRow
from hipback_desktop.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class StiffnessBeforeSheet(Sheet):
    """What is about to start, and the question: a number key and Enter, or Enter alone, start it.

    ``answered`` carries 0 to 10, or None; Escape and Cancel go back. A routine that ``is_handed_over`` was not chosen
    in the window, and the sheet says where it comes from; ``notes`` are to be read before it starts.
    """

    answered = Signal(object)

    def __init__(
        self,
        routine_name: str,
        theme: Theme,
        asset: Callable[[str], Path],
        notes: Iterable[str] = (),
        parent: QWidget | None = None,
        *,
        is_handed_over: bool = False,
    ) -> None:
        super().__init__(_("How stiff do you feel right now?"), parent)
        before = _("A link or a file asks to start {name}.") if is_handed_over else _("Before {name}.")
        self.add_words(before.format(name=routine_name))
        for note in notes:
            self.add_words(note)
        self._row = RatingRow(_("Stiffness"), _("not at all"), _("as stiff as can be"))
        self.body.addWidget(self._row)
        self.set_first(self._row)
        self.add_words(_("For your own comfort log; you can leave it out."), tone="muted")
        self._start = IconButton("play", _("Start"), "primary", theme, asset)
        self._start.clicked.connect(lambda: self.answered.emit(self._row.value()))
        cancel = push_button(_("Cancel"), "quiet")
        cancel.clicked.connect(self.left)
        self.add_keys(self.add_buttons(self._start, cancel), _("Keys: 0 to 9, T for ten, Enter starts, Esc goes back"))

    def show_question(self) -> None:
        """Asks anew."""
        self._row.show_value(None)
        self.take_focus()
