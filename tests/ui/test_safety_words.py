"""The safety lists are complete."""

from __future__ import annotations

import pytest

from hipback_desktop.ui.safety_words import (
    SafetyList,
    ask_first_list,
    days_list,
    emergency_list,
    settle_list,
    stop_list,
    stop_rule,
    today_list,
    where_to_get_help,
)


def text_of(safety_list: SafetyList) -> str:
    return " ".join((safety_list.title, safety_list.lead, *safety_list.items, safety_list.note)).lower()


@pytest.mark.parametrize(
    "safety_list, signs",
    [
        (
            emergency_list(),
            (
                "between the legs|genitals|buttocks|back passage|toilet paper|start or stop|leak|bladder|bowels|sexual"
                "|both legs|suddenly weak|accident or fall|small fall|fragile bones|steroids|chest pain|fainting|fever"
                "|one of these is enough|quickly or slowly|do not wait|emergency number|emergency department"
            ),
        ),
        (today_list(), "today|high temperature|losing weight|cannot move|after an injury|leave out exercise"),
        (
            days_list(),
            (
                "cancer|always there|at night|lump|swelling|changed its shape|cough|strain|band|unsteady"
                "|one leg or foot"
                "|weakness, numbness or tingling|down the leg|steroids|immune"
            ),
        ),
        (
            ask_first_list(),
            (
                "disc|sciatica|arthritis|injury|operation|osteoporosis|vertebra|hip replacement|pregnant|blood thinners"
                "|clots|broken bone|infection|wound|swelling|dizziness|balance|heart|blood pressure|knees|wrists"
            ),
        ),
        (
            stop_list(),
            (
                "sharp|stabbing|shooting|electric|spreading|numbness|tingling|weakness|joint|hip|knee|dizziness"
                "|tight chest|breath|nausea|6 or more|something is wrong|bleeding|fluid|contractions|calf|headache"
                "|chest pain|one to three days"
            ),
        ),
        (settle_list(), "sit or lie down|breathe|emergency number"),
        (where_to_get_help(), "emergency|doctor|professional"),
    ],
    ids=lambda value: value.title if isinstance(value, SafetyList) else "",
)
def test_every_sign_is_named(safety_list: SafetyList, signs: str) -> None:
    assert [sign for sign in signs.split("|") if sign not in text_of(safety_list)] == []


def test_the_stop_rule_names_the_key() -> None:
    assert "Esc" in stop_rule()
