"""The colours of a theme as brushes, ready mixed; those of the person also in steps of how far a limb is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QBrush, QColor

if TYPE_CHECKING:
    from hipback_desktop.figures.palette import FigurePalette

FAR: Final = 0.30
"""How much a limb on the far side fades into the ground."""
_EDGE: Final = 0.45
"""How far the fine line around a limb is from its own colour to the colour of edges."""
_FAR_EDGE: Final = 0.18
"""How much the line around a far limb fades: less than the limb, because its shape hangs on it alone."""
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
    near = [QColor(name) for name in (palette.skin, palette.top, palette.bottom, palette.hair, palette.ink)]
    edges = [mixed(colour, QColor(palette.edge), _EDGE) for colour in near[:3]]
    found = []
    for step in range(_STEPS + 1):
        share = step / _STEPS
        skin, top, bottom, hair, ink = (mixed(colour, ground, FAR * share) for colour in near)
        skin_edge, top_edge, bottom_edge = (mixed(colour, ground, _FAR_EDGE * share) for colour in edges)
        of_skin = (skin, skin_edge, mixed(skin, ink, 0.12), mixed(skin, ink, 0.18))
        found.append(Tones(*map(QBrush, (*of_skin, top, top_edge, bottom, bottom_edge, hair, ink))))
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
