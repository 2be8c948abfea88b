"""A link names a routine, or it is refused in one sentence, whoever wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.links import is_link, linked_routine

HOSTILE = (
    *("hipback:", "hipback://", "hipback://start", "hipback://start/", "hipback:start/desk_reset_2"),
    *("hipback://start//etc/passwd", "hipback://start/../../etc/passwd", "hipback://start/%2e%2e%2fetc"),
    *("hipback://start/--speed", "hipback://start/desk_reset_2 --mute", "hipback://start/desk_reset_2\n"),
    *("hipback://start/desk_reset_2?file=x", "hipback://start/desk_reset_2#x", "hipback://stop/desk_reset_2"),
    *("hipback://start/a.json", "hipback://start/~", "hipback://start/" + "a" * 65, "hipback://start/\u0661"),
    *("hipback://user@start/desk_reset_2", "HIPBACK://start/desk_reset_2\0", "hipback://start/\ud800"),
)


@pytest.mark.parametrize("link", ["hipback://start/desk_reset_2", "hipback://start/desk_reset_2/"])
def test_a_link_names_a_routine(link: str) -> None:
    assert is_link(link)
    assert linked_routine(link) == "desk_reset_2"


@pytest.mark.parametrize("link", HOSTILE)
def test_what_is_no_link_of_ours_is_refused(link: str) -> None:
    assert is_link(link)
    with pytest.raises(UserError, match="does not name a routine"):
        linked_routine(link)


@given(st.text())
def test_no_text_gets_further_than_an_id(text: str) -> None:
    try:
        routine = linked_routine(f"hipback://start/{text}")
    except UserError:
        return
    assert routine.isascii()
    assert routine.replace("_", "a").isalnum()


@pytest.mark.parametrize(
    "text", ["", "start", "--tray", "hipback", "routine.hipback.json", "http://start/desk_reset_2"]
)
def test_other_words_are_not_meant_as_links(text: str) -> None:
    assert not is_link(text)
