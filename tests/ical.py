"""A second reader of calendar files, written from RFC 5545: lines, folding, times, and what an event must have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LONGEST_LINE = 75
_CONTENT = re.compile(r'(?P<name>[A-Z0-9-]+)(?P<parameters>(?:;[A-Z-]+=(?:"[^"]*"|[^;:,"]+))*):(?P<value>.*)')
_UTC, _DAY = re.compile(r"\d{8}T\d{6}Z"), re.compile(r"\d{8}")


@dataclass
class Event:
    """The properties of an event; none may come twice."""

    properties: dict[str, str] = field(default_factory=dict)


def events_in(content: bytes) -> list[Event]:
    """The events of a file; raises AssertionError at the first thing the standard does not allow."""
    assert content.endswith(b"\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines), "a bare line end"
    assert all(len(line) <= LONGEST_LINE for line in lines), "a line that is not folded"
    unfolded = content.replace(b"\r\n ", b"").decode()
    names: list[str] = []
    events: list[Event] = []
    for line in unfolded.removesuffix("\r\n").split("\r\n"):
        found = _CONTENT.fullmatch(line)
        assert found is not None, line
        if line == "BEGIN:VEVENT":
            events.append(Event())
        elif found["name"] not in ("BEGIN", "END"):
            target = events[-1].properties if names[-1] == "VEVENT" else {}
            assert found["name"] not in target, line
            target[found["name"]] = found["value"]
            _check_time(found["name"], found["parameters"], found["value"])
        if found["name"] == "BEGIN":
            names.append(found["value"])
        elif found["name"] == "END":
            assert names.pop() == found["value"]
    assert not names
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART"} <= event.properties.keys()
    assert len({event.properties["UID"] for event in events}) == len(events)
    return events


def _check_time(name: str, parameters: str, value: str) -> None:
    if name in ("DTSTAMP", "DTSTART", "DTEND"):
        is_day = parameters == ";VALUE=DATE"
        assert (_DAY if is_day else _UTC).fullmatch(value), (name, value)
