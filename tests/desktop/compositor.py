"""A Wayland compositor of the tests' own: it shows nothing, and says what it is told to."""

from __future__ import annotations

import contextlib
import shutil
import socket
import struct
import tempfile
import threading
from pathlib import Path

DISPLAY, REGISTRY = 1, 2
SYNC, GET_REGISTRY = 0, 1
IDLED, RESUMED = 0, 1


class Compositor:
    """Serves one client after the other; ``offers`` are its globals with their versions, named from 1 on."""

    def __init__(self, **offers: int) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="hipback-"))  # short: a socket's path is 108 bytes at most
        self.environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(self._folder)}
        self.bound: dict[str, tuple[int, int]] = {}  # interface -> version, object
        self.requests: list[tuple[int, int, bytes]] = []
        self._offers = offers
        self._client: socket.socket | None = None
        self._server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._server.bind(str(self._folder / "wayland-7"))
        self._server.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self.hang_up()
        self._thread.join()
        self._server.close()
        shutil.rmtree(self._folder)

    def hang_up(self) -> None:
        """Ends the connection of the client, as when the compositor is started again."""
        if self._client is not None:
            with contextlib.suppress(OSError):  # it went first
                self._client.shutdown(socket.SHUT_RDWR)

    def say(self, sender: int, number: int, body: bytes = b"") -> None:
        """An event, all of it at once."""
        self.send(struct.pack("=II", sender, (8 + len(body)) << 16 | number) + body)

    def send(self, raw: bytes) -> None:
        assert self._client is not None
        self._client.sendall(raw)

    def _serve(self) -> None:
        while True:
            try:
                self._client, _address = self._server.accept()
            except OSError:  # closed
                return
            with self._client as client, contextlib.suppress(OSError):  # gone: wait for the next one
                self._answer(client)

    def _answer(self, client: socket.socket) -> None:
        unread = b""
        while received := client.recv(65_536):
            unread += received
            while len(unread) >= 8 and len(unread) >= (size := struct.unpack_from("=I", unread, 4)[0] >> 16):
                receiver, size_and_number = struct.unpack_from("=II", unread)
                self._take(receiver, size_and_number & 0xFFFF, unread[8:size])
                unread = unread[size:]

    def _take(self, receiver: int, number: int, body: bytes) -> None:
        if (receiver, number) == (DISPLAY, GET_REGISTRY):
            for name, (interface, version) in enumerate(self._offers.items(), 1):
                self.say(REGISTRY, 0, struct.pack("=I", name) + _text(interface) + struct.pack("=I", version))
        elif (receiver, number) == (DISPLAY, SYNC):
            (callback,) = struct.unpack("=I", body)
            self.say(callback, 0, struct.pack("=I", 0))
            self.say(DISPLAY, 1, struct.pack("=I", callback))
        elif receiver == REGISTRY:
            version, made = struct.unpack_from("=II", body, len(body) - 8)
            length = struct.unpack_from("=I", body, 4)[0]
            self.bound[body[8 : 8 + length - 1].decode()] = (version, made)
        else:
            self.requests.append((receiver, number, body))


def _text(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + bytes(-len(raw) % 4)
