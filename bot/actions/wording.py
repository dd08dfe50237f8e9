"""Phrases that several actions use: moments, departments, matters, names, the office's state, by language."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.desk import Work
from bot.office.filling import fill_text, moment_text
from bot.rules.danger import DESPAIR
from bot.rules.durations import spoken
from storage.models import Person, Ticket, Unit
from storage.people import home_of


def duration(work: Work, locale: str, lasts: timedelta) -> str:
    """ "12분", "약 14시간", "about 2 days"."""
    count, unit = spoken(lasts)
    return work.say(locale, f"duration-{unit.value}", count=count)


def moment(work: Work, locale: str, at: datetime) -> str:
    """ "오늘 15:00", "내일 09:00" or the date, with its year where that is another one, in the office's time zone."""
    zone = work.desk.office.timezone
    local, today = at.astimezone(zone), work.now.astimezone(zone).date()
    if local.date() == today:
        return work.say(locale, "moment-today", time=f"{local:%H:%M}")
    if local.date() == today + timedelta(days=1):
        return work.say(locale, "moment-tomorrow", time=f"{local:%H:%M}")
    words = moment_text(at, work.desk.office, locale)
    return words if local.year == today.year else work.say(locale, "moment-in-year", year=str(local.year), moment=words)


def department_name(work: Work, locale: str, department: str) -> str:
    """The department as residents read it; the managers' own matters go to the head of the office."""
    known = work.desk.office.departments.get(department)
    if known is None:
        return work.say(locale, "department-managers")
    return known.names.get(locale) or known.names[work.desk.office_locale]


def matter_title(work: Work, locale: str, intent: str) -> str:
    """The intent's title as it stands on buttons."""
    known = work.desk.intents.get(intent)
    if known is None:
        return intent
    return known.titles.get(locale) or next(iter(known.titles.values()), intent)


def title_for(work: Work, person: Person, intent: str) -> str:
    """The same as its owner reads it: who is in despair is not told so by a title made for those who must know."""
    if intent == DESPAIR:
        return work.say(person.locale, "title-despair-owner")
    return matter_title(work, person.locale, intent)


def called(work: Work, person: Person) -> str:
    """How a person is addressed: the name they gave with its honorific, else "입주민님" (korean.md 2)."""
    if person.name_sealed is None:
        return work.say(person.locale, "address-unknown")
    return work.say(person.locale, "address-named", name=work.desk.cipher.open(person.name_sealed))


def name_of(work: Work, person: Person) -> str:
    """The name as given, else as Telegram shows it; for staff."""
    return work.desk.cipher.open(person.name_sealed) if person.name_sealed else person.display_name


def phone_of(work: Work, person: Person) -> str | None:
    return work.desk.cipher.open(person.phone_sealed) if person.phone_sealed else None


async def home_text(work: Work, person: Person, locale: str) -> str | None:
    """ "101동 1203호" of the person's current home, or None."""
    home = await home_of(work.session, person.id)
    if home is None:
        return None
    unit = home[1]
    return unit_text(work, locale, unit.building, unit.number)


async def matter_home(work: Work, locale: str, ticket: Ticket | None, person: Person) -> str | None:
    """The ticket's home; the one told with the matter alone, after an alarm or without consent; else the person's."""
    if ticket is not None and ticket.unit_id is not None:
        unit = await work.session.get_one(Unit, ticket.unit_id)
        return unit_text(work, locale, unit.building, unit.number)
    if number := detail_of(ticket, "unit"):
        return unit_text(work, locale, detail_of(ticket, "building"), number)
    return await home_text(work, person, locale)


def matter_phone(work: Work, ticket: Ticket | None, person: Person) -> str | None:
    """The person's number, else the one told with the matter; in an emergency the one told with it counts."""
    if ticket is not None and ticket.kind == "emergency" and (told := detail_of(ticket, "phone")):
        return told
    return phone_of(work, person) or detail_of(ticket, "phone") or None


def detail_of(ticket: Ticket | None, name: str) -> str:
    """What was told about a matter under this name, or nothing."""
    return "" if ticket is None else str(ticket.details.get(name) or "")


def unit_text(work: Work, locale: str, building: str, number: str) -> str:
    key = "unit-full" if building else "unit-number-only"
    return work.say(locale, key, building=building, number=number)


def place_text(work: Work, locale: str, slots: Mapping[str, str]) -> str:
    """ "103동 2라인 7층 복도" from what a message named."""
    named = {name: slots.get(name, "none") for name in ("building", "unit", "line", "floor", "area", "car")}
    return work.say(locale, "place-shared", **named).strip(" ,，")


def office_text(work: Work, locale: str, template: str) -> str:
    """A text of the office folder with its variables filled."""
    return fill_text(template, work.desk.office, locale, work.now)
