"""Sessions out to a file of the person's own, and in from one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hipback_desktop import paths
from hipback_desktop.cli.opening import opened_database, readable_database
from hipback_desktop.cli.output import say
from hipback_desktop.cli.settings import read_settings
from hipback_desktop.clock import SystemClock
from hipback_desktop.core.errors import UserError
from hipback_desktop.core.goals import goals_of
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.desktop.control_client import NotRunningError, ask
from hipback_desktop.storage.day_store import DayStore
from hipback_desktop.storage.exchange import export_sessions, import_sessions
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse

    from hipback_desktop.core.record import SessionRecord

DONE = 0


def write_sessions(options: argparse.Namespace) -> int:
    """Writes the sessions of the data folder to a file."""
    with readable_database(options) as database:
        count = export_sessions(SessionStore(database), options.file, _calendar_of(options, DayStore(database)))
    sentence = ngettext("{count} session written to {file}.", "{count} sessions written to {file}.", count)
    print(sentence.format(count=count, file=options.file))
    return DONE


def _calendar_of(options: argparse.Namespace, days: DayStore) -> Callable[[Iterable[SessionRecord]], Iterator[str]]:
    """How a calendar is written: with the days from today on that the goals still take."""

    def written(records: Iterable[SessionRecord]) -> Iterator[str]:
        from hipback_desktop.core.plan_days import planned_days
        from hipback_desktop.storage.session_calendar import calendar_lines

        settings, now = read_settings(options), SystemClock().now()
        planned = planned_days(goals_of(settings), now.date(), days.days(), settings.first_day)
        return calendar_lines(records, planned, now)

    return written


def take_in_sessions(options: argparse.Namespace) -> int:
    """Merges the sessions of a file into the data folder."""
    with opened_database(options) as database:
        merge = import_sessions(SessionStore(database), options.file, SystemClock().now())
    sentence = _("Sessions: {added} new, {changed} made fuller, {unchanged} there already.")
    print(sentence.format(added=merge.added, changed=merge.changed, unchanged=merge.unchanged))
    if merge.deleted:
        deleted = ngettext(
            "{count} was deleted here before, and stays so.",
            "{count} were deleted here before, and stay so.",
            merge.deleted,
        )
        print(deleted.format(count=merge.deleted))
    if merge.added or merge.changed:
        _tell_running(options)
    return DONE


def _tell_running(options: argparse.Namespace) -> None:
    """Lets the program that is open show them; one that cannot be told finds them by itself, a little later."""
    try:
        ask(paths.folders(options.data_dir).socket, {"command": "look_again"})
    except NotRunningError:
        return
    except UserError:
        say(_("The Hipback that is open shows them when you next go to another page."))


COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = MappingProxyType(
    {"export": write_sessions, "import": take_in_sessions}
)
