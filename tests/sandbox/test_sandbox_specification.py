"""The look-alike against the machine-readable Bot API specification, where that file is at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.methods import METHODS
from bot.sandbox.methods.method import Method
from bot.sandbox.model import ADMIN_RIGHTS, PERMISSIONS
from bot.sandbox.reactions import ALLOWED

SPECIFICATION = Path(__file__).resolve().parents[3] / "shared" / "bot-api" / "api.json"
#: rich_message (Bot API 10.1) has no meaning for a service that sends plain text.
LEFT_OUT = {("editMessageText", "rich_message")}


@pytest.fixture(scope="module")
def specification() -> dict[str, Any]:
    if not SPECIFICATION.exists():
        pytest.skip("the Bot API specification (../shared/bot-api/api.json) is not here")
    return dict(json.loads(SPECIFICATION.read_text(encoding="utf-8")))


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_a_method_takes_exactly_what_the_specification_says(method: Method, specification: dict[str, Any]) -> None:
    written = {
        (field["name"], tuple(field["types"]), field["required"])
        for field in specification["methods"][method.name].get("fields", [])
        if (method.name, field["name"]) not in LEFT_OUT
    }
    assert {(p.name, p.types, p.required) for p in method.parameters} == written


def test_the_reactions_are_those_of_the_specification(specification: dict[str, Any]) -> None:
    emoji = next(f for f in specification["types"]["ReactionTypeEmoji"]["fields"] if f["name"] == "emoji")
    listed = set(emoji["description"].split('"')[1::2])
    assert listed == ALLOWED


def test_rights_and_permissions_are_those_of_the_specification(specification: dict[str, Any]) -> None:
    types = specification["types"]
    in_channels = {"can_post_messages", "can_edit_messages", "can_manage_direct_messages", "can_manage_tags"}
    rights = {f["name"] for f in types["ChatMemberAdministrator"]["fields"] if f["name"].startswith("can_")}
    assert set(ADMIN_RIGHTS) == rights - in_channels - {"can_be_edited"}
    assert set(PERMISSIONS) == {field["name"] for field in types["ChatPermissions"]["fields"]}


def test_answers_have_every_required_field_of_their_type(specification: dict[str, Any]) -> None:
    from bot.sandbox import render
    from bot.sandbox.model import Chat, Member, Topic, User

    class OneUser:
        users = {5: User(5, "김영희", started=True)}  # noqa: RUF012

    shapes = {
        "User": render.user_json(User(5, "김영희")),
        "ForumTopic": render.topic_json(Topic(-100, 7, "101동", 0x6FB9F0)),
        "ChatMemberAdministrator": render.member_json(OneUser(), Member(5, "administrator")),  # type: ignore[arg-type]
        "ChatMemberRestricted": render.member_json(OneUser(), Member(5, "restricted")),  # type: ignore[arg-type]
        "ChatMemberBanned": render.member_json(OneUser(), Member(5, "kicked")),  # type: ignore[arg-type]
        "Chat": render.chat_json(OneUser(), Chat(-100, "supergroup", title="x")),  # type: ignore[arg-type]
    }
    for name, shape in shapes.items():
        required = {field["name"] for field in specification["types"][name]["fields"] if field["required"]}
        assert required <= set(shape), name
