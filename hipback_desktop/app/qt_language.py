"""Qt's own words, days and months in the language of ours, and its windows the way that language is read."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from hipback_desktop.core.language import language


def use_language_in_qt(application: QGuiApplication) -> None:
    """Clocks and numbers stay those of the person's country; only the words follow."""
    wanted, system = QLocale(language()).language(), QLocale.system()
    if wanted is QLocale.Language.English and system.language() in (wanted, QLocale.Language.C):
        return  # as it is
    locale = QLocale(wanted, system.territory())
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    translator = QTranslator(application)
    if translator.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
