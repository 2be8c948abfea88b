"""The language of every text."""

from __future__ import annotations

from hipback_desktop.core.language import gettext, ngettext


def test_a_text_without_a_translation_stays_as_it_is() -> None:
    assert gettext("Come out slowly.") == "Come out slowly."


def test_a_number_chooses_its_form() -> None:
    assert [ngettext("{count} rep", "{count} reps", count) for count in (0, 1, 2)] == [
        "{count} reps",
        "{count} rep",
        "{count} reps",
    ]
