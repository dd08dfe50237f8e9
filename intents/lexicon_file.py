"""One YAML file of a lexicon -> plain values of the shape that `intents.lexicon` builds on.

CatalogueError   one line "file:line: what is wrong, and how to mend it"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from intents.intent_file import CatalogueError, read_text, yaml_error
from intents.near_ids import nearest_id

WORDS, GROUPS, PATTERN, PATTERNS, ENDS = "words", "groups", "pattern", "patterns", "ends"
"""A list of words; such lists by name; a regular expression; a list of them, and of those that stand behind a word."""

Shape = str | Mapping[str, Any]
Way = tuple[str | int, ...]
"""Keys and places in lists that lead to a value."""

LANGUAGE: Mapping[str, Shape] = {
    "concepts": GROUPS,
    **dict.fromkeys(("denial", "hypothetical", "past"), GROUPS),
    **dict.fromkeys(("now", "joiners", "common"), WORDS),
    **dict.fromkeys(("courtesies", "abuse", "once", "asked"), PATTERNS),
    "letters": {
        **dict.fromkeys(("addressees", "closings", "introductions", "behind_names"), PATTERNS),
        "sentence_ends": ENDS,
    },
    "slots": {
        **dict.fromkeys(("car", "place", "floor", "line", "since", "name", "name_answers", "name_times"), PATTERNS),
        **dict.fromkeys(
            ("area", "fillers", "not_names", "name_leads", "name_ends", "no_name_ends", "subject_ends"), WORDS
        ),
        "bare_name": PATTERN,
    },
}
"""What the file of a language holds."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(file: Path, shape: Shape) -> dict[str, Any]:
    """The content, if it has the shape. Raises CatalogueError."""
    text = read_text(file)
    try:
        content = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise yaml_error(file, text, error) from error
    for way, wrong in _faults(content, shape, ()):
        raise _error(file, way, wrong)
    return dict(content)


def read_rules(file: Path, strengths: Collection[str], concepts: Collection[str]) -> dict[str, dict[str, list[str]]]:
    """The rules by id and strength. Raises CatalogueError also for a strength or a concept that there is not: such a
    rule would never speak."""
    content = read(file, {})
    for intent, lines in content.items():
        for wrong in _faults(lines, GROUPS, (intent,)):
            raise _error(file, *wrong)
        for strength, rules in lines.items():
            if strength not in strengths:
                raise _error(
                    file, (intent, strength), f"'{strength}' is no strength; use one of {', '.join(strengths)}"
                )
            for place, line in enumerate(rules):
                for concept in (part.strip() for part in str(line).split("+")):
                    if concept not in concepts:
                        near = nearest_id(concept, concepts)
                        cure = f"is '{near}' meant?" if near else "name one that stands in the file of a language"
                        raise _error(
                            file, (intent, strength, place), f"no language has the concept '{concept}'; {cure}"
                        )
    return content


def bad_pattern(
    contents: Mapping[str, Mapping[str, Any]], files: Mapping[str, Path], error: re.error
) -> CatalogueError:
    """Which pattern cannot be read; they are only tried one by one when all of them together were of no use."""
    for code, content in contents.items():
        for way, pattern in _patterns(content, LANGUAGE, ()):
            try:
                re.compile(pattern)
            except re.error as reason:
                return _error(
                    files[code], way, f"'{pattern}' is no pattern ({reason.msg}); mend it as one of Python's re"
                )
    folder = next(iter(files.values())).parent
    return CatalogueError(
        folder, 1, f"the patterns of the languages do not go together ({error.msg}); mend the last one"
    )


def _faults(value: Any, shape: Shape, way: Way) -> Iterator[tuple[Way, str]]:
    if shape == PATTERN:
        if not isinstance(value, str):
            yield way, "expected one pattern in quotes"
    elif shape == GROUPS or not isinstance(shape, str):
        if not isinstance(value, dict):
            yield way, "expected keys with values below them; compare with the file of another language"
            return
        for name, inner in (shape if isinstance(shape, Mapping) else dict.fromkeys(value, WORDS)).items():
            if name in value:
                yield from _faults(value[name], inner, (*way, name))
            else:
                yield way, f"the key '{name}' is missing; take it over from the file of another language"
    elif not isinstance(value, list):
        yield way, "expected a list; write [] where there is nothing to say"
    else:
        scalar = str if shape in (PATTERNS, ENDS) else (str, int, float, bool)
        places = (place for place, word in enumerate(value) if not isinstance(word, scalar))
        yield from (((*way, place), "expected text; put it in quotes") for place in places)


def _patterns(value: Any, shape: Shape, way: Way) -> Iterator[tuple[Way, str]]:
    if isinstance(shape, Mapping):
        for name, inner in shape.items():
            yield from _patterns(value[name], inner, (*way, name))
    elif shape == PATTERN:
        yield way, value
    elif shape in (PATTERNS, ENDS):
        for place, pattern in enumerate(value):
            yield (*way, place), rf"(?<={pattern})" if shape == ENDS else pattern


def _error(file: Path, way: Way, message: str) -> CatalogueError:
    where = ".".join(str(step) for step in way if isinstance(step, str))
    return CatalogueError(file, _line(file, way), f"{where}: {message}" if where else message)


def _line(file: Path, way: Way) -> int:
    """Looked for when there is something to complain of, so that no start pays for lines."""
    node: Any = yaml.compose(read_text(file), Loader=_LOADER)
    line = 1
    for step in way:
        if isinstance(step, int):
            node = node.value[step]
            line = int(node.start_mark.line) + 1
        else:
            key, node = next((key, value) for key, value in node.value if str(key.value) == str(step))
            line = int(key.start_mark.line) + 1
    return line
