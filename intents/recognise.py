"""(text, catalogue) -> `Match`. Pure once trained: no files, no clock, no chance; safe to use from many threads."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from intents import cache, decide, extract, features, language, normalise, unspaced, wishes
from intents.abuse import without_abuse
from intents.catalogue import Catalogue
from intents.courtesy import without_courtesy
from intents.decide import Calibration, Floats
from intents.emergency import CRY, Evidence, evidence
from intents.features import Reading
from intents.letter import read_letter
from intents.lexicon import Lexicon, shipped_lexicon
from intents.likeness import Likeness, letters
from intents.model import Model, Scored
from intents.result import OUT_OF_SCOPE, Candidate, Decision, Emergency, Match
from intents.spelling import Speller

_log = logging.getLogger(__name__)
_TURNED_MUST_BEAT = 0.15
"""How much better known the reading in the other keyboard mode must be before it is believed."""
_RULE_BONUS = 1.0
_CLEARLY_ELSE = 0.8
_SILENT_FROM = 0.99
"""A few letters without a word of danger must make the model this sure before anybody is asked."""
_CRY_FROM = 0.5
"""What is a cry by its words and more likely none by the rest is asked about."""
_TALK_FROM = 0.9
"""So sure a word about the talk itself ("great, tnx") is taken in however odd words: nothing is stated as a fact."""
_FIGURE_FROM = 0.6
"""A figure of speech and nothing else must make the model this sure before anybody is asked."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A match and what it was made of: the message, or what stands in it behind a greeting or inside a letter."""

    said: str
    match: Match


class Recogniser:
    """Reads messages against one catalogue. Build it with `train`."""

    def __init__(self, catalogue: Catalogue, model: Model, lexicon: Lexicon) -> None:
        self.catalogue = catalogue.without_examples()
        self.model = model
        self.lexicon = lexicon
        common = {word: 1 for words in lexicon.common.values() for word in words}
        spelt = [found for code, found in lexicon.terms.items() if language.LANGUAGES[code].spelt]
        terms = {word.removeprefix("="): 1 for found in spelt for key in found for word in key.split()}
        self._speller = Speller({**terms, **common, **model.words}, terms.keys() | common.keys())
        self._words = frozenset((*common, *model.words))
        self.likeness = Likeness(_sentences(catalogue), model.labels)
        urgent = [place for place, label in enumerate(model.labels) if self.is_emergency(label)]
        self._emergencies = np.array(urgent, dtype=np.intp)
        self._out = model.labels.index(OUT_OF_SCOPE) if OUT_OF_SCOPE in model.labels else None

    @classmethod
    def train(cls, catalogue: Catalogue, cache_dir: Path | None) -> Recogniser:
        """A recogniser for the catalogue; weights come from the cache when examples and code are unchanged."""
        found = cls.stored(catalogue, cache_dir) if cache_dir is not None else None
        if found is not None:
            return found
        # Only here, so that a process that finds the cache never loads the training code.
        from intents.learn import learn

        model = learn(catalogue, shipped_lexicon())
        if cache_dir is not None:
            try:
                cache.store(cache_dir, catalogue, model)
            except cache.NotKept as error:  # it costs a training at the next start, and nothing else
                _log.warning("trained weights cannot be kept in %s", error)
        return cls(catalogue, model, shipped_lexicon())

    @classmethod
    def stored(cls, catalogue: Catalogue, folder: Path) -> Recogniser | None:
        """A recogniser with weights that are kept in the folder; None where there are none that can be used."""
        model = cache.load(folder, catalogue)
        return None if model is None else cls(catalogue, model, shipped_lexicon())

    def match(self, text: str) -> Match:
        """Read one message: any string, any length. What stands inside the frame of a letter, or follows a greeting or
        thanks, is what is meant, where it says anything: most people greet first."""
        return self.heard(text).match

    def heard(self, text: str) -> Heard:
        """The match, with the part of the message that it is made of."""
        told = read_letter(text).told
        inside = self._match(told) if told else None
        if inside is None or not self._is_matter(inside):
            return self._behind_courtesy(text)
        if inside.decision is Decision.CONFIRM and inside.emergency is None:
            whole = self._behind_courtesy(text)
            match = whole.match
            if match.emergency is not None or (match.decision is Decision.ANSWER and self._is_matter(match)):
                return whole
        return Heard(told, replace(inside, slots=extract.find_slots(text)))

    def _behind_courtesy(self, text: str) -> Heard:
        rest = without_courtesy(text)
        if rest:
            match = self._match(rest)
            if match.emergency is not None or match.decision is Decision.ANSWER or self._asks_about_matter(match):
                return Heard(rest, match)
        return Heard(text, self._match(text))

    def _is_matter(self, match: Match) -> bool:
        """Whether it is likely at least, and no word about the talk."""
        if match.emergency is not None:
            return True
        known = self.catalogue.intents.get(match.intent)
        likely = match.decision in (Decision.ANSWER, Decision.CONFIRM)
        return likely and known is not None and known.kind not in ("meta", "feedback")

    def _asks_about_matter(self, match: Match) -> bool:
        """Whether it is at least likely to be a matter of its own, and no word about the talk."""
        known = self.catalogue.intents.get(match.intent)
        return match.decision is Decision.CONFIRM and known is not None and known.kind not in ("meta", "feedback")

    def _match(self, text: str) -> Match:
        reading = self.read(text)
        slots = extract.find_slots(text)
        exact = self.model.exact.find(letters(reading.text))
        scored = self.model.score(reading, wishes.clauses(reading, self.lexicon))
        calibration = self.model.calibration(reading)
        chance = decide.chances(scored.logits)
        found = evidence(reading, self.lexicon)
        emergency, urgent = self._danger(calibration, chance, scored.alarm, found, exact)
        like = self.likeness
        chance = like.second(reading.text, chance, self._out) if exact is None else decide.settled(chance, exact)
        if emergency is None and found.silent:
            chance = decide.without(chance, self._emergencies)
        ranked = self._ranked(chance, urgent if emergency is Emergency.CERTAIN else None)
        sure, decision = self._decide(calibration, chance, scored, found, exact is not None)
        if emergency is None and decision is Decision.ANSWER and self.is_emergency(ranked[0].intent):
            emergency, urgent = Emergency.POSSIBLE, ranked[0].intent  # never acted on unless the gate believes it
        if emergency is not None:
            decision = Decision.ANSWER if emergency is Emergency.CERTAIN else Decision.CONFIRM
        return self._assembled(scored, ranked, decision, emergency, urgent, sure, slots, found)

    def _assembled(
        self,
        scored: Scored,
        ranked: list[Candidate],
        decision: Decision,
        emergency: Emergency | None,
        urgent: str | None,
        sure: float,
        slots: Mapping[str, str],
        danger: Evidence,
    ) -> Match:
        foreign = decision is Decision.OUT_OF_SCOPE
        best = OUT_OF_SCOPE if foreign or not ranked else ranked[0].intent
        found = () if foreign else wishes.find(self, scored.clauses, ranked, emergency is not None)
        return Match(
            intent=best,
            decision=decision,
            emergency=emergency,
            score=round(min(max(sure, 0.0), 1.0), 3),
            candidates=tuple(ranked[:5]),
            wishes=found,
            slots=slots,
            emergency_intent=urgent if emergency is not None else None,
            dangers=danger.named,
            hinted=danger.intents,
        )

    def read(self, text: str) -> Reading:
        """The likeliest reading of the keyboard, taken apart. What is sworn beside the matter says nothing of it."""
        text = without_abuse(text) or text
        readings = language.readings(text)
        best = features.read(next(readings), self.lexicon, self._speller, self._speller.parts)
        if not language.may_be_turned(normalise.printable(text)):
            return best
        best_known = self._known_words(best.text)
        if best_known + _TURNED_MUST_BEAT >= 1.0:
            return best
        for other in readings:
            share = self._known_words(other)
            if share > best_known + _TURNED_MUST_BEAT:
                best = features.read(other, self.lexicon, self._speller, self._speller.parts)
                best_known = share
        return best

    def _is_inquiry(self, label: int) -> bool:
        return self._out is not None and self.catalogue.intents[self.model.labels[label]].kind == "inquiry"

    def _is_talk(self, label: int) -> bool:
        return self.catalogue.intents[self.model.labels[label]].kind == "meta"

    def is_emergency(self, intent: str) -> bool:
        """True for ids of the kind emergency."""
        return self.catalogue.intents[intent].kind == "emergency"

    def _decide(
        self, calibration: Calibration, chance: Floats, scored: Scored, found: Evidence, exact: bool
    ) -> tuple[float, Decision]:
        best = int(chance.argmax())
        if exact:
            return 1.0, Decision.OUT_OF_SCOPE if best == self._out else Decision.ANSWER
        numbers = decide.foreign_numbers(chance, scored.logits, scored.known, self._out, found)
        foreign = calibration.foreign(numbers)
        sure = 0.0 if best == self._out else calibration.sure(decide.sure_numbers(chance, numbers))
        decision = decide.decide(calibration, sure, foreign)
        if decision is Decision.ANSWER and not scored.known:
            decision = Decision.UNSURE  # few examples make sure of anything, even of a message without a word
        elif decision is Decision.ANSWER and found.elsewhere and self._is_inquiry(best):
            decision = Decision.CONFIRM  # the office's facts would be stated of somebody else's business
        elif decision is Decision.CONFIRM and self._is_talk(best) and sure >= max(_TALK_FROM, calibration.answer_from):
            decision = Decision.ANSWER
        return (foreign if decision is Decision.OUT_OF_SCOPE else sure), decision

    def _danger(
        self, calibration: Calibration, chance: Floats, alarm: float, found: Evidence, exact: int | None
    ) -> tuple[Emergency | None, str | None]:
        if calibration.danger is None:
            return None, None
        labels = self.model.labels
        if exact is not None:
            return (Emergency.CERTAIN, labels[exact]) if exact in self._emergencies else (None, None)
        numbers = decide.danger_numbers(chance, self._emergencies, self._out, alarm, found)
        danger = calibration.danger(numbers)
        emergency = decide.judge_danger(calibration, danger)
        if found.strength == CRY:
            emergency = self._cry(chance, danger, found)
        elif found.figurative and not found.strength and danger < _FIGURE_FROM:
            emergency = None
        elif emergency is not None and found.silent:
            emergency = Emergency.POSSIBLE if danger >= _SILENT_FROM else None
        elif emergency is Emergency.CERTAIN and not found.may_be_certain:
            emergency = Emergency.POSSIBLE
        if found.asks and (emergency is None or not found.strength):
            emergency = Emergency.POSSIBLE  # help has come, a door keeps somebody in
        if emergency is None and found.insists:
            emergency = Emergency.POSSIBLE  # a threat, a word of despair, a smell of gas
        if emergency is None:
            return None, None
        logs = {labels[i]: float(np.log(chance[i] + 1e-9)) for i in self._emergencies}
        best = max(logs, key=lambda label: logs[label] + _RULE_BONUS * (label in found.intents))
        if found.asks and not found.strength:
            # What the model makes of so calm words is no witness to the kind.
            best = next((kind for kind in found.intents if kind in logs), best)
        return emergency, found.winner if found.winner in logs else best

    def _cry(self, chance: Floats, danger: float, found: Evidence) -> Emergency:
        """A cry is certain, unless the rest of the message is clearly about something else."""
        if found.told or danger < _CRY_FROM:
            return Emergency.POSSIBLE
        calm = np.ones(len(chance), dtype=np.bool_)
        calm[self._emergencies] = False
        if self._out is not None:
            calm[self._out] = False
        return Emergency.POSSIBLE if chance[calm].max(initial=0.0) >= _CLEARLY_ELSE else Emergency.CERTAIN

    def _ranked(self, chance: Floats, first: str | None) -> list[Candidate]:
        order = np.argsort(-chance, kind="stable")[:7].tolist()
        found = [(self.model.labels[i], float(chance[i])) for i in order if i != self._out]
        if first is not None:
            found = [(first, max(score for _, score in found)), *(pair for pair in found if pair[0] != first)]
        return [Candidate(label, round(score, 3)) for label, score in found]

    def _known_words(self, text: str) -> float:
        """The share of a text's letters that stand in words or two-letter grams known from examples."""
        known = total = 0
        for lang in language.LANGUAGES.values():
            tokens = [token for token, _, _ in lang.tokens(text) if token != "0"]
            if lang.spelt:
                known += sum(len(token) for token in tokens if token in self._words)
                total += sum(len(token) for token in tokens)
            elif tokens:
                found, asked = self.model.knows(unspaced.pairs(tokens))
                known += 3 * found
                total += 3 * asked
        return known / total if total else 0.0


def _sentences(catalogue: Catalogue) -> dict[str, list[str]]:
    return {intent.id: [text for found in intent.examples.values() for text in found] for intent in catalogue}
