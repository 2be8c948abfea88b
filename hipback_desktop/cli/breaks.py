"""Asks the sitting reminder of the running program something, and says how it stands."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from hipback_desktop import paths
from hipback_desktop.cli.output import print_json
from hipback_desktop.core.break_words import reason_text, sitting_text
from hipback_desktop.core.clock_time import clock_time
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.hours_words import weekday_text
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.presence import SEATED, SittingState
from hipback_desktop.core.prompt import Wait
from hipback_desktop.desktop.control_client import ask

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

DONE = 0
_MINUTE = 60


def send(options: argparse.Namespace) -> int:
    """Sends the request and prints where the reminder is after it."""
    request = {"command": "breaks", "action": options.action}
    if options.seconds is not None:
        request["seconds"] = options.seconds
    answer = ask(paths.folders(options.data_dir).socket, request)
    if options.json:
        print_json(answer)
    else:
        print(status_text(answer))
    return DONE


def status_text(answer: dict[str, Any]) -> str:
    """Where the reminder is, in a sentence or a few."""
    return " ".join(_sentences(answer))


def _sentences(answer: dict[str, Any]) -> Iterator[str]:
    is_asked_for = "plays" in answer  # a break that was asked for, which comes with the reminder off as well
    if is_asked_for:
        nothing = _("There is nothing to play that suits you now; get up for a moment.")
        yield _("A break begins in the window.") if answer["plays"] else nothing
    if not answer["on"]:
        yield _("The reminder itself stays off.") if is_asked_for else reason_text(Wait.SWITCHED_OFF)
        return
    reason = Hold(answer["reason"]) if answer["reason"] in set(Hold) else Wait(answer["reason"])
    state, minutes = SittingState(answer["sitting"]), int(answer["sat_seconds"] // _MINUTE)
    if state in SEATED and minutes:
        yield _("{state}: {minutes} min.").format(state=sitting_text(state), minutes=minutes)
    else:
        yield _("{state}.").format(state=sitting_text(state))
    if reason is Hold.PAUSED and answer["paused_until"]:
        yield _("Paused until {time}.").format(time=_time(answer["paused_until"]))
    elif reason is Wait.SNOOZED and answer["snoozed_until"]:
        yield _("The break is put off until {time}.").format(time=_time(answer["snoozed_until"]))
    elif answer["next_in_seconds"] > 0:
        yield _("A break is due after {minutes} min more of sitting.").format(
            minutes=max(1, -int(-answer["next_in_seconds"] // _MINUTE))
        )
    else:
        yield reason_text(reason)
    if not answer["sees_input"]:
        yield _("Hipback cannot see here whether you are at the computer, so the time alone counts.")


def _time(moment: str) -> str:
    at = datetime.fromisoformat(moment).astimezone()
    return f"{weekday_text(at)} {clock_time(at)}"
