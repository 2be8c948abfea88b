"""Lets a person choose a voice by ear: the voices there are, and a phrase in the one under the finger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hipback_desktop.core.language import language

if TYPE_CHECKING:
    from hipback_desktop.app.person import Person
    from hipback_desktop.sound.announcer import Announcer
    from hipback_desktop.sound.condition import SoundCondition
    from hipback_desktop.ui.main_window import MainWindow


class VoiceChooser(QObject):
    """Serves the settings dialog; the announcer is made only when somebody opens it."""

    def __init__(
        self, window: MainWindow, person: Person, announcer: Callable[[], Announcer], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._person = person
        self._announcer = announcer
        self._is_connected = False
        window.settings_opened.connect(self._on_settings_opened)
        window.voice_tested.connect(self._on_voice_tested)

    def _on_settings_opened(self) -> None:
        """The voices known to be good at once, every other one when the speech library has named them."""
        announcer = self._announcer()
        if not self._is_connected:
            self._is_connected = True
            announcer.voices_listed.connect(self._on_voices_listed)
            announcer.condition_changed.connect(self._on_condition_changed)
        self._on_voices_listed([])
        announcer.list_voices()

    def _on_voices_listed(self, voices: list[dict[str, str]]) -> None:
        from hipback_desktop.sound.voice import offered_voices

        offered = {offer.choice.voice: offer.name for offer in offered_voices()}
        named = {voice["id"]: voice["name"] for voice in voices}
        others = {id_: name for id_, name in named.items() if _speaks_the_language(id_)}
        self._window.show_voices(offered | others | offered)

    def _on_voice_tested(self, voice: str, rate: int, volume: int) -> None:
        from hipback_desktop.core.wording import breathe_out_text
        from hipback_desktop.sound.voice import chosen_voice

        announcer = self._announcer()
        announcer.set_voice(chosen_voice(voice, rate))
        announcer.set_volume(volume / 100, self._person.settings.chime_volume / 100)
        announcer.say_now(breathe_out_text())
        self._on_condition_changed(announcer.condition)

    def _on_condition_changed(self, condition: SoundCondition) -> None:
        """What keeps the test from being heard; an empty sentence when it works again."""
        self._window.show_sound_trouble(condition.output.sentence or condition.voice.sentence)


def _speaks_the_language(voice_id: str) -> bool:
    """Whether a voice is for the language of the cues: of eSpeak's, the others would read them out as their own."""
    return not sys.platform.startswith("linux") or f"/{language().partition('_')[0]}" in voice_id
