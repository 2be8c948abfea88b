"""What holds for every test: no window, no network, no file of the user's, no unexpected log line."""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from tests.sight import Sight

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "C"  # in English, whatever the computer is set to

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def _numbers() -> Iterator[int]:
    return count()


@pytest.fixture(autouse=True)
def data_dir(
    tmp_path_factory: pytest.TempPathFactory, _numbers: Iterator[int], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A data folder of the test's own, not made yet: most tests need none, and making thousands takes its time."""
    folder = tmp_path_factory.getbasetemp() / f"hipback-data-{next(_numbers)}"
    monkeypatch.setenv("HIPBACK_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning or worse, unless it is marked ``expects_log``."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    bad = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    if bad:
        pytest.fail("Logged, and not marked expects_log:\n" + "\n".join(bad), pytrace=False)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hipback never uses a network: only sockets between processes of this computer can be made."""
    make = socket.socket.__init__

    def make_local(self: socket.socket, family: int = -1, *arguments: Any, **named: Any) -> None:
        if named.get("fileno") is None and family != getattr(socket, "AF_UNIX", None):
            raise AssertionError("A test wanted a network socket.")
        make(self, family, *arguments, **named)

    monkeypatch.setattr(socket.socket, "__init__", make_local)


@pytest.fixture
def in_central_europe(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands where clocks are an hour before UTC, two from the end of March to that of October."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows has no way to change the time zone of one program")
    with monkeypatch.context() as environment:
        environment.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="session")
def pseudo_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of a language in which what is not translated shows."""
    from tests.pseudo import write_catalogue

    folder = tmp_path_factory.mktemp("locale")
    write_catalogue(folder)
    return folder


@pytest.fixture
def sight(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sight]:
    """Somebody who looks at windows."""
    from tests.sight import Sight

    with monkeypatch.context() as patch:
        yield Sight(patch)


@pytest.fixture
def in_pseudo(pseudo_catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program, and those it starts, in that language; English again afterwards."""
    from hipback_desktop.desktop.languages import FOLDER_VARIABLE, use_wished_language
    from tests.pseudo import LANGUAGE

    with monkeypatch.context() as environment:
        environment.setenv("LANGUAGE", LANGUAGE)
        environment.setenv(FOLDER_VARIABLE, str(pseudo_catalogue))
        use_wished_language()
        yield
    use_wished_language()
