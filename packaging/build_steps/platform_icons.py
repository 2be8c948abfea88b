"""The program's icon in the one file that Windows (.ico) or macOS (.icns) wants, drawn from the one SVG."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

from build_steps.icons import drawn

ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""What Explorer, the taskbar and the tray ask for at scales from 100 to 200 %."""
ICNS_SIZES: Final[Mapping[bytes, int]] = {
    b"ic11": 32,  # 16 points, twice as sharp
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
_LARGEST_BITMAP: Final = 128
"""Larger pictures go into an .ico as PNG, smaller ones as bitmaps, which every program that reads it understands."""


def write_platform_icon(drawing: Path, folder: Path, platform: str) -> Path:
    """The file for ``win32`` or ``darwin``, as ``sys.platform`` names them."""
    name, content = ("hipback.ico", ico(drawing)) if platform == "win32" else ("hipback.icns", icns(drawing))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def ico(drawing: Path, sizes: Sequence[int] = ICO_SIZES) -> bytes:
    """Every size in one file, as Windows reads it."""
    pictures = [drawn(drawing, size) for size in sizes]
    parts = [_bitmap(picture) if picture.width() <= _LARGEST_BITMAP else _png(picture) for picture in pictures]
    place = 6 + 16 * len(sizes)
    entries = b""
    for size, part in zip(sizes, parts, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(part), place)
        place += len(part)
    return struct.pack("<HHH", 0, 1, len(sizes)) + entries + b"".join(parts)


def icns(drawing: Path, sizes: Mapping[bytes, int] = ICNS_SIZES) -> bytes:
    """The same as macOS reads it: each picture behind its kind and length."""
    parts = [(kind, _png(drawn(drawing, size))) for kind, size in sizes.items()]
    body = b"".join(kind + struct.pack(">I", len(picture) + 8) + picture for kind, picture in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want a name; a device is meant
    return bytes(content.data())


def _bitmap(picture: QImage) -> bytes:
    """As icons hold it: rows from the bottom, twice the height for a mask, which is left empty beside the alpha."""
    size = picture.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    upside_down = picture.flipped(Qt.Orientation.Vertical)  # named: its pixels do not keep it
    return header + bytes(upside_down.constBits()) + bytes((size + 31) // 32 * 4 * size)
