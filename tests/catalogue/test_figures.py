"""Every problem of a figure file is named with its place and reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import check_file
from hipback_desktop.catalogue.figures import load_figures, read_figure
from hipback_desktop.catalogue.problem import ContentError
from hipback_desktop.core.errors import BugError
from tests.catalogue.documents import changed


def bridge() -> Any:
    return json.loads(paths.asset("figures/glute_bridge.json").read_text(encoding="utf-8"))


def problems_of(folder: Path, document: Any) -> list[tuple[str, str]]:
    path = folder / "glute_bridge.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return [(problem.place, problem.reason) for problem in check_file(path, {})]


@pytest.mark.parametrize(
    ("place", "value", "found", "reason"),
    [
        ("poses[0].both.knee.flex", 200, "poses[0].both.knee.flex", "must be -3 to 158, not 200"),
        ("poses[0].both.knee", {"bent": 9}, "poses[0].both.knee", 'has the unknown key "bent"'),
        ("poses[0].both.nee", {"flex": 9}, "poses[0].both", 'has the unknown key "nee"; did you mean "knee"?'),
        ("poses[1].name", "top", "poses", 'has no pose "end"'),
        ("poses[1].from", "begin", "poses[1].from", 'is no pose above: "begin"'),
        ("poses[1].free", ["upper_back"], "poses[1].free", '"upper_back" is not pinned, or holds the body'),
        ("motion.path[1].pose", "and", "motion.path[1].pose", 'is no pose: "and"; did you mean "end"?'),
        ("motion.path[3].at", 0.9, "motion.path", "must go from 0 to 1, each moment later than the one before"),
        ("motion.path[3].pose", "end", "motion.path", "must end in the pose it begins with: it is repeated"),
        ("pins[1].on", "roller", "pins[1].on", '"roller" is not among the props'),
        ("pins[2].point", "right_foot", "pins[2].point", '"right_foot" is pinned already'),
        ("pins[2].point", "head", "pins[2].point", "can only be the first pin: no limb bends to meet it"),
        ("pins[0].on", "left_thigh", "pins[0].on", "the first pin places the body: it cannot be on the body or a wall"),
        ("glow", ["right_nose"], "glow[0]", "must be one of"),
        ("order", ["trunk", "head", "left_leg"], "order", "must name every part of the body once"),
        ("enter", "stading", "enter", "must be one of"),
        ("id", "bridge", "id", 'must be the name of the file, "glute_bridge"'),
        ("variants", {"harder": {"still": "up"}}, "variants.harder.still", 'is no pose: "up"'),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, place: str, value: Any, found: str, reason: str) -> None:
    problems = problems_of(tmp_path, changed(bridge(), place, value))
    assert any(where == found and why.startswith(reason) for where, why in problems), problems


@pytest.mark.parametrize(
    ("place", "value", "found", "reason"),
    [
        ("pins[1].at", [0.95, 0], "pins[1]", "right_foot stays"),
        ("poses[1].neck", {"flex": -30}, "motion", "head is"),
        ("pins[1].at", [0.27, 0.05], "motion", "right.knee.flex is"),
        ("arrow", "way", "arrow", "is “way”, and the figure ends a turn where it began"),
        (
            "variants",
            {"easier": {"pins": [{"point": "upper_back", "height": -0.1}]}},
            "variants.easier.motion",
            "sit is",
        ),
    ],
)
def test_what_only_shows_in_motion_is_named(tmp_path: Path, place: str, value: Any, found: str, reason: str) -> None:
    problems = problems_of(tmp_path, changed(bridge(), place, value))
    assert any(where == found and why.startswith(reason) for where, why in problems), problems


def test_a_variant_is_the_figure_with_changes(tmp_path: Path) -> None:
    half = {"alt": "Half as high.", "poses": [{"name": "end", "from": "start", "pelvis": {"pitch": -100}}]}
    path = tmp_path / "glute_bridge.json"
    path.write_text(json.dumps(changed(bridge(), "variants", {"easier": half})), encoding="utf-8")
    figure = read_figure(path)
    easier = figure.variants["easier"]
    assert easier.alt == "Half as high."
    assert easier.poses["start"] == figure.poses["start"]
    assert easier.poses["end"].angles[0] == -100
    assert easier.motion == figure.motion


def test_a_broken_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "figures" / "glute_bridge.json"
    path.parent.mkdir()
    path.write_text(json.dumps(changed(bridge(), "motion.kind", "dance")), encoding="utf-8")
    with pytest.raises(ContentError, match="cannot be used"):
        read_figure(path)
    with pytest.raises(BugError, match="dance"):
        load_figures(lambda name: tmp_path / name)
