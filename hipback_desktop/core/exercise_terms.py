"""The words an exercise is described with (domain.md §6 to §8), apart from it: the first frame needs no more."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """The part of a session an exercise belongs to."""

    WARM_UP = "warm_up"
    SMR = "smr"
    STRETCH = "stretch"
    STRENGTHEN = "strengthen"
    CALM = "calm"


class Mode(StrEnum):
    """How the dose of an exercise is counted."""

    HOLD = "hold"
    REPS = "reps"
    TIMED = "timed"
    ROLL = "roll"


class Sides(StrEnum):
    """How an exercise treats the two sides of the body."""

    NONE = "none"
    EACH = "each"
    ALTERNATING = "alternating"


class Side(StrEnum):
    """The side that works; right comes first (domain.md §8.1)."""

    RIGHT = "right"
    LEFT = "left"


class Position(StrEnum):
    """The coarse class that decides the lead-in between two exercises (domain.md §8.1)."""

    STANDING = "standing"
    CHAIR = "chair"
    ALL_FOURS = "all_fours"
    HALF_KNEELING = "half_kneeling"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side_lying"
    FLOOR_SEATED = "floor_seated"


class SeesScreen(StrEnum):
    """Whether the person can see a screen two metres beside the mat while doing an exercise."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Area(StrEnum):
    """What a person would call tight (domain.md §6)."""

    HIP_FLEXORS = "hip_flexors"
    QUADS = "quads"
    GLUTES = "glutes"
    DEEP_ROTATORS = "deep_rotators"
    HAMSTRINGS = "hamstrings"
    LOWER_BACK = "lower_back"
    OUTER_HIP = "outer_hip"
    SIDE_WAIST = "side_waist"
    INNER_THIGH = "inner_thigh"
    CORE = "core"
    WHOLE_HIP = "whole_hip"


class Bias(StrEnum):
    """What the low back does in an exercise."""

    NEUTRAL = "neutral"
    ROUNDS = "rounds"
    ARCHES = "arches"
    TWISTS = "twists"
    MOVES = "moves"


class Comfort(StrEnum):
    """Something a person may wish to skip (domain.md §6)."""

    KNEEL = "kneel"
    ON_BACK = "on_back"
    ON_FRONT = "on_front"
    ON_SIDE = "on_side"
    FLOOR_SIT = "floor_sit"
    STANDING_BALANCE = "standing_balance"
    WRISTS = "wrists"
    DEEP_HIP_BEND = "deep_hip_bend"
    CROSSES_LEG = "crosses_leg"
    KNEE_TWIST = "knee_twist"
    PRESSURE_TOOL = "pressure_tool"
    NEEDS_SPACE = "needs_space"


class Equipment(StrEnum):
    """What an exercise needs (domain.md §13); needing nothing is an empty tuple."""

    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    CUSHION = "cushion"
    COUCH = "couch"
    STRAP = "strap"
    STEP = "step"
    ROLLER = "roller"
    SMALL_BALL = "small_ball"
    LARGE_BALL = "large_ball"
    STABILITY_BALL = "stability_ball"
    BAND = "band"
    WEIGHTS = "weights"
    MACHINE = "machine"
    BIKE = "bike"


class Level(StrEnum):
    """Who an exercise is for (domain.md §7.5)."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"

    @property
    def rank(self) -> int:
        """0 for beginner, rising."""
        return list(Level).index(self)


class Origin(StrEnum):
    """Where an exercise comes from: the source articles, or our own additions (domain.md §14)."""

    SEED = "seed"
    SUPPORT = "support"
    DERIVED = "derived"
