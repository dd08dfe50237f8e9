"""A Bot API method: its name, what it takes, what does it."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.core import Sandbox
from bot.sandbox.params import Args, Parameter, declare

Handler = Callable[[Sandbox, Args], Any | Awaitable[Any]]


class Method:
    """`handler(sandbox, args)` returns the result, or something to await for it. `args["uploads"]` holds all files."""

    __slots__ = ("handler", "name", "parameters")

    def __init__(self, name: str, parameters: str, handler: Handler) -> None:
        self.name = name
        self.parameters: tuple[Parameter, ...] = declare(parameters)
        self.handler = handler
