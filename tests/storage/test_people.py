"""Who somebody is, where they live, what they agreed to, who is on the staff."""

import asyncio
from datetime import timedelta

from sqlalchemy import func, select

from storage import people
from storage.database import Database
from storage.models import Consent, Residency, ResidencyStatus, Unit
from tests.storage.rows import NOON, a_staff_member, an_owner

LATER = NOON + timedelta(hours=1)


async def test_a_person_is_found_by_telegram_id_of_64_bits(database: Database) -> None:
    async with database.unit_of_work() as work:
        added = await people.add_person(
            work.session, telegram_id=7_123_456_789_012, display_name="김하늘", locale="ko", at=NOON
        )
        await work.commit()

    async with database.unit_of_work(reading=True) as work:
        found = await people.person_by_telegram(work.session, 7_123_456_789_012)
        assert found is not None
        assert (found.id, found.display_name, found.created_at) == (added.id, "김하늘", NOON)
        assert await people.person_by_telegram(work.session, 1) is None


async def test_agreeing_twice_is_agreeing_once_and_only_to_that_version(database: Database) -> None:
    async with database.unit_of_work() as work:
        person, _ = await an_owner(work.session)
        await people.record_consent(work.session, person.id, "2026-11", NOON)
        await people.record_consent(work.session, person.id, "2026-11", LATER)

        assert await people.has_consented(work.session, person.id, "2026-11")
        assert not await people.has_consented(work.session, person.id, "2027-01")
        assert await work.session.scalar(select(func.count()).select_from(Consent)) == 1


async def test_a_new_claim_ends_the_earlier_one(database: Database) -> None:
    async with database.unit_of_work() as work:
        person, _ = await an_owner(work.session)
        assert await people.home_of(work.session, person.id) is None

        await people.claim_home(work.session, person.id, "101", "1203", NOON)
        await people.claim_home(work.session, person.id, "102", "304", LATER)
        await people.claim_home(work.session, person.id, "102", "304", LATER)

        home = await people.home_of(work.session, person.id)
        assert home is not None
        assert (home[1].building, home[1].number, home[0].status) == ("102", "304", ResidencyStatus.CLAIMED)
        rows = (await work.session.scalars(select(Residency).order_by(Residency.id))).all()
        assert [row.until for row in rows] == [LATER, None]


async def test_what_is_verified_outlives_a_claim(database: Database) -> None:
    async with database.unit_of_work() as work:
        person, _ = await an_owner(work.session)
        unit = await people.unit_of(work.session, "101", "1203")
        work.session.add(
            Residency(
                person_id=person.id, unit_id=unit.id, status=ResidencyStatus.VERIFIED, verified_by="roster", since=NOON
            )
        )
        await people.claim_home(work.session, person.id, "102", "304", LATER)

        home = await people.home_of(work.session, person.id)
        assert home is not None
        assert home[1].number == "1203"


async def test_two_of_one_household_who_write_at_once_share_the_unit(database: Database) -> None:
    async def claim() -> int:
        async with database.unit_of_work() as work:
            person, _ = await an_owner(work.session)
            unit = await people.claim_home(work.session, person.id, "101", "1203", NOON)
            await work.commit()
            return unit.id

    units = await asyncio.gather(*(claim() for _ in range(6)))

    assert len(set(units)) == 1
    async with database.unit_of_work(reading=True) as work:
        assert await work.session.scalar(select(func.count()).select_from(Unit)) == 1


async def test_a_colleague_who_is_met_in_two_chats_at_once_is_one_member(database: Database) -> None:
    met = asyncio.Barrier(4)

    async def meet() -> int:
        async with database.unit_of_work() as work:
            await asyncio.wait_for(met.wait(), 10)
            member = await people.add_staff(work.session, telegram_id=77, name="이민수", at=NOON)
            await work.commit()
            return member.id

    assert len(set(await asyncio.gather(*(meet() for _ in range(4))))) == 1


async def test_whoever_left_the_staff_chat_is_staff_no_longer(database: Database) -> None:
    async with database.unit_of_work() as work:
        minsu = await a_staff_member(work.session, department="facility")
        jiwoo = await a_staff_member(work.session, "박지우")

        assert await people.end_access(work.session, minsu.telegram_id, LATER) is minsu
        assert await people.end_access(work.session, minsu.telegram_id, LATER) is None

        assert (minsu.left_at, jiwoo.left_at) == (LATER, None)


async def test_a_name_that_no_database_takes_is_kept_as_well_as_it_can_be(database: Database) -> None:
    async with database.unit_of_work() as work:
        person, _ = await an_owner(work.session, name="김\0\ud800" + "ㅋ" * 5000)
        await work.session.refresh(person)
        assert person.display_name == "김\ufffd\ufffd" + "ㅋ" * 197
