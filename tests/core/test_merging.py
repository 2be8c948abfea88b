"""Two copies of a session come to the same, whichever is taken into which."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.merging import believed, merged, taken_in
from hipback_desktop.core.record import ANY_SHARE, ENOUGH_SHARE, ComfortLog, SessionRecord, SinceLastTime
from tests.builders import NOON, a_record, a_step_record
from tests.core.strategies import STEADY
from tests.storage.strategies import logs

COPIES = st.builds(
    a_record,
    st.sampled_from([(), (a_step_record(),), (a_step_record(done_seconds=3),)]),
    active_seconds=st.sampled_from([0.0, 600.0]),
    log=logs,
    edited_at=st.none() | st.sampled_from([NOON, NOON + timedelta(days=1)]),
)


def test_answers_given_to_one_of_two_copies_are_both_kept() -> None:
    one = a_record(log=ComfortLog(stiffness_before=6, note="Fine"))
    other = a_record(log=ComfortLog(since_last_time=SinceLastTime.BETTER, note="Fine, all in all"))
    log = ComfortLog(stiffness_before=6, since_last_time=SinceLastTime.BETTER, note="Fine, all in all")
    assert merged(one, other) == replace(one, log=log)


def test_the_copy_that_was_edited_last_is_kept_whole() -> None:
    early = a_record(log=ComfortLog(note="A long note"), active_seconds=900, edited_at=NOON)
    late = a_record(log=ComfortLog(), edited_at=NOON + timedelta(days=1))
    assert merged(early, late) == merged(late, early) == late
    assert merged(a_record(log=ComfortLog(effort=4)), early) == early


def test_the_copy_in_which_more_was_done_is_kept() -> None:
    longer = a_record([a_step_record()] * 3, active_seconds=900)
    assert merged(a_record(), longer) == merged(longer, a_record()) == longer


def test_a_session_goes_on_counting_from_where_it_did_here_whatever_copy_is_taken_in() -> None:
    for here, there in ((ANY_SHARE, ENOUGH_SHARE), (ENOUGH_SHARE, ANY_SHARE)):
        known = a_record(set_counts_from=here)
        fuller = a_record([a_step_record()] * 3, active_seconds=900, set_counts_from=there)
        edited = a_record(log=ComfortLog(note="Mine"), edited_at=NOON, set_counts_from=there)
        assert taken_in(known, replace(known, set_counts_from=there)) == known
        for copy in (fuller, edited):
            assert taken_in(known, copy) == replace(copy, set_counts_from=here)


def test_an_edit_from_the_future_counts_as_made_when_the_session_ended() -> None:
    future = a_record(edited_at=NOON + timedelta(days=2))
    assert believed(future, NOON + timedelta(days=1)) == replace(future, edited_at=future.ended_at)
    for believable in (a_record(), a_record(edited_at=NOON)):
        assert believed(believable, NOON) == believable


@STEADY
@given(COPIES, COPIES, COPIES)
def test_the_order_of_merging_does_not_matter(one: SessionRecord, two: SessionRecord, three: SessionRecord) -> None:
    assert repr(merged(one, two)) == repr(merged(two, one))
    assert repr(merged(merged(one, two), three)) == repr(merged(one, merged(two, three)))
    assert repr(merged(one, one)) == repr(one)
    assert repr(merged(merged(one, two), two)) == repr(merged(one, two))
