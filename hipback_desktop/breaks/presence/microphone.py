"""Whether a program records from a microphone: asked of the sound server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hipback_desktop.breaks.presence.command import CommandError, output_of
from hipback_desktop.breaks.presence.reading import Reading, Sign, Unknown
from hipback_desktop.core.language import gettext as _

_METERS = ("peak detect", "easyeffects", "easy effects", "noisetorch", "noise suppression", "gnome-shell")
"""They listen all day long, to show a level or to clean up what others record, and nobody is in a call."""
_METER_PROPERTIES = ("resample.peaks", "stream.monitor")
_NAMES = ("media.name", "application.name", "application.id", "node.name")


class Microphone:
    """``pactl`` knows PulseAudio and PipeWire; where it is missing, PipeWire's own ``pw-dump`` is asked."""

    name = "microphone"
    sign = Sign.CALLED

    def __init__(self, environment: Mapping[str, str], output: Callable[..., str] = output_of) -> None:
        folder = environment.get("XDG_RUNTIME_DIR")
        is_named = "PULSE_SERVER" in environment or not folder
        # named in so many words it is not started by being asked
        self._server = () if is_named else ("--server", f"unix:{folder}/pulse/native")
        self._output = output

    def read(self) -> Reading:
        try:
            return self._pulse_records()
        except CommandError as error:
            fault = str(error)
        try:
            return pipewire_records(self._told("pw-dump"))
        except CommandError:
            return Unknown(fault)

    def _pulse_records(self) -> bool:
        streams = self._listed("source-outputs")
        if not any(_is_open(stream) for stream in streams):
            return False
        return pulse_records(streams, self._listed("sources"))

    def _listed(self, what: str) -> list[dict[str, Any]]:
        return self._told("pactl", *self._server, "-f", "json", "list", what)

    def _told(self, *command: str) -> list[dict[str, Any]]:
        """An older ``pactl`` prints another form, whatever it was asked for."""
        try:
            told = json.loads(self._output(*command))
        except ValueError as error:
            raise _not_understood(command[0]) from error
        if not isinstance(told, list) or not all(isinstance(entry, dict) for entry in told):
            raise _not_understood(command[0])
        return told


def pulse_records(streams: Iterable[Mapping[str, Any]], sources: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a stream is open that records from something else than what the computer plays."""
    monitors = {source["index"] for source in sources if source.get("monitor_source")}
    return any(_is_open(stream) and stream["source"] not in monitors for stream in streams)


def pipewire_records(objects: Iterable[Mapping[str, Any]]) -> bool:
    """The same, from the objects of PipeWire."""
    nodes = [entry.get("info") or {} for entry in objects if entry.get("type") == "PipeWire:Interface:Node"]
    return any(
        node.get("state") == "running"
        and node.get("props", {}).get("media.class") == "Stream/Input/Audio"
        and str(node["props"].get("stream.capture.sink", "")).lower() != "true"
        and not _is_meter(node["props"])
        for node in nodes
    )


def _not_understood(name: str) -> CommandError:
    return CommandError(_("The program {name} is of another version and is not understood.").format(name=name))


def _is_open(stream: Mapping[str, Any]) -> bool:
    is_peaks = stream.get("resample_method") == "peaks"
    return not stream.get("corked") and not is_peaks and not _is_meter(stream.get("properties", {}))


def _is_meter(properties: Mapping[str, Any]) -> bool:
    if any(str(properties.get(name, "")).lower() == "true" for name in _METER_PROPERTIES):
        return True
    names = " ".join(str(properties.get(name, "")) for name in _NAMES).lower()
    return any(meter in names for meter in _METERS)
