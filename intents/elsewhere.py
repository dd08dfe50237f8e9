"""Training in a process of its own: what is needed for it, memory above all, never burdens the process that serves."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from intents import cache
from intents.catalogue import Catalogue
from intents.processes import how_it_ended
from intents.recognise import Recogniser

_ROOT = Path(__file__).resolve().parent.parent
_SHOWN = 500


class TrainingError(Exception):
    """The other process ended without weights; the text is the end of what it said."""


async def recogniser_for(catalogue: Catalogue, folder: Path | None) -> Recogniser:
    """A recogniser with the weights of the cache folder, trained by a child process where they are not there yet.

    Without a folder that can be written, the weights are handed over in a temporary one. Raises TrainingError.
    """
    if folder is not None and (cache.is_stored(folder, catalogue) or _writable(folder)):
        return await _through(catalogue, folder)
    with tempfile.TemporaryDirectory(prefix="haedap-weights-") as temporary:
        return await _through(catalogue, Path(temporary))


async def _through(catalogue: Catalogue, folder: Path) -> Recogniser:
    if not cache.is_stored(folder, catalogue):
        await _train(catalogue, folder)
    return Recogniser.train(catalogue, folder)


async def _train(catalogue: Catalogue, folder: Path) -> None:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "intents", "train", "--json", "--for", str(os.getpid()), "--cache", str(folder)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), os.environ.get("PYTHONPATH", "")])},
    )
    try:
        _, said = await child.communicate(catalogue.as_json().encode("ascii"))
    except asyncio.CancelledError:
        child.kill()
        await child.wait()
        raise
    if child.returncode != 0:
        raise TrainingError(said.decode("utf-8", "replace").strip()[-_SHOWN:] or how_it_ended(child.returncode or 0))


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)
