"""On which day a week begins where the person lives, as far as the system says where that is."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hipback_desktop.core.settings import Settings

_VARIABLES: Final = ("LC_ALL", "LC_TIME", "LANG")
_TERRITORY: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?_([A-Z]{2})\b")
# Unicode CLDR, supplemental data, firstDay; everywhere else it is Monday.
_SATURDAY: Final = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
_SUNDAY: Final = (
    "AG AO AS BD BR BS BT BW BZ CA CO CV DM DO ET GT GU GW HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP "
    "PA PE PH PK PR PT PY SA SG ST SV TH TL TT TW UM US VE VI WS YE ZA ZW"
)


def with_usual_week(settings: Settings) -> Settings:
    """The settings with the day that is usual here."""
    return replace(settings, usual_week_begins=usual_first_day(os.environ))


def usual_first_day(environment: Mapping[str, str]) -> str:
    """“monday”, “saturday” or “sunday”."""
    if sys.platform == "win32":
        return _day_of_windows()
    told = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    found = _TERRITORY.match(told)
    territory = found[1] if found else None
    if territory in _SATURDAY.split():
        return "saturday"
    return "sunday" if territory in _SUNDAY.split() else "monday"


def _day_of_windows() -> str:  # not run so far: Windows
    if sys.platform != "win32":
        return "monday"
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key:
            return day_of_number(winreg.QueryValueEx(key, "iFirstDayOfWeek")[0])
    except OSError:  # nobody has set it
        return "monday"


def day_of_number(number: object) -> str:
    """The day of what the registry of Windows has: a number as text, Monday being 0."""
    return {"5": "saturday", "6": "sunday"}.get(str(number), "monday")
