"""Examples as they stand in the files of a folder, each with its place: what a person needs to mend them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from intents.catalogue import entries
from intents.likeness import letters


@dataclass(frozen=True)
class Written:
    """One example; what is equal to another one is still there."""

    intent: str
    language: str
    text: str
    file: Path
    line: int

    @property
    def place(self) -> str:
        """File and line, short where the file stands below the working directory."""
        return f"{shown(self.file)}:{self.line}"

    @cached_property
    def plain(self) -> str:
        """Letters and digits; a text without any as it is."""
        return letters(self.text) or self.text


def written(folder: Path) -> list[Written]:
    """Every example of the folder: by language, file, id, in the order of the lines. Raises CatalogueError."""
    return [
        Written(entry.intent, code, text, file, line)
        for code, file, entry in entries(folder)
        for text, line in zip(entry.examples, entry.lines, strict=True)
    ]


def by_intent(sentences: Iterable[Written]) -> Iterator[list[Written]]:
    """Those of one id in one language together; an id stands in one file of a language only."""
    for _, group in groupby(sentences, key=lambda one: (one.language, one.intent)):
        yield list(group)


def shown(file: Path) -> str:
    """A path as one would type it here."""
    return os.path.relpath(file) if file.is_relative_to(Path.cwd()) else str(file)
