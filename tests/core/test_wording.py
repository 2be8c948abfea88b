"""What the engine says and shows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hipback_desktop.core import wording
from hipback_desktop.core.choice_labels import EQUIPMENT_LABELS
from hipback_desktop.core.exercise import Equipment, Phase, Position, Side
from hipback_desktop.core.record import Outcome
from hipback_desktop.core.timeline import SegmentKind
from tests.builders import NOON, a_record, a_segment, an_exercise

HUG = an_exercise()


@pytest.mark.parametrize(
    "seconds, text",
    [(125, "2:05"), (60, "1:00"), (59.2, "1:00"), (0.01, "0:01"), (0, "0:00"), (-3, "0:00"), (3600, "60:00")],
)
def test_a_countdown_is_rounded_up_and_0_00_means_over(seconds: float, text: str) -> None:
    assert wording.clock_text(seconds) == text


@pytest.mark.parametrize("seconds, text", [(0, "1 min"), (29, "1 min"), (598, "10 min"), (1787, "30 min")])
def test_minutes_are_round_and_never_none(seconds: float, text: str) -> None:
    assert wording.minutes_text(seconds) == text


@pytest.mark.parametrize(
    "seconds, text",
    [(1, "1 second"), (30, "30 seconds"), (60, "1 minute"), (90, "90 seconds"), (120, "2 minutes"), (59.6, "1 minute")],
)
def test_a_length_is_said_in_minutes_when_they_are_whole(seconds: float, text: str) -> None:
    assert wording.time_text(seconds) == text


def test_an_amount_is_said_in_reps_where_it_has_them() -> None:
    assert wording.amount_text(50, 10) == "10 reps"
    assert wording.amount_text(5, 1) == "1 rep"
    assert wording.amount_text(30, None) == "30 seconds"


@pytest.mark.parametrize(
    "name, values",
    [
        ("phase_name", Phase),
        ("side_name", Side),
        ("way_text", Position),
        ("equipment_name", Equipment),
        ("outcome_name", Outcome),
        ("kind_name", SegmentKind),
    ],
)
def test_every_value_has_a_name_of_its_own(name: str, values: type) -> None:
    names = [getattr(wording, name)(value) for value in values]  # type: ignore[attr-defined]
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_settings_call_what_one_has_by_the_name_it_has_everywhere() -> None:
    for value, text in EQUIPMENT_LABELS:
        assert text.lower().startswith(wording.equipment_name(Equipment(value)))


def test_sets_are_numbered_where_there_are_several() -> None:
    assert wording.set_text(a_segment(sets=1)) == ""
    assert wording.set_text(a_segment(sets=3, set_number=2)) == "Set 2 of 3"


def test_a_place_names_its_set_where_there_are_several() -> None:
    assert wording.with_set("Pigeon", a_segment(sets=1)) == "Pigeon"
    assert wording.with_set("Pigeon", a_segment(sets=3, set_number=2)) == "Pigeon, set 2 of 3"


def test_a_title_names_the_side() -> None:
    assert wording.title(HUG, None) == "Knee hug"
    assert wording.title(HUG, Side.LEFT) == "Knee hug, left side"


def a_lead_in(**changes: object) -> str:
    segment = a_segment(**{"kind": SegmentKind.GET_READY, "seconds": 15, "work_seconds": 30, **changes})
    return wording.announcement(HUG, segment, is_first=segment.index == 0)


def test_an_announcement_tells_the_time_the_name_the_side_and_the_amount() -> None:
    assert a_lead_in() == "First, in 15 seconds: Knee hug. 30 seconds."
    assert a_lead_in(index=3, side=Side.RIGHT, sets=2, seconds=8) == (
        "Next, in 8 seconds: Knee hug, right side. 2 sets of 30 seconds."
    )
    assert a_lead_in(index=3, reps=10) == "Next, in 15 seconds: Knee hug. 10 reps."
    assert a_lead_in(index=3, reps=10, sets=2, set_number=2) == "Next, in 15 seconds: Knee hug. Set 2 of 2, 10 reps."


def test_an_announcement_can_be_cut_down_to_two_words() -> None:
    segment = a_segment(side=Side.RIGHT)
    assert wording.short_announcement(HUG, segment) == "Next: Knee hug, right side."
    assert wording.shortest_announcement(segment) == "Right side."
    assert wording.shortest_announcement(a_segment()) == "Get ready."


def test_a_change_of_sides_names_the_side_it_leads_to() -> None:
    assert wording.switch_text(a_segment(side=Side.LEFT, seconds=5)) == "Change to the left side. 5 seconds."
    assert wording.switch_text(a_segment(side=Side.RIGHT, seconds=6)) == "Change to the right side. 6 seconds."


def test_a_rest_tells_which_set_follows() -> None:
    assert wording.rest_text(a_segment(seconds=30, set_number=2, sets=3)) == "Rest 30 seconds. Then set 2 of 3."


@pytest.mark.parametrize(
    "active, planned, text",
    [
        (560, 600, "9 of 10 min"),
        (900, 600, "15 of 10 min"),
        (60, 594, "1 of 10 min"),
        (59.7, 600, "59 s of 10 min"),
        (0, 600, "0 s of 10 min"),
        (9, 20, "9 s of 1 min"),
    ],
)
def test_a_session_tells_how_much_of_it_was_done(active: float, planned: float, text: str) -> None:
    assert wording.time_of_session(active, planned) == text


def test_a_hold_is_left_slowly() -> None:
    assert wording.end_text(Phase.STRETCH) == "Come out slowly."
    assert wording.end_text(Phase.SMR) == "Ease off slowly."


def test_everything_said_at_a_moment_is_a_sentence() -> None:
    said = [
        wording.halfway_text(),
        wording.ten_left_text(),
        wording.last_two_text(),
        wording.finish_text(),
        wording.breathe_out_text(),
        wording.paused_by_sleep_text(),
        wording.long_pause_text(),
        wording.ended_by_pause_text(),
    ]
    assert [text for text in said if not text.endswith(".")] == []
    assert len(set(said)) == len(said)


def test_how_a_session_ended_or_that_it_was_a_preview() -> None:
    assert wording.ending_name(a_record(outcome=Outcome.STOPPED)) == "Ended early"
    assert wording.ending_name(a_record(outcome=Outcome.SKIPPED)) == "Nothing done"
    assert wording.ending_name(a_record(ended_at=NOON + timedelta(seconds=6))) == "Preview"


@pytest.mark.parametrize("speed, said", [(20.0, "20 times"), (2.5, "2.5 times")])
def test_a_preview_says_how_fast_it_is_and_how_long_sessions_go_on_so(speed: float, said: str) -> None:
    assert said in wording.preview_text(speed)
    assert "until you quit Hipback" in wording.preview_text(speed)


def test_a_sign_has_another_letter_for_each_side() -> None:
    assert [wording.side_letter(side) for side in (Side.RIGHT, Side.LEFT)] == ["R", "L"]


def test_a_side_and_a_breath_have_a_short_form() -> None:
    assert [wording.side_word(side) for side in Side] == ["Right", "Left"]
    assert [wording.side_name(side) for side in Side] == ["Right side", "Left side"]
    assert [wording.breath_word(goes_in=goes_in, is_short=True) for goes_in in (True, False)] == ["In", "Out"]
    assert [wording.breath_word(goes_in=goes_in) for goes_in in (True, False)] == ["Breathe in", "Breathe out"]
