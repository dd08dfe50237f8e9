"""What becomes of updates that are not what the desk hoped for: an answer, silence where it is right, or one line."""

from typing import Any

import pytest

from bot.handlers.read import read_update
from bot.incoming import Reacted, Said, Tapped, Unreadable

KIM: dict[str, Any] = {"id": 5001, "is_bot": False, "first_name": "영희", "language_code": "ko"}


def update(**content: Any) -> dict[str, Any]:
    private = {"id": 5001, "type": "private", "first_name": "영희"}
    return {"update_id": 7, "message": {"message_id": 3, "date": 1, "chat": private, "from": KIM, **content}}


def said(**content: Any) -> Said:
    found = read_update([update(**content)])
    assert isinstance(found, Said)
    return found


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"hologram": {"id": 1}},
        {"game": {"title": "x", "description": "y", "photo": []}},
        {"story": {"id": 1, "chat": {"id": 5001, "type": "private"}}},
        {"photo": []},
        {"paid_media": {"star_count": 1, "paid_media": []}},
    ],
    ids=lambda content: next(iter(content), "nothing"),
)
def test_what_the_desk_cannot_read_wants_an_answer_all_the_same(content: dict[str, Any]) -> None:
    assert (said(**content).text, said(**content).media) == ("", ())


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 5001, "type": "private"}}},
        {"new_chat_members": [KIM]},
        {"write_access_allowed": {}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}},
    ],
    ids=lambda content: next(iter(content)),
)
def test_what_telegram_says_of_a_chat_wants_none(content: dict[str, Any]) -> None:
    assert read_update([update(**content)]) is None


def test_in_a_group_what_cannot_be_read_is_passed_over() -> None:
    group = {"id": -1001, "type": "supergroup", "title": "x"}
    assert read_update([update(chat=group, hologram={"id": 1})]) is None


def test_dice_are_passed_on_like_a_place_or_a_contact() -> None:
    assert [media.kind for media in said(dice={"emoji": "\U0001f3b2", "value": 3}).media] == ["dice"]


@pytest.mark.parametrize(
    "content",
    [
        {"message_id": 2**70},
        {"chat": {"id": 2**70, "type": "private"}},
        {"chat": {"id": "5001", "type": "private"}},
        {"from": {**KIM, "id": 2**70}},
        {"text": 5},
        {"text": ["no", "text"]},
        {"date": 99999999999999},
        {"entities": "x", "text": "y"},
    ],
    ids=str,
)
def test_what_no_database_can_keep_is_put_aside_at_once(content: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        read_update([update(**content)])


@pytest.mark.parametrize("name", ["", "\u200b", "\u3164", "\u2800 \u200d"])
def test_a_name_of_nothing_is_the_number(name: str) -> None:
    assert said(text="안녕하세요", **{"from": {**KIM, "first_name": name, "last_name": ""}}).sender.name == "5001"


def test_what_no_database_takes_is_left_out_of_every_name() -> None:
    photo = {"file_id": "a\0b", "file_unique_id": "c\ud800d", "width": 1, "height": 1}
    contact = {"phone_number": "010\0-1234", "first_name": "영희", "user_id": KIM["id"]}
    found = said(photo=[photo], contact=contact)
    assert [(media.file_id, media.unique_id) for media in found.media][:1] == [("ab", "c\ufffdd")]
    assert found.contact_phone == "010-1234"
    message = update(text="단추")["message"]
    tapped = read_update([{"update_id": 8, "callback_query": {
        "id": "77\0", "from": KIM, "chat_instance": "1", "data": "to:0:0:x\0", "message": message
    }}])  # fmt: skip
    assert isinstance(tapped, Tapped)
    assert (tapped.callback_id, tapped.data) == ("77", "to:0:0:x")


def test_a_reaction_says_what_stands_there_now_and_what_is_new() -> None:
    thumb, heart = ({"type": "emoji", "emoji": emoji} for emoji in "👍❤")
    own = {"type": "custom_emoji", "custom_emoji_id": "5"}
    body = {"chat": {"id": 5, "type": "private"}, "message_id": 7, "date": 1, "user": KIM}
    change = {**body, "old_reaction": [thumb], "new_reaction": [heart, thumb, own]}
    read = read_update([{"update_id": 1, "message_reaction": change}])
    assert isinstance(read, Reacted)
    assert (read.message_id, read.emojis, read.added) == (7, ("❤", "👍"), ("❤",))

    paid = {**change, "old_reaction": [], "new_reaction": [{"type": "paid"}, own, {"type": "hologram"}]}
    read = read_update([{"update_id": 1, "message_reaction": paid}])
    assert isinstance(read, Reacted)
    assert (read.emojis, read.added) == ((), ())

    in_the_name_of_a_chat = {**change, "actor_chat": {"id": -5, "type": "channel"}}
    del in_the_name_of_a_chat["user"]
    assert read_update([{"update_id": 1, "message_reaction": in_the_name_of_a_chat}]) is None


@pytest.mark.parametrize(
    "content",
    [
        {"user": 5},
        {"user": {**KIM, "id": None}},
        {"message_id": None},
        {"message_id": 2**70},
        {"chat": None},
        {"new_reaction": [{"type": "emoji", "emoji": 5}]},
        {"new_reaction": [{"type": "emoji"}]},
        {"new_reaction": 5},
    ],
    ids=str,
)
def test_a_reaction_that_cannot_be_read_is_put_aside_at_once(content: dict[str, Any]) -> None:
    thumb = {"type": "emoji", "emoji": "👍"}
    body = {"chat": {"id": 5001, "type": "private"}, "message_id": 7, "date": 1, "user": KIM}
    with pytest.raises(Unreadable):
        read_update(
            [{"update_id": 1, "message_reaction": {**body, "old_reaction": [], "new_reaction": [thumb], **content}}]
        )


def test_a_language_that_is_none_keeps_nobody_from_being_heard() -> None:
    assert said(text="불이야", **{"from": {**KIM, "language_code": 5}}).sender.language_code is None
