"""What one message adds to a report that is being taken down: words, place, people, pictures, another matter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import takewhile

from bot.actions.flow import Draft
from bot.actions.wording import place_text
from bot.desk import Work
from bot.incoming import Said
from bot.rules.fragments import NOT_A_MATTER, tells_details, tells_who
from bot.rules.intake_questions import AT_HOME, IN_SHARED_AREAS, PERSONAL, TELLING, Step, says_place
from bot.rules.other_matter import is_beyond_doubt, is_other_matter, related, tells_more
from bot.rules.plain_text import has_letter
from intents.extract import find_slots, name_given, words_beside_slots
from intents.language import amount
from intents.letter import read_letter
from intents.result import Decision, Match
from intents.wishes import begins_another
from storage import conversations
from storage.models import Message

UNSORTED = "complaint.other"
"""Where a matter stands until its words say more."""

_PLACE = frozenset({"area", "building", "floor", "line", "car"})
_UNIT_DIGITS = range(2, 6)
_MEANWHILE = timedelta(minutes=30)
"""So long what is sent before or after a message that was not clear is still about it."""
_ENOUGH = 38.0
"""A complaint about staff that is longer (in Latin letters) says what happened."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The draft after one message, and the words that were noted although something else had been asked."""

    draft: Draft
    noted: str = ""


async def told_meanwhile(work: Work, message: Message) -> list[Message]:
    """What the owner sent while the desk asked what they meant: where, who, pictures; and what they show with the
    answer, however late that is."""
    until = message.at + _MEANWHILE
    later = await conversations.said_after(work.session, message, max(until, work.now))
    answer = [one for one in later if one.at == work.now][-1:]
    return [one for one in later if (_is_detail(one) and one.at <= until) or (one in answer and _shows(one))]


async def told_before(work: Work, message: Message) -> list[Message]:
    """Who the owner is, where they told it out of the blue right before saying what it is about."""
    earlier = await conversations.said_before(work.session, message, message.at - _MEANWHILE)
    return list(takewhile(lambda one: bool(one.text) and _is_detail(one) and tells_who(find_slots(one.text)), earlier))


def _is_detail(message: Message) -> bool:
    if message.for_managers:
        return False
    if not message.text:
        return _shows(message)
    return tells_details(find_slots(message.text), words_beside_slots(message.text))


def _shows(message: Message) -> bool:
    return any(media["kind"] not in NOT_A_MATTER for media in message.media or ())


def with_fragment(draft: Draft, message: Message) -> Draft:
    """The draft with a message that told details alone. A home beside a name or a number is the owner's own."""
    told = find_slots(message.text)
    draft = replace(draft.holding(message, words=False), details={**draft.details, **told})
    if draft.intent in AT_HOME or told.keys() & {"name", "phone"}:
        return with_home(draft, told)
    return replace(draft, where=message.text) if draft.intent in IN_SHARED_AREAS and says_place(told) else draft


def take(work: Work, draft: Draft, message: Message, said: Said, match: Match | None) -> Taken:
    """The draft with what one message added to it. Words that answer nothing tell of the matter: none is lost."""
    if draft.replacing and said.text:
        draft = replace(draft, words=(), where="", details={}, replacing=False)
    told = told_by(draft, said, match)
    details = {**draft.details, **told}
    if said.contact_phone:
        details["phone"] = said.contact_phone
    draft = replace(draft, details=details)
    if draft.step in PERSONAL or draft.step is Step.CONSENT:
        draft = with_home(draft, told)
    if draft.step is Step.PLACE and said.text and not _tells_of_matter(work, said.text, match):
        return Taken(replace(draft.holding(message, words=False), where=_with_area(draft, said.text)))
    if draft.step is Step.PLACE and said.text:
        return Taken(draft.holding(message), said.text)
    if draft.step is Step.SUMMARY and _says_who(said.text):
        return Taken(with_home(draft.holding(message, words=False), told))
    if draft.step in TELLING:
        return Taken(sorted_by(work, draft.holding(message), match))
    answered = bool(said.contact_phone or told.keys() & {"unit", "name", "phone"})
    words = tells_more(said.text, match, words_beside_slots(said.text), answered=answered)
    draft = sorted_by(work, draft.holding(message, words=words), match)
    return Taken(draft.patiently(), said.text) if words and not answered else Taken(draft)


def _tells_of_matter(work: Work, text: str, match: Match | None) -> bool:
    """Whether words that came instead of a place tell what is wrong, and name no place that could be gone to."""
    known = work.desk.intents.get(match.intent) if match is not None else None
    if match is None or known is None or known.kind not in ("complaint", "request"):
        return False
    slots = find_slots(text)
    if says_place(slots) or tells_details(slots, words_beside_slots(text)):
        return False
    return match.decision is Decision.ANSWER or (match.decision is Decision.CONFIRM and not slots)


def _says_who(text: str) -> bool:
    """Whether a message does nothing but say who writes: their name, home or number once more."""
    told = find_slots(text)
    letter = read_letter(text)
    alone = tells_details(told, words_beside_slots(text)) or bool(letter.writer and not letter.told)
    return tells_who(told) and bool(told.keys() & {"unit", "name", "phone"}) and alone


def other_matter(work: Work, draft: Draft, said: Said, match: Match | None) -> str | None:
    """The intent of a matter of its own that is told in the middle of this one (never at "what?")."""
    if match is None or draft.step is Step.WHAT or draft.intent == UNSORTED:
        return None
    known = work.desk.intents.get(match.intent)
    if known is None or known.kind not in ("complaint", "request"):
        return None
    details_alone = tells_details(match.slots, words_beside_slots(said.text))
    if details_alone or (draft.step in PERSONAL and match.slots.keys() & {"unit", "phone", "name"}):
        return None
    if draft.step is Step.HAPPENED and (draft.intent in match.wishes or amount(said.text) > _ENOUGH):
        return None  # what staff did may have been about a lift or a bill
    other = is_other_matter(draft.intent, match) and not _goes_with_the_rest(work, draft, said.text, match)
    return match.intent if other else None


def _goes_with_the_rest(work: Work, draft: Draft, text: str, match: Match) -> bool:
    """Whether a sentence that names nothing of its own ("it is the whole building") tells more of the report: read
    together with what was told, no second matter is heard in it."""
    if is_beyond_doubt(match) or match.slots.get("area", draft.details.get("area")) != draft.details.get("area"):
        return False
    if begins_another(text):
        return False
    together = work.desk.understand("\n".join((*draft.words, text)))
    return related(together.intent, draft.intent) and not any(related(wish, match.intent) for wish in together.wishes)


def told_by(draft: Draft, said: Said, match: Match | None) -> Mapping[str, str]:
    """What an answer says about the person or the place; a bare word or number answers the question that was put."""
    told = dict(find_slots(said.text))
    if draft.step is Step.NAME and "name" not in told and not _means_something(match):
        name = name_given(said.text)
        if name is not None and has_letter(name):
            told["name"] = name
    bare = said.text.strip()
    is_number = bare.isascii() and bare.isdigit() and len(bare) in _UNIT_DIGITS
    if draft.step is Step.HOME and "unit" not in told and is_number:
        told["unit"] = bare
    return told


def sorted_by(work: Work, draft: Draft, match: Match | None) -> Draft:
    """An unsorted matter takes the intent that its words turn out to mean."""
    if draft.intent != UNSORTED or match is None or match.decision not in (Decision.ANSWER, Decision.CONFIRM):
        return draft
    known = work.desk.intents.get(match.intent)
    return replace(draft, intent=match.intent) if known and known.kind in ("complaint", "request") else draft


def with_address(work: Work, locale: str, draft: Draft, slots: Mapping[str, str]) -> Draft:
    """The draft with the address in a message that it must hold nothing else of."""
    told = {name: value for name, value in slots.items() if name in _PLACE or name == "unit"}
    draft = replace(draft, details={**draft.details, **told})
    if draft.step in PERSONAL or draft.step is Step.CONSENT:
        return with_home(draft, told)
    return placed(work, locale, draft)


def says_what_happened(draft: Draft) -> bool:
    """Whether a complaint about staff says enough to be looked into."""
    return amount(" ".join(draft.words)) > _ENOUGH


def _means_something(match: Match | None) -> bool:
    return match is not None and match.decision is Decision.ANSWER and "." in match.intent


def about_person(draft: Draft) -> dict[str, str]:
    """What the draft says about its owner; a unit only where it is known to be their own."""
    told = {name: draft.details[name] for name in ("name", "phone") if name in draft.details}
    if draft.home:
        told["building"], told["unit"] = draft.home
    return told


def of_the_matter(draft: Draft) -> dict[str, str]:
    """What is kept with the matter: where it is and since when, never who; a unit only if it is the owner's own."""
    details = of_place(draft.details)
    if draft.home:
        details["building"], details["unit"] = draft.home
    where = draft.where or (draft.details.get("area", "") if draft.intent in IN_SHARED_AREAS else "")
    return {**details, "where": where} if where else details


def of_place(slots: Mapping[str, str]) -> dict[str, str]:
    """Slots without who was told, and without a unit that may be a neighbour's."""
    return {name: value for name, value in slots.items() if name not in ("name", "phone", "unit")}


def beside_place(slots: Mapping[str, str]) -> dict[str, str]:
    """Slots of a message that tells of two matters: the place belongs to the first, and a guess would send people to
    the wrong one."""
    return {name: value for name, value in slots.items() if "unit" in slots or name not in _PLACE}


def placed(work: Work, locale: str, draft: Draft) -> Draft:
    """The draft with the place that the first words named, where the matter is in a shared area. An area alone does not
    say where: a complex has many corridors, car parks and lifts."""
    if draft.where or draft.intent not in IN_SHARED_AREAS or not says_place(draft.details):
        return draft
    return replace(draft, where=place_text(work, locale, draft.details))


def _with_area(draft: Draft, answer: str) -> str:
    """Where in the corridor, the car park …: the answer names it seldom again."""
    area = draft.details.get("area", "")
    return answer if not area or area in answer.lower() else f"{answer} {area}"


def with_home(draft: Draft, told: Mapping[str, str]) -> Draft:
    return replace(draft, home=(told.get("building", ""), told["unit"])) if "unit" in told else draft
