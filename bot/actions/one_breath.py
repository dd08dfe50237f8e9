"""Lines that an owner sends in one breath: read as one message where none but one of them stands for itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from bot.desk import Work
from bot.incoming import Said
from bot.rules.plain_text import TEXT_LIMIT, utf16_length
from bot.rules.small_signs import sign_of
from intents.result import Decision, Match
from storage import feedback
from storage.models import Conversation, Floor

_BREATH = timedelta(seconds=30)
POLITE = frozenset({"greeting", "thanks"})
"""Intents that ask for nothing."""

_SURENESS = (Decision.ANSWER, Decision.CONFIRM, Decision.UNSURE, Decision.OUT_OF_SCOPE)


async def together(work: Work, conversation: Conversation, said: Sequence[Said]) -> Said:
    """The first of these lines, joined with those behind it that belong to it. What answers a question, is talk with a
    person, or speaks of danger, is always served line by line."""
    first = said[0]
    if conversation.floor != Floor.BOT or conversation.flow is not None:
        return first
    if await feedback.asked_surveys(work.session, conversation.id):
        return first
    joined = said[: _one_message(work, _close(said))]
    if len(joined) < 2:
        return first
    lines = tuple(line.text for line in joined)
    ids = tuple(number for line in joined for number in line.message_ids)
    return replace(first, message_ids=ids, text="\n".join(lines), lines=lines)


def meaning(work: Work, said: Said) -> Match | None:
    """What a message means; of several lines the clear one, else all together. A greeting among them says nothing."""
    if not said.text:
        return None
    understand = work.desk.understand
    whole = understand(said.text)
    if not said.lines or whole.emergency is not None:
        return whole
    alone = {line: understand(line) for line in said.lines}
    telling = [line for line in said.lines if not _is_polite(line, alone[line])]
    if not telling:
        return alone[said.lines[-1]]
    told = understand("\n".join(telling))
    clear = [match for line in telling if (match := alone[line]).decision is Decision.ANSWER]
    if clear and (told.decision is not Decision.ANSWER or told.intent != clear[0].intent):
        return replace(clear[0], slots=told.slots, wishes=told.wishes)
    return min((told, *(alone[line] for line in telling)), key=lambda match: _SURENESS.index(match.decision))


def _close(said: Sequence[Said]) -> list[str]:
    """The texts of those that follow one another closely and make one message of Telegram's length."""
    texts = [said[0].text]
    for before, line in pairwise(said):
        texts.append(line.text)
        if line.at - before.at > _BREATH or utf16_length("\n".join(texts)) > TEXT_LIMIT:
            return texts[:-1]
    return texts


def _one_message(work: Work, texts: Sequence[str]) -> int:
    """How many of these are pieces of one message: up to the second matter that is clear in itself, and never past a
    wish about the talk, which ends the bot's part in it."""
    clear: str | None = None
    telling = 0
    for count, text in enumerate(texts):
        match = work.desk.understand(text)
        if match.emergency is not None:
            return count
        if _is_polite(text, match):
            continue
        telling += 1
        if match.decision is not Decision.ANSWER:
            continue
        kind = _kind(work, match.intent)
        if kind == "meta":
            return count + 1 if telling == 1 else count
        if clear is not None and (kind == "inquiry" or match.intent != clear):
            return count
        clear = match.intent
    return len(texts)


def _is_polite(text: str, match: Match) -> bool:
    return sign_of(text) is not None or (match.decision is Decision.ANSWER and match.intent in POLITE)


def _kind(work: Work, intent: str) -> str:
    known = work.desk.intents.get(intent)
    return "" if known is None else known.kind
