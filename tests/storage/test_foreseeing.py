"""Where a database could not be kept is seen beforehand, and nothing is changed by looking."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hipback_desktop.core.errors import UserError
from hipback_desktop.storage.database import open_database
from hipback_desktop.storage.foreseeing import foresee_faults

FILE = "hipback.sqlite3"


def test_a_place_that_can_be_used_is_left_as_it_is(tmp_path: Path) -> None:
    foresee_faults(tmp_path / "new" / "deeper" / FILE)
    assert not list(tmp_path.iterdir())
    open_database(tmp_path / FILE).close()
    foresee_faults(tmp_path / FILE)


def test_a_link_that_leads_to_a_folder_yet_to_be_made_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "new")
    foresee_faults(tmp_path / "link" / FILE)
    open_database(tmp_path / "link" / FILE).close()


@pytest.mark.parametrize("below", [".", "deeper"])
def test_a_file_is_no_folder(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match=r"cannot be used .*--data-dir"):
        foresee_faults(tmp_path / "file" / below / FILE)


@pytest.mark.skipif(sys.platform != "linux", reason="folders of the kernel")
@pytest.mark.parametrize("folder", ["/proc/hipback", "/sys/hipback", "/proc"])
def test_in_a_folder_of_the_system_no_file_can_be_made(folder: str) -> None:
    with pytest.raises(UserError, match=r"cannot be written; allow writing .*--data-dir"):
        foresee_faults(Path(folder) / FILE)


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_and_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    open_database(tmp_path / FILE).close()
    (tmp_path / FILE).chmod(0o400)
    with pytest.raises(UserError, match="cannot be written"):
        foresee_faults(tmp_path / FILE)
    (tmp_path / FILE).chmod(0o600)
    tmp_path.chmod(0o500)
    for path in (tmp_path / FILE, tmp_path / "new" / FILE):
        with pytest.raises(UserError, match="cannot be written"):
            foresee_faults(path)
    tmp_path.chmod(0o700)
