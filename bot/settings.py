"""The environment: the only place that reads it (`.env` at the project root included).

Every name of `.env.example` is a field here in lower case; a test compares the two. Problems come out as
`SettingsError`, one problem per variable, and never carry a value: it may be a token pasted into the wrong line."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from bot.errors import Problem, SettingsError
from bot.office import SAMPLE_OFFICE

PROJECT = Path(__file__).resolve().parent.parent
TELEGRAM = "https://api.telegram.org"


def _wrong(reason: str) -> PydanticCustomError:
    """`reason` is a part of the text key: setting-<name>-<reason>."""
    return PydanticCustomError(reason, "{reason}", {"reason": reason})


def _token(value: str) -> str:
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", value.strip()):
        raise _wrong("shape")
    return value.strip()


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value.strip())
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise _wrong("shape")
    return value.strip().rstrip("/")


def _user_ids(value: str | tuple[int, ...]) -> tuple[int, ...]:
    if isinstance(value, tuple):
        return value
    words = [word.strip() for word in value.split(",") if word.strip()]
    if not all(re.fullmatch(r"[1-9]\d{0,18}", word) for word in words):
        raise _wrong("shape")
    return tuple(dict.fromkeys(int(word) for word in words))


def _data_key(value: str | bytes) -> bytes:
    if isinstance(value, bytes):
        return value
    text = value.strip().rstrip("=")
    try:
        if not re.fullmatch(r"[A-Za-z0-9_-]*", text):
            raise _wrong("shape")
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise _wrong("shape") from None
    if len(key) != 32:
        raise _wrong("length")
    return key


def _database_url(value: str) -> str:
    """SQLAlchemy's address with the asynchronous driver; a relative file is meant from the project's folder."""
    scheme, sep, rest = value.strip().partition("://")
    if not sep:
        raise _wrong("shape")
    if scheme in ("sqlite", "sqlite+aiosqlite"):
        name, question, query = rest.removeprefix("/").partition("?")
        if not rest.startswith("/") or name in ("", ":memory:") or "mode=memory" in query:
            raise _wrong("file")
        return f"sqlite+aiosqlite:///{(PROJECT / name).as_posix()}{question}{query}"
    if scheme in ("postgres", "postgresql", "postgresql+asyncpg"):
        # asyncpg knows libpq's sslmode by the name ssl.
        return "postgresql+asyncpg://" + re.sub(r"([?&])sslmode=", r"\1ssl=", rest)
    raise _wrong("kind")


def _upper(value: str) -> str:
    return value.strip().upper()


def _lower(value: str) -> str:
    return value.strip().lower()


def _folder(value: str | Path) -> Path:
    return (PROJECT / Path(value).expanduser()).resolve()


class Settings(BaseSettings):
    """Frozen. Secrets are kept out of `repr`."""

    model_config = SettingsConfigDict(
        frozen=True, env_file=PROJECT / ".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    telegram_bot_token: Annotated[str, BeforeValidator(_token)] | None = Field(default=None, repr=False)
    telegram_api_url: Annotated[str, BeforeValidator(_web_address)] = TELEGRAM
    staff_chat_id: Annotated[int, Field(lt=0, ge=-(2**63))] | None = None
    manager_chat_id: Annotated[int, Field(lt=2**63, ge=-(2**63))] | None = None
    manager_user_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_user_ids)] = ()
    database_url: Annotated[str, BeforeValidator(_database_url)] = Field(
        default="sqlite+aiosqlite:///haedap.db", repr=False, validate_default=True
    )
    office_dir: Annotated[Path, BeforeValidator(_folder)] = SAMPLE_OFFICE
    webhook_url: Annotated[str, BeforeValidator(_web_address)] | None = None
    webhook_secret: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,256}$")] | None = Field(default=None, repr=False)
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    data_key: Annotated[bytes, BeforeValidator(_data_key)] | None = Field(default=None, repr=False)
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)] = "INFO"
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"

    @property
    def talks_to_telegram(self) -> bool:
        """True when calls go to Telegram itself, not to a look-alike: the sample office must not start then."""
        host = urlsplit(self.telegram_api_url).hostname or ""
        return host == "telegram.org" or host.endswith(".telegram.org")

    @property
    def uses_webhook(self) -> bool:
        return self.webhook_url is not None


class _Given(Settings):
    """Settings from the values handed in and nothing else: neither the process's environment nor `.env`."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def load_settings(env: Mapping[str, str] | None = None) -> Settings:
    """The settings of `env`, or of the process's environment and `.env` (the environment wins).

    An empty value counts as not set. Raises SettingsError with one problem per wrong variable."""
    try:
        settings = Settings() if env is None else _Given(**_given(env))
    except ValidationError as error:
        raise SettingsError.of(_problems(error)) from None
    except (UnicodeDecodeError, OSError):
        raise SettingsError("setting-env-file", where=".env") from None
    if settings.webhook_url and not settings.webhook_secret:
        raise SettingsError("setting-webhook-secret-missing", where="WEBHOOK_SECRET")
    if settings.staff_chat_id is not None and settings.manager_chat_id == settings.staff_chat_id:
        raise SettingsError("setting-manager-chat-same", where="MANAGER_CHAT_ID")
    return settings


def require_for_service(settings: Settings) -> None:
    """What the real service cannot start without. Raises SettingsError naming everything that is missing."""
    needed = ("telegram_bot_token", "staff_chat_id")
    missing = [name for name in needed if getattr(settings, name) is None]
    if missing:
        raise SettingsError.of(Problem(f"{_key(name)}-missing", name.upper()) for name in missing)


def _given(env: Mapping[str, str]) -> dict[str, Any]:
    return {name.lower(): text for name, text in env.items() if text and name.lower() in Settings.model_fields}


def _key(field: str) -> str:
    return f"setting-{field.replace('_', '-')}"


def _problems(error: ValidationError) -> list[Problem]:
    """One problem per variable; pydantic's own words are not used, they quote the value."""
    found: dict[str, Problem] = {}
    for item in error.errors(include_input=False, include_url=False):
        name = str(item["loc"][0])
        reason = item["type"] if item["type"] in ("length", "file", "kind") else ""
        found.setdefault(name, Problem("-".join(filter(None, [_key(name), reason])), name.upper()))
    return list(found.values())
