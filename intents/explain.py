"""Why a message was read as it was: what of it was read, which stage decided, what the emergency gate weighed, the
grams that spoke for the best intents, the concepts, the nearest examples."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz, process

from intents import decide, features, grams
from intents.catalogue import Catalogue
from intents.courtesy import without_courtesy
from intents.emergency import evidence
from intents.features import Reading
from intents.likeness import letters
from intents.model import Model
from intents.recognise import Recogniser
from intents.result import OUT_OF_SCOPE, Match

_FOR, _AGAINST = 10, 3
"""Grams shown: what spoke for an id is in question more often than what spoke against it."""
_CANDIDATES = 3
"""As many as an owner is ever offered."""
_NEAREST = 4
"""Examples shown: one more than ids, so that a second one of the same id is seen."""
_STRENGTHS = ("no rule speaks", "possible by the rules", "certain by the rules", "a cry by the rules")
CIRCUMSTANCES = {
    "denied": "it is denied",
    "hypothetical": "it is only supposed",
    "past": "it is over",
    "taken_back": "it is taken back",
    "figurative": "a figure of speech or a harmless compound hides words of danger",
    "silent": "few letters without a word of danger: the model is hardly believed",
    "curt": "few letters: the model alone makes nothing certain",
    "asks": "the words leave open whether anybody is in danger: it is asked about",
    "insists": "it is not to be passed over: it is asked about at least",
    "told": "news or a film is spoken of: never certain",
    "elsewhere": "somebody else's business is spoken of: no fact of the office is stated before it is asked back",
}
"""What else decides beside the model and the rules, by the name in `Evidence`."""


def explain(recogniser: Recogniser, catalogue: Catalogue, text: str) -> list[str]:
    """Lines for a person who maintains the examples of the catalogue."""
    heard = recogniser.heard(text)
    reading, found = recogniser.read(heard.said), heard.match
    lines = [f"read as   {reading.text}{_left_out(heard.said, text)}"]
    lines.append(f"decision  {found.decision.value}: {found.intent} ({found.score:.3f})")
    lines.append(f"decided   {_stage(recogniser, reading, found)}")
    stated = f"{found.emergency.value} {found.emergency_intent}" if found.emergency else "none"
    lines += [f"emergency {stated}", *(f"          {line}" for line in _danger(recogniser, reading))]
    lines.append(f"wishes    {', '.join(found.wishes) or '-'}")
    lines.append("slots     " + (", ".join(f"{name} {value}" for name, value in found.slots.items()) or "-"))
    lines.append("concepts  " + (", ".join(dict.fromkeys(hit.concept for hit in reading.hits)) or "-"))
    for candidate in found.candidates[:_CANDIDATES]:
        lines.append("")
        lines.append(f"{candidate.intent}  {candidate.score:.3f}")
        lines += _voices(recogniser, reading, candidate.intent)
    lines += ["", "nearest examples", *_nearest(catalogue, reading)]
    return lines


def _left_out(said: str, text: str) -> str:
    """What the greeting and the frame of a letter say is no part of what is meant."""
    if said == text:
        return ""
    return (
        "  (without the greeting or thanks)" if said == without_courtesy(text) else "  (without the frame of a letter)"
    )


def _stage(recogniser: Recogniser, reading: Reading, found: Match) -> str:
    """Which of the stages had the last word."""
    labels = recogniser.model.labels
    exact = recogniser.model.exact.find(letters(reading.text))
    if exact is not None:
        return f"by an example of {labels[exact]} that is the same but for spaces and signs"
    if found.emergency is not None:
        return "by the emergency gate"
    chance = decide.chances(recogniser.model.score(reading).logits)
    out = decide.place_of(OUT_OF_SCOPE, labels)
    second = recogniser.likeness.second(reading.text, chance, out)
    before, after = labels[int(chance.argmax())], labels[int(second.argmax())]
    if before != after:
        return f"by likeness to an example: the grams alone put {before} before {after}"
    if (second != chance).any():
        return "by the grams, in doubt; likeness to examples agrees"
    return "by the grams"


def _danger(recogniser: Recogniser, reading: Reading) -> Iterator[str]:
    """All that the emergency gate weighs, a line for each."""
    model = recogniser.model
    calibration = model.calibration(reading)
    if calibration.danger is None:
        yield "the catalogue knows no emergencies"
        return
    if model.exact.find(letters(reading.text)) is not None:
        yield "the example decides this, too"
        return
    scored, proof = model.score(reading), evidence(reading, recogniser.lexicon)
    urgent = np.flatnonzero([recogniser.is_emergency(label) for label in model.labels])
    chance, out = decide.chances(scored.logits), decide.place_of(OUT_OF_SCOPE, model.labels)
    danger = calibration.danger(decide.danger_numbers(chance, urgent, out, scored.alarm, proof))
    points = f"asked about from {calibration.possible_from:.2f}, certain from {calibration.certain_from:.2f}"
    yield f"weighed {danger:.2f} ({points}; alarm of the model {scored.alarm:+.2f})"
    yield ": ".join(filter(None, (_STRENGTHS[proof.strength], ", ".join(proof.intents))))
    for name, words in CIRCUMSTANCES.items():
        # Few letters that follow a rule are as good as many.
        if getattr(proof, name) and not (name == "curt" and (proof.strength or proof.silent)):
            yield words
    if proof.winner is not None:
        yield f"the words name {proof.winner}, whatever the model thinks of the kind"


def _voices(recogniser: Recogniser, reading: Reading, intent: str) -> Iterator[str]:
    """The grams that count most for and against one intent beside the average of the others."""
    model = recogniser.model
    label = decide.place_of(intent, model.labels)
    if label is None:
        return
    voices: dict[str, float] = {}
    for code, share in model.shares(reading).items():
        for gram, voice in _of_part(model, code, label, reading):
            voices[gram] = voices.get(gram, 0.0) + share * voice
    order = sorted(voices, key=lambda gram: -voices[gram])
    for title, chosen in (("for", order[:_FOR]), ("against", order[::-1][:_AGAINST])):
        spoken = [f"{gram} {voices[gram]:+.2f}" for gram in chosen if (voices[gram] > 0) == (title == "for")]
        if spoken:
            yield f"  {title:<8}{'  '.join(spoken)}"


def _of_part(model: Model, code: str, label: int, reading: Reading) -> Iterator[tuple[str, float]]:
    """Grams of the reading that one language's part knows, with what they add to the label beyond the average."""
    part = model.parts[code]
    blocks = features.blocks(reading)
    names = grams.names(blocks)
    found = grams.bag([blocks])
    places, values, _ = features.weighted(found, part.table.rows(found.numbers), part.rarity)
    weights = (part.weights[places] * part.scales[places, None])[:, : len(model.labels)]
    for place, voice in zip(places, values * (weights[:, label] - weights.mean(axis=1)), strict=True):
        yield names[int(part.table.numbers[place])], float(voice)


def _nearest(catalogue: Catalogue, reading: Reading) -> Iterator[str]:
    examples = [
        (intent.id, example) for intent in catalogue for sentences in intent.examples.values() for example in sentences
    ]
    plain = reading.text.replace(" ", "")
    known = [text.replace(" ", "").lower() for _, text in examples]
    for _, likeness, place in process.extract(plain, known, scorer=fuzz.ratio, limit=_NEAREST):
        yield f"  {likeness:3.0f} %  {examples[place][0]}: {examples[place][1]}"
