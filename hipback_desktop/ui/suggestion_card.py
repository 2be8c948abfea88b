"""Today's routine, large: one key starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.own_session import OWN_SESSION
from hipback_desktop.ui.figure_strip import FigureStrip
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


class SuggestionCard(QFrame):
    """The reason above, the name, what it needs, and Start; one's own session can be changed."""

    start_requested = Signal(str)
    change_requested = Signal()
    moved = Signal(int)

    def __init__(
        self,
        view: RoutineCardView,
        reason: str,
        theme: Theme,
        asset: Callable[[str], Path],
        pictures: FigurePictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._pictures = pictures
        self.setProperty("kind", "hero")
        self.setAccessibleName(_("Suggested today: {routine}").format(routine=spoken_name(view)))
        name = _("Start {name}").format(name=view.name)
        self._start = _CardButton(
            "play", _("Start"), "primary", theme, asset, accessible_name=name, role=TypeRole.BODY_LARGE
        )
        self._start.setProperty("large", True)
        self._start.setEnabled(view.can_start)
        self._start.setAccessibleDescription(spoken_name(view))
        self._start.clicked.connect(lambda: self.start_requested.emit(self._view.id))
        self._toggle = _CardButton("chevron_right", _("What is in it"), "quiet", theme, asset)
        self._toggle.clicked.connect(self._on_toggled)
        self._details: QWidget | None = None
        self._inside = layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._words(reason, theme, asset))
        layout.addSpacing(SPACE)
        if view.can_start:
            layout.addWidget(FigureStrip(view.exercises, pictures, theme))
            layout.addSpacing(SPACE)
        layout.addLayout(self._controls(theme, asset))

    def take_focus(self) -> None:
        """Puts the keyboard on Start."""
        self._start.setFocus(Qt.FocusReason.TabFocusReason)

    def show_details(self, shows: bool) -> None:
        """Lists the exercises, or puts the list away."""
        if self._details is None:
            self._details = exercise_list(self._view, self._pictures)
            self._inside.addWidget(self._details)
        self._details.setVisible(shows)
        self._toggle.show_icon("chevron_down" if shows else "chevron_right")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _on_toggled(self) -> None:
        self.show_details(self._details is None or self._details.isHidden())

    def _words(self, reason: str, theme: Theme, asset: Callable[[str], Path]) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        why = label(reason, TypeRole.BODY, "accent")
        why.setFont(font_of(TypeRole.BODY, strong=True))
        words.addWidget(why)
        words.addSpacing(SPACE // 2)
        head = QHBoxLayout()
        head.setSpacing(3 * SPACE)
        head.addWidget(label(self._view.name, TypeRole.HEADLINE), 1)
        head.addWidget(label(self._view.minutes_text, TypeRole.HEADLINE, wraps=False), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        if self._view.summary:
            words.addWidget(label(self._view.summary, TypeRole.BODY))
        words.addSpacing(SPACE)
        words.addWidget(phase_chips(self._view, theme, asset))
        words.addSpacing(SPACE // 2)
        words.addLayout(facts(self._view, theme, asset))
        return words

    def _controls(self, theme: Theme, asset: Callable[[str], Path]) -> QHBoxLayout:
        controls = QHBoxLayout()
        controls.setSpacing(2 * SPACE)
        controls.addWidget(self._start)
        if self._view.id == OWN_SESSION:
            name = _("Change today’s session")
            change = _CardButton("settings", _("Change"), "secondary", theme, asset, accessible_name=name)
            change.clicked.connect(self.change_requested)
            controls.addWidget(change)
        controls.addWidget(self._toggle)
        controls.addStretch(1)
        return controls


class _CardButton(IconButton):
    """Up and down are the page's, which has cards below; a button would only pass them to its neighbour."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)
