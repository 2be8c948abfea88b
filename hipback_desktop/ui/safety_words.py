"""What to look out for, in plain words: the lists of evidence.md §5 for the first screens and the stop sheet."""

from __future__ import annotations

from dataclasses import dataclass

from hipback_desktop.core.language import gettext as _


@dataclass(frozen=True, slots=True)
class SafetyList:
    """A titled list with a sentence before it and, where there is one, a sentence after it."""

    title: str
    lead: str
    items: tuple[str, ...]
    note: str = ""


def emergency_list() -> SafetyList:
    """Signs that need help at once (evidence.md §5.1)."""
    return SafetyList(
        title=_("Get emergency help now"),
        lead=_("Call your local emergency number or go to an emergency department if you notice any of these:"),
        items=(
            _(
                "New numbness or pins and needles between the legs, in the genitals or buttocks, or around the back "
                "passage; or toilet paper feels different."
            ),
            _(
                "You cannot start or stop passing urine, cannot feel it, newly leak, or cannot tell whether your "
                "bladder is full or empty."
            ),
            _("You cannot control your bowels, or cannot feel them."),
            _("A new loss of sexual feeling or function."),
            _("Pain, weakness or numbness in both legs, or a leg that is suddenly weak or getting weaker."),
            _("Back pain after a serious accident or fall."),
            _("Back pain after even a small fall, if you are older, have fragile bones or have long taken steroids."),
            _("Back pain together with chest pain, with fainting, or with a fever and feeling very ill."),
        ),
        note=_("One of these is enough. They can come quickly or slowly. Do not wait."),
    )


def today_list() -> SafetyList:
    """Signs that need advice the same day (evidence.md §5.2, first part)."""
    return SafetyList(
        title=_("Get medical advice today"),
        lead=_("Speak to a doctor today, and leave out exercise until you have, if you have:"),
        items=(
            _("Back pain with a high temperature."),
            _("Back pain while losing weight without meaning to."),
            _("Pain so strong that you cannot move."),
            _("Pain after an injury."),
        ),
    )


def days_list() -> SafetyList:
    """Signs that are worth a check soon (evidence.md §5.2, second part)."""
    return SafetyList(
        title=_("Have it checked within days"),
        lead=_("These are worth a professional’s look in the next few days:"),
        items=(
            _("You have, or once had, cancer."),
            _("Pain that is always there, or comes at night, and that resting does not ease."),
            _("A lump, a swelling, or a back that has changed its shape."),
            _("Pain that gets worse when you cough or strain."),
            _("A band of pain around your trunk."),
            _("You have become unsteady when walking."),
            _("Weakness, numbness or tingling in one leg or foot."),
            _("Pain that runs down the leg."),
            _("You have long taken steroids, or your immune system is weak."),
        ),
    )


def ask_first_list() -> SafetyList:
    """Who should have asked a professional before starting (evidence.md §5.5)."""
    return SafetyList(
        title=_("…one of these fits you"),
        lead=_("You are welcome here; only ask someone who knows your case first."),
        items=(
            _("A known disc problem, sciatica or arthritis."),
            _("A hip or back injury or operation, now or in the past, or a hip replacement."),
            _("Osteoporosis, or a vertebra that once broke."),
            _("You are pregnant."),
            _("You take blood thinners, or may be prone to blood clots."),
            _("A recent injury or broken bone, an infection, an open wound or a swelling."),
            _("Dizziness, trouble with balance, a heart condition, or blood pressure that is not under control."),
            _("Knees or wrists that hurt when they bear weight."),
        ),
        note=_("They can tell you which of the exercises suit you. You can leave out others with the comfort choices."),
    )


def stop_list() -> SafetyList:
    """When to stop at once during a session (evidence.md §5.4)."""
    return SafetyList(
        title=_("When to stop at once"),
        lead=_("Stop, and do not go on with that exercise, if you feel:"),
        items=(
            _("Anything sharp, stabbing, shooting, electric or spreading."),
            _("Numbness, tingling or weakness."),
            _("Pain in a joint, such as the hip or the knee."),
            _("Dizziness, a tight chest, shortness of breath or nausea."),
            _("Discomfort of 6 or more out of 10."),
            _("That something is wrong, even if you cannot say what."),
            _(
                "If you are pregnant: bleeding, losing fluid, contractions, a painful or swollen calf, a headache or "
                "chest pain."
            ),
        ),
        note=_(
            "Sore muscles for one to three days after new strength work are usual, if both sides feel alike and "
            "moving eases them."
        ),
    )


def settle_list() -> SafetyList:
    """What to do when dizzy or unwell (evidence.md §14.3)."""
    return SafetyList(
        title=_("Let it settle first"),
        lead=_("Take all the time you need:"),
        items=(
            _("Sit or lie down now, somewhere you cannot fall."),
            _("Breathe slowly; let each breath out be a little longer than the breath in."),
            _("Stay there until it has passed, then get up slowly, by way of sitting."),
            _("Call someone to be with you if you can."),
        ),
        note=_(
            "Call your local emergency number if you faint, if your chest is tight or hurts, if you cannot catch your "
            "breath, or if it does not pass soon."
        ),
    )


def where_to_get_help() -> SafetyList:
    """Whom to ask, from the most urgent down."""
    return SafetyList(
        title=_("Where to get help"),
        lead=_("Hipback is a timer and guide and cannot tell what is behind what you feel. These people can:"),
        items=(
            _("Your local emergency number, or an emergency department, for anything on the emergency list."),
            _("Your doctor, or a medical advice line when the practice is closed, for anything new or worrying."),
            _("A physiotherapist or another professional who knows your case, before you take up exercise again."),
        ),
    )


def stop_rule() -> str:
    """The rule of every session in one sentence."""
    return _(
        "Stop as soon as anything feels sharp, shooting, numb, tingling or simply wrong: press Esc or the red Stop "
        "button, which is always there and asks nothing."
    )
