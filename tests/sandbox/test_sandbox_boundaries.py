"""The look-alike stands for Telegram: it knows nothing of the service that talks to it."""

import ast
from pathlib import Path

import pytest

SANDBOX = Path(__file__).resolve().parents[2] / "bot" / "sandbox"
OURS = ("bot", "intents", "storage")


@pytest.mark.parametrize("file", sorted(SANDBOX.rglob("*.py")), ids=lambda file: str(file.relative_to(SANDBOX)))
def test_it_imports_nothing_of_the_service(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    ours = {name for name in imported if name.split(".")[0] in (*OURS, "telegram", "sqlalchemy")}
    assert {name for name in ours if not name.startswith("bot.sandbox")} == set()
