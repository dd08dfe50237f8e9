"""The office's groups, while the bot is out of one or may not write there: what is promised waits, and people know."""

import logging

from bot.actions.outgoing import Place, Terms
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.places import manager_places
from bot.actions.wording import moment
from bot.desk import Work
from bot.operator_text import sentence
from bot.outcome import FailureReason
from storage import barred
from storage.models import OutboxRow, Priority

_log = logging.getLogger(__name__)

_SAYS = ("send", "copy", "forward", "editMessage")
"""Methods that write. Others may be refused for the want of a single right while the talk goes on."""


def keeps(work: Work, row: OutboxRow, chat_id: int, reason: FailureReason | None) -> bool:
    """Whether what was refused waits until the group is mended. An alert waits neither for the managers' group nor for
    what waits there: it goes to somebody else at once (actions/managers/alerts.py)."""
    if reason is FailureReason.RIGHTS and not row.method.startswith(_SAYS):
        return False
    if chat_id in work.desk.staff_chats:
        return True
    return chat_id == work.desk.chats.manager and chat_id < 0 and (row.follow_up or {}).get("kind") != "alert"


async def bar(work: Work, chat_id: int) -> None:
    """The bot cannot write in a group: the managers and the operator learn of it once, and how to mend it."""
    if not await barred.bar(work.session, chat_id, work.now):
        return
    _log.error(sentence("service-group-barred", chat=chat_id))
    for place in _managers(work, chat_id):
        key = f"group-barred:{chat_id}:{int(work.now.timestamp())}:{place.stream}"
        terms = Terms(priority=Priority.EMERGENCY, dedupe_key=key)
        await tell_office(work, place, "staff-group-barred", None, terms, chat=str(chat_id))


async def takes_no_pictures(work: Work, chat_id: int) -> None:
    """The bot may write in a group and not send pictures there: the managers learn of it once, and how to mend it."""
    if not await barred.takes_no_pictures(work.session, chat_id, work.now):
        return
    for place in _managers(work, chat_id):
        await tell_office(work, place, "staff-group-no-pictures", chat=str(chat_id))


async def bot_is_in(work: Work, chat_id: int) -> None:
    """The bot was let in (again), or has other rights: what waits is tried at once. That it works is said when the
    first of it has arrived; where nothing waits, at once."""
    await barred.may_take_pictures(work.session, chat_id)
    if await barred.anything_waits(work.session, chat_id):
        await barred.release(work.session, chat_id)
    else:
        await _lift(work, chat_id, late=False)


async def arrived(work: Work, chat_id: int) -> None:
    """Something that had waited for a group was taken there: the rest follows at once."""
    await barred.release(work.session, chat_id)
    await _lift(work, chat_id, late=True)


async def _lift(work: Work, chat_id: int, *, late: bool) -> None:
    since = await barred.lift(work.session, chat_id)
    if since is None:
        return
    _log.warning(sentence("service-group-mended", chat=chat_id))
    # The group reads it too, before what comes late: nobody must take yesterday's words for today's.
    places = {*_managers(work, chat_id), *((Place(chat_id=chat_id),) if late else ())}
    began = moment(work, work.desk.office_locale, since)
    for place in sorted(places, key=lambda place: place.stream):
        key = f"group-mended:{chat_id}:{int(since.timestamp())}:{place.stream}"
        terms = Terms(priority=Priority.EMERGENCY, dedupe_key=key)
        await tell_office(work, place, "staff-group-mended", None, terms, late=str(late).lower(), since=began)


def _managers(work: Work, chat_id: int) -> tuple[Place, ...]:
    """Where managers read it: not in the group that is meant."""
    if chat_id == work.desk.chats.manager:
        return tuple(Place(chat_id=manager) for manager in work.desk.chats.private_managers)
    return manager_places(work)
