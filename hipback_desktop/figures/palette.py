"""The colours a figure is drawn in; the theme fills them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigurePalette:
    """Hex strings. ``ground`` is what lies behind, far limbs fade towards it; the fine line around a part of the
    person is its own colour on the way to ``edge``, which stands out from the ground; ``ink`` is eyes and shade.

    ``glow`` is the working area, ``prop`` and ``prop_dark`` things, ``prop_top`` their upper faces, ``mat`` the mat,
    ``arrow`` how a part turns.
    """

    ground: str
    skin: str
    hair: str
    top: str
    bottom: str
    edge: str
    ink: str
    glow: str
    prop: str
    prop_dark: str
    prop_top: str
    mat: str
    arrow: str
    shadow: str
