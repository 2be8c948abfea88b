"""The icon files of Windows and macOS hold every size, as their readers expect; Windows is told name and version."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from build_steps.icons import drawn
from build_steps.platform_icons import ICNS_SIZES, ICO_SIZES, icns, ico
from build_steps.platform_looks import platform_looks, version_resource
from PySide6.QtGui import QImage, QImageReader

from hipback_desktop.paths import asset

DRAWING = asset("icons/hipback.svg")


def pictures_in(file: Path) -> list[QImage]:
    """As Qt's own reader of that format finds them."""
    reader = QImageReader(str(file))
    found = []
    for place in range(reader.imageCount()):
        reader.jumpToImage(place)
        found.append(reader.read())
    return found


def is_ours(picture: QImage) -> bool:
    """Green inside, nothing in the corners."""
    inside, corner = picture.pixelColor(picture.width() // 2, picture.height() // 10), picture.pixelColor(0, 0)
    return inside.green() > inside.red() and inside.alpha() > 250 and corner.alpha() == 0


def test_an_ico_holds_every_size_the_right_way_up(tmp_path: Path) -> None:
    content = ico(DRAWING)
    assert struct.unpack_from("<HHH", content) == (0, 1, len(ICO_SIZES))
    (tmp_path / "hipback.ico").write_bytes(content)
    found = pictures_in(tmp_path / "hipback.ico")
    assert [picture.width() for picture in found] == list(ICO_SIZES)
    assert all(is_ours(picture) for picture in found)
    plain = QImage(str(DRAWING)).scaled(64, 64)
    assert found[ICO_SIZES.index(64)].pixelColor(35, 27).red() > 200  # the hip, above the middle
    assert plain.pixelColor(35, 27).red() > 200


def test_an_ico_holds_every_pixel_as_it_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "hipback.ico").write_bytes(ico(DRAWING))
    for picture in pictures_in(tmp_path / "hipback.ico"):
        plain = drawn(DRAWING, picture.width())
        assert picture.convertToFormat(plain.format()) == plain, picture.width()


def test_the_parts_of_an_ico_lie_where_it_says() -> None:
    content = ico(DRAWING)
    end = 6 + 16 * len(ICO_SIZES)
    for number in range(len(ICO_SIZES)):
        length, place = struct.unpack_from("<II", content, 6 + 16 * number + 8)
        assert place == end
        end = place + length
    assert end == len(content)


def test_an_icns_holds_every_size() -> None:
    content = icns(DRAWING)
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4)[0] == len(content)
    place, sizes = 8, {}
    while place < len(content):
        kind, length = content[place : place + 4], struct.unpack_from(">I", content, place + 4)[0]
        picture = QImage.fromData(content[place + 8 : place + length])
        assert is_ours(picture)
        sizes[kind] = picture.width()
        place += length
    assert sizes == ICNS_SIZES


def test_linux_is_told_nothing_and_the_others_find_their_files(tmp_path: Path) -> None:
    assert platform_looks("linux", tmp_path) == {}
    assert Path(platform_looks("darwin", tmp_path)["icon"]).suffix == ".icns"
    looks = platform_looks("win32", tmp_path)
    assert Path(looks["icon"]).suffix == ".ico"
    assert Path(looks["version"]).is_file()


@pytest.mark.parametrize(("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("12.3.4", (12, 3, 4, 0))])
def test_windows_is_told_the_version(version: str, numbers: tuple[int, ...]) -> None:
    """The text is a Python expression of PyInstaller's classes."""
    kinds = ("FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct")
    told: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def kind(name: str) -> Any:
        return lambda *arguments, **options: told.append((name, arguments, options))

    eval(version_resource(version), {name: kind(name) for name in ("VSVersionInfo", *kinds)})  # noqa: S307
    (fixed,) = [options for name, _arguments, options in told if name == "FixedFileInfo"]
    assert fixed["filevers"] == fixed["prodvers"] == numbers
    strings = dict(arguments for name, arguments, _options in told if name == "StringStruct")
    assert strings["ProductName"] == "Hipback"
    assert strings["FileVersion"] == version
