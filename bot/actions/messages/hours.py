"""Questions about the office's hours that follow one another: one day, holidays, the telephone number (O2)."""

from datetime import UTC, date, datetime, time, timedelta

from bot.actions.flow import enter
from bot.actions.outgoing import to_owner
from bot.actions.people.onboarding import person_button
from bot.actions.wording import moment
from bot.desk import Work
from bot.office.filling import day_hours_text, day_text, hours_today_text, moment_text
from bot.rules.day_asked import DaysAsked, DayWords, days_asked
from intents.language import amount
from intents.result import Decision, Match
from storage import conversations
from storage.models import Conversation, Message, Person

HOURS = "office.hours"

_STILL_ABOUT_IT = timedelta(minutes=10)
_SHORT = 50.0
"""In Latin letters: what follows a question up is short."""
_UNDERSTOOD = frozenset({Decision.ANSWER, Decision.CONFIRM})


async def followed_up(work: Work, conversation: Conversation, person: Person, message: Message, match: Match) -> bool:
    """True where a message asked for one day or the number, by itself or after a question about the hours."""
    if match.slots or amount(message.text) > _SHORT:
        return False
    if match.decision is Decision.ANSWER and match.intent != HOURS:
        return False
    asked = days_asked(message.text, work.desk.office.calendar.local_day(work.now), _words(work))
    number = any(word in message.text.lower() for word in work.desk.texts.phrases("number-asked"))
    if asked is None and not number:
        return False
    if not (asked is not None and _about_hours(match)) and not await _just_asked(work, message):
        return False
    lines = _on_days(work, person.locale, asked) if asked is not None else [_numbers(work, person.locale)]
    await _tell(work, conversation, person, lines)
    return True


async def _tell(work: Work, conversation: Conversation, person: Person, lines: list[str]) -> None:
    conversation.misses = 0
    enter(conversation, None)
    await to_owner(work, conversation, "\n".join(lines), ((person_button(work, person),),))


async def tell_if_open(work: Work, conversation: Conversation, person: Person) -> None:
    """That the office is open and until when, or when it opens."""
    today = hours_today_text(work.desk.office, person.locale, work.now)
    opened = work.say(person.locale, "hours-open-now", hours=today)
    await _tell(work, conversation, person, [closed_now(work, person.locale) or opened])


def closed_now(work: Work, locale: str) -> str:
    """When it opens and whom to call for what cannot wait; nothing while it is open."""
    office = work.desk.office
    if office.calendar.is_open(work.now):
        return ""
    opens = moment(work, locale, office.calendar.next_opening(work.now))
    return work.say(locale, "hours-closed", opens=opens, duty=office.phones.get("duty", ""))


def closed_tomorrow(work: Work, locale: str) -> str:
    """That the office is closed tomorrow although it is open on that weekday; else nothing."""
    calendar = work.desk.office.calendar
    tomorrow = calendar.local_day(work.now) + timedelta(days=1)
    if calendar.hours_on(tomorrow) or not calendar.hours.get(tomorrow.weekday()):
        return ""
    return _on_day(work, locale, tomorrow)


def _on_days(work: Work, locale: str, asked: DaysAsked) -> list[str]:
    if not asked.holiday:
        return [_on_day(work, locale, day) for day in asked.days]
    phones = work.desk.office.phones
    key = "hours-on-holidays-closed" if work.desk.office.calendar.holidays else "hours-on-holidays-open"
    return [work.say(locale, key, duty=phones.get("duty", ""))]


def _on_day(work: Work, locale: str, day: date) -> str:
    office = work.desk.office
    shown = day_text(day, office, locale)
    if hours := day_hours_text(day, office, locale):
        return work.say(locale, "hours-on-day", date=shown, hours=hours)
    begins = datetime.combine(day, time.min, tzinfo=office.timezone).astimezone(UTC)
    opening = moment_text(office.calendar.next_opening(begins), office, locale)
    return work.say(locale, "hours-on-day-closed", date=shown, opening=opening)


def _numbers(work: Work, locale: str) -> str:
    phones = work.desk.office.phones
    return work.say(locale, "hours-numbers", office=phones.get("office", ""), duty=phones.get("duty", ""))


def _about_hours(match: Match) -> bool:
    return match.intent == HOURS and match.decision in _UNDERSTOOD


async def _just_asked(work: Work, message: Message) -> bool:
    """Whether one of the last messages asked for the hours: what is short and names a day goes on with it."""
    earlier = await conversations.said_before(work.session, message, message.at - _STILL_ABOUT_IT)
    return any(one.text and _about_hours(work.desk.understand(one.text)) for one in earlier)


def _words(work: Work) -> DayWords:
    phrases = work.desk.texts.phrases
    weekdays = [(word, index % 7) for kind in ("weekday", "weekday-short") for index, word in enumerate(phrases(kind))]
    ahead = [
        (word, days)
        for days, kind in enumerate(("date-today", "date-tomorrow", "date-after"))
        for word in phrases(kind)
    ]
    return DayWords(ahead, weekdays, phrases("weekend"), phrases("holiday"))
