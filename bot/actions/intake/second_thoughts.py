"""Whoever dropped a report and asks why it is not recorded wants it taken up again."""

from datetime import datetime, timedelta
from typing import Any

from bot.actions.flow import Draft, Flow, FlowKind, draft_of, enter, given_up
from bot.actions.intake import timetable
from bot.desk import Work
from bot.rules.intake_replies import protests, wants_it_recorded
from storage.models import Conversation

_REMEMBERED = timedelta(minutes=30)


async def drop(work: Work, conversation: Conversation, **what: Any) -> None:
    """Nothing is expected any more, and what was dropped is remembered for a while: a `draft`, or the `intent` and
    `message_id` of an offer. Then its words are kept no longer."""
    enter(conversation, Flow(FlowKind.GIVEN_UP, {**what, "at": work.now.isoformat()}))
    await timetable.plan_forgetting(work, conversation, _REMEMBERED)


async def forget(work: Work, conversation: Conversation, version: int) -> None:
    """Timer `draft_forgotten`. Another version means that something else was told or dropped since."""
    if conversation.version == version and given_up(conversation) is not None:
        enter(conversation, None)


def wanted_after_all(work: Work, conversation: Conversation, text: str) -> Draft | tuple[str, int] | None:
    """What these words want back: the report, or the matter and message of the offer that was refused."""
    kept = given_up(conversation)
    if kept is None or work.now - datetime.fromisoformat(kept["at"]) > _REMEMBERED:
        return None
    phrases = work.desk.texts.phrases
    if not (wants_it_recorded(text, phrases) or protests(text, phrases)):
        return None
    if "draft" in kept:
        return draft_of(Flow(FlowKind.INTAKE, kept["draft"]))
    return str(kept["intent"]), int(kept["message_id"])
