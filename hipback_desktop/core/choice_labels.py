"""What the values of the longer settings are called, in the order in which they are offered."""

from __future__ import annotations

from hipback_desktop.core.comfort import ComfortFilter
from hipback_desktop.core.exercise_terms import Area, Equipment
from hipback_desktop.core.holds import Hold
from hipback_desktop.core.language import gettext as _

SPOKEN_LABELS = (
    ("full", "Full: names, form, breathing, counts"),
    ("essential", "Essential: names, sides, counts"),
    ("chimes", "Chimes only"),
    ("silent", "Silent: on screen only"),
)
AREA_LABELS = (
    (Area.HIP_FLEXORS.value, "Front of the hips"),
    (Area.QUADS.value, "Front of the thighs"),
    (Area.GLUTES.value, "Buttocks"),
    (Area.DEEP_ROTATORS.value, "Deep in the buttocks"),
    (Area.HAMSTRINGS.value, "Back of the thighs"),
    (Area.LOWER_BACK.value, "Lower back"),
    (Area.OUTER_HIP.value, "Outer hips"),
    (Area.SIDE_WAIST.value, "Side of the waist"),
    (Area.INNER_THIGH.value, "Inner thighs"),
)
EQUIPMENT_LABELS = (
    (Equipment.MAT.value, "Mat"),
    (Equipment.CHAIR.value, "Chair"),
    (Equipment.WALL.value, "Wall"),
    (Equipment.CUSHION.value, "Cushion or folded towel"),
    (Equipment.COUCH.value, "Couch"),
    (Equipment.STRAP.value, "Strap or long towel"),
    (Equipment.STEP.value, "Low step"),
    (Equipment.ROLLER.value, "Foam roller"),
    (Equipment.SMALL_BALL.value, "Small ball (tennis or massage ball)"),
    (Equipment.LARGE_BALL.value, "Large ball (basketball or medicine ball)"),
    (Equipment.STABILITY_BALL.value, "Stability ball"),
    (Equipment.BAND.value, "Resistance band"),
    (Equipment.WEIGHTS.value, "Light weights"),
    (Equipment.MACHINE.value, "Leg-curl machine"),
    (Equipment.BIKE.value, "Bicycle"),
)
FILTER_LABELS = (
    (ComfortFilter.NO_KNEELING.value, "No kneeling"),
    (ComfortFilter.NOT_ON_BACK.value, "Not on my back"),
    (ComfortFilter.NOT_ON_FRONT.value, "Not on my front"),
    (ComfortFilter.NOT_ON_SIDE.value, "Not on my side"),
    (ComfortFilter.NO_FLOOR_SITTING.value, "No floor sitting"),
    (ComfortFilter.NO_ROUNDING.value, "No rounding the back"),
    (ComfortFilter.NO_ARCHING.value, "No arching the back"),
    (ComfortFilter.NO_TWISTING.value, "No twisting"),
    (ComfortFilter.NO_DEEP_HIP_BEND.value, "No deep hip bend or crossed legs"),
    (ComfortFilter.EASY_ON_KNEES.value, "Easy on the knees"),
    (ComfortFilter.EASY_ON_WRISTS.value, "Easy on the wrists"),
    (ComfortFilter.NO_BALANCING.value, "No balancing"),
    (ComfortFilter.NO_PRESSURE_TOOLS.value, "No pressure tools"),
    (ComfortFilter.LITTLE_SPACE.value, "Little space"),
)
HOLD_LABELS = (
    (Hold.CALL.value, "I am in a call"),
    (Hold.DO_NOT_DISTURB.value, "Do not disturb is on"),
    (Hold.FULL_SCREEN.value, "Something fills the screen"),
)
SURFACE_LABELS = (
    ("automatic", "What works best here"),
    ("window", "Small window"),
    ("notification", "Notification"),
    ("full_screen", "Full screen"),
)
WHO_REMINDS_LABELS = (("ask", "Ask me"), ("desktop", "My desktop"), ("hipback", "Hipback"))


def comfort_label(choice: ComfortFilter) -> str:
    """What a comfort choice is called."""
    return _(dict(FILTER_LABELS)[choice.value])
