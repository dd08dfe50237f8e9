"""Owners: found or met for the first time; what they tell about themselves."""

from collections.abc import Mapping

from bot.actions.people import reach
from bot.desk import Work
from bot.incoming import Sender
from intents.language import amount, detect_language
from storage import conversations, people
from storage.models import Author, Conversation, Person, Unit

PRIVACY_VERSION = "2026-11"
_A_WORD, _A_SENTENCE = 4.0, 15.0
"""In Latin letters, or what is worth as much."""
_LOOKED_AT = 10


async def owner_of_chat(work: Work, sender: Sender, chat_id: int, text: str = "") -> tuple[Person, Conversation]:
    """The person who writes in a private chat and their conversation, locked; both are made at the first contact."""
    known = await conversations.lock_conversation_of(work.session, sender.id)
    await reach.back(work, sender.id)  # behind the lock, as whoever records that they cannot be reached
    if known is not None:
        _noticed(known[0], sender)
        await _follow_language(work, *known, text)
        return known
    person = await people.person_by_telegram(work.session, sender.id)
    if person is None:
        person = await people.add_person(
            work.session,
            telegram_id=sender.id,
            display_name=sender.name,
            locale=_first_locale(work, sender, text),
            at=work.now,
        )
    _noticed(person, sender)
    talk = await conversations.add_conversation(work.session, person_id=person.id, chat_id=chat_id, at=work.now)
    return person, await conversations.lock_conversation(work.session, talk.id)


def _noticed(person: Person, sender: Sender) -> None:
    """The name of today; and whoever writes can be written to again."""
    if person.display_name != sender.name:
        person.display_name = sender.name
    person.blocked_at = None


async def blocked_or_back(work: Work, person: Person, *, blocked: bool) -> None:
    """Whoever stops the bot is told results by telephone until they write again; of managers another reads."""
    person.blocked_at = work.now if blocked else None
    if blocked and person.telegram_id is not None:
        await reach.out_of_reach(work, person.telegram_id)


def is_new(work: Work, person: Person) -> bool:
    """Whether this is the person's first message."""
    return person.created_at == work.now


async def _follow_language(work: Work, person: Person, talk: Conversation, text: str) -> None:
    """Until somebody has chosen a language, their first sentence decides, for a bare number tells none; and so does a
    second sentence running in another."""
    written = None if person.locale_chosen else _language_of(work, text, _A_SENTENCE)
    if written is None or written == person.locale:
        return
    earlier = await conversations.history(work.session, talk.id, _LOOKED_AT)
    said = (message.text for message in reversed(earlier) if message.author == Author.OWNER)
    before = (_language_of(work, words, _A_WORD) for words in said if not _is_short(work, words, written))
    if next(filter(None, before), written) == written:
        person.locale = written


def _is_short(work: Work, text: str, language: str) -> bool:
    """Whether these are a few words of that language, which whoever speaks another may use."""
    return _language_of(work, text) == language and amount(text) < _A_SENTENCE


def _first_locale(work: Work, sender: Sender, text: str) -> str:
    code = (sender.language_code or "").split("-")[0]
    told = code if code in work.desk.office.languages else work.desk.office_locale
    return _language_of(work, text) or told


def _language_of(work: Work, text: str, least: float = 0.0) -> str | None:
    """Which of the office's languages it is written in; None where nothing tells, or less than `least` letters."""
    if text.startswith("/") or not any(char.isalpha() for char in text) or amount(text) < least:
        return None
    guess = detect_language(text)
    return guess if guess in work.desk.office.languages else None


async def has_consented(work: Work, person: Person) -> bool:
    return await people.has_consented(work.session, person.id, PRIVACY_VERSION)


async def consent(work: Work, person: Person) -> None:
    """Records that the person agreed to the present privacy notice; twice is once."""
    if not await has_consented(work, person):
        await people.record_consent(work.session, person.id, PRIVACY_VERSION, work.now)


async def home(work: Work, person: Person) -> Unit | None:
    found = await people.home_of(work.session, person.id)
    return None if found is None else found[1]


async def learn(work: Work, person: Person, told: Mapping[str, str]) -> bool:
    """Keeps what a person said about themselves (`name`, `phone`, `building`, `unit`), as claimed. True: it is news."""
    news = False
    if (name := told.get("name")) and name != _opened(work, person.name_sealed):
        person.name_sealed, news = work.desk.cipher.seal(name), True
    if (phone := told.get("phone")) and phone != _opened(work, person.phone_sealed):
        person.phone_sealed, news = work.desk.cipher.seal(phone), True
    if number := told.get("unit"):
        known = await home(work, person)
        building = told.get("building") or (known.building if known is not None else "")
        if known is None or (known.building, known.number) != (building, number):
            await people.claim_home(work.session, person.id, building, number, work.now)
            news = True
    return news


def _opened(work: Work, sealed: str | None) -> str | None:
    return None if sealed is None else work.desk.cipher.open(sealed)
