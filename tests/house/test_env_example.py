"""`.env.example` and the settings name the same variables, and what it shows can be used as it stands."""

import re
from pathlib import Path

from bot.settings import PROJECT, Settings, load_settings

EXAMPLE = PROJECT / ".env.example"


def _variables(file: Path) -> dict[str, str]:
    found = re.findall(r"^([A-Z_]+)=(.*)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(found) == len(dict(found)), "each variable stands once"
    return dict(found)


def test_it_names_every_setting_and_nothing_else() -> None:
    assert list(_variables(EXAMPLE)) == [name.upper() for name in Settings.model_fields]


def test_each_variable_has_one_comment_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "=" in line and not line.startswith("#"):
            assert lines[number - 1].startswith("# "), line
            assert lines[number - 2] == "", f"{line}: one comment, not several"


def test_copied_as_it_stands_it_is_the_defaults() -> None:
    assert load_settings(_variables(EXAMPLE)) == load_settings({})
