"""Tracks pass through their keys and never beyond them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.figures.track import track_of


@given(st.lists(st.floats(-180, 180), min_size=2, max_size=8), st.booleans())
def test_a_track_meets_every_key_and_stays_between_them(values: list[float], loops: bool) -> None:
    if loops:
        values.append(values[0])
    moments = [index / (len(values) - 1) for index in range(len(values))]
    track = track_of(moments, [(value,) for value in values], loops=loops)
    for (left, one), (right, other) in pairwise(zip(moments, values, strict=True)):
        assert track.at(left)[0] == pytest.approx(one, abs=1e-6)
        for step in range(1, 10):
            value = track.at(left + (right - left) * step / 10)[0]
            assert min(one, other) - 1e-6 <= value <= max(one, other) + 1e-6


def test_it_begins_and_ends_gently() -> None:
    track = track_of((0.0, 1.0), ((0.0,), (10.0,)))
    assert track.at(0.05)[0] < 0.1
    assert track.at(0.5)[0] == pytest.approx(5)
    assert track.at(-1.0) == (0.0,)
    assert track.at(2.0) == (10.0,)


def test_a_hold_between_two_moves_holds() -> None:
    track = track_of((0.0, 0.4, 0.6, 1.0), ((0.0,), (9.0,), (9.0,), (0.0,)))
    assert track.at(0.5) == (9.0,)


def test_a_loop_goes_on_through_its_seam() -> None:
    track = track_of((0.0, 0.25, 0.75, 1.0), ((0.0,), (10.0,), (-10.0,), (0.0,)), loops=True)
    before, after = track.at(0.99)[0], track.at(0.01)[0]
    assert before < -0.2
    assert after > 0.2
