"""The program reads in the first language wished for that it has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hipback_desktop.core.language import gettext, ngettext
from hipback_desktop.desktop.languages import FOLDER_VARIABLE, use_wished_language, wish

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Catalogues for German and Portuguese, an environment that wishes nothing, and English again afterwards."""
    for language, halfway in (("de", "Halbzeit."), ("pt", "Metade.")):
        catalogue = Catalog(language)
        catalogue.add("Halfway.", halfway)
        catalogue.add(("{count} rep", "{count} reps"), ("{count} mal eins", "{count} mal viel"))
        file = tmp_path / language / "LC_MESSAGES" / "hipback.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as stream:
            write_mo(stream, catalogue)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    yield
    monkeypatch.undo()
    use_wished_language()


def halfway(monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    use_wished_language()
    return gettext("Halfway.")


@pytest.mark.parametrize(
    "environment, text",
    [
        ({}, "Halfway."),
        ({"LANG": "de_DE.UTF-8"}, "Halbzeit."),
        ({"LANG": "C.UTF-8"}, "Halfway."),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "pt_BR.UTF-8"}, "Metade."),
        ({"LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": "C"}, "Halfway."),
        ({"LANG": "fr_FR.UTF-8"}, "Halfway."),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:pt_BR:de"}, "Metade."),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": ""}, "Halbzeit."),
    ],
)
def test_the_first_language_there_is_is_taken(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], text: str
) -> None:
    assert halfway(monkeypatch, **environment) == text


def test_english_goes_before_what_is_wished_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no catalogue for it, so gettext alone would go on to the next language."""
    assert halfway(monkeypatch, LANGUAGE="en_GB:de") == "Halfway."


def test_a_number_chooses_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    halfway(monkeypatch, LANG="de_DE.UTF-8")
    assert [ngettext("{count} rep", "{count} reps", count) for count in (1, 2)] == [
        "{count} mal eins",
        "{count} mal viel",
    ]


def test_the_sound_processes_read_the_same_language(monkeypatch: pytest.MonkeyPatch) -> None:
    halfway(monkeypatch, LANG="de_DE.UTF-8")
    assert os.environ["LANGUAGE"].split(":")[0].startswith("de")


@pytest.mark.parametrize(
    "languages, gettext_takes",
    [
        ([], "C"),
        (["de-AT", "fr"], "de_AT:fr:C"),
        (["pt-BR", "en-BR", "de"], "pt_BR:C"),
        (["C"], "C"),
        (["POSIX", "de"], "C"),
        (["C.UTF-8", "de"], "C"),
        (["eo", "", "cs_CZ"], "eo:cs_CZ:C"),
    ],
)
def test_a_wish_ends_with_english(languages: list[str], gettext_takes: str) -> None:
    assert wish(languages) == gettext_takes


def test_the_empty_text_stays_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """For gettext it stands for the header of the catalogue."""
    halfway(monkeypatch, LANG="de_DE.UTF-8")
    assert gettext("") == ""
