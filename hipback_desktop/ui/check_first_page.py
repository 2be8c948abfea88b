"""Screen A: signs to look out for before starting; nothing is asked and nothing is stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.safety_card import SafetyCard
from hipback_desktop.ui.safety_words import days_list, emergency_list, today_list
from hipback_desktop.ui.welcome_page import WelcomePage


class CheckFirstPage(WelcomePage):
    """Two ways on: none of these, or something here fits me."""

    nothing_fits = Signal()
    something_fits = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Please check these first"),
            _("These signs are worth a professional’s look before any exercise. Please take a moment to read them."),
            parent,
        )
        self.content.addWidget(SafetyCard(emergency_list(), "danger"))
        self.content.addWidget(SafetyCard(today_list(), "notice"))
        self.content.addWidget(SafetyCard(days_list(), "card"))
        self.content.addWidget(
            label(
                _(
                    "Hipback is for adults (18 or older). It is a timer and guide for general mobility, flexibility "
                    "and strength exercise. It does not diagnose, treat, prevent or monitor any disease or injury and "
                    "does not replace professional advice. Your answer is not stored."
                ),
                tone="muted",
            )
        )
        self.content.addStretch(1)
        nothing = push_button(_("None of these"), "primary")
        something = push_button(_("Something here fits me"), "secondary")
        nothing.clicked.connect(self.nothing_fits)
        something.clicked.connect(self.something_fits)
        self.add_buttons(nothing, something, goes_back=False)
