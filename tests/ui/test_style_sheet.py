"""The style sheet and the type scale."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop.ui.style_sheet import style_sheet
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme
from hipback_desktop.ui.type_scale import SPACE, TypeRole, body_pixels, font_of


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_qt_understands_it_and_it_names_no_font(qtbot: QtBot, theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "font" not in sheet
    assert sheet.count("{") == sheet.count("}")
    root = QWidget()
    qtbot.addWidget(root)
    root.setStyleSheet(sheet)
    button = QPushButton("Start", root)
    button.setProperty("kind", "primary")
    button.resize(200, 48)
    assert button.grab().toImage().pixelColor(100, 6).name().upper() == theme.accent


def test_the_scale_rises_from_a_readable_body(qtbot: QtBot) -> None:
    sizes = [font_of(role).pixelSize() for role in TypeRole]
    assert sizes == sorted(sizes)
    assert body_pixels() >= 15
    assert font_of(TypeRole.BODY, 2).pixelSize() == 2 * body_pixels()


def test_titles_are_strong_and_text_is_not(qtbot: QtBot) -> None:
    assert font_of(TypeRole.TITLE).weight() > font_of(TypeRole.BODY).weight()
    assert font_of(TypeRole.BODY, strong=True).weight() == font_of(TypeRole.TITLE).weight()


def test_the_grid_is_eight() -> None:
    assert SPACE == 8
