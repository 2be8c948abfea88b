"""A sound server of the test's own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.sound.sound_server import SoundServer, missing_program


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    missing = missing_program()
    if missing is not None:
        sentence = f"{missing} is not installed: apt install pulseaudio pulseaudio-utils"
        if os.environ.get("CI"):
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    server = SoundServer()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.start()
    yield server
    server.close()
