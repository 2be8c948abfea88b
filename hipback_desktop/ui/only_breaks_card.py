"""What today's page says after “only sitting breaks for now”: what there is until reminders come, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole


class OnlyBreaksCard(QFrame):
    """``change_requested`` asks for the screens again, where the choice was made."""

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        title = _("Only sitting breaks for now")
        self.setAccessibleName(title)
        change = push_button(_("Change this choice"), "secondary")
        change.clicked.connect(self.change_requested)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(SPACE)
        inside.addWidget(label(title, TypeRole.TITLE))
        for text in (
            _(
                "Hipback cannot remind you to get up yet. Until it can: when you have sat for a while, stand up and "
                "walk a little, or start the two minutes below."
            ),
            _("The sessions are here for you once somebody who knows your case has said what suits you."),
        ):
            inside.addWidget(label(text))
        inside.addSpacing(SPACE)
        line = QHBoxLayout()
        line.addWidget(change)
        line.addStretch(1)
        inside.addLayout(line)
