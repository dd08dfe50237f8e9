"""One YAML file of examples or details -> plain values; every complaint names file and line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from intents.language import LANGUAGES
from intents.yaml_tree import ReferenceFound, TooDeep, compose

KINDS = ("inquiry", "request", "complaint", "feedback", "emergency", "meta")
PRIORITIES = ("urgent", "high", "normal", "low")
HANDLINGS = ("dispatch", "advise")


_FORBIDDEN = yaml.reader.Reader.NON_PRINTABLE
"""Control characters and the like: the parser says at which byte it met one, which tells nobody the line."""


class CatalogueError(Exception):
    """A file of a catalogue or a lexicon is wrong: where, what, and how to mend it. Its text is one line."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        self.file, self.line, self.message = file, line, " ".join(message.split())
        super().__init__(f"{file}:{line}: {self.message}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one language says about one id. `line` is where it stands, `lines` where each example does; a `Catalogue`
    keeps none of them, so that the service does not carry them along."""

    intent: str
    title: str
    examples: tuple[str, ...]
    line: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """What `intents.yaml` says about one id."""

    kind: str = "inquiry"
    department: str = "office"
    priority: str = "normal"
    handling: str | None = None
    actionable: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """How many examples an id must have at least in one language: an emergency, and any other."""

    calm: int
    emergency: int


def read_entries(file: Path) -> list[Entry]:
    """The ids of one example file with title (may be empty) and examples, in order."""
    return [_entry(file, key, value) for key, value in _pairs(file, _compose(file), "ids with title and examples")]


def read_details(file: Path) -> dict[str, Details]:
    """The details by id; empty when the file does not exist."""
    if not os.path.lexists(file):
        return {}
    found = {}
    for key, value in _pairs(file, _compose(file), "ids with kind, department, priority"):
        found[_text(file, key, "an id")] = _details(file, value)
    return found


def read_floors(file: Path) -> dict[str, Floor]:
    """The floors by language code; empty when the file does not exist."""
    if not os.path.lexists(file):
        return {}
    found = {}
    for key, value in _pairs(file, _compose(file), "language codes with calm and emergency"):
        counts = {_text(file, name, "a key"): _count(file, count) for name, count in _pairs(file, value, "counts")}
        if counts.keys() != set(Floor.__dataclass_fields__):
            raise _error(file, key, "expected both and nothing else: {calm: 60, emergency: 100}")
        code = _text(file, key, "a language code")
        if code not in LANGUAGES:
            raise _error(file, key, f"'{code}' is no language that is read; use one of {', '.join(LANGUAGES)}")
        found[code] = Floor(**counts)
    return found


def line_of(file: Path, intent: str, name: str) -> int:
    """Where the details of an id say this; for a complaint alone, so that nobody carries lines along. 1 where they do
    not."""
    for key, value in _pairs(file, _compose(file) if file.is_file() else None, "ids"):
        for inner, content in _pairs(file, value, "details") if key.value == intent else ():
            if inner.value == name:
                return int(content.start_mark.line) + 1
    return 1


def _count(file: Path, node: yaml.Node) -> int:
    text = _text(file, node, "a count")
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise _error(file, node, f"'{text}' is no count; write a whole number such as 60")
    return int(text)


def _details(file: Path, node: yaml.Node) -> Details:
    allowed = {"kind": KINDS, "priority": PRIORITIES, "handling": HANDLINGS, "actionable": ("true", "false")}
    values: dict[str, Any] = {}
    for key, value in _pairs(file, node, "kind, department, priority"):
        name, text = _text(file, key, "a key"), _text(file, value, "a value")
        if name not in Details.__dataclass_fields__:
            raise _error(file, key, f"unknown key '{name}'; use one of {', '.join(Details.__dataclass_fields__)}")
        if name in allowed and text not in allowed[name]:
            raise _error(file, value, f"'{name}: {text}' is not known; use one of {', '.join(allowed[name])}")
        values[name] = text == "true" if name == "actionable" else text
    return Details(**values)


def _entry(file: Path, key: yaml.Node, value: yaml.Node) -> Entry:
    title = ""
    sentences: list[tuple[str, int]] = []
    for name_node, content in _pairs(file, value, "title and examples"):
        name = _text(file, name_node, "a key")
        if name == "title":
            title = _text(file, content, "the title")
        elif name == "examples":
            sentences = list(_sentences(file, content))
        else:
            raise _error(file, name_node, f"unknown key '{name}'; use title and examples")
    examples, lines = tuple(text for text, _ in sentences), tuple(line for _, line in sentences)
    return Entry(_text(file, key, "an id"), title, examples, key.start_mark.line + 1, lines)


def _sentences(file: Path, node: yaml.Node) -> Iterator[tuple[str, int]]:
    if not isinstance(node, yaml.SequenceNode):
        raise _error(file, node, "examples must be a list; begin each sentence with '- '")
    for item in node.value:
        text = _text(file, item, "an example; put sentences that hold ': ' or begin with a sign in quotes")
        yield text, item.start_mark.line + 1


def _pairs(file: Path, node: yaml.Node | None, what: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        raise _error(file, node, f"expected a mapping of {what}")
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            raise _error(file, key, f"'{name}' stands twice in this mapping; join the two")
        seen.add(name)
        yield key, value


def _text(file: Path, node: yaml.Node, what: str) -> str:
    """Scalars as written: `119` and `yes` are sentences too."""
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        raise _error(file, node, f"expected text for {what}")
    return str(node.value).strip()


def _error(file: Path, node: yaml.Node, message: str) -> CatalogueError:
    return CatalogueError(file, node.start_mark.line + 1, message)


def _compose(file: Path) -> yaml.Node | None:
    """Raises CatalogueError for what cannot be read or is no YAML."""
    text = read_text(file)
    try:
        return compose(text)
    except yaml.YAMLError as error:
        raise yaml_error(file, text, error) from error


def read_text(file: Path) -> str:
    """Raises CatalogueError."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise CatalogueError(file, 1, f"cannot be read ({error.strerror}); check the path and its rights") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(file, 1, "is not UTF-8; save it as UTF-8") from error


def yaml_error(file: Path, text: str, error: yaml.YAMLError) -> CatalogueError:
    """What is wrong, and where."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    forbidden = _FORBIDDEN.search(text)
    if forbidden is not None:
        line = text.count("\n", 0, forbidden.start()) + 1
        what = f"holds the invisible character U+{ord(forbidden[0]):04X}; take it out"
        return CatalogueError(file, line, what)
    return CatalogueError(file, mark.line + 1 if mark else 1, _complaint(error, problem))


def _complaint(error: yaml.YAMLError, problem: str) -> str:
    if isinstance(error, ReferenceFound):
        return f"{problem}; write out what is meant instead of referring to it"
    if isinstance(error, TooDeep):
        return f"{problem}; an id has a title and a list of examples, nothing deeper"
    return f"no valid YAML ({problem}); check indentation and quotes"
