"""A routine in the list: Enter starts it, Space shows what is in it, up and down go to its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.ui.icon_button import IconButton
from hipback_desktop.ui.label import label
from hipback_desktop.ui.routine_facts import RoutineCardView, exercise_list, facts, phase_chips, spoken_name
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.ui.figure_pictures import FigurePictures
    from hipback_desktop.ui.theme import Theme

_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RoutineCard(QFrame):
    """One stop for the Tab key; its buttons are there for the pointer and for screen readers."""

    start_requested = Signal(str)
    unfolded = Signal()
    moved = Signal(int)

    def __init__(
        self,
        view: RoutineCardView,
        is_last_used: bool,
        theme: Theme,
        asset: Callable[[str], Path],
        pictures: FigurePictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view: Final = view
        self._pictures = pictures
        self.setProperty("kind", "choice_card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken_name(view))
        self.setAccessibleDescription(
            _("Enter starts it, Space shows what is in it, the up and down arrows go to other routines.")
        )
        self._details: QWidget | None = None
        self._start = self._start_button(theme, asset)
        self._toggle = self._toggle_button(theme, asset)
        self._inside = layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE + SPACE // 2)
        across = QHBoxLayout()
        across.setSpacing(3 * SPACE)
        across.addLayout(self._words(theme, asset), 1)
        across.addLayout(self._controls())
        head = QVBoxLayout()
        head.setSpacing(SPACE // 2)
        if is_last_used:
            head.addWidget(label(_("What you did last"), TypeRole.CAPTION, "accent"))
        head.addLayout(across)
        layout.addLayout(head)

    @property
    def shows_details(self) -> bool:
        """Whether the exercises are listed."""
        return self._details is not None and not self._details.isHidden()

    def show_details(self, shows: bool) -> None:
        """Lists the exercises, or puts the list away."""
        if shows == self.shows_details or not self.view.can_start:
            return
        if self._details is None:
            self._details = exercise_list(self.view, self._pictures)
            self._inside.addWidget(self._details)
        self._details.setVisible(shows)
        self._toggle.show_icon("chevron_down" if shows else "chevron_right")
        self._toggle.setAccessibleName(self._toggle_name(shows))
        self._toggle.setToolTip(self._toggle_name(shows))
        if shows:
            self.unfolded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER_KEYS:
            self._on_start()
        elif key == Qt.Key.Key_Space:
            self.show_details(not self.shows_details)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.show_details((key == Qt.Key.Key_Right) is not self.isRightToLeft())
        elif key in _MOVES:
            self.moved.emit(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.show_details(not self.shows_details)
        super().mouseReleaseEvent(event)

    def _on_start(self) -> None:
        if self.view.can_start:
            self.start_requested.emit(self.view.id)

    def _toggle_name(self, shows: bool) -> str:
        text = _("Hide what is in {name}") if shows else _("Show what is in {name}")
        return text.format(name=self.view.name)

    def _start_button(self, theme: Theme, asset: Callable[[str], Path]) -> IconButton:
        button = IconButton(
            "play", _("Start"), "secondary", theme, asset, accessible_name=_("Start {name}").format(name=self.view.name)
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setEnabled(self.view.can_start)
        button.clicked.connect(self._on_start)
        return button

    def _toggle_button(self, theme: Theme, asset: Callable[[str], Path]) -> IconButton:
        button = IconButton("chevron_right", "", "quiet", theme, asset, accessible_name=self._toggle_name(shows=False))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedWidth(6 * SPACE)
        button.setEnabled(self.view.can_start)
        button.clicked.connect(lambda: self.show_details(not self.shows_details))
        return button

    def _words(self, theme: Theme, asset: Callable[[str], Path]) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        name = label(self.view.name, TypeRole.BODY_LARGE)
        name.setFont(font_of(TypeRole.BODY_LARGE, strong=True))
        words.addWidget(name)
        if self.view.summary:
            words.addWidget(label(self.view.summary, TypeRole.BODY, "muted"))
        words.addSpacing(SPACE // 2)
        words.addWidget(phase_chips(self.view, theme, asset))
        words.addLayout(facts(self.view, theme, asset))
        if not self.view.can_start:
            words.addWidget(label(_("Not possible with your choices at the moment."), TypeRole.CAPTION, "warning"))
        words.addStretch(1)
        return words

    def _controls(self) -> QVBoxLayout:
        controls = QVBoxLayout()
        controls.setSpacing(SPACE)
        minutes = label(self.view.minutes_text, TypeRole.TITLE, wraps=False)
        minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        controls.addWidget(minutes)
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        row.addStretch(1)
        row.addWidget(self._start)
        row.addWidget(self._toggle)
        controls.addLayout(row)
        controls.addStretch(1)
        return controls
