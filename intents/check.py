"""Faults in the examples, found by a machine: too few, too alike, one frame over and over, under the wrong intent.

Faults must be mended; hints are places to look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from intents import alike, messages
from intents.catalogue import FLOORS, Catalogue, entries, load_catalogue, shipped_catalogue_path, strays
from intents.confusable import confusable
from intents.intent_file import Floor, read_details, read_floors
from intents.near_ids import nearest_id
from intents.written import Written, shown, written

FEWEST = 10
"""Fewer examples of an id in a language that has any are a fault in every catalogue: below, the model guesses."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, as lines."""

    faults: tuple[str, ...]
    hints: tuple[str, ...]
    summary: str

    def lines(self) -> list[str]:
        """The report for a person: faults first."""
        faults = [f"fault  {line}" for line in self.faults]
        return [*faults, *(f"hint   {line}" for line in self.hints), self.summary]


def check(folder: Path, against: Sequence[Path]) -> CheckReport:
    """Look at every example of a folder. Raises CatalogueError, and MessageError when `against` cannot be read."""
    catalogue, sentences = load_catalogue(folder), written(folder)
    faults = _faults(catalogue, sentences, folder, against)
    hints = [
        *_without_floors(folder),
        *_passed_over(folder),
        *_slips(folder),
        *alike.shared(sentences),
        *confusable(catalogue),
    ]
    summary = f"{_counted(catalogue, sentences)}, {len(faults)} faults, {len(hints)} hints"
    return CheckReport(tuple(faults), tuple(hints), summary + _compared(against))


def faults_of(folder: Path, against: Sequence[Path]) -> list[str]:
    """The faults alone, in a few seconds: hints need weights of their own."""
    return _faults(load_catalogue(folder), written(folder), folder, against)


def labelled_sets() -> list[Path]:
    """The labelled messages of this checkout: those of its tests, and those of the shared folder beside it."""
    root = Path(__file__).resolve().parent.parent
    beside = root.parent / "shared" / "messages" / "dev.jsonl"
    return [*sorted((root / "tests" / "intents").glob("labelled_*.jsonl")), *([beside] if beside.is_file() else [])]


def _faults(catalogue: Catalogue, sentences: Sequence[Written], folder: Path, against: Sequence[Path]) -> list[str]:
    forbidden = [asked.text for file in against for asked in messages.labelled(file)]
    same = [*alike.repeated(sentences), *alike.frames(sentences), *alike.copies(sentences, forbidden)]
    return [*few(catalogue, folder), *same]


def few(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """Ids with too few examples in a language that the catalogue has."""
    floors = read_floors(folder / FLOORS)
    heads = {(entry.intent, code): f"{shown(file)}:{entry.line}" for code, file, entry in entries(folder)}
    codes = {*floors, *(code for intent in catalogue for code, found in intent.examples.items() if found)}
    for intent in catalogue:
        for code in sorted(codes):
            have, floor = len(intent.examples.get(code, ())), floors.get(code, Floor(FEWEST, FEWEST))
            need = max(FEWEST, floor.emergency if intent.kind == "emergency" else floor.calm)
            if have < need:
                place = heads.get((intent.id, code), shown(folder / code))
                wanted = f"at least {need} are needed; write more, as people type"
                yield f"{place}: {intent.id} ({code}): {have} examples, {wanted}"


def _without_floors(folder: Path) -> Iterator[str]:
    if not (folder / FLOORS).exists():
        more = f"ask for more in {FLOORS}: 'ko: {{calm: 60, emergency: 100}}'"
        yield f"{shown(folder)}: {FEWEST} examples of an id count as enough; {more}"


def _passed_over(folder: Path) -> Iterator[str]:
    for file in strays(folder):
        if not file.is_relative_to(folder / "lexicon"):
            yield f"{shown(file)}: is not read; examples stand in <language>/NAME.yaml, notes in NAME.md"


def _slips(folder: Path) -> Iterator[str]:
    """Ids of an office that are nearly one of those it adds to; the start refuses them."""
    known = {entry.intent for _, _, entry in entries(shipped_catalogue_path())}
    meant = read_details(folder / "intents.yaml")
    for _, file, entry in entries(folder):
        if entry.intent not in known and entry.intent not in meant and (near := nearest_id(entry.intent, known)):
            yield f"{shown(file)}:{entry.line}: '{entry.intent}' is nearly the shipped '{near}'; is that one meant?"


def _compared(against: Sequence[Path]) -> str:
    return f"; compared with {', '.join(map(shown, against))}" if against else ""


def _counted(catalogue: Catalogue, sentences: Sequence[Written]) -> str:
    return f"{len(catalogue.intents)} intents, {len(sentences)} examples"
