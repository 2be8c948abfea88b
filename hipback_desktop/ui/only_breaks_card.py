"""What today's page says after “only sitting breaks for now”: whether it reminds, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of


class OnlyBreaksCard(QFrame):
    """``reminds_after`` are the minutes after which it does, None when it does not.

    ``change_requested`` asks for the screens again, where the choice was made.
    """

    change_requested = Signal()
    reminder_wanted = Signal()

    def __init__(self, reminds_after: int | None, parent: QWidget | None = None) -> None:
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
        words.addWidget(label(_off_text() if reminds_after is None else _on_text().format(minutes=reminds_after)))
        across = QHBoxLayout(self)
        across.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        across.setSpacing(3 * SPACE)
        across.addLayout(words, 1)
        if reminds_after is None:
            remind = push_button(_("Remind me"), "primary")
            remind.clicked.connect(self.reminder_wanted)
            across.addWidget(remind)
        across.addWidget(change)


def _on_text() -> str:
    return _(
        "After {minutes} minutes of sitting Hipback offers you a break: a short walk and a stretch. How often, and at "
        "what hours, is in the settings."
    )


def _off_text() -> str:
    return _(
        "The reminder is off. When you have sat for a while, stand up and walk a little, or start the two minutes "
        "below."
    )
