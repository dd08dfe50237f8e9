"""Whoever swears at the office is served all the same: one calm notice, then a person and the managers (D18)."""

from datetime import timedelta

from bot.actions.managers import alerts
from bot.actions.messages.understanding import understand
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.talks import handoff
from bot.actions.wording import moment
from bot.desk import Work
from intents.abuse import is_abusive, without_abuse
from intents.language import amount
from intents.result import Decision, Match
from storage import audit
from storage.models import Conversation, Floor, Message, Person

_REMEMBERED = timedelta(days=1)
"""So long a notice counts: who swears again on another day hears it again."""
_A_WORD = 10.0
"""In Latin letters: less beside an insult says nothing."""
_UNCLEAR = frozenset({Decision.UNSURE, Decision.OUT_OF_SCOPE})


def calmly(work: Work, text: str) -> tuple[Match | None, bool]:
    """What a message means, read without its insults, and whether it holds any. None: there is nothing beside them.
    In danger everything counts."""
    match = understand(work, text)
    if match.emergency is not None or not is_abusive(text):
        return match, False
    rest = without_abuse(text)
    return (work.desk.understand(rest) if amount(rest) > _A_WORD else None), True


def says_nothing_else(match: Match | None) -> bool:
    """Whether nothing but anger can be read from an abusive message."""
    return match is None or match.decision in _UNCLEAR


async def heard(work: Work, conversation: Conversation, person: Person, message: Message, *, served: bool) -> None:
    """The message has been served where there was something to serve; now for its tone."""
    subject = f"abuse:{conversation.id}"
    earlier = await audit.latest_of_subject(work.session, subject, 1)
    again = bool(earlier) and work.now - earlier[0].at < _REMEMBERED
    action = "abuse.again" if again else "abuse.noticed"
    await audit.record(work.session, at=work.now, actor="owner", action=action, subject=subject)
    answers = conversation.floor == Floor.BOT
    if again:
        await _to_people(work, conversation, person, message, answers)
    elif answers:
        words = work.say(person.locale, "abuse-notice" if served else "abuse-notice-bare")
        await to_owner(work, conversation, words, None if served else ((person_button(work, person),),))


async def _to_people(work: Work, conversation: Conversation, person: Person, message: Message, answers: bool) -> None:
    day = work.now.astimezone(work.desk.office.timezone).date()
    words = "" if message.for_managers else message.text  # those reach the managers with their own alert
    key = f"angry_owner:{conversation.id}:{day}"
    await alerts.raise_alert(work, "angry_owner", key=key, conversation=conversation, words=words)
    if not answers:
        return
    calendar = work.desk.office.calendar
    if calendar.is_open(work.now):
        await handoff.ask_for_person(work, conversation, person, reason=words)
        return
    opens = moment(work, person.locale, calendar.next_opening(work.now))
    duty = work.desk.office.phones.get("duty", "")
    await to_owner(work, conversation, work.say(person.locale, "abuse-closed", opens=opens, duty=duty))
