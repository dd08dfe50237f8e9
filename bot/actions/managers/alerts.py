"""Alerts to the managers: exactly one per matter and step, repeated until somebody acknowledges or it settles (M1).

While several steps of a matter are open, only the latest is repeated (alert_series)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.actions.managers import alert_posts
from bot.actions.managers.alert_posts import change, post
from bot.actions.managers.alert_series import is_spoken_for, joined_with
from bot.actions.managers.alert_texts import PRIVATE, Subject, subject_of
from bot.actions.tickets.service_history import history_of
from bot.actions.wording import moment
from bot.desk import Work
from bot.rules.beside_danger import is_part_of
from bot.rules.escalation import (
    AlertKind,
    Matter,
    has_settled,
    may_go_out,
    next_repeat,
)
from storage import alerts, tickets, timers
from storage.models import Alert, AlertState, Conversation, Floor, Ticket

_LOOKED_AT = 10


async def raise_alert(
    work: Work,
    kind: str,
    *,
    key: str,
    ticket: Ticket | None = None,
    conversation: Conversation | None = None,
    **data: Any,
) -> Alert | None:
    """The new alert, posted to the managers (at night in the morning, emergencies at once); None: raised before.

    `key` names matter and step. `data` may hold words, stars, reason, round, intent, error_id, source, who: what is
    shown (see alert_texts)."""
    alert = await alerts.raise_once(
        work.session,
        kind=AlertKind(kind),
        dedupe_key=key,
        ticket_id=None if ticket is None else ticket.id,
        conversation_id=_talk_id(ticket, conversation),
        data=data,
        now=work.now,
    )
    if alert is None:
        return None
    subject = await subject_of(work, alert)
    start = may_go_out(AlertKind(kind), urgent=subject.urgent, at=work.now, quiet=work.desk.office.quiet_hours)
    if start > work.now:
        await _plan(work, alert, subject, start, 0)
    else:
        await _post(work, alert, subject, 0)
    return alert


async def repeat(work: Work, alert_id: int, times_sent: int | None = None) -> None:
    """The alert goes out (again), unless somebody acknowledged it, the matter has moved on, or a later step speaks."""
    alert = await alerts.alert_by_id(work.session, alert_id)
    if alert is None or alert.state != AlertState.OPEN:
        return
    subject = await subject_of(work, alert)
    if has_settled(AlertKind(alert.kind), await _matter(work, subject)) or await _doubt_has_moved_on(work, alert):
        await _settle(work, alert)
        return
    if is_spoken_for(alert, subject, await joined_with(work, alert)):
        await _plan_again(work, alert, subject, alert.repeats + 1)
        return
    count = alert.repeats + 1 if times_sent is None else times_sent
    start = may_go_out(AlertKind(alert.kind), urgent=subject.urgent, at=work.now, quiet=work.desk.office.quiet_hours)
    if start > work.now:
        await _plan(work, alert, subject, start, count)
        return
    alert.repeats = count
    await _post(work, alert, subject, count)


async def acknowledge(work: Work, alert_id: int, by_name: str) -> str:
    """Ends the repeats of the whole matter and writes under its alerts who has seen them. Returns the sentence that
    answers the tap: a second tap learns who was first."""
    locale = work.desk.office_locale
    alert = await work.session.get(Alert, alert_id, with_for_update=True)
    if alert is None:
        return work.say(locale, "alerts-gone")
    joined = await joined_with(work, alert)
    if await alerts.acknowledge(work.session, alert, by_name, work.now):
        for seen in (alert, *joined):
            await alerts.acknowledge(work.session, seen, by_name, work.now)
            await timers.cancel_prefix(work.session, f"alert_repeat:{seen.id}:")
            await change(work, seen)
        return work.say(locale, "alerts-thanks")
    if alert.state == AlertState.OBSOLETE or alert.acknowledged_at is None:
        return work.say(locale, "alerts-settled-already")
    time = moment(work, locale, alert.acknowledged_at)
    return work.say(locale, "alerts-seen-already", name=alert.acknowledged_by or "", time=time)


async def obsolete(work: Work, *, ticket: Ticket | None = None, conversation: Conversation | None = None) -> None:
    """Ends the open alerts of a ticket or conversation whose reason is gone."""
    found = []
    if ticket is not None:
        found += await alerts.open_alerts_of_ticket(work.session, ticket.id)
    if conversation is not None:
        of_talk = await alerts.open_alerts_of_conversation(work.session, conversation.id)
        found += [alert for alert in of_talk if ticket is None or alert.ticket_id is None]
    for alert in found:
        if has_settled(AlertKind(alert.kind), await _matter(work, await subject_of(work, alert))):
            await _settle(work, alert)


async def doubt_is_over(work: Work, conversation: Conversation, key: str) -> None:
    """The owner has said whether there is danger: the alert with that key ends, and those of the doubts before it. What
    was asked about later is another danger."""
    answered = await alerts.alert_by_key(work.session, key)
    for alert in await alerts.open_alerts_of_conversation(work.session, conversation.id):
        if alert.kind == AlertKind.POSSIBLE_EMERGENCY and (answered is None or alert.id <= answered.id):
            await _settle(work, alert)


async def add_reason(work: Work, key: str, reason: str, *, private: bool) -> None:
    """What an owner said afterwards to an alert that is out already (a low score): written under it. `private`: from
    then on only managers may read it."""
    alert = await alerts.alert_by_key(work.session, key)
    if alert is None:
        return
    await _write_under(work, alert, {"reason": reason, PRIVATE: private})


async def add_news(work: Work, ticket: Ticket, **news: str) -> None:
    """`where` and `phone` that the owner told after the alarm: written under it while nobody has acknowledged it."""
    for alert in await alerts.open_alerts_of_ticket(work.session, ticket.id):
        if alert.kind == AlertKind.EMERGENCY:
            await _write_under(work, alert, news)


async def add_news_in_doubt(work: Work, conversation: Conversation, **news: str) -> None:
    """The same where the owner has not said yet whether there is danger."""
    for alert in await alerts.open_alerts_of_conversation(work.session, conversation.id):
        if alert.kind == AlertKind.POSSIBLE_EMERGENCY:
            await _write_under(work, alert, news)


async def show_holder(work: Work, ticket: Ticket) -> None:
    """Another has the matter now, or nobody: what managers still read of it says so."""
    for alert in await alerts.open_alerts_of_ticket(work.session, ticket.id):
        await alert_posts.show_holder(work, alert)


async def _post(work: Work, alert: Alert, subject: Subject, count: int) -> None:
    await post(work, alert, subject, count)
    await _plan_again(work, alert, subject, count + 1)


async def _plan_again(work: Work, alert: Alert, subject: Subject, count: int) -> None:
    again = next_repeat(
        AlertKind(alert.kind),
        urgent=subject.urgent,
        sent_at=work.now,
        every=work.desk.office.times.alert_repeat,
        quiet=work.desk.office.quiet_hours,
    )
    if again is not None:
        await _plan(work, alert, subject, again, count)


async def _plan(work: Work, alert: Alert, subject: Subject, at: datetime, count: int) -> None:
    """The timer of one posting; moved when it exists, never doubled."""
    chat = subject.conversation.chat_id if subject.conversation is not None else work.desk.chats.manager
    key = f"alert_repeat:{alert.id}:{count}"
    data = {"alert_id": alert.id, "count": count, "conversation_id": alert.conversation_id}
    if not await timers.plan(
        work.session, kind="alert_repeat", lane=f"chat:{chat}", due_at=at, dedupe_key=key, data=data, now=work.now
    ):
        # Fired into the quiet hours: the same posting gets another moment.
        key = f"{key}:{int(at.timestamp())}"
        await timers.plan(
            work.session, kind="alert_repeat", lane=f"chat:{chat}", due_at=at, dedupe_key=key, data=data, now=work.now
        )


async def _doubt_has_moved_on(work: Work, alert: Alert) -> bool:
    """Nobody has answered the question about danger, and it needs no answer any more: the same was reported since, or
    an emergency of the same owner has been taken up."""
    if alert.kind != AlertKind.POSSIBLE_EMERGENCY or alert.conversation_id is None:
        return False
    danger = str(alert.data.get("intent") or "")
    for ticket in await tickets.tickets_of_conversation(work.session, alert.conversation_id, _LOOKED_AT):
        since = ticket.created_at >= alert.created_at
        if since and (ticket.intent == danger or is_part_of(ticket.intent, [danger])):
            return True
        working = ticket.state in tickets.WORKED_ON
        if ticket.kind == "emergency" and ((working and ticket.assignee_id is not None) or (since and not working)):
            return True
    return False


async def _settle(work: Work, alert: Alert) -> None:
    alert.state = AlertState.OBSOLETE
    await timers.cancel_prefix(work.session, f"alert_repeat:{alert.id}:")
    await change(work, alert)


async def _write_under(work: Work, alert: Alert, news: Mapping[str, str | bool]) -> None:
    alert.data = {**alert.data, **news}
    await change(work, alert)


async def _matter(work: Work, subject: Subject) -> Matter:
    """What is known now of what the alert is about."""
    ticket, talk = subject.ticket, subject.conversation
    waits = talk is not None and talk.floor == Floor.WAITING
    if ticket is None:
        return Matter(conversation_waits=waits)
    history = await history_of(work, ticket)
    return Matter(
        ticket_open=ticket.state in tickets.WORKED_ON,
        claimed=ticket.assignee_id is not None,
        responded=history.first_response_at is not None,
        owner_waits=history.unanswered_since is not None,
        conversation_waits=waits,
    )


def _talk_id(ticket: Ticket | None, conversation: Conversation | None) -> int | None:
    if conversation is not None:
        return conversation.id
    return None if ticket is None else ticket.conversation_id
