"""Puts a theme on the whole application: font, palette and style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from hipback_desktop.ui.page_styles import page_styles
from hipback_desktop.ui.style_sheet import style_sheet
from hipback_desktop.ui.type_scale import TypeRole, font_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.ui.theme import Theme


def apply_look(application: QApplication, theme: Theme) -> None:
    """Before the first window it costs next to nothing; later every widget is styled anew."""
    if not application.styleSheet():
        application.setFont(font_of(TypeRole.BODY))
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet(theme) + page_styles(theme))


def palette_of(theme: Theme) -> QPalette:
    """For what no style sheet reaches: placeholders, file dialogs, links."""
    palette = QPalette()
    role = QPalette.ColorRole
    for names, colour in (
        ((role.Window,), theme.background),
        ((role.Base, role.AlternateBase), theme.surface),
        ((role.Button, role.Midlight), theme.raised),
        ((role.Mid, role.Dark), theme.outline),
        ((role.WindowText, role.Text, role.ButtonText), theme.text),
        ((role.PlaceholderText,), theme.muted),
        ((role.Highlight, role.Accent), theme.accent),
        ((role.HighlightedText,), theme.on_accent),
        ((role.Link, role.LinkVisited), theme.accent),
        ((role.ToolTipBase,), theme.text),
        ((role.ToolTipText,), theme.background),
    ):
        for name in names:
            palette.setColor(name, QColor(colour))
    return palette
