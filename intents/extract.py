"""Slots: what staff need to know, taken from a message or from an answer that holds several things at once.

The patterns are data of the languages (`data/lexicon/*.yaml`, key `slots`); see `slot_reading`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from intents import normalise
from intents.language import LANGUAGES
from intents.letter import read_letter
from intents.lexicon import shipped_lexicon
from intents.patterns import SlotPatterns
from intents.slot_reading import GAP, pieces, read

_WHO = frozenset({"building", "unit", "name", "phone"})
_NO_NAME = re.compile(r"[\d?:;\n]")
_LONGEST_NAME = 30
_MOST_WORDS = 4
_MOST_SYLLABLES = 6
"""In scripts whose letters are syllables."""


def find_slots(text: str) -> Mapping[str, str]:
    """Slots by name: building, unit, floor, line, area, car, since, phone, name; what is not found is absent.

    `phone` is written `010-1234-5678`, a foreign one `+14155552671`; `floor` counts `B1` downwards.
    Whoever says who they are is believed before whatever else looks like a name or a home.
    """
    found = read(text)[0]
    if not found.keys() & _WHO:
        return MappingProxyType(found)
    letter = read_letter(text)
    if letter.told and "area" in found:
        del found["area"]  # the office may be greeted by the name of a place
        found |= {name: value for name, value in read(letter.told)[0].items() if name == "area"}
    return MappingProxyType({**found, **letter.writer})


def words_beside_slots(text: str) -> tuple[str, ...]:
    """What a message says beside its slots: empty for a bare address, number, name or time."""
    found, rest = read(text)
    patterns = shipped_lexicon().slots
    if "area" in found:
        for known in patterns.values():
            rest = known.area.sub(GAP, rest)
    names = tuple(found.get("name", GAP).split())
    return tuple(word for piece in pieces(rest, patterns) for word in piece.split() if not word.startswith(names))


def name_given(text: str) -> str | None:
    """What somebody wrote who was asked for their name: the name, or None where it can hardly be one."""
    bare = _without_leads(" ".join(normalise.printable(text).split()).strip(" .,!~"))
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


def _without_leads(said: str) -> str:
    """The answer behind its yes or no, which may be all of it."""
    for patterns in shipped_lexicon().slots.values():
        if (lead := patterns.name_leads.match(said)) is not None:
            return said[lead.end() :]
    return said


def _is_no_name(said: str, patterns: SlotPatterns) -> bool:
    lower = said.lower()
    if any(map(patterns.name_times.fullmatch, lower.split())):
        return True
    return not patterns.not_names.isdisjoint((lower, lower.partition(" ")[0]))
