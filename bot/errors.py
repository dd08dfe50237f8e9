"""Every error that this service raises on purpose.

    HaedapError                  a text key and its arguments, never a sentence
    ├── OperatorError            stops a command; the terminal shows one line per problem
    │   ├── ConfigError          what was written down wrongly
    │   │   ├── SettingsError    the environment or .env
    │   │   └── OfficeError      the office folder
    │   ├── DatabaseError        cannot be reached, belongs to another bot, has another schema
    │   └── ApiError             Telegram refuses or cannot be reached, a chat or a right is missing
    └── DeskError                an expected refusal, told to the person who asked
        ├── NotFound             no such ticket, person, conversation
        ├── NotAllowed           this role may not do it
        ├── MoveRefused          the ticket's state does not allow it, or something is missing for it
        ├── OutOfDate            the button or answer is older than the matter
        └── NotUnderstood        what was typed cannot be read as asked

Keys of OperatorError live in texts/{en,ko}/operator.ftl (English first on the terminal, see `operator_text`);
keys of DeskError live in the other catalogues and are rendered in the reader's language when told (style 8).
No argument may hold a token, a key, a password or words of a resident: lines are logged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self


class HaedapError(Exception):
    """`key` names the text, `args_` fills its variables."""

    def __init__(self, key: str, /, **args: object) -> None:
        super().__init__(key, args)
        self.key = key
        self.args_ = args

    def __str__(self) -> str:
        return " ".join([self.key, *(f"{name}={value}" for name, value in self.args_.items())])


@dataclass(frozen=True, slots=True)
class Problem:
    """One line for the operator: `where` is a variable's name or `file:line`, or nothing."""

    key: str
    where: str = ""
    args: Mapping[str, object] = field(default_factory=dict)


class OperatorError(HaedapError):
    """Stops a command. `problems` holds everything that was found, so that one look mends it all."""

    def __init__(self, key: str, /, *, where: str = "", **args: object) -> None:
        super().__init__(key, **args)
        self.problems: tuple[Problem, ...] = (Problem(key, where, args),)


class ConfigError(OperatorError):
    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Self:
        """One error that carries several problems (at least one)."""
        found = tuple(problems)
        error = cls(found[0].key, where=found[0].where, **found[0].args)
        error.problems = found
        return error


class SettingsError(ConfigError):
    pass


class OfficeError(ConfigError):
    pass


class DatabaseError(OperatorError):
    pass


class ApiError(OperatorError):
    pass


class DeskError(HaedapError):
    pass


class NotFound(DeskError):
    pass


class NotAllowed(DeskError):
    pass


class MoveRefused(DeskError):
    pass


class OutOfDate(DeskError):
    pass


class NotUnderstood(DeskError):
    pass
