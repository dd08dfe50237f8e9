"""How an alert reads: what happened, with which matter, since when, who has it, where it is, and one button."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.outgoing import Place, Terms
from bot.actions.people.staff_members import staff_of
from bot.actions.talks.office_lines import tell_office
from bot.actions.talks.places import topic_link, topic_of_department
from bot.actions.tickets.service_history import round_began
from bot.actions.wording import detail_of, matter_home, matter_phone, matter_title, moment, name_of
from bot.desk import Work
from bot.rules.danger import DESPAIR
from bot.rules.escalation import ROUND_THE_CLOCK, AlertKind, is_confidential
from bot.rules.plain_text import one_line
from bot.rules.tap_verbs import Verb
from bot.taps import Button, Keyboard, Tap
from storage import topics
from storage.models import Alert, Conversation, Person, Ticket, Topic

PRIVATE = "private"
"""In the data of an alert: what was told since is about staff."""
_WORDS = 300


@dataclass(frozen=True, slots=True)
class Subject:
    """What an alert is about; either may be missing."""

    ticket: Ticket | None
    conversation: Conversation | None

    @property
    def department(self) -> str | None:
        return None if self.ticket is None else self.ticket.department

    @property
    def urgent(self) -> bool:
        return self.ticket is not None and self.ticket.priority == "urgent"


async def subject_of(work: Work, alert: Alert) -> Subject:
    ticket = None if alert.ticket_id is None else await work.session.get_one(Ticket, alert.ticket_id)
    talk = None if alert.conversation_id is None else await work.session.get_one(Conversation, alert.conversation_id)
    return Subject(ticket, talk)


def is_private(alert: Alert, subject: Subject) -> bool:
    """Whether only managers may read it: for the matter, or for what was told since."""
    return is_confidential(AlertKind(alert.kind), subject.department) or bool(alert.data.get(PRIVATE))


async def alert_text(
    work: Work, alert: Alert, subject: Subject, times_sent: int, also: Sequence[AlertKind] = ()
) -> str:
    """The whole message; `times_sent` is how often it went out before, `also` what else of the matter is open."""
    locale = work.desk.office_locale
    kind = AlertKind(alert.kind)
    steps = sorted((kind, *also), key=lambda step: step not in ROUND_THE_CLOCK)
    lines = [work.say(locale, f"alerts-what-{step.value.replace('_', '-')}") for step in steps]
    if times_sent:
        lines.insert(0, work.say(locale, "alerts-again", count=str(times_sent + 1)))
    lines += await _matter(work, locale, alert, subject)
    lines += _details(work, locale, alert, subject)
    since = await round_began(work, subject.ticket) if subject.ticket is not None else alert.created_at
    if kind is AlertKind.UNCLAIMED_CONVERSATION and subject.conversation and subject.conversation.waiting_since:
        since = subject.conversation.waiting_since
    goes_on = subject.ticket is not None and kind is not AlertKind.LOW_SCORE
    if goes_on or kind is AlertKind.UNCLAIMED_CONVERSATION:
        lines.append(_since(work, locale, since))
    if subject.ticket is not None:
        holder = await staff_of(work, subject.ticket.assignee_id)
        name = holder.name if holder is not None else work.say(locale, "alerts-nobody")
        lines.append(work.say(locale, "alerts-holder", name=name))
    topic = await _topic(work, alert, subject)
    if topic is not None:
        lines.append(work.say(locale, "alerts-where", topic=topic.name))
    return "\n".join(lines)


async def alert_buttons(work: Work, alert: Alert, subject: Subject) -> Keyboard:
    """One tap ends the repeats; a link leads to the topic where Telegram has made it already."""
    locale = work.desk.office_locale
    acknowledge = Button(work.say(locale, "alerts-acknowledge"), Tap(Verb.ACKNOWLEDGE, alert.id))
    return ((acknowledge,), *_link(work, await _topic(work, alert, subject)))


async def say_where_it_is_talked_about(work: Work, alert: Alert, place: Place, terms: Terms) -> bool:
    """To whoever answers an alert about a matter that the staff talk about in a topic. False: there is none."""
    topic = await _topic(work, alert, await subject_of(work, alert))
    if topic is None:
        return False
    await tell_office(work, place, "alerts-answer-there", _link(work, topic), terms, topic=topic.name)
    return True


def _link(work: Work, topic: Topic | None) -> Keyboard:
    """A button into the topic."""
    url = topic_link(topic)
    return ((Button(work.say(work.desk.office_locale, "alerts-open"), url=url),),) if url else ()


async def _matter(work: Work, locale: str, alert: Alert, subject: Subject) -> list[str]:
    """ "T-1042 천장 누수" and who reported it from where."""
    person_id = subject.ticket.person_id if subject.ticket else subject.conversation and subject.conversation.person_id
    lines = []
    if subject.ticket is not None:
        title = matter_title(work, locale, subject.ticket.intent)
        lines.append(work.say(locale, "alerts-ticket", number=subject.ticket.number, title=title))
    elif "intent" in alert.data:
        lines.append(matter_title(work, locale, str(alert.data["intent"])))
    if person_id is None:
        return lines
    person = await work.session.get_one(Person, person_id)
    told = detail_of(subject.ticket, "where") or str(alert.data.get("where") or "")
    home = await matter_home(work, locale, subject.ticket, person)
    if home is not None and told and subject.ticket is not None and subject.ticket.kind == "emergency":
        home = f"{home} ({told})"  # where they are now is not always where they live
    home = home or told or work.say(locale, "unknown-home")
    phone = matter_phone(work, subject.ticket, person) or work.say(locale, "unknown-phone")
    lines.append(work.say(locale, "alerts-person", name=name_of(work, person), home=home, phone=phone))
    return lines


def _details(work: Work, locale: str, alert: Alert, subject: Subject) -> list[str]:
    """What only this kind has to tell; nothing that is not known by name goes out."""
    data = alert.data
    lines = []
    if DESPAIR in (data.get("intent"), subject.ticket and subject.ticket.intent):
        lines.append(work.say(locale, "alerts-care"))
    if words := data.get("words") or (subject.ticket and subject.ticket.words):
        lines.append(work.say(locale, "alerts-words", words=one_line(str(words), _WORDS)))
    if stars := data.get("stars"):
        lines.append(work.say(locale, "alerts-stars", stars="★" * int(stars)))
    if reason := data.get("reason"):
        lines.append(work.say(locale, "alerts-reason", reason=one_line(str(reason), _WORDS)))
    if round_ := data.get("round"):
        lines.append(work.say(locale, "alerts-round", round=str(round_)))
    if error_id := data.get("error_id"):
        where = work.say(locale, f"alerts-from-{data['source']}", name=str(data.get("who", "")))
        time = moment(work, locale, datetime.fromisoformat(data["at"]))
        lines.append(work.say(locale, "alerts-error", error=str(error_id), where=where, time=time))
    return lines


def _since(work: Work, locale: str, since: datetime) -> str:
    time, lasted = moment(work, locale, since), work.now - since
    if lasted < timedelta(minutes=1):
        return work.say(locale, "alerts-just-now", time=time)
    return work.say(locale, "alerts-since", time=time, lasted=lasted_text(work, locale, lasted))


async def _topic(work: Work, alert: Alert, subject: Subject) -> Topic | None:
    """Where the talk is; for what staff must not see there is none."""
    if is_confidential(AlertKind(alert.kind), subject.department):
        return None
    if subject.ticket is not None:
        return await topic_of_department(work, subject.ticket.conversation_id, subject.ticket.department)
    if subject.conversation is None:
        return None
    found = await topics.topics_of(work.session, subject.conversation.id)
    return found[-1] if found else None


def lasted_text(work: Work, locale: str, lasted: timedelta) -> str:
    """ "35분", "3시간 20분", "2일 4시간", "2일": the two largest parts."""
    minutes = max(0, int(lasted.total_seconds() // 60))
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days and not hours:
        return work.say(locale, "alerts-lasted-whole-days", days=str(days))
    if days:
        return work.say(locale, "alerts-lasted-days", days=str(days), hours=str(hours))
    if hours and not rest:
        return work.say(locale, "alerts-lasted-whole-hours", hours=str(hours))
    if hours:
        return work.say(locale, "alerts-lasted-hours", hours=str(hours), minutes=str(rest))
    return work.say(locale, "alerts-lasted-minutes", minutes=str(rest))
