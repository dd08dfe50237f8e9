"""Text from people: made storable and showable, cut to Telegram's lengths. Content is never judged here."""

import unicodedata

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TOPIC_NAME_LIMIT = 128
# Characters that turn the direction of what follows: misleading in a card that shows many people's words.
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and signs without a shape: Hangul fillers, the empty braille cell."""


def clean(text: str) -> str:
    """The same words without lone surrogates, direction overrides and control characters (tab and newline stay)."""
    kept = (c for c in text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _showable(c))
    return "".join(kept).strip()


def _showable(char: str) -> bool:
    if char in "\n\t":
        return True
    return char not in _DIRECTION and unicodedata.category(char) not in {"Cc", "Cs"}


def one_line(text: str, limit: int) -> str:
    """Cleaned, white space folded, cut to `limit` characters with an ellipsis."""
    folded = " ".join(clean(text).split())
    return folded if len(folded) <= limit else folded[: limit - 1].rstrip() + "…"


def has_letter(text: str) -> bool:
    """Whether anything in it can be read as a letter of some script."""
    return any(char.isalpha() and char not in _BLANK for char in text)


def is_visible(text: str) -> bool:
    """Whether anything of it can be seen."""
    return any(char not in _BLANK and unicodedata.category(char)[0] not in "CZM" for char in text)


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pages(text: str, limit: int = TEXT_LIMIT) -> tuple[str, ...]:
    """`text` in pieces of at most `limit` UTF-16 units, cut at line ends, else at spaces, else anywhere."""
    rest, out = text, []
    while utf16_length(rest) > limit:
        cut = _prefix(rest, limit)
        window = rest[:cut]
        at = max(window.rfind("\n"), 0) or max(window.rfind(" "), 0) or cut
        if at < cut // 2:
            at = cut
        out.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return (*out, rest) if rest or not out else tuple(out)


def _prefix(text: str, limit: int) -> int:
    units = 0
    for index, char in enumerate(text):
        units += 2 if ord(char) > 0xFFFF else 1
        if units > limit:
            return index
    return len(text)
