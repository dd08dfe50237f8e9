"""What the operator reads: every key has its text in every language, on one line."""

import re
from pathlib import Path

import pytest

from bot.errors import DatabaseError, Problem
from bot.operator_text import line, lines, sentence
from bot.render import TEXTS_DIR
from bot.settings import PROJECT, Settings
from intents.language import LANGUAGES

SOURCES = (*(PROJECT / "bot" / "office").glob("*.py"), PROJECT / "bot" / "settings.py")


def _keys(file: Path) -> set[str]:
    return set(re.findall(r"^([a-z][a-z0-9-]*) =", file.read_text(encoding="utf-8"), flags=re.MULTILINE))


def _variables(file: Path) -> dict[str, set[str]]:
    texts = re.findall(r"^([a-z][a-z0-9-]*) = (.*)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {key: set(re.findall(r"\$(\w+)", text)) for key, text in texts}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_variables(locale: str) -> None:
    assert _variables(TEXTS_DIR / locale / "operator.ftl") == _variables(TEXTS_DIR / "en" / "operator.ftl")


def test_every_key_that_settings_and_office_raise_has_a_text() -> None:
    raised = {
        key
        for source in SOURCES
        for key in re.findall(r'"((?:office|init|setting)-[a-z-]+)"', source.read_text(encoding="utf-8"))
    }
    for name in Settings.model_fields:
        raised.add(f"setting-{name.replace('_', '-')}")
    assert len(raised) > 40, "the search found the keys"
    assert raised <= _keys(TEXTS_DIR / "en" / "operator.ftl")


def test_whatever_storage_refuses_at_the_start_has_a_text() -> None:
    files = ("address", "cipher", "database", "installation", "sqlite", "upgrade")
    reasons = {
        reason
        for file in files
        for reason in re.findall(
            r'(?:AddressError|DataKeyError|OtherBotError|Unreachable|Unusable)\(\s*"([a-z-]+)"',
            (PROJECT / "storage" / f"{file}.py").read_text(encoding="utf-8"),
        )
    }
    assert len(reasons) > 12, "the search found the reasons"
    assert {f"database-{reason}" for reason in reasons} <= _keys(TEXTS_DIR / "en" / "operator.ftl")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_numbers_stay_numbers_and_lines_stay_lines(locale: str) -> None:
    said = line(Problem("api-staff-chat-no-forum", "STAFF_CHAT_ID", {"chat": -1001234567890}), locale)
    assert said.startswith("STAFF_CHAT_ID: ")
    assert "-1001234567890" in said
    assert "\n" not in sentence("database-unreachable", locale, reason="no\nroute")


def test_what_is_too_long_to_be_read_is_cut() -> None:
    said = sentence("office-duration", value="9" * 6000)
    assert said.endswith('…" is not a duration; write 500ms, 45s, 30m, 2h, 7d or none.')


def test_an_error_without_a_text_still_says_something() -> None:
    assert lines(DatabaseError("database-on-fire", file="x.db")) == ["database-on-fire file=x.db"]
    assert str(DatabaseError("database-on-fire", file="x.db")) == "database-on-fire file=x.db"
