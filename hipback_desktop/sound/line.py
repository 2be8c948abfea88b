"""The line protocol of the sound processes: one JSON object a line, in and out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

Message = dict[str, Any]


def parse(line: bytes) -> Message | None:
    """The message in ``line``, or None when it is not one: a library that prints must not end the conversation."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None


def encode(message: Message) -> bytes:
    """``message`` as one line."""
    return json.dumps(message).encode() + b"\n"


class Channel:
    """A child's side of the conversation, on the descriptors it was started with."""

    def __init__(self) -> None:
        self._input: BinaryIO = os.fdopen(os.dup(0), "rb")
        self._output: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=0)
        # What libraries print goes where errors go; the protocol keeps its own copy of the descriptor.
        os.dup2(2, 1)
        sys.stdout = sys.stderr

    def messages(self) -> Iterator[Message]:
        """What the window's process says, until it closes the channel or ends."""
        for line in self._input:
            message = parse(line)
            if message is not None:
                yield message

    def say(self, message: Message) -> None:
        """Tell the window's process; when it is gone there is nobody to tell."""
        try:
            self._output.write(encode(message))
        except OSError:
            os._exit(0)
