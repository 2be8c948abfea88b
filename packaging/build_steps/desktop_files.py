"""What a Linux desktop looks for: entries, icons, the kind of file, words for software centres, completion."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from build_steps import completion
from build_steps.environment import ROOT
from build_steps.files import copy, write
from build_steps.icons import SIZES, write_icon

LINUX: Final = ROOT / "packaging/linux"
METAINFO: Final = "io.github.hipback.Hipback.metainfo.xml"
_ICON: Final = ROOT / "assets/icons/hipback.svg"


def lay_out(share: Path) -> None:
    """Everything at its place below a ``share`` folder."""
    for name in ("hipback.desktop", "hipback-routine.desktop"):
        copy(LINUX / name, share / "applications" / name)
    copy(LINUX / "hipback.xml", share / "mime/packages/hipback.xml")
    copy(LINUX / METAINFO, share / "metainfo" / METAINFO)
    copy(_ICON, share / "icons/hicolor/scalable/apps/hipback.svg")
    for size in SIZES:
        write_icon(_ICON, size, share / f"icons/hicolor/{size}x{size}/apps/hipback.png")
    routines = sorted(path.name.partition(".")[0] for path in (ROOT / "assets/routines").glob("*.hipback.json"))
    write(share / "bash-completion/completions/hipback", completion.bash(routines))
    write(share / "zsh/vendor-completions/_hipback", completion.zsh(routines))
    write(share / "fish/vendor_completions.d/hipback.fish", completion.fish(routines))
