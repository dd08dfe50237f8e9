"""What the look-alike refuses, with Telegram's own codes and sentences.

SandboxError
├── ApiError                 answered to the bot: {"ok": false, "error_code", "description", "parameters"}
│   ├── BadRequest      400
│   │   └── ChatMigrated     with parameters.migrate_to_chat_id
│   ├── Unauthorized    401  wrong token
│   ├── Forbidden       403  blocked, kicked, never started
│   ├── NotFound        404  unknown method
│   ├── Conflict        409  second poller, poller beside a webhook
│   ├── TooLarge        413
│   └── TooManyRequests 429  with parameters.retry_after
└── ControlError             answered to the page, tests and benches: {"error": text}

Texts were compared with the Bot API server's own source (github: tdlib/telegram-bot-api, Client.cpp).
"""

from typing import Any

Json = dict[str, Any]


class SandboxError(Exception):
    """Anything that the sandbox refuses to do."""


class ApiError(SandboxError):
    """An answer with ok=false. `description` is the complete sentence, prefix included."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> Json:
        """The JSON object that the client receives."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class BadRequest(ApiError):
    def __init__(self, reason: str, parameters: Json | None = None) -> None:
        super().__init__(400, f"Bad Request: {reason}", parameters)


class ChatMigrated(BadRequest):
    def __init__(self, new_id: int) -> None:
        super().__init__("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new_id})


class Unauthorized(ApiError):
    def __init__(self) -> None:
        super().__init__(401, "Unauthorized")


class Forbidden(ApiError):
    def __init__(self, reason: str) -> None:
        super().__init__(403, f"Forbidden: {reason}")


class NotFound(ApiError):
    def __init__(self) -> None:
        super().__init__(404, "Not Found")


class Conflict(ApiError):
    def __init__(self, reason: str) -> None:
        super().__init__(409, f"Conflict: {reason}")


class TooLarge(ApiError):
    def __init__(self) -> None:
        super().__init__(413, "Request Entity Too Large")


class TooManyRequests(ApiError):
    def __init__(self, retry_after: int) -> None:
        super().__init__(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


class ControlError(SandboxError):
    """A wrong wish of the page, a test or a bench: `status` is the HTTP status."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.status = status
