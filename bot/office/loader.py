"""The office folder into an `Office`. The only place that reads the folder's files; reload is a second call.

A folder lies over the shipped sample: what `office.yaml` does not say, and answers, emergencies and words that it does
not have, are the sample's (contract.md "office.yaml")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.errors import OfficeError
from bot.office.document import Entry, Problems, mapping, overlay, parse
from bot.office.filling import known_variables
from bot.office.schema import Answer, Office
from bot.office.sections import read_main
from bot.office.texts import read_answers, read_emergencies, read_words, short

SAMPLE_OFFICE = Path(__file__).resolve().parent.parent / "sample_office"
_REPLACED = frozenset({"name", "hours", "open_on"})
"""A name, a week or a list of exceptions is meant as a whole; everything else is filled up from the sample."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """The parsed files of one folder."""

    main: Entry
    answers: Mapping[str, Entry]
    """Language to intent id to answer."""
    emergencies: Mapping[str, Entry]
    words: Mapping[str, Entry]
    intents: frozenset[str]
    """Ids that the folder's own intents/ defines."""


def load_office(folder: Path) -> Office:
    """The validated office of `folder`. Raises OfficeError: one problem per mistake, with file and line."""
    folder = folder.resolve()
    if not folder.is_dir():
        raise OfficeError("office-folder-missing", where=str(folder), folder=folder)
    if not (folder / "office.yaml").is_file():
        raise OfficeError("office-file-missing", where=str(folder))
    problems = Problems()
    sample = _read(SAMPLE_OFFICE, problems)
    own = sample if folder == SAMPLE_OFFICE else _read(folder, problems)
    try:
        office = _office(folder, own, sample, problems)
    except KeyError as missing:  # the sample lacks a key, and below it lies nothing that could stand in
        office = None
        problems.add(sample.main.where, "office-key-missing", word=missing.args[0])
    if problems.found or office is None:
        raise OfficeError.of(problems.found)
    return office


def _office(folder: Path, own: _Folder, sample: _Folder, problems: Problems) -> Office | None:
    """None when office.yaml itself is wrong: nothing further can be judged by it."""
    unmarked = Entry(sample.main.where, {k: v for k, v in mapping(sample.main, problems).items() if k != "sample"})
    office = read_main(overlay(unmarked, own.main, problems, _REPLACED), problems)
    if office is None:
        return None
    words = _laid_over(sample.words, own.words)
    known = known_variables(office.phones, office.departments)
    matters = _ids(*sample.answers.values()) | own.intents
    answers = read_answers(own.answers, matters, known, words, problems)
    borrowed: Mapping[tuple[str, str], Answer] = {}
    if own is not sample:
        answered = _ids(*own.answers.values())
        lent = {language: _without(entry, answered) for language, entry in sample.answers.items()}
        borrowed = read_answers(lent, matters, known, words, problems)
    emergencies = _laid_over(sample.emergencies, own.emergencies)
    return replace(
        office,
        folder=folder,
        answers={**answers, **borrowed},
        borrowed_answers=tuple(sorted({intent for intent, _ in borrowed})),
        emergencies=read_emergencies(emergencies, _ids(*sample.emergencies.values()), known, words, problems),
        words=read_words(words, problems),
        intents_dir=folder / "intents" if (folder / "intents").exists() else None,
    )


def _laid_over(below: Mapping[str, Entry], above: Mapping[str, Entry]) -> dict[str, Entry]:
    """Languages of both; within a language an entry of `above` replaces the one of `below` as a whole."""
    languages = {**below, **above}
    return {
        language: Entry(entry.where, {**_entries(below.get(language)), **_entries(above.get(language))})
        for language, entry in languages.items()
    }


def _without(entry: Entry, keys: frozenset[str]) -> Entry:
    return Entry(entry.where, {key: value for key, value in _entries(entry).items() if key not in keys})


def _entries(entry: Entry | None) -> Mapping[str, Entry]:
    return entry.value if entry is not None and isinstance(entry.value, Mapping) else {}


def _read(folder: Path, problems: Problems) -> _Folder:
    def tree(name: str) -> Mapping[str, Entry]:
        return _by_language(folder / name, problems)

    return _Folder(
        main=_parsed(folder / "office.yaml", problems),
        answers=tree("answers"),
        emergencies=tree("emergencies"),
        words=tree("words"),
        intents=_own_intents(tree("intents"), problems),
    )


def _own_intents(languages: Mapping[str, Entry], problems: Problems) -> frozenset[str]:
    for language in languages.values():
        for name, entry in _entries(language).items():
            short(name, entry, problems)
    return _ids(*languages.values())


def _by_language(folder: Path, problems: Problems) -> Mapping[str, Entry]:
    """`<lang>.yaml` or `<lang>/*.yaml` in `folder`, the files of one language as one mapping."""
    found: dict[str, dict[str, Entry]] = {}
    for file in _yaml_files(folder):
        language = file.stem if file.parent == folder else file.parent.name
        into = found.setdefault(language, {})
        for key, entry in mapping(_parsed(file, problems), problems).items():
            if key in into:
                problems.add(entry.where, "office-duplicate-key", word=key)
            into[key] = entry
    return {language: Entry(str(folder / language), entries) for language, entries in found.items()}


def _yaml_files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.suffix in (".yaml", ".yml") and file.is_file())


def _parsed(file: Path, problems: Problems) -> Entry:
    try:
        return parse(file.read_text(encoding="utf-8-sig"), str(file), problems)
    except (OSError, UnicodeDecodeError):
        problems.add(f"{file}:1", "office-file-unreadable")
        return Entry(f"{file}:1", {})


def _ids(*languages: Entry) -> frozenset[str]:
    return frozenset(key for entry in languages for key in _entries(entry))
