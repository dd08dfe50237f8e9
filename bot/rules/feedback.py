"""What an owner is asked after a resolution, and what a typed reply to it means (O10)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.phrases import Phrases, begins, fold, has, prefix, strip

MAX_STARS = 5
_LONGEST = 80
"""Longer messages tell a story of their own; they are not read as an answer unless they begin with one."""
_STAR_SIGNS = re.compile(r"[★⭐🌟]")


class Question(StrEnum):
    """What the pushed conclusion asks. The value is a part of text keys."""

    SOLVED = "solved"  # "is it solved?", then stars
    TOLD = "told"  # only told, with a way back; the office could not do more than that
    NONE = "none"  # nothing is pushed


class Reply(StrEnum):
    """What a typed reply says about "is it solved?"."""

    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    UNCHECKED = "unchecked"  # not looked yet: neither yes nor no


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed reply. `weak`: it could be about anything, so it counts only right after the question."""

    reply: Reply | None = None
    stars: int | None = None
    weak: bool = False


def question_for(kind: str, handling: str | None, outcome: str | None) -> Question:
    """A score is asked only where the office could solve the matter: not for neighbours' noise (handling "advise"),
    praise and suggestions, nor for what was referred, declined or joined with another matter."""
    if outcome in ("duplicate", "withdrawn"):
        return Question.NONE
    if handling is not None or kind == "feedback" or outcome not in (None, "fixed", "explained"):
        return Question.TOLD
    return Question.SOLVED


def read_reply(text: str, phrases: Phrases, *, stars_asked: bool = False) -> Typed | None:
    """What a whole message says, or None when it is about something else. Thanks alone are never an answer.

    A no counts wherever it stands in a short message; a yes only when little more than thanks goes with it, so that
    "fixed, but now the door squeaks" closes nothing. "Fine so far" is not a "not yet".
    """
    stars = read_stars(text, phrases, stars_asked=stars_asked)
    if stars is not None:
        return Typed(stars=stars)
    folded = fold(text)
    if not folded:
        return None
    short = len(folded) <= _LONGEST
    if short and has(folded, phrases("unchecked-anywhere")):
        return Typed(Reply.UNCHECKED, weak=True)
    no = (*phrases("not-solved"), *phrases("no"), *phrases("thanks"))
    begun = begins(folded, phrases("not-solved")) and not has(folded, phrases("fine-anywhere"))
    if begun or (short and has(folded, phrases("not-solved-anywhere"))):
        return Typed(Reply.NOT_SOLVED, weak=bool(strip(folded, no)))
    return _agreement(text, folded, phrases)


def is_thanks(text: str, phrases: Phrases) -> bool:
    """Thanks and nothing else: it answers nothing, and what comes after it is no less of an answer."""
    folded = fold(text)
    return bool(folded) and not strip(folded, phrases("thanks"))


def read_stars(text: str, phrases: Phrases, *, stars_asked: bool = False) -> int | None:
    """1 to 5 from "5점", "별 네 개", "★★★★", "4 stars"; a bare "4" or "네 개" only when stars were just asked for."""
    folded = fold(text)
    signs = len(_STAR_SIGNS.findall(text))
    if signs:
        return signs if signs <= MAX_STARS and not strip(folded, phrases("thanks")) else None
    said = text.strip().lower()
    if len(said) > _LONGEST:
        return None
    found = _numbered(said, phrases)
    if found is None and stars_asked:
        found = re.fullmatch(rf"([1-5])\s*{_one_of(phrases('stars-bare'))}?[\s.!~]*", said)
    if found is not None:
        return int(found[1])
    scores = range(1, MAX_STARS + 1)
    counted = (n for n in scores if stars_asked and folded and not strip(folded, phrases(f"stars-counted-{n}")))
    return next(counted, next((n for n in scores if begins(folded, phrases(f"stars-{n}"))), None))


def _agreement(text: str, folded: str, phrases: Phrases) -> Typed | None:
    """Yes, solved, thanks: (nearly) the whole message must be made of them."""
    kinds = {kind: phrases(kind) for kind in ("solved", "thanks", "yes", "no")}
    said: set[str] = set()
    rest = folded
    while rest:
        taken = next(((kind, found) for kind, known in kinds.items() if (found := prefix(rest, known))), None)
        if taken is None:
            break
        said.add(taken[0])
        rest = rest[len(taken[1]) :]
    if "no" in said:
        return Typed(Reply.NOT_SOLVED, weak=True) if not rest and "solved" not in said else None
    if "solved" in said and len(rest) <= len(folded) // 2 and not _contrasts(text, phrases):
        return Typed(Reply.SOLVED)
    return Typed(Reply.SOLVED, weak=True) if "yes" in said and not rest else None


def _numbered(said: str, phrases: Phrases) -> re.Match[str] | None:
    """A digit with a word that makes it a score, before or behind it."""
    behind = rf"(?<![\d.])([1-5])\s*{_one_of(phrases('stars-unit'))}(?![a-z\d])"
    before = rf"{_one_of(phrases('stars-name'))}\s*([1-5])(?!\d)"
    return re.search(behind, said) or re.search(before, said)


def _one_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def _contrasts(text: str, phrases: Phrases) -> bool:
    said = text.lower()
    return bool({"?", "？"} & set(said)) or any(word in said for word in phrases("contrast"))
