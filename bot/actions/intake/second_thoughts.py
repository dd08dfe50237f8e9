"""Whoever dropped a report and asks why it is not recorded wants it taken up again."""

from datetime import datetime, timedelta
from typing import Any

from bot.actions.flow import Draft, Flow, FlowKind, draft_of, given_up
from bot.desk import Work
from bot.rules.intake_replies import protests, wants_it_recorded
from storage.models import Conversation

_REMEMBERED = timedelta(minutes=30)


def dropped(work: Work, **what: Any) -> Flow:
    """Nothing is expected any more, and what was dropped is remembered for a while: a `draft`, or the `intent` and
    `message_id` of an offer."""
    return Flow(FlowKind.GIVEN_UP, {**what, "at": work.now.isoformat()})


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
