"""The colours: three themes of the same roles, held to their contrast by a test."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.core.exercise_terms import Phase
from hipback_desktop.figures.palette import FigurePalette

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Theme:
    """One set of colours, as hex strings; there are three, and each is equal to itself alone.

    ``background`` lies behind everything, ``surface`` is a card on it, ``raised`` a control on a card, ``hover`` that
    control under the pointer. ``line`` only divides; ``outline`` is the edge of something that can be used and stands
    out 3:1. ``on_…`` is text on that colour, ``on_phase`` text on any of ``phases``; ``…_soft`` is a tint that carries
    ``text`` and its own strong colour.
    """

    name: str
    is_dark: bool
    background: str
    surface: str
    raised: str
    hover: str
    line: str
    outline: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    warning: str
    warning_soft: str
    danger: str
    danger_hover: str
    on_danger: str
    danger_soft: str
    on_phase: str
    phases: Mapping[Phase, str]
    phases_soft: Mapping[Phase, str]
    figure: FigurePalette

    @property
    def on_dimmed(self) -> str:
        """A graphic on a page that lies dimmed below a sheet."""
        return self.text if self.is_dark else self.surface

    @property
    def button_edge(self) -> str:
        """Of a button that has none of its own: there only where its filling is next to nothing."""
        return self.outline if self is CONTRAST else "transparent"


LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    background="#F6F2EB",
    surface="#FFFDF9",
    raised="#F1EBE1",
    hover="#E7DFD2",
    line="#E2D9CC",
    outline="#8C8072",
    text="#2A2521",
    muted="#625950",
    accent="#2A6553",
    accent_hover="#1F4F41",
    on_accent="#FFFFFF",
    accent_soft="#DCEAE2",
    focus="#1B5FB0",
    warning="#8F5200",
    warning_soft="#FBEBD0",
    danger="#B23A2B",
    danger_hover="#932C1F",
    on_danger="#FFFFFF",
    danger_soft="#FAE3DD",
    on_phase="#FFFFFF",
    phases=MappingProxyType(
        {
            Phase.WARM_UP: "#975407",
            Phase.SMR: "#842B63",
            Phase.STRETCH: "#1A7286",
            Phase.STRENGTHEN: "#4B53AC",
            Phase.CALM: "#5B6B34",
        }
    ),
    phases_soft=MappingProxyType(
        {
            Phase.WARM_UP: "#FBEAD1",
            Phase.SMR: "#F6E4F1",
            Phase.STRETCH: "#DBEEF2",
            Phase.STRENGTHEN: "#E6E8F8",
            Phase.CALM: "#EBF0D7",
        }
    ),
    figure=FigurePalette(
        ground="#FFFDF9",
        skin="#B4764F",
        hair="#221814",
        top="#C9683F",
        bottom="#2F6B62",
        edge="#2A2521",
        ink="#2A2521",
        glow="#FFA63D",
        prop="#8F8275",
        prop_dark="#6A5F54",
        prop_top="#C4B8AA",
        mat="#D9CDBC",
        arrow="#2A2521",
        shadow="#30000000",
    ),
)

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    background="#1A1816",
    surface="#24211E",
    raised="#302C28",
    hover="#3F3933",
    line="#3D3832",
    outline="#8F857A",
    text="#F4EDE4",
    muted="#BDB3A7",
    accent="#8FD0B8",
    accent_hover="#ABE0CC",
    on_accent="#0E231B",
    accent_soft="#234035",
    focus="#8DC0FF",
    warning="#F2BC6C",
    warning_soft="#44331A",
    danger="#F08A7B",
    danger_hover="#F7A598",
    on_danger="#33100A",
    danger_soft="#4A2620",
    on_phase="#1B1714",
    phases=MappingProxyType(
        {
            Phase.WARM_UP: "#EDAD54",
            Phase.SMR: "#FAB5F2",
            Phase.STRETCH: "#65B7C9",
            Phase.STRENGTHEN: "#A0ABF6",
            Phase.CALM: "#C3D681",
        }
    ),
    phases_soft=MappingProxyType(
        {
            Phase.WARM_UP: "#42321B",
            Phase.SMR: "#432C3D",
            Phase.STRETCH: "#1E3B42",
            Phase.STRENGTHEN: "#2D3154",
            Phase.CALM: "#343B1E",
        }
    ),
    figure=FigurePalette(
        ground="#24211E",
        skin="#B4764F",
        hair="#221814",
        top="#C9683F",
        bottom="#418E82",
        edge="#F4EDE4",
        ink="#1A1816",
        glow="#FFA63D",
        prop="#A69A8D",
        prop_dark="#8C8175",
        prop_top="#BDB2A5",
        mat="#4A433B",
        arrow="#F4EDE4",
        shadow="#60000000",
    ),
)

CONTRAST: Final = Theme(
    name="contrast",
    is_dark=True,
    background="#000000",
    surface="#000000",
    raised="#1A1A1A",
    hover="#3D3D3D",
    line="#8A8A8A",
    outline="#FFFFFF",
    text="#FFFFFF",
    muted="#E8E8E8",
    accent="#FFE14D",
    accent_hover="#FFF0A0",
    on_accent="#000000",
    accent_soft="#332D00",
    focus="#4DE8FF",
    warning="#FFC266",
    warning_soft="#332200",
    danger="#FF9C90",
    danger_hover="#FFC0B8",
    on_danger="#000000",
    danger_soft="#3A0F0A",
    on_phase="#000000",
    phases=MappingProxyType(
        {
            Phase.WARM_UP: "#EEB558",
            Phase.SMR: "#E991D0",
            Phase.STRETCH: "#8BF4FF",
            Phase.STRENGTHEN: "#C1C5FF",
            Phase.CALM: "#DDF877",
        }
    ),
    phases_soft=MappingProxyType(
        {
            Phase.WARM_UP: "#2E2000",
            Phase.SMR: "#330A2A",
            Phase.STRETCH: "#002A33",
            Phase.STRENGTHEN: "#14183D",
            Phase.CALM: "#232B00",
        }
    ),
    figure=FigurePalette(
        ground="#000000",
        skin="#B4764F",
        hair="#221814",
        top="#C9683F",
        bottom="#418E82",
        edge="#FFFFFF",
        ink="#000000",
        glow="#FFB54D",
        prop="#BFBFBF",
        prop_dark="#8A8A8A",
        prop_top="#E8E8E8",
        mat="#4A4A4A",
        arrow="#FFFFFF",
        shadow="#00000000",
    ),
)

_BY_SETTING: Final[Mapping[str, Theme]] = MappingProxyType({"light": LIGHT, "dark": DARK, "contrast": CONTRAST})


def theme_named(setting: str, system_is_dark: bool) -> Theme:
    """The theme of the setting's name; ``system`` (and anything unknown) follows the system."""
    return _BY_SETTING.get(setting, DARK if system_is_dark else LIGHT)
