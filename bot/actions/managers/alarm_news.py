"""News of an alarm, told to the managers apart from it: the alarm itself may be read and put away."""

import secrets
from collections.abc import Sequence

from bot.actions.managers.alert_places import ladder
from bot.actions.outgoing import Place, Terms, text
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.rules.escalation import AlertKind, is_confidential
from storage import outbox_changes
from storage.models import OutboxRow, OutboxState, Priority, Ticket

KIND = "alarm_news"
"""The follow-up of such a message."""


async def tell(work: Work, ticket: Ticket, key: str, *, private: bool = False, **args: str) -> None:
    """To those who hear of alarms first. `private`: for managers alone, whatever the alarm is about."""
    locale = work.desk.office_locale
    told = work.say(locale, key, number=ticket.number, title=matter_title(work, locale, ticket.intent), **args)
    for step in _ladder(work, ticket, private)[:1]:
        await _send(work, ticket, told, step, secrets.token_hex(8), private=private)


async def undeliverable(work: Work, row: OutboxRow) -> None:
    """Where nobody else read it, whoever comes next is told, as of the alarm itself."""
    about = row.follow_up or {}
    ticket = await work.session.get(Ticket, about["ticket_id"])
    if ticket is None:
        return
    steps = _ladder(work, ticket, about["private"])
    at = next((n for n, step in enumerate(steps) if Place(chat_id=row.chat_id) in step), 0)
    for place in steps[at] if steps else ():
        other = await outbox_changes.row_by_key(work.session, _key(about["group"], place))
        if other is not None and other.id != row.id and other.state != OutboxState.DEAD:
            return
    for step in steps[at + 1 : at + 2]:
        hint = work.say(work.desk.office_locale, "alerts-manager-unreachable")
        told = "\n\n".join((about["told"], hint))
        await _send(work, ticket, told, step, about["group"], private=about["private"])


async def _send(work: Work, ticket: Ticket, told: str, places: Sequence[Place], group: str, *, private: bool) -> None:
    about = {"kind": KIND, "ticket_id": ticket.id, "group": group, "private": private, "told": told}
    for place in places:
        terms = Terms(priority=Priority.EMERGENCY, dedupe_key=_key(group, place), follow_up=about)
        await text(work, place, told, None, terms)


def _ladder(work: Work, ticket: Ticket, private: bool) -> tuple[tuple[Place, ...], ...]:
    confidential = private or is_confidential(AlertKind.EMERGENCY, ticket.department)
    return ladder(work, confidential, ticket.department)


def _key(group: str, place: Place) -> str:
    """`group`: one piece of news, in all the places where it is told."""
    return f"alarm_news:{group}:{place.stream}"
