"""Why a message was read as it was: the grams that spoke for the best intents, the concepts, the nearest examples."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from intents import decide, features, grams
from intents.catalogue import Catalogue
from intents.emergency import evidence
from intents.features import Reading
from intents.model import Model
from intents.recognise import Recogniser
from intents.result import Match

_MOST = 10


def explain(recogniser: Recogniser, catalogue: Catalogue, text: str) -> list[str]:
    """Lines for a person who maintains the examples of the catalogue."""
    reading = recogniser.read(text)
    found = recogniser.match(text)
    lines = [f"read as   {reading.text}"]
    lines.append(f"decision  {found.decision.value}: {found.intent} ({found.score:.3f})")
    lines.append(f"emergency {_emergency(recogniser, reading, found)}")
    lines.append(f"wishes    {', '.join(found.wishes) or '-'}")
    lines.append("slots     " + (", ".join(f"{name} {value}" for name, value in found.slots.items()) or "-"))
    lines.append("concepts  " + (", ".join(dict.fromkeys(hit.concept for hit in reading.hits)) or "-"))
    for candidate in found.candidates[:3]:
        lines.append("")
        lines.append(f"{candidate.intent}  {candidate.score:.3f}")
        lines += _voices(recogniser, reading, candidate.intent)
    lines += ["", "nearest examples", *_nearest(catalogue, reading)]
    return lines


def _emergency(recogniser: Recogniser, reading: Reading, found: Match) -> str:
    proof = evidence(reading, recogniser.lexicon)
    words = [f"rules {('none', 'possible', 'certain', 'cry')[proof.strength]} {' '.join(proof.intents)}".strip()]
    words += [name for name in ("denied", "hypothetical", "past", "taken_back") if getattr(proof, name)]
    alarm = recogniser.model.score(reading).alarm
    stated = f"{found.emergency.value} {found.emergency_intent}" if found.emergency else "none"
    return f"{stated} (alarm {alarm:+.2f}, {', '.join(words)})"


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
    for title, chosen in (("for", order[:_MOST]), ("against", order[::-1][:3])):
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
    near = process.extract(plain, [text.replace(" ", "").lower() for _, text in examples], scorer=fuzz.ratio, limit=4)
    for _, likeness, place in near:
        yield f"  {likeness:3.0f} %  {examples[place][0]}: {examples[place][1]}"
