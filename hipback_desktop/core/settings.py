"""Every setting, declared once: name, default, bounds or choices, label, help. File, checks and dialog are derived."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from hipback_desktop.core.choice_labels import (
    AREA_LABELS,
    EQUIPMENT_LABELS,
    FILTER_LABELS,
    HOLD_LABELS,
    SPOKEN_LABELS,
    SURFACE_LABELS,
    WHO_REMINDS_LABELS,
)
from hipback_desktop.core.exercise_terms import Equipment


class Section(StrEnum):
    """A page of the settings dialog."""

    VOICE = "Voice and sounds"
    CUES = "Cues"
    TIMES = "Times"
    BREAKS = "Sitting breaks"
    LOOKS = "Looks"
    GOALS = "Goals"
    YOU = "What suits you"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values."""

    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number in steps."""

    minimum: int
    maximum: int
    step: int
    unit: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """On or off."""


@dataclass(frozen=True, slots=True)
class Several:
    """Any of a few values."""

    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Free text of limited length, not shown unless it has a section."""

    longest: int = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of ids the program keeps for itself."""

    longest: int = 500


@dataclass(frozen=True, slots=True)
class DayHours:
    """Hours of the week, as a line of text that ``kept_hours`` understands."""

    longest: int = 200


Kind = Choice | Number | Toggle | Several | Words | Listed | DayHours


@dataclass(frozen=True, slots=True)
class Option:
    """What is known of one setting; without a section the dialog leaves it out."""

    key: str
    kind: Kind
    default: object
    section: Section | None
    label: str
    help: str


def _option(
    default: Any,
    kind: Kind,
    label: str = "",
    help_text: str = "",
    section: Section | None = None,
) -> Any:
    return field(default=default, metadata={"kind": kind, "label": label, "help": help_text, "section": section})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one person; the order here is the order of the dialog."""

    cue_profile: str = _option(
        "full", Choice(SPOKEN_LABELS), "How much is said", "What is not said is still shown.", Section.VOICE
    )
    voice: str = _option("", Words(), "Voice", "", Section.VOICE)
    voice_rate: int = _option(
        130, Number(80, 220, 10, "words a minute"), "Speaking rate", "Calm cues suit 120 to 150.", Section.VOICE
    )
    voice_volume: int = _option(90, Number(0, 100, 5, "%"), "Voice volume", "", Section.VOICE)
    chime_volume: int = _option(70, Number(0, 100, 5, "%"), "Chime volume", "", Section.VOICE)
    sound_lead_milliseconds: int = _option(
        0,
        Number(0, 400, 10, "ms"),
        "Send sound early by",
        "For wireless headphones that play late; 150 to 250 is common.",
        Section.VOICE,
    )
    rep_counts: str = _option(
        "every",
        Choice((("every", "Every rep"), ("fifth", "Every fifth and the last three"), ("none", "None"))),
        "Spoken rep numbers",
        "",
        Section.CUES,
    )
    free_reps: bool = _option(
        False, Toggle(), "Reps at my own pace", "The set waits for you: Space says it is done.", Section.CUES
    )
    speaks_halfway: bool = _option(True, Toggle(), "Say halfway", "In holds of 30 seconds or more.", Section.CUES)
    speaks_breathing: bool = _option(
        True, Toggle(), "Say breathing cues", "Such as “exhale into the stretch”.", Section.CUES
    )
    floor_mode: str = _option(
        "automatic",
        Choice((("automatic", "Automatic"), ("always", "Always"), ("off", "Off"))),
        "Floor mode",
        "The voice says more: how to get there, what to avoid, the time left, what comes next. Automatic: where you "
        "cannot see the screen.",
        Section.CUES,
    )
    lead_in_change_seconds: int = _option(
        15, Number(5, 60, 1, "s"), "Get ready, new position", "Time to get from standing to the floor.", Section.TIMES
    )
    lead_in_same_seconds: int = _option(8, Number(3, 60, 1, "s"), "Get ready, same position", "", Section.TIMES)
    side_switch_seconds: int = _option(5, Number(3, 30, 1, "s"), "Change of sides", "", Section.TIMES)
    strength_rest_seconds: int = _option(30, Number(20, 60, 5, "s"), "Rest between strength sets", "", Section.TIMES)
    resume_lead_in_seconds: int = _option(
        3, Number(0, 15, 1, "s"), "Get ready after a pause", "The clock waits this long when you go on.", Section.TIMES
    )
    breaks_on: bool = _option(
        False,
        Toggle(),
        "Remind me to get up",
        "Once you have sat for a while. What counts is sitting, whether or not you type; a walk counts as a break.",
        Section.BREAKS,
    )
    break_interval_minutes: int = _option(
        45, Number(15, 120, 5, "minutes"), "Remind me after", "30 to 60 minutes of sitting are usual.", Section.BREAKS
    )
    break_minutes: int = _option(
        2,
        Number(1, 10, 1, "minutes"),
        "Length of a break",
        "A walk, and what your week still lacks of what can be done standing or on a chair.",
        Section.BREAKS,
    )
    break_hours: str = _option(
        "", DayHours(), "Hours", "Such as “Mon–Fri 9:00–18:00, Sat 22:00–2:00”; empty means always.", Section.BREAKS
    )
    break_holds: tuple[str, ...] = _option(
        tuple(value for value, _label in HOLD_LABELS),
        Several(HOLD_LABELS),
        "Wait while",
        "A break that is due comes soon after.",
        Section.BREAKS,
    )
    who_reminds: str = _option(
        "ask",
        Choice(WHO_REMINDS_LABELS),
        "If my desktop reminds me, too",
        "While GNOME’s own reminder to move is on, Hipback waits. Choose Hipback, and it switches that one off.",
        Section.BREAKS,
    )
    break_surface: str = _option("automatic", Choice(SURFACE_LABELS), "A break is offered in", "", Section.BREAKS)
    standing_minutes: int = _option(
        60,
        Number(5, 240, 5, "minutes"),
        "Standing lasts",
        "How long “I’m standing” holds before sitting counts again.",
        Section.BREAKS,
    )
    starts_with_computer: bool = _option(
        False, Toggle(), "Start with the computer", "Without a window: it waits in the tray.", Section.BREAKS
    )
    on_close: str = _option(
        "reminds",
        Choice((("reminds", "Goes on reminding"), ("tray", "Stays in the tray"), ("quits", "Quits"))),
        "When the window is closed",
        "It goes on reminding from the tray; with the reminder off it quits.",
        Section.BREAKS,
    )
    theme: str = _option(
        "system",
        Choice((("system", "System"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))),
        "Theme",
        "",
        Section.LOOKS,
    )
    reduced_motion: bool = _option(
        False,
        Toggle(),
        "Less motion",
        "The ring moves once a second, and figures stand still.",
        Section.LOOKS,
    )
    keeps_screen_awake: bool = _option(
        True, Toggle(), "Keep the screen on", "In a session, and for five minutes of a pause.", Section.LOOKS
    )
    shows_media_controls: bool = _option(
        True,
        Toggle(),
        "Show the session in media controls",
        "On Linux, for headset buttons and the lock screen. A telephone that is paired with the desktop shows it, too.",
        Section.LOOKS,
    )
    room_scale: int = _option(
        100, Number(60, 200, 10, "%"), "Room view size", "100 % reads well from two metres.", Section.LOOKS
    )
    stretch_days: int = _option(3, Number(1, 7, 1, "days a week"), "Stretching goal", "", Section.GOALS)
    strength_days: int = _option(2, Number(0, 4, 1, "days a week"), "Strength goal", "", Section.GOALS)
    goals_paused: bool = _option(
        False,
        Toggle(),
        "Let the goals rest",
        "While you are ill or away; a week missed then does not count.",
        Section.GOALS,
    )
    week_begins: str = _option(
        "system",
        Choice((("system", "As usual here"), ("monday", "Monday"), ("sunday", "Sunday"), ("saturday", "Saturday"))),
        "The week begins on",
        "",
        Section.GOALS,
    )
    level: str = _option(
        "new",
        Choice((("new", "New to this"), ("some", "Some practice"), ("regular", "Regular"))),
        "How used to this are you?",
        "New: beginner exercises only. Regular: advanced ones too, once you switch them on.",
        Section.YOU,
    )
    minutes: int = _option(10, Number(2, 45, 1, "minutes"), "Minutes you usually have", "", Section.YOU)
    tight_areas: tuple[str, ...] = _option((), Several(AREA_LABELS), "Where does it feel tight?", "", Section.YOU)
    equipment: tuple[str, ...] = _option(
        (Equipment.MAT.value, Equipment.CHAIR.value, Equipment.WALL.value, Equipment.CUSHION.value),
        Several(EQUIPMENT_LABELS),
        "What do you have?",
        "",
        Section.YOU,
    )
    comfort_filters: tuple[str, ...] = _option(
        (), Several(FILTER_LABELS), "What would you rather leave out?", "These are your comfort choices.", Section.YOU
    )
    allows_advanced: bool = _option(
        False, Toggle(), "Offer advanced exercises", "Together with “Regular” above.", Section.YOU
    )
    allows_opt_in: bool = _option(
        False, Toggle(), "Offer low-back rolling and crunches", "Off unless you want them.", Section.YOU
    )
    left_out: tuple[str, ...] = _option(
        (), Listed(), "Left out for now", "Take an exercise off this list to be offered it again.", Section.YOU
    )
    strip_places: tuple[str, ...] = _option((), Listed())
    easier_next: tuple[str, ...] = _option((), Listed())
    own_session: tuple[str, ...] = _option((), Listed(60))
    past_goals: tuple[str, ...] = _option((), Listed())
    usual_week_begins: str = _option("monday", Words(20))
    cards_answered: tuple[str, ...] = _option((), Listed())
    goal_pauses: tuple[str, ...] = _option((), Listed())
    goes_gently_until: str = _option("", Words(40))
    safety_seen_at: str = _option("", Words(40))
    asked_about_session: str = _option("", Words(64))

    @property
    def first_day(self) -> str:
        """The day a week begins on; what is usual on this computer is looked up at each start."""
        return self.usual_week_begins if self.week_begins == "system" else self.week_begins


OPTIONS: tuple[Option, ...] = tuple(Option(key=f.name, default=f.default, **f.metadata) for f in fields(Settings))
