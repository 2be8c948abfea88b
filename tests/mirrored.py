"""What is in a window, and whether it stands where a mirror would put it once it is read from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from hipback_desktop.ui.key_chip import KeyChip
from hipback_desktop.ui.side_pill import SidePill
from hipback_desktop.ui.type_scale import SPACE

A_PIXEL = 1.5
"""Widths are fractions of pixels; so much less is not seen."""
_KEEPS_ITS_SIDES = (SidePill, KeyChip)
"""Left and right are those of the body there; and keys are written in the order in which they are pressed."""


@dataclass(frozen=True)
class Painted:
    """A text on a widget, where it stands, and whether its place has room for it."""

    widget: QWidget
    text: str
    place: QRectF
    has_room: bool


def shown(window: QWidget) -> list[QWidget]:
    """All that is seen of a window, but the parts that Qt's own widgets are made of."""
    children = window.findChildren(QWidget)
    return [child for child in children if child.isVisible() and not child.objectName().startswith("qt_")]


def parent_of(widget: QWidget) -> QWidget:
    """What it stands in; only windows stand in nothing."""
    parent = widget.parentWidget()
    assert parent is not None
    return parent


def name_of(widget: QWidget) -> str:
    """How a person who mends it would find a widget."""
    text = widget.property("text") or widget.accessibleName() or ""
    return f"{type(widget).__name__} “{text}” in {type(widget.parentWidget()).__name__}"


Places = dict[QWidget, QRect]


def places(window: QWidget) -> Places:
    """Where everything stands in its parent."""
    return {widget: widget.geometry() for widget in shown(window)}


def not_mirrored(before: Places, after: Places) -> Iterator[str]:
    """What does not stand where a mirror would put it, in parents that are read from right to left now.

    Margins are not mirrored by Qt; a step between those of two sides is not seen.
    """
    for widget in before.keys() & after.keys():
        around, old, new = parent_of(widget), before[widget], after[widget]
        if around.isRightToLeft() and not widget.isWindow() and old.size() == new.size():
            wanted = around.width() - old.x() - old.width()
            if abs(new.x() - wanted) > SPACE:
                yield f"{name_of(widget)} stands at {new.x()}, mirrored at {wanted}"


def words_not_mirrored(before: list[Painted], after: list[Painted]) -> Iterator[str]:
    """The same for texts painted by our own hand."""
    old, new = _lefts(before), _lefts(after)
    for (widget, text), lefts in new.items():
        if not widget.isRightToLeft() or isinstance(widget, _KEEPS_ITS_SIDES) or (widget, text) not in old:
            continue
        wanted = sorted(widget.width() - left - width for left, width in old[widget, text])
        found = sorted(left for left, _width in lefts)
        if any(abs(one - other) > 2 * A_PIXEL for one, other in zip(wanted, found, strict=False)):
            yield f"{name_of(widget)}: “{text}” at {found}, mirrored at {wanted}"


def _lefts(painted: list[Painted]) -> dict[tuple[QWidget, str], set[tuple[float, float]]]:
    """Where each text begins, and how wide it is."""
    found: dict[tuple[QWidget, str], set[tuple[float, float]]] = {}
    for each in painted:
        found.setdefault((each.widget, each.text), set()).add((each.place.x(), each.place.width()))
    return found
