"""The control file of the Debian package: what it needs, and what it says about itself."""

from __future__ import annotations

from typing import Final

MAINTAINER: Final = "Hipback Maintainers <maintainers@hipback.example>"
DESCRIPTION: Final = "guided sessions for stiff hips and lower backs"
DEPENDS: Final = ("libespeak-ng1", "tzdata")
"""What no file is linked with, and yet is needed: the voice, and the time zones."""
RECOMMENDS: Final = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
_LONG: Final = """\
 Hipback walks you through warm-up, self-massage, stretches and strengthening,
 counts down every hold and rep, and tells you what to do: by voice, by chimes,
 and in letters that can be read from the mat. While you sit, it can remind you
 to get up. What you did is kept in a file that stays with you; there is no
 account, and the program never uses a network.
"""


def control_text(version: str, architecture: str, kilobytes: int, needs: str, wishes: str) -> str:
    """The file; ``needs`` and ``wishes`` are the relations that come from the libraries."""
    fields = {
        "Package": "hipback",
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(filter(None, (needs, *DEPENDS))),
        "Recommends": ", ".join(filter(None, (wishes, *RECOMMENDS))),
        "Section": "utils",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + _LONG


def relations_of(substitutions: str) -> tuple[str, str]:
    """Depends and Recommends out of the lines of dpkg-shlibdeps, ``shlibs:Depends=libc6 (>= 2.34), ...``."""
    found = dict(line.removeprefix("shlibs:").split("=", 1) for line in substitutions.splitlines() if line)
    return found.get("Depends", ""), found.get("Recommends", "")
