"""SIGTERM and Ctrl+C end the program in good order."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hipback_desktop.desktop.termination import SIGNALS, Termination

PATIENCE = 30
WAIT = """
from PySide6.QtCore import QCoreApplication, QTimer
from hipback_desktop.desktop.termination import Termination
application = QCoreApplication([])

def close():
    print("closed in order", flush=True)
    application.exit(0)

termination = Termination(close, application)
QTimer.singleShot(0, lambda: print("waiting", flush=True))
code = application.exec()
termination.release()
print("released", flush=True)
raise SystemExit(code)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="closing the window is all there is on Windows")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_closes_a_program_that_only_waits(number: signal.Signals) -> None:
    command = [sys.executable, "-c", WAIT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "waiting\n"
        program.send_signal(number)
        assert program.stdout.read().split("\n")[:2] == ["closed in order", "released"]
        assert program.wait(PATIENCE) == 0
        assert program.stderr.read() == ""


def test_afterwards_signals_do_what_they_did_before(qtbot: QtBot) -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    told: list[str] = []
    parent = QObject()
    termination = Termination(lambda: told.append("closed"), parent)
    signal.raise_signal(signal.SIGTERM)
    qtbot.waitUntil(lambda: told == ["closed"])
    termination.release()
    termination.release()
    assert [signal.getsignal(number) for number in SIGNALS] == before
