"""A connection to the X server of our own, through libxcb, which Qt brings along.

Not through Xlib: there a window that vanishes between two questions, or a server that goes away, ends the process.
"""

from __future__ import annotations

import ctypes
import select
import struct
import weakref
from typing import TYPE_CHECKING

from hipback_desktop.core.errors import HipbackError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIBRARY = "libxcb.so.1"
_CHECKED = 1  # errors come with the reply instead of as events
_REPLY_BYTES = 32
_INTERN_ATOM, _GET_PROPERTY, _GET_SELECTION_OWNER = 16, 20, 23
_ANY_TYPE = 0
_BITS = 32  # of a number
_LONGEST_PROPERTY = 256  # in units of four bytes
_DISPLAY = "DISPLAY"


class X11Error(HipbackError):
    """The X server cannot be asked; the text says why."""


class X11LateError(X11Error):
    """The X server did not reply in time; the next question may be asked all the same."""


class _Part(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class _Extension(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("number", ctypes.c_int))


class _Request(ctypes.Structure):
    _fields_ = (
        ("count", ctypes.c_size_t),
        ("extension", ctypes.POINTER(_Extension)),
        ("opcode", ctypes.c_uint8),
        ("is_void", ctypes.c_uint8),
    )


class _Roots(ctypes.Structure):
    _fields_ = (("first", ctypes.POINTER(ctypes.c_uint32)), ("left", ctypes.c_int), ("index", ctypes.c_int))


class X11Connection:
    """Opened when it is made; for one thread at a time."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        if not environment.get(_DISPLAY):
            raise X11Error(_("There is no X server here."))
        self._xcb = _library()
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._extensions: dict[str, _Extension] = {}
        self._atoms: dict[str, int] = {}
        self.patience_ms: int | None = None
        """How long a reply is waited for; None is for as long as it takes."""
        self._connection = self._xcb.xcb_connect(environment[_DISPLAY].encode(), None)
        self._end = weakref.finalize(self, self._xcb.xcb_disconnect, self._connection)  # also when nobody needs it
        self._end.atexit = False  # a thread may still be waiting for a reply
        try:
            self._check()
        except X11Error:
            self.close()
            raise
        setup = self._xcb.xcb_get_setup(self._connection)
        self.root: int = self._xcb.xcb_setup_roots_iterator(setup).first[0]

    def close(self) -> None:
        """Ends the connection."""
        self._end()

    def ask_extension(self, name: str, opcode: int, body: bytes = b"") -> bytes | None:
        """The reply to a request of an extension, or None when the server refuses it; raises when it has none such."""
        return self.reply(self.send_to_extension(name, opcode, body))

    def send_to_extension(self, name: str, opcode: int, body: bytes = b"") -> int:
        """The same without waiting, so that several wait but once: the number by which ``reply`` knows it."""
        extension = self._extensions.setdefault(name, _Extension(name.encode(), 0))
        known = self._xcb.xcb_get_extension_data(self._connection, ctypes.byref(extension))
        if not known or not known[8]:  # whether it is present
            self._check()
            raise X11Error(_("The X server does not offer {extension}.").format(extension=name))
        return self._sent(ctypes.pointer(extension), opcode, b"\0\0\0\0" + body)

    def atom(self, name: str) -> int:
        """The number of a name that somebody made known; 0 when nobody did."""
        if not self._atoms.get(name):
            text = name.encode()
            reply = self._asked(None, _INTERN_ATOM, struct.pack("=BBHHH", 0, 1, 0, len(text), 0) + text)
            self._atoms[name] = struct.unpack_from("=I", reply, 8)[0] if reply else 0
        return self._atoms[name]

    def numbers(self, window: int, property_name: str) -> tuple[int, ...]:
        """A property of 32-bit numbers; nothing when the window has no such, or is gone."""
        atom = self.atom(property_name)
        if not atom:
            return ()
        body = struct.pack("=BBHIIIII", 0, 0, 0, window, atom, _ANY_TYPE, 0, _LONGEST_PROPERTY)
        reply = self._asked(None, _GET_PROPERTY, body)
        if reply is None or reply[1] != _BITS:
            return ()
        count = struct.unpack_from("=I", reply, 16)[0]
        return struct.unpack_from(f"={count}I", reply, _REPLY_BYTES)

    def selection_owner(self, name: str) -> int:
        """The window that holds a selection; 0 when none does."""
        atom = self.atom(name)
        reply = self._asked(None, _GET_SELECTION_OWNER, struct.pack("=BBHI", 0, 0, 0, atom)) if atom else None
        return int(struct.unpack_from("=I", reply, 8)[0]) if reply else 0

    def _asked(self, extension: ctypes._Pointer[_Extension] | None, opcode: int, body: bytes) -> bytes | None:
        return self.reply(self._sent(extension, opcode, body))

    def _sent(self, extension: ctypes._Pointer[_Extension] | None, opcode: int, body: bytes) -> int:
        """Sends one request, whose first four bytes the library fills in."""
        padded = ctypes.create_string_buffer(body + bytes(-len(body) % 4), len(body) + -len(body) % 4)
        parts = (_Part * 3)()  # the library uses the two before the first for itself
        parts[2] = _Part(ctypes.addressof(padded), len(padded))
        request = _Request(1, extension, opcode, 0)
        first = ctypes.byref(parts, 2 * ctypes.sizeof(_Part))
        return int(self._xcb.xcb_send_request(self._connection, _CHECKED, first, ctypes.byref(request)))

    def reply(self, number: int) -> bytes | None:
        """Waits for the reply to a request; None when the server refuses it."""
        fault = ctypes.c_void_p()
        if self.patience_ms is None:
            reply = self._xcb.xcb_wait_for_reply(self._connection, number, ctypes.byref(fault))
        else:
            reply = self._reply_within(self.patience_ms, number, fault)
        if fault.value is not None:
            self._free(fault)
        if not reply:
            self._check()
            return None
        more = ctypes.cast(reply + 4, ctypes.POINTER(ctypes.c_uint32))[0]
        content = ctypes.string_at(reply, _REPLY_BYTES + 4 * more)
        self._free(reply)
        return content

    def _reply_within(self, patience_ms: int, number: int, fault: ctypes.c_void_p) -> int | None:
        self._xcb.xcb_flush(self._connection)
        reply = ctypes.c_void_p()
        door = select.poll()
        door.register(self._xcb.xcb_get_file_descriptor(self._connection), select.POLLIN)
        for wait_ms in (patience_ms, 0):
            if self._xcb.xcb_poll_for_reply(self._connection, number, ctypes.byref(reply), ctypes.byref(fault)):
                return reply.value
            door.poll(wait_ms)
        self._xcb.xcb_discard_reply(self._connection, number)
        raise X11LateError(_("The X server does not answer."))

    def _check(self) -> None:
        if self._xcb.xcb_connection_has_error(self._connection):
            raise X11Error(_("The X server does not answer."))


def _library() -> ctypes.CDLL:
    try:
        xcb = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise X11Error(_("The library {name} is not installed.").format(name=_LIBRARY)) from error
    pointer = ctypes.c_void_p
    for name, result, arguments in (
        ("xcb_connect", pointer, [ctypes.c_char_p, pointer]),
        ("xcb_disconnect", None, [pointer]),
        ("xcb_connection_has_error", ctypes.c_int, [pointer]),
        ("xcb_get_setup", pointer, [pointer]),
        ("xcb_setup_roots_iterator", _Roots, [pointer]),
        ("xcb_get_extension_data", ctypes.POINTER(ctypes.c_uint8), [pointer, pointer]),
        ("xcb_send_request", ctypes.c_uint, [pointer, ctypes.c_int, pointer, pointer]),
        ("xcb_wait_for_reply", pointer, [pointer, ctypes.c_uint, pointer]),
        ("xcb_poll_for_reply", ctypes.c_int, [pointer, ctypes.c_uint, pointer, pointer]),
        ("xcb_discard_reply", None, [pointer, ctypes.c_uint]),
        ("xcb_flush", ctypes.c_int, [pointer]),
        ("xcb_get_file_descriptor", ctypes.c_int, [pointer]),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
