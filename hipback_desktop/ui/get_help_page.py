"""Where to get help, after “something here fits me”; nobody is locked out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.safety_card import SafetyCard
from hipback_desktop.ui.safety_words import emergency_list, where_to_get_help
from hipback_desktop.ui.welcome_page import WelcomePage


class GetHelpPage(WelcomePage):
    """Sitting breaks only, or on with the advice one has had."""

    only_breaks_chosen = Signal()
    advice_had = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Thank you for looking"), _("Please talk to someone about it before you exercise."), parent)
        self.content.addWidget(SafetyCard(where_to_get_help(), "card"))
        self.content.addWidget(SafetyCard(emergency_list(), "danger"))
        self.content.addStretch(1)
        breaks = push_button(_("Only sitting breaks for now"), "primary")
        advice = push_button(_("I have had advice, continue"), "secondary")
        breaks.clicked.connect(self.only_breaks_chosen)
        advice.clicked.connect(self.advice_had)
        self.add_buttons(breaks, advice)
