"""An object of ours on the session bus, declared in tables, for other programs to read, to call and to listen to.

What they get wrong is answered with the error that D-Bus has for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hipback_desktop.core.errors import HipbackError

if TYPE_CHECKING:
    from hipback_desktop.desktop.bus_link import Body, BusLink

_STANDARD: Final = "org.freedesktop.DBus"
_PROPERTIES: Final = f"{_STANDARD}.Properties"
_ONE_TYPE: Final = re.compile(r"a*(?:\{[^}]*\}|\([^)]*\)|.)")


@dataclass(frozen=True, slots=True)
class Method:
    """The signatures of what it takes and gives, who answers it, and what is done once it is answered."""

    takes: str = ""
    gives: str = ""
    answer: Callable[..., Body] = lambda *_body: ()
    then: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """Its signature, and who knows it; others can only read it."""

    signature: str
    read: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Interface:
    """What an object offers under a name; signals by what they carry."""

    name: str
    methods: Mapping[str, Method]
    properties: Mapping[str, Property] = field(default_factory=dict)
    signals: Mapping[str, str] = field(default_factory=dict)


class RefusedError(HipbackError):
    """A call that cannot be answered; ``name`` is that of the error, the text is for programmers."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.name = f"{_STANDARD}.Error.{name}"


class BusObject:
    """Answers at one path of a connection for as long as that is open."""

    def __init__(self, link: BusLink, path: str, interfaces: Iterable[Interface]) -> None:
        self._link = link
        self._path = path
        standard = (
            Interface(
                _PROPERTIES,
                {
                    "Get": Method("ss", "v", self._get),
                    "GetAll": Method("s", "a{sv}", self._get_all),
                    "Set": Method("ssv", "", self._set),
                },
                signals={"PropertiesChanged": "sa{sv}as"},
            ),
            Interface(f"{_STANDARD}.Introspectable", {"Introspect": Method("", "s", lambda: (self._described(),))}),
            Interface(f"{_STANDARD}.Peer", {"Ping": Method()}),
        )
        self._interfaces = {interface.name: interface for interface in (*interfaces, *standard)}
        link.serve(self._on_called)

    def tell(self, interface: str, signal: str, *body: object) -> None:
        """Sends one of the signals that were declared."""
        from jeepney import DBusAddress, new_signal

        signature = self._interfaces[interface].signals[signal]
        self._link.send(new_signal(DBusAddress(self._path, interface=interface), signal, signature, body))

    def tell_changed(self, interface: str, names: Iterable[str]) -> None:
        """Sends the present values of some properties."""
        values = {name: self._get(interface, name)[0] for name in names}
        self.tell(_PROPERTIES, "PropertiesChanged", interface, values, [])

    def _on_called(self, message: Any) -> None:
        """First the answer, then what was asked for: it may be the end of the connection."""
        from jeepney import HeaderFields, MessageFlag, new_error, new_method_return

        fields, then = message.header.fields, None
        path, interface, member, signature = (
            fields.get(key, "")
            for key in (HeaderFields.path, HeaderFields.interface, HeaderFields.member, HeaderFields.signature)
        )
        try:
            method = self._method(path, interface, member, signature)
            answer = new_method_return(message, method.gives or None, method.answer(*message.body))
            then = method.then
        except RefusedError as refused:
            answer = new_error(message, refused.name, "s", (str(refused),))
        if not message.header.flags & MessageFlag.no_reply_expected:
            self._link.send(answer)
        if then is not None:
            then()

    def _method(self, path: str, interface: str, member: str, signature: str) -> Method:
        """The interface may be left out."""
        if path != self._path:
            raise RefusedError("UnknownObject", path)
        if interface and interface not in self._interfaces:
            raise RefusedError("UnknownInterface", interface)
        offered = [self._interfaces[interface]] if interface else self._interfaces.values()
        method = next((each.methods[member] for each in offered if member in each.methods), None)
        if method is None:
            raise RefusedError("UnknownMethod", member)
        if signature != method.takes:
            raise RefusedError("InvalidArgs", f"{member} takes ({method.takes}), not ({signature})")
        return method

    def _property(self, interface: str, name: str) -> Property:
        if interface not in self._interfaces:
            raise RefusedError("UnknownInterface", interface)
        if name not in self._interfaces[interface].properties:
            raise RefusedError("UnknownProperty", name)
        return self._interfaces[interface].properties[name]

    def _get(self, interface: str, name: str) -> Body:
        known = self._property(interface, name)
        return ((known.signature, known.read()),)

    def _get_all(self, interface: str) -> Body:
        if interface not in self._interfaces:
            raise RefusedError("UnknownInterface", interface)
        return ({name: self._get(interface, name)[0] for name in self._interfaces[interface].properties},)

    def _set(self, interface: str, name: str, _value: object) -> Body:
        self._property(interface, name)
        raise RefusedError("PropertyReadOnly", name)

    def _described(self) -> str:
        """The tables in the XML that D-Bus has for them."""
        return f"<node>{''.join(map(_described, self._interfaces.values()))}</node>"


def _described(interface: Interface) -> str:
    parts = [
        f'<method name="{name}">{_arguments(method.takes, "in")}{_arguments(method.gives, "out")}</method>'
        for name, method in interface.methods.items()
    ]
    parts += [f'<signal name="{name}">{_arguments(carried)}</signal>' for name, carried in interface.signals.items()]
    parts += [
        f'<property name="{name}" type="{known.signature}" access="read"/>'
        for name, known in interface.properties.items()
    ]
    return f'<interface name="{interface.name}">{"".join(parts)}</interface>'


def _arguments(signature: str, direction: str = "") -> str:
    where = f' direction="{direction}"' if direction else ""
    return "".join(f'<arg type="{kind}"{where}/>' for kind in _ONE_TYPE.findall(signature))
