"""Sessions out to a file of the person's own, and in from one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop.cli.opening import opened_database
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse

DONE = 0


def write_sessions(options: argparse.Namespace) -> int:
    """Writes the sessions of the data folder to a file."""
    with opened_database(options) as database:
        count = export_sessions(SessionStore(database), options.file)
    sentence = ngettext("{count} session written to {file}.", "{count} sessions written to {file}.", count)
    print(sentence.format(count=count, file=options.file))
    return DONE


def take_in_sessions(options: argparse.Namespace) -> int:
    """Merges the sessions of a file into the data folder."""
    with opened_database(options) as database:
        merge = import_sessions(SessionStore(database), options.file)
    sentence = _("Sessions: {added} new, {changed} made fuller, {unchanged} there already.")
    print(sentence.format(added=merge.added, changed=merge.changed, unchanged=merge.unchanged))
    return DONE


COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = MappingProxyType(
    {"export": write_sessions, "import": take_in_sessions}
)
