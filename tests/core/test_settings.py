"""Every setting, declared once; whatever a file held, settings come of it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise import Area, Equipment
from hipback_desktop.core.holds import OPTIONAL_HOLDS
from hipback_desktop.core.settings import (
    OPTIONS,
    Choice,
    DayHours,
    Listed,
    Number,
    Option,
    Settings,
    Several,
    Toggle,
    Words,
)
from hipback_desktop.core.stored_settings import settings_from
from tests.core.strategies import STEADY

OPTION = {option.key: option for option in OPTIONS}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def fits(option: Option, value: object) -> bool:
    match option.kind:
        case Toggle():
            return type(value) is bool
        case Number(minimum=minimum, maximum=maximum):
            return type(value) is int and minimum <= value <= maximum
        case Choice(choices=choices):
            return value in dict(choices)
        case Words(longest=longest) | DayHours(longest=longest):
            return isinstance(value, str) and len(value) <= longest
        case Several(choices=choices):
            return isinstance(value, tuple) and len(set(value)) == len(value) and set(value) <= set(dict(choices))
        case Listed(longest=longest):
            return isinstance(value, tuple) and len(value) <= longest


def stored_values() -> st.SearchStrategy[dict[str, object]]:
    """Anything a file may hold: right values, nearly right ones, and nonsense."""
    near = st.sampled_from(["full", "mat", "no_kneeling", "hip_flexors", "x" * 201, 130, 131, 0, -1, True, ["mat"] * 3])
    known = st.dictionaries(st.sampled_from([*OPTION, "unknown"]), JSON | near | st.lists(near | JSON, max_size=3))
    return known | st.dictionaries(st.text(max_size=5), JSON, max_size=3)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.key)
def test_every_default_fits_its_own_bounds(option: Option) -> None:
    assert fits(option, option.default)
    assert getattr(Settings(), option.key) == option.default


def test_the_dialog_has_a_label_for_all_it_shows() -> None:
    assert [option.key for option in OPTIONS if option.section is not None and not option.label] == []
    assert {option.key for option in OPTIONS if option.section is None} == {
        "strip_places",
        "easier_next",
        "own_session",
        "past_goals",
        "goal_pauses",
        "goes_gently_until",
        "safety_seen_at",
        "asked_about_session",
        "cards_answered",
        "usual_week_begins",
    }


@pytest.mark.parametrize("option", [o for o in OPTIONS if isinstance(o.kind, Number)], ids=lambda option: option.key)
def test_a_number_is_reached_in_whole_steps(option: Option) -> None:
    assert isinstance(option.kind, Number)
    assert (option.kind.maximum - option.kind.minimum) % option.kind.step == 0
    assert isinstance(option.default, int)
    assert (option.default - option.kind.minimum) % option.kind.step == 0


@pytest.mark.parametrize(
    "key, values",
    [
        ("tight_areas", set(Area) - {Area.CORE, Area.WHOLE_HIP}),
        ("equipment", set(Equipment)),
        ("comfort_filters", set(ComfortFilter)),
        ("break_holds", set(OPTIONAL_HOLDS)),
    ],
)
def test_all_there_is_can_be_chosen(key: str, values: set[str]) -> None:
    kind = OPTION[key].kind
    assert isinstance(kind, Several)
    assert set(dict(kind.choices)) == values


def test_nothing_stored_gives_the_defaults() -> None:
    assert settings_from({}) == (Settings(), ())


def test_what_is_unknown_is_passed_over() -> None:
    """A newer version may have written it."""
    assert settings_from({"colour_of_the_cat": "black"}) == (Settings(), ())


@pytest.mark.parametrize(
    "key, value",
    [
        ("free_reps", 1),
        ("free_reps", "true"),
        ("voice_rate", True),
        ("sound_lead_milliseconds", True),
        ("voice_rate", 130.0),
        ("voice_rate", "130"),
        ("voice_rate", 79),
        ("voice_rate", 221),
        ("voice_rate", 10**400),
        ("theme", "pink"),
        ("theme", ["light"]),
        ("voice", 3),
        ("voice", "x" * 201),
        ("equipment", "mat"),
        ("equipment", ["mat", 3]),
        ("left_out", {"a": 1}),
        ("left_out", ["a"] * 501),
        ("minutes", None),
        ("break_interval_minutes", 14),
        ("break_hours", "nine to five"),
        ("break_hours", None),
        ("break_hours", "Mon–Fri 9:00–18:00, " * 11),
        ("break_surface", "wall"),
        ("breaks_on", "yes"),
    ],
)
def test_a_value_that_does_not_fit_becomes_the_default_and_is_told(key: str, value: object) -> None:
    settings, complaints = settings_from({key: value, "room_scale": 150})
    assert getattr(settings, key) == OPTION[key].default
    assert settings.room_scale == 150
    assert len(complaints) == 1
    assert f"“{key}”" in complaints[0]


@pytest.mark.parametrize("kept, stored", [(("mat",), ["mat", "trampoline"]), (("mat", "band"), ["mat", "band", "mat"])])
def test_a_list_keeps_what_is_known_once_and_the_rest_is_told(kept: tuple[str, ...], stored: list[str]) -> None:
    settings, complaints = settings_from({"equipment": stored})
    assert settings.equipment == kept
    assert len(complaints) == 1


@STEADY
@given(stored_values())
def test_settings_come_of_anything(stored: dict[str, object]) -> None:
    settings, complaints = settings_from(stored)
    assert [option.key for option in OPTIONS if not fits(option, getattr(settings, option.key))] == []
    changed = {key for key in OPTION if key in stored and as_json(getattr(settings, key)) != as_json(stored[key])}
    assert {key for key in OPTION if any(f"“{key}”" in complaint for complaint in complaints)} == changed
    assert len(complaints) == len(changed)


@STEADY
@given(stored_values())
def test_what_was_put_right_stays_right(stored: dict[str, object]) -> None:
    settings, _ = settings_from(stored)
    written = json.loads(json.dumps(asdict(settings)))
    assert settings_from(written) == (settings, ())


def as_json(value: object) -> str:
    return json.dumps(value)


def test_every_setting_is_an_option() -> None:
    assert [option.key for option in OPTIONS] == [field.name for field in fields(Settings)]


def test_what_could_be_chosen_once_is_dropped_without_a_word() -> None:
    settings, complaints = settings_from({"break_holds": ["call", "desktop_reminds"]})
    assert (settings.break_holds, complaints) == (("call",), ())
