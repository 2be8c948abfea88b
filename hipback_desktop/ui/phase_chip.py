"""A phase as it looks everywhere: its icon and its word in its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.exercise import Phase
    from hipback_desktop.ui.theme import Theme


class PhaseChip(QFrame):
    """Small, and no control: it only tells."""

    def __init__(self, phase: Phase, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("phase", phase.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        word = label(phase_name(phase), TypeRole.CAPTION, wraps=False)
        word.setFont(font_of(TypeRole.CAPTION, strong=True))
        word.setProperty("phase", phase.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE + SPACE // 2, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(IconLabel(phase.value, phase, 2 * SPACE + 2, theme, asset))
        layout.addWidget(word)
