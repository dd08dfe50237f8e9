"""Reading requests: forms, JSON and multipart as one dictionary of raw values and one of uploads."""

import base64
import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.sandbox.errors import BadRequest, ControlError, Json
from bot.sandbox.files import MAX_UPLOAD, Upload

_MAX_FIELDS = 1000


class Answer(JSONResponse):
    """JSON in pure ASCII, as Telegram writes it: nothing that a test injects can fail to be encoded."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, separators=(",", ":")).encode("ascii")


async def read_request(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """(raw parameters, uploads by field name) of a query string, a form, JSON or multipart."""
    raw: dict[str, Any] = dict(request.query_params)
    if request.method == "GET":
        return raw, {}
    kind = request.headers.get("content-type", "").split(";", 1)[0].strip().lower()
    if kind == "multipart/form-data":
        values, uploads = await _multipart(request)
        return {**raw, **values}, uploads
    body = await request.body()
    if kind == "application/json" and body:
        return {**raw, **_json_object(body)}, {}
    raw.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return raw, {}


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError:
        raise BadRequest("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise BadRequest("object expected as parameters")
    return value


async def read_act(request: Request) -> tuple[Json, list[Upload]]:
    """What a person does, with files.

    Multipart (field `act` holds the JSON), or JSON with "files": [{"name", "mime", "content"}], content in base64.
    """
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        values, uploads = await _multipart(request)
        return _act_object(str(values.get("act", "")).encode()), list(uploads.values())
    wish = _act_object(await request.body())
    return wish, [_encoded_file(item) for item in wish.pop("files", None) or []]


def _act_object(body: bytes) -> Json:
    try:
        return _json_object(body)
    except BadRequest as error:
        raise ControlError(error.description) from None


def _encoded_file(item: Any) -> Upload:
    try:
        return Upload(str(item.get("name", "file")), item.get("mime"), base64.b64decode(item["content"], validate=True))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ControlError("a file needs name, mime and base64 content") from None


async def _multipart(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    values: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    try:
        form = await request.form(max_files=_MAX_FIELDS, max_fields=_MAX_FIELDS, max_part_size=MAX_UPLOAD)
    except HTTPException as error:
        raise BadRequest(f"can't parse multipart body: {error.detail}") from None
    try:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                key = name if name not in uploads else f"{name}#{len(uploads)}"
                uploads[key] = Upload(value.filename or "", value.content_type, await value.read())
            else:
                values[name] = value
    finally:
        await form.close()
    return values, uploads
