"""How the people of the office learn that an owner wants one of them (O12)."""

from bot.actions.flow import Draft
from bot.actions.outgoing import Place, Terms, topic_place
from bot.actions.talks.briefing import last_lines
from bot.actions.talks.mirror import mirror_once
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.places import talk_place, topic_of_department
from bot.actions.talks.topics import ensure_topic, refresh_header, refresh_topics
from bot.actions.tickets.events import open_tickets
from bot.actions.wording import matter_title, moment
from bot.desk import Work
from bot.rules.other_matter import is_clear, related
from bot.rules.plain_text import one_line
from bot.rules.routing import MANAGER, department_for
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from intents.result import Decision, Match
from storage import topics
from storage.models import Conversation, Floor, Message, Topic

_SHOWN = 600


async def show_waiting(work: Work, conversation: Conversation, reason: str, draft: Draft | None) -> Topic | None:
    """In the topic of whoever is to answer: what the owner wants, what was said last, and the report that they were
    giving. None: no staff chat is set up."""
    department = await _department(work, conversation)
    topic = await topic_of_department(work, conversation.id, department)
    known = topic is not None
    topic = await ensure_topic(work, conversation, department=department)
    if topic is None:
        return None
    locale = work.desk.office_locale
    lines = await last_lines(work, conversation, locale) if known else ""
    words = work.say(locale, "staff-person-wanted", reason=one_line(reason, 200))
    await tell_office(
        work,
        topic_place(topic),
        "staff-plain",
        claim_button(work, conversation),
        words="\n\n".join(filter(None, (words, lines, _told_so_far(work, locale, draft), _closed_note(work, locale)))),
    )
    await _show_pictures(work, conversation, topic_place(topic), draft)
    await refresh_topics(work, conversation)
    return topic


async def show_matter(work: Work, conversation: Conversation, message: Message, match: Match | None) -> None:
    """Whoever waits for a person tells what it is about, after a mere cry for one: the topic, where their words stand
    already, names the matter once, and the home that came with it."""
    place = await talk_place(work, conversation)
    if conversation.floor != Floor.WAITING or match is None or message.for_managers or place is None:
        return
    await _know_better(work, conversation)
    known = work.desk.intents.get(match.intent)
    clear = match.decision is Decision.ANSWER or is_clear(match)
    if place.topic_id is None or not clear or known is None or known.kind not in ("complaint", "request"):
        return
    if work.desk.is_for_managers(match.intent):
        return
    if any(related(ticket.intent, match.intent) for ticket in await open_tickets(work, conversation.id)):
        return
    since = conversation.waiting_since or work.now
    terms = Terms(dedupe_key=f"waits_about:{conversation.id}:{int(since.timestamp() * 1000)}")
    title = matter_title(work, work.desk.office_locale, match.intent)
    button = claim_button(work, conversation)
    await tell_office(work, place, "staff-person-about", button, terms, title=title)


async def _know_better(work: Work, conversation: Conversation) -> None:
    """Name and head of the topics, where the home was told just now."""
    await refresh_topics(work, conversation)
    for topic in await topics.topics_of(work.session, conversation.id):
        await refresh_header(work, conversation, topic)


def _told_so_far(work: Work, locale: str, draft: Draft | None) -> str:
    """The report that waits; never one that only managers may see (S1)."""
    if draft is None or work.desk.is_for_managers(draft.intent):
        return ""
    words = one_line(" / ".join((*draft.words, *filter(None, [draft.where]))), _SHOWN)
    return work.say(locale, "staff-report-so-far", title=matter_title(work, locale, draft.intent), words=words)


async def _show_pictures(work: Work, conversation: Conversation, place: Place, draft: Draft | None) -> None:
    if draft is None or work.desk.is_for_managers(draft.intent):
        return
    for message_id in draft.message_ids:
        message = await work.session.get_one(Message, message_id)
        if message.media:
            await mirror_once(work, conversation, message, place, None)


def _closed_note(work: Work, locale: str) -> str:
    """What the owner was told outside hours. Empty while the office is open."""
    calendar = work.desk.office.calendar
    if calendar.is_open(work.now):
        return ""
    return work.say(locale, "staff-hours-closed", opens=moment(work, locale, calendar.next_opening(work.now)))


async def _department(work: Work, conversation: Conversation) -> str:
    """Whoever works on the owner's one open matter; otherwise the general office."""
    departments = {t.department for t in await open_tickets(work, conversation.id)} - {MANAGER}
    wanted = departments.pop() if len(departments) == 1 else ""
    return department_for(wanted, work.desk.office.departments)


def claim_button(work: Work, conversation: Conversation) -> Keyboard:
    label = work.say(work.desk.office_locale, "staff-button-claim")
    return ((Button(label, Tap(Verb.CLAIM, conversation.id)),),)
