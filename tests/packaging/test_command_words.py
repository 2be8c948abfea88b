"""The manual page and the completion of shells say what the command itself says."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date

import pytest
from build_steps import completion
from build_steps.command_words import commands, program
from build_steps.manual import manual_page

PAGE = manual_page("1.2.3", date(2026, 11, 26))
_ASK = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hipback; printf "%s\\n" "${COMPREPLY[@]}"'
ROUTINES = ["desk_reset_2", "full_20"]


def test_the_manual_has_every_request_and_every_option() -> None:
    plain = re.sub(r"\\f[BIR]", "", PAGE).replace("\\-", "-")
    for command in (*commands(), program()[0]):
        assert f".SS hipback {command.name}".strip() in plain
        for word in command.words:
            assert all(name in plain for name in word.names)


def test_no_text_of_the_manual_is_taken_for_a_request_to_the_formatter() -> None:
    requests = {line.split()[0] for line in PAGE.splitlines() if line.startswith((".", "'"))}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".B", ".br", ".PP"}


def test_the_manual_names_version_and_day() -> None:
    assert PAGE.startswith('.TH HIPBACK 1 "2026-11-26" "Hipback 1.2.3"')


def completed(*words: str) -> list[str]:
    """What bash offers for the last of the words."""
    # compopt speaks only to a completion that readline runs
    script = f"compopt() {{ :; }}\n{completion.bash(ROUTINES)}\n{_ASK}"
    command = ["bash", "--norc", "-c", script, "bash", "hipback", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")


@needs_bash
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("st",), ["start", "stats", "stop", "status"]),
        (("start", "de"), ["desk_reset_2"]),
        (("start", "full_20", "--f"), ["--fullscreen"]),
        (("breaks", "s"), ["status", "snooze"]),
        (("--ve",), ["--version"]),
        (("stop", ""), []),
    ],
)
def test_bash_offers_what_can_come_next(words: tuple[str, ...], offered: list[str]) -> None:
    assert completed(*words) == offered


@pytest.mark.parametrize("shell", [completion.zsh, completion.fish])
def test_the_other_shells_know_every_request_and_option(shell: object) -> None:
    assert callable(shell)
    text = shell(ROUTINES)
    for command in commands():
        assert command.name in text
        for word in command.options:
            assert all(name.lstrip("-") in text for name in word.names)
    assert "desk_reset_2" in text
