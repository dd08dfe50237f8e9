"""A language is a folder of each kind and one registration: no other code names one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.office import SAMPLE_OFFICE, load_office
from bot.render import TEXTS_DIR
from intents.catalogue import shipped_catalogue_path
from intents.language import LANGUAGES

ROOT = Path(__file__).parents[2]
FILES = sorted(path for package in ("bot", "intents", "storage") for path in (ROOT / package).rglob("*.py"))
NAMES = re.compile(r"korean|english|chinese|hangul|hanja", re.IGNORECASE)
# The registration, what it registers, and the keyboard on which two scripts share the keys.
READERS = {f"intents/{name}.py" for name in ("language", "korean", "jamo", "keyboard", "english", "chinese")}
REASONS = {
    "bot/operator_text.py": "a terminal speaks English first, whatever the residents speak",
    "bot/rules/tap_verbs.py": "'en' stands there for 'emergency: no'",
    "bot/sandbox/seed.py": "the people of the look-alike's world come from somewhere",
    "intents/mistype.py": "mistyping, for the measurements, is done on a keyboard",
}


def folders() -> dict[str, Path]:
    return {
        "examples": shipped_catalogue_path(),
        "texts": TEXTS_DIR,
        "answers": SAMPLE_OFFICE / "answers",
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_there_as_a_whole(code: str) -> None:
    assert [name for name, folder in folders().items() if not (folder / code).is_dir()] == []
    files = (shipped_catalogue_path() / "lexicon", SAMPLE_OFFICE / "emergencies", SAMPLE_OFFICE / "words")
    assert [folder.name for folder in files if not (folder / f"{code}.yaml").is_file()] == []
    office = load_office(SAMPLE_OFFICE)
    assert code in office.languages
    assert code in office.name
    assert all(code in department.names for department in office.departments.values())


def test_no_folder_is_of_a_language_that_is_not_registered() -> None:
    assert {path.name for folder in (TEXTS_DIR, SAMPLE_OFFICE / "answers") for path in folder.iterdir()} == {*LANGUAGES}


def named(path: Path) -> Iterator[str]:
    """Codes as strings, and names of languages in strings, identifiers and imports; comments are free."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str() as text) if id(node) not in described:
                if text in LANGUAGES or NAMES.search(text):
                    yield f"{node.lineno}: {text!r}"
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.FunctionDef(name=name):
                if NAMES.search(name):
                    yield f"{node.lineno}: {name}"
            case ast.alias(name=name):
                if NAMES.search(name):
                    yield f"{node.lineno}: {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_other_code_names_a_language(path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    found = [] if where in READERS else list(named(path))
    if where in REASONS:
        assert found, "nothing is named any more: take it out of the list"
    else:
        assert found == [], "let the registration in intents/language.py say it"
