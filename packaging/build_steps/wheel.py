"""The source archive, and the wheel made from what is in it: whoever builds from the archive gets the same."""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder


def build_wheel(root: Path, dist: Path) -> tuple[Path, Path]:
    """The two files in ``dist``."""
    archive = Path(next(SdistBuilder(str(root)).build(directory=str(dist), versions=["standard"])))
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as content:
            # Pythons before 3.11.4 know no filter
            content.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
            content.extractall(folder)  # noqa: S202 - made a moment ago
        source = Path(folder, archive.name.removesuffix(".tar.gz"))
        wheel = Path(next(WheelBuilder(str(source)).build(directory=str(dist), versions=["standard"])))
    return archive, wheel
