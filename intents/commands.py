"""What the command line does: reading lines, writing lines. The thinking is elsewhere."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from intents import evaluate as evaluation
from intents import messages
from intents.messages import Labelled
from intents.recognise import Recogniser
from intents.result import Match


def match(recogniser: Recogniser, source: BinaryIO, target: BinaryIO, jsonl: bool) -> int:
    """One JSON line for each message, in order, written as soon as it is known. Raises MessageError."""
    texts: Iterable[str] = (
        (str(content["text"]) for _, content in messages.json_lines(source, "standard input"))
        if jsonl
        else messages.plain(source)
    )
    try:
        for text in texts:
            target.write(as_json(recogniser.match(text)).encode("utf-8") + b"\n")
            target.flush()
    except BrokenPipeError:
        _reader_has_gone()
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
    lines = [f"  {name:<34}{loss:+7.1%}" for name, loss in losses.items()]
    return [*evaluation.report(results, emergencies), "", "robustness: points lost", *lines]


def say(lines: Iterable[str]) -> int:
    """Print lines for a person, whatever the terminal's encoding."""
    try:
        for line in lines:
            sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _reader_has_gone()
    return 0


def _reader_has_gone() -> None:
    """`| head` has seen enough: nothing left to do, nobody to tell, and nothing to flush at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
