"""Telegram's limits, told on a clock that the test moves."""

import pytest

from bot.delivery.limits import Limits, Throttle

OWNER, NEIGHBOUR, GROUP, OTHER_GROUP = 5001, 5002, -1001, -1002


class Told:
    """A throttle with its clock. `says` sends as soon as it may and returns the second in which that was."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.at = 0.0
        self.throttle = Throttle(limits or Limits(), lambda: self.at)

    def says(self, chat: int | None, method: str = "sendMessage", messages: int = 1) -> float:
        while (wait := self.throttle.wait(chat, method)) > 0:
            self.at += wait
        self.throttle.count(chat, method, messages)
        return round(self.at, 3)


def test_a_private_chat_gets_a_short_burst_and_then_one_message_a_second() -> None:
    told = Told()
    assert [told.says(OWNER) for _ in range(6)] == [0, 0, 0, 1, 2, 3]


def test_after_a_rest_the_burst_is_there_again() -> None:
    told = Told()
    for _ in range(5):
        told.says(OWNER)
    told.at = 60.0
    assert [told.says(OWNER) for _ in range(4)] == [60, 60, 60, 61]


def test_owners_do_not_wait_for_one_another() -> None:
    told = Told()
    for _ in range(3):
        told.says(OWNER)
    assert told.says(NEIGHBOUR) == 0


def test_thirty_a_second_in_all() -> None:
    told = Told()
    times = [told.says(6000 + number) for number in range(65)]
    assert [times.count(second) for second in (0, 1, 2)] == [30, 30, 5]


def test_twenty_a_minute_for_a_group_and_the_window_slides() -> None:
    told = Told()
    times = []
    for _ in range(25):
        times.append(told.says(GROUP))
        told.at += 1.0
    assert times[:20] == [float(second) for second in range(20)]
    assert times[20:] == [60.0, 61.0, 62.0, 63.0, 64.0]


@pytest.mark.parametrize("method", ["createForumTopic", "editMessageText", "editForumTopic", "pinChatMessage"])
def test_a_groups_topics_edits_and_creations_share_its_twenty(method: str) -> None:
    told = Told()
    for _ in range(10):
        told.says(GROUP, method)
        told.says(GROUP)
    assert told.says(GROUP) == 60
    assert told.says(OTHER_GROUP) == 60
    assert told.says(OWNER) == 60


@pytest.mark.parametrize(
    "method", ["answerCallbackQuery", "setMessageReaction", "deleteMessage", "deleteMessages", "sendChatAction"]
)
def test_what_puts_nothing_new_into_a_chat_is_not_counted(method: str) -> None:
    told = Told()
    for _ in range(200):
        assert told.says(GROUP, method) == 0
    assert [told.says(GROUP) for _ in range(20)] == [0] * 20


def test_every_part_of_an_album_counts() -> None:
    told = Told()
    told.says(GROUP, "copyMessages", 10)
    told.says(GROUP, "copyMessages", 10)
    assert told.says(GROUP) == 60


def test_flood_control_pauses_one_chat_with_everything_in_it() -> None:
    told = Told()
    told.throttle.pause(GROUP, 7)
    assert told.says(OWNER) == 0
    assert told.says(GROUP, "setMessageReaction") == 7
    assert told.says(GROUP) == 7


def test_flood_control_without_a_chat_pauses_everybody() -> None:
    told = Told()
    told.throttle.pause(None, 3)
    assert told.says(OWNER) == 3


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    told = Told()
    told.throttle.pause(OWNER, 30)
    told.throttle.pause(OWNER, 2)
    assert told.says(OWNER) == 30


def test_what_is_remembered_of_private_chats_does_not_grow_for_ever() -> None:
    told = Told(Limits(per_second=1e9))
    for number in range(25_000):
        told.at += 0.001
        told.throttle.count(6000 + number, "sendMessage")
    assert len(told.throttle._private) <= 10_001
