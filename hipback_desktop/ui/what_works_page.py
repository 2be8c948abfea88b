"""“What works here”: what the sitting reminder sees on this computer, and why it shows nothing now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.column import Column
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import IconButton, push_button
from hipback_desktop.ui.label import label, show_text
from hipback_desktop.ui.themed import show_theme_inside
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of
from hipback_desktop.ui.what_works_card import WhatWorksCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hipback_desktop.core.what_works import SignLine
    from hipback_desktop.ui.theme import Theme

_USUAL = QSize(640, 720)
_SMALLEST = QSize(360, 320)
_FRAME = QSize(16, 48)


class WhatWorksPage(QDialog):
    """``look_requested`` is emitted when it appears and by its button; ``show_findings`` shows what came of it.

    Where the desktop reminds as well, ``hipback_wanted`` says which of the two shall.
    """

    look_requested = Signal()
    hipback_wanted = Signal()

    def __init__(
        self,
        findings: Callable[[], Sequence[SignLine]],
        reason: Callable[[], str],
        are_two: Callable[[], bool],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._findings = findings
        self._reason = reason
        self._are_two = are_two
        self.setWindowTitle(_("What works here"))
        room = self.screen().availableSize() - _FRAME
        self.setMinimumSize(_SMALLEST.boundedTo(room))
        self.resize(_USUAL.boundedTo(room))
        self._why = label()
        self._cards = [WhatWorksCard(line, theme, asset) for line in findings()]
        page = Column(margin=3 * SPACE)
        page.content.addWidget(label(_("What works here"), TypeRole.TITLE))
        page.content.addWidget(
            label(_("What Hipback can see, so that it reminds you at a good moment. None of it leaves this computer."))
        )
        page.content.addWidget(self._why_card())
        for card in self._cards:
            page.content.addWidget(card)
        page.content.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._buttons(theme, asset))
        self.show_findings()

    def show_findings(self) -> None:
        """What was found since."""
        show_text(self._why, self._reason())
        self._instead.setVisible(self._are_two())
        self._why_frame.setAccessibleName(f"{self._why_title.text()}. {self._why.text()}")
        for card, line in zip(self._cards, self._findings(), strict=True):
            card.show_line(line)

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot."""
        show_theme_inside(self, theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_requested.emit()

    def _why_card(self) -> QFrame:
        self._why_frame = QFrame()
        self._why_frame.setProperty("kind", "head_card")
        self._why_frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._why_title = label(_("The reminder now"))
        self._why_title.setFont(font_of(TypeRole.BODY, strong=True))
        self._instead = push_button(_("Let Hipback remind"), "secondary")
        self._instead.clicked.connect(self.hipback_wanted)
        rows = QVBoxLayout(self._why_frame)
        rows.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        rows.setSpacing(SPACE)
        rows.addWidget(self._why_title)
        rows.addWidget(self._why)
        rows.addWidget(self._instead, 0, Qt.AlignmentFlag.AlignLeft)
        return self._why_frame

    def _buttons(self, theme: Theme, asset: Callable[[str], Path]) -> QWidget:
        again = IconButton("repeat", _("Look again"), "primary", theme, asset)
        again.clicked.connect(self.look_requested)
        close = push_button(_("Close"), "secondary")
        close.clicked.connect(self.accept)
        buttons = QWidget(self)
        row = FlowLayout(buttons, SPACE + SPACE // 2)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        row.addWidget(again)
        row.addWidget(close)
        again.setDefault(True)
        return buttons
