"""Exactly one alert for each matter and step."""

import asyncio

from sqlalchemy import func, select

from storage import alerts
from storage.database import Database
from storage.models import Alert, AlertState
from tests.storage.rows import NOON, an_owner


async def test_however_many_raise_it_there_is_one(database: Database) -> None:
    async def raise_it() -> bool:
        async with database.unit_of_work() as work:
            alert = await alerts.raise_once(
                work.session,
                kind="unclaimed_ticket",
                dedupe_key="unclaimed_ticket:7:1",
                ticket_id=None,
                conversation_id=None,
                data={"number": "T-1007"},
                now=NOON,
            )
            await work.commit()
            return alert is not None

    raised = await asyncio.gather(*(raise_it() for _ in range(8)))

    assert sorted(raised) == [False] * 7 + [True]
    async with database.unit_of_work(reading=True) as work:
        assert await work.session.scalar(select(func.count()).select_from(Alert)) == 1


async def test_the_first_who_acknowledges_is_kept(database: Database) -> None:
    async with database.unit_of_work() as work:
        _, talk = await an_owner(work.session)
        alert = await alerts.raise_once(
            work.session,
            kind="unclaimed_conversation",
            dedupe_key="k",
            ticket_id=None,
            conversation_id=talk.id,
            data={},
            now=NOON,
        )
        assert alert is not None
        assert await alerts.open_alerts_of_conversation(work.session, talk.id) == [alert]

        assert await alerts.acknowledge(work.session, alert, "박지우", NOON)
        assert not await alerts.acknowledge(work.session, alert, "이민수", NOON)

        await work.session.flush()
        assert (alert.state, alert.acknowledged_by) == (AlertState.ACKNOWLEDGED, "박지우")
        assert await alerts.open_alerts_of_conversation(work.session, talk.id) == []
