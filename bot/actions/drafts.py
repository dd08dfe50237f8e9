"""A report left half-way comes due: one reminder; then what was told to the end is handed in, and of the rest the owner
is asked a last time. Nothing goes out that they neither finished nor confirmed, and nothing is lost (O4)."""

from bot.actions import intake
from bot.desk import Work
from storage import timers
from storage.models import Conversation, Floor, Person

REMINDER, SUBMIT = "draft_reminder", "draft_submit"


async def draft_due(work: Work, conversation: Conversation, kind: str, version: int) -> None:
    """Timer `draft_reminder` or `draft_submit`. An older version means that the owner has gone on since. At night it
    waits for the morning (O13); while a person has the floor nobody is reminded."""
    if conversation.version != version or conversation.flow is None:
        return
    allowed = work.desk.office.quiet_hours.next_allowed(work.now)
    if allowed > work.now:
        await timers.plan(
            work.session,
            kind=kind,
            lane=f"chat:{conversation.chat_id}",
            due_at=allowed,
            dedupe_key=f"{kind}:{conversation.id}:{version}:{int(allowed.timestamp())}",
            data={"conversation_id": conversation.id, "version": version},
            now=work.now,
        )
        return
    person = await work.session.get_one(Person, conversation.person_id)
    if kind == SUBMIT:
        await intake.end_by_itself(work, conversation, person)
    elif conversation.floor == Floor.BOT:
        await intake.remind(work, conversation, person)
