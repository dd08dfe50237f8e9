"""YAML as a tree in which every value knows its line, so that a mistake can be shown as `file:line: …`.

Values stay text until somebody asks for a number or a time: YAML's own guesses (no: False, 22:00: 1320) never apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import yaml

from bot.errors import Problem
from intents.yaml_tree import ReferenceFound, TooDeep, compose


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: text, a list of entries, or a mapping of entries."""

    where: str
    """`file:line`"""
    value: str | tuple[Entry, ...] | Mapping[str, Entry]
    text_begins: int | None = None
    """The line of the first line of a text that is written as a block, line for line (`|`)."""

    def where_of(self, words: str) -> str:
        """`file:line` of the first of these words in a text, as near as it is known."""
        if self.text_begins is None or not isinstance(self.value, str) or words not in self.value:
            return self.where
        file = self.where.rpartition(":")[0]
        return f"{file}:{self.text_begins + self.value[: self.value.index(words)].count(chr(10))}"


@dataclass(slots=True)
class Problems:
    """Collects what is wrong, so that everything is shown at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, where: str, key: str, /, **args: object) -> None:
        self.found.append(Problem(key, where, args))


def parse(text: str, file: str, problems: Problems) -> Entry:
    """The tree of one file; an empty file is an empty mapping. Nothing is raised: see `problems`."""
    try:
        node = compose(text)
        return Entry(f"{file}:1", {}) if node is None else _entry(node, file, problems)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        key = {ReferenceFound: "office-yaml-reference", TooDeep: "office-yaml-deep"}.get(type(error), "office-yaml")
        problems.add(f"{file}:{mark.line + 1 if mark else 1}", key, reason=error.problem or "unreadable")
    except (yaml.YAMLError, RecursionError):
        problems.add(f"{file}:1", "office-yaml", reason="unreadable characters, or an entry that contains itself")
    return Entry(f"{file}:1", {})


def _entry(node: yaml.Node, file: str, problems: Problems) -> Entry:
    where = f"{file}:{node.start_mark.line + 1}"
    if isinstance(node, yaml.ScalarNode):
        null = node.tag == "tag:yaml.org,2002:null"
        block = node.start_mark.line + 2 if node.style == "|" else None
        return Entry(where, "" if null else str(node.value), block)
    if isinstance(node, yaml.SequenceNode):
        return Entry(where, tuple(_entry(item, file, problems) for item in node.value))
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        line = f"{file}:{key.start_mark.line + 1}"
        if not name:
            problems.add(line, "office-not-mapping")
        elif name in entries:
            problems.add(line, "office-duplicate-key", word=name)
        else:
            # The key's line: that is where a reader looks, even when the value begins further down.
            entries[name] = replace(_entry(value, file, problems), where=line)
    return Entry(where, entries)


def overlay(below: Entry, above: Entry, problems: Problems, replaced: frozenset[str] = frozenset()) -> Entry:
    """`above` with what it does not say taken from `below`: mappings are laid over each other at every depth, except
    those under a key in `replaced`; an empty value says nothing. The result has at least the shape of `below`."""
    if above.value == "":
        return below
    if not isinstance(below.value, Mapping):
        return above
    merged = dict(below.value)
    for key, entry in mapping(above, problems).items():
        lower = merged.get(key)
        if lower is None or (key in replaced and entry.value != ""):
            merged[key] = entry
        else:
            merged[key] = overlay(lower, entry, problems, replaced)
    return Entry(above.where, merged)


def mapping(entry: Entry, problems: Problems) -> Mapping[str, Entry]:
    if isinstance(entry.value, Mapping):
        return entry.value
    if entry.value != "":
        problems.add(entry.where, "office-not-mapping")
    return {}


def fields(entry: Entry, known: Iterable[str], problems: Problems) -> Mapping[str, Entry]:
    """The entries of a mapping in which only `known` keys may stand."""
    known = tuple(known)
    for key, value in (entries := mapping(entry, problems)).items():
        if key not in known:
            problems.add(value.where, "office-unknown-key", word=key, known=", ".join(known))
    return {key: value for key, value in entries.items() if key in known}


def items(entry: Entry, problems: Problems) -> tuple[Entry, ...]:
    """The entries of a list; nothing is an empty list."""
    if isinstance(entry.value, tuple):
        return entry.value
    if entry.value != "":
        problems.add(entry.where, "office-not-list")
    return ()


def text(entry: Entry, problems: Problems) -> str:
    """One value as it was typed, without the blanks around it; "" with a problem when it is a list or a mapping."""
    if isinstance(entry.value, str):
        return entry.value.strip()
    problems.add(entry.where, "office-not-text")
    return ""
