"""Asked again just before sending: does this still make sense? (architecture §3: relevance is rechecked at sending)"""

from typing import Any

from bot.desk import Work
from bot.rules.ticket_flow import OPEN
from storage import ticket_cards
from storage.models import (
    Alert,
    AlertState,
    Conversation,
    Floor,
    OutboxRow,
    Survey,
    SurveyState,
    Ticket,
    TicketState,
    Topic,
)

_ASKABLE = {"push": (SurveyState.PLANNED, SurveyState.ASKED), "reminder": (SurveyState.ASKED,)}


async def still_relevant(work: Work, row: OutboxRow) -> bool:
    """False: the row is dropped. Rows that name nothing to ask about always go."""
    about = row.relevance
    if not about:
        return True
    ask = _ASK.get(str(about.get("kind")))
    return True if ask is None else await ask(work, row, about)


async def _card(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    """A card that another one has replaced, or whose ticket went into another before anybody saw it."""
    ticket = await work.session.get(Ticket, about["ticket_id"], populate_existing=True)
    if ticket is None or ticket.state == TicketState.MERGED:
        return False
    return row.id in {card.outbox_id for card in await ticket_cards.cards_of(work.session, ticket.id)}


async def _header(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    topic = await work.session.get(Topic, about["topic_id"], populate_existing=True)
    return topic is not None and topic.generation == about["generation"]


async def _survey(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    survey = await work.session.get(Survey, about["survey_id"], populate_existing=True)
    states = _ASKABLE.get(str(about.get("step")), (SurveyState.PLANNED, SurveyState.ASKED))
    return survey is not None and survey.state in states


async def _alert(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    """An alert that nobody need acknowledge any more, or that waited until its repetition overtook it."""
    alert = await work.session.get(Alert, about["alert_id"], populate_existing=True)
    return alert is not None and alert.state == AlertState.OPEN and about.get("count", alert.repeats) >= alert.repeats


async def _stage(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    """A stage that waited for the morning and has been overtaken by another; who has the matter is told while they
    have it."""
    ticket = await work.session.get(Ticket, about["ticket_id"], populate_existing=True)
    if ticket is not None and "holder_id" in about:
        return ticket.assignee_id == about["holder_id"] and ticket.state in OPEN
    return ticket is not None and about.get("state") in (None, ticket.state)


async def _late(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    """That nobody has come, while nobody has."""
    ticket = await work.session.get(Ticket, about["ticket_id"], populate_existing=True)
    if ticket is None or ticket.state != about["state"]:
        return False
    answered = None if ticket.first_response_at is None else ticket.first_response_at.isoformat()
    return bool(about.get("answered", answered) == answered)


async def _waiting(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    """A word to somebody in the queue, while they are in it."""
    conversation = await work.session.get(Conversation, about["conversation_id"], populate_existing=True)
    if conversation is None or conversation.floor != Floor.WAITING or conversation.waiting_since is None:
        return False
    return bool(int(conversation.waiting_since.timestamp() * 1000) == about["since"])


async def _floor(work: Work, row: OutboxRow, about: dict[str, Any]) -> bool:
    """Who has the floor now, if that is still so in the morning."""
    conversation = await work.session.get(Conversation, about["conversation_id"], populate_existing=True)
    return conversation is not None and conversation.floor == about["floor"]


_ASK = {
    "card": _card,
    "header": _header,
    "survey": _survey,
    "alert": _alert,
    "stage": _stage,
    "late": _late,
    "floor": _floor,
    "waiting": _waiting,
}
