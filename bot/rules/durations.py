"""How long something takes, in the unit in which people say it, never promised shorter than it is."""

from datetime import timedelta
from enum import StrEnum
from math import ceil

_IN_MINUTES = timedelta(minutes=90)
_IN_HOURS = timedelta(hours=24)


class Unit(StrEnum):
    """The value is a part of text keys: duration-<value>."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


def spoken(wait: timedelta) -> tuple[int, Unit]:
    """How many of which: minutes up to an hour and a half, then whole hours and days."""
    if wait < _IN_MINUTES:
        return max(1, round(wait / timedelta(minutes=1))), Unit.MINUTES
    if wait <= _IN_HOURS:
        return ceil(wait / timedelta(hours=1)), Unit.HOURS
    return ceil(wait / timedelta(days=1)), Unit.DAYS
