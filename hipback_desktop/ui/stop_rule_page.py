"""Screen D: when to stop, and with which key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.key_chip import KeyChip
from hipback_desktop.ui.label import label
from hipback_desktop.ui.safety_words import stop_rule
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of
from hipback_desktop.ui.welcome_page import WelcomePage

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme

_KEY_PIXELS = 22


class StopRulePage(WelcomePage):
    """One sentence, and the two keys worth knowing by heart."""

    continued = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("One rule"), _("It holds in every session."), parent)
        card = QFrame()
        card.setProperty("kind", "danger")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        rule = label(stop_rule(), TypeRole.TITLE)
        rule.setFont(font_of(TypeRole.TITLE, strong=False))
        inside.addWidget(rule)
        self.content.addWidget(card)
        self.content.addLayout(self._keys(theme))
        self.content.addStretch(1)
        done = push_button(_("Got it"), "primary")
        done.clicked.connect(self.continued)
        self.add_buttons(done)

    def _keys(self, theme: Theme) -> QGridLayout:
        keys = QGridLayout()
        keys.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE)
        keys.setHorizontalSpacing(2 * SPACE)
        keys.setVerticalSpacing(2 * SPACE)
        keys.setColumnStretch(1, 1)
        lines = (
            (_("Esc"), _("stops at once. What you did is kept, and nothing asks you to be sure.")),
            (_("Space"), _("pauses, and goes on.")),
            (_("?"), _("shows all the other keys during a session.")),
        )
        for row, (key, meaning) in enumerate(lines):
            keys.addWidget(KeyChip(key, _KEY_PIXELS, theme), row, 0, Qt.AlignmentFlag.AlignRight)
            keys.addWidget(label(meaning, TypeRole.BODY_LARGE), row, 1)
        return keys
