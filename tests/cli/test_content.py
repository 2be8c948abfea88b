"""``hipback routines``, ``exercises`` and ``plan``: what there is, and what a routine amounts to."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop.core.settings import Settings
from hipback_desktop.paths import asset
from hipback_desktop.storage.settings_file import SettingsFile
from tests.cli.shapes import EXERCISES, PLAN, ROUTINES, misfits
from tests.cli.terminal import Terminal

TOTALS = {
    "desk_reset_2": 118,
    "desk_break_5": 299,
    "keep_going_5": 298,
    "quick_release_10": 594,
    "full_20": 1199,
    "complete_30": 1787,
    "strength_day_25": 1479,
    "evening_wind_down_12": 713,
    "roller_session_15": 898,
}
"""domain.md §8.2."""

RINGS_OUT_SECONDS = 1.0
"""What is said after the chime that ends a piece of work begins within this."""


def test_the_routines_have_their_shape_and_their_totals(terminal: Terminal) -> None:
    routines = terminal.reads("routines", "--json")
    assert misfits(routines, ROUTINES) == []
    assert {routine["id"]: routine["seconds"] for routine in routines} == TOTALS


def test_every_routine_has_a_line_with_its_time_and_name(terminal: Terminal) -> None:
    lines = terminal.type("routines").out.splitlines()
    assert [line.split()[:2] for line in lines][:2] == [["desk_reset_2", "1:58"], ["desk_break_5", "4:59"]]
    assert lines[0].endswith("Micro-break")
    assert len(lines) == len(TOTALS)


def test_the_exercises_have_their_shape(terminal: Terminal) -> None:
    exercises = terminal.reads("exercises", "--json")
    assert misfits(exercises, EXERCISES) == []
    assert len(exercises) == 55
    assert all(exercise["avoid"] and exercise["sources"] and exercise["steps"] for exercise in exercises)
    assert all(exercise["dose"]["per_side"] == (exercise["sides"] == "each") for exercise in exercises)


def test_every_exercise_has_a_line(terminal: Terminal) -> None:
    lines = terminal.type("exercises").out.splitlines()
    assert len(lines) == 55
    assert any(line.startswith("glute_bridge ") for line in lines)


@pytest.mark.parametrize("routine", TOTALS)
def test_a_plan_has_its_shape_and_its_total(terminal: Terminal, routine: str) -> None:
    plan = terminal.reads("plan", routine, "--json")
    assert misfits(plan, PLAN) == []
    assert (plan["routine"], plan["seconds"]) == (routine, TOTALS[routine])


@pytest.mark.parametrize("routine", TOTALS)
def test_the_segments_of_a_plan_follow_each_other_without_a_gap(terminal: Terminal, routine: str) -> None:
    plan = terminal.reads("plan", routine, "--json")
    segments = plan["segments"]
    assert [segment["index"] for segment in segments] == list(range(len(segments)))
    assert segments[0]["start_seconds"] == 0
    assert all(
        before["start_seconds"] + before["seconds"] == after["start_seconds"] for before, after in pairwise(segments)
    )
    assert segments[-1]["start_seconds"] + segments[-1]["seconds"] == plan["seconds"]


@pytest.mark.parametrize("routine", TOTALS)
def test_cues_lie_in_their_segment_and_in_order(terminal: Terminal, routine: str) -> None:
    segments = terminal.reads("plan", routine, "--json")["segments"]
    for segment in segments:
        end = segment["start_seconds"] + segment["seconds"] + RINGS_OUT_SECONDS
        moments = [cue["at_seconds"] for cue in segment["cues"]]
        assert all(segment["start_seconds"] <= moment <= end for moment in moments), segment
    everything = [cue["at_seconds"] for segment in segments for cue in segment["cues"] if cue["channel"] == "voice"]
    assert everything == sorted(everything)


@pytest.mark.parametrize("routine", TOTALS)
def test_both_sides_get_the_same_work(terminal: Terminal, routine: str) -> None:
    seconds: dict[str, dict[str | None, float]] = defaultdict(lambda: defaultdict(float))
    for segment in terminal.reads("plan", routine, "--json")["segments"]:
        if segment["kind"] == "work":
            seconds[segment["exercise"]][segment["side"]] += segment["seconds"]
    for sides in seconds.values():
        assert sides.get("left") == sides.get("right")
        assert (None in sides) != ("left" in sides)


def test_a_plan_is_read_as_lines_with_their_time(terminal: Terminal) -> None:
    lines = terminal.type("plan", "desk_reset_2").out.splitlines()
    assert lines[0].startswith("  0:00  Get ready: ")
    assert lines[-1] == "  1:58  Micro-break"


def test_a_plan_follows_the_settings_of_the_data_folder(terminal: Terminal, data_dir: Path) -> None:
    SettingsFile(data_dir / "settings.json").write(Settings(side_switch_seconds=15, cue_profile="silent"))
    plan = terminal.reads("plan", "desk_reset_2", "--json")
    assert plan["seconds"] == 128
    assert {cue["channel"] for segment in plan["segments"] for cue in segment["cues"]} == {"screen"}


@pytest.mark.parametrize("floor_mode, says_more", [("automatic", True), ("always", True), ("off", False)])
def test_a_plan_says_what_floor_mode_adds(terminal: Terminal, data_dir: Path, floor_mode: str, says_more: bool) -> None:
    SettingsFile(data_dir / "settings.json").write(Settings(floor_mode=floor_mode))
    plan = terminal.type("plan", "strength_day_25").out
    assert ("After this: Glute bridge. Come on to your back." in plan) is says_more
    assert plan.splitlines()[-1].startswith(" 24:39")


def test_reps_at_ones_own_pace_are_planned_with_their_estimate(terminal: Terminal, data_dir: Path) -> None:
    SettingsFile(data_dir / "settings.json").write(Settings(free_reps=True))
    assert terminal.reads("plan", "full_20", "--json")["seconds"] == TOTALS["full_20"]


def test_a_routine_of_ones_own_is_planned_from_its_file(terminal: Terminal, tmp_path: Path) -> None:
    file = own_routine(tmp_path / "mine.hipback.json")
    plan = terminal.reads("plan", file, "--json")
    assert plan["routine"] == "mine"
    assert [segment["kind"] for segment in plan["segments"]] == ["get_ready", "work", "side_switch", "work"]


def own_routine(file: Path, **changes: Any) -> Path:
    """A file with one stretch of a shipped exercise."""
    step = {"exercise": "hip_flexor_standing", "sets": 1, "seconds": 40}
    document: dict[str, Any] = json.loads(asset("routines/desk_reset_2.hipback.json").read_text("utf-8"))
    document |= {"id": "mine", "name": "Mine", "blocks": [{"phase": "stretch", "steps": [step]}], "notes": []}
    file.write_text(json.dumps(document | changes), "utf-8")
    return file
