"""The patterns of the lexicons, compiled: greetings and thanks, the frame of a letter, places, names and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SlotPatterns:
    """How a language writes places, cars, times and names (`intents.extract`)."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    area: re.Pattern[str]
    bare_name: re.Pattern[str]
    fillers: frozenset[str]
    not_names: frozenset[str]
    name_answers: tuple[re.Pattern[str], ...]
    """What a whole answer to "what is your name?" is like beside the bare name."""
    name_ends: tuple[str, ...]
    """What may follow a name that is given alone, the longest first."""
    name_leads: re.Pattern[str]
    """What people say before they tell it: a yes, a no, a hesitation, with what stands behind it."""
    name_times: re.Pattern[str]
    """A word that tells a time: no part of a name."""
    no_name_ends: tuple[str, ...]
    """Ends of what is a sentence and no name."""
    subject_ends: tuple[str, ...]
    """Ends of what a sentence goes on about: a word with one of them, and more behind it, is no name."""


def courtesies(lines: Iterable[str]) -> re.Pattern[str]:
    """Greetings and thanks with which a message begins, and the signs behind them."""
    return re.compile(rf"(?:\s*(?:{'|'.join(lines)})[\W_ㄱ-ㅣ]*)+", re.IGNORECASE)


def letters(files: Sequence[Mapping[str, Any]]) -> dict[str, re.Pattern[str]]:
    """The frame of a letter, in all languages at once, by the name of its part in `Lexicon`.

    Possessive loops: nothing that was taken is tried in another way, so a match takes linear time. A search for one
    would begin anew at every character and take its square: `intents.letter` goes on piece by piece."""
    parts = [content["letters"] for content in files]
    polite = [line for part in parts for line in (*part["addressees"], *part["closings"])]
    polite += [line for content in files for line in content["courtesies"]]
    who = [line for part in parts for line in part["introductions"]]
    behind = [line for part in parts for line in part["behind_names"]]
    words = [end for part in parts for end in part["sentence_ends"]]

    def piece(lines: Iterable[str]) -> str:
        return rf"(?:{'|'.join(lines)}|[\W_ㄱ-ㅣ])"

    ends = "|".join(rf"(?<={word})" for word in words)
    return {
        "frame": re.compile(rf"{piece(polite)}*+", re.IGNORECASE),
        "introducing": re.compile(rf"{piece((*polite, *who))}*+", re.IGNORECASE),
        "introduced": re.compile(piece((*behind, *polite, *who)), re.IGNORECASE),
        "sentence_end": re.compile(rf"[!?~…。！？；;\n]+\s*|\.(?=\s|$)\s*|[,，、](?!\d)\s*|(?:{ends})\s+"),
    }


def slots(content: Mapping[str, Any]) -> SlotPatterns:
    """Those of one language."""
    kinds = ("car", "place", "floor", "line", "since", "name")
    areas = sorted(map(str, content["area"]), key=len, reverse=True)
    return SlotPatterns(
        patterns={kind: tuple(re.compile(line) for line in content[kind]) for kind in kinds},
        area=_one_of(areas),
        bare_name=re.compile(content["bare_name"]),
        subject_ends=tuple(map(str, content["subject_ends"])),
        fillers=frozenset(map(str, content["fillers"])),
        not_names=frozenset(map(str, content["not_names"])),
        name_answers=tuple(re.compile(line, re.IGNORECASE) for line in content["name_answers"]),
        name_ends=tuple(sorted(map(str, content["name_ends"]), key=len, reverse=True)),
        name_leads=_leads(content["name_leads"]),
        name_times=re.compile("|".join(content["name_times"]), re.IGNORECASE),
        no_name_ends=tuple(map(str, content["no_name_ends"])),
    )


def _leads(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(word) for word in sorted(map(str, words), key=len, reverse=True))
    return re.compile(rf"(?:(?:{longest_first})(?:[\s,.!~]++|$))++", re.IGNORECASE)


def _one_of(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words, with or without their spaces. Looking at the first letter before trying them one by one takes
    a third of the time."""
    first = "".join(sorted({re.escape(word[0]) for word in words}))
    ways = "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words)
    return re.compile(rf"(?=[{first}])(?:{ways})", re.IGNORECASE)
