"""What is asked about and left open is kept for what comes next, and no more of it than anybody means."""

from bot.actions.flow import Flow, FlowKind
from bot.actions.messages.doubts import left_open


def test_the_latest_messages_are_kept() -> None:
    asked = Flow(FlowKind.CHOICE, {"candidates": ["complaint.leak"], "message_id": 40, "earlier": list(range(20, 40))})
    assert left_open(asked) == tuple(range(33, 41))


def test_nothing_is_left_open_where_nothing_was_asked() -> None:
    assert left_open(None) == ()
