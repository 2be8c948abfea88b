"""The format of exercise and routine files, declared once; checking and documentation are derived from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from hipback_desktop.core.exercise import (
    Area,
    Bias,
    Comfort,
    Equipment,
    Level,
    Mode,
    Origin,
    Phase,
    Position,
    SeesScreen,
    Sides,
)

EXERCISE_FORMAT: Final = "hipback-exercise"
ROUTINE_FORMAT: Final = "hipback-routine"
FIGURE_FORMAT: Final = "hipback-figure"
VERSION: Final = 1

LONGEST_STEP_SECONDS: Final = 3600
MOST_REPS: Final = 200
MOST_SETS: Final = 10
MOST_STEPS: Final = 100
LONGEST_ROUTINE_SECONDS: Final = 3 * 3600
LONGEST_SPOKEN: Final = 300


class Kind(StrEnum):
    """What a value is in JSON and which rule it follows."""

    TEXT = "text"
    IDENTIFIER = "identifier"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "true or false"
    OBJECT = "object"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an object.

    ``least`` and ``most`` bound the length of a text, the size of a number, or the count of a list. ``fields`` are the
    keys of an object; a list has one, which describes its items.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    nullable: bool = False
    choices: tuple[str, ...] = ()
    least: float = 1
    most: float = 400
    fields: tuple[Field, ...] = ()


def text(name: str, meaning: str, most: int = 400, *, least: int = 1, required: bool = False) -> Field:
    return Field(name, Kind.TEXT, meaning, required=required, least=least, most=most)


def choice(name: str, meaning: str, choices: type[StrEnum], *, required: bool = False) -> Field:
    return Field(name, Kind.TEXT, meaning, required=required, choices=tuple(choices))


def identifier(name: str, meaning: str, *, required: bool = False, nullable: bool = False, least: int = 1) -> Field:
    return Field(name, Kind.IDENTIFIER, meaning, required=required, nullable=nullable, least=least, most=64)


def flag(name: str, meaning: str) -> Field:
    return Field(name, Kind.FLAG, meaning)


def listed(item: Field, *, least: int = 0, most: int = 20, required: bool = False) -> Field:
    return Field(item.name, Kind.LIST, item.meaning, required=required, least=least, most=most, fields=(item,))


def _seconds(name: str, meaning: str) -> Field:
    return Field(name, Kind.NUMBER, meaning, least=1, most=LONGEST_STEP_SECONDS)


def _reps(name: str, meaning: str) -> Field:
    return Field(name, Kind.WHOLE, meaning, least=1, most=MOST_REPS)


def _sets(name: str, meaning: str) -> Field:
    return Field(name, Kind.WHOLE, meaning, least=1, most=MOST_SETS)


def _variant(name: str, meaning: str) -> Field:
    parts = (
        text("text", "a sentence that says how", required=True),
        identifier("exercise", "the exercise it leads to, or null when it is only words", nullable=True),
    )
    return Field(name, Kind.OBJECT, meaning, nullable=True, fields=parts)


def head(file_format: str) -> tuple[Field, ...]:
    return (
        Field("format", Kind.TEXT, "what the file is", required=True, choices=(file_format,)),
        Field("version", Kind.WHOLE, "version of the format", required=True, least=VERSION, most=VERSION),
    )


_DOSE: Final = (
    _sets("sets", "how often"),
    _seconds("seconds", "length of a set, on each side where there are sides; not with reps"),
    _reps("reps", "repetitions of a set: on each side, or of both sides together when alternating"),
    Field("seconds_per_rep", Kind.NUMBER, "pace of a repetition", least=0.5, most=60),
    _sets("most_sets", "upper end of a range of sets"),
    _seconds("most_seconds", "upper end of a range of seconds"),
    _reps("most_reps", "upper end of a range of repetitions"),
)
_BREATH: Final = (
    Field("in_seconds", Kind.NUMBER, "length of a breath in", required=True, least=2, most=15),
    Field("out_seconds", Kind.NUMBER, "length of a breath out", required=True, least=2, most=15),
    Field("first_in_at", Kind.NUMBER, "second of the work at which the first breath in begins", least=0, most=15),
)
_PRESCRIPTION: Final = (
    text("text", "what the source says about the amount", required=True),
    listed(identifier("sources", "keys in sources.json")),
)

_EXERCISE_BODY: Final = (
    identifier("id", "the name of the file without .json", required=True),
    text("name", "what people call it", 80, required=True),
    text("short_name", "the same in two or three words, for the room view, where it is too long", 32, least=0),
    choice("phase", "the part of a session it belongs to", Phase, required=True),
    choice("mode", "how its amount is counted", Mode, required=True),
    choice("sides", "which sides of the body it works, and how", Sides, required=True),
    choice("position", "the class that decides the time to get into it", Position, required=True),
    text("position_detail", "finer words for the position", 120, least=0),
    choice("sees_screen", "can a screen two metres beside the mat be seen meanwhile; yes when left out", SeesScreen),
    Field("dose", Kind.OBJECT, "the amount we ship", required=True, fields=_DOSE),
    listed(Field("prescriptions", Kind.OBJECT, "what the sources say about the amount", fields=_PRESCRIPTION)),
    choice("level", "who it is for", Level, required=True),
    choice("origin", "where it comes from", Origin, required=True),
    listed(choice("areas", "what a person would call tight", Area), least=1, required=True),
    choice("bias", "what the low back does", Bias, required=True),
    listed(choice("comfort", "what a person may wish to skip", Comfort)),
    listed(choice("equipment", "what it needs", Equipment)),
    listed(text("substitutes", "sentences: what to use instead")),
    flag("desk", "can be done beside a desk without lying down"),
    flag("bed", "can be done in bed"),
    flag("opt_in", "off unless a person switches it on"),
    listed(text("muscles", "what it works on, lower case", 80)),
    listed(text("synonyms", "what people type to find it, lower case; never shown", 60)),
    listed(text("steps", "full sentences that tell how it is done", 500), least=1, required=True),
    listed(text("cues", "short lines that are spoken", LONGEST_SPOKEN), least=1, required=True),
    text("start_cue", "the line for the moment the work begins", LONGEST_SPOKEN),
    text("halfway_cue", "the line for the middle of a set, in the place of its count", LONGEST_SPOKEN),
    text("breathing", "a sentence on how to breathe", required=True),
    listed(text("breathing_cues", "spoken lines at breath rhythm: in, then out", LONGEST_SPOKEN), most=3),
    Field("breath", Kind.OBJECT, "the rhythm of work that is led by the breath; every breath is said", fields=_BREATH),
    listed(text("avoid", "what not to do, full phrases"), least=1, required=True),
    listed(text("safety", "when to take care, full sentences", 500)),
    _variant("easier", "a way to make it easier, or null"),
    _variant("harder", "a way to make it harder, or null"),
    listed(identifier("sources", "keys in sources.json"), least=1, required=True),
    text("note", "anything else worth saying", 1000, least=0),
    identifier("figure", "the figure that shows it", least=0),
)
_STEP: Final = (
    identifier("exercise", "the id of the exercise", required=True),
    _sets("sets", "how often; 1 when left out"),
    _seconds("seconds", "length of a set, for exercises that are not counted in reps"),
    _reps("reps", "repetitions of a set, for exercises that are; the pace comes from the exercise"),
)
_STEPS: Final = listed(
    Field("steps", Kind.OBJECT, "the exercises of the block, in order", fields=_STEP),
    least=1,
    most=MOST_STEPS,
    required=True,
)
_BLOCK: Final = (choice("phase", "the phase of all its exercises", Phase, required=True), _STEPS)

EXERCISE: Final = Field("", Kind.OBJECT, "an exercise file", fields=head(EXERCISE_FORMAT) + _EXERCISE_BODY)
EMBEDDED_EXERCISE: Final = replace(
    EXERCISE,
    name="exercises",
    meaning="exercises that the file brings along",
    fields=tuple(replace(field, required=False) for field in head(EXERCISE_FORMAT)) + _EXERCISE_BODY,
)
ROUTINE: Final = Field(
    "",
    Kind.OBJECT,
    "a routine file",
    fields=(
        *head(ROUTINE_FORMAT),
        identifier("id", "a name for programs", required=True),
        text("name", "what people call it", 80, required=True),
        text("summary", "one sentence", least=0),
        listed(identifier("tags", "words to find it by; desk = fit for a break at the desk")),
        listed(text("notes", "sentences to read before starting", 500)),
        listed(
            Field("blocks", Kind.OBJECT, "the parts of the session, in order", fields=_BLOCK),
            least=1,
            most=MOST_STEPS,
            required=True,
        ),
        listed(EMBEDDED_EXERCISE, most=MOST_STEPS),
    ),
)

_CUES_BY_MODE: Final = tuple(listed(text(mode, f"for exercises of mode {mode}", LONGEST_SPOKEN)) for mode in Mode)
SHARED: Final = Field(
    "",
    Kind.OBJECT,
    "what the exercises of a phase share",
    fields=(
        Field("cues", Kind.OBJECT, "spoken in turn with the cues of the exercise", fields=_CUES_BY_MODE),
        listed(text("safety", "when to take care, full sentences; shown after those of the exercise", 500)),
        listed(text("rules", "good to know, full sentences; shown below everything else", 500)),
    ),
)
PHASES: Final = Field("", Kind.OBJECT, "phases.json", fields=tuple(replace(SHARED, name=phase) for phase in Phase))
