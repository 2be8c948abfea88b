"""What is chosen in the settings is heard and seen at once, and is there again at the next start."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from hipback_desktop.app.start import Start
from hipback_desktop.catalogue.catalogue import load_catalogue
from hipback_desktop.paths import asset
from hipback_desktop.sound.voice import offered_voices
from hipback_desktop.ui.settings_dialog import SettingsDialog
from hipback_desktop.ui.theme import CONTRAST
from tests.stories.house import ENTER, House


def choose(house: House, key: str, value: object) -> None:
    """As the settings dialog tells it."""
    house.window.setting_changed.emit(key, value)
    house.settle()


def test_a_choice_is_kept_at_once_and_there_at_the_next_start(house: House) -> None:
    house.knows_me()
    house.open()
    choose(house, "theme", "contrast")
    assert house.program._looks.theme is CONTRAST
    assert house.settings.theme == "contrast"
    house.close()
    house.open()
    assert house.program._looks.theme is CONTRAST


def test_the_suggestion_follows_the_minutes(house: House) -> None:
    house.knows_me(minutes=10)
    house.open()
    assert house.sees("room for a strength day") or house.sees("Fits your usual 10 minutes")
    choose(house, "strength_days", 0)
    assert house.sees("Fits your usual 10 minutes.")
    choose(house, "minutes", 2)
    assert house.sees("Fits your usual 2 minutes.")


def test_times_hold_for_the_next_session(house: House) -> None:
    house.has_two_minutes()
    house.open()
    choose(house, "side_switch_seconds", 20)
    house.press(ENTER, ENTER)
    assert house.now.timeline.seconds == 118 + 15


def test_volume_and_rate_reach_the_announcer_in_the_middle_of_a_session(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(20)
    choose(house, "voice_volume", 20)
    choose(house, "voice_rate", 180)
    assert list(house.announcer.volume) == pytest.approx([0.2, 0.7])
    assert house.announcer.voice is not None
    assert house.announcer.voice.rate == 180


def test_voices_are_chosen_by_their_names(house: House) -> None:
    house.knows_me()
    house.open()
    house.window.show_settings()
    (dialog,) = house.window.findChildren(SettingsDialog)
    box = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Voice")
    names = {box.itemData(place): box.itemText(place) for place in range(box.count())}
    dialog.reject()
    assert set(names.values()) >= {offer.name for offer in offered_voices()}
    assert not set(names) & set(names.values())


def test_silence_in_the_middle_of_a_session_leaves_the_words_on_the_screen(house: House) -> None:
    house.has_two_minutes()
    house.open()
    house.press(ENTER, ENTER)
    house.after(20)
    choose(house, "cue_profile", "silent")
    said = len(house.announcer.heard)
    house.to_the_end()
    assert len(house.announcer.heard) == said
    assert len(house.sessions) == 1


def test_chimes_only_speaks_no_word(house: House) -> None:
    house.has_two_minutes(cue_profile="chimes")
    house.open()
    house.press(ENTER, ENTER)
    house.to_the_end()
    assert set(house.announcer.heard) <= {"start", "end", "switch", "halfway", "finish", "ready", "tick", "countdown"}
    assert "finish" in house.announcer.heard


def test_headphones_that_play_late_are_sent_everything_earlier(house: House) -> None:
    house.has_two_minutes(sound_lead_milliseconds=200)
    house.open()
    house.press(ENTER, ENTER)
    cues = [cue for cue in house.program._sessions.room.track.cues if cue.channel == "chime"]
    moments = [play.at for play in house.announcer.planned if play.kind.value == "chime"]
    assert moments[-1] == pytest.approx(house.clock.seconds + cues[-1].at_seconds - 0.2, abs=0.01)


def test_a_routine_of_which_nothing_suits_is_not_played_but_told(house: House) -> None:
    house.knows_me(left_out=tuple(load_catalogue(asset).exercises))
    house.open(Start("evening_wind_down_12"))
    assert not house.is_playing
    assert house.sees("This routine is not possible with your choices; change them in the settings.")
    assert house.sees("Not possible with your choices at the moment.")
    house.press(ENTER)
    assert not house.sees("How stiff do you feel right now?")


def test_a_goal_that_is_changed_and_goals_that_rest_are_noted(house: House) -> None:
    house.knows_me()
    house.open()
    today = house.clock.now().date().isoformat()
    choose(house, "stretch_days", 5)
    choose(house, "goals_paused", True)
    assert (house.settings.past_goals, house.settings.goal_pauses) == ((f"{today} 3 2",), (today,))
