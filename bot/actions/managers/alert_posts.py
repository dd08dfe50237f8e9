"""The messages of an alert: sent, sent to somebody else where nobody can be reached, and changed afterwards."""

from collections.abc import Sequence, Set
from datetime import datetime
from itertools import product

from bot.actions.managers.alert_places import ladder, places
from bot.actions.managers.alert_series import earlier_steps, joined_with
from bot.actions.managers.alert_texts import Subject, alert_buttons, alert_text, is_private, subject_of
from bot.actions.outgoing import Place, Terms, text
from bot.actions.talks.mirror import change_sent
from bot.desk import Work
from bot.rules.escalation import ROUND_THE_CLOCK, AlertKind
from bot.rules.plain_text import one_line
from storage import alerts, outbox_changes
from storage.models import Alert, AlertState, OutboxRow, OutboxState, Priority

_CHANGED_BACK = 3
"""So many of the latest messages of an alert are changed when it ends: edits count against the group's 20 a minute."""

_READ_STILL = 2
"""So many of them are changed where only the name of the holder does."""


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
    """Writes the first message and the latest ones anew as things are now, and under them what became of the alert; the
    button goes when it ends."""
    await _write_anew(work, alert, {0, *_latest(alert, _CHANGED_BACK)})


async def show_holder(work: Work, alert: Alert) -> None:
    """Somebody has taken the matter, or left it: the latest messages say so."""
    await _write_anew(work, alert, _latest(alert, _READ_STILL))


def _latest(alert: Alert, how_many: int) -> set[int]:
    return set(range(max(0, alert.repeats - how_many + 1), alert.repeats + 1))


async def _write_anew(work: Work, alert: Alert, counts: Set[int]) -> None:
    subject = await subject_of(work, alert)
    department = subject.department
    managers = {place for step in ladder(work, True, department) for place in step}
    everybody = managers | {place for step in ladder(work, False, department) for place in step}
    for count, place in product(sorted(counts), sorted(everybody, key=lambda place: place.stream)):
        row = await outbox_changes.row_by_key(work.session, _key(alert, count, place))
        if row is None:
            continue
        told = place in managers or not is_private(alert, subject)
        words = await _as_it_is_now(work, alert, subject, count, row) if told else str(row.params["text"])
        params = {**row.params, "text": "\n\n".join((words, *_notes(work, alert, told)))}
        if alert.state != AlertState.OPEN:
            params.pop("reply_markup", None)
        await change_sent(work, Place(row.chat_id, row.topic_id), row, "editMessageText", params)


async def _as_it_is_now(work: Work, alert: Alert, subject: Subject, count: int, row: OutboxRow) -> str:
    """For whoever may read all that is known by now; others keep what they were sent."""
    about = row.follow_up or {}
    words = await alert_text(work, alert, subject, count, [AlertKind(kind) for kind in about.get("also", ())])
    return "\n\n".join((words, *about.get("hint", ())))


async def _send(
    work: Work, alert: Alert, subject: Subject, count: int, to: Sequence[Place], hint: str | None = None
) -> None:
    also = earlier_steps(alert, await joined_with(work, alert))
    words = await alert_text(work, alert, subject, count, also)
    buttons = await alert_buttons(work, alert, subject)
    hints = [] if hint is None else [hint]
    for place in to:
        await text(
            work,
            place,
            "\n\n".join((words, *hints)),
            buttons,
            Terms(
                priority=_priority(alert, subject),
                dedupe_key=_key(alert, count, place),
                relevance={"kind": "alert", "alert_id": alert.id, "count": count},
                follow_up={"kind": "alert", "alert_id": alert.id, "also": [step.value for step in also], "hint": hints},
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
