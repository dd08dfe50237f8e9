"""Letters: what frames a message (whom it greets, who writes, thanks and wishes), and what it tells inside that frame.

The patterns are data of the languages (`data/lexicon/*.yaml`, key `letters`). A sentence belongs to the frame only
where nothing else stands in it, so that no word of the matter is ever taken for courtesy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from intents import normalise
from intents.courtesy import without_courtesy
from intents.language import LANGUAGES
from intents.lexicon import shipped_lexicon
from intents.slot_reading import name_of, read

_WHO = frozenset({"building", "unit", "name", "phone"})
_LONGEST = 100
"""Characters of a sentence that does nothing but greet, thank or say who writes."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`told`: what is left without the frame; empty where there is no frame, or nothing in it. `writer`: building,
    unit, name and phone, as far as whoever writes says them of themselves."""

    told: str
    writer: Mapping[str, str]


def read_letter(text: str) -> Letter:
    """The message, taken apart."""
    kept: list[str] = []
    writer: dict[str, str] = {}
    framed = closed = False
    for sentence, end in _sentences(normalise.shorten(text)):
        words = normalise.printable(sentence)
        if not words:
            continue
        short = len(words) <= _LONGEST
        said = _introduction(words) if short else None
        if said is None and closed and short:
            said = _signature(words)
        # Behind the matter a home that stands alone may be anybody's: where the noise comes from, say.
        if said is not None and (not kept or said.keys() & {"name", "phone"}):
            writer = {**said, **writer}
        polite = said is None and short and shipped_lexicon().frame.fullmatch(words) is not None
        if said is None and not polite:
            kept.append(f"{sentence}{end}")
        closed = polite and bool(kept)
        framed = framed or said is not None or polite
    told = "".join(kept).strip(" ,，、\n") if framed else ""
    return Letter(without_courtesy(told) or told, MappingProxyType(writer))


def _introduction(words: str) -> dict[str, str] | None:
    """What a sentence says of its writer that says nothing else; None for any other."""
    found, rest = read(words)
    if not found or not found.keys() <= _WHO:
        return None
    lexicon = shipped_lexicon()
    begin = lexicon.introducing.match(rest)
    start = begin.end() if begin is not None else 0
    if start < len(rest):
        name = _name(rest[start : _behind_name(rest, start)].strip())
        return None if name is None else {**found, "name": name}
    if found.get("name", "") in rest:
        found.pop("name", None)  # it was a guess, and is one of the words around the number
    return found if found.keys() - {"building"} else None


def _signature(words: str) -> dict[str, str] | None:
    """The name right behind thanks or regards."""
    name = _name(words[: _behind_name(words, 0)].strip())
    return None if name is None else {"name": name}


def _behind_name(words: str, start: int) -> int:
    """The first place from which on nothing stands but what stands behind a name; the end where there is none. What was
    seen not to lead to the end is not followed again, so the time is linear in the length."""
    piece = shipped_lexicon().introduced
    astray: set[int] = set()
    for begin in range(start, len(words)):
        place = begin
        while place not in astray:
            if place == len(words):
                return begin
            astray.add(place)
            hit = piece.match(words, place)
            if hit is not None:
                place = hit.end()
    return len(words)


def _name(words: str) -> str | None:
    patterns = shipped_lexicon().slots
    names = (name_of(words, patterns[code], language) for code, language in LANGUAGES.items())
    return next(filter(None, names), None)


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence, also one that only a comma or its last word ends, with the signs behind it."""
    start = 0
    for end in shipped_lexicon().sentence_end.finditer(text):
        yield text[start : end.start()], end[0]
        start = end.end()
    if start < len(text):
        yield text[start:], ""
