"""The themes keep their contrast: 4.5:1 for text, 3:1 for graphics."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.sheet_host import DIMNESS
from hipback_desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme, theme_named
from tests.contrast import contrast_ratio
from tests.ui.eyes import AT_A_GLANCE, EYES, distance

THEMES = (LIGHT, DARK, CONTRAST)
TEXT, GRAPHIC = 4.5, 3.0


def _grounds(theme: Theme) -> tuple[str, ...]:
    return theme.background, theme.surface, theme.raised


def _text_pairs(theme: Theme) -> Iterator[tuple[str, str]]:
    for ground in _grounds(theme):
        yield theme.text, ground
        yield theme.muted, ground
        yield theme.accent, ground
        yield theme.danger, ground
        yield theme.warning, ground
        yield from ((colour, ground) for colour in theme.phases.values())
    for soft in (theme.accent_soft, theme.warning_soft, theme.danger_soft, theme.hover, *theme.phases_soft.values()):
        yield theme.text, soft
    yield theme.muted, theme.raised
    yield theme.accent, theme.accent_soft
    yield theme.warning, theme.warning_soft
    yield theme.danger, theme.danger_soft
    yield theme.on_accent, theme.accent
    yield theme.on_accent, theme.accent_hover
    yield theme.on_danger, theme.danger
    yield theme.on_danger, theme.danger_hover
    yield theme.background, theme.text
    for phase in Phase:
        yield theme.on_phase, theme.phases[phase]
        yield theme.phases[phase], theme.phases_soft[phase]


def _dimmed(colour: str) -> str:
    """As it is seen below a sheet."""
    channels = (round(int(colour[start : start + 2], 16) * (1 - DIMNESS / 255)) for start in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _graphic_pairs(theme: Theme) -> Iterator[tuple[str, str]]:
    for ground in _grounds(theme):
        yield theme.outline, ground
        yield theme.focus, ground
        yield theme.on_dimmed, _dimmed(ground)
    yield theme.focus, theme.accent_soft
    for phase in Phase:
        yield theme.phases[phase], theme.phases_soft[phase]
        yield theme.phases[phase], theme.hover  # the arc on its track
    for ground in (theme.background, theme.surface, *theme.phases_soft.values()):
        for part in (theme.figure.skin, theme.figure.top, theme.figure.bottom):
            yield part, ground
        for thing in (theme.figure.prop, theme.figure.prop_dark, theme.figure.arrow):
            yield thing, ground
    yield theme.figure.hair, theme.figure.skin  # where the face is


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_stands_out(theme: Theme) -> None:
    weak = [(pair, contrast_ratio(*pair)) for pair in _text_pairs(theme) if contrast_ratio(*pair) < TEXT]
    assert not weak


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_graphics_stand_out(theme: Theme) -> None:
    weak = [(pair, contrast_ratio(*pair)) for pair in _graphic_pairs(theme) if contrast_ratio(*pair) < GRAPHIC]
    assert not weak


def test_it_is_the_same_person_in_every_theme() -> None:
    """In the dark it was somebody of another skin."""
    assert len({(theme.figure.skin, theme.figure.hair, theme.figure.top) for theme in THEMES}) == 1


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_phase_has_a_colour_of_its_own(theme: Theme) -> None:
    assert set(theme.phases) == set(theme.phases_soft) == set(Phase)
    assert len(set(theme.phases.values())) == len(Phase)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_phases_are_told_apart_by_eyes_of_every_kind(theme: Theme, eyes: str) -> None:
    close = {
        (one, other): distance(theme.phases[one], theme.phases[other], eyes)
        for one, other in combinations(Phase, 2)
        if distance(theme.phases[one], theme.phases[other], eyes) < AT_A_GLANCE
    }
    assert close == {}


def test_the_distance_of_colours_is_that_of_the_standard() -> None:
    assert distance("#000000", "#FFFFFF") == pytest.approx(100, abs=0.1)
    assert distance("#FF0000", "#00FF00") == pytest.approx(170.6, abs=0.5)
    assert distance("#FF0000", "#00FF00", "no green") < 0.7 * distance("#FF0000", "#00FF00")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_setting_names_a_theme_and_system_follows() -> None:
    assert theme_named("light", system_is_dark=True) is LIGHT
    assert theme_named("dark", system_is_dark=False) is DARK
    assert theme_named("contrast", system_is_dark=False) is CONTRAST
    assert theme_named("system", system_is_dark=True) is DARK
    assert theme_named("system", system_is_dark=False) is LIGHT
