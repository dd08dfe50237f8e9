"""Public holidays come from the holidays library, which is asked in a process of its own."""

import subprocess
import sys
from datetime import date

import pytest

from bot.office.public_holidays import public_holidays


def test_korean_holidays_of_the_lunar_calendar_are_known() -> None:
    known = public_holidays("kr")
    assert {date(2026, 2, 17), date(2026, 9, 25), date(2027, 2, 7)} <= known
    assert date(2026, 9, 2) not in known


@pytest.mark.parametrize("country", ["xx", "Atlantis", "", "K\0R", "--help", "한국", "HolidayBase"])
def test_a_country_that_is_none_is_said_to_be_unknown(country: str) -> None:
    with pytest.raises(NotImplementedError):
        public_holidays(country)


def test_the_library_of_all_countries_stays_out_of_this_process() -> None:
    asks = "import sys; from bot.office.public_holidays import public_holidays; public_holidays('KR')"
    ends = "; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks + ends], check=False).returncode == 0
