"""The goals of a week in two rows of numbers; each choice counts at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import OPTIONS, Number
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.segments import Segments
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import TypeRole, font_of


class GoalsSheet(Sheet):
    """``changed`` carries the key of a setting and its new value."""

    changed = Signal(str, object)

    def __init__(self, stretch_days: int, strength_days: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Goals of the week"), parent)
        self._add(_("Days of stretching"), "stretch_days", stretch_days)
        self._add(_("Days of strength"), "strength_days", strength_days)
        self.add_words(
            _(
                "A day counts from five minutes, or three exercises. This week is held to the lower of the old goal "
                "and the new. While you are ill or away, let the goals rest (Settings, Goals)."
            ),
            tone="muted",
        )
        close = push_button(_("Done"), "primary")
        close.clicked.connect(self.left)
        self.add_buttons(close)

    def _add(self, title: str, key: str, value: int) -> None:
        heading = label(title)
        heading.setFont(font_of(TypeRole.BODY, strong=True))
        kind = next(option.kind for option in OPTIONS if option.key == key)
        assert isinstance(kind, Number)
        days = Segments([(str(n), str(n)) for n in range(kind.minimum, kind.maximum + 1)], title)
        days.show_value(str(value))
        days.changed.connect(lambda chosen: self.changed.emit(key, int(chosen)))
        self.body.addWidget(heading)
        self.body.addWidget(days)
        self.set_first(days.buttons()[value - kind.minimum])
