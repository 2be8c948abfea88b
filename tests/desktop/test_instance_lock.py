"""One program per data folder, and folders in which there can be none."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hipback_desktop import paths
from hipback_desktop.core.errors import UserError
from hipback_desktop.desktop.instance_lock import InstanceLock

HOLD = """
import os, sys
from pathlib import Path
from hipback_desktop.desktop.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.is_mine(), flush=True)
sys.stdin.read()
os._exit(9)
"""


def hold_elsewhere(socket: Path) -> subprocess.Popen[str]:
    """Another program with the lock; it ends without giving it back when nobody listens any more."""
    command = [sys.executable, "-c", HOLD, str(socket)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "True\n"
    return other


def test_a_second_program_does_not_get_it_until_the_first_gives_it_back(run_dir: Path) -> None:
    first, second = InstanceLock(run_dir / "hipback.sock"), InstanceLock(run_dir / "hipback.sock")
    assert first.is_mine()
    assert not second.is_mine()
    first.release()
    assert second.is_mine()
    second.release()


def test_two_folders_are_two_programs(run_dir: Path) -> None:
    locks = [InstanceLock(run_dir / name / "hipback.sock") for name in ("one", "two")]
    assert [lock.is_mine() for lock in locks] == [True, True]
    for lock in locks:
        lock.release()


def test_the_lock_of_a_program_that_is_gone_is_taken_over(run_dir: Path) -> None:
    socket = run_dir / "hipback.sock"
    with hold_elsewhere(socket) as other:
        mine = InstanceLock(socket)
        assert not mine.is_mine()
    assert other.returncode == 9
    assert (run_dir / "hipback.lock").exists()
    assert mine.is_mine()
    mine.release()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no modes")
def test_a_folder_that_was_open_to_others_is_shut(run_dir: Path) -> None:
    folder = run_dir / "run"
    folder.mkdir()
    folder.chmod(0o777)
    InstanceLock(folder / "hipback.sock")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can give a folder away")
def test_the_folder_of_another_user_is_refused(run_dir: Path) -> None:
    folder = run_dir / "run"
    folder.mkdir()
    os.chown(folder, 12345, 12345)
    with pytest.raises(UserError, match="belongs to another user"):
        InstanceLock(folder / "hipback.sock")


def test_a_folder_that_cannot_be_made_is_told(run_dir: Path) -> None:
    (run_dir / "file").write_text("")
    with pytest.raises(UserError, match="name another folder with --data-dir"):
        InstanceLock(run_dir / "file" / "run" / "hipback.sock")


@pytest.mark.parametrize("depth", [0, 3, 12, 20])
def test_however_deep_the_data_lie_the_socket_has_room(run_dir: Path, depth: int) -> None:
    deep = run_dir.joinpath(*["a folder with ü"] * depth)
    socket = paths.folders(deep).socket
    assert len(os.fsencode(socket)) <= paths.LONGEST_SOCKET_PATH
    assert paths.folders(deep).socket == socket
    assert paths.folders(deep / "other").socket != socket
    lock = InstanceLock(socket)
    assert lock.is_mine()
    lock.release()
    if not socket.is_relative_to(run_dir):
        assert socket.is_relative_to(tempfile.gettempdir())
        socket.parent.rmdir()
