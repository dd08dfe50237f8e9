"""Cleaning that every language shares: any Unicode in, tidy lower-case text of bounded length out.

Work is linear in the length: what is longer than `LONGEST` characters keeps its head and its tail, which
hold the matter of all but artificial messages (Telegram itself cuts at 4,096).
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4096
_TAIL = 1024

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]+")
# Compatibility jamo (ㅋㅋ, ㅠㅠ) stay as they are: NFKC would turn them into conjoining ones.
_ODD = re.compile(r"[^\x00-\x7f\u3130-\u318f\uac00-\ud7a3]+")
_LONG_RUN = re.compile(r"(.)\1{2,}", re.DOTALL)
# Curved quotes, and East Asian signs that have no compatible form; their commas bring the space after them along.
_SIGNS = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"',
        "\u3001": ", ", "\u3002": ".", "\uff0c": ", ",
    }
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_UNTIDY = re.compile(r"[^ -_a-~\u3131-\u318f\uac00-\ud7a3]|  ")
"""What most messages have none of: anything but plain letters and signs, and double spaces."""


def shorten(text: str) -> str:
    """The text itself, or head and tail of one that is longer than `LONGEST` characters."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - _TAIL] + " " + text[-_TAIL:]


def printable(text: str) -> str:
    """Shortened text without lone surrogates and control characters, composed (NFC), case kept."""
    if len(text) <= LONGEST and not _UNTIDY.search(text):
        return text.strip()
    text = _SURROGATE.sub(" ", shorten(text))
    text = unicodedata.normalize("NFC", _UNPRINTABLE.sub(" ", text))
    # Compatibility forms (full-width letters) may expand, so the result is shortened once more.
    text = _ODD.sub(lambda found: unicodedata.normalize("NFKC", found[0].translate(_SIGNS)), text)
    return shorten(_SPACES.sub(" ", text.replace("`", "'")).strip())


def clean(text: str) -> str:
    """`printable` text in lower case, runs of one character cut to two (`ㅠㅠㅠㅠ` -> `ㅠㅠ`), digits kept."""
    return _LONG_RUN.sub(_cut_run, printable(text).lower())


def _cut_run(found: re.Match[str]) -> str:
    run = found[0]
    return run if run[0].isdigit() else run[:2]
