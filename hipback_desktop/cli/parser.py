"""The words of the ``hipback`` command."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from hipback_desktop import __version__
from hipback_desktop.cli.log import VARIABLE
from hipback_desktop.core.duration_words import seconds_from
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import marked
from hipback_desktop.paths import data_dir_of_environment

MOST_WEEKS: Final = 1040  # twenty years
BREAK_REQUESTS: Final = ("status", "pause", "resume", "snooze", "now", "answer")
_MINUTE, _HOUR = 60, 3600
_LENGTHS: Final[Mapping[str, tuple[str, float, float]]] = MappingProxyType(
    {"pause": ("1h", _MINUTE, 24 * _HOUR), "snooze": ("10m", _MINUTE, _HOUR)}
)
"""The usual length, the least and the most."""
REMOTE_COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pause": marked("pause the running session"),
        "resume": marked("go on with the running session"),
        "next": marked("go to the next exercise"),
        "previous": marked("restart the exercise; twice, go to the one before"),
        "stop": marked("end the running session; what was done is kept"),
        "status": marked("what the running program is doing"),
    }
)


def parsed(arguments: list[str] | None) -> argparse.Namespace:
    """The options of a command line; ends the program with code 2 and a sentence when they are wrong."""
    # Not a default of the parser: a subcommand's copy of the option would put it back in place of what was given.
    parser = new_parser()
    options = parser.parse_args(arguments, argparse.Namespace(data_dir=data_dir_of_environment()))
    if options.command == "breaks":
        options.seconds = _break_seconds(parser, options)
    return options


def new_parser() -> argparse.ArgumentParser:
    """Reads the words of a command line; the manual page and the completion of shells are made from it as well."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=_("keep every file of the program under DIR (or set HIPBACK_DATA_DIR)"),
    )
    machine = argparse.ArgumentParser(add_help=False)
    machine.add_argument("--json", action="store_true", help=_("print one JSON document and nothing else"))
    parser = argparse.ArgumentParser(
        prog="hipback",
        description=_("Guided sessions for hips and lower backs that feel stiff. Without a command, opens the window."),
        epilog=_("With {variable}=debug in the environment, the program tells on standard error what it does.").format(
            variable=VARIABLE
        ),
        parents=[shared],
    )
    parser.set_defaults(command=None)
    parser.add_argument(
        "--version", action="version", version=f"hipback {__version__}", help=_("say which version this is")
    )
    parser.add_argument("--tray", action="store_true", help=_("without a command: wait in the tray, without a window"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))

    def add(name: str, text: str, *, has_json: bool = True) -> argparse.ArgumentParser:
        parents = [shared, machine] if has_json else [shared]
        return commands.add_parser(name, help=text, description=text[:1].upper() + text[1:] + ".", parents=parents)

    _add_commands(add)
    return parser


def _add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    start = add("start", _("open the window already playing a routine"), has_json=False)
    start.add_argument("routine", metavar="ROUTINE", help=_("a routine’s id, or its file"))
    start.add_argument("--speed", type=_speed, default=1.0, metavar="X", help=_("run the clock X times as fast"))
    start.add_argument("--fullscreen", action="store_true", help=_("fill the screen"))
    start.add_argument("--mute", action="store_true", help=_("without sound"))
    add("routines", _("list the routines"))
    add("exercises", _("list the exercises"))
    plan = add("plan", _("show the compiled timeline of a routine with its cues"))
    plan.add_argument("routine", metavar="ROUTINE", help=_("a routine’s id, or its file"))
    check = add("check", _("check routine and exercise files"), has_json=False)
    check.add_argument("files", metavar="FILE", nargs="+", type=Path)
    history = add("history", _("list what was done"))
    history.add_argument("--since", type=_day, metavar="DATE", help=_("only from this day on, as 2026-11-30"))
    stats = add("stats", _("show the last weeks beside their goals"))
    stats.add_argument("--weeks", type=_weeks, default=8, metavar="N", help=_("how many; 8 unless told otherwise"))
    files = {
        "export": _("write every session to a file that ends in .json, .csv for spreadsheets, or .ics for calendars"),
        "backup": _("write everything of yours to one file, also while Hipback runs"),
        "restore": _("put a backup in the place of what is there"),
        "import": _("take in the sessions of a file that was exported; those that are there stay"),
    }
    for name, text in files.items():
        add(name, text, has_json=False).add_argument("file", metavar="FILE", type=Path)
    for name, text in REMOTE_COMMANDS.items():
        add(name, _(text))
    _add_breaks(add("breaks", _("the sitting reminder of the running program")))
    add("doctor", _("say what works here and what does not"))


def _add_breaks(breaks: argparse.ArgumentParser) -> None:
    """A length of time goes with some of the requests, each with its usual one."""
    breaks.add_argument(
        "action",
        metavar="REQUEST",
        choices=BREAK_REQUESTS,
        help=_("one of: {requests}").format(requests=", ".join(BREAK_REQUESTS)),
    )
    breaks.add_argument(
        "length", nargs="?", metavar="LENGTH", help=_("of a pause (1h unless told otherwise) or a snooze (10m)")
    )


def _break_seconds(parser: argparse.ArgumentParser, options: argparse.Namespace) -> float | None:
    usual, least, most = _LENGTHS.get(options.action, (None, 0, 0))
    if usual is None:
        if options.length is not None:
            parser.error(_("“{request}” takes no length of time").format(request=options.action))
        return None
    try:
        return seconds_from(options.length or usual, least, most)
    except UserError as error:
        parser.error(str(error).removesuffix("."))


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not 0.1 <= speed <= 1000:
        raise argparse.ArgumentTypeError(_("“{text}” is not a speed from 0.1 to 1000").format(text=text))
    return speed


def _weeks(text: str) -> int:
    if not (text.isdecimal() and text.isascii() and 1 <= int(text[:9]) <= MOST_WEEKS):
        sentence = _("“{text}” is not a number of weeks from 1 to {most}")
        raise argparse.ArgumentTypeError(sentence.format(text=text, most=MOST_WEEKS))
    return int(text)


def _day(text: str) -> Any:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a day such as 2026-11-30").format(text=text)) from None
