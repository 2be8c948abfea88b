"""What a routine's card shows of it: phases, equipment, what was changed for the person, and its exercises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.wording import phase_name
from hipback_desktop.ui.figure_pictures import FigurePicture, FigurePictures
from hipback_desktop.ui.flow_layout import FlowLayout
from hipback_desktop.ui.icon_label import IconLabel
from hipback_desktop.ui.label import label
from hipback_desktop.ui.phase_chip import PhaseChip
from hipback_desktop.ui.type_scale import SPACE, TypeRole, font_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipback_desktop.core.exercise import Exercise, Phase
    from hipback_desktop.ui.theme import Theme

_PICTURE: Final = 7 * SPACE


@dataclass(frozen=True, slots=True)
class RoutineCardView:
    """A routine as it is offered; ``changes`` says what was adapted, a sentence each."""

    id: str
    name: str
    summary: str
    minutes_text: str
    phases: tuple[Phase, ...]
    equipment_text: str
    changes: tuple[str, ...]
    exercises: tuple[Exercise, ...]
    notes: tuple[str, ...] = ()

    @property
    def can_start(self) -> bool:
        """False when nothing of it is left for this person."""
        return bool(self.exercises)


def spoken_name(view: RoutineCardView) -> str:
    """The card in one breath, for a screen reader."""
    if not view.can_start:
        return _("{name}. Not possible with your choices at the moment.").format(name=view.name)
    phases = ", ".join(phase_name(phase) for phase in dict.fromkeys(view.phases))
    return _("{name}, {minutes}. {phases}.").format(name=view.name, minutes=view.minutes_text, phases=phases)


def phase_chips(view: RoutineCardView, theme: Theme, asset: Callable[[str], Path]) -> QWidget:
    """Its phases in order, wrapped where the card is narrow."""
    chips = QWidget()
    flow = FlowLayout(chips)
    for phase in dict.fromkeys(view.phases):
        flow.addWidget(PhaseChip(phase, theme, asset))
    return chips


def facts(view: RoutineCardView, theme: Theme, asset: Callable[[str], Path]) -> QLayout:
    """Equipment and what was adapted, a line each."""
    lines = QVBoxLayout()
    lines.setSpacing(SPACE // 2)
    if view.equipment_text:
        lines.addLayout(_fact("mat", "muted", view.equipment_text, theme, asset))
    for change in view.changes:
        lines.addLayout(_fact("swap", "accent", change, theme, asset))
    return lines


def exercise_list(view: RoutineCardView, pictures: FigurePictures) -> QFrame:
    """The exercises in order with their pictures, and what to read before starting."""
    frame = QFrame()
    frame.setProperty("kind", "well")
    grid = QGridLayout(frame)
    grid.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
    grid.setHorizontalSpacing(2 * SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(2, 1)
    for row, exercise in enumerate(view.exercises):
        number = label(str(row + 1), TypeRole.BODY, "muted", wraps=False)
        number.setFont(font_of(TypeRole.BODY, strong=True))
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(FigurePicture(exercise, _PICTURE, pictures), row, 1)
        grid.addWidget(label(exercise.name), row, 2)
    for row, note in enumerate(view.notes, start=len(view.exercises)):
        grid.addWidget(label(note, TypeRole.CAPTION, "muted"), row, 2)
    return frame


def _fact(icon_name: str, tone: str, text: str, theme: Theme, asset: Callable[[str], Path]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE)
    line.addWidget(IconLabel(icon_name, tone, 2 * SPACE + 2, theme, asset), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(text, TypeRole.CAPTION, "muted"), 1)
    return line
