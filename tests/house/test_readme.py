"""What the README tells people to type exists."""

import importlib.util
import re
from pathlib import Path

from bot.handlers.owner import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_make_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)\b", README))
    assert {"run", "test", "check", "bench", "mutants"} <= named
    assert not [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)]


def test_every_module_command_exists() -> None:
    for package in set(re.findall(r"python -m ([a-z.]+)", README)):
        assert importlib.util.find_spec(f"{package}.__main__"), package


def test_every_folder_in_the_table_exists() -> None:
    folders = re.findall(r"^\| `([a-z_/]+/)` \|", README, re.MULTILINE)
    assert len(folders) > 8
    assert not [folder for folder in folders if not (ROOT / folder).is_dir()]


def test_every_command_of_an_owner_is_named() -> None:
    told = README[README.index("Owners need no commands") :].split("\n\n")[0]
    assert set(re.findall(r"`/([a-z]+)`", told)) == set(COMMANDS)


def test_what_an_office_makes_here_is_no_part_of_the_project() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    made = re.findall(r"-m bot init ([\w-]+)", README)
    assert made
    assert not [folder for folder in made if f"/{folder}/" not in ignored]
