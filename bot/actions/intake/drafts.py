"""A report left half-way comes due: one reminder; then what was told to the end is handed in, and of the rest the owner
is asked a last time. Nothing goes out that they neither finished nor confirmed, and nothing is lost (O4)."""

from bot.actions.flow import FlowKind, draft_kept, flow_of
from bot.actions.intake import intake, timetable
from bot.actions.intake.paused import offer, pause
from bot.actions.intake.texts import ask
from bot.actions.outgoing import to_owner
from bot.actions.talks import lease
from bot.desk import Work
from bot.rules.intake_questions import Step
from storage import timers
from storage.models import Conversation, Floor, Person

REMINDER, SUBMIT = "draft_reminder", "draft_submit"


async def draft_due(work: Work, conversation: Conversation, kind: str, version: int) -> None:
    """Timer `draft_reminder` or `draft_submit`. An older version means that the owner has gone on since. At night it
    waits for the morning (O13); while a person has the floor nobody is reminded, and nothing is handed in beside the
    talk."""
    if conversation.version != version or flow_of(conversation) is None:
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
    if kind == SUBMIT and conversation.floor == Floor.HELD:
        data = {"conversation_id": conversation.id, "version": version}
        await lease.wait_for_end(work, conversation, f"draft:{version}:", kind, data)
        return
    person = await work.session.get_one(Person, conversation.person_id)
    if kind == SUBMIT:
        await _end_by_itself(work, conversation, person)
    elif conversation.floor == Floor.BOT:
        await _remind(work, conversation, person)


async def _end_by_itself(work: Work, conversation: Conversation, person: Person) -> None:
    """Nobody went on. What was told to the end is handed in; the rest waits for a word of its owner."""
    draft = draft_kept(conversation)
    if draft is None:
        return
    if draft.step is Step.SUMMARY:
        await to_owner(work, conversation, work.say(person.locale, "intake-submitted-by-itself"))
        await intake.submit(work, conversation, person)
        return
    kept = await pause(work, conversation)
    await timetable.forget_draft(work, conversation)
    if kept is not None:
        await offer(work, conversation, person, kept, "intake-left-open", as_it_is=True)


async def _remind(work: Work, conversation: Conversation, person: Person) -> None:
    """The draft lies half-way: one reminder with the open question, even where an alarm interrupted it long ago."""
    draft = draft_kept(conversation)
    if draft is None:
        return
    await to_owner(work, conversation, work.say(person.locale, "intake-reminder"))
    flow = flow_of(conversation)
    if flow is not None and flow.kind is FlowKind.INTAKE:
        await ask(work, conversation, person, draft)
    else:
        await intake.take_up(work, conversation, person, draft)
