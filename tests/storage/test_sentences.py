"""Every way in which storage can refuse has its line on the terminal."""

import ast
from pathlib import Path

import storage
from storage import errors
from storage.sentences import SENTENCES

SOURCES = sorted(Path(storage.__file__).parent.glob("*.py"))
ERRORS = {name for name in vars(errors) if isinstance(vars(errors)[name], type)}


def raised() -> dict[str, set[str]]:
    """Reasons written down in the sources, each with the names of its details."""
    found: dict[str, set[str]] = {}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS and node.args:
                reason = node.args[0]
                assert isinstance(reason, ast.Constant), ast.unparse(node)
                found.setdefault(str(reason.value), set()).update(word.arg or "reason" for word in node.keywords)
    return found


def test_every_reason_has_a_sentence_and_every_sentence_a_reason() -> None:
    assert set(SENTENCES) == set(raised())


def test_every_variable_is_given() -> None:
    for reason, details in raised().items():
        SENTENCES[reason].format(**dict.fromkeys(details, "x"))
