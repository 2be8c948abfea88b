"""One screen before the first session: a title, what there is to read, and buttons that never scroll away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.column import WIDEST, Column
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.type_scale import SPACE, TypeRole

_SCROLLS: Final = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class WelcomePage(QWidget):
    """The first button added is the one Enter presses; Escape says ``back``."""

    back = Signal()

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = title
        self._default: QAbstractButton | None = None
        self._step = label("", TypeRole.CAPTION, "muted")
        self._column = Column()
        self.content: QVBoxLayout = self._column.content
        head = QVBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._step)
        head.addWidget(label(title, TypeRole.HEADLINE))
        head.addWidget(label(lead, TypeRole.BODY_LARGE, "muted"))
        self.content.addLayout(head)
        self.content.addSpacing(SPACE)
        self._foot = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._column, 1)
        layout.addWidget(_rule())
        layout.addLayout(self._foot_line())

    def show_step(self, number: int, count: int) -> None:
        """Where the screen stands among the others."""
        self._step.setText(_("{number} of {count}").format(number=number, count=count))

    def add_buttons(self, *buttons: QAbstractButton, goes_back: bool = True) -> None:
        """The ways on, the default one first, then the way back."""
        for button in buttons:
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        if goes_back:
            back = push_button(_("Back"), "quiet")
            back.clicked.connect(self.back)
            self._foot.addWidget(back)
        self._default = buttons[0]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._column.verticalScrollBar().setValue(0)
        if self._default is not None:
            self._default.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _SCROLLS:
            self._column.verticalScrollBar().triggerAction(_SCROLLS[key])
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._default is not None:
            self._default.click()
        else:
            super().keyPressEvent(event)

    def _foot_line(self) -> QHBoxLayout:
        """The buttons, in line with the column above."""
        holder = QWidget()
        holder.setMaximumWidth(WIDEST)
        holder.setLayout(self._foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(SPACE + SPACE // 2)
        line = QHBoxLayout()
        line.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        line.addStretch(1)
        line.addWidget(holder, 1000)
        line.addStretch(1)
        return line


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
