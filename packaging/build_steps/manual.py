"""The manual page, made from the words of the command."""

from __future__ import annotations

import textwrap
from datetime import date

from build_steps.command_words import Command, Word, commands, program

_FILES = """\
~/.local/share/hipback | Sessions, settings and backups.
~/.cache/hipback | Spoken cues; may be deleted at any time."""
_STATUS = """\
0 | Done.
1 | The request failed; one sentence on standard error says why and what to do.
2 | Wrong usage."""


def manual_page(version: str, day: date) -> str:
    """The page as roff, for ``man 1 hipback``."""
    itself, ending = program()
    head = f'.TH HIPBACK 1 "{day:%Y-%m-%d}" "Hipback {version}" "User Commands"'
    summary = "guided sessions for stiff hips and lower backs"
    requests = [line for command in commands() for line in _request(command)]
    lines = [
        head,
        *(".SH NAME", f"hipback \\- {summary}"),
        *(".SH SYNOPSIS", ".B hipback", *_usage(itself), ".br", ".B hipback", r"\fICOMMAND\fR ..."),
        *(".SH DESCRIPTION", _text(itself.meaning)),
        *(".SH OPTIONS", *_meanings(itself.options)),
        *(".SH COMMANDS", *requests),
        *(
            ".SH ENVIRONMENT",
            ".TP",
            r".B HIPBACK_DATA_DIR",
            "Stands for \\fB\\-\\-data\\-dir\\fR.",
            ".PP",
            _text(ending),
        ),
        *(".SH FILES", *_table(_FILES)),
        *(".SH EXIT STATUS", *_table(_STATUS)),
    ]
    return "\n".join(lines) + "\n"


def _request(command: Command) -> list[str]:
    return [
        f".SS hipback {_text(command.name)} {' '.join(_usage(command))}".rstrip(),
        _sentence(command.meaning),
        *_meanings(
            tuple(word for word in command.words if not {"--help", "--data-dir"} & set(word.names) and word.meaning)
        ),
    ]


def _usage(command: Command) -> list[str]:
    words = [word for word in command.words if not {"--help", "--data-dir"} & set(word.names)]
    return [_usage_of(word) for word in (*(w for w in words if not w.is_option), *(w for w in words if w.is_option))]


def _usage_of(word: Word) -> str:
    value = rf"\fI{_text(word.value)}\fR" if word.value else ""
    if word.is_option:
        return f"[{' '.join(part for part in (_bold(word.names[-1]), value) if part)}]"
    return {"?": f"[{value}]", "+": f"{value}..."}.get(str(word.count), value)


def _meanings(words: tuple[Word, ...]) -> list[str]:
    lines: list[str] = []
    for word in words:
        value = rf"\fI{_text(word.value)}\fR" if word.value else ""
        names = ", ".join(map(_bold, word.names))
        lines += [".TP", " ".join(part for part in (names, value) if part), _sentence(word.meaning)]
    return lines


def _table(text: str) -> list[str]:
    rows = (line.split(" | ") for line in text.splitlines())
    return [line for name, meaning in rows for line in (".TP", f".B {_text(name)}", _text(meaning))]


def _bold(text: str) -> str:
    return rf"\fB{_text(text)}\fR"


def _sentence(text: str) -> str:
    return _text(text[:1].upper() + text[1:].removesuffix(".") + ".")


def _text(text: str) -> str:
    """Escaped, and wrapped as roff sources are."""
    plain = text.replace("\\", r"\e").replace("-", r"\-").replace("%%", "%").replace("“", r"\(lq").replace("”", r"\(rq")
    lines = textwrap.wrap(plain, 100, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(rf"\&{line}" if line[:1] in ".'" else line for line in lines)
