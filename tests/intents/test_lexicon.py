"""Mistakes in the words and rules of the lexicon are named with file, line and cure."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import intents
from intents.catalogue import CatalogueError
from intents.lexicon import read_lexicon, shipped_lexicon

PACKAGE = Path(intents.__file__).parent
SHIPPED = PACKAGE / "data" / "lexicon"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "lexicon"))


def line_of(text: str, beginning: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(beginning))


def test_the_shipped_one_has_none(folder: Path) -> None:
    assert read_lexicon(folder) == shipped_lexicon()


@pytest.mark.parametrize(
    ("file", "beginning", "instead", "says"),
    [
        ("ko.yaml", "joiners:", "joinres:", "the key 'joiners' is missing; take it over"),
        ("en.yaml", "  area:", "  arae:", "slots: the key 'area' is missing"),
        ("ko.yaml", "  bare_name:", "  bare_name: '('\n  bare:", "slots.bare_name: '(' is no pattern"),
        ("ko.yaml", "  name_leads:", "  name_laeds:", "slots: the key 'name_leads' is missing"),
        ("en.yaml", "  name_times:", "  name_times: ['(']\n  times:", "slots.name_times: '(' is no pattern"),
        ("zh.yaml", "now:", "now: today\nlater:", "now: expected a list"),
        ("en.yaml", "now:", "now: [[a]]\nlater:", "now: expected text"),
        ("rules.yaml", "  cry:", "  cyr:", "emergency.fire.cyr: 'cyr' is no strength; use one of none"),
        ("rules.yaml", "  cry:", "  cry: [smkoe]\n  asks:", "no language has the concept 'smkoe'; is 'smoke' meant?"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(folder: Path, file: str, beginning: str, instead: str, says: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(f"\n{beginning}", f"\n{instead}", 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_lexicon(folder)
    assert caught.value.file == folder / file
    assert says in str(caught.value)
    whole = "is missing" in says and not says.startswith("slots")
    wanted = 1 if whole else line_of(text, "slots:" if says.startswith("slots: the key") else beginning)
    assert caught.value.line == wanted


def emptied(file: Path) -> None:
    file.write_text("# nothing\n", encoding="utf-8")


def broken(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8") + "\n - [\n", encoding="utf-8")


def with_a_bad_pattern(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\ncourtesies:\n", "\ncourtesies:\n  - 'hi('\n", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (emptied, "1: expected keys with values below them"),
        (Path.unlink, "1: cannot be read (No such file or directory)"),
        (broken, "no valid YAML"),
        (with_a_bad_pattern, "courtesies: 'hi(' is no pattern"),
    ],
)
def test_the_command_says_it_in_one_line(tmp_path: Path, spoil: Callable[[Path], None], says: str) -> None:
    shutil.copytree(PACKAGE, tmp_path / "intents", ignore=shutil.ignore_patterns("__pycache__"))
    file = tmp_path / "intents" / "data" / "lexicon" / "en.yaml"
    spoil(file)
    done = subprocess.run(
        [sys.executable, "-m", "intents", "match"],
        input=b"", cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, check=False,
    )  # fmt: skip
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (2, 1)
    assert said.startswith(f"intents: {file}:")
    assert says in said
