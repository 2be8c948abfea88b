"""The guards of ``conftest.py`` hold."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest


def test_no_test_reaches_a_network() -> None:
    with pytest.raises(AssertionError, match="network socket"):
        socket.create_connection(("127.0.0.1", 9))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Windows connects its processes by other means")
def test_processes_of_this_computer_may_talk() -> None:
    near, far = socket.socketpair()
    with near, far:
        near.sendall(b"ready")
        assert far.recv(5) == b"ready"


@pytest.mark.parametrize("turn", range(2))  # the second has not what the first made
def test_the_data_folder_is_the_tests_own(data_dir: Path, tmp_path_factory: pytest.TempPathFactory, turn: int) -> None:
    assert os.environ["HIPBACK_DATA_DIR"] == str(data_dir)
    assert data_dir.is_relative_to(tmp_path_factory.getbasetemp())
    assert not data_dir.exists()
    data_dir.mkdir()
