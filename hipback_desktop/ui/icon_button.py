"""A push button with an icon that keeps the colour of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from hipback_desktop.ui.icons import icon_pixmap
from hipback_desktop.ui.ringed_button import RingedButton
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme

_ICON_TONES: Final = (("primary", "on_accent"), ("danger", "on_danger"))


def push_button(text: str, kind: str, role: TypeRole = TypeRole.BODY) -> QPushButton:
    """A button with a word only; Enter presses it like Space."""
    button = RingedButton(text)
    button.setProperty("kind", kind)
    button.setFont(font_of(role, strong=kind in ("primary", "danger")))
    button.setAutoDefault(True)
    return button


def sized_icon(name: str, colour: str, asset: Callable[[str], Path], pixels: int) -> QIcon:
    """An icon for one size only, drawn once, for the sharpest screen there is."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return QIcon(icon_pixmap(name, colour, asset, pixels, ratio))


class IconButton(RingedButton):
    """Without a text the accessible name is its only name, so it is asked for."""

    def __init__(
        self,
        icon_name: str,
        text: str,
        kind: str,
        theme: Theme,
        asset: Callable[[str], Path],
        *,
        accessible_name: str = "",
        role: TypeRole = TypeRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._asset = asset
        self._theme = theme
        self.setProperty("kind", kind)
        self.setFont(font_of(role, strong=kind in ("primary", "danger")))
        self.setAutoDefault(True)
        self.setIconSize(QSize(3 * SPACE, 3 * SPACE) * max(1.0, role.value))
        if accessible_name:
            self.setAccessibleName(accessible_name)
            self.setToolTip("" if text else accessible_name)
        self.show_theme(theme)

    def show_icon(self, icon_name: str) -> None:
        """Another picture for another state."""
        self._icon_name = icon_name
        self.show_theme(self._theme)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        tone = dict(_ICON_TONES).get(str(self.property("kind")), "text")
        self.setIcon(sized_icon(self._icon_name, getattr(theme, tone), self._asset, self.iconSize().width()))
