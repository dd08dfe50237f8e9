"""A message cut in two at each of its pauses: what is said beside the main wish is read by itself."""

import re
import unicodedata
from collections.abc import Iterator

_PAUSE = re.compile(r"[\s,.!?;~…，。！？；、]+")
_MOST_CUTS = 16
_FEWEST_WORDS = 2


def halves(text: str) -> Iterator[str]:
    """Every beginning and every end of the text that still consists of several words; for scripts that write without
    spaces, of whole stretches between signs."""
    text = text.strip()
    cuts = [cut for cut in _PAUSE.finditer(text) if cut.start() > 0 and cut.end() < len(text)][:_MOST_CUTS]
    for cut in cuts:
        for half in (text[: cut.start()], text[cut.end() :]):
            if len(_PAUSE.split(half)) >= _FEWEST_WORDS or _is_unspaced(half):
                yield half


def _is_unspaced(text: str) -> bool:
    return all(unicodedata.name(char, "").startswith("CJK UNIFIED") for char in text)
