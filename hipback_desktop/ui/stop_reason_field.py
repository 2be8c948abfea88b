"""Why a session ended, put right: the reason that was given after Stop, another one, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.record import StopReason
from hipback_desktop.ui.choice_box import ChoiceBox
from hipback_desktop.ui.label import label
from hipback_desktop.ui.rating_row import CLEARING_KEYS
from hipback_desktop.ui.stop_sheet import reason_text
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class StopReasonField(QWidget):
    """The question and its answer in one line; Backspace takes the answer back."""

    def __init__(
        self,
        reason: StopReason | None,
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        question = label(_("Why it ended"), wraps=False)
        question.setFont(font_of(TypeRole.BODY, strong=True))
        self._reasons: tuple[StopReason | None, ...] = (None, *StopReason)
        self._box = _Box(_("Why it ended"), theme, asset)
        for each in self._reasons:
            self._box.addItem(_("No answer") if each is None else reason_text(each))
        self._box.setCurrentIndex(self._reasons.index(reason))
        self.setFocusProxy(self._box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(question)
        line.addWidget(self._box)
        line.addStretch(1)

    def value(self) -> StopReason | None:
        """What is chosen."""
        return self._reasons[self._box.currentIndex()]


class _Box(ChoiceBox):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CLEARING_KEYS:
            self.setCurrentIndex(0)
        else:
            super().keyPressEvent(event)
