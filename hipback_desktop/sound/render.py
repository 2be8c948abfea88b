"""The short-lived process in which pyttsx3 turns phrases into trimmed WAV files.

Started by the window's process and expected to hang, exit or crash: eSpeak does all three (``process.py`` answers for
it). One JSON object a line. In: first ``{"voice", "rate", "pitch"}``, then any number of ``{"text", "file"}`` and
``{"list": true}``. Out: first ``{"engine": name and version}`` or ``{"unavailable": sentence}``, then for each request
``{"text", "file", "seconds"}``, ``{"text", "error"}`` or ``{"voices": [{"id", "name"}]}``.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hipback_desktop.core.language import gettext as _
from hipback_desktop.desktop.languages import use_wished_language
from hipback_desktop.sound.line import Channel, Message
from hipback_desktop.sound.phrase_cache import is_speakable
from hipback_desktop.sound.wav import AudioError, cleaned, read_audio, write_audio

_LIBRARY = "libespeak-ng.so.1"
_UTTERANCE_SECONDS = 4.5  # less than the patience of the window's process, which ends this one
_SETTING_LOOKS = 100
_LOOK_SECONDS = 0.01
_PRIVATE = 0o077
_IS_ESPEAK = sys.platform.startswith("linux")

logger = logging.getLogger(__name__)


class _NoVoice(Exception):
    """Speech is not possible; the text is a sentence for the user, with the next action."""


class _Speech:
    """One pyttsx3 engine, its voice set once: later changes of the rate are not reliable."""

    def __init__(self, settings: Message) -> None:
        self.name = _preload_library()
        try:
            import pyttsx3  # only now: it looks for the library just preloaded

            self._engine: Any = pyttsx3.init()
        except Exception as error:  # pyttsx3 raises whatever its driver raised, all of it meaning the same here
            logger.warning("pyttsx3: %r", error)
            raise _NoVoice(_no_library()) from error
        self._finished = threading.Event()
        self._errors: list[str] = []
        self._engine.connect("finished-utterance", self._on_finished)
        self._engine.connect("error", self._on_error)
        self._set_voice(settings)

    def save(self, text: str, file: Path) -> None:
        """Speak ``text`` into ``file``."""
        file.unlink(missing_ok=True)
        self._finished.clear()
        self._errors.clear()
        self._engine.save_to_file(text, str(file))
        self._engine.runAndWait()
        # runAndWait may return long before the file is there (eSpeak), or no event may ever come (Windows: it is
        # synchronous there).
        if sys.platform != "win32":
            self._finished.wait(_UTTERANCE_SECONDS)
        if not file.exists():
            raise AudioError(self._errors[0] if self._errors else "the speech engine wrote no file")

    def voices(self) -> list[dict[str, str]]:
        """Every voice of the system."""
        return [{"id": str(voice.id), "name": str(voice.name)} for voice in self._engine.getProperty("voices")]

    def _set_voice(self, settings: Message) -> None:
        wanted = {name: settings[name] for name in ("rate", "pitch") if settings.get(name) is not None}
        if not _IS_ESPEAK:  # applied with the first phrase; neither of the other engines knows a pitch
            self._engine.setProperty("rate", settings["rate"])
            if settings["voice"]:
                self._engine.setProperty("voice", settings["voice"])
            return
        # Past pyttsx3's queue, to its driver: the queue ends in a cancel that now and then takes the rate with it.
        driver = self._engine.proxy._driver  # noqa: SLF001
        try:
            if settings["voice"]:
                driver.setProperty("voice", settings["voice"])
        except ValueError as error:
            logger.warning("pyttsx3: %s", error)
            sentence = _("The voice “{voice}” is not installed: choose another one in the settings.")
            raise _NoVoice(sentence.format(voice=settings["voice"])) from error
        for name, value in wanted.items():
            driver.setProperty(name, value)
        for _look in range(_SETTING_LOOKS):  # eSpeak takes them in a thread of its own
            if all(driver.getProperty(name) == value for name, value in wanted.items()):
                return
            self._finished.wait(_LOOK_SECONDS)
        raise _NoVoice(_("The voice does not take its settings: choose another one in the settings."))

    def _on_finished(self, name: str | None, completed: bool) -> None:
        self._finished.set()

    def _on_error(self, name: str | None, exception: Exception) -> None:
        self._errors.append(str(exception))
        self._finished.set()


def _preload_library() -> str:
    """Make eSpeak findable for pyttsx3, which can only name it; returns the engine's name and version.

    Once a library of that name is loaded, by whatever path, the loader answers every later request with it.
    """
    if not _IS_ESPEAK:
        return f"native pyttsx3 {version('pyttsx3')}"
    try:
        return f"system espeak-ng {_library_version(ctypes.CDLL(_LIBRARY))}"
    except OSError as error:
        logger.debug("no system eSpeak: %s", error)
    try:
        import espeakng_loader
    except ImportError as error:
        raise _NoVoice(_no_library()) from error
    # The path built into the bundled library is that of the machine which built it.
    os.environ.setdefault("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
    library = ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    return f"bundled espeak-ng {_library_version(library)}"


def _no_library() -> str:
    return _(
        "No voice is installed: install eSpeak NG (the package espeak-ng) to hear words. "
        "Until then cues are chimes and words on the screen."
    )


def _library_version(library: ctypes.CDLL) -> str:
    library.espeak_Info.restype = ctypes.c_char_p
    text: bytes = library.espeak_Info(None)
    return text.decode(errors="replace").split()[0]


def _render(speech: _Speech, text: str, file: Path) -> Message:
    """Render one phrase; the file appears whole or not at all."""
    part = file.with_suffix(f".{os.getpid()}.part.wav")  # another program may fill the same cache
    try:
        if not is_speakable(text):
            raise AudioError("too long, or nothing to say")
        speech.save(text, part)
        audio = cleaned(read_audio(part))
        write_audio(part, audio)
        part.replace(file)
    except (AudioError, OSError) as error:
        return {"text": text, "error": str(error)}
    return {"text": text, "file": str(file), "seconds": audio.seconds}


def main() -> int:
    """Serve requests until the channel closes."""
    os.umask(_PRIVATE)
    use_wished_language()
    channel = Channel()
    requests = channel.messages()
    settings = next(requests, None)
    if settings is None:
        return 0
    try:
        speech = _Speech(settings)
    except _NoVoice as error:
        channel.say({"unavailable": str(error)})
        return 0
    channel.say({"engine": speech.name})
    for request in requests:
        if "list" in request:
            channel.say({"voices": speech.voices()})
        else:
            file = Path(request["file"])
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            channel.say(_render(speech, request["text"], file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
