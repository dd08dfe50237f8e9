"""The lexicons: words by concept in each language, and the rules that make an emergency of them.

They live in `data/lexicon/<language>.yaml` and `rules.yaml` and are shared by every catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from intents import lexicon_file, patterns
from intents.language import LANGUAGES, Language
from intents.patterns import SlotPatterns

FIGURE = "figure"
"""The concept of figures of speech and harmless compounds: hides words of danger that stand inside it."""
LOCKED_OUT = "locked_out"
"""The concept of who cannot get into the flat: in no danger, as in a figure of speech, but for what is left inside."""
VEILS = frozenset(
    {FIGURE, LOCKED_OUT, "locked_in", "helpers_here", "fire_engine_here", "police_here", "police_station"}
)
"""Concepts that hide words of danger inside them: "119 왔어요" calls for nobody, "밖에 갇혔어요" is in no lift."""
LEAKING_APPLIANCE = frozenset({"appliance", "leak"})
"""Water on the floor of one kitchen, unless a rule says more."""
ELSEWHERE = "elsewhere"
"""The concept of what is somebody else's business: shops, authorities."""
OTHER_COMPLEX = "other_complex"
"""The concept of what is somebody else's business whatever stands beside it."""
TOLD = "told"
"""The concept of news and films: what happens there happens to nobody here."""
OURS = "ours"
"""The concept of the complex itself: with it a shop or an authority is only part of the story."""

_SHIPPED = Path(__file__).resolve().parent / "data" / "lexicon"

_BOUND = "|"
"""Before or after a term: there a word begins or ends. The concept of such a term carries it where it stands."""

STRENGTHS = ("none", "possible", "certain", "cry")
OUTRANKS = "outranks"
"""As strong as certain, is never passed over, and its id wins over every other (taxonomy: tie-breaks)."""
INSISTS = "insists"
"""As strong as certain, and is never passed over."""
ASKS = "asks"
"""Is never passed over, and without another rule never certain: the words leave open whether anybody is in danger."""

_DENIALS = ("denial.before", "denial.after")
_NO_DENIAL = "no_denial"
"""The concept of what has the words of a denial and denies no danger ("nobody answers", "아닌가")."""
MODIFIERS = ("denial", "hypothetical", "past")


@dataclass(frozen=True, slots=True)
class Rule:
    """Concepts that must stand close together for an emergency id."""

    intent: str
    strength: int
    outranks: bool
    insists: bool
    asks: bool
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found in a text, with the span of characters."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms by language and folded key; a concept of a modifier is named `denial.before`, `past.after`, … Where a word
    must begin or end with the term, a `|` stands before or after its concept."""

    terms: Mapping[str, Mapping[str, tuple[str, ...]]]
    stretches: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The same, and besides everything with which a term begins, without concepts: where a search goes on."""
    rules: tuple[Rule, ...]
    joining_words: frozenset[str]
    joining_ends: tuple[str, ...]
    """Words after which another wish may begin, and endings of such words in unspaced languages."""
    common: Mapping[str, frozenset[str]]
    """Words that are never taken for a misspelling or for Korean in the wrong keyboard mode."""
    dangers: frozenset[str]
    """Concepts that rules speak of."""
    slots: Mapping[str, SlotPatterns]
    courtesies: re.Pattern[str]
    """Greetings and thanks with which a message begins, with whatever signs stand between them and the rest."""
    frame: re.Pattern[str]
    """A sentence of a letter that greets, addresses, thanks or wishes well, and nothing else."""
    introducing: re.Pattern[str]
    """What stands before a name, and around homes and numbers, where somebody says who writes; a gap is a slot."""
    introduced: re.Pattern[str]
    """One word or phrase of the same, as it stands behind a name."""
    sentence_end: re.Pattern[str]
    """Where a sentence ends, with or without a sign."""
    abuse: re.Pattern[str]
    """Words at which people are hurt, of all languages: most owners swear in the one that they grew up with."""
    once: re.Pattern[str]
    """What is told as past, without a word that names the time: "the home that burnt", "was there a fire?"."""
    asked: re.Pattern[str]
    """The end of a question."""

    def find(self, language: Language, line: list[str], spans: list[tuple[int, int]]) -> list[Hit]:
        """Every concept in the tokens of a language; dangers that begin inside one that hides them are left out (but
        for longer ones: "매달려" is no "매달"), and so are denials that begin inside a danger ("의식 없음")."""
        hits = [
            Hit(concept.strip(_BOUND), spans[first][0], spans[after - 1][1])
            for concepts, first, after in language.terms(line, self.stretches[language.code])
            for concept in concepts
            if _BOUND not in concept or _is_bounded(concept, spans, first, after)
        ]
        veils = [hit for hit in hits if hit.concept in VEILS]
        if veils:
            hidden = self.dangers - VEILS
            hits = [hit for hit in hits if hit.concept not in hidden or not _inside(hit, veils)]
        if not any(hit.concept in _DENIALS for hit in hits):
            return hits
        others = [hit for hit in hits if hit.concept in self.dangers or hit.concept == _NO_DENIAL]
        return [hit for hit in hits if hit.concept not in _DENIALS or not _inside(hit, others)]


def _is_bounded(concept: str, spans: list[tuple[int, int]], first: int, after: int) -> bool:
    """Whether words begin and end where the concept says so; without a space between them letters are of one word."""
    if concept.startswith(_BOUND) and first > 0 and spans[first - 1][1] == spans[first][0]:
        return False
    return not (concept.endswith(_BOUND) and after < len(spans) and spans[after - 1][1] == spans[after][0])


def _inside(hit: Hit, others: list[Hit]) -> bool:
    """Whether it begins inside one of the others, unless at its beginning and reaching further."""
    return any(
        other.start <= hit.start < other.end and not (other.start == hit.start and other.end < hit.end)
        for other in others
    )


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with the package, read once. Raises CatalogueError."""
    return read_lexicon(_SHIPPED)


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon of a folder. Raises CatalogueError with file and line for what is missing, misspelt or no pattern."""
    rules_file, places = folder / "rules.yaml", {code: folder / f"{code}.yaml" for code in LANGUAGES}
    files = {code: lexicon_file.read(file, lexicon_file.LANGUAGE) for code, file in places.items()}
    known = frozenset(concept for content in files.values() for concept in content["concepts"])
    rules = tuple(_rules(lexicon_file.read_rules(rules_file, (*STRENGTHS, OUTRANKS, INSISTS, ASKS), known)))
    try:
        return _lexicon(files, rules)
    except re.error as error:
        raise lexicon_file.bad_pattern(files, places, error) from error


def _lexicon(files: Mapping[str, Mapping[str, Any]], rules: tuple[Rule, ...]) -> Lexicon:
    terms = {code: _terms(LANGUAGES[code], content) for code, content in files.items()}
    return Lexicon(
        terms=terms,
        stretches={
            code: {key[:end]: () for key in keys for end in range(1, len(key))} | keys for code, keys in terms.items()
        },
        rules=rules,
        joining_words=frozenset(_joiners(files, spelt=True)),
        joining_ends=tuple(_joiners(files, spelt=False)),
        common={code: frozenset(map(str, content["common"])) for code, content in files.items()},
        dangers=frozenset(concept for rule in rules for concept in rule.concepts),
        slots={code: patterns.slots(content["slots"]) for code, content in files.items()},
        **patterns.letters(list(files.values())),
        courtesies=patterns.courtesies([line for content in files.values() for line in content["courtesies"]]),
        abuse=re.compile(_any(files, "abuse"), re.IGNORECASE),
        once=re.compile(_any(files, "once"), re.IGNORECASE),
        asked=re.compile(rf"(?:[?？]|{_any(files, 'asked')})[?？!.~\s]*$", re.IGNORECASE),
    )


def _any(files: Mapping[str, Mapping[str, Any]], key: str) -> str:
    """The patterns of all languages as one."""
    return "|".join(line for content in files.values() for line in content[key])


def _joiners(files: Mapping[str, Mapping[str, Any]], spelt: bool) -> list[str]:
    return [
        str(word) for code, content in files.items() if LANGUAGES[code].spelt == spelt for word in content["joiners"]
    ]


def lexicon_files() -> list[Path]:
    """The files of the shipped lexicon, for the key of cached weights."""
    return sorted(_SHIPPED.glob("*.yaml"))


def _terms(language: Language, content: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}

    def add(concept: str, forms: Iterable[Any]) -> None:
        for form in forms:
            written = str(form).lower()
            key = language.fold(written.replace(_BOUND, ""))
            if not key:
                # A term in another language's letters ("cctv" among Korean words) is that language's to find.
                continue
            begins = _BOUND if written.removeprefix("=").startswith(_BOUND) else ""
            ends = _BOUND if written.endswith(_BOUND) else ""
            concepts = found.setdefault(key, [])
            if f"{begins}{concept}{ends}" not in concepts:
                concepts.append(f"{begins}{concept}{ends}")

    for concept, forms in content["concepts"].items():
        add(concept, forms)
    for modifier in MODIFIERS:
        for side, forms in content[modifier].items():
            add(f"{modifier}.{side}", forms)
    add("now", content["now"])
    return {key: tuple(concepts) for key, concepts in found.items()}


def _rules(content: Mapping[str, Mapping[str, list[str]]]) -> Iterable[Rule]:
    for intent, strengths in content.items():
        for strength, lines in strengths.items():
            for line in lines:
                outranks = strength == OUTRANKS
                insists = strength == INSISTS
                asks = strength == ASKS
                level = STRENGTHS.index("certain" if outranks or insists else "none" if asks else strength)
                yield Rule(intent, level, outranks, insists, asks, tuple(part.strip() for part in line.split("+")))
