"""What the home page shows, from content, settings and history."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from hipback_desktop.app.home import chosen_routine, home_view, resume_view, suited
from hipback_desktop.core.day import days_of
from hipback_desktop.core.record import Outcome, SessionRecord
from hipback_desktop.core.settings import Settings
from hipback_desktop.core.timeline import compile_routine
from hipback_desktop.ui.home_page import HomeView
from hipback_desktop.ui.resume_sheet import ResumeView
from tests.builders import NOON, a_record, an_open_session
from tests.session.stage import content

KNOWN = Settings(safety_seen_at=NOON.isoformat())


def view(
    settings: Settings = KNOWN,
    records: tuple[SessionRecord, ...] = (),
    resume: ResumeView | None = None,
    now: datetime = NOON,
) -> HomeView:
    return home_view(content().routines, content().exercises, settings, records, days_of(records), resume, now)


def card(seen: HomeView, routine: str) -> Any:
    return next(card for card in seen.routines if card.id == routine)


def names(shown: Any) -> list[str]:
    return [exercise.name for exercise in shown.exercises]


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(0, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (17, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_follows_the_hour(hour: int, greeting: str) -> None:
    assert view(now=NOON.replace(hour=hour)).greeting == greeting


def test_every_shipped_routine_has_a_card_with_its_minutes_and_needs() -> None:
    seen = view()
    assert [card.id for card in seen.routines] == list(content().routines)
    assert card(seen, "desk_reset_2").minutes_text == "2 min"
    assert "wall" in card(seen, "desk_reset_2").equipment_text.lower()


def test_cards_show_a_routine_as_this_person_will_do_it_and_say_what_is_other() -> None:
    kneels = names(card(view(), "keep_going_5"))
    adapted = card(view(replace(KNOWN, comfort_filters=("no_kneeling",))), "keep_going_5")
    assert names(adapted) != kneels
    assert any("because you chose “No kneeling”" in change for change in adapted.changes)


def test_before_somebody_has_said_what_suits_them_routines_are_as_written() -> None:
    routine = content().routines["complete_30"]
    assert suited(routine, content().exercises, Settings()).routine is routine
    assert suited(routine, content().exercises, KNOWN).routine != routine


def test_a_card_with_nothing_left_cannot_be_started() -> None:
    nothing = replace(KNOWN, left_out=tuple(content().exercises))
    seen = view(nothing)
    assert seen.suggestion is None
    assert not any(card.can_start for card in seen.routines)


def test_without_roller_and_ball_the_roller_session_says_what_it_needs_and_nothing_false() -> None:
    seen = card(view(), "roller_session_15")
    assert not seen.can_start
    assert seen.changes == ("Needs a foam roller, or a small ball.",)
    assert (seen.summary, seen.minutes_text, seen.equipment_text) == ("", "", "")
    assert card(view(replace(KNOWN, equipment=("mat", "wall", "small_ball"))), "roller_session_15").can_start


def test_the_complete_session_without_rolling_does_not_speak_of_it() -> None:
    seen = card(view(), "complete_30")
    assert (seen.summary, seen.minutes_text) == ("", "26 min")
    assert "roller" not in seen.equipment_text


def test_times_of_the_settings_count_in_the_minutes() -> None:
    slow = replace(KNOWN, lead_in_change_seconds=60, side_switch_seconds=30)
    assert card(view(slow), "desk_reset_2").minutes_text == "3 min"


def test_the_suggestion_is_one_of_the_cards_and_says_why() -> None:
    seen = view()
    assert seen.suggestion in seen.routines
    assert seen.suggestion_reason


def test_a_session_put_together_for_today_is_what_is_suggested() -> None:
    seen = view(replace(KNOWN, own_session=("cat_cow", "couch_stretch")))
    assert seen.suggestion is not None
    assert (seen.suggestion.id, seen.suggestion.name) == ("my_session", "My session")
    assert names(seen.suggestion) == ["Cat–cow", "Couch stretch"]
    assert seen.suggestion_reason == "Put together by you for today."
    assert seen.routines == view().routines


def test_what_is_started_is_the_routine_as_it_suits_and_the_own_one_as_it_was_put_together() -> None:
    kneels_not = replace(KNOWN, comfort_filters=("no_kneeling",), own_session=("couch_stretch",))
    adapted = chosen_routine("keep_going_5", content(), kneels_not)
    assert "hip_flexor_half_kneeling" not in [step.exercise.id for step in adapted.steps]
    own = chosen_routine("my_session", content(), kneels_not)
    assert [step.exercise.id for step in own.steps] == ["couch_stretch"]


def test_the_last_routine_used_stands_first_unless_it_is_gone() -> None:
    gone, used = a_record(routine_id="gone"), a_record(routine_id="full_20")
    assert view(records=(gone, used)).last_used_id == "full_20"
    assert view(records=(gone,)).last_used_id is None


def test_a_routine_stopped_in_its_first_lead_in_was_not_used() -> None:
    stopped, used = a_record(routine_id="desk_reset_2", outcome=Outcome.SKIPPED), a_record(routine_id="full_20")
    assert view(records=(stopped, used)).last_used_id == "full_20"


def test_the_week_counts_days_with_work_from_monday() -> None:
    monday = NOON - timedelta(days=2)
    records = (
        a_record(started_at=NOON),
        a_record(started_at=NOON - timedelta(hours=3)),
        a_record(started_at=monday),
        a_record(started_at=monday - timedelta(days=1)),
        a_record(started_at=NOON - timedelta(days=1), active_seconds=0),
    )
    assert view(records=records).week_line == "2 of 3 stretch days, 0 of 2 strength days this week"
    assert view(replace(KNOWN, stretch_days=5, strength_days=0), records).week_line == "2 of 5 stretch days this week"
    assert view(replace(KNOWN, week_begins="sunday"), records).week_line.startswith("3 of 3 stretch days")
    assert view(records=records[3:]).week_line == "This week is still open."
    assert view(replace(KNOWN, goals_paused=True), records[3:]).week_line == "Your goals are at rest."


def the_offer(routine: str, seconds: float) -> ResumeView:
    timeline = compile_routine(content().routines[routine])
    return resume_view(an_open_session(timeline=timeline, position_seconds=seconds), content().exercises)


def test_a_session_that_was_cut_off_is_offered_with_its_place_and_the_time_left() -> None:
    resume = the_offer("desk_reset_2", 98)
    assert resume.name == "Micro-break"
    assert "left side" in resume.place
    assert resume.left_text == "0:20 left"
    assert view(resume=resume).resume is resume


def test_the_place_names_the_set_where_there_are_several() -> None:
    timeline = compile_routine(content().routines["keep_going_5"])
    second = next(segment for segment in timeline.segments if segment.set_number == 2)
    assert the_offer("keep_going_5", second.start_seconds + 1).place.endswith("set 2 of 2")


def test_without_a_session_cut_off_nothing_is_offered() -> None:
    assert view().resume is None
