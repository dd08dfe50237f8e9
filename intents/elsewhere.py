"""Training in a process of its own: what is needed for it, memory above all, never burdens the process that serves."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from intents import cache
from intents.catalogue import Catalogue
from intents.lexicon import shipped_lexicon
from intents.processes import how_it_ended
from intents.recognise import Recogniser

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parent.parent
_SHOWN = 500
_ROOM = "50 MB"


class TrainingError(Exception):
    """There are no weights: why, in one line, as the other process said it."""


async def recogniser_for(catalogue: Catalogue, folder: Path | None) -> Recogniser:
    """A recogniser with the weights of the cache folder, trained by a child process where they are not there yet or
    cannot be used. This process never trains, and reads them in a thread of its own, beside what it serves.

    Where the folder does not take them, the weights are handed over in a temporary one. Raises TrainingError.
    """
    kept = [] if folder is None else [folder]
    found = await _stored(catalogue, kept)
    if found is not None:
        return found
    with _until_they_are_read() as temporary:
        folders = [*kept, *temporary]
        if not folders:
            raise TrainingError("no temporary folder can be had for trained weights; name one in TMPDIR")
        await _train(catalogue, folders)
        found = await _stored(catalogue, folders)
    if found is None:
        tried = ", ".join(map(str, folders))
        raise TrainingError(f"weights were trained, but cannot be read back from {tried}; check the disk")
    return found


def train_into(catalogue: Catalogue, folders: Sequence[Path]) -> None:
    """What the child does: trains what no folder keeps, for the first that takes it. Raises TrainingError where none
    does."""
    if any(cache.load(folder, catalogue) is not None for folder in folders):
        return
    from intents.learn import learn  # whoever only waits for the child need not load the training code

    model = learn(catalogue, shipped_lexicon())
    refused: list[str] = []
    for folder in folders:
        try:
            cache.store(folder, catalogue, model)
        except cache.NotKept as error:
            _log.warning("trained weights cannot be kept in %s", error)
            refused.append(str(error))
        else:
            return
    raise TrainingError(f"trained weights can be kept in none of {', '.join(refused)}; make room for {_ROOM} in one")


async def _stored(catalogue: Catalogue, folders: Sequence[Path]) -> Recogniser | None:
    for folder in folders:
        found = await asyncio.to_thread(Recogniser.stored, catalogue, folder)
        if found is not None:
            return found
    return None


@contextmanager
def _until_they_are_read() -> Iterator[list[Path]]:
    """A temporary folder, or none where the system has no place for it."""
    try:
        made = tempfile.TemporaryDirectory(prefix="haedap-weights-", ignore_cleanup_errors=True)
    except OSError as error:
        _log.warning("there is no temporary folder (%s)", error.strerror)
        yield []
        return
    with made as folder:
        yield [Path(folder)]


async def _train(catalogue: Catalogue, folders: Sequence[Path]) -> None:
    handed_over = (await asyncio.to_thread(catalogue.as_json)).encode("ascii")
    child = await _begun([option for folder in folders for option in ("--cache", str(folder))])
    try:
        _, said = await child.communicate(handed_over)
    except asyncio.CancelledError:
        child.kill()
        await child.wait()
        raise
    told = said.decode("utf-8", "replace").strip()
    if told:
        _log.warning("the trainer said: %s", told)
    if child.returncode != 0:
        last = told.rpartition("\n")[2].removeprefix("intents: ")[-_SHOWN:]
        raise TrainingError(last or how_it_ended(child.returncode or 0))


async def _begun(options: Sequence[str]) -> asyncio.subprocess.Process:
    try:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "intents", "train", "--json", "--for", str(os.getpid()), *options),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), os.environ.get("PYTHONPATH", "")])},
        )
    except OSError as error:
        raise TrainingError(f"no process can be started ({error.strerror})") from None
