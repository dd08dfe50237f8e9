"""Slash commands as typed: name, address and the rest."""

import re
from dataclasses import dataclass

_COMMAND = re.compile(r"/([A-Za-z_]{1,32})(?:@(\w+))?(?:\s+(.*))?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    name: str  # lower case, without slash and address
    rest: str  # what follows, stripped


def command_of(text: str, bot_username: str) -> Command | None:
    """The command that a message is, or None; one addressed to another bot is none of ours."""
    found = _COMMAND.match(text.strip())
    if found is None:
        return None
    name, address, rest = found.groups()
    if address is not None and address.lower() != bot_username.lower():
        return None
    return Command(name.lower(), (rest or "").strip())
