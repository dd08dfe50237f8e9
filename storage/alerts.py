"""Alerts: exactly one per matter and step."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Alert, AlertState
from storage.upsert import insert_new


async def raise_once(
    session: AsyncSession,
    *,
    kind: str,
    dedupe_key: str,
    ticket_id: int | None,
    conversation_id: int | None,
    data: dict[str, Any],
    now: datetime,
) -> Alert | None:
    """The new alert, or None when this matter and step has one already."""
    statement = (
        insert_new(session, Alert)
        .values(
            kind=kind,
            dedupe_key=dedupe_key,
            ticket_id=ticket_id,
            conversation_id=conversation_id,
            data=data,
            state=AlertState.OPEN,
            repeats=0,
            created_at=now,
        )
        .returning(Alert.id)
    )
    alert_id = (await session.execute(statement)).scalar_one_or_none()
    return None if alert_id is None else await session.get(Alert, alert_id)


async def alert_by_id(session: AsyncSession, alert_id: int) -> Alert | None:
    return await session.get(Alert, alert_id)


async def open_alerts_of_ticket(session: AsyncSession, ticket_id: int) -> list[Alert]:
    query = select(Alert).where(Alert.ticket_id == ticket_id, Alert.state == AlertState.OPEN)
    return list(await session.scalars(query.order_by(Alert.id)))


async def open_alerts_of_conversation(session: AsyncSession, conversation_id: int) -> list[Alert]:
    query = select(Alert).where(Alert.conversation_id == conversation_id, Alert.state == AlertState.OPEN)
    return list(await session.scalars(query.order_by(Alert.id)))


async def acknowledge(session: AsyncSession, alert: Alert, by: str, at: datetime) -> bool:
    """False when somebody did it before."""
    if alert.state != AlertState.OPEN:
        return False
    alert.state, alert.acknowledged_by, alert.acknowledged_at = AlertState.ACKNOWLEDGED, by, at
    return True


async def alert_by_key(session: AsyncSession, dedupe_key: str) -> Alert | None:
    return await session.scalar(select(Alert).where(Alert.dedupe_key == dedupe_key))
