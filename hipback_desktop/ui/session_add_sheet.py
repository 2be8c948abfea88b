"""A session that was done without the program: what, when, how long, and a note."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hipback_desktop.core.exercise import Phase
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.settings import Number
from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.chips import Chips
from hipback_desktop.ui.facet_button import FacetButton
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_button import push_button
from hipback_desktop.ui.label import label
from hipback_desktop.ui.note_field import NoteField
from hipback_desktop.ui.number_field import NumberField
from hipback_desktop.ui.sheet import Sheet
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of
from hipback_desktop.ui.when_field import WhenField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise
    from hipback_desktop.ui.theme import Theme

_MINUTES = Number(1, 180, 1, "minutes")
_LONGEST_NAME = 80


class SessionAddSheet(Sheet):
    """``added`` carries name, beginning, minutes, phases, exercises and note."""

    added = Signal(str, object, int, object, object, str)

    def __init__(
        self,
        now: datetime,
        minutes: int,
        exercises: Sequence[Exercise],
        theme: Theme,
        asset: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Add a session"), parent)
        self.body.setSpacing(SPACE)
        self.add_words(_("One that you did without Hipback. It counts like the others."), tone="muted")
        self._name = QLineEdit()
        self._name.setPlaceholderText(_("A name, if you like"))
        self._name.setAccessibleName(_("Name"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setFont(font_of(TypeRole.BODY))
        self._phases = Chips(tuple((phase, phase_name(phase)) for phase in Phase), theme, asset)
        self._phases.setAccessibleName(_("What was done"))
        self._phases.show_value([Phase.STRETCH])
        self._all = exercises
        self._chosen: tuple[str, ...] = ()
        self._exercises = FacetButton(_("Exercises, if you like"), self._choices, theme, asset)
        self._exercises.answered.connect(self._on_chosen)
        at_its_size = QWidget()
        FlowLayout(at_its_size).addWidget(self._exercises)
        self._when = WhenField(now - timedelta(minutes=minutes), now.date())
        self._minutes = NumberField(_MINUTES, _("How long"))
        self._minutes.show_value(minutes)
        self._note = NoteField()
        self._add(_("What was done"), self._name, self._phases, at_its_size)
        self._add(_("When it began"), self._when)
        self._add(_("How long"), self._minutes)
        self._add("", self._note)
        self.set_first(self._name)
        save, leave = push_button(_("Add"), "primary"), push_button(_("Cancel"), "quiet")
        save.clicked.connect(self._on_save)
        leave.clicked.connect(self.left)
        self.add_buttons(save, leave)

    def _add(self, title: str, *fields: QWidget) -> None:
        self.body.addSpacing(SPACE)
        if title:
            heading = label(title, TypeRole.BODY)
            heading.setFont(font_of(TypeRole.BODY, strong=True))
            self.body.addWidget(heading)
        for field in fields:
            self.body.addWidget(field)

    def _on_save(self) -> None:
        name = self._name.text().strip() or _("Session of my own")
        phases = tuple(map(Phase, self._phases.value()))
        exercises = tuple(exercise for exercise in self._all if exercise.id in self._chosen)
        note = self._note.toPlainText().strip()
        self.added.emit(name, self._when.value(), self._minutes.value(), phases, exercises, note)

    def _choices(self) -> list[tuple[str, str]]:
        """The exercises of the phases that were done."""
        phases = self._phases.value()
        return [(exercise.id, exercise.name) for exercise in self._all if exercise.phase in phases]

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        self._chosen = ids
        self._exercises.show_values(ids)
