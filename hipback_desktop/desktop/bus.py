"""One question over D-Bus; the library that speaks it is loaded when the first is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from hipback_desktop.core.errors import HipbackError
from hipback_desktop.core.language import gettext as _

if TYPE_CHECKING:
    from jeepney import Message

PATIENCE_SECONDS = 1.5
_GREETING_SECONDS = 0.5
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
        from jeepney.io.blocking import open_dbus_connection
    except ImportError as error:
        raise BusError(_("The Python package {name} is not installed.").format(name="jeepney")) from error
    message = new_method_call(DBusAddress(path, name, interface), member, signature or None, body)
    message.header.flags |= MessageFlag.no_auto_start
    try:
        connection = open_dbus_connection(bus.upper(), auth_timeout=_GREETING_SECONDS)
    except (OSError, KeyError, ValueError, RuntimeError) as error:  # no address, a strange one, or nobody at it
        raise BusError(_("There is no D-Bus here to ask.")) from error
    try:
        with connection:
            reply = connection.send_and_get_reply(message, timeout=timeout_seconds)
    except OSError as error:  # the time is over, or the bus has gone
        raise BusError(_("It does not answer.")) from error
    return _answer(reply)


def property_value(bus: BusName, name: str, path: str, interface: str, wanted: str) -> Any:
    """One property of an object, without the wrapping that says of which type it is."""
    ((_type, value),) = call(
        bus, name, path, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, wanted), PATIENCE_SECONDS
    )
    return value


def _answer(reply: Message) -> tuple[Any, ...]:
    from jeepney import HeaderFields, MessageType

    if reply.header.message_type is not MessageType.error:
        return tuple(reply.body)
    fault = str(reply.header.fields.get(HeaderFields.error_name, "")).rpartition(".")[2]
    if fault in _NOT_THERE:
        raise BusError(_("It does not run here."))
    raise BusError(_("It does not tell ({fault}).").format(fault=fault))
