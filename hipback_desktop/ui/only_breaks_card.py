"""What today's page says after “only sitting breaks for now”: what there is until reminders come, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of


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
        heading = label(title, TypeRole.BODY_LARGE)
        heading.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(heading)
        words.addWidget(
            label(
                _(
                    "Hipback cannot remind you to get up yet. Until it can: when you have sat for a while, stand up "
                    "and walk a little, or start the two minutes below."
                )
            )
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        across.setSpacing(3 * SPACE)
        across.addLayout(words, 1)
        across.addWidget(change)
