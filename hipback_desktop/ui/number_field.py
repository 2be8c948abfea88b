"""A whole number between two ends: a slider to feel it, a field to type it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QSpinBox, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from hipback_desktop.core.settings import Number


class NumberField(QWidget):
    """Both show the same number; the unit stands behind it."""

    changed = Signal(object)

    def __init__(self, number: Number, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = number.step
        self._minimum = number.minimum
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, (number.maximum - number.minimum) // number.step)
        self._slider.setPageStep(max(1, self._slider.maximum() // 5))
        self._slider.setAccessibleName(accessible_name)
        self._slider.setMinimumWidth(7 * SPACE)
        self._field = _Field()
        self._field.setRange(number.minimum, number.maximum)
        self._field.setSingleStep(number.step)
        self._field.setSuffix(" %" if number.unit == "%" else f" {_(number.unit)}")
        self._field.setAccessibleName(accessible_name)
        self._field.setFont(font_of(TypeRole.BODY))
        self._field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._field.setMinimumWidth(self._field.sizeHint().width() + 2 * SPACE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._field)
        self._slider.valueChanged.connect(lambda place: self._field.setValue(self._minimum + place * self._step))
        self._field.valueChanged.connect(self._on_number)

    def number_width(self) -> int:
        """What the field of the number needs."""
        return self._field.minimumWidth()

    def show_number_width(self, width: int) -> None:
        """As wide as those above and below, so that the sliders are equally long."""
        self._field.setMinimumWidth(width)

    def value(self) -> int:
        """The number shown."""
        return self._field.value()

    def show_value(self, value: int) -> None:
        """Shows a number without telling anyone."""
        before = self._field.blockSignals(True)
        self._field.setValue(value)
        self._field.blockSignals(before)
        self._follow(value)

    def _on_number(self, value: int) -> None:
        self._follow(value)
        self.changed.emit(value)

    def _follow(self, value: int) -> None:
        """A typed number may lie between two steps of the slider, which must not round it away."""
        before = self._slider.blockSignals(True)
        self._slider.setValue(round((value - self._minimum) / self._step))
        self._slider.blockSignals(before)


class _Slider(QSlider):
    """The wheel scrolls the page and leaves the number alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Field(QSpinBox):
    """The same; and what is typed counts when it is finished."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
