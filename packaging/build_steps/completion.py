"""Completion of the ``hipback`` command in bash, zsh and fish, made from its words."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from build_steps.command_words import Command, Word, commands, program

_BASH = """\
# bash completion of hipback
_hipback() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" request="" each
    for each in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$each" in {names}) request="$each"; break;; esac
    done
    COMPREPLY=()
    case "$before" in
        --data-dir) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word"); return;;
    esac
    case "$request:$word" in
{cases}
    esac
}}
complete -F _hipback hipback
"""


def bash(routines: Sequence[str]) -> str:
    """To be sourced by bash-completion, under the name of the command."""
    itself = program()[0]
    found = commands()
    cases = []
    for command in found:
        cases.append(_bash_case(f"{command.name}:-*", _flags(command)))
        if command.arguments:
            cases.append(_bash_case(f"{command.name}:*", *_bash_values(command, routines)))
    cases += [_bash_case(":-*", _flags(itself)), _bash_case(":*", " ".join(command.name for command in found))]
    return _BASH.format(names="|".join(command.name for command in found), cases="\n".join(cases))


def _bash_case(pattern: str, words: str, files: str = "") -> str:
    names = "compopt -o filenames; " if files else ""
    return f'        {pattern}) {names}mapfile -t COMPREPLY < <(compgen {files}-W {shlex.quote(words)} -- "$word");;'


def _flags(command: Command) -> str:
    return " ".join(name for word in command.options for name in word.names)


def _bash_values(command: Command, routines: Sequence[str]) -> tuple[str, str]:
    words = [text for word in command.arguments for text in _values(word, routines)]
    return " ".join(words), "-f " if any(_takes_file(word) for word in command.arguments) else ""


def zsh(routines: Sequence[str]) -> str:
    """To be found by zsh as ``_hipback``."""
    itself, found = program()[0], commands()
    listed = "\n".join(f"        {shlex.quote(f'{command.name}:{command.meaning}')}" for command in found)
    cases = "\n".join(f"        ({command.name}) _arguments {_zsh_words(command, routines)} ;;" for command in found)
    return f"""\
#compdef hipback
_hipback() {{
    local -a requests
    local context state state_descr line
    typeset -A opt_args
    requests=(
{listed}
    )
    _arguments -C {_zsh_words(itself, routines)} '1:command:->request' '*::argument:->argument'
    case "$state" in
    (request) _describe command requests ;;
    (argument)
        case "$words[1]" in
{cases}
        esac ;;
    esac
}}
_hipback "$@"
"""


def _zsh_words(command: Command, routines: Sequence[str]) -> str:
    return " ".join(
        shlex.quote(_zsh_word(word, name, routines)) for word in command.words for name in word.names or ("",)
    )


def _zsh_word(word: Word, name: str, routines: Sequence[str]) -> str:
    meaning = re.sub(r"([\[\]:])", r"\\\1", word.meaning)
    values = _values(word, routines)
    action = f"({' '.join(values)})" if values else ""
    if word.value == "DIR":
        action = "_files -/"
    elif _takes_file(word):
        action = f"{{_alternative 'routines:routine:({' '.join(values)})' 'files:file:_files'}}" if values else "_files"
    if name:
        return f"{name}[{meaning}]" + (f":{word.value}:{action}" if word.value else "")
    many = "*:" if word.count == "+" else (":" + (":" if word.count == "?" else ""))
    return f"{many}{word.value}:{action}"


def fish(routines: Sequence[str]) -> str:
    """To be found by fish as ``hipback.fish``."""
    itself, found = program()[0], commands()
    lines = ["# fish completion of hipback", "complete -c hipback -f"]
    lines += [_fish_option("__fish_use_subcommand", word) for word in itself.options]
    for command in found:
        seen = f"__fish_seen_subcommand_from {command.name}"
        lines.append(f"complete -c hipback -n __fish_use_subcommand -a {command.name} -d {_fish(command.meaning)}")
        lines += [_fish_option(seen, word) for word in command.options]
        for word in command.arguments:
            values = " ".join(_values(word, routines))
            lines += [f"complete -c hipback -n {_fish(seen)} -a {_fish(values)}"] if values else []
            lines += [f"complete -c hipback -n {_fish(seen)} -F"] if _takes_file(word) else []
    return "\n".join(lines) + "\n"


def _fish_option(condition: str, word: Word) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in word.names)
    value = {"": "", "DIR": " -x -a '(__fish_complete_directories)'"}.get(word.value, " -x")
    return f"complete -c hipback -n {_fish(condition)} {names}{value} -d {_fish(word.meaning)}"


def _fish(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", r"\'") + "'"


def _values(word: Word, routines: Sequence[str]) -> Sequence[str]:
    return word.choices or (routines if word.value == "ROUTINE" else ())


def _takes_file(word: Word) -> bool:
    return word.value in ("FILE", "ROUTINE")
