"""The Debian package, made from the bundle without being root."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

from build_steps.bundle import binaries
from build_steps.control import DESCRIPTION, MAINTAINER, control_text, relations_of
from build_steps.desktop_files import LINUX, lay_out
from build_steps.environment import BUILD, DIST, ROOT, run
from build_steps.files import copy, link, write, write_packed
from build_steps.manual import manual_page
from hipback_desktop import __version__

REVISION: Final = "1"
_VOICE: Final = "_internal/espeakng_loader"
_OPTIONAL: Final = ("libcupsprintersupport.so",)
"""What needs a library that only some want: printing."""


def build_deb(bundle: Path) -> Path:
    """The package in ``dist``; its files are laid out below ``build/deb``."""
    root = BUILD / "deb" / "hipback"
    shutil.rmtree(root.parent, ignore_errors=True)
    program = root / "usr/lib/hipback"
    shutil.copytree(bundle, program, symlinks=True)
    shutil.rmtree(program / _VOICE)  # Debian has eSpeak NG, with the languages: libespeak-ng1
    link(root / "usr/bin/hipback", "../lib/hipback/hipback")
    run("strip", "--strip-unneeded", *map(str, binaries(program)))
    print(run(str(program / "hipback"), "--version").strip())  # it starts from there, stripped
    lay_out(root / "usr/share")
    _lay_out_documents(root / "usr/share", _built_at())
    architecture = run("dpkg", "--print-architecture").strip()
    _write_control(root, program, architecture)
    _set_modes(root, program / "hipback")
    DIST.mkdir(exist_ok=True)
    package = DIST / f"hipback_{__version__}-{REVISION}_{architecture}.deb"
    run("dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(root), str(package))
    return package


def _lay_out_documents(share: Path, built_at: datetime) -> None:
    version = f"{__version__}-{REVISION}"
    entry = f"hipback ({version}) stable; urgency=medium\n\n  * Version {__version__}; see changelog.gz.\n\n"
    write_packed(share / "man/man1/hipback.1.gz", manual_page(__version__, built_at.date()))
    write_packed(share / "doc/hipback/changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    write_packed(share / "doc/hipback/changelog.Debian.gz", f"{entry} -- {MAINTAINER}  {format_datetime(built_at)}\n")
    copy(LINUX / "copyright", share / "doc/hipback/copyright")
    copy(LINUX / "lintian-overrides", share / "lintian/overrides/hipback")


def _write_control(root: Path, program: Path, architecture: str) -> None:
    needs, wishes = relations_of(_linked_with(program))
    kilobytes = sum(path.lstat().st_size // 1024 + 1 for path in root.rglob("*"))
    version = f"{__version__}-{REVISION}"
    write(root / "DEBIAN/control", control_text(version, architecture, kilobytes, needs, wishes))
    files = (path for path in sorted((root / "usr").rglob("*")) if path.is_file() and not path.is_symlink())
    sums = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    )
    write(root / "DEBIAN/md5sums", "".join(sums))


def _linked_with(program: Path) -> str:
    """The packages of the libraries that the bundle does not have, as dpkg-shlibdeps names them, a line a kind."""
    root = program.parents[2]
    (root / "DEBIAN").mkdir()  # by which libraries of our own are known
    folder = root.parent
    write(
        folder / "debian/control",
        f"Source: hipback\n\nPackage: hipback\nArchitecture: any\nDescription: {DESCRIPTION}\n",
    )
    files = [
        word
        for path in binaries(program)
        for word in ("-dRecommends" if path.name in _OPTIONAL else "-dDepends", f"-e{path}")
    ]
    own = sorted({f"-l{path.parent}" for path in binaries(program) if ".so" in path.name})
    kept_quiet = ("--warnings=0", "--ignore-missing-info")  # what our own libraries could do better is not ours
    return run("dpkg-shlibdeps", "-O", *kept_quiet, f"-S{root}", *own, *files, folder=folder)


def _set_modes(root: Path, program: Path) -> None:
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def _built_at() -> datetime:
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(float(stated), UTC) if stated else datetime.now(UTC)
