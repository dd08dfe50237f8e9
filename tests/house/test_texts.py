"""Every sentence is in the catalogues, in every language, with the same variables; nothing is said inline."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "bot" / "texts"
LOCALES = sorted(path.name for path in TEXTS.iterdir() if path.is_dir())
# A table of sounds, and the proper names of the people in the look-alike's world: no sentences.
SPELLING = {"bot/rules/josa.py", "bot/sandbox/seed.py", "bot/sandbox/world.py"}
SCRIPT = re.compile("[가-힣一-龥]")


class _Variables(Visitor):  # type: ignore[misc]
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def catalogue(locale: str) -> dict[str, tuple[str, set[str]]]:
    """Key to (file, variables)."""
    found: dict[str, tuple[str, set[str]]] = {}
    for path in sorted((TEXTS / locale).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: cannot parse {entry.content[:60]!r}"
            if isinstance(entry, ftl.Message):
                variables = _Variables()
                variables.visit(entry)
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} stands twice"
                found[entry.id.name] = (path.name, variables.names)
    return found


def test_every_language_says_everything_with_the_same_variables() -> None:
    reference = catalogue("ko")
    for locale in LOCALES:
        other = catalogue(locale)
        assert {key: file for key, (file, _) in other.items()} == {key: file for key, (file, _) in reference.items()}
        different = {key for key, (_, names) in other.items() if names != reference[key][1]}
        assert not different, f"{locale}: other variables than in ko"


REFUSALS = ("MoveRefused", "NotFound", "NotAllowed", "OutOfDate", "NotUnderstood")
FOR_THE_OPERATOR = ("Problem", "sentence", "ApiError", "SettingsError", "OfficeError", "OperatorError", "_fatal")
# Which argument of a call is the key of a text.
KEY_AT = {"say": 1, "tell_office": 2, "tell": 2, **dict.fromkeys((*REFUSALS, *FOR_THE_OPERATOR), 0)}
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*-?")


def spoken_keys(folder: Path = ROOT / "bot") -> Iterator[tuple[str, str, bool]]:
    """(where, key, is only a beginning) of every text key that the code names literally, in the call that says it or
    in a name `key` before it."""
    for path in sorted(folder.rglob("*.py")):
        where = path.relative_to(folder).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for said in _said_by(node):
                for key, prefix in _literals(said):
                    if KEY.fullmatch(key):  # others are keys of rows, timers and the like
                        yield f"{where}:{said.lineno}", key, prefix


def _said_by(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign) and any(isinstance(name, ast.Name) and name.id == "key" for name in node.targets):
        return [node.value]
    if not isinstance(node, ast.Call):
        return []
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    at = KEY_AT.get(called)
    return [] if at is None else node.args[at : at + 1]


def _literals(node: ast.expr) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, False
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value), True


def test_a_key_is_seen_wherever_it_is_said(tmp_path: Path) -> None:
    said = (
        'work.say(locale, "a")',
        'say(locale, "b" if x else "c")',
        'tell_office(work, place, f"d-{e}")',
        'raise MoveRefused("f", number=1)',
        'key = "g"',
    )
    (tmp_path / "handler.py").write_text("\n".join(said), encoding="utf-8")
    assert sorted(key for _, key, _ in spoken_keys(tmp_path)) == ["a", "b", "c", "d-", "f", "g"]


def test_every_key_that_the_code_names_exists() -> None:
    known = catalogue("ko")
    spoken = list(spoken_keys())
    assert spoken
    missing = [
        f"{where} {key}"
        for where, key, prefix in spoken
        if not (any(name.startswith(key) for name in known) if prefix else key in known)
    ]
    assert not missing


CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "bot").rglob("*.py")))
BEGINNINGS = tuple(set(re.findall(r"""f["']([a-z][a-z0-9-]*-)\{""", CODE)))
ENDS = tuple(set(re.findall(r"""f["']\{[a-z_]+\}(-[a-z][a-z0-9-]*)["']""", CODE)))


def is_used(key: str) -> bool:
    """Named whole, or behind a beginning that the code completes, or in front of an end that it adds."""
    name = key.removeprefix("reply-")  # what people type is asked for without it
    names = {name, key, *(key.removesuffix(end) for end in ENDS)}
    return name.startswith(BEGINNINGS) or any(f'"{known}"' in CODE for known in names)


def test_every_key_of_the_catalogues_is_used() -> None:
    assert not is_used("staff-nobody-says-this")
    assert not [key for key in catalogue("ko") if not is_used(key)]


@pytest.mark.parametrize("path", sorted((ROOT / "bot").rglob("*.py")), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_sentence_of_a_resident_stands_in_the_code(path: Path) -> None:
    if path.relative_to(ROOT).as_posix() in SPELLING:
        assert SCRIPT.search(path.read_text(encoding="utf-8"))
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    # A string that stands alone describes what is above it.
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inline = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and SCRIPT.search(node.value)
        and id(node) not in docstrings | described
    ]
    assert not inline, "put it into bot/texts/ and name its key"
