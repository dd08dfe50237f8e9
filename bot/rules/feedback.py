"""What an owner is asked after a resolution, and what a typed reply to it means (O10)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.escalation import is_low
from bot.rules.phrases import Phrases, begins, fold, has, made_of, prefix, strip
from bot.rules.stars import read_stars, wavers

_LONGEST = 80
"""Longer messages tell a story of their own; they are not read as an answer unless they begin with one."""


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
    UNCLEAR = "unclear"  # a request, a no beside a yes, two scores: to be asked again


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

    A no counts wherever it stands in a short message, also beside a good score; a yes only when little more than thanks
    goes with it, so that "fixed, but now the door squeaks" closes nothing. "Please solve it" is a no.
    """
    folded = fold(text)
    no = _denial(folded, phrases)
    stars = read_stars(text, phrases, stars_asked=stars_asked)
    if stars is not None and (is_low(stars) or no is None):
        begs = not is_low(stars) and has(folded, phrases("repair-wish"))
        return Typed(Reply.UNCLEAR, weak=True) if begs else Typed(stars=stars)
    if len(folded) <= _LONGEST and has(folded, phrases("unchecked-anywhere")):
        return Typed(Reply.UNCHECKED, weak=True)
    if no is None and wavers(text, phrases, stars_asked=stars_asked):
        return Typed(Reply.UNCLEAR, weak=True)
    return no or _wish(folded, phrases) or _agreement(text, folded, phrases)


def is_thanks(text: str, phrases: Phrases) -> bool:
    """Thanks and nothing else: it answers nothing, and what comes after it is no less of an answer."""
    kinds = ("thanks", "beside-thanks")
    return made_of(fold(text), {kind: phrases(kind) for kind in kinds}, {"thanks"})


def _denial(folded: str, phrases: Phrases) -> Typed | None:
    """ "Not yet", "it still drips", "solved, you say?". "Fine so far" is none."""
    begun = begins(folded, phrases("not-solved")) and not has(folded, phrases("fine-anywhere"))
    if not begun and not (len(folded) <= _LONGEST and has(folded, phrases("not-solved-anywhere"))):
        return None
    mere = [phrase for kind in ("not-solved", "no", "thanks", "beside-thanks") for phrase in phrases(kind)]
    return Typed(Reply.NOT_SOLVED, weak=bool(strip(folded, mere)))


def _wish(folded: str, phrases: Phrases) -> Typed | None:
    """Who asks to have it solved says that it is not; what else somebody could ask for who was asked whether it is
    solved, only they know."""
    kinds = ("repair-wish", "solved-alone", "wish", "urge", "beside-wish", "yes", "thanks", "beside-thanks")
    parts = {kind: phrases(kind) for kind in kinds}
    begging = ({"repair-wish"}, {"solved-alone", "wish"}, {"solved-alone", "urge"})
    if any(made_of(folded, parts, needed) for needed in begging):
        return Typed(Reply.NOT_SOLVED, weak=True)
    asking = any(made_of(folded, parts, {needed}) for needed in ("wish", "urge"))
    return Typed(Reply.UNCLEAR, weak=True) if asking else None


def _agreement(text: str, folded: str, phrases: Phrases) -> Typed | None:
    """Yes, solved, thanks: (nearly) the whole message must be made of them, and nothing in it ask or object."""
    alone = {kind: phrases(kind) for kind in ("solved-alone", "yes", "thanks", "courtesy")}
    if made_of(folded, alone, {"solved-alone"}) and not _contrasts(text, phrases):
        return Typed(Reply.SOLVED)
    kinds = {kind: phrases(kind) for kind in ("solved", "thanks", "beside-thanks", "yes", "no")}
    said: set[str] = set()
    rest = folded
    while rest:
        taken = next(((kind, found) for kind, known in kinds.items() if (found := prefix(rest, known))), None)
        if taken is None:
            break
        said.add(taken[0])
        rest = rest[len(taken[1]) :]
    if "no" in said:
        both = Reply.UNCLEAR if "solved" in said else Reply.NOT_SOLVED
        return None if rest else Typed(both, weak=True)
    asks = folded.endswith(tuple(map(fold, phrases("other-ending")))) or has(folded, phrases("repair-wish"))
    if "solved" in said and len(rest) <= len(folded) // 2 and not _contrasts(text, phrases):
        return Typed(Reply.UNCLEAR, weak=True) if asks else Typed(Reply.SOLVED)
    if not asks and _ends_well(text, folded, phrases):
        return Typed(Reply.SOLVED, weak=True)
    content = ("content", "yes", "thanks", "beside-thanks", "courtesy")
    if made_of(folded, {kind: phrases(kind) for kind in content}, {"content"}) and not _contrasts(text, phrases):
        return Typed(Reply.SOLVED, weak=True)
    return Typed(Reply.SOLVED, weak=True) if "yes" in said and not rest else None


def _ends_well(text: str, folded: str, phrases: Phrases) -> bool:
    """A longer answer whose last words before the thanks say that it is solved: "I got an apology, it is resolved"."""
    if len(folded) > _LONGEST or _contrasts(text, phrases) or has(folded, phrases("no-solved-ending-anywhere")):
        return False
    thanks = [fold(phrase) for kind in ("thanks", "beside-thanks") for phrase in phrases(kind)]
    rest = folded
    while ends := max((phrase for phrase in thanks if rest.endswith(phrase)), key=len, default=""):
        rest = rest[: -len(ends)]
    return rest.endswith(tuple(map(fold, phrases("solved-ending"))))


def _contrasts(text: str, phrases: Phrases) -> bool:
    said = text.lower()
    return bool({"?", "？"} & set(said)) or any(word in said for word in phrases("contrast"))
