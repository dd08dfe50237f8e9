"""What is served before anything else while the examples are still being learnt: a cry for help, and the taps that tell
that somebody is in danger, or which way out of a fire is the right one. They need no understanding but that of the
rules."""

from typing import Any

from bot.desk import Desk
from bot.handlers.commands import command_of
from bot.handlers.owner import is_of_owner
from bot.handlers.read import read_update
from bot.incoming import Said, Tapped, Unreadable
from bot.rules.tap_verbs import Verb
from bot.taps import Tap
from intents.result import Emergency

_TAPS = frozenset({Verb.EMERGENCY_BRANCH, Verb.EMERGENCY_YES})


def cannot_wait(desk: Desk, raw: Any) -> bool:
    """Of an update as it came; what cannot be read is judged in its turn."""
    try:
        incoming = read_update([raw])
    except Unreadable:
        return False
    if isinstance(incoming, Tapped):
        tap = Tap.unpack(incoming.data)
        return is_of_owner(desk, incoming.chat_id) and tap is not None and tap.verb in _TAPS
    if not isinstance(incoming, Said) or not incoming.text or not is_of_owner(desk, incoming.chat_id):
        return False
    if command_of(incoming.text, desk.bot_username) is not None:
        return False
    return desk.understand(incoming.text).emergency is Emergency.CERTAIN
