"""Everything of a person's in one file, and back in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop import paths
from hipback_desktop.cli.opening import opened_database, readable_database
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.control_client import NotRunningError, ask
from hipback_desktop.storage.whole_backup import back_up_all, restore_all

if TYPE_CHECKING:
    import argparse

DONE = 0


def back_up(options: argparse.Namespace) -> int:
    """Writes the data folder to a file."""
    with readable_database(options) as database:
        back_up_all(database, paths.folders(options.data_dir).settings, options.file)
    print(_("Your sessions and settings are in {file}.").format(file=options.file))
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Puts a backup in the place of the data folder; not in the middle of a session, which is part of what is there."""
    folders = paths.folders(options.data_dir)
    if _asked(options, "status") in ("running", "paused"):
        raise UserError(_("A session is running; stop it first, with “hipback stop”."))
    with opened_database(options) as database:
        restore_all(database, folders.settings, options.file)
    try:
        state = _asked(options, "take_up")
    except UserError as error:
        sentence = _(
            "Your sessions and settings are those of {file}, but the Hipback that is open did not take them over; "
            "choose “Quit Hipback” in the menu of its icon, or close its window, and open it again."
        )
        raise UserError(sentence.format(file=options.file)) from error
    print(_("Your sessions and settings are those of {file}.").format(file=options.file))
    if state is not None:
        print(_("The Hipback that is open has taken them over."))
    return DONE


def _asked(options: argparse.Namespace, command: str) -> str | None:
    """What the running program is doing after the command, None without one."""
    try:
        return str(ask(paths.folders(options.data_dir).socket, {"command": command})["state"])
    except NotRunningError:
        return None


COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = MappingProxyType(
    {"backup": back_up, "restore": restore}
)
