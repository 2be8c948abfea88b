"""Every text that a person can come across is in the template for translators."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import words
from babel.messages.catalog import Catalog

from hipback_desktop import paths
from tests.test_words import IDENTIFIER, SQL

PACKAGE = words.ROOT / "hipback_desktop"
TRANSLATE = {"_", "gettext", "ngettext", "marked"}

FOR_PROGRAMMERS = {
    "ValueError",
    "TypeError",
    "AssertionError",
    "LookupError",
    "BugError",
    "UnreadableRowError",  # a row is put aside, the reason goes into the log
    "AudioError",  # a phrase is shown instead, the reason goes into the log
}
NOT_WORDS = {  # files, or texts in a file, that are in no language or that only programmers read
    "ui/style_sheet.py": "",
    "ui/page_styles.py": "",
    "storage/migrations.py": "",
    "storage/day_table.py": "",  # statements and parts of them
    "storage/day_sums.py": "",  # the same
    "storage/rating_table.py": "",  # the same
    "storage/review_store.py": "",  # the same
    "storage/share_column.py": "",  # the same
    "storage/session_store.py": r"( (WHERE|ORDER BY) .*|started_utc_us .*|\)\s+ORDER BY .*)",  # parts of statements
    "storage/session_json.py": r'(.*\\s\*.*|\{?"format.*|", "sessions".*|\s+\]\}\s+)',  # patterns, and the file's frame
    "catalogue/catalogue.py": "no content in ",  # a fault of ours
    "catalogue/schema.py": "whole number|an? \\w+ file|for exercises of mode ",  # for assets/README.md
    "catalogue/figure_schema.py": "a figure file|what is different in the | way|the | side, after both",
    "app/figure_sheet.py": ".*",  # for the people who write figures
    "cli/parser.py": "hipback ",
    "cli/output.py": "hipback: ",
    "desktop/control_client.py": r".*pipe",
    "desktop/keep_awake_bus.py": "no service .*",  # for the log
    "desktop/keep_awake_windows.py": "not Windows",  # a fault of ours
    "desktop/bus_object.py": r".* takes \(|\), not \(|.*[<=].*",  # for programmers, and the XML of D-Bus
    "desktop/mpris.py": "(media keys|the bus) .*",  # for the log
    "desktop/notifications.py": r".*(sender|interface|type|member)='.*",  # what of the bus is listened to
    "desktop/autostart_portal.py": ".*(sender|interface|type|member)='.*",  # what of the bus is listened to
    "desktop/autostart.py": r"import sys.*|\); from .*",  # a program in a line
    "desktop/autostart_windows.py": r"Software\\.*",  # the registry
    "desktop/autostart_xdg.py": r"\[Desktop Entry\]",
    "breaks/presence/calls_windows.py": r"Software\\.*|not Windows",
    "breaks/presence/idle_windows.py": "not Windows",  # a fault of ours
    "breaks/presence/notification_state_windows.py": "not Windows",  # the same
    "breaks/presence/desktop_reminds.py": "'movement'",
    "breaks/presence/microphone.py": "peak detect|easy effects|noise suppression",  # names of programs
    "core/duration_words.py": r".*\\s.*",  # patterns
    "core/hours_words.py": r".*\\[sd].*",  # the same
    "desktop/languages.py": r".*\[.*",  # patterns
    "desktop/first_weekday.py": r".*\[.*|Control Panel\\International",  # patterns, and a place in the registry
    "storage/history_store.py": ".*",  # parts of statements
    "storage/session_calendar.py": "-//Hipback.*",  # the name of this program for others
    "storage/whole_file.py": r".*\[.*",  # patterns
    "cli/log.py": r"%\(asctime\)s.*",
    "storage/backup.py": r"\?mode=ro.*",
    "sound/wav.py": ">.*",
    "sound/render.py": r"(native|system|bundled) .*",  # names of programs
    "sound/process.py": "exit status|could not start",  # for the log
    "sound/player_link.py": "does not answer|did not finish ",  # for the log
    "sound/voice.py": ".*",  # ids beside the names the program shows
    "ui/session_keys.py": r"Ctrl \+ \w+",  # names of keys
}


def literals_of(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that have a space and a letter, but docstrings, statements, log lines and patterns."""
    unread = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if is_for_programmers(node) or (isinstance(node, ast.JoinedStr) and is_layout(node)):
            unread |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in unread:
            continue
        if re.search(r"[a-z]", node.value) and not IDENTIFIER.fullmatch(node.value) and not SQL.match(node.value):
            yield node.value


def is_for_programmers(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return called in FOR_PROGRAMMERS or called.rpartition(".")[0] in {"_log", "logger", "re"}


def is_layout(node: ast.JoinedStr) -> bool:
    """Whether the fixed parts of a formatted text are only signs between words."""
    return not any(isinstance(part, ast.Constant) and re.search(r"[^\W\d_]", str(part.value)) for part in node.values)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.fixture(scope="module")
def template() -> Catalog:
    return words.template()


@pytest.fixture(scope="module")
def found(template: Catalog) -> set[str]:
    """Every text in the template, singular and plural."""
    ids = [message.id for message in template if message.id]
    return {text for each in ids for text in ([each] if isinstance(each, str) else each)}


def test_every_sentence_of_the_code_is_found(found: set[str]) -> None:
    missed = [
        f"{name_of(path)}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if NOT_WORDS.get(name_of(path)) != ""
        for text in literals_of(ast.parse(path.read_text(encoding="utf-8")))
        if text not in found and not re.fullmatch(NOT_WORDS.get(name_of(path)) or "(?!)", text)
    ]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "Good morning",  # app
        "must be a list, not {found}",  # catalogue
        "list the routines",  # cli
        "Come out slowly.",  # core
        "Hipback is not running; start it with “hipback”.",  # desktop
        "There is no home folder for “{name}”; name the whole folder instead.",  # paths
        "No sound device was found: cues are shown on the screen only. Connect one and sound returns by itself.",
        "The disk with {path} is full; free some space and try again.",  # storage
        "Restore defaults",  # ui
        "words a minute",  # a unit of a setting
        "What suits you",  # a section
        "Cushion or folded towel",  # a choice
        "the id of the exercise",  # the schema
        "usage: ",  # argparse
        "{count} rep",
        "{count} reps",
    ],
)
def test_each_room_is_searched(found: set[str], text: str) -> None:
    assert text in found


def test_every_text_of_the_content_is_found(found: set[str]) -> None:
    for name, keys in (("exercises/cat_cow.json", ("name", "steps", "cues", "avoid")), ("phases.json", ("stretch",))):
        document = json.loads(paths.asset(name).read_text(encoding="utf-8"))
        assert set(texts_in([document[key] for key in keys])) - found == set()


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def test_ids_are_not_translated(found: set[str]) -> None:
    assert not found & {"cat_cow", "hip_flexors", "hipback-exercise", "warm_up", ""}


def test_what_is_translated_stands_there_whole() -> None:
    """A text that is put together before it is translated would be found in no catalogue."""
    wrong = [
        f"{name_of(path)}, line {node.lineno}: {ast.unparse(node)}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in TRANSLATE
        for argument in node.args[:2]
        if isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call)
    ]
    assert wrong == []


def test_the_template_is_written_where_it_is_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert words.main([str(tmp_path / "new" / "hipback.pot")]) == 0
    assert 'msgid "Come out slowly."' in (tmp_path / "new" / "hipback.pot").read_text(encoding="utf-8")
    assert capsys.readouterr().out.strip().endswith("hipback.pot")


def test_translators_are_told_what_a_text_does_not_tell_itself(template: Catalog) -> None:
    message = template.get("dddd, d MMMM yyyy")
    assert message is not None
    assert "leave the letters" in " ".join(message.auto_comments)
