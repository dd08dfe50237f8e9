"""The public holidays of a country, as the holidays library knows them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from functools import cache

YEARS = range(2020, 2061)
_UNKNOWN = 3


@cache
def public_holidays(country: str) -> frozenset[date]:
    """The days of `YEARS`. Raises NotImplementedError for a country code that the library does not know.

    For one country the library loads the modules of all two hundred and fifty (11 MB): a process of their own takes
    them along when it ends.
    """
    command = [sys.executable, "-P", __file__]
    asked = subprocess.run(command, input=country.upper(), capture_output=True, encoding="utf-8", check=False)
    if asked.returncode == _UNKNOWN:
        raise NotImplementedError(country)
    asked.check_returncode()
    return frozenset(date.fromisoformat(day) for day in asked.stdout.split())


def _main(country: str) -> int:
    import holidays

    try:
        days = holidays.country_holidays(country, years=YEARS)
    except NotImplementedError:
        return _UNKNOWN
    sys.stdout.write(" ".join(map(str, days)))
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.stdin.buffer.read().decode("utf-8")))
