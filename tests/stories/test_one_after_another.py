"""A second session is as good as the first: its keys work, and nothing of the first is left over."""

from __future__ import annotations

from tests.stories.house import ENTER, ESC, SPACE, House


def test_every_key_works_in_the_second_session_too(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(20)
    house.press(ESC, ESC)
    assert house.page == "today"

    house.press(ENTER, ENTER)
    house.after(20)
    house.press(SPACE)
    assert house.is_paused
    house.press(SPACE, ESC)
    assert not house.is_playing
    assert len(house.sessions) == 2


def test_a_message_in_the_room_view_is_seen(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER, "f")
    house.after(20, asleep=60)
    assert house.is_paused
    assert house.sees("the computer was asleep")


def test_closing_the_window_leaves_the_backup_of_the_day(house: House) -> None:
    house.knows_me()
    house.open()
    house.close()
    day = house.clock.now().date().isoformat()
    assert [file.name for file in (house.folders.data_dir / "backups").iterdir()] == [f"hipback-{day}.sqlite3"]
