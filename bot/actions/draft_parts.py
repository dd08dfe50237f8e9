"""What one message adds to a report that is being taken down: words, place, people, pictures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.actions.flow import Draft
from bot.desk import Work
from bot.incoming import Said
from bot.rules.fragments import NOT_A_MATTER, tells_details
from bot.rules.intake_questions import AT_HOME, IN_SHARED_AREAS, PERSONAL, Step, says_place
from bot.rules.plain_text import has_letter
from intents.extract import find_slots, words_beside_slots
from intents.result import Decision, Match
from storage import conversations
from storage.models import Message

UNSORTED = "complaint.other"
"""Where a matter stands until its words say more."""

_NAME_LENGTH = 30
_MEANWHILE = timedelta(minutes=30)
"""So long what is sent after a message that was not clear is still about it."""


async def told_meanwhile(work: Work, message: Message) -> list[Message]:
    """What the owner sent while the desk asked what they meant: where, who, pictures."""
    later = await conversations.said_after(work.session, message, message.at + _MEANWHILE)
    return [one for one in later if _is_detail(one)]


def _is_detail(message: Message) -> bool:
    if not message.text:
        return any(media["kind"] not in NOT_A_MATTER for media in message.media or ())
    return tells_details(find_slots(message.text), words_beside_slots(message.text))


def with_fragment(draft: Draft, message: Message) -> Draft:
    """The draft with a message that told details alone. A home beside a name or a number is the owner's own."""
    told = find_slots(message.text)
    draft = replace(draft.holding(message, words=False), details={**draft.details, **told})
    if draft.intent in AT_HOME or told.keys() & {"name", "phone"}:
        return with_home(draft, told)
    return replace(draft, where=message.text) if draft.intent in IN_SHARED_AREAS and says_place(told) else draft


def take(work: Work, draft: Draft, message: Message, said: Said, told: Mapping[str, str], match: Match | None) -> Draft:
    """The draft with what one message added to it."""
    details = {**draft.details, **told}
    if said.contact_phone:
        details["phone"] = said.contact_phone
    draft = replace(draft, details=details)
    if draft.step in PERSONAL or draft.step is Step.CONSENT:
        draft = with_home(draft, told)
    if said.media:
        draft = draft.holding(message, words=draft.step in (Step.WHAT, Step.SUMMARY))
        return _sorted(work, draft, match)
    if draft.step is Step.PLACE:
        return replace(draft, where=said.text)
    if draft.step in (Step.WHAT, Step.SUMMARY, Step.CONSENT):
        return _sorted(work, draft.holding(message), match)
    return replace(draft, message_ids=(*draft.message_ids, message.id))


def told_by(draft: Draft, said: Said) -> Mapping[str, str]:
    """What an answer says about the person or the place; a bare word answers the question that was put."""
    told = dict(find_slots(said.text))
    bare = " ".join(said.text.split())
    like_a_name = len(bare) <= _NAME_LENGTH and has_letter(bare) and not any(char.isdigit() for char in bare)
    if draft.step is Step.NAME and "name" not in told and like_a_name:
        told["name"] = bare
    return told


def _sorted(work: Work, draft: Draft, match: Match | None) -> Draft:
    """An unsorted matter takes the intent that its words turn out to mean."""
    if draft.intent != UNSORTED or match is None or match.decision not in (Decision.ANSWER, Decision.CONFIRM):
        return draft
    known = work.desk.intents.get(match.intent)
    return replace(draft, intent=match.intent) if known and known.kind in ("complaint", "request") else draft


def about_person(draft: Draft) -> dict[str, str]:
    """What the draft says about its owner; a unit only where it is known to be their own."""
    told = {name: draft.details[name] for name in ("name", "phone") if name in draft.details}
    if draft.home:
        told["building"], told["unit"] = draft.home
    return told


def with_home(draft: Draft, told: Mapping[str, str]) -> Draft:
    return replace(draft, home=(told.get("building", ""), told["unit"])) if "unit" in told else draft
