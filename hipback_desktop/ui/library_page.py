"""The library: all exercises, one of them opened, and the session put together from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hipback_desktop.core import choices
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.own_session import chosen_exercises, with_exercise
from hipback_desktop.ui.exercise_facts import row_of
from hipback_desktop.ui.library_browser import LibraryBrowser
from hipback_desktop.ui.own_session_bar import OwnSessionBar
from hipback_desktop.ui.own_session_view import own_session_view
from hipback_desktop.ui.still_figures import StillFigures
from hipback_desktop.ui.themed import show_theme_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.core.settings import Settings
    from hipback_desktop.ui.exercise_detail import ExerciseDetail
    from hipback_desktop.ui.still_figures import MovementOf
    from hipback_desktop.ui.theme import Theme

_BACK_KEYS: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Back)


class LibraryPage(QWidget):
    """Enter opens an exercise, Escape goes back to where one was; ``chosen`` carries the ids of today's session."""

    chosen = Signal(object)
    change_requested = Signal()
    start_requested = Signal()

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        sources: Mapping[str, str],
        settings: Settings,
        theme: Theme,
        asset: Callable[[str], Path],
        movement: MovementOf,
        seconds: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercises = exercises
        self._sources = sources
        self._movement = movement
        self._seconds = seconds
        self._theme = theme
        self._asset = asset
        self._settings = settings
        self._trail: list[str] = []
        self._browser = LibraryBrowser(exercises, settings, StillFigures(movement).paint, theme, asset)
        self._detail: ExerciseDetail | None = None
        self._bar = OwnSessionBar(theme, asset)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._browser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)
        self._connect()
        self._show_bar()

    @property
    def opened_id(self) -> str | None:
        """The exercise that is opened, None while all are shown."""
        return self._trail[-1] if self._trail else None

    def show_settings(self, settings: Settings) -> None:
        """Takes over what suits the person and what is in today's session."""
        self._settings = settings
        self._browser.show_settings(settings)
        self._show_bar()
        if self.opened_id is not None and self._detail is not None:
            self._detail.show_row(row_of(self._exercises[self.opened_id], settings))
            self._detail.show_reduced_motion(settings.reduced_motion)

    def show_exercise(self, exercise_id: str) -> None:
        """Opens an exercise; going back from it leads to what is shown now."""
        before = self._exercises[self._trail[-1]].name if self._trail else None
        self._trail.append(exercise_id)
        self._open(exercise_id, before)

    def go_back(self) -> None:
        """To the exercise before, or to all of them."""
        if not self._trail:
            return
        left = self._trail.pop()
        if self._trail:
            before = self._exercises[self._trail[-2]].name if len(self._trail) > 1 else None
            self._open(self._trail[-1], before, left)
            return
        self._stack.setCurrentWidget(self._browser)
        self._browser.return_to(left)

    def show_theme(self, theme: Theme) -> None:
        """Colours what the style sheet cannot, now and later."""
        self._theme = theme
        show_theme_inside(self, theme)

    def take_focus(self) -> None:
        """Puts the keyboard into the search, or on the exercise that is opened."""
        if self._trail and self._detail is not None:
            self._detail.take_focus()
        else:
            self._browser.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt_left = event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self._trail and (event.key() in _BACK_KEYS or is_alt_left):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._browser.opened.connect(self.show_exercise)
        self._browser.toggled.connect(self._on_toggled)
        self._bar.start_requested.connect(self.start_requested)
        self._bar.change_requested.connect(self.change_requested)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("/", self._search),
            (QKeySequence.StandardKey.Find, self._search),
            ("Ctrl+Return", self._on_start),
            ("Ctrl+E", self._on_change),
        ):
            QShortcut(QKeySequence(keys), self, act).setContext(here)

    def _open(self, exercise_id: str, before: str | None, left: str = "") -> None:
        back_text = _("Back to {exercise}").format(exercise=before) if before else _("All exercises")
        detail = self._detail = self._detail or self._new_detail()
        detail.show_reduced_motion(self._settings.reduced_motion)
        detail.show_exercise(row_of(self._exercises[exercise_id], self._settings), back_text)
        self._stack.setCurrentWidget(detail)
        detail.take_focus(left)

    def _new_detail(self) -> ExerciseDetail:
        from hipback_desktop.ui.exercise_detail import ExerciseDetail

        detail = ExerciseDetail(self._exercises, self._sources, self._movement, self._seconds, self._theme, self._asset)
        detail.back_requested.connect(self.go_back)
        detail.exercise_requested.connect(self.show_exercise)
        detail.toggled.connect(self._on_toggled)
        self._stack.addWidget(detail)
        return detail

    def _show_bar(self) -> None:
        self._bar.show_session(own_session_view(self._chosen(), choices.timings(self._settings)))

    def _chosen(self) -> tuple[Exercise, ...]:
        return chosen_exercises(self._settings, self._exercises)

    def _on_toggled(self, exercise_id: str) -> None:
        exercise, chosen = self._exercises[exercise_id], self._chosen()
        if exercise in chosen:
            chosen = tuple(other for other in chosen if other is not exercise)
        else:
            chosen = with_exercise(chosen, exercise)
        self.chosen.emit(tuple(it.id for it in chosen))

    def _search(self) -> None:
        self._trail.clear()
        self._stack.setCurrentWidget(self._browser)
        self._browser.take_focus()

    def _on_start(self) -> None:
        if self._chosen():
            self.start_requested.emit()

    def _on_change(self) -> None:
        if self._chosen():
            self.change_requested.emit()
