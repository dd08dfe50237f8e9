"""The alerts of one matter go out as one: the latest step is repeated and names the earlier ones still open."""

from collections.abc import Sequence

from bot.actions.managers.alert_texts import Subject, subject_of
from bot.desk import Work
from bot.rules.escalation import APART, AlertKind, is_confidential, stands_for
from storage import alerts
from storage.models import Alert


async def joined_with(work: Work, alert: Alert) -> list[Alert]:
    """The other open alerts of the same matter for the same readers, latest first; none for an alert that stands for
    itself."""
    if alert.ticket_id is not None:
        found = await alerts.open_alerts_of_ticket(work.session, alert.ticket_id)
    elif alert.conversation_id is not None:
        of_talk = await alerts.open_alerts_of_conversation(work.session, alert.conversation_id)
        found = [other for other in of_talk if other.ticket_id is None]
    else:
        return []
    if alert.kind in APART:
        return []
    department = (await subject_of(work, alert)).department
    private = is_confidential(AlertKind(alert.kind), department)
    together = [other for other in found if is_confidential(AlertKind(other.kind), department) == private]
    return [other for other in reversed(together) if other.id != alert.id and other.kind not in APART]


def earlier_steps(alert: Alert, joined: Sequence[Alert]) -> list[AlertKind]:
    """What the alert says besides its own step, each once."""
    return list(dict.fromkeys(AlertKind(other.kind) for other in joined if other.id < alert.id))


def is_spoken_for(alert: Alert, subject: Subject, joined: Sequence[Alert]) -> bool:
    """Whether a later step of the matter is repeated in its place."""
    return any(
        other.id > alert.id and stands_for(AlertKind(other.kind), AlertKind(alert.kind), urgent=subject.urgent)
        for other in joined
    )
