"""What makes the installer of Windows or the disk image of macOS out of the bundle, on the system it is for.

What is signed, and with what, comes from the environment; without it nothing is, and the system warns whoever opens it:

* Windows: ``HIPBACK_SIGN_SHA1``, the fingerprint of a certificate in the store, for signtool, and
  ``HIPBACK_TIMESTAMP_URL`` for another server that confirms the time.
* macOS: ``HIPBACK_SIGN_IDENTITY``, such as ``Developer ID Application: …``, for codesign (the spec reads it too), and
  ``HIPBACK_NOTARY_PROFILE``, a profile that ``xcrun notarytool store-credentials`` made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from build_steps import BuildError
from build_steps.environment import DIST, run
from hipback_desktop import __version__

SCRIPT: Final = "packaging/windows/hipback.iss"
TIMESTAMPS: Final = "http://timestamp.digicert.com"

Command = tuple[str, ...]


def build_installer() -> Path:
    """From the bundle of this system, signed with what the environment names."""
    for command in installer_commands(sys.platform, os.environ, __version__):
        print(run(*command), end="")
    return DIST / installer_name(sys.platform, __version__)


def installer_commands(platform: str, environment: Mapping[str, str], version: str) -> tuple[Command, ...]:
    """Run one after the other in the project's folder; ``platform`` is named as in ``sys.platform``."""
    if platform == "win32":
        return _windows(environment, version)
    if platform == "darwin":
        return _macos(environment, version)
    raise BuildError("An installer is made on Windows and macOS; on Linux there is “build.py deb”.")


def installer_name(platform: str, version: str) -> str:
    """The file that comes of it."""
    return f"Hipback-{version}-setup.exe" if platform == "win32" else f"Hipback-{version}.dmg"


def _windows(environment: Mapping[str, str], version: str) -> tuple[Command, ...]:
    fingerprint = environment.get("HIPBACK_SIGN_SHA1")
    if not fingerprint:
        return (("iscc", f"/DVersion={version}", SCRIPT),)
    server = environment.get("HIPBACK_TIMESTAMP_URL", TIMESTAMPS)
    sign = ("signtool", "sign", "/sha1", fingerprint, "/fd", "sha256", "/td", "sha256", "/tr", server)
    # Inno Setup signs the installer and what removes the program; $f is the file it means.
    setup = ("iscc", f"/DVersion={version}", "/DSigned", f"/Shipback={' '.join(sign)} $f", SCRIPT)
    return ((*sign, "dist/hipback/hipback.exe", "dist/hipback/hipback-terminal.exe"), setup)


def _macos(environment: Mapping[str, str], version: str) -> tuple[Command, ...]:
    app, folder, image = "dist/Hipback.app", "build/image", f"dist/{installer_name('darwin', version)}"
    disk: tuple[Command, ...] = (
        ("rm", "-rf", folder),
        ("ditto", app, f"{folder}/Hipback.app"),
        ("ln", "-sfn", "/Applications", f"{folder}/Applications"),  # where it is dragged to
        ("hdiutil", "create", "-volname", "Hipback", "-srcfolder", folder, "-format", "UDZO", "-ov", image),
    )
    identity = environment.get("HIPBACK_SIGN_IDENTITY")
    if not identity:
        return disk
    verify = ("codesign", "--verify", "--deep", "--strict", app)
    signed: tuple[Command, ...] = (verify, *disk, ("codesign", "--sign", identity, "--timestamp", image))
    profile = environment.get("HIPBACK_NOTARY_PROFILE")
    if not profile:
        return signed
    submit = ("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
    return (*signed, submit, ("xcrun", "stapler", "staple", image))
