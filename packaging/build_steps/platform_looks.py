"""What Windows and macOS show of the program before it runs: its icon, and on Windows its name and version."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hipback_desktop import __version__
from hipback_desktop.paths import asset

_RESOURCE: Final = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "Hipback"),
      StringStruct("FileDescription", "Hipback"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "GPL-3.0-or-later"),
      StringStruct("ProductName", "Hipback"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x409, 1200])]),
  ],
)
"""


def platform_looks(platform: str, folder: Path) -> dict[str, str]:
    """Arguments for PyInstaller's programs, whose files are written below ``folder``; none on Linux.

    ``platform`` is named as in ``sys.platform``.
    """
    if platform not in ("win32", "darwin"):
        return {}
    from build_steps.platform_icons import write_platform_icon

    looks = {"icon": str(write_platform_icon(asset("icons/hipback.svg"), folder / "icons", platform))}
    if platform == "win32":
        file = folder / "version.txt"
        file.write_text(version_resource(__version__), encoding="utf-8")
        looks["version"] = str(file)
    return looks


def version_resource(version: str) -> str:
    """The text PyInstaller reads; Windows wants four numbers."""
    numbers = [int(part) for part in version.split(".")[:3]]
    return _RESOURCE.format(version=version, numbers=(*numbers, *[0] * (4 - len(numbers))))
