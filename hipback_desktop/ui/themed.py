"""Widgets that tint or paint for themselves, and how they hear of another theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from hipback_desktop.ui.theme import Theme


def show_theme_inside(root: QWidget, theme: Theme) -> None:
    """Tells every widget inside ``root`` that has ``show_theme``; being told twice does no harm."""
    for child in root.findChildren(QWidget):
        show_theme = getattr(child, "show_theme", None)
        if show_theme is not None:
            show_theme(theme)
