"""The messages of an alert: sent, sent to somebody else where nobody can be reached, and changed afterwards."""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

from bot.actions.managers.alert_places import ladder, places
from bot.actions.managers.alert_series import earlier_steps, joined_with
from bot.actions.managers.alert_texts import Subject, alert_buttons, alert_text, is_private, subject_of
from bot.actions.outgoing import Place, Terms, call, text
from bot.desk import Work
from bot.rules.escalation import ROUND_THE_CLOCK, AlertKind
from bot.rules.plain_text import one_line
from storage import alerts, outbox_changes
from storage.models import Alert, AlertState, OutboxRow, OutboxState, Priority

_CHANGED_BACK = 3
"""So many of the latest messages of an alert are changed when it ends: edits count against the group's 20 a minute."""


async def post(work: Work, alert: Alert, subject: Subject, count: int) -> None:
    """To those who hear of it first; `count`: how often it went out before."""
    await _send(work, alert, subject, count, places(work, is_private(alert, subject), subject.department))


async def undeliverable(work: Work, row: OutboxRow) -> None:
    """Telegram refuses one of its messages. Where nobody else read it, whoever comes next is told, with a hint how to
    mend it; what staff must not see goes to managers only, and is tried again with the next repeat."""
    alert = await alerts.alert_by_id(work.session, (row.follow_up or {})["alert_id"])
    if alert is None or alert.state != AlertState.OPEN:
        return
    subject = await subject_of(work, alert)
    count = int((row.relevance or {})["count"])
    steps = ladder(work, is_private(alert, subject), subject.department)
    at = next((n for n, step in enumerate(steps) if Place(chat_id=row.chat_id) in step), 0)
    for place in steps[at] if steps else ():
        other = await outbox_changes.row_by_key(work.session, _key(alert, count, place))
        if other is not None and other.id != row.id and other.state != OutboxState.DEAD:
            return
    for step in steps[at + 1 : at + 2]:
        await _send(work, alert, subject, count, step, work.say(work.desk.office_locale, "alerts-manager-unreachable"))


async def change(work: Work, alert: Alert) -> None:
    """Writes under the first message and the latest ones what became of the alert; the button goes when it ends."""
    subject = await subject_of(work, alert)
    department = subject.department
    managers = {place for step in ladder(work, True, department) for place in step}
    everybody = managers | {place for step in ladder(work, False, department) for place in step}
    counts = {0, *range(max(0, alert.repeats - _CHANGED_BACK + 1), alert.repeats + 1)}
    for count, place in product(sorted(counts), sorted(everybody, key=lambda place: place.stream)):
        row = await outbox_changes.row_by_key(work.session, _key(alert, count, place))
        if row is not None:
            told = place in managers or not is_private(alert, subject)
            params = {**row.params, "text": "\n\n".join((row.params["text"], *_notes(work, alert, told)))}
            if alert.state != AlertState.OPEN:
                params.pop("reply_markup", None)
            await call(work, Place(row.chat_id, row.topic_id), "editMessageText", params, Terms(target_id=row.id))


async def _send(
    work: Work, alert: Alert, subject: Subject, count: int, to: Sequence[Place], hint: str | None = None
) -> None:
    words = await alert_text(work, alert, subject, count, earlier_steps(alert, await joined_with(work, alert)))
    buttons = await alert_buttons(work, alert, subject)
    for place in to:
        await text(
            work,
            place,
            words if hint is None else f"{words}\n\n{hint}",
            buttons,
            Terms(
                priority=_priority(alert, subject),
                dedupe_key=_key(alert, count, place),
                relevance={"kind": "alert", "alert_id": alert.id, "count": count},
                follow_up={"kind": "alert", "alert_id": alert.id},
                apart=True,
            ),
        )


def _key(alert: Alert, count: int, place: Place) -> str:
    return f"alert:{alert.id}:{count}:{place.stream}"


def _notes(work: Work, alert: Alert, told: bool) -> list[str]:
    """`told`: whether the readers may know what was told afterwards."""
    locale = work.desk.office_locale
    news = alert.data if told else {}
    notes = []
    if where := news.get("where"):
        notes.append(work.say(locale, "alerts-told-where", where=one_line(str(where), 250)))
    if phone := news.get("phone"):
        notes.append(work.say(locale, "alerts-told-phone", phone=str(phone)))
    if reason := news.get("reason"):
        notes.append(work.say(locale, "alerts-reason", reason=str(reason)))
    if alert.state == AlertState.OBSOLETE:
        notes.append(work.say(locale, "alerts-settled", time=_clock(work, work.now)))
    elif alert.acknowledged_at is not None:
        time = _clock(work, alert.acknowledged_at)
        notes.append(work.say(locale, "alerts-seen", name=alert.acknowledged_by or "", time=time))
    return notes


def _priority(alert: Alert, subject: Subject) -> Priority:
    urgent = subject.urgent or AlertKind(alert.kind) in ROUND_THE_CLOCK
    return Priority.EMERGENCY if urgent else Priority.DIRECT


def _clock(work: Work, at: datetime) -> str:
    """ "14:03" in the office's time zone."""
    return f"{at.astimezone(work.desk.office.timezone):%H:%M}"
