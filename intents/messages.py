"""Messages from files and pipes: bytes that may hold anything -> texts, with the number of each bad line."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from intents.near_ids import nearest_id
from intents.result import OUT_OF_SCOPE


class MessageError(Exception):
    """A line of input cannot be used: source, line number, what it should be."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with the ids that a fair dispatcher would accept, the best first, and the line where it stands."""

    text: str
    intents: tuple[str, ...]
    language: str
    kind: str
    line: int = 1


def decode(line: bytes) -> str:
    """Text of one line without its end. Lone surrogates are kept, other broken bytes become U+FFFD."""
    line = line.removesuffix(b"\n").removesuffix(b"\r")
    try:
        return line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return line.decode("utf-8", "replace")


def plain(lines: Iterable[bytes]) -> Iterator[str]:
    """One message a line, empty ones too."""
    return map(decode, lines)


def lines_of(source: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of a stream. Raises MessageError where it cannot be read."""
    try:
        yield from source
    except OSError as error:
        raise MessageError(f"{name}: cannot be read ({error.strerror}); give a file or a pipe of lines") from error


def json_lines(lines: Iterable[bytes], source: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Objects with their line numbers; blank lines are passed over. Raises MessageError."""
    for number, line in enumerate(lines, start=1):
        text = decode(line).removeprefix("\ufeff")  # editors begin a file with it
        if not text.strip():
            continue
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise MessageError(f'{source}:{number}: no valid JSON ({_why(error)}); expected {{"text": "…"}}') from error
        if not isinstance(content, dict) or not isinstance(content.get("text"), str):
            raise MessageError(f'{source}:{number}: no "text"; expected {{"text": "…"}} with a string')
        yield number, content


def _why(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"


def labelled(file: Path) -> list[Labelled]:
    """The messages of a labelled set. Raises MessageError."""
    found = []
    with file.open("rb") as lines:
        for number, content in json_lines(_utf8(lines, file), str(file)):
            intents = content.get("intent")
            names = [intents] if isinstance(intents, str) else intents
            if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
                raise MessageError(f'{file}:{number}: no "intent"; expected an id or a list of ids')
            language, kind = str(content.get("lang", "?")), str(content.get("kind", "?"))
            found.append(Labelled(str(content["text"]), tuple(names), language, kind, number))
    if not found:
        raise MessageError(f'{file}:1: holds no messages; write one {{"text": "…", "intent": "…"}} a line')
    return found


def refuse_unknown(asked: Iterable[Labelled], file: Path, known: Collection[str]) -> None:
    """Raises MessageError for a label that no answer could ever equal: it would count as an error of the recogniser.
    A coarser id than those of the catalogue is known by its children."""
    for message in asked:
        for label in message.intents:
            if label == OUT_OF_SCOPE or label in known or any(intent.startswith(f"{label}.") for intent in known):
                continue
            like = f"is '{near}' meant?" if (near := nearest_id(label, known)) else "correct it or take it out"
            raise MessageError(f"{file}:{message.line}: the catalogue has no id '{label}'; {like}")


def _utf8(lines: Iterable[bytes], file: Path) -> Iterator[bytes]:
    """A file is measured with, so that nothing in it is guessed at; half characters (lone surrogates) are text."""
    for number, line in enumerate(lines, start=1):
        try:
            line.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise MessageError(f"{file}:{number}: is not UTF-8; save it as UTF-8") from None
        yield line
