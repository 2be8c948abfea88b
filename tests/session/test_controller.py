"""The controller tells what happened, once and in order, whatever the clock and the event loop do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hipback_desktop.core.exercise import Phase, Side
from hipback_desktop.core.ledger import open_ledger
from hipback_desktop.core.lifecycle import Place, Stage
from hipback_desktop.core.playback import Status
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.recovery import taken_up
from hipback_desktop.core.timeline import SegmentKind, Timings, compile_routine
from tests.session.stage import Stage as SessionStage
from tests.session.stage import content

pytestmark = pytest.mark.usefixtures("qapp")
SECONDS = 118


def test_a_session_walks_its_segments_at_their_moments_and_ends_on_the_dot() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_to_end()

    assert stage.moments("segment") == [0, 15, 75, 83, 98, 103]
    assert stage.moments("ended") == [SECONDS]
    assert stage.record.outcome is Outcome.COMPLETED
    assert stage.record.active_seconds == pytest.approx(SECONDS)
    assert [(s.exercise_id, s.side, round(s.done_seconds, 6)) for s in stage.record.steps] == [
        ("break_stand_walk", None, 60),
        ("hip_flexor_standing", Side.RIGHT, 15),
        ("hip_flexor_standing", Side.LEFT, 15),
    ]


def test_the_machine_is_where_the_session_is() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_to_end()

    warm_up, stretch = Phase.WARM_UP, Phase.STRETCH
    assert stage.heard("state") == [
        Stage.IDLE,
        Place(warm_up, SegmentKind.GET_READY),
        Place(warm_up, SegmentKind.WORK),
        Place(stretch, SegmentKind.GET_READY),
        Place(stretch, SegmentKind.WORK),
        Place(stretch, SegmentKind.SIDE_SWITCH),
        Place(stretch, SegmentKind.WORK),
        Stage.FINISHED,
    ]


def test_a_stalled_event_loop_loses_nothing_and_moves_nothing() -> None:
    """Three boundaries fall into one stall: each is told once, the end stays where it was."""
    stage = SessionStage()
    stage.start()
    stage.go_on(70)
    stage.stall(30)
    stage.go_to_end()

    assert [s.index for s in stage.heard("segment")] == [0, 1, 2, 3, 4, 5]
    assert stage.moments("ended") == [SECONDS]
    assert stage.record.active_seconds == pytest.approx(SECONDS)


def test_a_pause_moves_the_end_by_its_own_length_and_by_the_lead_in_after_it() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(30)
    stage.controller.pause()
    stage.go_on(100)
    stage.controller.resume()
    stage.go_to_end()

    assert stage.moments("ended") == [SECONDS + 100 + 3]
    assert stage.record.paused_seconds == pytest.approx(100)


def test_resuming_in_a_lead_in_needs_no_lead_in() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(5)
    stage.controller.toggle_pause()
    stage.go_on(10)
    stage.controller.toggle_pause()
    stage.go_to_end()

    assert stage.moments("ended") == [SECONDS + 10]


def test_sleep_of_the_computer_pauses_and_says_so() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(20)
    stage.clock.slept += 3600
    stage.go_on(2)

    playback = stage.controller.playback
    assert playback is not None
    assert playback.status is Status.PAUSED
    assert len(stage.heard("notice")) == 1
    stage.controller.resume()
    stage.go_to_end()
    assert stage.record.outcome is Outcome.COMPLETED


def test_a_sleep_shorter_than_two_seconds_is_no_sleep() -> None:
    stage = SessionStage()
    stage.start()
    stage.clock.slept += 1.5
    stage.go_to_end()

    assert stage.moments("ended") == [SECONDS]


def test_a_long_pause_asks_after_five_minutes_and_ends_after_fifteen() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(40)
    stage.controller.pause()
    stage.go_on(5 * 60 - 1)
    assert stage.heard("notice") == []
    stage.go_on(2)
    assert len(stage.heard("notice")) == 1
    stage.go_on(10 * 60)

    assert stage.record.outcome is Outcome.STOPPED
    assert stage.record.steps[0].done_seconds == pytest.approx(25)
    assert len(stage.heard("notice")) == 2


def test_the_count_is_shown_on_while_time_runs_and_rests_in_a_pause() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(90)
    view = stage.controller.view()
    assert view is not None
    stage.ticker.painted.emit()
    assert stage.ticker.counted_seconds == pytest.approx(view.remaining_seconds)
    stage.controller.pause()
    assert stage.ticker.counted_seconds is None
    stage.controller.resume()
    assert stage.ticker.counted_seconds == pytest.approx(3)


def test_stop_keeps_what_was_done() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(90)
    stage.controller.stop()

    assert stage.record.outcome is Outcome.STOPPED
    assert stage.record.active_seconds == pytest.approx(90)
    assert [(s.outcome, round(s.done_seconds, 6)) for s in stage.record.steps] == [
        (Outcome.COMPLETED, 60),
        (Outcome.STOPPED, 7),
    ]
    assert stage.heard("state")[-1] is Stage.STOPPED
    assert stage.ticker.wakes_at is None
    assert stage.ticker.counted_seconds is None


def test_nothing_moves_without_a_session() -> None:
    stage = SessionStage()
    controller = stage.controller
    for command in (
        controller.pause,
        controller.resume,
        controller.toggle_pause,
        controller.next_step,
        controller.previous_step,
        controller.finish_segment,
        controller.repeat_side,
        controller.make_easier,
        controller.stop,
    ):
        command()
    controller.extend(10)

    assert controller.view() is None
    assert not controller.is_active
    assert [kind for _at, kind, _value in stage.told] == ["state"]


def test_next_skips_the_exercise_and_begins_the_lead_in_of_the_one_after() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(20)
    stage.controller.next_step()

    view = stage.controller.view()
    assert view is not None
    assert view.segment.index == 2
    assert view.remaining_seconds == pytest.approx(8)
    assert stage.heard("step")[0].outcome is Outcome.SKIPPED
    assert stage.heard("step")[0].done_seconds == pytest.approx(5)


def test_next_in_the_last_exercise_ends_the_session() -> None:
    stage = SessionStage()
    stage.start()
    stage.controller.next_step()
    stage.controller.next_step()

    assert stage.record.outcome is Outcome.SKIPPED


def test_going_to_another_exercise_in_a_pause_stays_paused_and_resuming_enters_it() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(20)
    stage.controller.pause()
    stage.controller.next_step()
    assert stage.heard("state")[-1] is Stage.PAUSED

    stage.go_on(5)
    stage.controller.resume()
    assert stage.heard("state")[-1] == Place(Phase.STRETCH, SegmentKind.GET_READY)
    stage.go_to_end()
    assert stage.record.outcome is Outcome.COMPLETED


def test_a_session_that_was_cut_off_goes_on_behind_the_lead_in_of_its_step_and_side() -> None:
    timeline = compile_routine(content().routines["desk_reset_2"], Timings())
    stage = SessionStage()
    opened = open_ledger("cut", timeline, stage.clock.now())
    cut = replace(opened, position_seconds=110, active_seconds=110, paused_seconds=7)
    stage.begin(taken_up(cut, 15))
    view = stage.controller.view()
    assert view is not None
    assert (view.segment.kind, view.segment.side) == (SegmentKind.GET_READY, Side.LEFT)
    assert view.remaining_seconds == 15

    stage.go_to_end()
    assert stage.record.id == "cut"
    assert stage.record.active_seconds == pytest.approx(110 + 30)
    assert stage.record.paused_seconds == pytest.approx(7)


def test_starting_another_session_stops_the_one_that_runs() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(20)
    stage.start("keep_going_5")

    assert stage.record.outcome is Outcome.STOPPED
    assert stage.controller.is_active


def test_progress_is_told_twice_a_second_while_it_runs() -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(10.2)

    assert stage.moments("progress") == pytest.approx([half / 2 for half in range(21)])


def test_the_view_is_computed_from_the_clock(qtbot: QtBot) -> None:
    stage = SessionStage()
    stage.start()
    stage.go_on(20)

    view = stage.controller.view()
    assert view is not None
    assert view.remaining_seconds == pytest.approx(55)
    assert (view.ends_at - stage.clock.now()).total_seconds() == pytest.approx(98)
    assert view.upcoming_exercise is not None
    assert view.upcoming_exercise.id == "hip_flexor_standing"
