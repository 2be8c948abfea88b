"""Where files are: the user's folders, and the assets in a checkout, a wheel or a frozen bundle."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from hipback_desktop.core.errors import UserError
from hipback_desktop.core.language import gettext as _

LONGEST_SOCKET_PATH = 100
"""The kernel's limit is 104 to 108 bytes, and Qt adds a little while it makes one."""
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user: ``data_dir`` kept for ever, ``cache_dir`` may vanish, ``runtime_dir`` for the socket."""

    data_dir: Path
    cache_dir: Path
    runtime_dir: Path

    @property
    def database(self) -> Path:
        return self.data_dir / "hipback.sqlite3"

    @property
    def settings(self) -> Path:
        return self.data_dir / "settings.json"

    @property
    def faults(self) -> Path:
        """Reports of what went wrong in the program itself."""
        return self.data_dir / "faults.txt"

    @property
    def cues(self) -> Path:
        """Rendered speech."""
        return self.cache_dir / "cues"

    @property
    def socket(self) -> Path:
        """The control socket; the single-instance lock lies beside it."""
        path = self.runtime_dir / "hipback.sock"
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
            return path
        import hashlib  # deferred: only for folders nested very deep
        import tempfile

        name = hashlib.sha256(os.fsencode(path)).hexdigest()[:24]
        return Path(tempfile.gettempdir()) / f"hipback-{name}" / "hipback.sock"


def folders(data_dir: Path | None = None) -> Folders:
    """The platform's folders for this user, or everything below ``data_dir`` when one is given."""
    if data_dir is not None:
        root = _home_resolved(data_dir).absolute()
        return Folders(root, root / "cache", root / "run")
    import platformdirs  # deferred: not needed when a folder was named

    dirs = platformdirs.PlatformDirs("hipback", appauthor=False)
    data = Path(dirs.user_data_dir)
    runtime = os.environ.get("XDG_RUNTIME_DIR")  # without one, as in a bare login, the socket lies beside the data
    return Folders(data, Path(dirs.user_cache_dir), Path(runtime) / "hipback" if runtime else data / "run")


def _home_resolved(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:
        sentence = _("There is no home folder for “{name}”; name the whole folder instead.")
        raise UserError(sentence.format(name=path.parts[0])) from error


def data_dir_of_environment() -> Path | None:
    """The folder named by ``HIPBACK_DATA_DIR``, None when there is none."""
    named = os.environ.get("HIPBACK_DATA_DIR")
    return Path(named) if named else None


def asset(name: str) -> Path:
    """The path of an asset, ``name`` being relative to ``assets/``; the only function that knows where they live."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "assets" / name
    installed = _PACKAGE / "assets"
    root = installed if installed.is_dir() else _PACKAGE.parent / "assets"
    return root / name
