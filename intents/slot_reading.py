"""How the slots of a text are found one after another, and what is left of the text between them.

Every pattern is bounded, so the time is linear in the length of the text. Those of a language are tried where its
letters or digits stand, those of cars, floors and lines where digits do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from intents import normalise
from intents.language import LANGUAGES, Language
from intents.lexicon import shipped_lexicon
from intents.patterns import SlotPatterns

_MOBILE = re.compile(r"(?<!\d)(?:\+?82[\s.)-]{0,2})?\(?0?(1[016789])\)?[\s.-]{0,2}(\d{3,4})[\s.-]{0,2}(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<![\d-])(0(?:2|[3-6]\d|70|80))[\s.)-]{1,2}(\d{3,4})[\s.-]{1,2}(\d{4})(?!\d)")
_ABROAD = re.compile(r"(?<![\d+])\+(\d[\d\s().-]{6,18}\d)(?!\d)")
_DIGIT = re.compile(r"\d")
_KINDS = ("car", "place", "floor", "line", "since", "name")
_WITHOUT_DIGITS = ("place", "since", "name")
GAP = "\u0001"
"""Stands where a slot stood."""
_MOST_LEFT = 3
"""A bare name is believed only where hardly anything else is left."""


def read(text: str) -> tuple[dict[str, str], str]:
    """The slots, and the text with gaps where they stood; areas and bare names are left standing."""
    found, rest = _read(text)
    return dict(found), rest


@lru_cache(maxsize=16)
def _read(text: str) -> tuple[Mapping[str, str], str]:
    """One message is read whole, sentence by sentence and behind its greeting: most often that is the same text."""
    found: dict[str, str] = {}
    rest = _take_phone(normalise.printable(text), found)
    patterns = shipped_lexicon().slots
    lower = rest.lower()
    written = [(language, language.letters(lower) > 0) for language in LANGUAGES.values()]
    for language, has_letters in written:
        if has_letters:
            rest = language.numerals(rest)
        if has_letters or _DIGIT.search(rest):
            rest = _take(rest, patterns[language.code], found)
    for language, has_letters in written:
        if has_letters:
            _take_area(rest, patterns[language.code], found)
    if "name" not in found and found.keys() & {"unit", "phone", "building"}:
        name = _bare_name(rest, patterns)
        if name:
            found["name"] = name
    return found, rest


def _take_phone(text: str, found: dict[str, str]) -> str:
    if not _DIGIT.search(text):
        return text
    for pattern in (_MOBILE, _LANDLINE, _ABROAD):
        hit = pattern.search(text)
        if hit is None:
            continue
        if pattern is _MOBILE:
            found["phone"] = f"0{hit[1]}-{hit[2]}-{hit[3]}"
        elif pattern is _LANDLINE:
            found["phone"] = "-".join(hit.groups())
        else:
            found["phone"] = "+" + re.sub(r"\D", "", hit[1])
        return _without(text, hit)
    return text


def _take(text: str, patterns: SlotPatterns, found: dict[str, str]) -> str:
    counted = _DIGIT.search(text) is not None
    for kind in _KINDS if counted else _WITHOUT_DIGITS:
        for pattern in patterns.patterns[kind]:
            hit = pattern.search(text)
            if hit is None:
                continue
            values = {slot: value for slot, value in _values(hit) if slot not in found}
            if "name" in values and values["name"].lower() in patterns.not_names:
                continue
            if values:
                found.update(values)
                text = _without(text, hit)
    return text


def _values(hit: re.Match[str]) -> Iterator[tuple[str, str]]:
    below = False
    for group, value in hit.groupdict().items():
        if value is None:
            continue
        if group == "basement":
            below = True
        elif group == "basement_floor":
            yield "floor", f"B{value}"
        elif group == "floor":
            yield "floor", _floor(value, below)
        elif group == "car":
            yield group, re.sub(r"[\s-]", "", value).upper()
        elif group in ("building", "unit"):
            yield group, value.upper()
        else:
            yield group, " ".join(value.split())


def _floor(value: str, below: bool) -> str:
    return f"B{value}" if below else value.upper()


def _take_area(text: str, patterns: SlotPatterns, found: dict[str, str]) -> None:
    if "area" not in found and (hit := patterns.area.search(text)):
        found["area"] = hit[0].lower()


def _bare_name(rest: str, patterns: Mapping[str, SlotPatterns]) -> str | None:
    """A name that stands alone beside a unit or number: everything else must be gone but a filler or two."""
    left = pieces(rest, patterns)
    if len(left) > _MOST_LEFT or sum(len(piece.split()) for piece in left) > _MOST_LEFT + 1:
        return None
    for code, language in LANGUAGES.items():
        for piece in left:
            words = piece.split()
            ends = patterns[code].subject_ends
            alone = [word for word in words[:-1] if not (ends and word.endswith(ends))] + words[-1:]
            for candidate in dict.fromkeys((piece, *alone)):
                if (name := name_of(candidate, patterns[code], language)) is not None:
                    return name
    return None


def name_of(candidate: str, patterns: SlotPatterns, language: Language) -> str | None:
    """The name that the words are, as the language writes names; None for words of any matter."""
    hit = patterns.bare_name.match(candidate)
    if hit is None or hit["name"].lower() in patterns.not_names:
        return None
    known = language.fold(hit["name"].lower()) in shipped_lexicon().terms[language.code]
    return None if known or _is_word(hit["name"], patterns, language) else hit["name"]


def _is_word(name: str, patterns: SlotPatterns, language: Language) -> bool:
    """Whether without an ending it is, or begins, what the lexicon speaks of ("도둑요", "연기요")."""
    begun = shipped_lexicon().stretches[language.code]
    bases = (name.removesuffix(end).strip().lower() for end in patterns.name_ends if name.endswith(end))
    return any(base in patterns.not_names or language.fold(base) in begun for base in bases if len(base) > 1)


def pieces(rest: str, patterns: Mapping[str, SlotPatterns]) -> list[str]:
    """What stands between gaps and signs, without fillers."""
    fillers = frozenset().union(*(p.fillers for p in patterns.values()))
    found = [" ".join(_unfilled(piece, fillers)) for piece in re.split(rf"[{GAP},./:;()\n]+", rest)]
    return [piece for piece in found if piece]


def _unfilled(piece: str, fillers: frozenset[str]) -> list[str]:
    return [word for word in piece.split() if word.lower() not in fillers and any(map(str.isalpha, word))]


def _without(text: str, hit: re.Match[str]) -> str:
    return f"{text[: hit.start()]}{GAP}{text[hit.end() :]}"
