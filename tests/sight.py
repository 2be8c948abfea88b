"""What somebody sees at a glance: words cut off, words on top of each other, controls without a name.

Widgets of Qt are asked how much room their words need; what is painted by our own hand is overheard as it is painted.
``HIPBACK_PICTURES=FOLDER`` leaves a picture of all that is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from hipback_desktop.ui.fitted_text import FittedText
from hipback_desktop.ui.type_scale import SPACE
from hipback_desktop.ui.wrapped_radio import WrappedRadio
from tests.mirrored import (
    A_PIXEL,
    Painted,
    name_of,
    not_mirrored,
    parent_of,
    places,
    shown,
    words_not_mirrored,
)
from tests.pseudo import is_whole

_AIR = QSize(SPACE, SPACE // 2)
"""So much less than a button wishes for leaves its words whole."""
_ANY_HEIGHT = 1 << 16
_ACROSS = Qt.AlignmentFlag.AlignHorizontal_Mask.value
_WORDS = (QLabel, QAbstractButton, QLineEdit, QComboBox, FittedText)


class Sight:
    """Looks at windows for as long as it is patched in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._painted: list[Painted] = []
        paint = QPainter.drawText

        def overhear(painter: QPainter, *what: object) -> object:
            self._overhear(painter, *what)
            return paint(painter, *what)  # type: ignore[call-overload]

        monkeypatch.setattr(QPainter, "drawText", overhear)

    def check_one_way(self, window: QWidget, picture: str) -> None:
        """Fails with all that is wrong with a window as it is."""
        faults, _painted = self._look(window, picture)
        assert not faults, "\n".join(faults)

    def check(self, window: QWidget, picture: str) -> None:
        """Fails with all that is wrong with a window as it is, and as those see it who read from right to left.

        It has to be mirrored then.
        """
        usual, words = self._look(window, f"{picture}-ltr")
        before = places(window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            reversed_, words_reversed = self._look(window, f"{picture}-rtl")
            unlike = [*not_mirrored(before, places(window)), *words_not_mirrored(words, words_reversed)]
        finally:
            application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        settle()
        faults = [*usual, *(f"Right to left: {fault}" for fault in reversed_), *unlike]
        assert not faults, "\n".join(faults)

    def _look(self, window: QWidget, picture: str) -> tuple[list[str], list[Painted]]:
        """What is wrong with it, in a sentence each, and the texts that are painted by our own hand."""
        settle()
        self._painted.clear()
        seen = window.grab()
        folder = os.environ.get("HIPBACK_PICTURES")
        if folder:
            seen.save(str(Path(folder) / f"{picture}.png"))
        painted = self._painted.copy()
        return sorted(
            {*_cut(window), *_overlapping(window), *_outside(window), *_nameless(window), *_without_room(painted)}
        ), painted

    def _overhear(self, painter: QPainter, *what: object) -> None:
        device, text = painter.device(), next(part for part in what if isinstance(part, str))
        if not isinstance(device, QWidget) or not text:
            return
        metrics, area = QFontMetricsF(painter.font()), what[0]
        if isinstance(area, QPointF):
            place = QRectF(area.x(), area.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
            room = place & QRectF(device.rect())
        else:
            assert isinstance(area, QRect | QRectF)
            room, flags = QRectF(area), _number(what[1])
            across = QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag(flags & _ACROSS))
            place = metrics.boundingRect(room, (flags & ~_ACROSS) | across.value, text)
        high = place.height() if place.height() > 2 * metrics.height() else metrics.tightBoundingRect(text).height()
        fits = place.width() <= room.width() + A_PIXEL and high <= room.height() + 2 * A_PIXEL
        place = painter.worldTransform().mapRect(place)
        stands_in = place.left() >= -A_PIXEL and place.right() <= device.width() + A_PIXEL
        self._painted.append(Painted(device, text, place, fits and stands_in))


def settle() -> None:
    """What wraps is laid out again in the width it got."""
    for _turn in range(3):
        QCoreApplication.processEvents()


def _cut(window: QWidget) -> Iterator[str]:
    for widget in shown(window):
        needed, room = _needed_and_room(widget)
        if needed.width() > room.width() + A_PIXEL or needed.height() > room.height() + A_PIXEL:
            yield f"{name_of(widget)} needs {needed.toTuple()}, has {room.toTuple()}"
        inside = widget.widget() if isinstance(widget, QScrollArea) else None
        if inside is not None and inside.width() > parent_of(inside).width():
            yield f"{name_of(widget)} is {parent_of(inside).width()} wide, its inside {inside.width()}"
    for label in window.findChildren(QLabel):
        if label.isVisible() and not is_whole(label.text()):
            yield f"{name_of(label)} is cut in the middle"


def _needed_and_room(widget: QWidget) -> tuple[QSize, QSize]:
    """The size its words take, and the one there is for them."""
    match widget:
        case QLabel():
            flags = int(Qt.TextFlag.TextWordWrap) if widget.wordWrap() else 0
            inside = widget.contentsRect().adjusted(max(0, widget.indent()), 0, 0, 0)
            within = QRect(0, 0, inside.width(), _ANY_HEIGHT)
            return widget.fontMetrics().boundingRect(within, flags, widget.text()).size(), inside.size()
        case WrappedRadio():
            return QSize(0, widget.heightForWidth(widget.width())), widget.size()
        case QPushButton() | QRadioButton() if widget.text() and not _tells_the_rest(widget):
            return widget.sizeHint() - _AIR, widget.size()
        case QComboBox():
            box = QStyleOptionComboBox()
            box.initFrom(widget)
            field = QStyle.SubControl.SC_ComboBoxEditField
            room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, box, field, widget)
            return _one_line(widget, widget.currentText()), QSize(room.width(), _ANY_HEIGHT)
        case QLineEdit():
            frame = QStyleOptionFrame()
            frame.initFrom(widget)
            room = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, widget)
            margins = widget.textMargins()
            return _one_line(widget, widget.placeholderText()), QSize(
                room.width() - margins.left() - margins.right(), _ANY_HEIGHT
            )
    return QSize(0, 0), QSize(0, 0)


def _tells_the_rest(button: QAbstractButton) -> bool:
    """Whether a button knows that its words are cut off, and has all of them in its tool tip."""
    return not is_whole(button.text()) and button.toolTip().startswith(_begin(button.text()))


def _one_line(widget: QWidget, text: str) -> QSize:
    return QSize(widget.fontMetrics().horizontalAdvance(text), 0)


def _overlapping(window: QWidget) -> Iterator[str]:
    beside: dict[QWidget, list[QWidget]] = {}
    for widget in shown(window):
        if isinstance(widget, _WORDS):
            beside.setdefault(parent_of(widget), []).append(widget)
    for siblings in beside.values():
        for one, other in combinations(siblings, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{name_of(one)} lies on {name_of(other)}"


def _outside(window: QWidget) -> Iterator[str]:
    """Words that reach out of what they are in; what scrolls may do so up and down only."""
    for widget in shown(window):
        if not isinstance(widget, _WORDS) or isinstance(widget.parentWidget(), QLineEdit):
            continue
        around = widget.parentWidget()
        while around is not None and around is not window.parentWidget():
            box = QRect(widget.mapTo(around, QPoint()), widget.size())
            is_scrolled = isinstance(around.parentWidget(), QAbstractScrollArea)
            if is_scrolled:
                box = QRect(box.x(), 0, box.width(), 1)
            if not around.rect().contains(box):
                yield f"{name_of(widget)} reaches out of {type(around).__name__}"
                break
            if is_scrolled or around.isWindow():
                break
            around = around.parentWidget()


def _nameless(window: QWidget) -> Iterator[str]:
    """What the keyboard can be on, or a pointer press, and a screen reader has no name for."""
    for widget in shown(window):
        is_control = isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_control and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            yield f"{name_of(widget)} has no name"


def _without_room(painted: list[Painted]) -> Iterator[str]:
    for each in painted:
        if not each.has_room:
            yield f"{name_of(each.widget)} has no room for “{each.text}”"
        elif not is_whole(each.text) and not any(tip.startswith(_begin(each.text)) for tip in _tips(each.widget)):
            yield f"{name_of(each.widget)} cuts off “{each.text}”, and no tool tip tells the rest"


def _begin(text: str) -> str:
    """Of a text that was cut with an ellipsis."""
    return text.rpartition("…")[0]


def _tips(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    view = widget.parentWidget()
    if isinstance(view, QListView):
        model = view.model()
        for row in range(model.rowCount()):
            told = model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)
            yield from str(told or "").split("\n")


def _number(flags: object) -> int:
    return flags if isinstance(flags, int) else int(getattr(flags, "value", 0))
