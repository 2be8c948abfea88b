"""What a person would rather leave out (evidence.md §14.1)."""

from __future__ import annotations

from enum import StrEnum


class ComfortFilter(StrEnum):
    """A preference instead of a diagnosis; what each drops is the table of evidence.md §14.1."""

    NO_KNEELING = "no_kneeling"
    NOT_ON_BACK = "not_on_back"
    NOT_ON_FRONT = "not_on_front"
    NOT_ON_SIDE = "not_on_side"
    NO_FLOOR_SITTING = "no_floor_sitting"
    NO_ROUNDING = "no_rounding"
    NO_ARCHING = "no_arching"
    NO_TWISTING = "no_twisting"
    NO_DEEP_HIP_BEND = "no_deep_hip_bend"
    EASY_ON_KNEES = "easy_on_knees"
    EASY_ON_WRISTS = "easy_on_wrists"
    NO_BALANCING = "no_balancing"
    NO_PRESSURE_TOOLS = "no_pressure_tools"
    LITTLE_SPACE = "little_space"
