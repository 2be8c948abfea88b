"""A terminal to type ``hipback`` commands into."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from hipback_desktop.cli import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; anything beside it is an error."""
        return json.loads(self.out)


class Terminal:
    """Runs commands in this process and hears what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def type(self, *words: object) -> Answer:
        """Runs one command line."""
        self._capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        printed = self._capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    def reads(self, *words: object) -> Any:
        """The document of a command that is meant to work."""
        answer = self.type(*words)
        assert (answer.code, answer.err) == (0, "")
        return answer.document

    def is_told(self, *words: object, code: int = 1) -> str:
        """The sentence of a command that cannot be done: one line on standard error and nothing else."""
        answer = self.type(*words)
        assert (answer.code, answer.out) == (code, "")
        assert "Traceback" not in answer.err
        sentence = answer.err.strip()
        assert "\n" not in sentence
        assert sentence.startswith("hipback: ")
        return sentence.removeprefix("hipback: ")

    def is_shown_usage(self, *words: object) -> str:
        """What is said to a command line that cannot be understood."""
        answer = self.type(*words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("usage: hipback")
        return answer.err.splitlines()[-1]
