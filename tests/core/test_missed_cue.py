"""What could not be said at its moment is planned anew for later."""

from __future__ import annotations

from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.timeline import compile_routine
from tests.builders import a_hold, a_routine, a_walk, exercises_of
from tests.core.listening import a_plan


def test_a_cue_that_was_missed_comes_later_only_while_its_window_is_open() -> None:
    routine = a_routine(a_walk(20), a_hold(30))
    timeline = compile_routine(routine)
    planned = plan_cues(timeline, exercises_of(routine), a_plan())
    name = next(cue for cue in planned if cue.segment_index == 2 and cue.text.startswith("Next"))

    def moments(since: float) -> list[float]:
        again = plan_cues(timeline, exercises_of(routine), a_plan(), {(2, name.text): since})
        return [cue.at_seconds for cue in again if cue.text == name.text]

    assert moments(name.at_seconds + 1) == [name.at_seconds + 1]
    assert moments(timeline.segments[3].start_seconds) == [name.at_seconds]
