"""Screen C: what suits the person; preferences, never a diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import OPTIONS
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.option_editors import OptionRow
from hipback_desktop.ui.type_scale import SPACE
from hipback_desktop.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.ui.theme import Theme

KEYS: Final = ("tight_areas", "minutes", "level", "equipment", "comfort_filters")


class PreferencesPage(WelcomePage):
    """The same controls as in the settings, where each answer can be changed later."""

    continued = Signal()

    def __init__(
        self, settings: Settings, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("What suits you?"), _("Leave anything as it is; all of it can be changed later in the settings."), parent
        )
        options = {option.key: option for option in OPTIONS}
        self._rows = {key: OptionRow(options[key], theme, asset) for key in KEYS}
        for key, row in self._rows.items():
            row.editor.show_value(getattr(settings, key))
            card = QFrame()
            card.setProperty("kind", "card")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE + SPACE // 2)
            inside.addWidget(row)
            self.content.addWidget(card)
        self.content.addStretch(1)
        go_on = push_button(_("Continue"), "primary")
        go_on.clicked.connect(self.continued)
        self.add_buttons(go_on)

    def values(self) -> dict[str, object]:
        """What was chosen, by the keys of the settings."""
        return {key: row.editor.value() for key, row in self._rows.items()}
