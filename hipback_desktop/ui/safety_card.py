"""One of the safety lists as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from hipback_desktop.ui.safety_words import SafetyList

_BULLET = "•"


class SafetyCard(QFrame):
    """``kind`` is a frame of the style sheet: danger, notice, accent or card."""

    def __init__(self, safety_list: SafetyList, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAccessibleName(safety_list.title)
        self.setAccessibleDescription(" ".join(filter(None, (safety_list.lead, *safety_list.items, safety_list.note))))
        title = label(safety_list.title, tone="danger" if kind == "danger" else "text")
        title.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE + SPACE // 2)
        rows.setSpacing(SPACE)
        rows.addWidget(title)
        rows.addWidget(label(safety_list.lead))
        items = QGridLayout()
        items.setHorizontalSpacing(SPACE)
        items.setVerticalSpacing(SPACE // 2)
        items.setColumnStretch(1, 1)
        for row, item in enumerate(safety_list.items):
            items.addWidget(label(_BULLET, wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            items.addWidget(label(item), row, 1)
        rows.addLayout(items)
        if safety_list.note:
            note = label(safety_list.note)
            note.setFont(font_of(TypeRole.BODY, strong=True))
            rows.addWidget(note)
