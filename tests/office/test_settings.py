"""The environment: defaults, readings, and one line for each mistake that never shows a secret."""

import base64
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.office import SAMPLE_OFFICE
from bot.operator_text import lines
from bot.settings import PROJECT, TELEGRAM, Settings, load_settings, require_for_service

KEY = bytes(range(32))
KEY_TEXT = base64.urlsafe_b64encode(KEY).decode()


def complaints(**env: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings(env)
    assert caught.value.__cause__ is None
    return lines(caught.value)


def test_nothing_set_is_the_contracts_defaults() -> None:
    settings = load_settings({})
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == TELEGRAM
    assert settings.database_url == f"sqlite+aiosqlite:///{PROJECT}/haedap.db"
    assert settings.office_dir == SAMPLE_OFFICE
    assert (settings.http_host, settings.http_port) == ("127.0.0.1", 8080)
    assert (settings.log_level, settings.log_format) == ("INFO", "text")
    assert settings.manager_user_ids == ()
    assert not settings.uses_webhook


def test_everything_set() -> None:
    settings = load_settings(
        {
            "TELEGRAM_BOT_TOKEN": "123456:ABC-def_1",
            "TELEGRAM_API_URL": "http://127.0.0.1:9000/",
            "STAFF_CHAT_ID": "-1001234567890",
            "MANAGER_CHAT_ID": "-100987",
            "MANAGER_USER_IDS": "11, 22,11,",
            "WEBHOOK_URL": "https://desk.example/telegram/webhook",
            "WEBHOOK_SECRET": "abc_DEF-1",
            "HTTP_PORT": "0",
            "DATA_KEY": KEY_TEXT,
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": "JSON",
            "PATH": "/bin",
        }
    )
    assert settings.telegram_api_url == "http://127.0.0.1:9000"
    assert (settings.staff_chat_id, settings.manager_chat_id) == (-1001234567890, -100987)
    assert settings.manager_user_ids == (11, 22)
    assert settings.data_key == KEY
    assert (settings.http_port, settings.log_level, settings.log_format) == (0, "DEBUG", "json")
    assert settings.uses_webhook
    require_for_service(settings)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite+aiosqlite:///desk.db", f"sqlite+aiosqlite:///{PROJECT}/desk.db"),
        ("sqlite:///var/desk.db", f"sqlite+aiosqlite:///{PROJECT}/var/desk.db"),
        ("sqlite+aiosqlite:////srv/desk.db", "sqlite+aiosqlite:////srv/desk.db"),
        ("postgresql+asyncpg://u:p@db/desk", "postgresql+asyncpg://u:p@db/desk"),
        ("postgresql://u:p@db/desk", "postgresql+asyncpg://u:p@db/desk"),
        ("postgres://u:p@db/desk?sslmode=require", "postgresql+asyncpg://u:p@db/desk?ssl=require"),
        (
            "postgresql+asyncpg://postgres@/postgres?host=/run/pg",
            "postgresql+asyncpg://postgres@/postgres?host=/run/pg",
        ),
    ],
)
def test_database_addresses(given: str, used: str) -> None:
    assert load_settings({"DATABASE_URL": given}).database_url == used


@pytest.mark.parametrize(
    ("url", "itself"),
    [
        (TELEGRAM, True),
        ("https://API.telegram.org:443", True),
        ("http://127.0.0.1:8081", False),
        ("https://nottelegram.org", False),
    ],
)
def test_whether_calls_go_to_telegram_itself(url: str, itself: bool) -> None:
    assert load_settings({"TELEGRAM_API_URL": url}).talks_to_telegram is itself


@pytest.mark.parametrize(
    ("name", "value", "mend"),
    [
        ("TELEGRAM_BOT_TOKEN", "hunter2", "@BotFather"),
        ("TELEGRAM_API_URL", "hunter2", "https://host"),
        ("STAFF_CHAT_ID", "1234567890", "negative"),
        ("STAFF_CHAT_ID", "hunter2", "negative"),
        ("MANAGER_CHAT_ID", "hunter2", "whole number"),
        ("MANAGER_USER_IDS", "11,hunter2", "positive whole numbers"),
        ("MANAGER_USER_IDS", "-11", "positive whole numbers"),
        ("DATABASE_URL", "hunter2", "sqlite+aiosqlite:///haedap.db"),
        ("DATABASE_URL", "mysql://root:hunter2@db/x", "kind of database"),
        ("DATABASE_URL", "sqlite+aiosqlite:///:memory:", "no file is named"),
        ("DATABASE_URL", "sqlite+aiosqlite://", "no file is named"),
        ("WEBHOOK_URL", "hunter2", "https://host"),
        ("WEBHOOK_SECRET", "hunter2 hunter2", "A-Z a-z 0-9"),
        ("HTTP_PORT", "hunter2", "1 to 65535"),
        ("HTTP_PORT", "70000", "1 to 65535"),
        ("DATA_KEY", "hunter2", "32 bytes"),
        ("DATA_KEY", "hunter2!", "URL-safe base64"),
        ("LOG_LEVEL", "hunter2", "DEBUG"),
        ("LOG_FORMAT", "hunter2", "json"),
    ],
)
def test_one_line_names_the_variable_and_the_cure_and_never_the_value(name: str, value: str, mend: str) -> None:
    (said,) = complaints(**{name: value})
    assert said.startswith(f"{name}: ")
    assert mend in said
    assert "hunter2" not in said
    assert "\n" not in said


def test_all_mistakes_come_at_once() -> None:
    said = complaints(STAFF_CHAT_ID="x", HTTP_PORT="x", LOG_LEVEL="x")
    assert [line.split(":")[0] for line in said] == ["STAFF_CHAT_ID", "HTTP_PORT", "LOG_LEVEL"]


def test_a_webhook_without_a_secret_is_refused() -> None:
    (said,) = complaints(WEBHOOK_URL="https://desk.example/telegram/webhook")
    assert said.startswith("WEBHOOK_SECRET: not set")


def test_managers_do_not_share_the_staffs_group() -> None:
    (said,) = complaints(STAFF_CHAT_ID="-1001", MANAGER_CHAT_ID="-1001")
    assert said.startswith("MANAGER_CHAT_ID: the same group as STAFF_CHAT_ID")


def test_what_the_service_cannot_start_without() -> None:
    with pytest.raises(SettingsError) as caught:
        require_for_service(load_settings({}))
    assert [line.split(":")[0] for line in lines(caught.value)] == ["TELEGRAM_BOT_TOKEN", "STAFF_CHAT_ID"]


def test_secrets_are_not_in_the_settings_text() -> None:
    settings = load_settings(
        {
            "TELEGRAM_BOT_TOKEN": "123456:hunter2",
            "DATABASE_URL": "postgresql://u:hunter2@db/desk",
            "WEBHOOK_SECRET": "hunter2",
            "DATA_KEY": KEY_TEXT,
        }
    )
    assert "hunter2" not in f"{settings!r} {settings}"
    assert KEY_TEXT not in repr(settings)
    assert repr(KEY) not in repr(settings)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings({}).http_port = 1


def test_relative_folders_are_meant_from_the_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings({"OFFICE_DIR": "offices/ours"}).office_dir == PROJECT / "offices" / "ours"
    assert load_settings({"OFFICE_DIR": str(tmp_path)}).office_dir == tmp_path.resolve()


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("HTTP_PORT=1111\nLOG_FORMAT=json\nTELEGRAM_API_URL=\n", encoding="utf-8")
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setitem(Settings.model_config, "env_file", env_file)
    monkeypatch.setenv("HTTP_PORT", "2222")
    settings = load_settings()
    assert (settings.http_port, settings.log_format, settings.telegram_api_url) == (2222, "json", TELEGRAM)


def test_a_file_that_is_no_text_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"LOG_LEVEL=\xff\xfe")
    monkeypatch.setitem(Settings.model_config, "env_file", env_file)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert lines(caught.value)[0].startswith(".env: the file cannot be read")
