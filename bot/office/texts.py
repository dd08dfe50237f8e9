"""answers/, emergencies/ and words/ into values: every text is there, every variable in it is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields as fields_of
from string import Formatter

from bot.office import values
from bot.office.document import Entry, Problems, fields, items, mapping, text
from bot.office.filling import unknown_variables
from bot.office.schema import LONGEST_ID, Answer, Branch, Emergency, Words

_BUTTON_LIMIT = 40
_COUNTED = {"weekdays": 7, "months": 12}
_SLOTS = {
    "range": {"start", "end"},
    "until": {"first", "last"},
    "closed": {"days"},
    "closed_today": {"opening"},
    "date": {"month", "day", "weekday"},
    "moment": {"date", "time"},
    "fee_day": {"day"},
    "fee_month": {"fee", "bill"},
}
"""What each pattern of words/ is filled with; the others are plain."""


def read_answers(
    languages: Mapping[str, Entry],
    matters: Collection[str],
    known: Collection[str],
    words: Collection[str],
    problems: Problems,
) -> dict[tuple[str, str], Answer]:
    """Answers by (id, language). `matters`: ids that may be answered; `known`: variables; `words`: languages."""
    answers: dict[tuple[str, str], Answer] = {}
    for language, entry in languages.items():
        _has_words(language, entry, words, problems)
        for intent, value in mapping(entry, problems).items():
            if intent not in matters:
                problems.add(value.where, "office-answer-unknown", word=intent)
            elif answer := _answer(value, known, problems):
                answers[intent, language] = answer
    return answers


def _answer(entry: Entry, known: Collection[str], problems: Problems) -> Answer | None:
    found = fields(entry, ("text", "source", "reviewed", "link"), problems)
    missing = [name for name in ("text", "source", "reviewed") if name not in found or not text(found[name], problems)]
    for name in missing:
        problems.add(entry.where, "office-answer-field", field=name)
    if missing:
        return None
    reviewed = values.day(text(found["reviewed"], problems), found["reviewed"].where, problems)
    link = values.web_link(found["link"], problems) if "link" in found else None
    body = _template(found["text"], known, problems)
    return Answer(body, text(found["source"], problems), reviewed, link) if reviewed else None


def read_emergencies(
    languages: Mapping[str, Entry],
    matters: Collection[str],
    known: Collection[str],
    words: Collection[str],
    problems: Problems,
) -> dict[tuple[str, str], Emergency]:
    """Safety texts by (id, language). Only the sample's ids are emergencies: an office cannot invent one."""
    emergencies: dict[tuple[str, str], Emergency] = {}
    for language, entry in languages.items():
        _has_words(language, entry, words, problems)
        for intent, value in mapping(entry, problems).items():
            if intent not in matters:
                problems.add(value.where, "office-emergency-unknown", word=intent, known=", ".join(sorted(matters)))
                continue
            found = fields(value, ("text", "branches"), problems)
            if "text" not in found or not text(found["text"], problems):
                problems.add(value.where, "office-emergency-branch", field="text")
                continue
            branches = mapping(found["branches"], problems) if "branches" in found else {}
            emergencies[intent, language] = Emergency(
                _template(found["text"], known, problems),
                {short(name, branch, problems): _branch(branch, known, problems) for name, branch in branches.items()},
            )
    return emergencies


def short(name: str, entry: Entry, problems: Problems) -> str:
    """An id, which must fit behind a button."""
    if len(name.encode()) > LONGEST_ID:
        problems.add(entry.where, "office-id-long", word=name, most=LONGEST_ID)
    return name


def _branch(entry: Entry, known: Collection[str], problems: Problems) -> Branch:
    found = fields(entry, ("button", "text"), problems)
    for name in ("button", "text"):
        if name not in found or not text(found[name], problems):
            problems.add(entry.where, "office-emergency-branch", field=name)
            return Branch("", "")
    button = text(found["button"], problems)
    if len(button) > _BUTTON_LIMIT:
        problems.add(found["button"].where, "office-button-long", length=len(button))
    return Branch(button, _template(found["text"], known, problems))


def read_words(languages: Mapping[str, Entry], problems: Problems) -> dict[str, Words]:
    """The small words of each language; every key is needed, and every pattern holds what it is filled with."""
    return {language: found for language, entry in languages.items() if (found := _read_words(entry, problems))}


def _read_words(entry: Entry, problems: Problems) -> Words | None:
    before = len(problems.found)
    keys = [field.name for field in fields_of(Words)]
    found = fields(entry, keys, problems)
    for key in keys:
        if key not in found:
            problems.add(entry.where, "office-words-missing", word=key)
    lists: dict[str, tuple[str, ...]] = {}
    patterns: dict[str, str] = {}
    for key, value in found.items():
        if key in _COUNTED:
            lists[key] = tuple(text(item, problems) for item in items(value, problems))
            if len(lists[key]) != _COUNTED[key]:
                problems.add(value.where, "office-words-count", word=key, count=_COUNTED[key])
        else:
            # A separator may begin or end with a blank, so nothing is cut off here.
            patterns[key] = value.value if isinstance(value.value, str) else text(value, problems)
            if _variables_of(patterns[key]) != _SLOTS.get(key, set()):
                slots = " ".join(f"{{{name}}}" for name in sorted(_SLOTS.get(key, set()))) or "-"
                problems.add(value.where, "office-words-slots", word=key, slots=slots)
    if len(problems.found) > before:
        return None
    return Words(**lists, **patterns)  # type: ignore[arg-type]  # every field is in one of the two, see `keys`


def _variables_of(pattern: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
    except ValueError:
        return {"{"}


def _template(entry: Entry, known: Collection[str], problems: Problems) -> str:
    body = text(entry, problems)
    for name in unknown_variables(body, known):
        problems.add(entry.where_of(f"{{{name}"), "office-variable", value=f"{{{name}}}", known=" ".join(known))
    return body


def _has_words(language: str, entry: Entry, words: Collection[str], problems: Problems) -> None:
    if language not in words:
        problems.add(entry.where, "office-words-file", language=language)
