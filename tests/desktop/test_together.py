"""Several are asked at once, and the slow ones are left to themselves together."""

from __future__ import annotations

import threading

from hipback_desktop.desktop.together import together


def test_answers_come_in_the_order_of_the_questions() -> None:
    assert together([lambda: "one", lambda: "two"]) == ("one", "two")


def test_those_who_hang_share_the_time_that_there_is() -> None:
    """A hundred times half a second would be most of a minute."""
    let_go = threading.Event()
    answers: list[tuple[bool | None, ...]] = []
    asker = threading.Thread(
        target=lambda: answers.append(together([*[let_go.wait] * 100, lambda: True], patience_seconds=0.5)),
        daemon=True,
    )
    asker.start()
    asker.join(25)
    let_go.set()
    assert len(answers) == 1
    assert answers[0][:100] == (None,) * 100
