"""A theme reaches the whole application, and what the pages add to it stands out as well."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.paths import asset
from hipback_desktop.ui.figure_pictures import FigurePictures
from hipback_desktop.ui.figure_slot import no_figure
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.look import apply_look, palette_of
from hipback_desktop.ui.suggestion_card import SuggestionCard
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme
from tests.contrast import contrast_ratio
from tests.ui.routines import a_card_view

THEMES = (LIGHT, DARK, CONTRAST)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_style_sheet_is_understood(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """Qt would warn, which fails the test, if it could not parse it."""
    apply_look(qapp, theme)
    button = QPushButton("Start")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert theme.accent in qapp.styleSheet()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_the_pages_add_stands_out(theme: Theme) -> None:
    for text, ground in (
        (theme.muted, theme.accent_soft),
        (theme.text, theme.surface),
        (theme.muted, theme.background),
        (theme.on_accent, theme.accent),
        (theme.danger, theme.danger_soft),
    ):
        assert contrast_ratio(text, ground) >= 4.5
    for edge, ground in (
        (theme.outline, theme.accent_soft),
        (theme.focus, theme.surface),
        (theme.accent, theme.surface),
    ):
        assert contrast_ratio(edge, ground) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_palette_follows_for_what_no_style_sheet_reaches(theme: Theme) -> None:
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Window).name() == theme.background.lower()
    assert palette.color(QPalette.ColorRole.PlaceholderText).name() == theme.muted.lower()


def test_focus_is_seen_on_a_filled_button(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, LIGHT)
    button = push_button("Start", "primary")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    button.clearFocus()
    before = button.grab().toImage()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    middle = button.height() // 2
    after = button.grab().toImage()
    inside = [after.pixelColor(x, middle).name() for x in range(3, 8)]
    assert LIGHT.on_accent.lower() in inside
    assert LIGHT.on_accent.lower() not in [before.pixelColor(x, middle).name() for x in range(3, 8)]


def test_start_is_larger_than_other_buttons(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, LIGHT)
    card = SuggestionCard(a_card_view(), "Because.", LIGHT, asset, FigurePictures(no_figure, LIGHT, asset))
    qtbot.addWidget(card)
    card.show()
    start, other = card.findChildren(QPushButton)
    assert start.sizeHint().height() >= other.sizeHint().height() + 8
