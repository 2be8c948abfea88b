"""Screen B: who should ask a professional first; going on is never blocked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.safety_card import SafetyCard
from hipback_desktop.ui.safety_words import ask_first_list
from hipback_desktop.ui.welcome_page import WelcomePage


class AskFirstPage(WelcomePage):
    """A list to read, and Continue."""

    continued = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Ask a professional before you start if…"),
            _("Reading is enough: nothing is asked here, and you decide how to go on."),
            parent,
        )
        self.content.addWidget(SafetyCard(ask_first_list(), "card"))
        self.content.addStretch(1)
        go_on = push_button(_("Continue"), "primary")
        go_on.clicked.connect(self.continued)
        self.add_buttons(go_on)
