"""Who is it, where do they live, what did they agree to, who is on the staff."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Consent, Person, Residency, ResidencyStatus, StaffMember, StaffRole, Unit
from storage.upsert import insert_new


async def person_by_telegram(session: AsyncSession, telegram_id: int) -> Person | None:
    return await session.scalar(select(Person).where(Person.telegram_id == telegram_id))


async def latest_people(session: AsyncSession, limit: int) -> list[Person]:
    """Who came last, newest first."""
    return list(await session.scalars(select(Person).order_by(Person.id.desc()).limit(limit)))


async def add_person(
    session: AsyncSession, *, telegram_id: int | None, display_name: str, locale: str, at: datetime
) -> Person:
    person = Person(telegram_id=telegram_id, display_name=display_name, locale=locale, created_at=at)
    session.add(person)
    await session.flush()
    return person


async def has_consented(session: AsyncSession, person_id: int, version: str) -> bool:
    query = select(Consent.id).where(Consent.person_id == person_id, Consent.version == version)
    return await session.scalar(query) is not None


async def record_consent(session: AsyncSession, person_id: int, version: str, at: datetime) -> None:
    """Agreeing twice is agreeing once."""
    await session.execute(insert_new(session, Consent).values(person_id=person_id, version=version, at=at))


async def home_of(session: AsyncSession, person_id: int) -> tuple[Residency, Unit] | None:
    """The latest residency that has not ended, verified before claimed."""
    query = (
        select(Residency, Unit)
        .join(Unit, Unit.id == Residency.unit_id)
        .where(Residency.person_id == person_id, Residency.until.is_(None))
        .order_by((Residency.status == ResidencyStatus.VERIFIED).desc(), Residency.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).one_or_none()
    return None if row is None else (row[0], row[1])


async def unit_of(session: AsyncSession, building: str, number: str) -> Unit:
    """The unit, made where it is new."""
    query = select(Unit).where(Unit.building == building, Unit.number == number)
    unit = await session.scalar(query)
    if unit is None:
        # Two households of one unit may be the first at the same moment.
        await session.execute(insert_new(session, Unit).values(building=building, number=number))
        unit = (await session.scalars(query)).one()
    return unit


async def claim_home(session: AsyncSession, person_id: int, building: str, number: str, at: datetime) -> Unit:
    """A unit that a person says is theirs; an earlier claim of the same person ends, verified residencies stay."""
    unit = await unit_of(session, building, number)
    await session.execute(
        update(Residency)
        .where(
            Residency.person_id == person_id,
            Residency.until.is_(None),
            Residency.status == ResidencyStatus.CLAIMED,
            Residency.unit_id != unit.id,
        )
        .values(until=at)
    )
    query = select(Residency.id).where(
        Residency.person_id == person_id, Residency.unit_id == unit.id, Residency.until.is_(None)
    )
    if await session.scalar(query) is None:
        session.add(Residency(person_id=person_id, unit_id=unit.id, status=ResidencyStatus.CLAIMED, since=at))
        await session.flush()
    return unit


async def staff_by_telegram(session: AsyncSession, telegram_id: int) -> StaffMember | None:
    return await session.scalar(select(StaffMember).where(StaffMember.telegram_id == telegram_id))


async def add_staff(
    session: AsyncSession,
    *,
    telegram_id: int,
    name: str,
    at: datetime,
    role: str = StaffRole.STAFF,
    department: str | None = None,
) -> StaffMember:
    """The member, made where they are new."""
    # The managers' chat and the staff group may meet somebody at the same moment.
    new = {"telegram_id": telegram_id, "name": name, "role": role, "department": department, "created_at": at}
    await session.execute(insert_new(session, StaffMember).values(**new))
    return (await session.scalars(select(StaffMember).where(StaffMember.telegram_id == telegram_id))).one()


async def end_access(session: AsyncSession, telegram_id: int, at: datetime) -> StaffMember | None:
    """Somebody left the staff chat; the member whose access ended, or None."""
    staff = await staff_by_telegram(session, telegram_id)
    if staff is None or staff.left_at is not None:
        return None
    staff.left_at = at
    return staff
