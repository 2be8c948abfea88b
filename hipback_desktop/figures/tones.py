"""The colours of a theme as brushes, ready mixed; those of the person also in steps of how far a limb is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QBrush, QColor

if TYPE_CHECKING:
    from hipback_desktop.figures.palette import FigurePalette

FAR: Final = 0.30
"""How much a limb on the far side fades into the ground."""
_DARKER: Final = 0.45
"""How far the fine line around a limb is from its own colour to the colour of edges."""
_DARKER_SKIN: Final = 0.40
"""Less, so that dark hair has a line around it that stands out from the tinted cards of a dark theme."""
_STEPS: Final = 12


class Tones(NamedTuple):
    """What a part of the person is filled with; each ``edge`` is the fine line around the colour before it."""

    skin: QBrush
    skin_edge: QBrush
    shaded: QBrush
    ear: QBrush
    top: QBrush
    top_edge: QBrush
    bottom: QBrush
    bottom_edge: QBrush
    hair: QBrush
    eye: QBrush


class PropTones(NamedTuple):
    """What things are filled with."""

    plain: QBrush
    dark: QBrush
    face: QBrush
    rim: QBrush
    shine: QBrush
    mat: QBrush
    mat_top: QBrush


def person_tones(palette: FigurePalette) -> tuple[Tones, ...]:
    """From near to far, see ``tones_at``."""
    ground = QColor(palette.ground)
    near = [QColor(name) for name in (palette.skin, palette.top, palette.bottom, palette.hair, palette.edge)]
    found = []
    for step in range(_STEPS + 1):
        skin, top, bottom, hair, edge = (mixed(colour, ground, FAR * step / _STEPS) for colour in near)
        of_skin = (skin, mixed(skin, edge, _DARKER_SKIN), mixed(skin, edge, 0.12), mixed(skin, edge, 0.18))
        of_clothes = (top, mixed(top, edge, _DARKER), bottom, mixed(bottom, edge, _DARKER))
        found.append(Tones(*map(QBrush, (*of_skin, *of_clothes, hair, edge))))
    return tuple(found)


def tones_at(tones: tuple[Tones, ...], farness: float) -> Tones:
    """The tones of a part by how far it is, from 0 to 1."""
    return tones[round(farness * _STEPS)]


def prop_tones(palette: FigurePalette) -> PropTones:
    plain, dark, face, mat = map(QColor, (palette.prop, palette.prop_dark, palette.prop_top, palette.mat))
    rim, shine, mat_top = mixed(plain, dark, 0.55), mixed(plain, face, 0.5), mixed(mat, face, 0.25)
    return PropTones(*map(QBrush, (plain, dark, face, rim, shine, mat, mat_top)))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour a share of the way to another."""
    keep = 1 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )
