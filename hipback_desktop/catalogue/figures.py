"""Figure documents to figures: the rules beyond the schema, the conversion, and a look at the figure in motion."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.catalogue.checking import checked, did_you_mean
from hipback_desktop.catalogue.figure_schema import FIGURE
from hipback_desktop.catalogue.problem import ContentError, Report
from hipback_desktop.catalogue.reading import inside, quoted, read_document, shown
from hipback_desktop.core.errors import BugError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.figures import skeleton, validation
from hipback_desktop.figures.camera import TILT, VIEWS
from hipback_desktop.figures.figure import END, FLOOR, START, Figure, Motion, MotionKind, Pin, Pose, Prop, PropKind
from hipback_desktop.figures.joints import SIDED_JOINTS, SIDES, TRUNK_JOINTS, angles_of
from hipback_desktop.figures.layers import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from hipback_desktop.catalogue.problem import Problem

_MOTION_SECONDS: Final = MappingProxyType({MotionKind.HOLD: 3.0, MotionKind.CYCLE: 2.0, MotionKind.ROLL: 14.0})


def load_figures(asset: Callable[[str], Path]) -> Mapping[str, Figure]:
    """The shipped figures by id; it is a bug when one is broken, and none when one is missing."""
    return _all_in(asset("figures"))


def load_position_figures(asset: Callable[[str], Path]) -> Mapping[str, Figure]:
    """The figures of the positions between which the ways lead, and of those that one only passes."""
    return _all_in(asset("figures/positions"))


def _all_in(folder: Path) -> Mapping[str, Figure]:
    figures: dict[str, Figure] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.json")):
        report = Report(shown(path))
        document = read_document(path, report)
        figure = figure_from(checked(FIGURE, document, "", report), report) if report.is_clean() else None
        problems += report.problems
        if figure is not None:
            figures[figure.id] = figure
    if problems:
        raise BugError("A shipped figure is broken:\n" + "\n".join(map(str, problems)))
    return MappingProxyType(figures)


def read_figure(path: Path) -> Figure:
    """The figure in a file, or a ``ContentError`` with all its problems."""
    report = Report(shown(path))
    document = read_document(path, report)
    figure = figure_from(checked(FIGURE, document, "", report), report) if report.is_clean() else None
    if figure is None:
        raise ContentError(report.problems)
    return figure


def check_figure(path: Path, document: Any, report: Report) -> None:
    """Every problem of a figure file: in its words, and in how it moves."""
    right = checked(FIGURE, document, "", report)
    if right is not None and right.get("id", path.stem) != path.stem:
        report.add("id", _("must be the name of the file, {name}").format(name=quoted(path.stem)))
    figure = figure_from(right, report)
    if figure is None:
        return
    for prefix, it in (("", figure), *((f"variants.{name}", it) for name, it in figure.variants.items())):
        for place, reason in (*validation.pin_problems(it), *validation.problems(it)):
            report.add(inside(prefix, place) if prefix else place, reason)


def figure_from(right: Mapping[str, Any] | None, report: Report) -> Figure | None:
    """The figure made of what the schema found right, or None when anything in the file is wrong."""
    if right is None or not report.is_clean():
        return None
    _check(right, "", report)
    whole = {name: _merged(right, changes) for name, changes in right.get("variants", {}).items()}
    for name, document in whole.items():
        if report.is_clean():
            _check(document, f"variants.{name}", report)
    if not report.is_clean():
        return None
    variants = {name: _figure(document, {}) for name, document in whole.items()}
    return _figure(right, variants)


def _merged(right: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """A variant as a whole document: poses of the same name are replaced, other poses are kept."""
    merged = {**right, **changes, "variants": {}}
    own = {pose["name"]: pose for pose in changes.get("poses", ())}
    kept = [own.pop(pose["name"], pose) for pose in right["poses"]]
    merged["poses"] = [*kept, *own.values()]
    return merged


def _check(right: Mapping[str, Any], prefix: str, report: Report) -> None:
    names: list[str] = []
    for index, pose in enumerate(right["poses"]):
        place = inside(prefix, f"poses[{index}]")
        if pose["name"] in names:
            report.add(inside(place, "name"), _("{name} is there already").format(name=quoted(pose["name"])))
        if "from" in pose and pose["from"] not in names:
            report.add(inside(place, "from"), _("is no pose above: {name}").format(name=quoted(pose["from"])))
        names.append(pose["name"])
    for name in (START, END):
        if name not in names:
            report.add(inside(prefix, "poses"), _("has no pose {name}").format(name=quoted(name)))
    for place, name in _pose_names(right):
        if name not in names:
            report.add(
                inside(prefix, place), _("is no pose: {name}").format(name=quoted(name)) + did_you_mean(name, names)
            )
    _check_path(right["motion"], inside(prefix, "motion"), report)
    _check_pins(right, prefix, report)
    _check_order(right.get("order", ()), prefix, report)


def _check_order(order: Sequence[str], prefix: str, report: Report) -> None:
    whole = list(order)
    for side in SIDES:
        apart = [f"{side}_thigh", f"{side}_shin"]
        if set(apart) <= set(whole):
            whole = [part for part in whole if part not in apart] + [f"{side}_leg"]
    if order and sorted(whole) != sorted(PARTS):
        report.add(inside(prefix, "order"), _("must name every part of the body once"))


def _pose_names(right: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    motion = right["motion"]
    yield from ((f"motion.path[{index}].pose", key["pose"]) for index, key in enumerate(motion["path"]))
    yield from ((f"motion.breath[{index}]", name) for index, name in enumerate(motion.get("breath", ())))
    yield from ((f"pins[{index}].by", pin["by"]) for index, pin in enumerate(right.get("pins", ())) if "by" in pin)
    if "still" in right:
        yield "still", right["still"]


def _check_path(motion: Mapping[str, Any], place: str, report: Report) -> None:
    path = motion["path"]
    moments = [key.get("at", 0.0) for key in path]
    if moments[0] != 0 or moments[-1] != 1 or moments != sorted(set(moments)):
        report.add(inside(place, "path"), _("must go from 0 to 1, each moment later than the one before"))
    elif motion["kind"] != MotionKind.HOLD and path[0]["pose"] != path[-1]["pose"]:
        report.add(inside(place, "path"), _("must end in the pose it begins with: it is repeated"))


def _check_pins(right: Mapping[str, Any], prefix: str, report: Report) -> None:
    kinds = {prop["kind"] for prop in right.get("props", ())}
    pins = right.get("pins", ())
    for index, pin in enumerate(pins):
        place = inside(prefix, f"pins[{index}]")
        on, part = pin.get("on", FLOOR), skeleton.part_of(pin["point"])
        if on in tuple(PropKind) and on not in kinds:
            report.add(inside(place, "on"), _("{name} is not among the props").format(name=quoted(on)))
        if pin["point"] in [other["point"] for other in pins[:index]]:
            report.add(inside(place, "point"), _("{name} is pinned already").format(name=quoted(pin["point"])))
        if index and part not in (*skeleton.ONE_BONE, *skeleton.TWO_BONES):
            report.add(inside(place, "point"), _("can only be the first pin: no limb bends to meet it"))
        if index == 0 and (on in {*skeleton.BONES, *skeleton.POINTS} or (on == PropKind.WALL)):
            report.add(inside(place, "on"), _("the first pin places the body: it cannot be on the body or a wall"))
    for index, pose in enumerate(right["poses"]):
        for free in pose.get("free", ()):
            if free not in [pin["point"] for pin in pins[1:]]:
                report.add(
                    inside(prefix, f"poses[{index}].free"),
                    _("{name} is not pinned, or holds the body").format(name=quoted(free)),
                )


def _figure(right: Mapping[str, Any], variants: Mapping[str, Figure]) -> Figure:
    view, motion = right["view"], right["motion"]
    kind = MotionKind(motion["kind"])
    return Figure(
        id=right["id"],
        alt=_(right["alt"]),
        yaw=VIEWS[view["from"]] + view.get("turn", 0.0),
        tilt=view.get("tilt", TILT),
        poses=MappingProxyType(_poses(right["poses"])),
        pins=tuple(_pin(pin) for pin in right.get("pins", ())),
        motion=Motion(
            kind,
            tuple((key.get("at", 0.0), key["pose"]) for key in motion["path"]),
            motion.get("seconds", _MOTION_SECONDS.get(kind, 3.0)),
            tuple(motion.get("breath", (END, END)))[:2],
            motion.get("alternates", False),
            motion.get("belly", 1.0),
        ),
        props=tuple(_prop(prop) for prop in right.get("props", ())),
        still=right.get("still", END),
        glow=tuple(right.get("glow", ())),
        order=tuple(right.get("order", ())),
        enter=right.get("enter", ""),
        arrow=right.get("arrow", ""),
        variants=MappingProxyType(dict(variants)),
    )


def _poses(documents: Sequence[Mapping[str, Any]]) -> dict[str, Pose]:
    written: dict[str, dict[str, float]] = {}
    poses: dict[str, Pose] = {}
    for pose in documents:
        angles = dict(written.get(pose.get("from", ""), {}))
        angles |= _angles(pose, TRUNK_JOINTS, "")
        for side in SIDES:
            angles |= _angles(pose.get("both", {}), SIDED_JOINTS, f"{side}.")
        for side in SIDES:
            angles |= _angles(pose.get(side, {}), SIDED_JOINTS, f"{side}.")
        written[pose["name"]] = angles
        poses[pose["name"]] = Pose(angles_of(angles), frozenset(pose.get("free", ())))
    return poses


def _angles(found: Mapping[str, Any], joints: Mapping[str, Any], prefix: str) -> dict[str, float]:
    return {f"{prefix}{joint}.{name}": value for joint in joints for name, value in found.get(joint, {}).items()}


def _pin(right: Mapping[str, Any]) -> Pin:
    at = right.get("at")
    return Pin(
        right["point"],
        right.get("on", FLOOR),
        None if at is None else (at[0], at[1]),
        right.get("height"),
        right.get("along", 0.5),
        right.get("face", "front"),
        right.get("by", START),
    )


def _prop(right: Mapping[str, Any]) -> Prop:
    at = right.get("at", (0.0, 0.0))
    return Prop(
        PropKind(right["kind"]),
        (at[0], at[1]),
        right.get("height", 0.0),
        right.get("turn", 0.0),
        right.get("size", 1.0),
        tuple(right.get("points", ())),
        right.get("rolls", False),
        right.get("in_front", False),
    )
