"""By when the office must answer and resolve, and what stops the clock."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.business_time import Calendar, Hours
from bot.rules.service_levels import (
    CLOCKS,
    History,
    Pause,
    ServiceLevel,
    calendar_for,
    due_times,
)

SEOUL = ZoneInfo("Asia/Seoul")
OFFICE = Calendar(SEOUL, dict.fromkeys(range(5), (Hours(time(9), time(12)), Hours(time(13), time(18)))))
TARGETS = ServiceLevel(timedelta(hours=2), timedelta(hours=4), timedelta(hours=8))
THURSDAY_10 = datetime(2026, 10, 1, 10, tzinfo=SEOUL)


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=SEOUL)


def test_due_times_are_in_office_hours() -> None:
    due = due_times(History(THURSDAY_10), TARGETS, OFFICE)
    assert due.first_response == on(1, 12)
    assert due.resolution == on(2, 10)
    assert due.next_response is None, "nobody has written since"


def test_urgent_matters_run_around_the_clock() -> None:
    night = on(4, 3)
    due = due_times(History(night), TARGETS, calendar_for("urgent", OFFICE))
    assert due.first_response == night + timedelta(hours=2)
    assert calendar_for("high", OFFICE) is OFFICE


def test_waiting_for_the_owner_moves_the_resolution_on() -> None:
    pause = Pause(on(1, 14), on(2, 10))  # 4 + 1 working hours
    due = due_times(History(THURSDAY_10, first_response_at=on(1, 11), pauses=(pause,)), TARGETS, OFFICE)
    assert due.resolution == on(2, 16)
    assert due.first_response == on(1, 12), "it was due before the pause began"


def test_pauses_may_overlap_and_come_in_any_order() -> None:
    pauses = (Pause(on(1, 15), on(1, 16)), Pause(on(1, 14), on(1, 17)), Pause(on(1, 17), on(1, 18)))
    assert due_times(History(THURSDAY_10, pauses=pauses), TARGETS, OFFICE).resolution == on(2, 15)


def test_a_pause_without_an_end_stops_the_clock() -> None:
    history = History(THURSDAY_10, first_response_at=on(1, 11), pauses=(Pause(on(1, 14)),))
    assert due_times(history, TARGETS, OFFICE).resolution is None


def test_a_pause_that_begins_when_it_is_already_late_does_not_excuse() -> None:
    history = History(THURSDAY_10, pauses=(Pause(on(2, 11)),))
    assert due_times(history, TARGETS, OFFICE).resolution == on(2, 10)


def test_the_owner_waits_for_the_next_response() -> None:
    history = History(THURSDAY_10, first_response_at=on(1, 10, 5), unanswered_since=on(1, 17))
    assert due_times(history, TARGETS, OFFICE).next_response == on(2, 12)


def test_without_a_target_nothing_is_ever_late() -> None:
    history = History(THURSDAY_10, unanswered_since=THURSDAY_10)
    due = due_times(history, ServiceLevel(), OFFICE)
    assert not any(getattr(due, clock) for clock in CLOCKS)


@settings(max_examples=100)
@given(
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 5_000)), max_size=5),
    st.integers(1, 10_000),
)
def test_the_time_outside_pauses_is_the_target(stretches: list[tuple[int, int]], target: int) -> None:
    start = THURSDAY_10.astimezone(UTC)
    pauses = tuple(
        Pause(start + timedelta(minutes=begun), start + timedelta(minutes=begun + length))
        for begun, length in stretches
    )
    targets = ServiceLevel(resolution=timedelta(minutes=target))
    due = due_times(History(start, pauses=pauses), targets, Calendar.always(SEOUL)).resolution
    assert due is not None
    minutes = round((due - start) / timedelta(minutes=1))
    running = sum(not any(begun <= minute < begun + length for begun, length in stretches) for minute in range(minutes))
    assert running == target
