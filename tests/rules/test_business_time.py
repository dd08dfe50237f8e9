"""Office hours: lunch breaks, Saturdays, Korean holidays, exceptions, changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.business_time import ALL_DAY, Calendar, Hours, QuietHours

SEOUL = ZoneInfo("Asia/Seoul")
BERLIN = ZoneInfo("Europe/Berlin")
MORNING, AFTERNOON = Hours(time(9), time(12)), Hours(time(13), time(18))
WEEK = {**dict.fromkeys(range(5), (MORNING, AFTERNOON)), 5: (MORNING,)}
FOUNDATION_DAY, SUBSTITUTE = date(2026, 10, 3), date(2026, 10, 5)
OFFICE = Calendar(SEOUL, WEEK, holidays=frozenset({FOUNDATION_DAY, SUBSTITUTE}))


def seoul(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SEOUL)


def utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-10-01 08:59:59", False),
        ("2026-10-01 09:00", True),
        ("2026-10-01 11:59:59", True),
        ("2026-10-01 12:00", False),  # lunch
        ("2026-10-01 13:00", True),
        ("2026-10-01 18:00", False),
        ("2026-10-10 10:00", True),  # Saturday
        ("2026-10-10 13:30", False),
        ("2026-10-11 10:00", False),  # Sunday
        ("2026-10-05 10:00", False),  # substitute holiday, a Monday
    ],
)
def test_the_office_is_open_in_its_ranges_only(at: str, expected: bool) -> None:
    assert OFFICE.is_open(seoul(at)) is expected


@pytest.mark.parametrize(
    ("at", "opening"),
    [
        ("2026-10-01 10:00", "2026-10-01 10:00"),  # open: now
        ("2026-10-01 12:10", "2026-10-01 13:00"),  # lunch
        ("2026-10-01 20:00", "2026-10-02 09:00"),
        ("2026-10-02 18:00", "2026-10-06 09:00"),  # holiday, Sunday, substitute holiday
    ],
)
def test_the_next_opening(at: str, opening: str) -> None:
    assert OFFICE.next_opening(seoul(at)) == utc(seoul(opening))


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-10-01 11:30", timedelta(hours=1), "2026-10-01 13:30"),  # lunch does not count
        ("2026-10-01 09:00", timedelta(hours=3), "2026-10-01 12:00"),  # done at closing, not at the next opening
        ("2026-10-01 22:00", timedelta(minutes=30), "2026-10-02 09:30"),
        ("2026-10-02 17:30", timedelta(hours=1), "2026-10-06 09:30"),
        ("2026-10-01 03:00", timedelta(0), "2026-10-01 03:00"),
        ("2026-10-08 09:00", timedelta(hours=24), "2026-10-12 15:00"),  # Thu 8 + Fri 8 + Sat 3 + Mon 5
    ],
)
def test_adding_working_time(start: str, duration: timedelta, end: str) -> None:
    assert OFFICE.add_working(seoul(start), duration) == utc(seoul(end))


def test_working_time_over_a_long_weekend() -> None:
    friday, tuesday = seoul("2026-10-02 17:00"), seoul("2026-10-06 10:00")
    assert OFFICE.working_between(friday, tuesday) == timedelta(hours=2)
    assert OFFICE.working_between(tuesday, friday) == timedelta(0)


def test_exceptions_win_over_holidays_and_weekdays() -> None:
    sunday, thursday = date(2026, 10, 4), date(2026, 10, 1)
    calendar = Calendar(
        SEOUL,
        WEEK,
        holidays=OFFICE.holidays,
        closed_on=frozenset({thursday}),
        open_on={sunday: (MORNING,), SUBSTITUTE: (AFTERNOON,)},
    )
    assert not calendar.is_open(seoul("2026-10-01 10:00"))
    assert calendar.is_open(seoul("2026-10-04 10:00"))
    assert [calendar.is_open(seoul(f"2026-10-05 {hour}:00")) for hour in ("10", "14")] == [False, True]


def test_around_the_clock_is_always_open_and_counts_real_time() -> None:
    always = Calendar.always(SEOUL)
    sunday_night = seoul("2026-10-04 03:00")
    assert always.is_open(sunday_night)
    assert always.next_opening(sunday_night) == utc(sunday_night)
    assert always.add_working(sunday_night, timedelta(minutes=5)) == utc(sunday_night) + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 28), 24),
        (date(2026, 3, 29), 23),  # Berlin's clocks go forward at 02:00
        (date(2026, 10, 25), 25),  # and back at 03:00
    ],
)
def test_a_day_of_changing_clocks_has_its_real_length(day: date, hours: int) -> None:
    whole = Calendar(BERLIN, dict.fromkeys(range(7), (ALL_DAY,)), closed_on=frozenset({date(2026, 1, 1)}))
    start = datetime.combine(day, time.min, tzinfo=BERLIN)
    end = datetime.combine(day + timedelta(days=1), time.min, tzinfo=BERLIN)
    assert whole.working_between(start, end) == timedelta(hours=hours)
    assert whole.add_working(start, timedelta(hours=hours)) == utc(end)


def test_ranges_around_a_skipped_hour_neither_overlap_nor_run_backwards() -> None:
    night = Calendar(BERLIN, {6: (Hours(time(1), time(2, 30)), Hours(time(2, 30), time(3)), Hours(time(3), time(5)))})
    start = datetime(2026, 3, 29, 0, tzinfo=BERLIN)
    # Real time from 01:00 to 05:00 with the hour from 02:00 to 03:00 missing.
    assert night.working_between(start, start + timedelta(hours=12)) == timedelta(hours=3)


def test_an_evening_that_the_clock_cuts_short_does_not_run_into_the_next_day() -> None:
    nuuk = ZoneInfo("America/Nuuk")  # on 28 March 2026 the clocks go from 23:00 straight to midnight
    calendar = Calendar(nuuk, {5: (Hours(time(22), time(23, 30)),), 6: (Hours(time(0), time(1)),)})
    start = datetime(2026, 3, 28, 12, tzinfo=nuuk)
    assert calendar.working_between(start, start + timedelta(days=1)) == timedelta(hours=2)


def test_local_office_hours_follow_the_clock_of_the_wall() -> None:
    calendar = Calendar(BERLIN, {6: (MORNING,)})
    winter, summer = datetime(2026, 3, 22, 8, tzinfo=UTC), datetime(2026, 3, 29, 7, tzinfo=UTC)
    assert calendar.next_opening(winter - timedelta(hours=5)) == winter
    assert calendar.next_opening(winter + timedelta(hours=5)) == summer


def test_naive_times_negative_durations_and_empty_weeks_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        OFFICE.is_open(datetime(2026, 10, 1, 10))
    with pytest.raises(ValueError, match="negative"):
        OFFICE.add_working(seoul("2026-10-01 10:00"), timedelta(seconds=-1))
    with pytest.raises(ValueError, match="opening hours"):
        Calendar(SEOUL, {0: ()})
    with pytest.raises(ValueError, match="end after"):
        Hours(time(12), time(9))


def test_a_calendar_that_never_opens_again_is_noticed() -> None:
    days = frozenset(date(2026, 1, 5) + timedelta(weeks=week) for week in range(700))
    with pytest.raises(ValueError, match="ten years"):
        Calendar(SEOUL, {0: (MORNING,)}, closed_on=days).next_opening(seoul("2026-10-01 10:00"))


QUIET = QuietHours(SEOUL, time(22), time(8))


@pytest.mark.parametrize(
    ("at", "allowed_at"),
    [
        ("2026-10-01 21:59:59", "2026-10-01 21:59:59"),
        ("2026-10-01 22:00", "2026-10-02 08:00"),
        ("2026-10-02 03:00", "2026-10-02 08:00"),
        ("2026-10-02 08:00", "2026-10-02 08:00"),
        ("2026-10-02 12:00", "2026-10-02 12:00"),
    ],
)
def test_quiet_hours_over_midnight(at: str, allowed_at: str) -> None:
    assert QUIET.next_allowed(seoul(at)) == utc(seoul(allowed_at))
    assert QUIET.allows(seoul(at)) is (at == allowed_at)


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    siesta = QuietHours(SEOUL, time(13), time(15))
    assert siesta.next_allowed(seoul("2026-10-01 14:00")) == utc(seoul("2026-10-01 15:00"))
    assert siesta.allows(seoul("2026-10-01 23:00"))
    assert QuietHours(SEOUL).allows(seoul("2026-10-01 03:00"))


# --- what holds for every calendar ------------------------------------------------------------------------------

ZONES = st.sampled_from(
    [SEOUL, BERLIN, *map(ZoneInfo, ("America/New_York", "America/Nuuk", "Australia/Lord_Howe", "UTC"))]
)
INSTANTS = st.datetimes(datetime(2025, 12, 1), datetime(2027, 2, 1), timezones=st.just(UTC))
DURATIONS = st.timedeltas(timedelta(0), timedelta(days=20))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    def ranges() -> tuple[Hours, ...]:
        marks = sorted(draw(st.sets(st.integers(0, 95), max_size=6)))
        times = [time(mark // 4, mark % 4 * 15) for mark in marks]
        return tuple(Hours(start, end) for start, end in zip(times[::2], times[1::2], strict=False))

    week = {day: ranges() for day in range(7)}
    week[draw(st.integers(0, 6))] = (MORNING,)
    days = st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=20)
    return Calendar(draw(ZONES), week, frozenset(draw(days)), frozenset(draw(days)))


@settings(max_examples=150)
@given(calendars(), INSTANTS, DURATIONS)
def test_added_working_time_is_the_working_time_between(calendar: Calendar, start: datetime, length: timedelta) -> None:
    end = calendar.add_working(start, length)
    assert calendar.working_between(start, end) == length
    assert end >= start
    if length:
        assert calendar.is_open(end - timedelta(microseconds=1)), "it is reached in open time"


@settings(max_examples=150)
@given(calendars(), INSTANTS)
def test_the_next_opening_is_open_and_nothing_before_it_is(calendar: Calendar, at: datetime) -> None:
    opening = calendar.next_opening(at)
    assert opening >= at
    assert calendar.is_open(opening)
    assert calendar.working_between(at, opening) == timedelta(0)
    assert (opening == at) is calendar.is_open(at)


@settings(max_examples=100)
@given(calendars(), INSTANTS, INSTANTS, INSTANTS)
def test_working_time_adds_up(calendar: Calendar, a: datetime, b: datetime, c: datetime) -> None:
    a, b, c = sorted((a, b, c))
    assert calendar.working_between(a, b) + calendar.working_between(b, c) == calendar.working_between(a, c)
    assert timedelta(0) <= calendar.working_between(a, b) <= b - a


@settings(max_examples=200)
@given(ZONES, st.times(), st.times(), INSTANTS)
def test_what_waits_for_the_morning_goes_out_then(zone: ZoneInfo, start: time, end: time, at: datetime) -> None:
    if start == end:
        end = time((start.hour + 1) % 24, start.minute)
    quiet = QuietHours(zone, start, end)
    allowed = quiet.next_allowed(at)
    assert at <= allowed <= at + timedelta(hours=26)
    assert quiet.allows(allowed)
