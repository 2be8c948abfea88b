"""Who records from a microphone, and who only seems to; the shapes are those that the programs print."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from hipback_desktop.breaks.presence.command import CommandError
from hipback_desktop.breaks.presence.microphone import Microphone
from hipback_desktop.breaks.presence.reading import Unknown, read_safely

MICROPHONE, MONITOR = 1, 0
SOURCES = [
    {"index": MONITOR, "name": "speakers.monitor", "monitor_source": "speakers"},
    {"index": MICROPHONE, "name": "mic", "monitor_source": ""},
]


def stream(source: int = MICROPHONE, *, corked: bool = False, method: str = "", **properties: str) -> dict[str, Any]:
    named = {name.replace("_", "."): value for name, value in properties.items()}
    return {"source": source, "corked": corked, "resample_method": method, "properties": named}


def pulse(*streams: dict[str, Any]) -> Callable[..., str]:
    def output(*command: str) -> str:
        return json.dumps({"source-outputs": streams, "sources": SOURCES}[command[-1]])

    return output


def pipewire(*objects: dict[str, Any]) -> Callable[..., str]:
    def output(*command: str) -> str:
        if command[0] == "pactl":
            raise CommandError("The program pactl is not installed.")
        return json.dumps(objects)

    return output


def node(state: str = "running", media_class: str = "Stream/Input/Audio", **properties: str) -> dict[str, Any]:
    props = {"media.class": media_class, **{name.replace("_", "."): value for name, value in properties.items()}}
    return {"type": "PipeWire:Interface:Node", "info": {"state": state, "props": props}}


@pytest.mark.parametrize(
    ("streams", "reading"),
    [
        ([], False),
        ([stream(application_name="Firefox")], True),
        ([stream(MONITOR, application_name="OBS")], False),
        ([stream(corked=True)], False),
        ([stream(method="peaks")], False),
        ([stream(media_name="Peak detect")], False),
        ([stream(stream_monitor="true")], False),
        ([stream(application_name="EasyEffects")], False),
        ([stream(MONITOR), stream(method="peaks"), stream(application_name="Zoom")], True),
    ],
)
def test_pulse_tells_who_records(streams: list[dict[str, Any]], reading: bool) -> None:
    assert Microphone({}, pulse(*streams)).read() is reading


@pytest.mark.parametrize(
    ("objects", "reading"),
    [
        ([], False),
        ([node(application_name="Firefox")], True),
        ([node("suspended")], False),
        ([node("idle")], False),
        ([node(media_class="Stream/Output/Audio")], False),
        ([node(stream_capture_sink="true")], False),
        ([node(application_name="gnome-shell")], False),
        ([{"type": "PipeWire:Interface:Link"}, {"type": "PipeWire:Interface:Node", "info": None}], False),
    ],
)
def test_pipewire_tells_where_there_is_no_pactl(objects: list[dict[str, Any]], reading: bool) -> None:
    assert Microphone({}, pipewire(*objects)).read() is reading


def test_without_either_it_is_unknown() -> None:
    def output(*command: str) -> str:
        raise CommandError(f"The program {command[0]} is not installed.")

    assert Microphone({}, output).read() == Unknown("The program pactl is not installed.")


@pytest.mark.parametrize("printed", ["Source Output #5\n\tDriver: x\n", "", "{}", "[1]"])
def test_a_pactl_that_prints_another_form_gives_way_to_pipewire(printed: str) -> None:
    def output(*command: str) -> str:
        return printed if command[0] == "pactl" else json.dumps([node(application_name="Firefox")])

    assert Microphone({}, output).read() is True


def test_what_nobody_understands_is_said_in_a_sentence() -> None:
    reading = Microphone({}, lambda *_: "Source Output #5").read()
    assert reading == Unknown("The program pactl is of another version and is not understood.")


@pytest.mark.parametrize("printed", ["", "nonsense", "{}x", "[1]", '[{"corked": false}]'])
def test_nonsense_is_unknown(printed: str) -> None:
    assert isinstance(read_safely(Microphone({}, lambda *command: printed)), Unknown)


@pytest.mark.parametrize(
    ("environment", "server"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, ("--server", "unix:/run/user/7/pulse/native")),
        ({"XDG_RUNTIME_DIR": "/run/user/7", "PULSE_SERVER": "unix:/elsewhere"}, ()),
        ({}, ()),
    ],
)
def test_a_sound_server_that_does_not_run_is_not_started_by_asking(
    environment: dict[str, str], server: tuple[str, ...]
) -> None:
    commands: list[tuple[str, ...]] = []

    def output(*command: str) -> str:
        commands.append(command)
        return "[]"

    assert Microphone(environment, output).read() is False
    assert commands == [("pactl", *server, "-f", "json", "list", "source-outputs")]
