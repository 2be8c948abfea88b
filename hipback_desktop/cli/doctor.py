"""What works on this computer and what does not, each in one sentence with the next action."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.cli.output import print_json
from hipback_desktop.cli.remote import state_name
from hipback_desktop.cli.settings import read_settings
from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.desktop.control_client import NotRunningError, ask
from hipback_desktop.sound.examination import examined_output, examined_voice
from hipback_desktop.sound.voice import chosen_voice
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse

DONE, FAILED = 0, 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    ok: bool
    sentence: str


def examine(options: argparse.Namespace) -> int:
    """Looks at everything and prints what it found; 0 when all of it works."""
    settings = read_settings(options)
    voice = examined_voice(chosen_voice(settings.voice, settings.voice_rate))
    output = examined_output()
    findings = [
        Finding("voice", voice.ok, voice.sentence),
        Finding("sound", output.ok, output.sentence),
        _data(options),
        _content(),
        _window(options),
    ]
    works = all(finding.ok for finding in findings)
    if options.json:
        print_json({"works": works, "checks": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            print(f"{_outcome(finding.ok)}  {_part(finding.name)}  {finding.sentence}")
    return DONE if works else FAILED


def _outcome(ok: bool) -> str:
    works, fails = _("works"), _("FAILS")
    return f"{works if ok else fails:{max(len(works), len(fails))}}"


def _part(name: str) -> str:
    names = {
        "voice": _("voice"),
        "sound": _("sound"),
        "data": _("data"),
        "content": _("content"),
        "window": _("window"),
    }
    return f"{names[name]:{max(map(len, names.values()))}}"


def _data(options: argparse.Namespace) -> Finding:
    folders = paths.folders(options.data_dir)
    try:
        database = open_database(folders.database)
        sessions = len(SessionStore(database).records())
        notices = database.notices
        database.close()
    except HipbackError as error:
        return Finding("data", False, str(error))
    if notices:
        return Finding("data", False, " ".join(notices))
    sentence = ngettext("{count} session in {file}.", "{count} sessions in {file}.", sessions)
    return Finding("data", True, sentence.format(count=sessions, file=folders.database))


def _content() -> Finding:
    try:
        content = load_catalogue(paths.asset)
    except HipbackError as error:
        return Finding("content", False, _("{fault} Install Hipback again.").format(fault=error))
    sentence = _("{exercises} exercises, {routines} routines.")
    return Finding("content", True, sentence.format(exercises=len(content.exercises), routines=len(content.routines)))


def _window(options: argparse.Namespace) -> Finding:
    try:
        state = ask(paths.folders(options.data_dir).socket, {"command": "status"})["state"]
    except NotRunningError:
        return Finding("window", True, _("Not open."))
    except UserError as error:
        return Finding("window", False, str(error))
    return Finding("window", True, _("Open, session: {state}.").format(state=state_name(state)))
