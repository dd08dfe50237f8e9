"""What the operator reads on the terminal: one line per problem, English first (keys: texts/<lang>/operator.ftl)."""

from __future__ import annotations

from functools import cache

from bot.errors import OperatorError, Problem
from bot.render import MissingText, Texts

_LONGEST = 1000


def lines(error: OperatorError, locale: str = "en") -> list[str]:
    """One line per problem: `where: what is wrong; how to mend it`."""
    return [line(problem, locale) for problem in error.problems]


def line(problem: Problem, locale: str = "en") -> str:
    text = sentence(problem.key, locale, **problem.args)
    return f"{problem.where}: {text}" if problem.where else text


def sentence(key: str, locale: str = "en", **args: object) -> str:
    """One text of operator.ftl on one line. A key without a text comes out as itself: better than no line at all."""
    # Numbers go in as text: chat ids must not be grouped by thousands.
    named = {name: _short(str(value)) for name, value in args.items()}
    try:
        text = _texts().say(locale, key, **named)
    except MissingText:
        text = " ".join([key, *(f"{name}={value}" for name, value in named.items())])
    return " ".join(text.split())


def _short(value: str) -> str:
    """Fluent refuses what is very long, and nobody reads it."""
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


@cache
def _texts() -> Texts:
    return Texts.load()
