"""Phrases are rendered in order, and no fault of the speech library costs more than the phrase it strikes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.sound.condition import WORKS, Condition, no_voice, phrases_failed, voice_broken
from hipback_desktop.sound.phrase_cache import PhraseCache
from hipback_desktop.sound.process import ChildProcess
from hipback_desktop.sound.renderer import Renderer
from hipback_desktop.sound.voice import VoiceChoice
from tests.sound.audio import write_tone
from tests.sound.child import FakeChild

ENGINE = "espeak 1"


class Bench:
    """A renderer with a fake rendering process, and everything it said."""

    def __init__(self, folder: Path) -> None:
        self.child = FakeChild()
        self.cache = PhraseCache(folder, folder)
        self.renderer = Renderer(self.cache, cast("ChildProcess", self.child), VoiceChoice("en-us"))
        self.rendered: list[str] = []
        self.conditions: list[Condition] = []
        self.settled = 0
        self.renderer.rendered.connect(lambda text, _file: self.rendered.append(text))
        self.renderer.condition_changed.connect(self._note)
        self.renderer.settled.connect(self._count)

    def _note(self, condition: Condition) -> None:
        if not self.conditions or self.conditions[-1] != condition:
            self.conditions.append(condition)

    def _count(self) -> None:
        self.settled += 1

    def wants(self, *texts: str) -> None:
        self.renderer.request(texts)
        self.renderer._soon.stop()
        self.renderer._go_on()

    def announces(self) -> None:
        self.child.says({"engine": ENGINE})

    @property
    def asked(self) -> str:
        return str(self.child.last("text")["text"])

    def renders(self) -> None:
        request: dict[str, Any] = self.child.last("text")
        write_tone(Path(request["file"]))
        self.child.says({"text": request["text"], "file": request["file"], "seconds": 1.0})


@pytest.fixture
def bench(tmp_path: Path, qapp: object) -> Bench:
    return Bench(tmp_path)


def test_phrases_are_rendered_in_order_and_the_process_is_ended(bench: Bench) -> None:
    bench.wants("One.", "Two.", "One.")
    assert bench.child.told == [{"voice": "en-us", "rate": 130, "pitch": None}]
    bench.announces()
    assert bench.asked == "One."
    bench.renders()
    bench.renders()
    assert bench.rendered == ["One.", "Two."]
    assert bench.settled == 1
    assert not bench.child.is_running
    assert bench.conditions == [WORKS]


def test_what_is_in_the_cache_needs_no_process_once_the_engine_is_known(bench: Bench) -> None:
    bench.wants("One.")
    bench.announces()
    bench.renders()
    bench.wants("One.")
    assert bench.rendered == ["One.", "One."]
    assert bench.child.starts == 1


def test_a_damaged_file_is_rendered_again(bench: Bench) -> None:
    file = bench.cache.file_of(ENGINE, VoiceChoice("en-us"), "One.")
    file.write_bytes(b"RIFF")
    bench.wants("One.")
    bench.announces()
    assert bench.asked == "One."


def test_a_phrase_that_ends_the_process_twice_is_left_out(bench: Bench) -> None:
    bench.wants("One.", "Bad.", "Two.")
    bench.announces()
    bench.renders()
    for _ in range(2):
        assert bench.asked == "Bad."
        bench.child.dies()
        bench.announces()
    bench.renders()
    assert bench.rendered == ["One.", "Two."]
    assert bench.conditions == [WORKS, phrases_failed()]
    assert bench.settled == 1


def test_a_phrase_that_may_still_succeed_is_nothing_to_complain_of(bench: Bench) -> None:
    bench.wants("One.", "Two.")
    bench.announces()
    bench.renders()
    bench.child.dies()
    bench.wants("One.", "Two.")
    bench.announces()
    bench.renders()
    assert bench.rendered == ["One.", "One.", "Two."]
    assert bench.conditions == [WORKS]


def test_a_phrase_that_hangs_is_left_out_the_same_way(bench: Bench) -> None:
    bench.wants("One.", "Bad.")
    bench.announces()
    bench.renders()
    assert bench.renderer._patience.interval() == 5000
    for _ in range(2):
        bench.renderer._patience.timeout.emit()
        if bench.child.is_running:
            bench.announces()
    assert bench.settled == 1
    assert not bench.child.is_running


def test_a_library_that_ends_its_process_at_once_is_given_up_after_three_starts(bench: Bench) -> None:
    bench.wants("One.", "Two.")
    for _ in range(3):
        bench.child.dies()
    assert bench.child.starts == 3
    assert not bench.child.is_running
    assert bench.conditions == [voice_broken()]
    assert bench.settled == 1


def test_damaged_voice_files_do_not_cost_a_restart_for_every_phrase(bench: Bench) -> None:
    bench.wants(*(f"Phrase {number}." for number in range(60)))
    while bench.child.is_running:
        bench.announces()
        bench.child.dies()
    assert bench.child.starts == 3
    assert bench.conditions == [voice_broken()]


def test_without_a_voice_the_sentence_of_the_library_is_shown(bench: Bench) -> None:
    bench.wants("One.")
    bench.child.says({"unavailable": "No voice."})
    assert bench.conditions == [no_voice("No voice.")]
    assert bench.settled == 1
    assert not bench.child.is_running


def test_the_next_request_tries_again(bench: Bench) -> None:
    bench.wants("One.")
    bench.child.says({"unavailable": "No voice."})
    bench.wants("One.")
    bench.announces()
    bench.renders()
    assert bench.conditions == [no_voice("No voice."), WORKS]


@pytest.mark.expects_log
def test_a_phrase_the_engine_refuses_is_left_out(bench: Bench) -> None:
    bench.wants("One.", "Bad.", "Two.")
    bench.announces()
    bench.renders()
    for _ in range(2):
        bench.child.says({"text": "Bad.", "error": "no"})
    assert bench.asked == "Two."


def test_an_answer_that_was_not_asked_for_is_ignored(bench: Bench) -> None:
    bench.wants("One.")
    bench.announces()
    bench.child.says({"text": "Other.", "file": "other.wav", "seconds": 1.0})
    bench.child.says({"nonsense": 1})
    assert bench.rendered == []
    assert bench.asked == "One."


def test_another_voice_begins_anew(bench: Bench) -> None:
    bench.wants("One.")
    bench.announces()
    bench.renderer.set_voice(VoiceChoice("en-us+f3", 120, 30))
    assert not bench.child.is_running
    bench.wants("One.")
    bench.child.says({"engine": ENGINE})
    assert {"voice": "en-us+f3", "rate": 120, "pitch": 30} in bench.child.told


def test_a_phrase_asked_for_by_a_person_comes_next(bench: Bench) -> None:
    bench.wants("One.", "Two.")
    bench.announces()
    bench.renderer.request_first("Test.")
    bench.renders()
    assert bench.asked == "Test."


def test_voices_are_listed_and_rendering_goes_on(bench: Bench, qtbot: QtBot) -> None:
    bench.wants("One.")
    bench.renderer.list_voices()
    bench.announces()
    assert bench.child.told[-1] == {"list": True}
    with qtbot.waitSignal(bench.renderer.voices_listed) as listed:
        bench.child.says({"voices": [{"id": "a", "name": "A"}]})
    assert listed.args == [[{"id": "a", "name": "A"}]]
    assert bench.asked == "One."


def test_a_request_is_answered_after_it_was_made(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.renderer.settled):
        bench.renderer.request([])
        assert bench.settled == 0
