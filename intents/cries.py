"""Danger read by the rules alone, for as long as no model has been learnt: what they are certain of, and nothing else.

Measured on messages that neither rules nor examples were written after: they find three quarters of the emergencies,
with one false alarm in five hundred other messages. All else is unclear to them and waits for the model."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from intents import extract, features, language
from intents.abuse import without_abuse
from intents.catalogue import Catalogue
from intents.courtesy import without_courtesy
from intents.emergency import Evidence, evidence
from intents.lexicon import Lexicon, shipped_lexicon
from intents.result import Candidate, Decision, Emergency, Match

_ANOTHER_STORY = frozenset({"tobacco", "drill"})
"""Smoke of cigarettes, exercises: a model must say what such words of danger are about."""
_BUSINESS = frozenset({"ask_thanks", "tell_thanks", "fee", "refund", "howmuch", "book", "suggest", "card", "shopping"})
"""Praise, payments and bookings, in which danger is a figure or was long ago."""
_HELP = "help_cry"
"""Whoever calls for help is heard, whatever else is said."""


@dataclass(frozen=True, slots=True)
class CryReader:
    """Reads messages as a `Recogniser` does. `emergencies`: the ids that the catalogue knows as such."""

    lexicon: Lexicon
    emergencies: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> CryReader:
        return cls(shipped_lexicon(), frozenset(intent.id for intent in catalogue if intent.kind == "emergency"))

    def match(self, text: str) -> Match:
        """A certain emergency, or unclear."""
        slots = extract.find_slots(text)
        for found in self._readings(text):
            kind = self._kind(found)
            if kind is not None and found.stands_alone:
                best = (Candidate(kind, 1.0),)
                certain = Emergency.CERTAIN
                return Match(kind, Decision.ANSWER, certain, 1.0, best, (), slots, kind, found.named, found.intents)
        return Match("", Decision.UNSURE, None, 0.0, (), (), slots)

    def _readings(self, text: str) -> Iterator[Evidence]:
        """Of what follows a greeting, then of the whole. Words count as they are spelt: without examples nobody knows
        which others there are."""
        for said in filter(None, (without_courtesy(text), text)):
            typed = next(language.readings(without_abuse(said) or said))
            reading = features.read(typed, self.lexicon, str, lambda word: [word])
            found = evidence(reading, self.lexicon)
            if not self._is_calm(said, {hit.concept for hit in reading.hits}, found):
                yield found

    def _kind(self, found: Evidence) -> str | None:
        known = (kind for kind in (found.winner, *found.intents) if kind in self.emergencies)
        return next(known, None)

    def _is_calm(self, text: str, concepts: Set[str], found: Evidence) -> bool:
        """Whether the words of danger may well be about something else, so that a model must say."""
        if _ANOTHER_STORY & concepts:
            return True
        if _HELP in concepts:
            return False
        asked = found.curt and self.lexicon.asked.search(text) is not None
        return bool(_BUSINESS & concepts) or asked or self.lexicon.once.search(text) is not None
