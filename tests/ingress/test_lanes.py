"""Where an update belongs, whatever it looks like."""

from typing import Any

import pytest

from bot.ingress.lanes import new_update

PRIVATE = {"id": 5001, "type": "private"}
GROUP = {"id": -1001, "type": "supergroup"}
TOPIC = {"message_thread_id": 9, "is_topic_message": True}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": {"chat": PRIVATE}}, "chat:5001"),
        ({"edited_message": {"chat": PRIVATE}}, "chat:5001"),
        ({"callback_query": {"message": {"chat": PRIVATE}}}, "chat:5001"),
        ({"my_chat_member": {"chat": PRIVATE}}, "chat:5001"),
        ({"message": {"chat": GROUP}}, "chat:-1001"),
        ({"message": {"chat": GROUP, **TOPIC}}, "topic:-1001:9"),
        ({"edited_message": {"chat": GROUP, **TOPIC}}, "topic:-1001:9"),
        ({"callback_query": {"message": {"chat": GROUP, **TOPIC}}}, "topic:-1001:9"),
        # A reply in General carries a thread id that is no topic.
        ({"message": {"chat": GROUP, "message_thread_id": 9}}, "chat:-1001"),
        ({"message": {"chat": GROUP, "message_thread_id": 9, "is_topic_message": False}}, "chat:-1001"),
        ({"message": {"chat": GROUP, "message_thread_id": "9", "is_topic_message": True}}, "chat:-1001"),
        ({"chat_member": {"chat": GROUP}}, "chat:-1001"),
        ({"message_reaction": {"chat": GROUP}}, "chat:-1001"),
        ({"channel_post": {"chat": {"id": -1002}}}, "chat:-1002"),
        ({"callback_query": {"inline_message_id": "x"}}, "none"),
        ({"poll": {"id": "1"}}, "none"),
        ({"message": {"chat": {"id": "5001"}}}, "none"),
        ({"message": {"chat": {"id": True}}}, "none"),
        ({"message": {"chat": 7}}, "none"),
        ({"message": "hello"}, "none"),
        ({}, "none"),
        ([1, 2, 3], "none"),
        ("hello", "none"),
        (None, "none"),
    ],
)
def test_a_lane_is_a_private_chat_a_topic_or_a_group_with_its_general(update: Any, lane: str) -> None:
    assert new_update(77, update).lane == lane


@pytest.mark.parametrize(
    ("number", "stored"), [(5, 5), (0, 0), ("5", 0), (None, 0), (True, 0), (-3, 0), (2**63, 0), (1.5, 0)]
)
def test_an_update_id_that_is_none_counts_as_nought(number: Any, stored: int) -> None:
    new = new_update(77, {"update_id": number, "message": {"chat": PRIVATE}})
    assert (new.update_id, new.source) == (stored, "bot:77")


@pytest.mark.parametrize(
    ("message", "group"),
    [
        ({"chat": PRIVATE, "media_group_id": "13"}, "5001:13"),
        ({"chat": PRIVATE}, None),
        ({"chat": PRIVATE, "media_group_id": 13}, None),
    ],
)
def test_the_parts_of_an_album_know_one_another(message: dict[str, Any], group: str | None) -> None:
    assert new_update(77, {"message": message}).media_group == group
    assert new_update(77, {"edited_message": message}).media_group is None
