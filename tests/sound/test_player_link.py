"""Whatever the player does, what is still to come is told to a new one, soon and not too often."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.clock import Clock
from hipback_desktop.sound.condition import WORKS, Condition, no_output, output_broken
from hipback_desktop.sound.line import Message
from hipback_desktop.sound.player_link import PlayerLink, Sound
from hipback_desktop.sound.process import ChildProcess
from tests.sound.child import FakeChild, FakeClock

BELL = Sound(Path("bell.wav"), "chime", 1.0)
DEVICE: Message = {"ready": {"outputs": ["Speaker"]}}


class Bench:
    """A link between a fake player and a fake clock, with two bells scheduled, in 10 and in 20 seconds."""

    def __init__(self) -> None:
        self.child = FakeChild()
        self.clock = FakeClock()
        self.link = PlayerLink(cast("ChildProcess", self.child), cast("Clock", self.clock))
        self.conditions: list[Condition] = []
        self.link.condition_changed.connect(self._note)
        self.link.load("bell", BELL)
        self.link.schedule([(1010.0, "bell"), (1020.0, "bell")])

    def _note(self, condition: Condition) -> None:
        if not self.conditions or self.conditions[-1] != condition:
            self.conditions.append(condition)

    def check(self, times: int = 1) -> None:
        for _ in range(times):
            self.clock.now += 1.0
            self.link.check()

    def await_restart(self, qtbot: QtBot) -> None:
        starts = self.child.starts
        qtbot.waitUntil(lambda: self.child.starts > starts, timeout=20_000)


@pytest.fixture
def bench(qapp: object) -> Bench:
    return Bench()


def moments(child: FakeChild) -> list[float]:
    return [play["at"] for play in child.last("schedule")["schedule"]]


def test_the_first_schedule_starts_the_player_and_tells_it_everything(bench: Bench) -> None:
    assert bench.child.starts == 1
    assert bench.child.last("load")["load"] == [{"id": "bell", "file": "bell.wav", "group": "chime"}]
    assert moments(bench.child) == [1010.0, 1020.0]


def test_a_sound_is_loaded_once(bench: Bench) -> None:
    bench.child.told.clear()
    bench.link.schedule([(1011.0, "bell")])
    assert not bench.child.was_told("load")
    assert moments(bench.child) == [1011.0]


def test_a_sound_known_later_is_loaded_then(bench: Bench) -> None:
    bench.link.schedule([(1030.0, "word")])
    bench.link.load("word", Sound(Path("word.wav"), "voice", 2.0))
    assert bench.child.last("load")["load"][0]["id"] == "word"


def test_sounds_that_nobody_wants_to_hear_are_not_loaded(bench: Bench) -> None:
    bench.child.told.clear()
    bench.link.load("word", Sound(Path("word.wav"), "voice", 2.0))
    assert not bench.child.was_told("load")


@pytest.mark.expects_log
def test_a_player_that_ends_is_replaced_and_told_what_is_still_to_come(bench: Bench, qtbot: QtBot) -> None:
    bench.child.says(DEVICE)
    bench.clock.now = 1012.0
    bench.child.dies()
    bench.await_restart(qtbot)
    assert moments(bench.child) == [1020.0]
    assert bench.child.was_told("load")
    assert bench.conditions == [WORKS]


@pytest.mark.expects_log
def test_a_player_that_does_not_answer_is_replaced_within_three_checks(bench: Bench, qtbot: QtBot) -> None:
    bench.child.says(DEVICE)
    bench.check(2)
    assert bench.child.is_running
    bench.check()
    assert not bench.child.is_running
    bench.await_restart(qtbot)
    assert moments(bench.child) == [1010.0, 1020.0]


def test_a_player_that_answers_is_left_alone(bench: Bench) -> None:
    bench.child.says(DEVICE)
    for _ in range(8):
        bench.check()
        bench.child.says({"pong": bench.child.last("ping")["ping"]})
    assert bench.child.starts == 1


def test_a_starting_player_is_given_more_time(bench: Bench) -> None:
    bench.check(5)
    assert bench.child.is_running


@pytest.mark.expects_log
def test_a_sound_that_never_finishes_means_a_player_gone_deaf(bench: Bench) -> None:
    bench.child.says(DEVICE)
    bench.clock.now = 1010.0
    bench.child.says({"playing": "bell", "at": 1010.0, "planned": 1010.0})
    bench.clock.now += BELL.seconds + 1.4
    bench.link.check()
    assert bench.child.is_running
    bench.clock.now += 0.2
    bench.link.check()
    assert not bench.child.is_running


def test_a_finished_sound_is_nothing_to_worry_about(bench: Bench) -> None:
    bench.child.says(DEVICE)
    bench.clock.now = 1010.0
    bench.child.says({"playing": "bell", "at": 1010.0, "planned": 1010.0})
    bench.child.says({"done": "bell"})
    bench.clock.now = 1019.0
    bench.link.check()
    assert bench.child.is_running


def test_without_a_device_one_sentence_is_said_and_a_new_player_looks_again(bench: Bench) -> None:
    nothing: Message = {"ready": {"outputs": []}}
    bench.child.says(nothing)
    for start in (2, 3):
        for _ in range(3):
            bench.check()
            if bench.child.starts < start:
                bench.child.says({"pong": 0})
        assert bench.child.starts == start
        bench.child.says(nothing)
    assert bench.conditions == [no_output()]
    bench.child.says(DEVICE)
    assert bench.conditions == [no_output(), WORKS]


def test_a_device_that_appears_gets_a_player_that_knows_it(bench: Bench) -> None:
    bench.child.says({"ready": {"outputs": []}})
    bench.child.says({"outputs": ["Headphones"]})
    assert bench.child.starts == 2
    assert moments(bench.child) == [1010.0, 1020.0]


def test_without_anything_to_hear_no_new_player_is_started(bench: Bench) -> None:
    bench.child.says({"ready": {"outputs": []}})
    bench.link.silence()
    bench.check(5)
    assert bench.child.starts == 1
    bench.child.dies()
    assert not bench.link._restart.isActive()
    assert not bench.link._watch.isActive()


@pytest.mark.expects_log
def test_a_player_that_ends_again_and_again_is_started_less_and_less_often(bench: Bench, qtbot: QtBot) -> None:
    delays = []
    for _ in range(7):
        bench.child.says(DEVICE)
        bench.child.dies()
        delays.append(bench.link._restart.interval() / 1000)
        bench.link._start()
    assert delays == [0.25, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0]
    assert bench.conditions == [WORKS, output_broken()]
    bench.child.says(DEVICE)
    bench.child.says({"done": "bell"})
    assert bench.conditions[-1] == WORKS


def test_after_a_long_healthy_time_a_player_is_replaced_at_once(bench: Bench) -> None:
    for _ in range(3):
        bench.child.dies()
        bench.link._start()
    bench.clock.now += 31
    bench.link.schedule([(2000.0, "bell")])
    bench.child.dies()
    assert bench.link._restart.interval() == 250


def test_what_was_begun_is_not_begun_again_by_a_new_player(bench: Bench) -> None:
    bench.clock.now = 1010.0
    bench.child.says({"playing": "bell", "at": 1010.0, "planned": 1010.0})
    bench.child.dies()
    bench.link._start()
    assert moments(bench.child) == [1020.0]


def test_played_sounds_are_reported(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.link.played) as played:
        bench.child.says({"playing": "bell", "at": 1010.003, "planned": 1010.0})
    assert played.args == ["bell", 1010.0, 1010.003]


def test_silence_stops_and_forgets(bench: Bench) -> None:
    bench.link.silence()
    assert bench.child.told[-1] == {"silence": True}
    assert not bench.link._watch.isActive()
    assert bench.link._idle.isActive()


def test_a_player_with_nothing_to_play_for_a_minute_is_ended(bench: Bench) -> None:
    bench.link.silence()
    assert bench.link._idle.interval() == 60_000
    bench.link._rest()
    assert not bench.child.is_running
    bench.link.schedule([(1050.0, "bell")])
    assert bench.child.starts == 2


def test_a_sound_wanted_at_once_is_forgotten_when_nobody_waits_for_it_any_more(bench: Bench) -> None:
    bench.link.silence()
    bench.link.play_at_once("bell")
    assert bench.child.last("play") == {"play": "bell"}
    bench.clock.now += 11
    bench.child.dies()
    bench.link._start()
    assert not bench.child.was_told("play")


def test_a_cue_that_was_too_late_is_told_and_no_longer_waited_for(bench: Bench, qtbot: QtBot) -> None:
    bench.child.says(DEVICE)
    with qtbot.waitSignal(bench.link.missed) as missed:
        bench.child.says({"late": "bell", "planned": 1010.0})
    assert missed.args == ["bell"]
    bench.link._start()
    assert moments(bench.child) == [1020.0]


def test_the_first_sound_does_not_wait_until_the_last_is_loaded(bench: Bench) -> None:
    bench.link.load("word", Sound(Path("word.wav"), "voice", 2.0))
    bench.link.schedule([(1005.0, "word"), (1010.0, "bell")])
    bench.link._start()
    loads = [message["load"] for message in bench.child.told if "load" in message]
    assert [[sound["id"] for sound in load] for load in loads] == [["word"], ["bell"]]
