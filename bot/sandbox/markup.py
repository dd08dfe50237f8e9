"""Reply markups: what Telegram refuses in them."""

from typing import Any

from bot.sandbox.errors import BadRequest, Json

MAX_BUTTONS = 100
MAX_DATA_BYTES = 64
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")


def checked(markup: Json | None, *, inline_only: bool = False) -> Json | None:
    """The markup as it is kept (an empty one is none), or 400."""
    if not markup:
        return None
    if not any(kind in markup for kind in _KINDS):
        raise BadRequest("object expected as reply markup")
    if inline_only and "inline_keyboard" not in markup:
        raise BadRequest("inline keyboard expected")
    if "inline_keyboard" in markup:
        wanted = _rows(markup["inline_keyboard"], "inline_keyboard")
        rows = [[_inline_button(button) for button in row] for row in wanted if row]
        if sum(len(row) for row in rows) > MAX_BUTTONS:
            raise BadRequest("REPLY_MARKUP_TOO_LONG")
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup:
        rows = [[_keyboard_button(button) for button in row] for row in _rows(markup["keyboard"], "keyboard")]
        return {**markup, "keyboard": rows}
    return markup


def _rows(value: Any, name: str) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise BadRequest(f'field "{name}" must be an Array of Arrays')
    return value


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise BadRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise BadRequest("can't parse inline keyboard button: Text buttons must have non-empty text")
    actions = [name for name in _ACTIONS if button.get(name) is not None]
    if not actions:
        raise BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise BadRequest("can't parse inline keyboard button: exactly one action must be specified")
    data = button.get("callback_data")
    if data is not None and (not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA_BYTES):
        raise BadRequest("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://")):
        raise BadRequest("BUTTON_URL_INVALID")
    return button


def _keyboard_button(button: Any) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"]:
        raise BadRequest("can't parse keyboard button: KeyboardButton must be a String or an Object")
    return button
