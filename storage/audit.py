"""Who did what (M6). Append-only."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditEntry


async def record(
    session: AsyncSession, *, at: datetime, actor: str, action: str, subject: str, data: dict[str, Any] | None = None
) -> None:
    session.add(AuditEntry(at=at, actor=actor, action=action, subject=subject, data=data or {}))


async def latest_of_subject(session: AsyncSession, subject: str, limit: int) -> list[AuditEntry]:
    """What was done to one subject last, newest first."""
    query = select(AuditEntry).where(AuditEntry.subject == subject).order_by(AuditEntry.id.desc()).limit(limit)
    return list(await session.scalars(query))


async def of_subject(session: AsyncSession, subject: str, action_prefix: str) -> list[AuditEntry]:
    """What was done to one subject, oldest first; only actions that begin so."""
    named = AuditEntry.action.startswith(action_prefix, autoescape=True)
    query = select(AuditEntry).where(AuditEntry.subject == subject, named).order_by(AuditEntry.id)
    return list(await session.scalars(query))
