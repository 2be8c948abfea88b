"""Icons: SVG files drawn in ``currentColor``, tinted as they are rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDER: Final = "icons"
_DRAWN_PIXELS: Final = (20, 24, 32, 48, 72)
"""Device pixels an icon is rendered at; Qt takes the next larger one and scales it down."""
_DISABLED_OPACITY: Final = 0.45
_OF_THE_PROGRAM: Final = (("tray_counting", (16, 20, 22, 24)), ("hipback", (32, 40, 48, 64, 96, 128, 256)))
"""What the program is known by, and the sizes that desktops ask for, none of them scaled."""
_MIRRORED: Final = ("back", "chevron_right")
"""They point along the way people read; those of a player, like “next”, point the same way everywhere."""


def icon(name: str, colour: str, asset: Callable[[str], Path]) -> QIcon:
    """The icon ``name`` in a colour, paler while disabled; ``asset`` finds files of the program."""
    renderer = _renderer(name, colour, asset)
    # Pixmaps rather than an own QIconEngine: Qt copies engines behind Python's back, and their owner is then unclear.
    made = QIcon()
    for pixels in _DRAWN_PIXELS:
        made.addPixmap(_drawn(renderer, name, pixels), QIcon.Mode.Normal)
        made.addPixmap(_drawn(renderer, name, pixels, _DISABLED_OPACITY), QIcon.Mode.Disabled)
    return made


def window_icon(asset: Callable[[str], Path]) -> QIcon:
    """The program's own; in few pixels it is that of the tray, whose fewer strokes and straight edges stay clear."""
    made = QIcon()
    for name, sizes in _OF_THE_PROGRAM:
        for pixels in sizes:
            made.addPixmap(icon_pixmap(name, "", asset, pixels))
    return made


def icon_pixmap(name: str, colour: str, asset: Callable[[str], Path], pixels: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square pixmap of ``pixels`` logical pixels, for labels and painters."""
    pixmap = _drawn(_renderer(name, colour, asset), name, round(pixels * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _renderer(name: str, colour: str, asset: Callable[[str], Path]) -> QSvgRenderer:
    svg = asset(f"{FOLDER}/{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.encode())))


def _drawn(renderer: QSvgRenderer, name: str, pixels: int, opacity: float = 1.0) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(QColor(0, 0, 0, 0))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(opacity)
        if name in _MIRRORED and QGuiApplication.isRightToLeft():
            painter.translate(pixels, 0)
            painter.scale(-1, 1)
        renderer.render(painter)
    return pixmap
