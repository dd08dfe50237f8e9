"""Surveys: one per ticket and round."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Survey, SurveyState


async def add_survey(session: AsyncSession, survey: Survey) -> Survey:
    session.add(survey)
    await session.flush()
    return survey


async def survey_of(session: AsyncSession, ticket_id: int, round_: int) -> Survey | None:
    return await session.scalar(select(Survey).where(Survey.ticket_id == ticket_id, Survey.round == round_))


async def survey_by_id(session: AsyncSession, survey_id: int) -> Survey | None:
    return await session.get(Survey, survey_id)


async def cancel_surveys(session: AsyncSession, ticket_id: int) -> None:
    """What a ticket's owner was asked, or was to be asked, is no longer to be answered."""
    await session.execute(
        update(Survey)
        .where(Survey.ticket_id == ticket_id, Survey.state.in_((SurveyState.PLANNED, SurveyState.ASKED)))
        .values(state=SurveyState.CANCELLED)
    )


async def asked_surveys(session: AsyncSession, conversation_id: int) -> list[Survey]:
    """Waiting for an answer, newest first."""
    query = (
        select(Survey)
        .where(Survey.conversation_id == conversation_id, Survey.state == SurveyState.ASKED)
        .order_by(Survey.id.desc())
    )
    return list(await session.scalars(query))
