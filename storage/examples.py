"""Learned examples, and the edition of the knowledge that every replica follows."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.installation import get_fact, set_fact
from storage.models import LONGEST_EXAMPLE, LearnedExample
from storage.upsert import insert

_EDITION = "knowledge_edition"


async def add(session: AsyncSession, *, intent: str, language: str, text: str, by: str, at: datetime) -> None:
    """A sentence under an intent; one that was removed counts again."""
    words = " ".join(text.split())[:LONGEST_EXAMPLE]
    new = insert(session, LearnedExample).values(intent=intent, language=language, text=words, added_by=by, added_at=at)
    again = {"language": language, "added_by": by, "added_at": at, "removed_at": None}
    await session.execute(new.on_conflict_do_update(index_elements=["intent", "text"], set_=again))


async def remove(session: AsyncSession, *, intent: str, text: str, at: datetime) -> bool:
    """False when no such sentence counts."""
    query = select(LearnedExample).where(
        LearnedExample.intent == intent, LearnedExample.text == text, LearnedExample.removed_at.is_(None)
    )
    found = await session.scalar(query)
    if found is None:
        return False
    found.removed_at = at
    return True


async def examples(session: AsyncSession) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What counts, by intent and language, in the order of adding."""
    query = select(LearnedExample).where(LearnedExample.removed_at.is_(None)).order_by(LearnedExample.id)
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in await session.scalars(query):
        by_language = found.setdefault(row.intent, {})
        by_language[row.language] = (*by_language.get(row.language, ()), row.text)
    return found


async def edition(session: AsyncSession) -> str:
    """Another one whenever somebody asks for the knowledge to be read anew; empty at first."""
    return await get_fact(session, _EDITION) or ""


async def renew_edition(session: AsyncSession) -> str:
    """Asks every replica to read files and examples anew; the name by which they know of it."""
    name = secrets.token_hex(8)
    await set_fact(session, _EDITION, name)
    return name
