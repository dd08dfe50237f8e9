"""What is said outside office hours, with something that is said anyway: once to an owner until the office opens."""

from bot.actions.outgoing import DIRECT, Terms
from bot.actions.wording import moment
from bot.desk import Work
from storage import outbox_changes
from storage.models import Conversation


async def closed_terms(work: Work, conversation: Conversation) -> Terms | None:
    """How to send what tells this owner that the office is closed; None while it is open, or when they know."""
    calendar = work.desk.office.calendar
    if calendar.is_open(work.now):
        return None
    key = f"closed:{conversation.id}:{int(calendar.next_opening(work.now).timestamp())}"
    known = await outbox_changes.row_by_key(work.session, key)
    return Terms(dedupe_key=key) if known is None else None


async def closed_note(work: Work, conversation: Conversation, locale: str) -> tuple[list[str], Terms]:
    """When the office opens next and whom to call for what cannot wait (O12), and how to send a message that says so;
    nothing where there is no need."""
    terms = await closed_terms(work, conversation)
    if terms is None:
        return [], DIRECT
    opens = moment(work, locale, work.desk.office.calendar.next_opening(work.now))
    return [work.say(locale, "hours-closed", opens=opens, duty=work.desk.office.phones.get("duty", ""))], terms
