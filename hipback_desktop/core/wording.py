"""Every sentence the engine shows or speaks, in the field's words; all of it goes through gettext."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hipback_desktop.core.exercise import Phase, Position, Side
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.core.record import Outcome, is_preview
from hipback_desktop.core.timeline import SegmentKind

if TYPE_CHECKING:
    from hipback_desktop.core.exercise import Equipment, Exercise
    from hipback_desktop.core.record import SessionRecord
    from hipback_desktop.core.timeline import Segment


def clock_text(seconds: float) -> str:
    """“2:05”, rounded up so that 0:00 is only shown when nothing is left."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def minutes_text(seconds: float) -> str:
    """“10 min”, never 0."""
    return _("{minutes} min").format(minutes=max(1, round(seconds / 60)))


def phase_name(phase: Phase) -> str:
    """The name of a phase as people read it."""
    return {
        Phase.WARM_UP: _("Warm-up"),
        Phase.SMR: _("Self-massage"),
        Phase.STRETCH: _("Stretch"),
        Phase.STRENGTHEN: _("Strengthen"),
        Phase.CALM: _("Calm"),
    }[phase]


def side_name(side: Side) -> str:
    """“Right side”."""
    return _("Right side") if side is Side.RIGHT else _("Left side")


def side_word(side: Side) -> str:
    """“Right”, where there is room for no more."""
    return _("Right") if side is Side.RIGHT else _("Left")


def side_letter(side: Side) -> str:
    """The side in one letter, for a sign."""
    # Translators: right and left in a letter each, different from each other.
    return _("R") if side is Side.RIGHT else _("L")


def way_text(position: Position) -> str:
    """How to get into a position, as it is said."""
    return {
        Position.STANDING: _("Come up to standing."),
        Position.CHAIR: _("Take a seat."),
        Position.ALL_FOURS: _("Come on to all fours."),
        Position.HALF_KNEELING: _("Kneel on one knee."),
        Position.SUPINE: _("Come on to your back."),
        Position.PRONE: _("Come on to your front."),
        Position.SIDE_LYING: _("Lie on your side."),
        Position.FLOOR_SEATED: _("Sit on the floor."),
    }[position]


def equipment_name(item: Equipment) -> str:
    """What an item is called."""
    return {
        "mat": _("mat"),
        "chair": _("chair"),
        "wall": _("wall"),
        "cushion": _("cushion"),
        "couch": _("couch"),
        "strap": _("strap"),
        "step": _("low step"),
        "roller": _("foam roller"),
        "small_ball": _("small ball"),
        "large_ball": _("large ball"),
        "stability_ball": _("stability ball"),
        "band": _("resistance band"),
        "weights": _("light weights"),
        "machine": _("leg-curl machine"),
        "bike": _("bicycle"),
    }[item.value]


def time_of_session(active_seconds: float, planned_seconds: float) -> str:
    """“9 of 10 min”; “23 s of 10 min” while it was under a minute."""
    done, planned = (max(1, round(seconds / 60)) for seconds in (active_seconds, planned_seconds))
    if active_seconds < 60:
        return _("{done} s of {planned} min").format(done=int(active_seconds), planned=planned)
    return _("{done} of {planned} min").format(done=done, planned=planned)


def outcome_name(outcome: Outcome) -> str:
    """How a session or step ended."""
    return {
        Outcome.COMPLETED: _("Completed"),
        Outcome.STOPPED: _("Ended early"),
        Outcome.SKIPPED: _("Skipped"),
    }[outcome]


def ending_name(record: SessionRecord) -> str:
    """How a session ended, that nothing of it was done, or that it was a preview."""
    if is_preview(record):
        return _("Preview")
    return _("Nothing done") if record.outcome is Outcome.SKIPPED else outcome_name(record.outcome)


def kind_name(kind: SegmentKind) -> str:
    """What the current segment asks for, when it is not work."""
    return {
        SegmentKind.GET_READY: _("Get ready"),
        SegmentKind.WORK: _("Work"),
        SegmentKind.SIDE_SWITCH: _("Change sides"),
        SegmentKind.REST: _("Rest"),
    }[kind]


def amount_text(seconds: float, reps: int | None) -> str:
    """“30 seconds”, “2 minutes” or “10 reps”."""
    if reps is not None:
        return ngettext("{count} rep", "{count} reps", reps).format(count=reps)
    return time_text(seconds)


def time_text(seconds: float) -> str:
    """A length of time as it is said."""
    whole = round(seconds)
    if whole >= 60 and whole % 60 == 0:
        return ngettext("{count} minute", "{count} minutes", whole // 60).format(count=whole // 60)
    return ngettext("{count} second", "{count} seconds", whole).format(count=whole)


def set_text(segment: Segment) -> str:
    """“Set 2 of 3”, empty for a single set."""
    if segment.sets == 1:
        return ""
    return _("Set {number} of {sets}").format(number=segment.set_number, sets=segment.sets)


def with_set(words: str, segment: Segment) -> str:
    """“Lying twist, set 2 of 3”, the words alone for a single set."""
    if segment.sets == 1:
        return words
    return _("{words}, set {number} of {sets}").format(words=words, number=segment.set_number, sets=segment.sets)


def title(exercise: Exercise, side: Side | None) -> str:
    """“Lying twist, right side”."""
    return with_side(exercise.name, side)


def with_side(name: str, side: Side | None) -> str:
    """The name of an exercise with the side that works, as far as there is one."""
    if side is None:
        return name
    return (_("{exercise}, right side") if side is Side.RIGHT else _("{exercise}, left side")).format(exercise=name)


def announcement(exercise: Exercise, segment: Segment, *, is_first: bool) -> str:
    """What is said at the beginning of a get-ready: the time to get there, the name, the side, the amount."""
    opening = _("First, in {time}") if is_first else _("Next, in {time}")
    return _("{opening}: {title}. {amount}.").format(
        opening=opening.format(time=time_text(segment.seconds)),
        title=title(exercise, segment.side),
        amount=_work_amount(segment),
    )


def short_announcement(exercise: Exercise, segment: Segment) -> str:
    """The same for a lead-in too short for the long one."""
    return _("Next: {title}.").format(title=title(exercise, segment.side))


def brief_announcement(exercise: Exercise, segment: Segment, *, is_first: bool) -> str:
    """Only name and side, for a lead-in in which more has to be said."""
    if is_first:
        return _("First: {title}.").format(title=title(exercise, segment.side))
    return short_announcement(exercise, segment)


def amount_sentence(segment: Segment) -> str:
    """“2 sets of 30 seconds.”."""
    return _("{amount}.").format(amount=_work_amount(segment))


def shortest_announcement(segment: Segment) -> str:
    """What is said where even the name does not fit: “Left side.”, or “Get ready.”."""
    return _("{name}.").format(name=side_name(segment.side) if segment.side else kind_name(SegmentKind.GET_READY))


def _work_amount(segment: Segment) -> str:
    amount = amount_text(segment.work_seconds, segment.reps)
    if segment.set_number > 1:
        return _("{set}, {amount}").format(set=set_text(segment), amount=amount)
    if segment.sets > 1:
        return _("{sets} sets of {amount}").format(sets=segment.sets, amount=amount)
    return amount


def switch_text(segment: Segment) -> str:
    """What is said at a change of sides, with the time to get there."""
    if segment.side is Side.LEFT:
        return _("Change to the left side. {time}.").format(time=time_text(segment.seconds))
    return _("Change to the right side. {time}.").format(time=time_text(segment.seconds))


def rest_text(segment: Segment) -> str:
    """What is said at the beginning of a rest."""
    return _("Rest {time}. Then set {number} of {sets}.").format(
        time=time_text(segment.seconds), number=segment.set_number, sets=segment.sets
    )


def halfway_text() -> str:
    """Said in the middle of a hold."""
    return _("Halfway.")


def ten_left_text() -> str:
    """Said ten seconds before the end of a long hold."""
    return _("Ten more seconds, stay easy.")


def left_text(seconds: float) -> str:
    """Said in a long hold to somebody who cannot see the countdown."""
    return _("{time} left.").format(time=time_text(seconds))


def avoid_text(avoid: str) -> str:
    """Said of something not to do."""
    return _("Avoid: {avoid}").format(avoid=avoid)


def after_this_text(exercise: Exercise, side: Side | None, way: str = "") -> str:
    """Said before work ends to somebody who cannot see what comes next: “After this: Crunch. Come on to your back.”."""
    words = _("After this: {title}. {way}") if way else _("After this: {title}.")
    return words.format(title=title(exercise, side), way=way)


def last_two_text() -> str:
    """Said before the last two reps."""
    return _("Last two.")


def end_text(phase: Phase) -> str:
    """Said when the last hold of an exercise is over."""
    return _("Ease off slowly.") if phase is Phase.SMR else _("Come out slowly.")


def finish_text() -> str:
    """Said at the very end."""
    return _("That is the session. Well done.")


def breathe_out_text() -> str:
    """The breathing cue of a stretch."""
    return _("Exhale into the stretch.")


def breath_word(*, goes_in: bool, is_short: bool = False) -> str:
    """Which way the breath goes, beside its pacer."""
    if is_short:
        return _("In") if goes_in else _("Out")
    return _("Breathe in") if goes_in else _("Breathe out")


def sound_off_text() -> str:
    """What a session says that begins muted, when nobody may remember it."""
    return _("The sound is off. M turns it on.")


def paused_by_sleep_text() -> str:
    """Shown when the computer slept in mid-session."""
    return _("Paused: the computer was asleep. Press Space to go on.")


def long_pause_text() -> str:
    """Shown when a pause has lasted five minutes."""
    return _("You have been away for a while. Press the left arrow to start this exercise again, or Space to go on.")


def ended_by_pause_text() -> str:
    """Shown when a pause has lasted a quarter of an hour."""
    return _("The session was ended after 15 minutes of pause. What you did is kept.")


def preview_text(speed: float) -> str:
    """Shown at the beginning of a session in fast motion, which is that of every session in the same window."""
    sentence = _(
        "A preview at {speed} times the speed, as all are until you quit Hipback: without sound, and not counted."
    )
    return sentence.format(speed=f"{speed:g}")
