"""The emergency gate's own evidence: rules over concepts, with denial, hypothesis and past weighed.

Built for recall: words in any order and close together are enough, for messages in danger are short and broken.
The trained model is the second witness; `intents.decide` weighs the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intents.features import Reading
from intents.lexicon import (
    ELSEWHERE,
    FIGURE,
    LEAKING_APPLIANCE,
    LOCKED_OUT,
    OTHER_COMPLEX,
    OURS,
    STRENGTHS,
    TOLD,
    Hit,
    Lexicon,
    Rule,
)

_WINDOW = 60.0
"""Longest stretch of characters over which the words of a rule still belong together, in a language of usual room."""
CERTAIN = STRENGTHS.index("certain")
CRY = STRENGTHS.index("cry")
_FEW_LETTERS = 20.0
"""So few letters, counted as Latin ones, that a message without a word of danger hardly tells of any."""
_CURT = 30.0
"""In so few of them the model alone, without a rule, makes nobody certain."""
_SHORT = 5.0
"""A cry is a message of so few words."""
_REACH = 14.0
"""How far a denial or a condition reaches, in such characters."""
_NEAR = 5.0
"""How near a denial stands before the word that it denies, if others of the rule come first."""

_QUESTION = frozenset("?？")
_CALMLY_ASKED = frozenset({"anybody_there", "police_station"})
_SOMEBODY_ELSE = frozenset({"stranger", "shared", "inside"})
_HELP = "help_cry"
_SENTENCE_END = re.compile(r"[.!?…。！？\n]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules found: strength 0 (nothing), 1 (possible), 2 (certain), 3 (a cry) of what is asserted.

    `intents` are the ids that it speaks for, strongest first. `denied`, `hypothetical` and `past` tell that
    something was found but is negated, supposed or over; `taken_back` that the writer says so ("it turned out …"),
    `figurative` that words of danger stand in a figure of speech or a harmless compound ("gas bill").
    `brief` tells that the message has few letters, `curt` that it has few more; `silent` that moreover, or in a calm
    question of few more, no word begins a rule, or all that do are denied: the model is hardly a witness to what "I'm
    waiting" and "no smoke" mean. `winner` is the id of a rule that outranks all others, in a curt message else the only
    one that the words name, two of them together. `insists` tells of what is not to be passed over, whatever the model
    thinks: a rule that outranks, or one that is certain in a few letters, which leave no room for a story.
    `asks` tells of a rule whose words leave open whether anybody is in danger: one question, and no instructions.
    `elsewhere` has nothing to do with danger: somebody else's business is spoken of, a shop's or an authority's, and
    nothing of the complex. `told` tells that news or a film is spoken of. `named` holds, by id, the concepts of each
    rule but the cries: what the words themselves name, where a cry could be for anything.
    """

    strength: int = 0
    intents: tuple[str, ...] = ()
    denied: bool = False
    hypothetical: bool = False
    past: bool = False
    taken_back: bool = False
    figurative: bool = False
    brief: bool = False
    silent: bool = False
    winner: str | None = None
    insists: bool = False
    asks: bool = False
    elsewhere: bool = False
    told: bool = False
    curt: bool = False
    named: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """False when all that was found is negated or taken back, when a few letters follow no rule, or when words of
        danger stand in a figure of speech and no rule speaks of others: then nothing is."""
        if self.taken_back or (self.figurative and not self.strength):
            return False
        if self.brief and not self.strength:
            return False
        return self.strength > 0 or not self.denied

    @property
    def may_be_certain(self) -> bool:
        """Whether the weighing decides: a cry is certain without it, what is told of elsewhere is never."""
        if self.silent or self.told or self.strength == CRY or (self.curt and not self.strength):
            return False
        return self.holds

    @property
    def stands_alone(self) -> bool:
        """Whether it is certain without a model's word: nothing in the message weakens it or speaks of others."""
        weak = self.denied or self.hypothetical or self.past or self.taken_back or self.figurative
        return self.strength >= CERTAIN and not (weak or self.told or self.elsewhere)

    def numbers(self) -> tuple[float, ...]:
        """The evidence as numbers for the weighing."""
        weak = self.denied or self.hypothetical
        return (
            float(self.strength >= 1),
            float(self.strength >= 2),
            float(weak and self.strength == 0),
            float(weak and self.strength > 0),
            float(self.past),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule whose words stand together, and whether they are denied or supposed there."""

    rule: Rule
    denied: bool
    supposed: bool


def evidence(reading: Reading, lexicon: Lexicon) -> Evidence:
    """Apply every rule to a reading."""
    places: dict[str, list[Hit]] = {}
    for hit in reading.hits:
        places.setdefault(hit.concept, []).append(hit)
    about = _circumstances(reading, lexicon, places)
    if not lexicon.dangers & places.keys():
        return about
    found = list(_found(reading, lexicon, places))
    asserted = [one.rule for one in found if not one.denied and not one.supposed]
    strength = max((rule.strength for rule in asserted), default=0)
    denied, past = any(one.denied for one in found), bool(found) and _is_past(places)
    outranking = next((rule.intent for rule in reversed(asserted) if rule.outranks), None)
    insists = any(rule.insists or (about.brief and rule.strength == CERTAIN) for rule in asserted)
    return replace(
        about,
        strength=strength,
        intents=_strongest_first(asserted),
        denied=denied,
        hypothetical=any(one.supposed for one in found),
        past=past,
        taken_back="denial.far" in places,
        figurative=about.figurative or (not strength and _is_repair(places)),
        silent=about.silent or (about.brief and denied and not strength),
        winner=outranking or (_only_kind(asserted) if about.curt else None),
        insists=outranking is not None or (insists and not about.figurative and not past),
        asks=any(rule.asks for rule in asserted) and not past,
        named=_named(asserted),
    )


def _circumstances(reading: Reading, lexicon: Lexicon, places: Mapping[str, Sequence[Hit]]) -> Evidence:
    """What the words are about, and how many they are, before any rule is asked."""
    letters = _letters(reading)
    brief = letters <= _FEW_LETTERS
    curt = letters <= _CURT
    little = brief or (curt and _asks_calmly(reading, places))
    return Evidence(
        figurative=FIGURE in places,
        brief=brief,
        silent=little and not any(rule.concepts[0] in places for rule in lexicon.rules),
        elsewhere=OTHER_COMPLEX in places or (ELSEWHERE in places and OURS not in places),
        told=TOLD in places,
        curt=curt,
    )


def _is_repair(places: Mapping[str, Sequence[Hit]]) -> bool:
    """A door that lets nobody in, an appliance that leaks."""
    return LOCKED_OUT in places or places.keys() >= LEAKING_APPLIANCE


def _asks_calmly(reading: Reading, places: Mapping[str, Sequence[Hit]]) -> bool:
    """Whether anybody is there, where the police station is: nobody in danger asks that, unless of a stranger."""
    asked = _CALMLY_ASKED & places.keys() and not _SOMEBODY_ELSE & places.keys()
    return bool(asked and _QUESTION & set(reading.text))


def _found(reading: Reading, lexicon: Lexicon, places: dict[str, list[Hit]]) -> Iterator[_Found]:
    """Every rule at each place where its words stand together; a cry in a short message, or a short sentence of its
    own, only."""
    short, room = _size(reading) <= _SHORT, _room(reading)
    for rule in lexicon.rules:
        if rule.concepts[0] not in places:
            continue
        for used in _places(rule, places, _WINDOW * room):
            if rule.strength == CRY and not short and not _stands_in_few_words(reading, used[0]):
                continue
            start, end = min(hit.start for hit in used), max(hit.end for hit in used)
            denied = _reaches("denial", places, start, end, _REACH * room) or _is_denied_within(used, places, room)
            yield _Found(rule, denied, _reaches("hypothetical", places, start, end, _REACH * room))


def _strongest_first(asserted: Iterable[Rule]) -> tuple[str, ...]:
    """Of ids that are equally strong, that whose words say the most: sparks at a socket before sparks."""
    strongest: dict[str, tuple[int, int]] = {}
    for rule in asserted:
        strength, words = strongest.get(rule.intent, (0, 0))
        strongest[rule.intent] = max(strength, rule.strength), max(words, len(rule.concepts))
    return tuple(sorted(strongest, key=lambda intent: strongest[intent], reverse=True))


def _only_kind(asserted: Sequence[Rule]) -> str | None:
    """The one id that the words name, two of them together: who guesses another of so few letters misreads them."""
    kinds = {rule.intent for rule in asserted}
    told = any(len(rule.concepts) > 1 and _HELP not in rule.concepts for rule in asserted)
    return kinds.pop() if told and len(kinds) == 1 else None


def _named(asserted: Iterable[Rule]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    named: dict[str, tuple[tuple[str, ...], ...]] = {}
    for rule in asserted:
        if rule.strength != CRY:
            named[rule.intent] = (*named.get(rule.intent, ()), rule.concepts)
    return named


def _size(reading: Reading) -> float:
    """Length in words."""
    return sum(len(line.tokens) / line.language.word for line in reading.lines)


def _stands_in_few_words(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence is short in which it stands."""
    start = max((end.end() for end in _SENTENCE_END.finditer(reading.text, 0, hit.start)), default=0)
    found = _SENTENCE_END.search(reading.text, hit.end)
    end = found.start() if found is not None else len(reading.text)
    words = 0.0
    for line in reading.lines:
        words += sum(start <= place < end for place, _ in line.spans) / line.language.word
    return words <= _SHORT


def _letters(reading: Reading) -> float:
    """Letters, each by its worth."""
    return sum(line.language.letters(reading.text) * line.language.worth for line in reading.lines)


def _room(reading: Reading) -> float:
    """The room that the language of most letters takes."""
    lines = [(line.language.letters(reading.text) * line.language.worth, line.language.room) for line in reading.lines]
    return max(lines, default=(0.0, 1.0))[1]


def _places(rule: Rule, places: dict[str, list[Hit]], window: float) -> Iterable[list[Hit]]:
    """Hits of all concepts of the rule that stand close together, for each place of its first concept."""
    if any(concept not in places for concept in rule.concepts):
        return
    for first in places[rule.concepts[0]][:8]:
        start, end = first.start, first.end
        used = [first]
        for concept in rule.concepts[1:]:
            nearest = min(places[concept], key=lambda hit: max(hit.start - end, start - hit.end))
            start, end = min(start, nearest.start), max(end, nearest.end)
            used.append(nearest)
        if end - start <= window:
            yield used


def _is_denied_within(used: Sequence[Hit], places: dict[str, list[Hit]], room: float) -> bool:
    """True when one of the words itself is denied, with others before it: "lift stopped, nobody is inside"."""
    denials = places.get("denial.before", ())
    return any(0 <= hit.start - denial.end <= _NEAR * room for denial in denials for hit in used)


def _reaches(modifier: str, places: dict[str, list[Hit]], start: int, end: int, reach: float) -> bool:
    """True when such a word stands close before or after the span, or anywhere after it if it takes all back."""
    after: Sequence[Hit] = places.get(f"{modifier}.after", ())
    before: Sequence[Hit] = places.get(f"{modifier}.before", ())
    far: Sequence[Hit] = places.get(f"{modifier}.far", ())
    return (
        any(start < hit.start <= end + reach // 2 for hit in after)
        or any(start - reach <= hit.end <= start + 2 for hit in before)
        or any(end - 1 <= hit.start for hit in far)
    )


def _is_past(places: dict[str, list[Hit]]) -> bool:
    return "now" not in places and bool(places.get("past.before") or places.get("past.after"))
