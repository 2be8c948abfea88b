"""A radio button whose words wrap: Qt's own would cut them off."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget


class WrappedRadio(QRadioButton):
    """As high as its words need in the width there is."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._words = text
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """In one line."""
        lines = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(self._around() + lines, self.heightForWidth(self._around() + lines))

    def minimumSizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, self._words.split()))
        return QSize(self._around() + longest, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        shown, wanted = self.text().count("\n"), wrapped(self._words, metrics, width - self._around()).count("\n")
        return hint.height() + (wanted - shown) * metrics.lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(wrapped(self._words, self.fontMetrics(), event.size().width() - self._around()))

    def _around(self) -> int:
        """The width of all but the words."""
        metrics = self.fontMetrics()
        return super().sizeHint().width() - max(map(metrics.horizontalAdvance, self.text().split("\n")))


def wrapped(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words in lines of a width, a longer word in one of its own."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
