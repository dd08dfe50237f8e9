"""Recognisers that understand what a story needs and nothing else, and what the office has seen of it."""

from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from intents.extract import find_slots
from intents.result import Candidate, Decision, Emergency, Match
from storage.models import Ticket
from tests.builders import MANAGER_CHAT, promised
from tests.desk_story import Story, understood_as

FIRE = "emergency.fire"
MEDICAL = "emergency.medical"


def danger(text: str) -> Match:
    """A recogniser that is certain of a fire."""
    return Match(FIRE, Decision.ANSWER, Emergency.CERTAIN, 0.99, (Candidate(FIRE, 0.99),), (FIRE,), {}, FIRE)


def doubt(text: str) -> Match:
    """A recogniser that is not sure whether somebody is in danger, nor of anything else."""
    candidates = (Candidate(MEDICAL, 0.4), Candidate("thanks", 0.2), Candidate("complaint.noise", 0.02))
    return Match(MEDICAL, Decision.CONFIRM, Emergency.POSSIBLE, 0.4, candidates, (MEDICAL,), {}, MEDICAL)


def lift_or_danger(text: str) -> Match:
    """A recogniser that hears of a lift, and is not sure that nobody is caught in it; else of an address at most."""
    if "승강기" not in text:
        return foreign(text)
    candidates = (Candidate("complaint.elevator", 0.6), Candidate("emergency.elevator", 0.3))
    lift = "emergency.elevator"
    return replace(doubt(text), intent="complaint.elevator", candidates=candidates, emergency_intent=lift)


def where_they_live(text: str) -> Match:
    """A recogniser that reads an address and nothing to ask."""
    return replace(understood_as("profile.update")(text), slots={"building": "102", "unit": "504"})


def undecided(*intents: str) -> Any:
    """A recogniser that wavers between some things."""
    candidates = tuple(Candidate(intent, 0.3) for intent in intents)
    return lambda text: Match(intents[0], Decision.CONFIRM, None, 0.3, candidates, (intents[0],))


def foreign(text: str) -> Match:
    """A recogniser that makes nothing of it but an address or a number."""
    return Match("oos", Decision.OUT_OF_SCOPE, None, 0.9, (Candidate("thanks", 0.1),), (), find_slots(text))


def wishes(*intents: str, decision: Decision = Decision.ANSWER) -> Any:
    """A recogniser that hears several things, the first one loudest."""
    candidates = tuple(Candidate(intent, 0.9 / at) for at, intent in enumerate(intents, 1))
    return lambda text: Match(intents[0], decision, None, 0.9, candidates, intents, find_slots(text))


async def tickets(story: Story) -> int:
    async with story.bench.transaction() as work:
        return int(await work.session.scalar(select(func.count()).select_from(Ticket)) or 0)


async def seen_by_staff(story: Story) -> str:
    """Everything that stands in topics, and what still waits to be posted there."""
    async with story.bench.transaction() as work:
        rows = [row for row in await promised(work) if row.topic_id is not None]
        return "\n".join(str(row.params.get("text") or row.params.get("caption")) for row in rows)


async def seen_by_managers(story: Story) -> str:
    return "\n".join(str(row.params.get("text")) for row in await story.posted(MANAGER_CHAT))
