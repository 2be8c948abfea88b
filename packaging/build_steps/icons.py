"""The program's icon in the sizes that desktops ask for, drawn from the one SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write_icon(drawing: Path, size: int, file: Path) -> None:
    """A PNG of so many pixels."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not drawn(drawing, size).save(str(file)):
        raise OSError(f"{file} could not be written")


def drawn(drawing: Path, size: int) -> QImage:
    """The picture, transparent around the drawing; its pixels as the files of Windows hold them."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        QSvgRenderer(str(drawing)).render(painter)
    return picture
