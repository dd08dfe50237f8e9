"""A report that something more urgent interrupts: it is laid aside, and its owner is asked to go on with it (O4)."""

from dataclasses import asdict, replace

from bot.actions.flow import Draft, Flow, FlowKind, correct_draft, draft_kept, draft_of, enter, flow_of
from bot.actions.intake import timetable
from bot.actions.outgoing import to_owner
from bot.actions.wording import matter_title
from bot.desk import Work
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage.models import Conversation, Floor, Person

_ALARMED = frozenset({FlowKind.PAUSED, FlowKind.EMERGENCY_DETAILS})
_ABOUT_A_REPORT = frozenset({FlowKind.INTAKE, FlowKind.PAUSED})


async def pause(work: Work, conversation: Conversation, ticket_id: int | None = None) -> Draft | None:
    """Lays aside the report that is being taken down; its clocks run anew. None where nothing has been told: then
    nothing is expected any more. `ticket_id`: the alarm that interrupts, if it is not the one that did already."""
    flow, draft = flow_of(conversation), draft_kept(conversation)
    if ticket_id is None and flow is not None and flow.kind in _ALARMED:
        ticket_id = flow.data["ticket_id"]
    if draft is None or not draft.tells_something:
        enter(conversation, None)
        return None
    enter(conversation, Flow(FlowKind.PAUSED, {"ticket_id": ticket_id}, asdict(draft)))
    await timetable.plan_draft(work, conversation)
    return draft


async def offer(
    work: Work, conversation: Conversation, person: Person, draft: Draft, key: str, *, as_it_is: bool = False
) -> None:
    """Go on with it, or drop it? `as_it_is`: or hand in what there is."""
    words = work.say(person.locale, key, title=matter_title(work, person.locale, draft.intent))
    await to_owner(work, conversation, words, _buttons(work, conversation, person, as_it_is))


async def ask_aside(work: Work, conversation: Conversation, flow: Flow) -> None:
    """Something else is asked in the middle of a report, which is kept under it; its clocks run anew."""
    draft = draft_kept(conversation)
    kept = asdict(draft) if draft is not None and draft.tells_something else None
    enter(conversation, replace(flow, suspended=kept))
    if kept is not None:
        await timetable.plan_draft(work, conversation)


async def back_from_aside(work: Work, conversation: Conversation, person: Person) -> None:
    """What was asked aside is over: a report under it is offered again."""
    draft = await pause(work, conversation)
    if draft is not None:
        await offer(work, conversation, person, draft, "intake-kept")


async def put_back(work: Work, conversation: Conversation, person: Person, before: Flow | None) -> None:
    """A report lay under what has been served: it lies under what is asked now, follows the report that began instead,
    or is offered again."""
    flow = flow_of(conversation)
    if before is None or before.suspended is None or (flow is not None and flow.suspended is not None):
        return
    kept = draft_of(Flow(FlowKind.INTAKE, before.suspended))
    if flow is None:
        enter(conversation, Flow(FlowKind.PAUSED, {"ticket_id": None}, before.suspended))
        await back_from_aside(work, conversation, person)
    elif flow.kind is FlowKind.INTAKE:
        begun = draft_of(flow)
        correct_draft(conversation, replace(begun, also=(*begun.also, (kept.intent, kept.message_ids))))
    else:
        enter(conversation, replace(flow, suspended=before.suspended))
        await timetable.plan_draft(work, conversation)


async def offer_after_talk(work: Work, conversation: Conversation, *, quietly: bool = False) -> None:
    """The bot answers again: a report that the talk with a person interrupted is not forgotten over it. `quietly`: the
    owner is told nothing else now, so at night this waits for the reminder too."""
    flow = flow_of(conversation)
    if conversation.floor != Floor.BOT or flow is None or flow.kind not in _ABOUT_A_REPORT:
        return
    if quietly and work.desk.office.quiet_hours.next_allowed(work.now) > work.now:
        return
    draft = await pause(work, conversation)
    if draft is not None:
        person = await work.session.get_one(Person, conversation.person_id)
        await offer(work, conversation, person, draft, "intake-kept")


def _buttons(work: Work, conversation: Conversation, person: Person, as_it_is: bool) -> Keyboard:
    def button(key: str, verb: Verb) -> Button:
        return Button(work.say(person.locale, key), Tap(verb, conversation.id, conversation.version))

    submit = ((button("button-submit-as-is", Verb.INTAKE_SEND),),) if as_it_is else ()
    return (
        *submit,
        (button("button-go-on-reporting", Verb.INTAKE_RESUME),),
        (button("button-drop-report", Verb.INTAKE_CANCEL),),
    )
