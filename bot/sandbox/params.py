"""What a method takes, and the strictness with which it is read.

Clients send everything as text (forms), as JSON values, or as files (multipart, `attach://name`); here it becomes typed
values by the method's declaration, a text such as "chat_id!: Integer|String, text!: String" (! means required).
"""

import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import BadRequest
from bot.sandbox.files import Upload

_MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "message_thread_id": "invalid message thread identifier specified",
    "user_id": "invalid user_id specified",
    "action": "wrong parameter action in request",
    "photo": "there is no photo in the request",
    "video": "there is no video in the request",
    "voice": "there is no voice in the request",
    "audio": "there is no audio in the request",
    "document": "there is no document in the request",
    "sticker": "there is no sticker in the request",
    "animation": "there is no animation in the request",
    "video_note": "there is no video note in the request",
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
}
#: Required, yet "" means something: setWebhook without a URL deletes the webhook.
_MAY_BE_EMPTY = {"url"}
_TRUE = {"true", "yes", "1"}

Args = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter; `types` are the specification's names ("Array of String" included)."""

    name: str
    types: tuple[str, ...]
    required: bool


def declare(text: str) -> tuple[Parameter, ...]:
    """Parameters from their declaration."""
    declared = []
    for part in text.split(","):
        if not part.strip():
            continue
        name, _, types = part.strip().partition(":")
        declared.append(Parameter(name.rstrip("!"), tuple(types.strip().split("|")), name.endswith("!")))
    return tuple(declared)


def read(parameters: tuple[Parameter, ...], raw: dict[str, Any], uploads: dict[str, Upload]) -> Args:
    """Typed values by name; what was not sent (or sent empty and is not text) is absent. 400 for what does not fit."""
    args: Args = {}
    for parameter in parameters:
        value = raw.get(parameter.name)
        if value is None and parameter.name in uploads:
            value = uploads[parameter.name]
        empty = value == "" and parameter.name not in _MAY_BE_EMPTY
        if value is None or (empty and (parameter.required or parameter.types != ("String",))):
            if parameter.required:
                raise BadRequest(_MISSING.get(parameter.name, f'parameter "{parameter.name}" is required'))
            continue
        args[parameter.name] = _typed(parameter, value, uploads)
    return args


def _typed(parameter: Parameter, value: Any, uploads: dict[str, Upload]) -> Any:
    name, types = parameter.name, parameter.types
    if "InputFile" in types:
        return _file(name, value, uploads)
    if types == ("Integer",):
        return _integer(name, value)
    if types == ("Integer", "String"):
        return _chat_id(value)
    if types == ("Float",):
        return _number(name, value)
    if types == ("Boolean",):
        return value if isinstance(value, bool) else str(value).strip().lower() in _TRUE
    if types == ("String",):
        if isinstance(value, dict | list | Upload):
            raise BadRequest(f'parameter "{name}" must be a String')
        return value if isinstance(value, str) else json.dumps(value)
    return _structure(name, types, value)


def _file(name: str, value: Any, uploads: dict[str, Upload]) -> Upload | str:
    if isinstance(value, Upload):
        return value
    if not isinstance(value, str):
        raise BadRequest(f"invalid {name} specified")
    if value.startswith("attach://"):
        if value[len("attach://") :] not in uploads:
            raise BadRequest("wrong file identifier/HTTP URL specified")
        return uploads[value[len("attach://") :]]
    return value


def _integer(name: str, value: Any) -> int:
    try:
        if isinstance(value, bool | float) or not str(value).strip().lstrip("-").isdigit():
            raise ValueError(value)
        number = int(value)
    except ValueError:
        raise BadRequest(f"invalid {name} specified") from None
    if abs(number) >= 2**63:
        raise BadRequest(f"invalid {name} specified")
    return number


def _chat_id(value: Any) -> int | str:
    if isinstance(value, str) and value.startswith("@"):
        return value
    try:
        return _integer("chat_id", value)
    except BadRequest:
        raise BadRequest("chat not found") from None


def _number(name: str, value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise BadRequest(f"invalid {name} specified") from None


def _structure(name: str, types: tuple[str, ...], value: Any) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise BadRequest(f"can't parse {name.replace('_', ' ')} JSON object") from None
    kind = list if types[0].startswith("Array of ") else dict
    if not isinstance(value, kind):
        raise BadRequest(f"{'array' if kind is list else 'object'} expected as {name.replace('_', ' ')}")
    if types == ("Array of Integer",):
        return [_integer(name, item) for item in value]
    if types == ("Array of String",) and not all(isinstance(item, str) for item in value):
        raise BadRequest("expected an Array of String")
    return value
