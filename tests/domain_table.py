"""The numbers of the domain reference as the tests know them: data read from it once, never derived from our files."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

_TABLE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "catalogue" / "domain_table.json").read_text(encoding="utf-8")
)

EXERCISES: Final = MappingProxyType(_TABLE["exercises"])
LADDERS: Final[tuple[list[str], ...]] = tuple(_TABLE["ladders"])
ROUTINES: Final = MappingProxyType(_TABLE["routines"])
DERIVED: Final = (
    "light_cardio_march",
    "mcgill_curl_up",
    "side_plank_knees",
    "adductor_butterfly",
    "side_bend_standing",
    "sit_to_stand",
)

LEAD_IN_SAME: Final = 8
LEAD_IN_CHANGE: Final = 15
SIDE_SWITCH: Final = 5
REST_STRETCH: Final = 8
REST_SMR: Final = 5
REST_STRENGTH: Final = 30
REST_BETWEEN_ROUNDS: Final = 15
