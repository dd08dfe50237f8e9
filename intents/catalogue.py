"""The catalogue: YAML folders of example sentences -> validated values.

A folder holds `<language>/*.yaml`, each a mapping `intent.id: {title: …, examples: […]}`, and optionally
`intents.yaml` with what the ids mean. Several folders are joined: the shipped one and an office's own.

CatalogueError   one line "file:line: what is wrong, and how to mend it"
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from intents import intent_file
from intents.collector import collector_paused
from intents.intent_file import CatalogueError, Details, Entry
from intents.language import LANGUAGES
from intents.near_ids import nearest_id

__all__ = [
    "FLOORS",
    "Catalogue",
    "CatalogueError",
    "Intent",
    "Kind",
    "entries",
    "load_catalogue",
    "refuse_strays",
    "shipped_catalogue_path",
    "strays",
]

FLOORS = "floors.yaml"
"""The file in which a catalogue asks `check` for more examples than few; nothing else reads it."""
_MOST_EXAMPLES = 100_000
"""Of one language: learning that many takes some four minutes and 4 GB (measured: it grows with the amount)."""
_YAML = re.compile(r"\.ya?ml$", re.IGNORECASE)


class Kind(StrEnum):
    """What an owner wants with it (taxonomy: kind)."""

    INQUIRY = "inquiry"
    REQUEST = "request"
    COMPLAINT = "complaint"
    FEEDBACK = "feedback"
    EMERGENCY = "emergency"
    META = "meta"


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing that an owner may want.

    `handling` is None, "dispatch" (minutes count) or "advise" (the office can only recommend); `actionable`
    marks inquiries whose answer ends with an offer to open a ticket; `parent` is the coarser id, if any.
    `titles` and `examples` are by language code.
    """

    id: str
    kind: str
    department: str
    priority: str
    handling: str | None
    actionable: bool
    parent: str | None
    titles: Mapping[str, str]
    examples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Catalogue:
    """All intents by id, in the order of the files. `oos` (out of scope) is among them when it has examples."""

    intents: Mapping[str, Intent]

    @cached_property
    def digest(self) -> str:
        """Changes whenever the examples, titles or kinds change: the key of cached weights."""
        found = hashlib.sha256()
        for intent in self:
            row = (intent.id, intent.kind, sorted(intent.titles.items()), sorted(intent.examples.items()))
            found.update(repr(row).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def as_json(self) -> str:
        """Everything, for another process; `Catalogue.of_json` reads it."""
        return json.dumps([asdict(replace(i, titles=dict(i.titles), examples=dict(i.examples))) for i in self])

    @classmethod
    def of_json(cls, text: str) -> Catalogue:
        """What `as_json` wrote."""
        intents = {}
        for row in json.loads(text):
            examples = {code: tuple(sentences) for code, sentences in row["examples"].items()}
            row = {**row, "titles": MappingProxyType(row["titles"]), "examples": MappingProxyType(examples)}
            intents[row["id"]] = Intent(**{**row, "kind": Kind(row["kind"])})
        return cls(MappingProxyType(intents))

    def __iter__(self) -> Iterator[Intent]:
        return iter(self.intents.values())

    def without_examples(self) -> Catalogue:
        """The ids with what they mean: all that is needed when the examples have been learnt."""
        bare: Mapping[str, tuple[str, ...]] = MappingProxyType({})
        return Catalogue(MappingProxyType({i.id: replace(i, examples=bare) for i in self}))

    def with_examples(self, extra: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Catalogue:
        """This catalogue with further examples by id and language; ids that it does not know are left out."""
        intents = dict(self.intents)
        for intent_id, by_language in extra.items():
            if intent_id in intents:
                known = intents[intent_id]
                intents[intent_id] = replace(known, examples=_joined(known.examples, by_language))
        return Catalogue(MappingProxyType(intents))


def shipped_catalogue_path() -> Path:
    """The folder of the examples that come with the package."""
    return Path(__file__).resolve().parent / "data"


@collector_paused()
def load_catalogue(*folders: Path) -> Catalogue:
    """Read and join the folders; a later one adds examples, and its titles and details win.

    Raises CatalogueError for a folder without examples, unreadable YAML, an unknown key, an id that stands twice in one
    language of one folder, one of a later folder that is nearly one of an earlier one, or more examples than can be
    learnt.
    """
    intents: dict[str, Intent] = {}
    for folder in folders:
        details = intent_file.read_details(folder / "intents.yaml")
        written = _read_languages(folder, {*intents}, {*details})
        for intent_id in dict.fromkeys((*details, *written)):
            known = intents.get(intent_id) or _with_details(intent_id, Details())
            if intent_id in details:
                bare = _with_details(intent_id, details[intent_id])
                known = replace(bare, titles=known.titles, examples=known.examples)
            intents[intent_id] = _with_entries(known, written.get(intent_id, {}))
        _check_parents(folder, intents)
        _check_amount(folder, intents)
    if not any(intent.examples for intent in intents.values()):
        place = folders[0] if folders else Path()
        raise CatalogueError(place, 1, "no example sentences found; expected files such as en/fees.yaml with examples")
    return Catalogue(MappingProxyType(intents))


def refuse_strays(folder: Path) -> None:
    """Raises CatalogueError for a file that `load_catalogue` would pass over: somebody meant it to count."""
    for file in strays(folder):
        known = ", ".join(LANGUAGES)
        message = (
            f"is not read from here; name it <language>/NAME.yaml, the language one of {known}; notes may end in .md"
        )
        raise CatalogueError(file, 1, message)


def strays(folder: Path) -> list[Path]:
    """Files that are not read, in order; those of editors and systems (hidden ones, `~`) and notes (`.md`) are no
    such."""
    files = [file for file in sorted(folder.rglob("*")) if not file.is_dir() or _YAML.search(file.name)]
    return [
        file
        for file in files
        if not (file.suffix == ".yaml" and file.parent.parent == folder and file.parent.name in LANGUAGES)
        and file not in (folder / "intents.yaml", folder / FLOORS)
        and not file.name.startswith(".")
        and not file.name.endswith(("~", ".md"))
    ]


def _files(folder: Path) -> list[Path]:
    """The files of one language, by name; none where it has no folder. Raises CatalogueError for a folder that cannot
    be read, and for a file whose name only looks as if it were read."""
    if not os.path.lexists(folder):
        return []
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        raise CatalogueError(folder, 1, f"cannot be read ({error.strerror}); check the path and its rights") from error
    found = [file for file in files if _YAML.search(file.name) and not file.name.startswith(".")]
    for file in found:
        if file.suffix != ".yaml":
            raise CatalogueError(file, 1, f"is not read; name it {file.stem}.yaml")
    return found


def entries(folder: Path) -> Iterator[tuple[str, Path, Entry]]:
    """Everything that the files of a folder say, with language and file; files in the order of their names."""
    if not folder.is_dir():
        raise CatalogueError(folder, 1, "no such folder; give one that holds <language>/*.yaml")
    for code in LANGUAGES:
        places: dict[str, Path] = {}
        for file in _files(folder / code):
            for entry in intent_file.read_entries(file):
                if entry.intent in places:
                    first = places[entry.intent].name
                    raise CatalogueError(file, entry.line, f"'{entry.intent}' stands in {first} already; join the two")
                places[entry.intent] = file
                yield code, file, entry


def _read_languages(folder: Path, known: Set[str], meant: Set[str]) -> dict[str, dict[str, Entry]]:
    """Entries by id and language of one folder. `known` are the ids of earlier ones, `meant` those in its details."""
    found: dict[str, dict[str, Entry]] = {}
    for code, file, entry in entries(folder):
        if entry.intent not in found and entry.intent not in meant:
            _refuse_slip(file, entry, known)
        found.setdefault(entry.intent, {})[code] = entry
    return found


def _refuse_slip(file: Path, entry: Entry, known: Set[str]) -> None:
    """A slip in an id would make a new one of it, whose examples are then missing where they were meant to be. Whoever
    means it says so in `intents.yaml`."""
    near = nearest_id(entry.intent, known) if entry.intent not in known else None
    if near is not None:
        cure = f"correct it, or, if it is another, write '{entry.intent}: {{}}' into intents.yaml"
        raise CatalogueError(file, entry.line, f"'{entry.intent}' is new and nearly '{near}'; {cure}")


def _check_parents(folder: Path, intents: Mapping[str, Intent]) -> None:
    for intent in intents.values():
        line = [intent.id]
        while (parent := intents[line[-1]].parent) is not None:
            if parent not in intents:
                raise _wrong_parent(folder, line[-1], f"'{line[-1]}' names the parent '{parent}', which does not exist")
            if parent in line:
                raise _wrong_parent(
                    folder, line[-1], f"'{parent}' is a parent of its own ({' > '.join([*line, parent])})"
                )
            line.append(parent)


def _wrong_parent(folder: Path, intent: str, what: str) -> CatalogueError:
    file = folder / "intents.yaml"
    return CatalogueError(file, intent_file.line_of(file, intent, "parent"), f"{what}; correct or remove it")


def _check_amount(folder: Path, intents: Mapping[str, Intent]) -> None:
    for code in LANGUAGES:
        amount = sum(len(intent.examples.get(code, ())) for intent in intents.values())
        if amount > _MOST_EXAMPLES:
            message = (
                f"makes {amount:,} sentences of this language, of which at most {_MOST_EXAMPLES:,} can be learnt in "
                "reasonable time and memory; leave out those that hardly differ from others"
            )
            raise CatalogueError(folder / code, 1, message)


def _with_details(intent_id: str, detail: Details) -> Intent:
    return Intent(
        id=intent_id,
        kind=Kind(detail.kind),
        department=detail.department,
        priority=detail.priority,
        handling=detail.handling,
        actionable=detail.actionable,
        parent=detail.parent,
        titles={},
        examples={},
    )


def _with_entries(intent: Intent, by_language: Mapping[str, Entry]) -> Intent:
    titles = {code: entry.title for code, entry in by_language.items() if entry.title}
    examples = {code: entry.examples for code, entry in by_language.items()}
    return replace(
        intent,
        titles=MappingProxyType({**intent.titles, **titles}),
        examples=_joined(intent.examples, examples),
    )


def _joined(
    first: Mapping[str, tuple[str, ...]], second: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Examples of both by language, each sentence once."""
    codes = dict.fromkeys((*first, *second))
    return MappingProxyType({c: tuple(dict.fromkeys((*first.get(c, ()), *second.get(c, ())))) for c in codes})
