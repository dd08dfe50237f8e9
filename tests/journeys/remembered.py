"""Read once in the process that others are forked off, and remembered by each of them: what is the same for all."""

import contextlib
import gc
import importlib
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from bot.app import CACHE
from bot.knowledge import Sources
from bot.office import SAMPLE_OFFICE, load_office
from bot.office.public_holidays import public_holidays
from bot.render import MissingText, Texts
from intents.catalogue import Catalogue, load_catalogue, shipped_catalogue_path
from intents.elsewhere import recogniser_for
from intents.recognise import Recogniser
from tests.waiting import until

_IMPORTED_LATE = (
    "anyio._backends._asyncio",
    "asyncpg",
    "httpcore",
    "uvicorn.lifespan.off",
    "uvicorn.protocols.http.auto",
)
_TEXTS = Texts.load()
_SHIPPED = load_catalogue(shipped_catalogue_path())
_RECOGNISER = Recogniser.train(_SHIPPED, CACHE)


def _catalogue(*folders: Path) -> Catalogue:
    return _SHIPPED if folders == (shipped_catalogue_path(),) else load_catalogue(*folders)


async def _recogniser(catalogue: Catalogue, cache: Path | None) -> Recogniser:
    return _RECOGNISER if catalogue.digest == _SHIPPED.digest else await recogniser_for(catalogue, cache)


SOURCES = Sources(texts=lambda: _TEXTS, catalogue=_catalogue, recogniser=_recogniser)
"""For `bot.app.Parts`. What an office or its staff have added is read and learnt as ever."""


def held_until(lesson: Path) -> Sources:
    """The same for a service that has learnt nothing before this file is there."""

    async def recogniser(catalogue: Catalogue, cache: Path | None) -> Recogniser:
        await until(lesson.exists)
        return await _recogniser(catalogue, cache)

    return replace(SOURCES, recogniser=recogniser)


def _parse_texts() -> None:
    for locale, entries in _TEXTS._catalogues.items():
        for key in entries:
            with contextlib.suppress(MissingText):  # nothing is given for its places: it is parsed all the same
                _TEXTS.say(locale, key)


for name in _IMPORTED_LATE:
    importlib.import_module(name)
configure_mappers()
load_office(SAMPLE_OFFICE)
public_holidays("KR")
_parse_texts()
# No fork need copy the pages of what will not be collected.
gc.freeze()
