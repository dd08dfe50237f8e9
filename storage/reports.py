"""Figures over a stretch of time, counted by the database."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import EventKind, Survey, SurveyState, Ticket, TicketEvent, TicketState
from storage.tickets import IS_WORKED_ON, WORKED_ON

_CONCLUDED = (TicketState.RESOLVED, TicketState.DECLINED)
_OVER = (TicketState.RESOLVED, TicketState.CLOSED, TicketState.DECLINED, TicketState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Figures:
    """`received`, `resolved`, `reopened`: in the stretch; `open_now`: at this moment, whatever the stretch."""

    received: int
    resolved: int
    reopened: int
    open_now: int
    solved: int  # surveys answered with yes
    not_solved: int
    ratings: int
    average_stars: float | None


async def figures(session: AsyncSession, start: datetime, end: datetime) -> Figures:
    """`start` inclusive, `end` exclusive."""
    received = select(func.count()).where(Ticket.created_at >= start, Ticket.created_at < end)
    within = (TicketEvent.kind == EventKind.MOVED, TicketEvent.at >= start, TicketEvent.at < end)
    done = and_(TicketEvent.to_state == TicketState.CLOSED, TicketEvent.from_state.in_(WORKED_ON))
    resolved = select(func.count()).where(*within, or_(TicketEvent.to_state.in_(_CONCLUDED), done))
    reopened = select(func.count()).where(
        *within, TicketEvent.from_state.in_(_OVER), TicketEvent.to_state.in_(WORKED_ON)
    )
    open_now = select(func.count()).select_from(Ticket).where(IS_WORKED_ON)
    answered = (Survey.answered_at >= start, Survey.answered_at < end)
    surveys = select(
        func.count().filter(Survey.state == SurveyState.SOLVED),
        func.count().filter(Survey.state == SurveyState.NOT_SOLVED),
        func.count(Survey.stars),
        func.avg(Survey.stars),
    ).where(*answered)
    solved, not_solved, ratings, average = (await session.execute(surveys)).one()
    return Figures(
        received=int(await session.scalar(received) or 0),
        resolved=int(await session.scalar(resolved) or 0),
        reopened=int(await session.scalar(reopened) or 0),
        open_now=int(await session.scalar(open_now) or 0),
        solved=solved,
        not_solved=not_solved,
        ratings=ratings,
        average_stars=None if average is None else float(average),
    )


async def first_responses(
    session: AsyncSession, start: datetime, end: datetime
) -> list[tuple[str, datetime, datetime]]:
    """(priority, opened, first response) of the tickets opened in the stretch that have had one; praise left out."""
    query = select(Ticket.priority, Ticket.created_at, Ticket.first_response_at).where(
        Ticket.created_at >= start,
        Ticket.created_at < end,
        Ticket.kind != "feedback",
        Ticket.first_response_at.is_not(None),
    )
    found = await session.execute(query)
    return [(priority, opened, answered) for priority, opened, answered in found if answered is not None]


async def count_open(session: AsyncSession) -> int:
    return int(await session.scalar(select(func.count()).select_from(Ticket).where(IS_WORKED_ON)) or 0)
