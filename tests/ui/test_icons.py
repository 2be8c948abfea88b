"""Icons take the colour they are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.icons import icon, icon_pixmap, window_icon
from tests.ui.moments import asset, icon_names

NEEDED = {
    "play",
    "pause",
    "next",
    "previous",
    "stop",
    "repeat",
    "easier",
    "plus",
    "minus",
    "mute",
    "unmute",
    "room",
    "help",
    "home",
    "history",
    "settings",
    "close",
    "check",
    "warning",
    "mat",
    "chevron_right",
    "back",
    "breath",
    "keys",
    "hipback",
} | {phase.value for phase in Phase}


def test_every_icon_is_there() -> None:
    assert icon_names() >= NEEDED


@pytest.mark.parametrize("name", sorted(NEEDED - {"hipback"}))
def test_an_icon_is_drawn_in_its_colour(qtbot: QtBot, name: str) -> None:
    image = icon_pixmap(name, "#B23A2B", asset, 48).toImage()
    solid = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#b23a2b"}


def test_a_disabled_icon_is_paler(qtbot: QtBot) -> None:
    made = icon("stop", "#000000", asset)
    normal = made.pixmap(QSize(24, 24), QIcon.Mode.Normal).toImage().pixelColor(12, 12)
    disabled = made.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage().pixelColor(12, 12)
    assert normal == QColor("#000000")
    assert disabled.alpha() < normal.alpha()


def test_a_pixmap_knows_its_ratio(qtbot: QtBot) -> None:
    pixmap = icon_pixmap("play", "#000000", asset, 24, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (48, 2.0)


@pytest.mark.parametrize("pixels", [16, 22, 24, 32, 48, 64, 128, 256])
def test_the_icon_of_the_program_is_drawn_for_each_size(qtbot: QtBot, pixels: int) -> None:
    drawn = window_icon(asset).pixmap(QSize(pixels, pixels), 1.0)
    assert (drawn.width(), drawn.height()) == (pixels, pixels)


@pytest.mark.parametrize("pixels", [16, 20, 22, 24])
def test_in_few_pixels_its_edges_stay_clear(qtbot: QtBot, pixels: int) -> None:
    picture = window_icon(asset).pixmap(QSize(pixels, pixels), 1.0).toImage()
    middle = pixels // 2
    edges = ((middle, 0), (0, middle), (middle, pixels - 1), (pixels - 1, middle))
    assert [picture.pixelColor(x, y).alpha() for x, y in edges] == [255] * 4
