"""Another terminal controls the running program, and a second start only raises its window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from hipback_desktop.app.start import Start
from hipback_desktop.cli import main
from hipback_desktop.core.errors import UserError
from hipback_desktop.desktop.control_client import ask
from tests.asking import meanwhile
from tests.cli.test_content import own_routine
from tests.stories.house import ENTER, ESC, TAB, House

QUESTION = "How stiff do you feel right now?"


class Other:
    """The other terminal."""

    def __init__(self, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
        self._qtbot = qtbot
        self._capsys = capsys

    def types(self, *words: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = meanwhile(self._qtbot, lambda: main(list(words)))
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err

    def learns(self, *words: str) -> dict[str, object]:
        code, out, err = self.types(*words, "--json")
        assert (code, err) == (0, "")
        document: dict[str, object] = json.loads(out)
        return document


@pytest.fixture
def other(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Other:
    return Other(qtbot, capsys)


@pytest.fixture
def playing(house: House) -> House:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(40)
    return house


def test_without_a_session_the_program_is_idle(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    assert other.learns("status") == {"state": "idle"}
    assert other.types("status")[1] == "No session is running.\n"
    code, out, err = other.types("pause")
    assert (code, out) == (1, "")
    assert err == "hipback: No session is running; start one with “hipback start ROUTINE”.\n"


def test_the_status_says_where_the_session_is(playing: House, other: Other) -> None:
    status = other.learns("status")
    assert (status["state"], status["routine"], status["kind"]) == ("running", "desk_reset_2", "work")
    assert (status["position_seconds"], status["remaining_seconds"], status["seconds"]) == (40, 35, 118)
    assert other.types("status")[1] == "Micro-break: Stand-up break, 0:35 left of this part, running.\n"


def test_pause_and_resume_do_what_the_keys_do(playing: House, other: Other) -> None:
    assert other.learns("pause")["state"] == "paused"
    playing.after(60)
    assert other.learns("status")["position_seconds"] == 40
    assert other.learns("resume")["state"] == "running"
    playing.after(13)
    assert other.learns("status")["position_seconds"] == 50


def test_next_and_previous_go_through_the_exercises(playing: House, other: Other) -> None:
    assert other.learns("next")["exercise"] == "hip_flexor_standing"
    other.learns("previous")
    assert other.learns("previous")["exercise"] == "break_stand_walk"


def test_stop_ends_it_and_keeps_what_was_done(playing: House, other: Other) -> None:
    assert other.learns("stop") == {"state": "idle"}
    assert playing.sees("Stopped. Your session is kept.")
    assert playing.sessions[0].active_seconds == pytest.approx(40)
    assert other.learns("status") == {"state": "idle"}


def test_stop_says_that_it_did(playing: House, other: Other) -> None:
    assert other.types("stop") == (0, "The session is over; what was done is kept.\n", "")
    assert other.types("stop")[0] == 1


def test_a_second_start_opens_no_second_window(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    house.window.showMinimized()
    assert other.types() == (0, "", "")
    assert not house.window.isMinimized()


def test_a_routine_is_started_from_outside(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    assert other.types("start", "keep_going_5") == (0, "", "")
    house.settle()
    assert house.page == "session"
    assert house.now.timeline.routine_id == "keep_going_5"
    code, _out, err = other.types("start", "full_20")
    assert code == 1
    assert "stop it first" in err
    assert house.now.timeline.routine_id == "keep_going_5"


def test_what_was_opened_for_a_moment_does_not_lie_over_a_session_from_outside(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    menu = QMenu(house.window)
    menu.addAction("Print…")
    menu.popup(house.window.pos())
    assert QApplication.activePopupWidget() is menu
    assert other.types("start", "keep_going_5") == (0, "", "")
    house.settle()
    assert QApplication.activePopupWidget() is None
    house.press(ESC)
    assert not house.is_playing


def test_a_link_starts_its_routine(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    assert other.types("hipback://start/keep_going_5") == (0, "", "")
    house.settle()
    assert house.sees(QUESTION)
    house.press(ENTER)
    assert house.now.timeline.routine_id == "keep_going_5"


@pytest.mark.parametrize("joined", [True, False])
def test_a_link_starts_its_routine_in_a_data_folder_named_before_it(
    house: House, other: Other, monkeypatch: pytest.MonkeyPatch, joined: bool
) -> None:
    monkeypatch.delenv("HIPBACK_DATA_DIR")
    house.knows_me()
    house.open()
    folder = str(house.folders.data_dir)
    options = [f"--data-dir={folder}"] if joined else ["--data-dir", folder]
    assert other.types(*options, "hipback://start/keep_going_5") == (0, "", "")
    house.settle()
    assert house.sees(QUESTION)


def test_nobody_is_taken_past_the_safety_screens_by_a_link(house: House, other: Other) -> None:
    house.open()
    assert other.types("hipback://start/keep_going_5") == (0, "", "")
    house.settle()
    assert (house.page, house.is_playing) == ("welcome", False)
    house.press(ENTER, ENTER, ENTER, ENTER)
    assert house.sees(QUESTION)
    house.press(ENTER)
    assert house.now.timeline.routine_id == "keep_going_5"


def test_a_first_start_by_a_link_shows_the_safety_screens_first(house: House) -> None:
    house.open(Start("hipback://start/keep_going_5"))
    assert (house.page, house.is_playing) == ("welcome", False)


def test_who_wants_only_breaks_gets_no_session_from_a_link(house: House) -> None:
    house.open(Start("hipback://start/keep_going_5"))
    house.press(TAB, ENTER, ENTER)
    assert house.page == "today"
    next(each for each in house.window.findChildren(QPushButton) if each.text() == "Change this choice").click()
    house.press(ENTER, ENTER, ENTER, ENTER)
    assert house.page == "today"
    assert not house.sees(QUESTION)


def test_an_opened_file_asks_first_and_what_is_wrong_with_one_is_said_in_the_window(
    house: House, other: Other, tmp_path: Path
) -> None:
    house.knows_me()
    house.open()
    code, _out, err = other.types(str(tmp_path / "mine.hipback.json"))
    assert code == 1
    assert "does not exist" in err
    assert house.sees("does not exist")
    file = own_routine(tmp_path / "mine.hipback.json")
    assert other.types(str(file)) == (0, "", "")
    house.settle()
    assert house.sees(QUESTION)


def test_a_first_start_by_a_file_that_cannot_be_used_says_so_in_the_window(house: House, tmp_path: Path) -> None:
    house.knows_me()
    house.open(Start(str(tmp_path / "mine.hipback.json"), is_opened=True))
    assert house.sees("does not exist")


def test_a_link_during_a_session_is_answered_with_a_key_and_not_with_a_command(playing: House, other: Other) -> None:
    assert other.types("hipback://start/keep_going_5")[2] == "hipback: A session is running; stop it first (Esc).\n"
    assert playing.sees("stop it first (Esc)")
    playing.press(ESC)
    assert not playing.sees("stop it first (Esc)")


@pytest.mark.parametrize(
    "link, sentence",
    [
        ("hipback://start/keep_going_6", "did you mean"),
        ("hipback://start/../secret", "does not name a routine"),
        ("hipback://stop", "does not name a routine"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_and_changes_nothing(
    house: House, other: Other, link: str, sentence: str
) -> None:
    house.knows_me()
    house.open()
    code, out, err = other.types(link)
    assert (code, out) == (1, "")
    assert sentence in err
    assert house.sees(sentence)
    assert not house.is_playing


def test_a_first_start_by_a_link_that_leads_nowhere_says_so_in_the_window(house: House) -> None:
    house.knows_me()
    house.open(Start("hipback://start/keep_going_6"))
    assert house.sees("did you mean")
    assert house.page == "today"


def test_a_link_brings_no_options_along(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Its quotes may have ended the word that it was meant to be."""
    with pytest.raises(SystemExit) as ended:
        main(["hipback://start/desk_reset_2", "--data-dir", str(tmp_path / "elsewhere")])
    assert ended.value.code == 2
    assert not (tmp_path / "elsewhere").exists()
    assert "hipback://start/desk_reset_2" in capsys.readouterr().err


def test_a_link_names_no_file(house: House, other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    house.knows_me()
    house.open()
    monkeypatch.chdir(house.folders.data_dir)
    Path("secret").write_text("{}", encoding="utf-8")
    assert "There is no routine “secret”" in other.types("hipback://start/secret")[2]


def test_an_unknown_routine_from_outside_is_told_there_and_changes_nothing_here(house: House, other: Other) -> None:
    house.knows_me()
    house.open()
    code, _out, err = other.types("start", "keep_going_6")
    assert code == 1
    assert "did you mean" in err
    assert not house.is_playing


def test_what_an_older_program_asks_is_refused_with_a_sentence(house: House, qtbot: QtBot) -> None:
    house.knows_me()
    house.open()
    with pytest.raises(UserError, match="does not know the command “dance”"):
        meanwhile(qtbot, lambda: ask(house.folders.socket, {"command": "dance"}))


def test_a_program_started_with_a_routine_plays_it_without_a_question(house: House, other: Other) -> None:
    house.open(Start("desk_reset_2", mute=True))
    assert house.page == "session"
    assert house.announcer.is_muted
    house.to_the_end()
    assert len(house.sessions) == 1


def test_a_history_can_be_read_while_a_session_runs(playing: House, other: Other) -> None:
    assert other.types("history") == (0, "No session yet.\n", "")
    playing.to_the_end()
    assert other.types("history")[1].endswith("Micro-break (Completed)\n")


def test_what_the_desktop_hands_over_is_played_or_told_of(house: House) -> None:
    house.knows_me()
    house.open()
    house.program.follow("hipback://start/keep_going_6")
    house.settle()
    assert house.sees("did you mean")
    house.program.follow("hipback://start/keep_going_5")
    house.settle()
    house.press(ENTER)
    assert house.now.timeline.routine_id == "keep_going_5"
    house.program.follow("hipback://start/full_20")
    house.settle()
    assert house.sees("A session is running")
