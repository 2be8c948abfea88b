"""Any order of all keys: a random walk that keeps book of what must always hold."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hipback_desktop.core.events import Ended, Paused, Resumed, SegmentStarted, TimelineChanged, WorkEnded
from hipback_desktop.core.playback import Status
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.routine import Routine, Step
from hipback_desktop.core.timeline import Segment, SegmentKind, Timings, compile_routine, compile_step
from tests.core.person import Person
from tests.core.strategies import STEADY, routines, steps
from tests.core.test_timeline_properties import assert_without_gaps

WAITS = st.sampled_from([0, 0.25, 1, 1.75, 2, 5, 8, 10, 14.75, 15, 30, 45.25, 200]) | st.integers(0, 400)


def is_running(walk: PlaybackWalk) -> bool:
    return not walk.person.playback.is_over


def same_work(one: Segment, other: Segment) -> bool:
    names = ("exercise_id", "side", "set_number", "step_index")
    return [getattr(one, name) for name in names] == [getattr(other, name) for name in names]


class PlaybackWalk(RuleBasedStateMachine):
    """A person who presses anything at any time; ``seen`` is how many events have been looked at."""

    person: Person

    @initialize(routine=routines(), free_reps=st.booleans(), data=st.data())
    def begins(self, routine: Routine, free_reps: bool, data: st.DataObject) -> None:
        timeline = compile_routine(routine, free_reps=free_reps)
        index = data.draw(st.sampled_from([0, 0, len(timeline.segments) - 1]))
        self.person = Person(timeline, index)
        self.seen = 1
        self.under_way: Segment | None = self.work(timeline.segments[index])
        self.done_seconds = 0.0

    @staticmethod
    def work(segment: Segment) -> Segment | None:
        return segment if segment.kind is SegmentKind.WORK else None

    @rule(seconds=WAITS)
    def waits(self, seconds: float) -> None:
        self.person.wait(seconds)
        self.check(goes_on_by_one=True)

    @rule()
    def pauses(self) -> None:
        self.person.pause()
        self.check(goes_on_by_one=True)

    @rule(lead_in=st.sampled_from([0, 3, 15]))
    def goes_on(self, lead_in: float) -> None:
        self.person.resume(lead_in)
        self.check(goes_on_by_one=True)

    @rule()
    def is_done(self) -> None:
        self.person.is_done()
        self.check(goes_on_by_one=True)

    @rule(seconds=st.sampled_from([10, -10, 0.25, -0.25]))
    def extends(self, seconds: float) -> None:
        self.person.extend(seconds)
        self.check(goes_on_by_one=True)

    @rule()
    def next(self) -> None:
        before = self.person.playback
        self.person.next()
        passed_over = [
            segment
            for segment in before.timeline.segments[before.index + 1 :]
            if segment.step_index == before.segment.step_index and segment.kind is SegmentKind.WORK
        ]
        self.check(passed_over=passed_over if not before.is_over else [])

    @rule()
    def previous(self) -> None:
        self.leave(self.person.previous)

    @rule(lead_in=st.sampled_from([3, 5]))
    def repeats(self, lead_in: float) -> None:
        self.leave(lambda: self.person.repeat(lead_in))

    @precondition(is_running)
    @rule(step=steps())
    def makes_easier(self, step: Step) -> None:
        segments = compile_step(step, self.person.playback.segment.step_index, Timings(), changes_position=False)
        self.leave(lambda: self.person.replace(segments))

    @precondition(lambda walk: walk.person.now > 1300)
    @rule()
    def stops(self) -> None:
        self.leave(self.person.stop)

    def leave(self, press: Callable[[], object]) -> None:
        """A key that may leave a set in its first moment, which then is not told."""
        self.person.wait(0)
        self.check(goes_on_by_one=True)
        had_begun = self.person.playback.elapsed(self.person.now) > 0
        press()
        self.check(may_forget=not had_begun)

    def check(
        self, *, goes_on_by_one: bool = False, may_forget: bool = False, passed_over: list[Segment] | None = None
    ) -> None:
        """What the last key brought, event by event."""
        index = None
        for event in self.person.events[self.seen :]:
            match event:
                case SegmentStarted(segment=segment):
                    assert self.under_way is None or may_forget
                    assert not goes_on_by_one or index is None or segment.index == index + 1
                    index = segment.index
                    self.under_way = self.work(segment)
                case WorkEnded():
                    self.check_work(event, passed_over or [])
                case Ended():
                    assert self.under_way is None or may_forget
                case Paused() | Resumed() | TimelineChanged():
                    pass
        self.seen = len(self.person.events)

    def check_work(self, event: WorkEnded, passed_over: list[Segment]) -> None:
        """Each set that was begun is told once, then those that are passed over, in their order."""
        assert event.segment.kind is SegmentKind.WORK
        assert (event.done_reps is None) == (event.segment.reps is None)
        assert event.done_seconds >= 0
        self.done_seconds += event.done_seconds
        if self.under_way is not None:
            assert same_work(event.segment, self.under_way)
            self.under_way = None
        else:
            assert same_work(event.segment, passed_over.pop(0))
            assert (event.done_seconds, event.outcome) == (0, Outcome.SKIPPED)

    @invariant()
    def the_position_is_in_the_segment(self) -> None:
        playback, position = self.person.playback, self.person.position
        assert playback.segment.start_seconds <= position
        if not playback.segment.is_open:
            assert position <= playback.segment.end_seconds <= playback.timeline.seconds
        if playback.status is Status.FINISHED:
            assert position == playback.timeline.seconds

    @invariant()
    def the_timeline_has_no_gaps(self) -> None:
        assert_without_gaps(self.person.playback.timeline)

    @invariant()
    def nothing_was_due_before_now(self) -> None:
        deadline = self.person.playback.deadline
        assert deadline is None or deadline >= self.person.now

    @invariant()
    def there_is_one_end(self) -> None:
        ends = [event for event in self.person.events if isinstance(event, Ended)]
        assert len(ends) == self.person.playback.is_over
        assert not ends or self.person.events[-1] == ends[0]

    @invariant()
    def events_come_in_the_order_of_time(self) -> None:
        moments = [event.at for event in self.person.events if not isinstance(event, TimelineChanged)]
        assert moments == sorted(moments)
        assert moments[-1] <= self.person.now

    @invariant()
    def pauses_and_goings_on_alternate(self) -> None:
        turns = [type(event) for event in self.person.events if isinstance(event, (Paused, Resumed))]
        assert turns == ([Paused, Resumed] * len(turns))[: len(turns)]

    @invariant()
    def active_and_paused_are_the_time_that_passed(self) -> None:
        playback, now = self.person.playback, self.person.now
        end = playback.changed_at if playback.is_over else now
        assert playback.active(now) + playback.pauses(now) == end - playback.started_at
        assert playback.pauses(now) >= 0
        assert self.done_seconds <= playback.active(now)

    @invariant()
    def what_is_left_is_never_less_than_nothing(self) -> None:
        playback, now = self.person.playback, self.person.now
        assert playback.remaining(now) >= 0
        assert playback.left_of_session(now) >= playback.remaining(now)
        assert playback.lead_in(now) >= 0

    def teardown(self) -> None:
        """Whatever was pressed, the session comes to its end."""
        if not hasattr(self, "person"):
            return
        self.person.resume()
        presses: list[Callable[[], object]] = [lambda: self.person.wait(10_000), self.person.is_done]
        for turn in range(200):
            if self.person.playback.is_over:
                break
            presses[turn % 2]()
        assert self.person.playback.is_over
        self.there_is_one_end()


TestPlaybackWalk = PlaybackWalk.TestCase
TestPlaybackWalk.settings = settings(STEADY, max_examples=60, stateful_step_count=30)
