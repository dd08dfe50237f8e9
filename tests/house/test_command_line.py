"""What an operator sees on the terminal: one line for each problem, an exit code, never a traceback."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOKEN = "7000000001:AAHaedapTestTokenOpensNothing"
#: A service that could start, if nothing else were wrong. Port 9 is closed on any machine.
WHOLE = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "TELEGRAM_API_URL": "http://127.0.0.1:9",
    "STAFF_CHAT_ID": "-1001234567890",
    "MANAGER_CHAT_ID": "-1001234567891",
}


def bot(*arguments: str, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> tuple[int, list[str], str]:
    """(exit code, lines on standard error, standard output) of `python -m bot`: this checkout's code, and nothing but
    `env` set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env={**kept, "PYTHONPATH": str(ROOT), **(env or {})},
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr.splitlines(), done.stdout


def test_a_command_that_does_not_exist_is_answered_in_one_line() -> None:
    code, problems, _ = bot("dance")
    assert code == 2
    assert len(problems) == 1
    assert "dance" in problems[0]
    assert "--help" in problems[0]


def test_help_names_every_command(tmp_path: Path) -> None:
    code, problems, shown = bot("--help", cwd=tmp_path)
    assert (code, problems) == (0, [])
    for command in ("run", "sandbox", "doctor", "init"):
        assert f"\n    {command} " in shown


def test_every_wrong_setting_has_a_line_that_names_it() -> None:
    code, problems, _ = bot("run", env={**WHOLE, "HTTP_PORT": "eighty", "LOG_FORMAT": "xml"})
    assert code == 2
    assert [problem.split(":")[0] for problem in problems] == ["HTTP_PORT", "LOG_FORMAT"]


def test_run_without_a_token_says_how_to_try_without_one() -> None:
    code, problems, _ = bot("run", "--clock", "clock.json", env={"STAFF_CHAT_ID": "-1001"})
    assert code == 2
    assert len(problems) == 1
    assert problems[0].startswith("TELEGRAM_BOT_TOKEN: ")
    assert "python -m bot sandbox" in problems[0]


@pytest.mark.parametrize("url", ["https://api.telegram.org", "http://192.168.0.7:8081", "http://127.0.0.1.example.org"])
def test_business_time_is_never_moved_where_real_people_write(url: str, tmp_path: Path) -> None:
    code, problems, _ = bot("run", "--clock", str(tmp_path / "clock.json"), env={**WHOLE, "TELEGRAM_API_URL": url})
    assert code == 2
    assert len(problems) == 1
    assert problems[0].startswith("--clock: ")
    assert TOKEN not in problems[0]


def test_init_makes_an_office_from_wherever_it_is_called(tmp_path: Path) -> None:
    code, problems, shown = bot("init", "mine", cwd=tmp_path)
    assert (code, problems) == (0, [])
    assert (tmp_path / "mine" / "office.yaml").is_file()
    assert str(tmp_path / "mine") in shown


def test_init_leaves_a_folder_that_holds_something_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear council", encoding="utf-8")
    code, problems, _ = bot("init", str(tmp_path))
    assert code == 2
    assert len(problems) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
