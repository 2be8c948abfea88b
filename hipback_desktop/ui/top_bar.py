"""The quiet bar above the pages: where one can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.page_name import PageName
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.theme import Theme


class TopBar(QFrame):
    """A tab for each page that can be gone to, and the settings at the end."""

    page_chosen = Signal(str)
    settings_chosen = Signal()

    def __init__(self, theme: Theme, asset: Callable[[str], Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asset = asset
        self.setProperty("kind", "top_bar")
        self.setAccessibleName(_("Pages"))
        self._words: dict[IconButton, tuple[str, str]] = {}
        self._name = name = QLabel(_("Hipback"))
        name.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
        name.setMinimumWidth(1)  # the bar may be narrower than with it
        self._tabs = {
            PageName.TODAY: self._tab("home", _("Today"), _("Ctrl+1"), PageName.TODAY),
            PageName.LIBRARY: self._tab("library", _("Exercises"), _("Ctrl+2"), PageName.LIBRARY),
            PageName.HISTORY: self._tab("history", _("History"), _("Ctrl+3"), PageName.HISTORY),
            PageName.PROGRESS: self._tab("progress", _("Progress"), _("Ctrl+4"), PageName.PROGRESS),
        }
        settings = self._button("settings", _("Settings"), _("Ctrl+,"))
        settings.clicked.connect(self.settings_chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(IconLabel("hipback", "accent", 3 * SPACE + SPACE // 2, theme, asset))
        layout.addWidget(name)
        layout.addSpacing(3 * SPACE)
        for tab in self._tabs.values():
            layout.addWidget(tab)
        layout.addStretch(1)
        layout.addWidget(settings)

    def show_page(self, name: PageName) -> None:
        """Marks the page that is shown."""
        for page, tab in self._tabs.items():
            tab.setChecked(page is name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Longer words take the room of the name; where there is still too little, only the page shown has its word."""
        layout = self.layout()
        assert layout is not None
        for has_name, has_words in ((True, True), (False, True), (False, False)):
            self._name.setVisible(has_name)
            for button, (words, keys) in self._words.items():
                is_named = has_words or button.isChecked()
                button.setText(words if is_named else "")
                button.setToolTip(keys if is_named else f"{words} · {keys}")
            if layout.sizeHint().width() <= self.width():
                return

    def _tab(self, icon_name: str, text: str, keys: str, page: PageName) -> IconButton:
        tab = self._button(icon_name, text, keys)
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self._on_tab(page))
        return tab

    def _button(self, icon_name: str, text: str, keys: str) -> IconButton:
        button = IconButton(icon_name, text, "tab", self._theme, self._asset, accessible_name=text)
        self._words[button] = text, keys
        return button

    def _on_tab(self, page: PageName) -> None:
        """A click on the page that is shown must not leave its tab unmarked."""
        self._tabs[page].setChecked(True)
        self.page_chosen.emit(page.value)
