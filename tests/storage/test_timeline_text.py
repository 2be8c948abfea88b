"""A timeline survives being text; anything else that is text gives no timeline, and no error."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.timeline import Timeline
from hipback_desktop.storage.timeline_text import LARGEST_TEXT, text_of, timeline_from
from tests.storage.builders import a_timeline
from tests.storage.strategies import timelines


@given(timelines())
def test_every_timeline_comes_back_as_it_was(timeline: Timeline) -> None:
    assert timeline_from(text_of(timeline)) == timeline


@given(st.text())
def test_text_that_is_no_timeline_gives_none(text: str) -> None:
    assert timeline_from(text) is None


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("work"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(st.data())
def test_any_value_exchanged_gives_a_timeline_or_none(data: st.DataObject) -> None:
    document = json.loads(text_of(a_timeline()))
    where: Any = data.draw(st.sampled_from([document, document["segments"], document["segments"][1]]))
    key = data.draw(st.sampled_from(sorted(where) if isinstance(where, dict) else range(len(where))))
    where[key] = data.draw(_json)
    found = timeline_from(json.dumps(document))
    assert found is None or timeline_from(text_of(found)) == found


@given(st.integers(0, len(text_of(a_timeline())) - 1))
def test_text_that_was_cut_off_gives_none(length: int) -> None:
    assert timeline_from(text_of(a_timeline())[:length]) is None


def _changed(key: str, value: object) -> str:
    document = json.loads(text_of(a_timeline()))
    document["segments"][2][document["keys"].index(key)] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seconds", -1),
        ("seconds", True),
        ("seconds", float("nan")),
        ("seconds", float("inf")),
        ("seconds", 10**400),
        ("seconds", "30"),
        ("seconds_per_rep", 0),
        ("kind", "pause"),
        ("kind", None),
        ("kind", ["work"]),
        ("phase", "STRETCH"),
        ("side", "both"),
        ("exercise_id", 7),
        ("exercise_id", "x" * 1_001),
        ("set_number", 0),
        ("set_number", 1.0),
        ("sets", None),
        ("step_index", -1),
        ("step_index", 10**9),
        ("reps", 0),
        ("is_open", 1),
        ("changes_position", None),
    ],
)
def test_a_value_that_cannot_be_gives_none(key: str, value: object) -> None:
    assert timeline_from(_changed(key, value)) is None


def test_steps_are_in_order() -> None:
    document = json.loads(text_of(a_timeline()))
    for row in document["segments"][:2]:
        row[document["keys"].index("step_index")] = 1
    assert timeline_from(json.dumps(document)) is None


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", "[" * 100_000, '{"a":' * 100_000, "\ud800", "\0", "9" * 10_000, " " * (LARGEST_TEXT + 1)],
    ids=lambda text: f"{text[:6]!r} {len(text)}",
)
def test_hostile_text_gives_none(text: str) -> None:
    assert timeline_from(text) is None


def test_other_keys_and_no_segments_give_none() -> None:
    document = json.loads(text_of(a_timeline()))
    assert timeline_from(json.dumps({**document, "keys": document["keys"][::-1]})) is None
    assert timeline_from(json.dumps({**document, "segments": []})) is None
    assert timeline_from(json.dumps({**document, "segments": document["segments"] * 3_000})) is None
    assert timeline_from(json.dumps({**document, "segments": [{}]})) is None
    assert timeline_from(json.dumps({**document, "name": None})) is None


def test_a_timeline_written_before_it_knew_its_file_can_be_read() -> None:
    document = json.loads(text_of(a_timeline()))
    del document["file"]
    assert timeline_from(json.dumps(document)) == a_timeline()


@pytest.mark.parametrize("file", ["/srv/me/hüfte.hipback.json", "/srv/me/torn \udcff", "C:\\me\\" + "x" * 4000])
def test_any_name_a_file_may_have_comes_back(file: str) -> None:
    found = timeline_from(text_of(replace(a_timeline(), file=file)))
    assert found is not None
    assert found.file == file
