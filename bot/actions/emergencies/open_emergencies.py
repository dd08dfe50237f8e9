"""While an emergency is open, whatever its owner says belongs to it: it goes to the staff, and the owner gets a fitting
word (O5). Its kind never changes by itself; a second danger that the words name is a second emergency."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from bot.actions.emergencies.emergencies import STILL_GOING, URGENT, check, expect_details, offer_branches, what_to_do
from bot.actions.emergencies.taken_back import SAFE
from bot.actions.feedback.typed import answers_result
from bot.actions.flow import Draft, Flow, FlowKind, draft_kept, enter, flow_of
from bot.actions.intake import timetable
from bot.actions.intake.paused import offer, pause
from bot.actions.managers import alarm_news, alerts
from bot.actions.managers.about_staff import sounds_about_staff
from bot.actions.messages.answers import brief_answer
from bot.actions.outgoing import to_owner
from bot.actions.people import known_better, people
from bot.actions.people.staff_members import introduced, staff_of
from bot.actions.talks import relay
from bot.actions.talks.mirror import mirror_once
from bot.actions.talks.office_lines import tell_of_ticket
from bot.actions.talks.places import place_of_ticket
from bot.actions.tickets.tickets import add_words
from bot.desk import Work
from bot.incoming import Said
from bot.rules.beside_danger import is_part_of
from bot.rules.danger import (
    DESPAIR,
    asks,
    asks_of_help,
    cries,
    help_told,
    kind_of,
    names_another,
    says_better,
    says_help_came,
    says_safe,
)
from bot.rules.places_told import details_of, tells_place
from bot.rules.plain_text import one_line
from bot.rules.short_replies import Reply, short_reply
from intents.extract import find_slots
from intents.result import Decision, Emergency, Match
from storage import tickets
from storage.models import Conversation, Floor, Message, Person, Ticket

_PERSONAL = ("building", "unit", "name", "phone")
_ASKED = frozenset({FlowKind.PAUSED, FlowKind.EMERGENCY_CHECK})
_OWNERS_WISH = frozenset(
    {
        FlowKind.INTAKE,
        FlowKind.PROFILE,
        FlowKind.ADDING,
        FlowKind.SAME_MATTER,
        FlowKind.CHOICE,
        FlowKind.OFFER,
        FlowKind.RATING,
        FlowKind.REASON,
    }
)
"""What nobody comes to in the midst of an emergency but by a tap or a command of their own."""
_NOTED = "noted"
_CRIME = "emergency.crime"


async def served(
    work: Work,
    conversation: Conversation,
    person: Person,
    message: Message,
    said: Said,
    match: Match | None,
    last_said: datetime | None,
) -> bool:
    """True when the message belongs to an emergency that is open, and has been served. `last_said`: when the owner had
    written before; nobody's emergency is open who was silent for so long."""
    if last_said is None or work.now - last_said > STILL_GOING or not (said.text or said.media or said.contact_phone):
        return False
    going = await tickets.emergencies_spoken_of(work.session, conversation.id, work.now - STILL_GOING)
    if not going or await _is_something_else(work, conversation, said, match, going):
        return False
    if conversation.floor == Floor.BOT and await answers_result(work, conversation, said.text):
        return False
    if conversation.floor != Floor.BOT:
        await relay.owner_said(work, conversation, said, message)
    kind = _kind(work, said.text, match)
    ticket = next((one for one in going if one.intent == kind), going[0])
    if conversation.floor == Floor.HELD and not _matters(work, conversation, said, match, ticket):
        return True
    if match is not None and _asks_for_facts(work, match):
        await _answer(work, conversation, person, message, match, ticket)
        return True
    await _pass_on(work, conversation, person, message, said, ticket)
    kinds = [one.intent for one in going]
    if match is not None:
        await _note_other_matter(work, conversation, message, match, going)
    calm = _is_good_news(work, conversation, said.text, ticket)
    phrases = work.desk.texts.phrases
    if match is not None and kind is not None and not calm and names_another(match, said.text, kind, kinds, phrases):
        await check(work, conversation, person, kind, message)  # perhaps a second danger: asked, never assumed
        return True
    if _says_safe(work, conversation, said.text, ticket):
        await _relieved(work, conversation, person, message, going)
    elif calm:
        await _at_ease(work, conversation, person, message)
    elif match is not None and cries(match, said.text, phrases):
        await _cried(work, conversation, person, message, match, ticket)
        return True
    elif conversation.floor != Floor.HELD:
        await _reply(work, conversation, person, message, match, ticket)
    await _offer_report(work, conversation, person, message, going)
    return True


async def _is_something_else(
    work: Work, conversation: Conversation, said: Said, match: Match | None, going: Sequence[Ticket]
) -> bool:
    """A second danger, an answer to what was asked, or what the owner does on purpose or says once they are safe."""
    phrases = work.desk.texts.phrases
    flow = flow_of(conversation)
    if match is None:
        return flow is not None and flow.kind in _OWNERS_WISH
    kinds = [ticket.intent for ticket in going]
    kind = _kind(work, said.text, match)
    calm = any(_is_good_news(work, conversation, said.text, ticket) for ticket in going)
    if not calm and names_another(match, said.text, kind, kinds, phrases):
        return match.emergency is Emergency.CERTAIN
    if flow is not None and flow.kind in _ASKED:
        among = (Reply.YES, Reply.NO, Reply.CANCEL)
        if short_reply(said.text, phrases, among=among) is not None:
            return True
    if calm or cries(match, said.text, phrases):
        return False
    if flow is not None and flow.kind in _OWNERS_WISH:
        return kind not in kinds
    if match.emergency is None and await sounds_about_staff(work, conversation, match):
        return True  # what is said about staff does not go to them, in an emergency neither
    clear = match.decision is Decision.ANSWER and match.emergency is None
    return clear and not match.slots and all(SAFE in ticket.details for ticket in going)


def _matters(work: Work, conversation: Conversation, said: Said, match: Match | None, ticket: Ticket) -> bool:
    """Whether the emergency's card and the managers need what an owner says to the person who talks with them."""
    if said.contact_phone or find_slots(said.text) or _is_good_news(work, conversation, said.text, ticket):
        return True
    phrases = work.desk.texts.phrases
    if match is None:
        return False
    if _tells_place(work, conversation, said.text, ticket):
        return True
    doubt = match.emergency is Emergency.POSSIBLE
    return doubt or cries(match, said.text, phrases)


def _tells_place(work: Work, conversation: Conversation, text: str, ticket: Ticket) -> bool:
    """Where they are, the more surely while that is asked for or not known."""
    flow = flow_of(conversation)
    asked = "where" not in ticket.details or (flow is not None and flow.kind is FlowKind.EMERGENCY_DETAILS)
    return tells_place(text, ticket.intent, work.desk.texts.phrases, find_slots, asked=asked)


def _asks_for_facts(work: Work, match: Match) -> bool:
    """A clear question that the office's answers serve."""
    known = work.desk.intents.get(match.intent)
    clear = match.decision is Decision.ANSWER and match.emergency is None
    return clear and known is not None and known.kind == "inquiry"


async def _answer(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match, ticket: Ticket
) -> None:
    """The staff see the question too; it does not make the emergency go on longer."""
    place = await place_of_ticket(work, ticket)
    if place is not None:
        await mirror_once(work, conversation, message, place, None)
    if conversation.floor == Floor.BOT:
        await to_owner(work, conversation, brief_answer(work, person, match.intent), None, URGENT)


async def _pass_on(
    work: Work, conversation: Conversation, person: Person, message: Message, said: Said, ticket: Ticket
) -> None:
    """To the topic; place and number onto the card and the managers' alert, to the profile only with consent."""
    told = dict(find_slots(said.text))
    if said.contact_phone:
        told["phone"] = said.contact_phone
    before = ticket.details
    ticket.details = details_of(before, told, said.text, place=_tells_place(work, conversation, said.text, ticket))
    await add_words(work, ticket, message)
    about = {name: told[name] for name in _PERSONAL if name in told}
    if await people.has_consented(work, person) and await people.learn(work, person, about):
        await known_better.follow(work, conversation)
    news = {name: ticket.details[name] for name in ("where", "phone") if ticket.details.get(name) != before.get(name)}
    if news:
        await alerts.add_news(work, ticket, **news)


async def _reply(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match | None, ticket: Ticket
) -> None:
    """What to do, to whoever asks that; who comes, to whoever asks that; to news a line."""
    phrases = work.desk.texts.phrases
    helped = None if match is None else help_told(match, message.text, phrases)
    if ticket.intent != DESPAIR and helped is not None:
        await to_owner(work, conversation, work.say(person.locale, f"emergency-help-{helped}"), None, URGENT)
    elif ticket.intent != DESPAIR and asks_of_help(message.text, phrases):
        await to_owner(work, conversation, await _who_comes(work, person, ticket), None, URGENT)
    elif asks(message.text, work.desk.texts.phrases):
        await _guide(work, conversation, person, ticket, ticket.details.get("branch"))
    else:
        await to_owner(work, conversation, _noted(work, person, ticket), None, URGENT)


async def _cried(
    work: Work, conversation: Conversation, person: Person, message: Message, match: Match, ticket: Ticket
) -> None:
    """The instructions again; where the alarm itself is repeated the situation may be another by now, and after words
    of relief the managers must be woken anew."""
    renewed = _kind(work, message.text, match) == ticket.intent
    choice = None if renewed else ticket.details.get("branch")
    await _guide(work, conversation, person, ticket, choice)
    if renewed:
        await offer_branches(work, conversation, person, ticket)
    if SAFE in ticket.details:
        ticket.details = {name: value for name, value in ticket.details.items() if name != SAFE}
        key, words = f"emergency:{ticket.id}:{message.id}", message.text
        await alerts.raise_alert(work, "emergency", key=key, ticket=ticket, conversation=conversation, words=words)
    flow = flow_of(conversation)
    if flow is None or flow.kind not in (FlowKind.EMERGENCY_DETAILS, FlowKind.PAUSED):
        await expect_details(work, conversation, ticket)


async def _guide(work: Work, conversation: Conversation, person: Person, ticket: Ticket, choice: str | None) -> None:
    words = what_to_do(work, person, ticket.intent, choice)
    passed_on = work.say(person.locale, "emergency-passed-on")
    await to_owner(work, conversation, f"{words}\n{passed_on}", None, URGENT)


async def _relieved(
    work: Work, conversation: Conversation, person: Person, message: Message, going: Sequence[Ticket]
) -> None:
    """A warm word, and the office knows; the tickets stay open, for it is the staff who end them."""
    for ticket in going:
        if SAFE not in ticket.details and ticket.intent != DESPAIR:
            ticket.details = {**ticket.details, SAFE: work.now.isoformat()}
            args = {"number": ticket.number, "words": message.text}
            await tell_of_ticket(work, ticket, "staff-owner-safe", None, URGENT, **args)
            await alarm_news.tell(work, ticket, "alerts-owner-safe", words=one_line(message.text, 200))
    if conversation.floor != Floor.HELD:
        await to_owner(work, conversation, work.say(person.locale, "emergency-relief"), None, URGENT)


async def _at_ease(work: Work, conversation: Conversation, person: Person, message: Message) -> None:
    """Help is there, or whoever despaired feels better: a gentle word, and no claim that they are safe."""
    helped = says_help_came(message.text, work.desk.texts.phrases)
    if conversation.floor == Floor.HELD:
        return
    words = work.say(person.locale, "emergency-help-came")
    if not helped:
        lifeline = work.desk.office.phones.get("lifeline", "")
        words = work.say(person.locale, "emergency-better-despair", lifeline=lifeline)
    await to_owner(work, conversation, words, None, URGENT)


def _says_safe(work: Work, conversation: Conversation, text: str, ticket: Ticket) -> bool:
    talking = conversation.floor == Floor.HELD
    return says_safe(text, ticket.intent, work.desk.texts.phrases, talking=talking)


def _is_good_news(work: Work, conversation: Conversation, text: str, ticket: Ticket) -> bool:
    """Relief, help that has come, a better mood: never a danger, whatever the recogniser hears in the words."""
    phrases = work.desk.texts.phrases
    better = ticket.intent == DESPAIR and says_better(text, phrases)
    return better or says_help_came(text, phrases) or _says_safe(work, conversation, text, ticket)


async def _who_comes(work: Work, person: Person, ticket: Ticket) -> str:
    """Whoever has taken it, else that the duty staff know; and whom to call when it cannot wait."""
    holder = await staff_of(work, ticket.assignee_id)
    urgent = work.desk.office.phones.get("police" if ticket.intent == _CRIME else "fire", "")
    phones = {"urgent": urgent, "duty": work.desk.office.phones.get("duty", "")}
    if holder is None:
        return work.say(person.locale, "emergency-who-comes", **phones)
    who = introduced(work, person.locale, holder, ticket.department)
    return work.say(person.locale, "emergency-who-has-it", holder=who, **phones)


def _noted(work: Work, person: Person, ticket: Ticket) -> str:
    """Passed on, and whom to call when it cannot wait."""
    phones = work.desk.office.phones
    if ticket.intent == DESPAIR:
        args = {"lifeline": phones.get("lifeline", ""), "fire": phones.get("fire", "")}
        return work.say(person.locale, "emergency-noted-despair", **args)
    urgent = phones.get("police" if ticket.intent == _CRIME else "fire", "")
    return work.say(person.locale, "emergency-noted", urgent=urgent, duty=phones.get("duty", ""))


async def _note_other_matter(
    work: Work, conversation: Conversation, message: Message, match: Match, going: Sequence[Ticket]
) -> None:
    """A clear report of something else: the staff see it at once, and it is kept as a report of its own, of which the
    owner is asked when they are safe. What cannot wait is the staff's already."""
    known = work.desk.intents.get(match.intent)
    clear = match.decision is Decision.ANSWER and match.emergency is None
    if not clear or known is None or known.kind not in ("complaint", "request") or known.handling == "dispatch":
        return
    if conversation.floor != Floor.BOT or is_part_of(match.intent, [ticket.intent for ticket in going]):
        return
    flow, draft = flow_of(conversation), draft_kept(conversation)
    if draft is not None and flow is not None:
        kept = draft.noting(match.intent, message) if draft.intent != match.intent else draft.holding(message)
    else:
        if flow is None or flow.kind is FlowKind.EMERGENCY_DETAILS:  # else something is asked, and stays open
            flow = Flow(FlowKind.EMERGENCY_DETAILS, {"ticket_id": going[0].id, _NOTED: True})
        kept = Draft(match.intent, details=dict(match.slots)).holding(message)
    enter(conversation, replace(flow, suspended=asdict(kept)))
    await timetable.plan_draft(work, conversation)


async def _offer_report(
    work: Work, conversation: Conversation, person: Person, message: Message, going: Sequence[Ticket]
) -> None:
    """The report that the alarm interrupted waits for a calm word of the owner: nobody in danger is asked for their
    unit. What was told in the midst of it waits until they are safe, and both until a talk with a person is over."""
    flow = flow_of(conversation)
    if not message.text or flow is None or flow.kind is not FlowKind.EMERGENCY_DETAILS or flow.suspended is None:
        return
    noted = bool(flow.data.get(_NOTED))
    if noted and not all(SAFE in ticket.details for ticket in going):
        return
    draft = await pause(work, conversation, flow.data["ticket_id"])
    if draft is not None and conversation.floor != Floor.HELD:
        await offer(work, conversation, person, draft, "emergency-other-matter" if noted else "emergency-report-kept")


def _kind(work: Work, text: str, match: Match | None) -> str | None:
    return None if match is None else kind_of(match, text, work.desk.texts.phrases)
