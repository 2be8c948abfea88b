"""Times of day as clocks are read where the person lives, where there is no Qt to ask."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_SIX_IN_THE_EVENING = time(18, 5)
_TWELVE_HOURS = re.compile(r"\D*0?6\b")


def clock_time(at: datetime, like: str = "") -> str:
    """“18:05”, or “6:05 PM” where 18:05 is written ``like`` that: usually as the system's locale does."""
    written = like or _SIX_IN_THE_EVENING.strftime("%X")
    return f"{at:%I:%M %p}".lstrip("0") if _TWELVE_HOURS.match(written) else f"{at:%H:%M}"
