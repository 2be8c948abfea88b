"""What works on this computer and what does not, each in one sentence with the next action."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from hipback_desktop import paths
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.cli.breaks import status_text
from hipback_desktop.cli.opening import copied_database
from hipback_desktop.cli.output import print_json
from hipback_desktop.cli.remote import state_name
from hipback_desktop.cli.settings import read_settings
from hipback_desktop.core.errors import HipbackError, UserError
from hipback_desktop.core.language import gettext as _
from hipback_desktop.core.language import ngettext
from hipback_desktop.desktop.control_client import NotRunningError, ask
from hipback_desktop.desktop.surface_findings import (
    SurfaceFinding,
    keep_awake_found,
    media_keys_found,
    notifications_found,
    tray_found,
)
from hipback_desktop.desktop.together import together
from hipback_desktop.sound.examination import examined_output, examined_voice
from hipback_desktop.sound.voice import chosen_voice
from hipback_desktop.storage.foreseeing import foresee_faults
from hipback_desktop.storage.recovery import forecast_of
from hipback_desktop.storage.session_store import SessionStore

if TYPE_CHECKING:
    import argparse

    from hipback_desktop.core.settings import Settings
    from hipback_desktop.core.what_works import SignLine

DONE, FAILED = 0, 1
SURFACES = ("notifications", "tray", "keep_awake", "media_keys")
"""What a desktop may be without: something else stands in for each, or nothing needs to."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; Hipback does without one that is not needed."""

    name: str
    ok: bool
    sentence: str
    needed: bool = True
    sources: tuple[dict[str, object], ...] = ()


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
        *_signs(),
        *_surfaces(),
        _reminder(options, settings),
    ]
    works = all(finding.ok for finding in findings if finding.needed)
    if options.json:
        print_json({"works": works, "checks": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            print(f"{_outcome(finding)}  {_part(finding.name)}  {finding.sentence}")
    return DONE if works else FAILED


def _outcome(finding: Finding) -> str:
    works, fails, unknown, missing = outcomes = _("works"), _("FAILS"), _("unknown"), _("missing")
    unneeded = missing if finding.name in SURFACES else unknown
    outcome = works if finding.ok else fails if finding.needed else unneeded
    return f"{outcome:{max(map(len, outcomes))}}"


def _part(name: str) -> str:
    names = {
        "voice": _("voice"),
        "sound": _("sound"),
        "data": _("data"),
        "content": _("content"),
        "window": _("window"),
        "idle_seconds": _("idle time"),
        "is_locked": _("screen lock"),
        "is_inhibited": _("screen kept awake"),
        "is_called": _("calls"),
        "is_undisturbed": _("do not disturb"),
        "is_full_screen": _("full screen"),
        "desktop_reminds": _("desktop reminders"),
        "notifications": _("notifications"),
        "tray": _("tray"),
        "keep_awake": _("screen stays on"),
        "media_keys": _("media keys"),
        "reminder": _("reminder"),
    }
    return f"{names[name]:{max(map(len, names.values()))}}"


def _data(options: argparse.Namespace) -> Finding:
    """Looked at in a copy: what has to be put right is for the program itself, whose window says so."""
    path, sessions = paths.folders(options.data_dir).database, 0
    try:
        foresee_faults(path)
        if path.exists():
            with copied_database(path) as database:
                if database.notices:
                    return Finding("data", False, forecast_of(database.recovery))
                sessions = len(SessionStore(database).records())
    except HipbackError as error:
        return Finding("data", False, str(error))
    sentence = ngettext("{count} session in {file}.", "{count} sessions in {file}.", sessions)
    return Finding("data", True, sentence.format(count=sessions, file=path))


def _content() -> Finding:
    try:
        content = load_catalogue(paths.asset)
    except HipbackError as error:
        return Finding("content", False, _("{fault} Install Hipback again.").format(fault=error))
    sentence = _("{exercises} exercises, {routines} routines.")
    return Finding("content", True, sentence.format(exercises=len(content.exercises), routines=len(content.routines)))


def _surfaces() -> list[Finding]:
    """Where a break can be offered, whether the screen stays on, and who hears media keys."""
    late = SurfaceFinding(False, _("It did not answer within two seconds."))
    answers = together(
        [notifications_found, lambda: tray_found(os.environ), lambda: keep_awake_found(os.environ), media_keys_found]
    )
    found = [answer or late for answer in answers]
    return [Finding(name, each.ok, each.sentence, needed=False) for name, each in zip(SURFACES, found, strict=True)]


def _reminder(options: argparse.Namespace, settings: Settings) -> Finding:
    """What the running program says of it; else what it would do."""
    try:
        answer = ask(paths.folders(options.data_dir).socket, {"command": "breaks", "action": "status"})
    except NotRunningError:
        sentence = _("On, while Hipback runs.") if settings.breaks_on else _("Off, until you switch it on.")
        return Finding("reminder", True, sentence)
    except UserError as error:
        return Finding("reminder", False, str(error))
    return Finding("reminder", True, status_text(answer))


def _window(options: argparse.Namespace) -> Finding:
    try:
        state = ask(paths.folders(options.data_dir).socket, {"command": "status"})["state"]
    except NotRunningError:
        return Finding("window", True, _("Not open."))
    except UserError as error:
        return Finding("window", False, str(error))
    return Finding("window", True, _("Open, session: {state}.").format(state=state_name(state)))


def _signs() -> list[Finding]:
    """What the sitting reminder sees; what it does not see only makes it choose its moment less well."""
    from hipback_desktop.breaks.presence.examination import examined
    from hipback_desktop.breaks.presence.report import sign_lines
    from hipback_desktop.breaks.presence.table import probes_of

    lines = sign_lines(examined(probes_of(sys.platform, os.environ)))
    return [Finding(line.id, line.is_known, _sign_sentence(line), False, _sources(line)) for line in lines]


def _sources(line: SignLine) -> tuple[dict[str, object], ...]:
    return tuple({"name": source.id, "ok": source.is_known, "sentence": source.says} for source in line.sources)


def _sign_sentence(line: SignLine) -> str:
    """What is the case; or who was asked, and what each of them answered."""
    if line.is_known or not line.sources:
        return line.says
    answers = [_("{source}: {answer}").format(source=source.name, answer=source.says) for source in line.sources]
    return " ".join([line.says, *answers])
