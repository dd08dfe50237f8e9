"""Short lines of the desk to the people of the office, in a topic, in General or in the manager chat."""

from typing import Any

from bot.actions.outgoing import DIRECT, Place, Terms, text
from bot.desk import Work
from bot.taps import Keyboard
from storage.models import OutboxRow


async def tell_office(
    work: Work, place: Place | None, key: str, keyboard: Keyboard | None = None, terms: Terms = DIRECT, **args: Any
) -> OutboxRow | None:
    """One line in the office's language; nothing where there is no such chat."""
    if place is None:
        return None
    return await text(work, place, work.say(work.desk.office_locale, key, **args), keyboard, terms)
