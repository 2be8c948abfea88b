"""The ``hipback`` command: reads its words, runs one request, and says in one sentence what went wrong.

Qt is imported only when a window is needed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hipback_desktop.cli.log import log_if_asked
from hipback_desktop.cli.output import finish, give_up_reader, say, take_any_text
from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.languages import use_wished_language
from hipback_desktop.paths import data_dir_of_environment

if TYPE_CHECKING:
    import argparse

DONE, FAILED, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Runs the command and returns its exit code: 0 done, 1 the request failed, 2 wrong usage."""
    take_any_text()
    log_if_asked()
    use_wished_language()
    try:
        code = _obey(sys.argv[1:] if arguments is None else arguments)
        finish()
    except UserError as error:
        return _fail(str(error))
    except HipbackError as error:
        return _fail(_("{fault}; this should not happen, please report it.").format(fault=error))
    except BrokenPipeError:
        give_up_reader()
        return FAILED
    except OSError as error:
        give_up_reader()
        return _fail(_("The system did not allow it ({reason}); put that right and try again.").format(reason=error))
    except KeyboardInterrupt:
        return FAILED
    return code


def _fail(sentence: str) -> int:
    say(sentence)
    return FAILED


def _obey(arguments: list[str]) -> int:
    if arguments in ([], ["--tray"]):
        return _open_window_plainly(waits=bool(arguments))
    *options, last = arguments
    data_dir = _data_dir_alone(options)
    if (not options or data_dir is not None) and _is_handed_over(last):
        return _open_what_was_handed_over(last, data_dir or data_dir_of_environment())
    from hipback_desktop.cli.parser import parsed

    return run(parsed(arguments))


def _is_handed_over(word: str) -> bool:
    """Whether it is a link or a file, as a desktop gives them: the last word, so that it brings no options."""
    from hipback_desktop.core.links import is_link

    return is_link(word) or (not word.startswith("-") and word.endswith(".json"))


def _data_dir_alone(options: list[str]) -> Path | None:
    """The data folder, where that is all that is said; None where it is something else, or nothing."""
    match options:
        case ["--data-dir", folder] if not folder.startswith("-"):
            return Path(folder)
        case [option] if option.startswith("--data-dir="):
            return Path(option.removeprefix("--data-dir="))
    return None


def _open_what_was_handed_over(opened: str, data_dir: Path | None) -> int:
    from hipback_desktop.app.start import Start
    from hipback_desktop.cli.window import open_window

    return open_window(data_dir, Start(opened, is_opened=True))


def _open_window_plainly(*, waits: bool) -> int:
    """The usual starts, which need neither wait for the parser of the other commands nor keep it."""
    from hipback_desktop.cli.window import open_window

    return open_window(data_dir_of_environment(), waits=waits)


def run(options: argparse.Namespace) -> int:
    """Runs one parsed command; the module of each is imported only here."""
    command = options.command
    if command in (None, "start"):
        from hipback_desktop.app.start import Start
        from hipback_desktop.cli.window import open_window

        start = None
        if command == "start":
            start = Start(options.routine, options.speed, options.fullscreen, options.mute)
        return open_window(options.data_dir, start, waits=command is None and options.tray)
    if command in ("routines", "exercises", "plan", "check"):
        from hipback_desktop.cli import content

        return content.COMMANDS[command](options)
    if command in ("history", "stats", "export", "import", "backup", "restore"):
        return _run_on_sessions(options)
    if command == "breaks":
        from hipback_desktop.cli import breaks

        return breaks.send(options)
    if command == "doctor":
        from hipback_desktop.cli.doctor import examine

        return examine(options)
    from hipback_desktop.cli.remote import send

    return send(options)


def _run_on_sessions(options: argparse.Namespace) -> int:
    """What needs no more than the person's sessions."""
    if options.command == "history":
        from hipback_desktop.cli.history import show_history

        return show_history(options)
    if options.command == "stats":
        from hipback_desktop.cli.stats import show_stats

        return show_stats(options)
    if options.command in ("backup", "restore"):
        from hipback_desktop.cli import keeping

        return keeping.COMMANDS[options.command](options)
    from hipback_desktop.cli import exchange

    return exchange.COMMANDS[options.command](options)
