"""The words of the ``hipback`` command, read from its own parser: what the manual and completion are made of."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from hipback_desktop.cli.parser import new_parser

_Requests = argparse._SubParsersAction  # noqa: SLF001 - argparse shows its words nowhere else


@dataclass(frozen=True, slots=True)
class Word:
    """An option or an argument: how it is written, the name of its value or "", the values there are, what it means."""

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    meaning: str
    count: int | str | None = None

    @property
    def is_option(self) -> bool:
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Command:
    """One request, or with the name "" the program itself."""

    name: str
    meaning: str
    words: tuple[Word, ...]

    @property
    def options(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.is_option)

    @property
    def arguments(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if not word.is_option)


def program() -> tuple[Command, str]:
    """The program itself, with the sentence that ends its help."""
    parser = new_parser()
    return Command("", str(parser.description), tuple(_words(parser))), str(parser.epilog)


def commands() -> tuple[Command, ...]:
    """Every request, in the order of the help."""
    requests = next(action for action in _actions(new_parser()) if isinstance(action, _Requests))
    meanings = {choice.dest: str(choice.help) for choice in requests._choices_actions}  # noqa: SLF001
    return tuple(Command(name, meanings[name], tuple(_words(parser))) for name, parser in requests.choices.items())


def _words(parser: argparse.ArgumentParser) -> Iterator[Word]:
    for action in _actions(parser):
        if not isinstance(action, _Requests):
            takes_value = action.nargs != 0
            value = action.metavar or action.dest.upper()
            yield Word(
                tuple(action.option_strings),
                str(value) if takes_value else "",
                tuple(map(str, action.choices or ())),
                action.help or "",
                action.nargs,
            )


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001 - argparse shows its words nowhere else
