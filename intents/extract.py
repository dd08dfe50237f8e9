"""Slots: what staff need to know, taken from a message or from an answer that holds several things at once.

The patterns are data of the languages (`data/lexicon/*.yaml`, key `slots`). Every pattern is bounded, so the time is
linear in the length of the text. Those of a language are tried where its letters or digits stand, those of cars,
floors and lines where digits do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from intents import normalise
from intents.language import LANGUAGES
from intents.lexicon import SlotPatterns, shipped_lexicon

_MOBILE = re.compile(r"(?<!\d)(?:\+?82[\s.)-]{0,2})?\(?0?(1[016789])\)?[\s.-]{0,2}(\d{3,4})[\s.-]{0,2}(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<![\d-])(0(?:2|[3-6]\d|70|80))[\s.)-]{1,2}(\d{3,4})[\s.-]{1,2}(\d{4})(?!\d)")
_ABROAD = re.compile(r"(?<![\d+])\+(\d[\d\s().-]{6,18}\d)(?!\d)")
_DIGIT = re.compile(r"\d")
_NO_NAME = re.compile(r"[\d?:;\n]")
_KINDS = ("car", "place", "floor", "line", "since", "name")
_WITHOUT_DIGITS = ("place", "since", "name")
_GAP = "\u0001"
_MOST_LEFT = 3
"""A bare name is believed only where hardly anything else is left."""
_LONGEST_NAME = 30
_MOST_WORDS = 4
_MOST_SYLLABLES = 6
"""In scripts whose letters are syllables."""


def find_slots(text: str) -> Mapping[str, str]:
    """Slots by name: building, unit, floor, line, area, car, since, phone, name; what is not found is absent.

    `phone` is written `010-1234-5678`, a foreign one `+14155552671`; `floor` counts `B1` downwards.
    """
    return MappingProxyType(_read(text)[0])


def words_beside_slots(text: str) -> tuple[str, ...]:
    """What a message says beside its slots: empty for a bare address, number, name or time."""
    found, rest = _read(text)
    patterns = shipped_lexicon().slots
    if "area" in found:
        for known in patterns.values():
            rest = known.area.sub(_GAP, rest)
    names = tuple(found.get("name", _GAP).split())
    return tuple(word for piece in _pieces(rest, patterns) for word in piece.split() if not word.startswith(names))


def name_given(text: str) -> str | None:
    """What somebody wrote who was asked for their name: the name, or None where it can hardly be one."""
    bare = " ".join(normalise.printable(text).split()).strip(" .,!~")
    if not 0 < len(bare) <= _LONGEST_NAME or _NO_NAME.search(bare) or len(bare.split()) > _MOST_WORDS:
        return None
    for patterns in shipped_lexicon().slots.values():
        said = next((hit["name"] for form in patterns.name_answers if (hit := form.fullmatch(bare))), None)
        if said is not None:
            return None if _is_no_name(said, patterns) else said
    for patterns in shipped_lexicon().slots.values():
        end = next((end for end in patterns.name_ends if bare.endswith(end) and len(bare) > len(end) + 1), "")
        if len(end) < 2 and len(bare) > 2 and bare.endswith(patterns.no_name_ends):
            return None
        bare = bare.removesuffix(end).rstrip()
        if _is_no_name(bare, patterns):
            return None
    syllables = sum(language.letters(bare) for language in LANGUAGES.values() if not language.spelt)
    return bare if any(map(str.isalpha, bare)) and syllables <= _MOST_SYLLABLES else None


def _is_no_name(said: str, patterns: SlotPatterns) -> bool:
    lower = said.lower()
    return not patterns.not_names.isdisjoint((lower, lower.partition(" ")[0]))


def _read(text: str) -> tuple[dict[str, str], str]:
    """The slots, and the text with gaps where they stood; areas and bare names are left standing."""
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
    pieces = _pieces(rest, patterns)
    if len(pieces) > _MOST_LEFT or sum(len(piece.split()) for piece in pieces) > _MOST_LEFT + 1:
        return None
    for code, language in LANGUAGES.items():
        known = shipped_lexicon().terms[code]
        for piece in pieces:
            words = piece.split()
            ends = patterns[code].subject_ends
            alone = [word for word in words[:-1] if not (ends and word.endswith(ends))] + words[-1:]
            for candidate in dict.fromkeys((piece, *alone)):
                hit = patterns[code].bare_name.match(candidate)
                if hit is None or hit["name"].lower() in patterns[code].not_names:
                    continue
                if language.fold(hit["name"].lower()) not in known:
                    return hit["name"]
    return None


def _pieces(rest: str, patterns: Mapping[str, SlotPatterns]) -> list[str]:
    """What stands between gaps and signs, without fillers."""
    fillers = frozenset().union(*(p.fillers for p in patterns.values()))
    pieces = [" ".join(_unfilled(piece, fillers)) for piece in re.split(rf"[{_GAP},./:;()\n]+", rest)]
    return [piece for piece in pieces if piece]


def _unfilled(piece: str, fillers: frozenset[str]) -> list[str]:
    return [word for word in piece.split() if word.lower() not in fillers and any(map(str.isalpha, word))]


def _without(text: str, hit: re.Match[str]) -> str:
    return f"{text[: hit.start()]}{_GAP}{text[hit.end() :]}"
