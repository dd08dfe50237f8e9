"""What the command line does: reading lines, writing lines. The thinking is elsewhere."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from intents import evaluate as evaluation
from intents import messages
from intents.messages import Labelled, MessageError
from intents.recognise import Recogniser
from intents.result import Match

_INPUT, _OUTPUT = "standard input", "standard output"


def match(recogniser: Recogniser, source: BinaryIO, target: BinaryIO, jsonl: bool) -> int:
    """One JSON line for each message, in order, written as soon as it is known. Raises MessageError."""
    lines = messages.lines_of(source, _INPUT)
    texts: Iterable[str] = (
        (str(content["text"]) for _, content in messages.json_lines(lines, _INPUT)) if jsonl else messages.plain(lines)
    )
    _write_all((as_json(recogniser.match(text)).encode("utf-8") for text in texts), target)
    return 0


def as_json(found: Match) -> str:
    """A match as the contract's JSON line."""
    return json.dumps(
        {
            "intent": found.intent,
            "decision": found.decision.value,
            "emergency": found.emergency.value if found.emergency else None,
            "emergency_intent": found.emergency_intent,
            "score": found.score,
            "candidates": [{"intent": candidate.intent, "score": candidate.score} for candidate in found.candidates],
            "wishes": list(found.wishes),
            "slots": dict(found.slots),
        },
        ensure_ascii=False,
    )


def evaluate(recogniser: Recogniser, asked: Sequence[Labelled]) -> list[str]:
    """The report over labelled messages."""
    results = [evaluation.Result(message, recogniser.match(message.text)) for message in asked]
    emergencies = {intent.id for intent in recogniser.catalogue if intent.kind == "emergency"}
    losses = evaluation.robustness(asked, recogniser.match)
    lines = [f"  {name:<34}{evaluation.percent(loss, signed=True)}" for name, loss in losses.items()]
    return [*evaluation.report(results, emergencies), "", "robustness: points lost", *lines]


def say(lines: Iterable[str]) -> int:
    """Print lines for a person, whatever the terminal's encoding. Raises MessageError."""
    _write_all((line.encode("utf-8", "replace") for line in lines), standard_output())
    return 0


def standard_input() -> BinaryIO:
    """Raises MessageError where whoever began this process closed it (`<&-`)."""
    if sys.stdin is None:
        raise MessageError(f"{_INPUT}: is closed; send messages to it, or nothing: < /dev/null")
    return sys.stdin.buffer


def standard_output() -> BinaryIO:
    """Raises MessageError where whoever began this process closed it (`>&-`)."""
    if sys.stdout is None:
        raise MessageError(f"{_OUTPUT}: is closed; leave it open, or throw away what is said: > /dev/null")
    return sys.stdout.buffer


def _write_all(lines: Iterable[bytes], target: BinaryIO) -> None:
    """Each line as it comes. What goes wrong where lines are made is no fault of the output."""
    for line in lines:
        if not _is_written(line, target):
            return


def _is_written(line: bytes, target: BinaryIO) -> bool:
    """`| head` has seen enough: nobody to tell. A disk that is full is named. Either way nothing is left to write."""
    try:
        target.write(line + b"\n")
        target.flush()
    except BrokenPipeError:
        _let_go()
        return False
    except OSError as error:
        _let_go()
        raise MessageError(f"{_OUTPUT}: cannot be written ({error.strerror}); make room or write elsewhere") from error
    return True


def _let_go() -> None:
    """What is still to be flushed at the end goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
