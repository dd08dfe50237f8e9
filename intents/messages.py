"""Messages from files and pipes: bytes that may hold anything -> texts, with the number of each bad line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


class MessageError(Exception):
    """A line of input cannot be used: source, line number, what it should be."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with the ids that a fair dispatcher would accept, the best first."""

    text: str
    intents: tuple[str, ...]
    language: str
    kind: str


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


def json_lines(lines: Iterable[bytes], source: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Objects with their line numbers; blank lines are passed over. Raises MessageError."""
    for number, line in enumerate(lines, start=1):
        text = decode(line).removeprefix("\ufeff")  # editors begin a file with it
        if not text.strip():
            continue
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", None) or "nested too deeply"
            raise MessageError(f'{source}:{number}: no valid JSON ({reason}); expected {{"text": "…"}}') from error
        if not isinstance(content, dict) or not isinstance(content.get("text"), str):
            raise MessageError(f'{source}:{number}: no "text"; expected {{"text": "…"}} with a string')
        yield number, content


def labelled(file: Path) -> list[Labelled]:
    """The messages of a labelled set. Raises MessageError."""
    found = []
    with file.open("rb") as lines:
        for number, content in json_lines(lines, str(file)):
            intents = content.get("intent")
            names = [intents] if isinstance(intents, str) else intents
            if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
                raise MessageError(f'{file}:{number}: no "intent"; expected an id or a list of ids')
            language, kind = str(content.get("lang", "?")), str(content.get("kind", "?"))
            found.append(Labelled(str(content["text"]), tuple(names), language, kind))
    if not found:
        raise MessageError(f"{file}:1: holds no messages")
    return found
