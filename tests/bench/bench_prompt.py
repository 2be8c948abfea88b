"""Whether the prompt for a break leaves the keyboard alone: ``python tests/bench/bench_prompt.py [TIMES]``.

In a session with a window manager (a screen and xdotool are needed) a text is typed into another program's window, and
half-way through the prompt appears. Prints how often the text arrived whole, how often the field kept the focus, and
how long after it was asked for the prompt was on the screen. Then a click beside its buttons asks for the keyboard, and
Enter answers. Ends with 1 when any of that failed. (On a busy computer a key may repeat: that is xdotool's doing.)
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.real_program import missing_screen, until

TEXT: Final = "the quick brown fox jumps over the lazy dog and types on while a small window appears 0123456789"
KEY_MS: Final = 40
TARGET_SECONDS: Final = 1.0
FIELD: Final = "field of the bench"
PROMPT: Final = "^A break"


def show_field() -> None:
    """A program to type into; each change of its text is printed."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    application = QApplication([])
    field = QLineEdit()
    field.setWindowTitle(FIELD)
    field.textChanged.connect(lambda text: print(text, flush=True))
    field.resize(600, 60)
    field.show()
    application.exec()


def show_prompts() -> None:
    """A program that shows and withdraws a prompt for each line that is read, and prints the answers."""
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtWidgets import QApplication

    from hipback_desktop.core.break_views import BreakPromptView
    from hipback_desktop.paths import asset
    from hipback_desktop.ui.break_prompt import BreakPrompt
    from hipback_desktop.ui.figure_slot import no_figure
    from hipback_desktop.ui.look import apply_look
    from hipback_desktop.ui.theme import LIGHT

    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    apply_look(application, LIGHT)
    prompt = BreakPrompt(LIGHT, asset, no_figure)
    prompt.start_chosen.connect(lambda: print("start", flush=True))
    view = BreakPromptView("Time to get up", "You have been sitting for 45 minutes.", "Sitting break", "2 min")

    def read() -> None:
        line = sys.stdin.readline().strip()
        if line == "show":
            prompt.show_prompt(view)
        elif line == "withdraw":
            prompt.withdraw()
        else:
            application.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(read)
    print("ready", flush=True)
    application.exec()


class Child:
    """One of the two programs, and the lines it printed."""

    def __init__(self, role: str) -> None:
        command = [sys.executable, __file__, role]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def says(self, line: str, seconds: float = 5) -> bool:
        """Whether this is the last line it printed, soon."""
        with suppress(TimeoutError):
            until(lambda: self.lines[-1:] == [line], seconds, f"“{line}” is said")
        return self.lines[-1:] == [line]

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._reader.join(2)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip("\n"))


@contextmanager
def children() -> Iterator[tuple[Child, Child]]:
    field, prompts = Child("field"), Child("prompts")
    try:
        yield field, prompts
    finally:
        field.end()
        prompts.end()


def xdotool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout.strip()


def window(name: str) -> str:
    return xdotool("search", "--onlyvisible", "--name", name).partition("\n")[0]


def focused() -> str:
    return xdotool("getactivewindow", "getwindowname")


def typed_while_prompted(field: Child, prompts: Child) -> tuple[bool, bool, float]:
    """Whether the text arrived, whether the field kept the focus, and the seconds until the prompt was seen."""
    xdotool("windowactivate", "--sync", window(FIELD))
    xdotool("key", "ctrl+a", "Delete")
    typing = subprocess.Popen(["xdotool", "type", "--delay", str(KEY_MS), TEXT])
    time.sleep(len(TEXT) * KEY_MS / 2000)
    asked_at = time.monotonic()
    prompts.tell("show")
    seconds = until(lambda: window(PROMPT), 10, "the prompt shows") - asked_at
    typing.wait()
    return field.says(TEXT), focused() == FIELD, seconds


def clicked(prompts: Child) -> bool:
    """Whether a click beside the buttons brings the keyboard, and Enter then answers."""
    time.sleep(2)  # the answers are dead at first
    xdotool("mousemove", "--window", window(PROMPT), "8", "20", "click", "1")
    until(lambda: focused().startswith("A break"), 10, "the prompt has the keyboard")
    xdotool("key", "Return")
    return prompts.says("start")


def main(times: int) -> int:
    if reason := missing_screen():
        print(reason, file=sys.stderr)
        return 1
    with children() as (field, prompts):
        prompts.says("ready", 30)
        until(lambda: window(FIELD), 20, "the field shows")
        results = []
        for _time in range(times):
            results.append(typed_while_prompted(field, prompts))
            prompts.tell("withdraw")
            until(lambda: not window(PROMPT), 10, "the prompt is gone")
        whole, focus = (sum(result[place] for result in results) for place in (0, 1))
        slowest = max(result[2] for result in results)
        print(f"typed whole {whole} of {times}, focus kept {focus} of {times}; there after {slowest:.2f} s at most")
        prompts.tell("show")
        until(lambda: window(PROMPT), 10, "the prompt shows")
        answers = clicked(prompts)
        print(f"a click beside the buttons and Enter {'answer' if answers else 'do NOT answer'}")
    return 0 if whole == focus == times and answers and slowest < TARGET_SECONDS else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["field"]:
        show_field()
    elif sys.argv[1:] == ["prompts"]:
        show_prompts()
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
