"""A score in typed words: one to five stars (O10)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.rules.phrases import Phrases, begins, fold, has, made_of, strip

MAX_STARS = 5
_LONGEST = 80
"""Longer messages tell a story of their own."""
_STAR_SIGNS = re.compile(r"[★⭐🌟]")
_NUMBER = r"\d+(?:\.\d+)?"
_MIDDLING = 3
_GRADES = range(1, MAX_STARS + 1)


def read_stars(text: str, phrases: Phrases, *, stars_asked: bool = False) -> int | None:
    """1 to 5 from "5점", "별 네 개", "★★★★", "1점" behind "5점 만점에"; a bare "4" or "네 개" only when stars were just
    asked for. None where two scores are named, or a good one only to say that it is not given."""
    signs = len(_STAR_SIGNS.findall(text))
    if signs:
        kinds = ("thanks", "beside-thanks", "stars-name", "stars-giving")
        beside = strip(fold(text), [phrase for kind in kinds for phrase in phrases(kind)])
        return signs if signs <= MAX_STARS and not beside else None
    named = _scores(text, phrases, stars_asked)
    if len(named) != 1 or not named <= set(map(float, _GRADES)):
        return None
    stars = int(*named)
    withheld = stars >= _MIDDLING and has(fold(text), phrases("stars-withheld-anywhere"))
    return None if withheld else stars


def wavers(text: str, phrases: Phrases, *, stars_asked: bool = False) -> bool:
    """Whether a message names scores, and yet none that could be taken for the one that is meant."""
    named = _scores(text, phrases, stars_asked)
    return bool(named) and read_stars(text, phrases, stars_asked=stars_asked) is None


def _scores(text: str, phrases: Phrases, stars_asked: bool) -> set[float]:
    """Every score that the words name; nothing is one star, for there are no fewer."""
    said = text.strip().lower()
    if len(said) > _LONGEST:
        return set()
    rest = _scale(phrases("stars-scale")).sub(" ", said)
    scaled = rest != said
    found = set(_numbered(rest, phrases)) or set(re.findall(_NUMBER, rest) if scaled else ())
    if not found and stars_asked:
        bare = re.fullmatch(rf"({_NUMBER})\s*{_one_of(phrases('stars-bare'))}?[\s.!~]*", rest)
        found = {bare[1]} if bare is not None and float(bare[1]) <= MAX_STARS else set()
    scores = {max(1.0, float(number)) for number in found}
    folded = fold(rest)
    scores |= {n for n in _GRADES if _is_counted(folded, n, phrases, stars_asked=stars_asked)}
    if stars_asked or scaled:
        said_apart = {folded, *(map(fold, rest.split()) if scaled else ())}
        scores |= {n for n in _GRADES if said_apart & set(map(fold, phrases(f"stars-counted-{n}")))}
    named = {n: phrases(f"stars-{n}") for n in _GRADES}
    if scores or any(begins(folded, words) for words in named.values()):
        scores |= {n for n, words in named.items() if has(folded, words)}
    return scores


def _is_counted(folded: str, grade: int, phrases: Phrases, *, stars_asked: bool) -> bool:
    """ "다섯 개 드릴게요", "I'd give it a 4": a number and that it is given, and nothing else; where stars were
    asked for, the number may stand with less."""
    bare = (str(grade), *(f"{grade}{unit}" for unit in phrases("stars-bare")))
    parts = {kind: phrases(kind) for kind in ("stars-giving", "stars-beside", "stars-name", "thanks", "beside-thanks")}
    parts["count"] = (*phrases(f"stars-counted-{grade}"), *bare)
    return made_of(folded, parts, {"count"} if stars_asked else {"count", "stars-giving"})


def _numbered(said: str, phrases: Phrases) -> list[str]:
    """Digits with a word that makes them a score, before or behind them; both ends of a range."""
    if not any(map(str.isdigit, said)):
        return []
    behind = rf"(?<![\d.])((?:{_NUMBER}\s*[-~∼]\s*)?{_NUMBER})\s*{_one_of(phrases('stars-unit'))}(?![a-z\d])"
    before = rf"(?<!\w){_one_of(phrases('stars-name'))}\s*({_NUMBER})"
    found = [*re.findall(behind, said), *re.findall(before, said)]
    return [number for one in found for number in re.findall(_NUMBER, one)]


@lru_cache(maxsize=8)
def _scale(phrases: Sequence[str]) -> re.Pattern[str]:
    """What names the scale and no score on it ("out of 5"), however it is spaced."""
    spaced = (r"\s*".join(map(re.escape, phrase.replace(" ", ""))) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile("|".join(rf"(?<![\d.]){one}(?!\d)" if one[0].isdigit() else rf"{one}(?!\d)" for one in spaced))


@lru_cache(maxsize=16)
def _one_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
