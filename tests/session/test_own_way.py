"""The easier form of an exercise, and sets at one's own pace."""

from __future__ import annotations

import pytest

from hipback_desktop.core.record import Outcome
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import SegmentKind
from tests.session.stage import Stage as SessionStage
from tests.session.stage import content

pytestmark = pytest.mark.usefixtures("qapp")


def test_easier_exchanges_the_exercise_and_begins_it_anew() -> None:
    stage = SessionStage()
    stage.start("keep_going_5")
    stage.go_on(20)
    stage.controller.make_easier()

    view = stage.controller.view()
    assert view is not None
    assert view.exercise.id == "hip_flexor_standing"
    assert view.segment.kind is SegmentKind.GET_READY
    assert view.segment.work_seconds == 30
    stage.go_to_end()
    assert [s.exercise_id for s in stage.record.steps][:3] == [
        "hip_flexor_half_kneeling",
        "hip_flexor_standing",
        "hip_flexor_standing",
    ]


def test_easier_says_how_when_there_is_no_other_exercise() -> None:
    stage = SessionStage()
    stage.start()
    stage.controller.make_easier()

    easier = content().exercises["break_stand_walk"].easier
    assert easier is not None
    assert stage.heard("notice") == [easier.text]


def test_free_reps_wait_for_the_person_and_space_says_done() -> None:
    stage = SessionStage(Settings(free_reps=True))
    stage.start("desk_break_5")
    stage.controller.next_step()
    stage.go_on(10 + 500)
    view = stage.controller.view()
    assert view is not None
    assert view.segment.is_open
    assert view.elapsed_seconds == pytest.approx(502)

    stage.controller.toggle_pause()

    step = stage.heard("step")[-1]
    assert (step.done_reps, step.outcome) == (10, Outcome.COMPLETED)
    assert step.done_seconds == pytest.approx(502)
