"""The language of every text."""

from __future__ import annotations

import gettext as library
from pathlib import Path

from hipback_desktop.core.language import DOMAIN, gettext, language, ngettext, use_translations


def test_a_text_without_a_translation_stays_as_it_is() -> None:
    assert gettext("Come out slowly.") == "Come out slowly."


def test_a_number_chooses_its_form() -> None:
    assert [ngettext("{count} rep", "{count} reps", count) for count in (0, 1, 2)] == [
        "{count} reps",
        "{count} rep",
        "{count} reps",
    ]


def test_a_folder_of_translations_takes_effect_at_once(tmp_path: Path) -> None:
    before = library.bindtextdomain(DOMAIN), library.textdomain()
    assert gettext("Halfway.") == "Halfway."
    use_translations(str(tmp_path))
    try:
        assert library.bindtextdomain(DOMAIN) == str(tmp_path)
        assert library.textdomain() == DOMAIN
        assert gettext("Halfway.") == "Halfway."  # nothing is in it
        assert language() == "en"
    finally:
        use_translations(before[0])
        library.textdomain(before[1])
