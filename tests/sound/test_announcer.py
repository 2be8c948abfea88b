"""The announcer with real child processes that crash, freeze, talk nonsense or have nothing to play on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.clock import SystemClock
from hipback_desktop.paths import asset
from hipback_desktop.sound.announcer import Announcer, Play, SoundKind
from hipback_desktop.sound.condition import SoundCondition, no_output, phrases_failed, voice_broken
from hipback_desktop.sound.phrase_cache import PhraseCache
from hipback_desktop.sound.voice import VoiceChoice

FAKE = Path(__file__).with_name("fake_process.py")
PATIENCE = 30_000  # for a loaded computer; nothing here waits for time to pass
SOON = 20.0

MakeAnnouncer = Callable[..., Announcer]


@pytest.fixture
def make(tmp_path: Path, qapp: object) -> Iterator[MakeAnnouncer]:
    made: list[Announcer] = []

    def announcer(player: str = "good", render: str = "good") -> Announcer:
        cache = PhraseCache(tmp_path / "cues", asset("sounds"))
        command = [sys.executable, str(FAKE)]
        made.append(
            Announcer(
                cache,
                SystemClock(),
                player_command=[*command, "player", player, str(tmp_path)],
                render_command=[*command, "render", render, str(tmp_path)],
            )
        )
        made[-1].conditions = []  # type: ignore[attr-defined]
        made[-1].condition_changed.connect(made[-1].conditions.append)  # type: ignore[attr-defined]
        return made[-1]

    yield announcer
    for each in made:
        each.close()


def starts(tmp_path: Path, role: str) -> int:
    return (tmp_path / role).stat().st_size


def prepare(announcer: Announcer, qtbot: QtBot, *texts: str) -> None:
    with qtbot.waitSignal(announcer.prepared, timeout=PATIENCE):
        announcer.prepare(texts)


def soon(announcer: Announcer, *texts: str) -> list[Play]:
    at = SystemClock().monotonic() + SOON
    return [Play(at, text, SoundKind.VOICE) for text in texts]


def hear(announcer: Announcer, qtbot: QtBot, plays: list[Play]) -> list[str]:
    heard: list[str] = []
    announcer.played.connect(lambda sound, _planned, _at: heard.append(sound))
    announcer.schedule(plays)
    qtbot.waitUntil(lambda: len(heard) >= len(plays), timeout=PATIENCE)
    return heard


def test_lengths_are_known_once_phrases_are_prepared(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make()
    assert announcer.seconds_of("One.") is None
    with qtbot.waitSignals([announcer.lengths_changed, announcer.prepared], timeout=PATIENCE, order="strict"):
        announcer.prepare(["One.", "x" * 301, ""])
    assert announcer.seconds_of("One.") == pytest.approx(0.1)
    assert announcer.seconds_of("x" * 301) is None
    assert announcer.chime_seconds("start") == pytest.approx(0.9)


def test_words_and_chimes_are_played(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make()
    prepare(announcer, qtbot, "One.")
    at = SystemClock().monotonic() + SOON
    plays = [Play(at, "start", SoundKind.CHIME), Play(at + 1, "One.", SoundKind.VOICE)]
    assert hear(announcer, qtbot, plays) == ["start", "One."]


def test_a_phrase_can_be_tried_at_once(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make()
    with qtbot.waitSignal(announcer.played, timeout=PATIENCE) as played:
        announcer.say_now("Hello.")
    assert played.args is not None
    assert played.args[0] == "Hello."


def test_another_voice_makes_the_lengths_anew(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make()
    prepare(announcer, qtbot, "One.")
    with qtbot.waitSignal(announcer.prepared, timeout=PATIENCE):
        announcer.set_voice(VoiceChoice("en-us", 150))
        assert announcer.seconds_of("One.") is None
    assert announcer.seconds_of("One.") is not None


def test_voices_are_listed(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make()
    with qtbot.waitSignal(announcer.voices_listed, timeout=PATIENCE) as listed:
        announcer.list_voices()
    assert listed.args == [[{"id": "fake", "name": "Fake"}]]


@pytest.mark.parametrize("part", ["crash once", "freeze once", "deaf once"])
@pytest.mark.expects_log
def test_cues_are_heard_after_a_fault_of_the_player(
    make: MakeAnnouncer, qtbot: QtBot, tmp_path: Path, part: str
) -> None:
    announcer = make(player=part)
    prepare(announcer, qtbot, "One.", "Two.")
    assert hear(announcer, qtbot, soon(announcer, "One.", "Two.")) == ["One.", "Two."]
    assert starts(tmp_path, "player") >= 2
    assert announcer.condition.output.ok


def test_no_device_is_said_once_and_taken_back_when_there_is_one(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make(player="deaf once")
    prepare(announcer, qtbot, "One.")
    hear(announcer, qtbot, soon(announcer, "One."))
    conditions: list[SoundCondition] = announcer.conditions  # type: ignore[attr-defined]
    assert [condition.output.sentence for condition in conditions] == [no_output().sentence, ""]


@pytest.mark.expects_log
def test_lines_that_are_no_messages_disturb_nobody(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make(player="nonsense", render="nonsense")
    prepare(announcer, qtbot, "One.")
    assert hear(announcer, qtbot, soon(announcer, "One.")) == ["One."]


def test_a_speech_library_that_ends_its_process_is_given_up_with_one_sentence(
    make: MakeAnnouncer, qtbot: QtBot, tmp_path: Path
) -> None:
    announcer = make(render="exit 1")
    prepare(announcer, qtbot, *(f"Phrase {number}." for number in range(50)))
    assert announcer.condition.voice == voice_broken()
    assert len(announcer.conditions) == 1  # type: ignore[attr-defined]
    assert starts(tmp_path, "render") == 3


def test_without_a_voice_chimes_are_still_heard(make: MakeAnnouncer, qtbot: QtBot) -> None:
    announcer = make(render="no voice")
    prepare(announcer, qtbot, "One.")
    assert announcer.condition.voice.sentence == "No voice."
    assert hear(announcer, qtbot, [Play(SystemClock().monotonic() + SOON, "start", SoundKind.CHIME)]) == ["start"]


def test_a_phrase_that_kills_the_library_costs_only_itself(make: MakeAnnouncer, qtbot: QtBot, tmp_path: Path) -> None:
    announcer = make(render="segv on Bad")
    prepare(announcer, qtbot, "One.", "Bad.", "Two.")
    assert announcer.seconds_of("Bad.") is None
    assert announcer.seconds_of("Two.") is not None
    assert announcer.condition.voice == phrases_failed()
    assert starts(tmp_path, "render") == 3


def test_programs_that_cannot_be_started_are_a_condition_and_no_more(
    qtbot: QtBot, tmp_path: Path, qapp: object
) -> None:
    cache = PhraseCache(tmp_path, asset("sounds"))
    nowhere = [str(tmp_path / "no such program")]
    announcer = Announcer(cache, SystemClock(), player_command=nowhere, render_command=nowhere)
    prepare(announcer, qtbot, "One.")
    announcer.schedule([Play(SystemClock().monotonic() + SOON, "start", SoundKind.CHIME)])
    qtbot.waitUntil(lambda: not announcer.condition.output.ok, timeout=PATIENCE)
    assert not announcer.condition.voice.ok
    announcer.close()


def test_nothing_runs_until_something_is_wanted(make: MakeAnnouncer, tmp_path: Path) -> None:
    announcer = make()
    announcer.set_volume(0.5, 0.5)
    announcer.set_muted(True)
    announcer.schedule([])
    announcer.silence()
    assert not announcer._link._child.is_running
    assert not any(timer.isActive() for timer in (announcer._link._watch, announcer._link._idle))
    assert not (tmp_path / "player").exists()
