"""One question over D-Bus; the library that speaks it is loaded when the first is asked."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any, Literal

from hipback_desktop.clock import SystemClock
from hipback_desktop.core.errors import HipbackError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from jeepney import Message

PATIENCE_SECONDS = 1.5
_GREETING, _QUESTION = 1, 2  # the serial numbers of what is sent
_AT_ONCE = 65_536
_NOT_THERE = frozenset({"ServiceUnknown", "NameHasNoOwner"})

BusName = Literal["session", "system"]


class BusError(HipbackError):
    """No answer; the text is a sentence about the one that was asked, and says why."""


def call(
    bus: BusName,
    name: str,
    path: str,
    interface: str,
    member: str,
    signature: str = "",
    body: tuple[Any, ...] = (),
    timeout_seconds: float = PATIENCE_SECONDS,
) -> tuple[Any, ...]:
    """What ``name`` answers; blocks, so never in the window's thread. A service that does not run is not started."""
    try:
        from jeepney import DBusAddress, MessageFlag, new_method_call
        from jeepney.bus import get_bus
    except ImportError as error:
        raise BusError(_("The Python package {name} is not installed.").format(name="jeepney")) from error
    message = new_method_call(DBusAddress(path, name, interface), member, signature or None, body)
    message.header.flags |= MessageFlag.no_auto_start
    with socket.socket(socket.AF_UNIX) as link:
        try:
            link.settimeout(timeout_seconds)
            link.connect(get_bus(bus.upper()))
        except (OSError, KeyError, ValueError, RuntimeError) as error:  # no address, a strange one, or nobody at it
            raise BusError(_("There is no D-Bus here to ask.")) from error
        try:
            return _answer(_reply(link, message, timeout_seconds))
        except (OSError, ValueError) as error:  # the time is over, the bus has gone, or it lets nobody in
            raise BusError(_("It does not answer.")) from error


def property_value(bus: BusName, name: str, path: str, interface: str, wanted: str) -> Any:
    """One property of an object, without the wrapping that says of which type it is."""
    ((_type, value),) = call(
        bus, name, path, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, wanted), PATIENCE_SECONDS
    )
    return value


def _reply(link: socket.socket, message: Message, timeout_seconds: float) -> Message:
    """From the first word to the answer in one allowance of time, which jeepney's own connections do not keep."""
    from jeepney import HeaderFields, Parser, message_bus
    from jeepney.auth import BEGIN, Authenticator

    now = SystemClock().monotonic
    ends_at = now() + timeout_seconds

    def heard() -> bytes:
        left = ends_at - now()
        if left <= 0:
            raise TimeoutError
        link.settimeout(left)
        octets = link.recv(_AT_ONCE)
        if not octets:
            raise ConnectionResetError
        return octets

    authenticator, parser = Authenticator(), Parser()
    for octets in authenticator:
        link.sendall(octets)
        authenticator.feed(heard())
    link.sendall(BEGIN + message_bus.Hello().serialise(_GREETING) + message.serialise(_QUESTION))
    while True:
        while (reply := parser.get_next_message()) is None:
            parser.add_data(heard())
        if reply.header.fields.get(HeaderFields.reply_serial) == _QUESTION:
            return reply


def _answer(reply: Message) -> tuple[Any, ...]:
    from jeepney import HeaderFields, MessageType

    if reply.header.message_type is not MessageType.error:
        return tuple(reply.body)
    fault = str(reply.header.fields.get(HeaderFields.error_name, "")).rpartition(".")[2]
    if fault in _NOT_THERE:
        raise BusError(_("It does not run here."))
    raise BusError(_("It does not tell ({fault}).").format(fault=fault))
