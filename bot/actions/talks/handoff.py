"""Who has the floor: a person is asked for, one claims, releases, passes on, gives back (S2, O12; architecture §4)."""

from typing import Any

from bot.actions.intake.paused import offer_after_talk, pause
from bot.actions.managers import alerts
from bot.actions.messages.closed_hours import closed_terms
from bot.actions.outgoing import DIRECT, Place, Terms, to_owner, topic_place
from bot.actions.people.staff_members import introduced, staff_of
from bot.actions.talks import lease
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.person_wanted import claim_button, show_waiting
from bot.actions.talks.places import talk_place
from bot.actions.talks.queue_wait import note_wait, waiting_text
from bot.actions.talks.topics import ensure_topic, refresh_topics
from bot.actions.talks.unanswered_talk import is_followed_up, is_left_unanswered, is_unheard
from bot.actions.tickets import service_levels
from bot.actions.tickets.events import open_tickets
from bot.actions.tickets.stages import floor_is_free
from bot.actions.wording import called, department_name
from bot.desk import Work
from bot.errors import MoveRefused
from bot.rules.plain_text import one_line
from bot.rules.routing import MANAGER
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage import audit, outbox_changes
from storage.models import Conversation, Floor, Person, StaffMember, Ticket, TicketState, Topic

_LAPSED = {
    (False, False): "owner-human-lease-ended",
    (False, True): "owner-human-released",
    (True, False): "owner-human-lapsed-unanswered",
    (True, True): "owner-human-lapsed-waiting",
}
"""What the owner hears when a takeover ends by itself: whether an answer is owed, and whether they wait again."""


async def ask_for_person(work: Work, conversation: Conversation, person: Person, *, reason: str) -> None:
    """A person is wanted: the staff see who and what about, the owner learns their place and the time (O12). A report
    that is being taken down waits meanwhile."""
    draft = await pause(work, conversation)
    if conversation.floor == Floor.HELD:
        holder = await staff_of(work, conversation.holder_id)
        who = introduced(work, person.locale, holder) if holder is not None else ""
        await to_owner(work, conversation, work.say(person.locale, "owner-human-held", holder=who))
        return
    if conversation.floor == Floor.BOT:
        conversation.floor, conversation.waiting_since = Floor.WAITING, work.now
        topic = await show_waiting(work, conversation, reason, draft)
        await _note(work, conversation, "asked", "owner", topic, {"reason": one_line(reason, 200)})
        await work.session.flush()
        await service_levels.plan_unclaimed(work, conversation)
    terms = await closed_terms(work, conversation) or DIRECT
    await to_owner(work, conversation, await waiting_text(work, conversation, person, draft), None, terms)


async def claim(
    work: Work,
    conversation: Conversation,
    staff: StaffMember,
    department: str | None = None,
    *,
    topic_id: int | None = None,
    introduce: bool = True,
) -> bool:
    """Gives the floor to one staff member: the owner learns who is there (unless they are told otherwise), the bot
    falls silent. `topic_id`: where the holder works, so where the talk goes on. False: had it already.

    Raises MoveRefused `staff-claim-taken` when somebody else has it: the conversation's row is locked, so of two who
    tap at once the second one is told."""
    if conversation.floor == Floor.HELD and conversation.holder_id == staff.id:
        lease.prolong(work, conversation)
        return False
    if conversation.floor == Floor.HELD:
        holder = await staff_of(work, conversation.holder_id)
        raise MoveRefused("staff-claim-taken", holder=holder.name if holder is not None else "")
    waited = work.now - conversation.waiting_since if conversation.waiting_since is not None else None
    conversation.floor, conversation.holder_id = Floor.HELD, staff.id
    await lease.begin(work, conversation)
    place = Place(topic_id=topic_id) if topic_id is not None else await talk_place(work, conversation)
    where = place.topic_id if place is not None else None
    await _note(work, conversation, "claimed", f"staff:{staff.id}", where, {})
    if waited is not None:
        await note_wait(work, waited)
    await work.session.flush()
    await alerts.obsolete(work, conversation=conversation)
    person = await work.session.get_one(Person, conversation.person_id)
    if introduce:
        who = introduced(work, person.locale, staff, department)
        words = work.say(person.locale, "owner-human-claimed", holder=who, who=called(work, person))
        await to_owner(work, conversation, words)
    key = "staff-claimed" if where is not None else "staff-claimed-managers"
    await tell_office(work, place, key, _holder_buttons(work, conversation), holder=staff.name)
    await refresh_topics(work, conversation)
    return True


async def release(
    work: Work, conversation: Conversation, staff: StaffMember | None, place: Place | None = None
) -> None:
    """The holder steps back: whoever asked for a person waits again, otherwise the bot answers.

    `staff` None: the holder has left the office. `place`: where the talk was, if it cannot be told any more. Raises
    MoveRefused `staff-not-holder`."""
    holder = await _holder(work, conversation, staff)
    place = place or await talk_place(work, conversation)
    asked = conversation.waiting_since is not None
    await _free(work, conversation, Floor.WAITING if asked else Floor.BOT)
    await audit_floor(work, conversation, "released", holder)
    await tell_office(work, place, "staff-released", claim_button(work, conversation), holder=holder.name)
    person = await work.session.get_one(Person, conversation.person_id)
    key = "owner-human-released" if asked else "owner-human-back"
    await to_owner(work, conversation, work.say(person.locale, key, who=called(work, person)))
    await offer_after_talk(work, conversation)


async def transfer(work: Work, conversation: Conversation, staff: StaffMember, department: str, note: str) -> None:
    """Passes the talk on to another department, with a note for whoever takes it (S8). The owner is told.

    Raises MoveRefused `staff-not-holder` where somebody else has the floor."""
    if conversation.floor == Floor.HELD:
        await _holder(work, conversation, staff)
    before = await talk_place(work, conversation)
    await _free(work, conversation, Floor.WAITING)
    topic = await ensure_topic(work, conversation, department=department)
    await _note(work, conversation, "transferred", f"staff:{staff.id}", topic, {"department": department, "note": note})
    await work.session.flush()
    name = department_name(work, work.desk.office_locale, department)
    words: dict[str, Any] = {"department": name, "holder": staff.name, "note": note}
    if topic is not None:
        await tell_office(work, topic_place(topic), "staff-transferred-here", claim_button(work, conversation), **words)
    if before is not None and (topic is None or before.topic_id != topic.id):
        await tell_office(work, before, "staff-transferred-away", **words)
    person = await work.session.get_one(Person, conversation.person_id)
    team = department_name(work, person.locale, department)
    await to_owner(work, conversation, work.say(person.locale, "owner-human-transferred", department=team))
    await refresh_topics(work, conversation)


async def hand_back(work: Work, conversation: Conversation, staff: StaffMember) -> None:
    """The bot answers again, and says so to the owner; it may also take over from nobody, where somebody waits. Raises
    MoveRefused `staff-not-holder`."""
    holder = staff if conversation.floor == Floor.WAITING else await _holder(work, conversation, staff)
    place = await talk_place(work, conversation)
    await _free(work, conversation, Floor.BOT)
    await audit_floor(work, conversation, "handed_back", holder)
    await tell_office(work, place, "staff-handed-back", holder=holder.name)
    person = await work.session.get_one(Person, conversation.person_id)
    await to_owner(work, conversation, work.say(person.locale, "owner-human-back", who=called(work, person)))
    await offer_after_talk(work, conversation)


async def leave_queue(work: Work, conversation: Conversation, person: Person) -> bool:
    """Whoever waits for a person needs none any more: the staff see it, and the bot answers again. False: nobody was
    waited for."""
    if conversation.floor != Floor.WAITING:
        return False
    place = await talk_place(work, conversation)
    await _free(work, conversation, Floor.BOT)
    await _note(work, conversation, "cancelled", "owner", None, {})
    await work.session.flush()
    await alerts.obsolete(work, conversation=conversation)
    await tell_office(work, place, "staff-person-not-wanted")
    await to_owner(work, conversation, work.say(person.locale, "owner-human-cancelled"))
    await offer_after_talk(work, conversation)
    return True


async def over(work: Work, conversation: Conversation, ticket: Ticket) -> None:
    """A matter came to its end: its holder's talk ends with it, quietly, when no other matter of theirs is open."""
    if conversation.floor != Floor.HELD or conversation.holder_id != ticket.assignee_id:
        return
    left = [other for other in await open_tickets(work, conversation.id) if other.assignee_id == conversation.holder_id]
    if left:
        return
    place = await talk_place(work, conversation)
    if ticket.department == MANAGER:
        place = None  # the card says it all, and the staff must not see it
    await _free(work, conversation, Floor.BOT)
    key = "staff-quiet-return" if ticket.state == TicketState.RESOLVED else "staff-quiet-return-over"
    await tell_office(work, place, key, number=ticket.number)
    await offer_after_talk(work, conversation, quietly=True)


async def stand_back(work: Work, conversation: Conversation, place: Place | None) -> None:
    """The holder has given the matter away: the floor goes with it, unless another matter of theirs is open here.
    `place`: where they talked while they had it, for of a manager's talk the staff hear nothing."""
    if await _has_no_other_matter(work, conversation):
        await release(work, conversation, None, place)


async def go_along(work: Work, conversation: Conversation, topic: Topic | None) -> None:
    """The holder's matter went to another department, and both sides know it: the talk goes to the topic there, without
    a further word. Whoever asked for a person still waits for one."""
    if not await _has_no_other_matter(work, conversation):
        return
    actor = f"staff:{conversation.holder_id}"
    await _free(work, conversation, Floor.BOT if conversation.waiting_since is None else Floor.WAITING)
    await _note(work, conversation, "transferred", actor, topic, {})
    await offer_after_talk(work, conversation, quietly=True)


async def lease_ended(work: Work, conversation: Conversation) -> None:
    """Timer `lease_end` (data: conversation_id; the conversation locked): nobody wrote for `times.takeover_lease`.

    Whoever never got a word, or none to their last one, waits again; where a matter's own clocks go on, and otherwise,
    the bot takes over. Both sides are told, the owner not at night (O13), and of one night once."""
    if conversation.floor != Floor.HELD or conversation.lease_until is None:
        return
    if conversation.lease_until > work.now:
        await lease.plan_end(work, conversation)
        return
    holder = await staff_of(work, conversation.holder_id)
    place = await talk_place(work, conversation)
    unheard = await is_unheard(work, conversation)
    owes = not unheard and await is_left_unanswered(work, conversation)
    waits = unheard or (owes and not await is_followed_up(work, conversation))
    await _free(work, conversation, Floor.WAITING if waits else Floor.BOT)
    await audit_floor(work, conversation, "lease_ended", holder)
    name = holder.name if holder is not None else ""
    key = "staff-lease-ended-waiting" if waits else "staff-lease-ended"
    await tell_office(work, place, key, claim_button(work, conversation), holder=name)
    person = await work.session.get_one(Person, conversation.person_id)
    told = _LAPSED[owes, waits]
    reported = "yes" if await open_tickets(work, conversation.id) else "no"
    words = work.say(person.locale, told, who=called(work, person), reported=reported)
    about = {"kind": "floor", "conversation_id": conversation.id, "floor": conversation.floor}
    morning = work.desk.office.quiet_hours.next_allowed(work.now)
    once = f"{told}:{conversation.id}:{int(morning.timestamp())}" if morning > work.now else None
    row = await to_owner(work, conversation, words, None, Terms(due_at=morning, dedupe_key=once, relevance=about))
    if row.params["text"] != words:  # promised earlier this night, before something was reported or solved
        await outbox_changes.amend(work.session, row, {**row.params, "text": words})
    await offer_after_talk(work, conversation, quietly=True)


async def audit_floor(work: Work, conversation: Conversation, what: str, holder: StaffMember | None) -> None:
    actor = "system" if holder is None else f"staff:{holder.id}"
    await _note(work, conversation, what, actor, None, {})


def _held(holder: StaffMember | None) -> dict[str, str]:
    return {"held": "no", "holder": ""} if holder is None else {"held": "yes", "holder": holder.name}


async def _has_no_other_matter(work: Work, conversation: Conversation) -> bool:
    """Whether somebody has the floor, and nothing else of theirs is open here."""
    left = [t for t in await open_tickets(work, conversation.id) if t.assignee_id == conversation.holder_id]
    return conversation.floor == Floor.HELD and not left


async def _holder(work: Work, conversation: Conversation, staff: StaffMember | None) -> StaffMember:
    holder = await staff_of(work, conversation.holder_id)
    if conversation.floor != Floor.HELD or holder is None or (staff is not None and holder.id != staff.id):
        raise MoveRefused("staff-not-holder", **_held(holder))
    return holder


async def _free(work: Work, conversation: Conversation, floor: Floor) -> None:
    """Nobody holds the conversation any more."""
    await lease.end(work, conversation)
    conversation.floor, conversation.holder_id = floor, None
    conversation.waiting_since = work.now if floor == Floor.WAITING else None
    conversation.misses = 0
    await work.session.flush()
    await floor_is_free(work, conversation)
    if floor == Floor.WAITING:
        await service_levels.plan_unclaimed(work, conversation)
    await refresh_topics(work, conversation)


def _holder_buttons(work: Work, conversation: Conversation) -> Keyboard:
    """How to end the takeover, under the line that it began with."""

    def button(name: str, verb: Verb) -> Button:
        return Button(work.say(work.desk.office_locale, f"staff-button-{name}"), Tap(verb, conversation.id))

    return ((button("hand-back", Verb.HAND_BACK), button("release", Verb.RELEASE)),)


async def _note(
    work: Work, conversation: Conversation, what: str, actor: str, topic: Topic | int | None, data: dict[str, object]
) -> None:
    topic_id = topic.id if isinstance(topic, Topic) else topic
    await audit.record(
        work.session,
        at=work.now,
        actor=actor,
        action=f"handoff.{what}",
        subject=f"conversation:{conversation.id}",
        data={**data, "topic_id": topic_id},
    )
