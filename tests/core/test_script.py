"""What is said in a session, and when (guided.md §6, rule 6)."""

from __future__ import annotations

from typing import Any

import pytest

from hipback_desktop.core.cues import Channel, Chime, Cue, Profile
from hipback_desktop.core.exercise import Phase, Sides
from hipback_desktop.core.routine import Step
from hipback_desktop.core.script import plan_cues
from hipback_desktop.core.timeline import Timeline, compile_routine
from tests.builders import a_hold, a_rep_step, a_routine, a_walk, exercises_of
from tests.core.listening import a_plan, heard, in_segment, spoken_at, voiced


class Session:
    """The cues of a routine of the given steps."""

    def __init__(self, *steps: Step, free_reps: bool = False, **choices: Any) -> None:
        self.routine = a_routine(*steps)
        self.timeline: Timeline = compile_routine(self.routine, free_reps=free_reps)
        self.choices = choices

    @property
    def cues(self) -> tuple[Cue, ...]:
        return plan_cues(self.timeline, exercises_of(self.routine), a_plan(**self.choices))

    def said(self, index: int) -> list[str]:
        """The spoken words of a segment in order."""
        return [text for _, text in self.spoken(index)]

    def spoken(self, index: int) -> list[tuple[float, str]]:
        return in_segment(voiced(self.cues), self.timeline.segments[index])

    def chimes(self) -> list[tuple[float, str]]:
        return [(cue.at_seconds, str(cue.text)) for cue in self.cues if cue.channel is Channel.CHIME]


def test_a_stretch_of_thirty_seconds_is_guided_like_this() -> None:
    session = Session(a_hold(30, sides=Sides.NONE))
    assert session.spoken(1) == [
        (1.05, "Draw it in gently."),
        (6, "Exhale into the stretch."),
        (15, "Halfway."),
        (16, "Head heavy."),
        (27, "3"),
        (28, "2"),
        (29, "1"),
        (31.65, "That is the session. Well done."),
    ]


def test_the_last_hold_is_left_slowly_where_the_next_lead_in_has_room() -> None:
    changing = Session(a_hold(30, sides=Sides.NONE), a_walk(60))
    staying = Session(a_hold(30, sides=Sides.NONE), a_hold(20, id="twist", name="Twist"))
    assert (46.05, "Come out slowly.") in [(round(cue.at_seconds, 3), cue.text) for cue in voiced(changing.cues)]
    assert "Come out slowly." not in [cue.text for cue in voiced(staying.cues)]


def test_a_lead_in_names_what_comes_and_how_to_get_there() -> None:
    session = Session(a_walk(20), a_hold(30))
    assert session.said(2) == [
        "Next, in 15 seconds: Knee hug, right side. 30 seconds.",
        "Come on to your back.",
        "Lie on your back.",
    ]


def test_nobody_is_told_to_stand_up_at_the_beginning() -> None:
    assert "Come up to standing." not in Session(a_walk(20)).said(0)
    assert "Come up to standing." in Session(a_hold(30), a_walk(20)).said(4)


def test_the_position_is_not_said_when_it_stays() -> None:
    session = Session(a_hold(20), a_hold(20, id="twist", name="Twist"))
    assert "Come on to your back." in session.said(0)
    assert "Come on to your back." not in session.said(4)


def test_the_first_announcement_says_first() -> None:
    assert Session(a_walk(300)).said(0)[0] == "First, in 15 seconds: Easy walk. 5 minutes."


def test_a_change_of_sides_names_the_side() -> None:
    assert Session(a_hold(30)).said(2) == ["Change to the left side. 5 seconds."]


def test_a_rest_names_the_set_to_come_and_before_a_change_of_sides_only_itself() -> None:
    assert Session(a_rep_step(sets=2)).said(2) == ["Rest 30 seconds. Then set 2 of 2."]
    sided = Session(a_rep_step(sets=2, sides=Sides.EACH))
    assert [sided.said(index) for index in (4, 5)] == [["Rest."], ["Change to the right side. 5 seconds."]]


LONG_NAME = "Half-kneeling front-of-the-hip stretch with a long overhead reach"


@pytest.mark.parametrize(
    "words_a_minute, name",
    [
        (220, f"Next, in 8 seconds: {LONG_NAME}, right side. 2 sets of 30 seconds."),
        (130, f"Next: {LONG_NAME}, right side."),
        (80, "Right side."),
    ],
)
def test_an_announcement_is_as_long_as_the_lead_in_allows(words_a_minute: float, name: str) -> None:
    """Dropped, it would leave somebody without a name; rather less of it."""
    step = a_hold(30, sets=2, id="reach", name=LONG_NAME)
    assert Session(a_hold(20), step, seconds_of=spoken_at(words_a_minute)).said(4)[0] == name


@pytest.mark.parametrize("words_a_minute, text", [(130, "Change to the left side. 5 seconds."), (100, "Left side.")])
def test_a_change_of_sides_is_named_even_by_a_slow_voice(words_a_minute: float, text: str) -> None:
    assert Session(a_hold(30), seconds_of=spoken_at(words_a_minute)).said(2) == [text]


def test_chimes_mark_every_boundary() -> None:
    session = Session(a_hold(20), a_walk(30))
    boundaries = [(at, text) for at, text in session.chimes() if text != Chime.TICK]
    assert boundaries == [
        (15, "start"),
        (35, "switch"),
        (40, "start"),
        (60, "end"),
        (75, "start"),
        (105, "finish"),
    ]


def test_three_ticks_lead_into_the_work() -> None:
    session = Session(a_walk(30))
    assert [at for at, text in session.chimes() if text == Chime.TICK] == [12, 13, 14]


def test_a_lead_in_shorter_than_three_seconds_has_the_ticks_that_fit() -> None:
    session = Session(a_walk(30))
    session.timeline = session.timeline.with_seconds(0, 2.5)
    assert session.said(0) == ["Get ready."]
    assert [at for at, text in session.chimes() if text == Chime.TICK] == [1.5]


@pytest.mark.parametrize("seconds, is_said", [(29, False), (30, True), (60, True)])
def test_halfway_is_said_from_thirty_seconds_on(seconds: float, is_said: bool) -> None:
    assert ("Halfway." in Session(a_hold(seconds)).said(1)) is is_said


def test_halfway_can_be_left_out_and_can_have_words_of_its_own() -> None:
    assert "Halfway." not in Session(a_hold(30), speaks_halfway=False).said(1)
    own = Session(a_hold(30, halfway_cue="Now a little further.")).said(1)
    assert "Now a little further." in own
    assert "Halfway." not in own


@pytest.mark.parametrize("seconds, is_said", [(44, False), (45, True), (90, True)])
def test_ten_more_is_said_from_forty_five_seconds_on(seconds: float, is_said: bool) -> None:
    spoken = Session(a_hold(seconds, start_cue=None)).spoken(1)
    assert ((seconds - 10, "Ten more seconds, stay easy.") in spoken) is is_said


def test_a_long_hold_goes_on_between_breath_and_form() -> None:
    session = Session(a_hold(90, start_cue=None))
    texts = [text for _, text in session.spoken(1) if not text.isdigit()]
    assert texts.count("Exhale into the stretch.") == 4
    assert texts.index("Head heavy.") < texts.index("Soft shoulders.")


def test_a_second_set_begins_with_another_cue_on_form() -> None:
    session = Session(a_hold(30, sets=2, sides=Sides.NONE))
    assert [text for index in (1, 3) for text in session.said(index) if text in ("Head heavy.", "Soft shoulders.")] == [
        "Head heavy.",
        "Soft shoulders.",
    ]


def test_what_was_said_at_the_start_is_not_said_again() -> None:
    session = Session(a_hold(90, cues=("Draw it in gently.", "Head heavy.")))
    assert session.said(1).count("Draw it in gently.") == 1
    assert session.said(1).count("Head heavy.") == 4


def test_an_exercise_without_words_is_still_counted() -> None:
    session = Session(a_hold(20, cues=(), breathing_cues=(), start_cue=None))
    assert session.said(1) == ["3", "2", "1"]


def test_a_cue_of_its_own_and_one_its_phase_shares_take_turns() -> None:
    form = ("Head heavy.", "Soft shoulders.", "Let it soften.", "Stay and breathe.")
    shared: dict[str, Any] = {"shared_cues": ("Let it soften.", "Stay and breathe."), "sides": Sides.NONE}
    long = Session(a_hold(100, start_cue=None, **shared))
    in_turn = ["Head heavy.", "Let it soften.", "Soft shoulders.", "Stay and breathe."]
    assert [text for text in long.said(1) if text in form] == in_turn
    sets = Session(a_hold(30, sets=2, **shared))
    assert [text for index in (1, 3) for text in sets.said(index) if text in form] == ["Head heavy.", "Let it soften."]
    sides = Session(a_hold(50, **{**shared, "sides": Sides.EACH}))
    assert [text for index in (1, 3) for text in sides.said(index) if text in form] == in_turn
    alone = Session(a_hold(30, cues=(), **shared))
    assert [text for text in alone.said(1) if text in form] == ["Let it soften."]


def test_cues_that_a_phase_shares_come_no_oftener_than_its_own() -> None:
    def moments(**changes: Any) -> list[float]:
        session = Session(a_hold(90, start_cue=None, **changes))
        return [at for at, text in session.spoken(1) if not text.isdigit()]

    assert moments(shared_cues=("One two.", "Now go.", "And on.")) == moments()


def test_in_counted_work_every_second_set_ends_with_a_shared_cue() -> None:
    session = Session(a_rep_step(sets=3, start_cue=None, shared_cues=("Slow on the way down.",)), rep_counts="none")
    form = ("Head heavy.", "Soft shoulders.", "Slow on the way down.")
    assert [[text for text in session.said(index) if text in form] for index in (1, 3, 5)] == [
        ["Head heavy.", "Soft shoulders."],
        ["Head heavy.", "Slow on the way down."],
        ["Head heavy.", "Soft shoulders."],
    ]
    without = Session(a_rep_step(sets=2, cues=(), shared_cues=("Slow on the way down.",)), rep_counts="none")
    assert "Slow on the way down." not in without.said(3)


def test_breathing_can_be_left_out() -> None:
    assert "Exhale into the stretch." not in Session(a_hold(30), speaks_breathing=False).said(1)
    bridge = Session(a_rep_step(), speaks_breathing=False).said(1)
    assert "Breathe out as you lift." not in bridge
    assert "Head heavy." in bridge


def test_long_work_has_a_word_a_minute_and_nothing_on_breathing() -> None:
    spoken = Session(a_walk(300)).spoken(1)
    form = [at for at, text in spoken if text in ("Head heavy.", "Soft shoulders.")]
    assert form == [36, 96, 156, 216, 276]
    assert "Exhale into the stretch." not in [text for _, text in spoken]


def test_in_a_breathing_exercise_every_breath_is_said() -> None:
    """The breath is the exercise, so the setting does not matter; the first one waits for the chime, and
    the last gives way to “ten more seconds”.
    """
    step = a_walk(60, phase=Phase.CALM, breathing_cues=("In, two.", "Out, two, three."), start_cue="Belly soft.")
    spoken = Session(step, speaks_breathing=False, speaks_halfway=False).spoken(1)
    breaths = [(at, text) for at, text in spoken if text.startswith(("In", "Out"))]
    assert [at for at, text in breaths if text == "In, two."] == [1.05, 10, 20, 30, 40]
    assert [at for at, text in breaths if text == "Out, two, three."] == [4, 14, 24, 34, 44, 54]
    assert "Belly soft." not in [text for _, text in spoken]


@pytest.mark.parametrize(
    "rep_counts, spoken",
    [
        ("every", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "Last two.", "11"]),
        ("fifth", ["5", "Last two.", "11"]),
        ("none", []),
    ],
)
def test_reps_are_counted_as_they_are_completed(rep_counts: str, spoken: list[str]) -> None:
    step = a_rep_step(reps=12, seconds_per_rep=5, cues=(), breathing_cues=(), start_cue=None)
    session = Session(step, a_walk(10), rep_counts=rep_counts)
    assert session.said(1) == spoken


def test_every_fifth_rep_is_counted_and_so_are_the_last() -> None:
    step = a_rep_step(reps=18, seconds_per_rep=5, cues=(), breathing_cues=(), start_cue=None)
    session = Session(step, a_walk(10), rep_counts="fifth")
    assert session.spoken(1) == [(25, "5"), (50, "10"), (75, "15"), (80, "Last two."), (85, "17")]


def test_reps_that_change_direction_say_so_half_way() -> None:
    step = a_rep_step(reps=10, cues=(), breathing_cues=(), start_cue=None, halfway_cue="Other way round.")
    spoken = Session(step, a_walk(10), rep_counts="none").spoken(1)
    assert spoken == [(25, "Other way round.")]


def test_a_set_made_longer_is_counted_to_its_end() -> None:
    session = Session(a_rep_step(reps=4, cues=(), breathing_cues=(), start_cue=None), a_walk(10))
    session.timeline = session.timeline.with_seconds(1, 30)
    assert session.said(1) == ["1", "2", "3", "Last two.", "5"]


def test_free_reps_are_not_counted_and_their_end_is_not_rung() -> None:
    session = Session(a_rep_step(reps=10), a_walk(20), free_reps=True)
    assert [text for text in session.said(1) if text.isdigit() or text == "Last two."] == []
    assert "Draw it in gently." in session.said(1)
    assert [text for _, text in session.chimes() if text != Chime.TICK] == ["start", "start", "finish"]


def test_the_end_is_said_after_the_last_chime() -> None:
    session = Session(a_walk(20))
    finish, last = heard(session.cues)[-2:]
    assert (finish.at_seconds, finish.text) == (35, Chime.FINISH)
    assert last.text == "That is the session. Well done."
    assert last.at_seconds > 35 + 1.5


def test_essential_shows_form_and_breathing_instead_of_saying_them() -> None:
    session = Session(a_hold(30, sides=Sides.NONE), profile=Profile.ESSENTIAL)
    assert session.said(1) == ["Halfway.", "3", "2", "1", "That is the session. Well done."]
    shown = in_segment((cue for cue in session.cues if cue.channel is Channel.SCREEN), session.timeline.segments[1])
    assert shown[:3] == [(0, "Draw it in gently."), (6, "Exhale into the stretch."), (16, "Head heavy.")]
