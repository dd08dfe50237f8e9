"""The public holidays of a country, as the holidays library knows them."""

from __future__ import annotations

import importlib
import sys
from datetime import date
from functools import cache

YEARS = range(2020, 2061)
_LIBRARY = "holidays"


@cache
def public_holidays(country: str) -> frozenset[date]:
    """The days of `YEARS`. Raises NotImplementedError for a country code that the library does not know.

    For one country the library loads the modules of all two hundred and fifty; they are let go at once (8 MB).
    """
    try:
        return frozenset(importlib.import_module(_LIBRARY).country_holidays(country.upper(), years=YEARS))
    finally:
        for name in [name for name in sys.modules if name == _LIBRARY or name.startswith(f"{_LIBRARY}.")]:
            del sys.modules[name]
