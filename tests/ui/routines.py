"""Routines as the home page is given them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hipback_desktop.core.exercise import Phase
from hipback_desktop.ui.home_page import HomeView
from hipback_desktop.ui.routine_facts import RoutineCardView
from tests.builders import an_exercise


def a_card_view(**changes: Any) -> RoutineCardView:
    """Ten minutes with one thing changed."""
    view = RoutineCardView(
        id="quick_release_10",
        name="Quick release",
        summary="Ten easy minutes.",
        minutes_text="10 min",
        phases=(Phase.WARM_UP, Phase.STRETCH, Phase.WARM_UP),
        equipment_text="mat, chair",
        changes=("“Standing stretch” instead of “Half-kneeling stretch”, because you chose “No kneeling”.",),
        exercises=(an_exercise(id="cat", name="Cat and cow"), an_exercise(id="lunge", name="Standing stretch")),
    )
    return replace(view, **changes)


def a_home_view(**changes: Any) -> HomeView:
    """Two routines, the second one used last, the first one suggested."""
    first, second = a_card_view(), a_card_view(id="full_20", name="Full session", minutes_text="20 min")
    view = HomeView(
        greeting="Good morning",
        suggestion=first,
        suggestion_reason="Fits your usual 10 minutes.",
        routines=(first, second),
        last_used_id="full_20",
        week_line="2 of 3 days this week",
    )
    return replace(view, **changes)
