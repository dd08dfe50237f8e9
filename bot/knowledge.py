"""What the desk knows, from files and learned examples: read, checked, trained elsewhere, and exchanged as a whole."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.desk import Desk, desk_intents
from bot.errors import OfficeError, OperatorError, Problem
from bot.office import Office, check_for_telegram, load_office
from bot.operator_text import sentence
from bot.render import Texts
from bot.settings import Settings
from intents.cache import is_stored
from intents.catalogue import Catalogue, CatalogueError, load_catalogue, refuse_strays, shipped_catalogue_path
from intents.elsewhere import TrainingError, recogniser_for
from intents.lexicon import shipped_lexicon
from intents.recognise import Recogniser
from storage import examples
from storage.database import Database

_log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often a process looks whether another edition of the knowledge was asked for."""

_LONGEST_PAUSE = 60.0

Examples = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where knowledge is read: the files and the cached weights. A test may keep at hand what it has read before."""

    texts: Callable[[], Texts] = Texts.load
    catalogue: Callable[..., Catalogue] = load_catalogue
    recogniser: Callable[[Catalogue, Path | None], Awaitable[Recogniser]] = recogniser_for


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The office, the texts and the understanding, each read and checked."""

    office: Office
    texts: Texts
    catalogue: Catalogue

    @classmethod
    def read(cls, settings: Settings, learned: Examples, sources: Sources) -> "Knowledge":
        """Raises OfficeError with file and line for whatever was written down wrongly."""
        office = load_office(settings.office_dir)
        if settings.talks_to_telegram:
            check_for_telegram(office)
        own = [office.intents_dir] if office.intents_dir is not None else []
        try:
            shipped_lexicon()  # read once, and here, where a mistake in it can be said
            for folder in own:
                refuse_strays(folder)
            catalogue = sources.catalogue(shipped_catalogue_path(), *own)
        except CatalogueError as error:
            raise _catalogue_wrong(error) from None
        return cls(office, sources.texts(), catalogue.with_examples(learned))

    async def taught(self, desk: Desk, cache: Path | None, sources: Sources) -> Desk:
        """The desk with this knowledge. Raises OperatorError where the training ends without weights."""
        if cache is None or not await asyncio.to_thread(is_stored, cache, self.catalogue):
            _log.info(sentence("training-begins"))
        try:
            recogniser = await sources.recogniser(self.catalogue, cache)
        except TrainingError as error:
            raise OperatorError("training-failed", reason=str(error)) from None
        return replace(
            desk,
            office=self.office,
            texts=self.texts,
            understand=recogniser.match,
            intents=desk_intents(recogniser.catalogue.intents, self.texts),
            examples=sum(len(found) for intent in self.catalogue for found in intent.examples.values()),
        )


async def learned_examples(database: Database) -> tuple[str, Examples]:
    """The present edition and the examples that count."""
    async with database.unit_of_work(reading=True) as unit:
        return await examples.edition(unit.session), await examples.examples(unit.session)


@dataclass(slots=True)
class Follower:
    """Every process runs one: it exchanges the desk when another edition is asked for, and keeps the old one when the
    new one cannot be read. `tell` lets the people of the office know, once for all processes."""

    database: Database
    load: Callable[[Examples], Awaitable[Desk]]
    exchange: Callable[[Desk], None]
    tell: Callable[[str, Exception | None], Awaitable[None]]
    known: str

    async def run(self, stop: asyncio.Event) -> None:
        pause = LOOK_SECONDS
        while not stop.is_set():
            try:
                await self.step()
                pause = LOOK_SECONDS
            except Exception:
                pause = min(2 * pause, _LONGEST_PAUSE)
                _log.exception("the knowledge could not be looked at; trying again")
            try:
                await asyncio.wait_for(stop.wait(), pause)
            except TimeoutError:
                continue

    async def step(self) -> bool:
        """True when the desk was exchanged."""
        edition, learned = await learned_examples(self.database)
        if edition == self.known:
            return False
        try:
            desk = await self.load(learned)
        except OperatorError as error:
            await self.tell(edition, error)
            self.known = edition
            return False
        self.exchange(desk)
        await self.tell(edition, None)
        self.known = edition  # only now: what failed on the way is tried again
        return True


def _catalogue_wrong(error: CatalogueError) -> OfficeError:
    return OfficeError.of([Problem("catalogue-wrong", f"{error.file}:{error.line}", {"problem": error.message})])
