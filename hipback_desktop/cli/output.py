"""What the commands print: any text on any terminal, one JSON document, a reader that goes away."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import Any


def print_json(document: Any) -> None:
    """The document and nothing else; with escapes where the output could not carry it otherwise."""
    import json  # deferred: the window needs none

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    is_plain = encoding.lower().replace("_", "-") not in ("utf-8", "utf8")
    print(json.dumps(document, ensure_ascii=is_plain, indent=2))


def say(sentence: str) -> None:
    """Something the person should know, beside what was asked for."""
    print(f"hipback: {sentence}", file=sys.stderr)


def take_any_text() -> None:
    """Lets a character that a terminal lacks be a question mark rather than the end of the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def give_up_reader() -> None:
    """Nobody reads any more: what is still unwritten goes nowhere, without a word when the program ends."""
    if sys.stdout is None:  # there is none in a program without a terminal
        return
    with suppress(OSError):  # an output that is no file of the system has nothing unwritten there either
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)


def finish() -> None:
    """Writes out what was printed, so that a full disk is noticed here."""
    if sys.stdout is not None:
        sys.stdout.flush()
