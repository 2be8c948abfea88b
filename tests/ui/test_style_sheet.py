"""The style sheet and the type scale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QSlider, QWidget
from pytestqt.qtbot import QtBot

from hipback_desktop import ui
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.look import apply_look
from hipback_desktop.ui.page_styles import page_styles
from hipback_desktop.ui.session_log_sheet import SessionLogSheet
from hipback_desktop.ui.sheet_host import SheetHost
from hipback_desktop.ui.stop_sheet import StopSheet
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


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_slider_is_filled_from_its_lower_end(qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection) -> None:
    qapp.setLayoutDirection(direction)
    try:
        slider = QSlider(Qt.Orientation.Horizontal)
        qtbot.addWidget(slider)
        slider.setStyleSheet(style_sheet(LIGHT))
        slider.setRange(0, 10)
        slider.setValue(5)
        slider.resize(200, 24)
        seen = slider.grab().toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ends = [seen.pixelColor(x, 12).name().upper() for x in (50, 150)]
    filled_first = [LIGHT.accent, LIGHT.outline]
    assert ends == (filled_first if direction is Qt.LayoutDirection.LeftToRight else filled_first[::-1])


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


QT_MAKES: set[str] = {"QAbstractItemView", "QMenu", "QScrollBar", "QToolButton", "QToolTip"}
"""In a combo box, over and in a field, beside a page, under the pointer: nobody here names them."""


def test_every_rule_is_for_something_there_is() -> None:
    sheet = style_sheet(LIGHT) + page_styles(LIGHT)
    files = Path(ui.__file__).parent.glob("*.py")
    source = "".join(
        file.read_text(encoding="utf-8") for file in files if file.stem not in ("style_sheet", "page_styles")
    )
    classes = set(re.findall(r"\bQ[A-Z]\w+", sheet)) - QT_MAKES
    assert {name for name in classes if not re.search(rf"\b{name}\b", source)} == set()
    kinds = set(re.findall(r'(?:kind|tone)="(\w+)"', sheet))
    assert {kind for kind in kinds if f'"{kind}"' not in source} == set()


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", ["secondary", "quiet"])
def test_the_focus_of_a_button_is_its_ring_and_nothing_inside(
    qtbot: QtBot, qapp: QApplication, theme: Theme, kind: str
) -> None:
    apply_look(qapp, theme)
    window = QWidget()
    qtbot.addWidget(window)
    other, button = QPushButton(window), push_button("Done", kind)
    button.setParent(window)
    button.resize(240, 48)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    inside = button.rect().adjusted(8, 8, -8, -8)
    before = button.grab(inside).toImage()
    QTest.keyClick(other, Qt.Key.Key_Tab)  # only a key brings out what a style adds to the ring
    assert button.hasFocus()
    assert button.grab(inside).toImage() == before


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_what_stands_in_an_empty_field_can_be_read(
    qtbot: QtBot, qapp: QApplication, theme: Theme, field: type[QLineEdit | QPlainTextEdit]
) -> None:
    apply_look(qapp, theme)
    shown = field()
    qtbot.addWidget(shown)
    shown.setPlaceholderText("\N{FULL BLOCK}" * 20)
    shown.resize(200, 60)
    shown.show()
    image = shown.grab().toImage()
    colours = {image.pixelColor(20, y).name() for y in range(10, image.height() - 10)}
    assert theme.muted.lower() in colours


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_the_scroll_bar_of_a_long_sheet_has_its_colour(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    apply_look(qapp, theme)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    host, sheet = SheetHost(page), StopSheet()
    page.show()
    host.show_sheet(sheet)
    sheet.show_stopped("Pigeon")
    QTest.keyClick(sheet, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: host.findChildren(QScrollArea)[0].verticalScrollBar().isVisible())
    bar = host.findChildren(QScrollArea)[0].verticalScrollBar()
    place = bar.mapTo(page, QPoint(bar.width() // 2, 20))
    assert page.grab().toImage().pixelColor(place) == QColor(theme.on_dimmed)


@pytest.mark.parametrize("kind", ["quiet", "link", "secondary"])
def test_in_high_contrast_every_button_has_an_edge(qtbot: QtBot, qapp: QApplication, kind: str) -> None:
    apply_look(qapp, CONTRAST)
    page = QWidget()
    qtbot.addWidget(page)
    button = push_button("Seated twist", kind)
    button.setParent(page)
    button.resize(240, 48)
    page.show()
    image = page.grab().toImage()
    assert {image.pixelColor(x, 24).name().upper() for x in (0, 239)} == {CONTRAST.outline}


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_where_the_keyboard_is_does_not_look_like_an_answer(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """A ring round the sheet until a question has the keyboard; a broken one round a number that is no answer."""
    apply_look(qapp, theme)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 700)
    host, sheet = SheetHost(page), SessionLogSheet()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    host.show_sheet(sheet)
    assert colours_along_the_top(sheet) == {theme.focus}
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    assert colours_along_the_top(sheet) == {theme.line}
    zero = page.focusWidget()
    assert zero.accessibleName() == "Stiffness now: 0 of 10"
    assert theme.focus in colours_along_the_top(zero)
    assert theme.surface in colours_along_the_top(zero)
    QTest.keyClick(zero, Qt.Key.Key_Right)
    assert colours_along_the_top(zero) == {theme.text}


def colours_along_the_top(widget: QWidget) -> set[str]:
    """Of the edge, without its corners."""
    image = widget.grab().toImage()
    ends = min(widget.width(), widget.height()) // 4
    return {image.pixelColor(x, 0).name().upper() for x in range(ends, widget.width() - ends)}
