"""What the operator reads on the terminal: one line per problem, English first.

Separate from `render`: these lines must come out before settings, office and database are there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.errors import OperatorError, Problem

_TEXTS = Path(__file__).parent / "texts"


def lines(error: OperatorError, locale: str = "en") -> list[str]:
    """One line per problem: `where: what is wrong; how to mend it`."""
    return [line(problem, locale) for problem in error.problems]


def line(problem: Problem, locale: str = "en") -> str:
    text = sentence(problem.key, locale, **problem.args)
    return f"{problem.where}: {text}" if problem.where else text


def sentence(key: str, locale: str = "en", **args: object) -> str:
    """One text of operator.ftl. A key without a text comes out as itself: better than no line at all."""
    bundle = _bundle(locale)
    if not bundle.has_message(key):
        return " ".join([key, *(f"{name}={value}" for name, value in args.items())])
    pattern = bundle.get_message(key).value
    if pattern is None:
        return key
    # Numbers go in as text: chat ids must not be grouped by thousands.
    text, _ = bundle.format_pattern(pattern, {name: str(value) for name, value in args.items()})
    return " ".join(str(text).split())


@cache
def _bundle(locale: str) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(FluentResource((_TEXTS / locale / "operator.ftl").read_text(encoding="utf-8")))
    return bundle
