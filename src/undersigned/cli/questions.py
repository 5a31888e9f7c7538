"""What `new` asks, one question after the other: with a default, the choices, and completion.

Without a terminal nothing is asked: what can be taken for certain is taken and told, and the
rest is one usage error that names every option.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from undersigned.cli import report
from undersigned.errors import NotFound, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["NONE", "Question", "answers", "can_ask"]

NONE = "none"


@dataclass(frozen=True)
class Question:
    """One thing to know. `choices` are the only answers where there are any, but for those that
    `also` takes.

    `certain`: the default is what nearly everybody wants, and is taken where nobody is there to
    be asked. `silent`: it is never asked, and left out where no option says it. `choice` is
    what the choices are of, for a message.
    """

    option: str
    text: str
    default: str
    choices: Sequence[str] = field(default=())
    certain: bool = False
    silent: bool = False
    choice: str = "choice"
    also: Callable[[str], bool] = field(default=lambda _: False)

    def allows(self, answer: str) -> bool:
        """Whether it is an answer to this question."""
        return not self.choices or answer in self.choices or self.also(answer)

    def checked(self, answer: str) -> str:
        """The answer. Raises `NotFound` where it is none of the choices."""
        if not self.allows(answer):
            raise NotFound(self.choice, answer, [", ".join(self.choices)], self.choices)
        return answer


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def answers(questions: Sequence[Question], given: Mapping[str, str | None]) -> dict[str, str]:
    """An answer to each question, by option: given already, asked for, or taken for certain."""
    found = {
        question.option: question.checked(value)
        for question in questions
        if (value := given.get(question.option)) is not None
    }
    open_ = [q for q in questions if q.option not in found and not q.silent]
    if can_ask():
        for question in open_:
            found[question.option] = _ask(question)
        return found
    doubtful = [question for question in open_ if not question.certain]
    if doubtful:
        named = "\n".join(f"  {_option(question)}" for question in doubtful)
        raise click.UsageError(f"nobody is here to be asked, so say it with options:\n{named}")
    for question in open_:
        report.note(f"{question.text}: {question.default}")
        found[question.option] = question.default
    return found


def _ask(question: Question) -> str:
    choices = f" ({', '.join(question.choices)})" if question.choices else ""
    with _completion(question.choices):
        while True:
            # Not to standard error: there readline, and with it the tab key, does nothing.
            # Where there are choices and no default, one of them has to be typed.
            default = None if question.choices and not question.default else question.default
            answer: str = click.prompt(f"{question.text}{choices}", default=default)
            answer = answer.strip()
            if question.allows(answer):
                return answer
            report.note(did_you_mean(answer, question.choices) or f'"{answer}" is none of these')


def _option(question: Question) -> str:
    choices = f" ({', '.join(question.choices)})" if question.choices else ""
    return f"--{question.option} {question.text.upper().replace(' ', '-')}{choices}"


@contextlib.contextmanager
def _completion(choices: Sequence[str]) -> Iterator[None]:
    """While a question is open the tab key completes its choices, where Python has readline."""
    try:
        readline: Any = importlib.import_module("readline")
    except ImportError:
        yield
        return

    def complete(typed: str, state: int) -> str | None:
        fitting = [choice for choice in choices if choice.startswith(typed)]
        return fitting[state] if state < len(fitting) else None

    # macOS's Python has libedit under the same name, with another way to say it.
    libedit = "libedit" in (readline.__doc__ or "")
    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    # Names hold hyphens, which readline takes for the end of a word.
    readline.set_completer_delims("")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
