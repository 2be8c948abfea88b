"""Which language the person reads: what the environment says, else what the system does."""

from __future__ import annotations

import locale
import os
import re
import sys
from contextlib import suppress
from itertools import takewhile

from hipback_desktop import paths
from hipback_desktop.core.language import use_translations

_ENGLISH = re.compile(r"(en|c|posix)(?![a-z])", re.IGNORECASE)
FOLDER_VARIABLE = "HIPBACK_LOCALE_DIR"
"""Where a translator's own catalogues are, to try them."""
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which gettext asks for them."""


def use_wished_language() -> None:
    """Texts are in the first language wished for that there is, with none of them in English; times as usual here.

    The wish is left in the environment, where gettext and the sound processes look for it.
    """
    wished = next((os.environ[name].split(":") for name in _VARIABLES if os.environ.get(name)), None)
    os.environ["LANGUAGE"] = wish(_languages_of_system() if wished is None else wished)
    use_translations(os.environ.get(FOLDER_VARIABLE) or str(paths.asset("locale")))
    with suppress(locale.Error):  # one that is not installed
        locale.setlocale(locale.LC_TIME, "")


def wish(languages: list[str]) -> str:
    """The languages as gettext takes them, up to English: that one needs no catalogue, and nothing after it counts."""
    before_english = takewhile(lambda language: not _ENGLISH.match(language), languages)
    return ":".join([*(language.replace("-", "_") for language in before_english if language), "C"])


def _languages_of_system() -> list[str]:  # not run so far: Windows, macOS
    """What Windows and macOS are set to; a program opened there by a click has no such environment."""
    if sys.platform == "win32":
        import ctypes
        from locale import windows_locale

        return [windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "C")]
    if sys.platform == "darwin":
        import subprocess

        asked = subprocess.run(
            ["defaults", "read", "-g", "AppleLanguages"], capture_output=True, text=True, check=False
        )
        return re.findall(r"[A-Za-z][\w-]+", asked.stdout)
    return []
