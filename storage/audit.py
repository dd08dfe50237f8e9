"""Who did what (M6). Append-only."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditEntry


async def record(
    session: AsyncSession, *, at: datetime, actor: str, action: str, subject: str, data: dict[str, Any] | None = None
) -> None:
    session.add(AuditEntry(at=at, actor=actor, action=action, subject=subject, data=data or {}))
