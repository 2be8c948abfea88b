"""Qt's words and the days of the week are in the language of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from hipback_desktop.app.qt_language import use_language_in_qt
from hipback_desktop.core.language import language
from hipback_desktop.desktop.languages import FOLDER_VARIABLE, use_wished_language


@pytest.fixture(autouse=True)
def _german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """A German catalogue that nobody has wished for yet; afterwards all is as before."""
    file = tmp_path / "de" / "LC_MESSAGES" / "hipback.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, Catalog("de"))
    before = QLocale()
    with monkeypatch.context() as environment:
        environment.setenv(FOLDER_VARIABLE, str(tmp_path))
        yield
    use_wished_language()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def cancel() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_in_english_everything_stays_as_it_is(qapp: QApplication) -> None:
    use_wished_language()
    use_language_in_qt(qapp)
    assert (language(), cancel()) == ("en", "Cancel")
    assert qapp.findChildren(QTranslator) == []


def test_in_german_days_and_buttons_are_german(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de_AT")
    use_wished_language()
    use_language_in_qt(qapp)
    assert (language(), QLocale().dayName(7), cancel()) == ("de", "Sonntag", "Abbrechen")


@pytest.mark.parametrize(("wished", "direction"), [("ar", "RightToLeft"), ("de", "LeftToRight")])
def test_windows_are_laid_out_as_the_language_is_read(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, wished: str, direction: str
) -> None:
    arabic = tmp_path / "ar" / "LC_MESSAGES" / "hipback.mo"
    arabic.parent.mkdir(parents=True)
    with arabic.open("wb") as stream:
        write_mo(stream, Catalog("ar"))
    monkeypatch.setenv("LANGUAGE", wished)
    use_wished_language()
    use_language_in_qt(qapp)
    assert qapp.layoutDirection().name == direction
