"""Messages of hardly a word: a question mark, a thumb, laughter, tears, a flat face (ㅡㅡ).

What people mean who send nothing else."""

import unicodedata
from enum import StrEnum

_ASKING = frozenset("?？¿⁇⁈⁉❓❔")
_WORRIED = frozenset("❗❕‼🆘🚨🔥🚒🚑🚓⚠❌⛔😡🤬😱😰😨😢😭💢")
_LAUGHTER, _TEARS, _FLAT = frozenset("ㅋㅎ"), frozenset("ㅠㅜ"), frozenset("ㅡ")
_WEEPING = frozenset("😢😭")
_PICTURES = frozenset({"So", "Sk"})


class Sign(StrEnum):
    """What it says where nothing was asked."""

    ASKING = "asking"  # help is wanted, nobody knows with what
    KIND = "kind"  # thanks, agreement, good humour: no answer is owed


def weeps(text: str) -> bool:
    """Whether there are tears in it."""
    return bool((_TEARS | _WEEPING) & set(text))


def sign_of(text: str) -> Sign | None:
    """What a message made of nothing but signs says; None where there is a word in it."""
    said = {char for char in text if not char.isspace()}
    if not said or any(char.isalnum() and char not in _LAUGHTER | _TEARS | _FLAT for char in said):
        return None
    if said & (_ASKING | _WORRIED | _FLAT):
        return Sign.ASKING
    pictures = any(unicodedata.category(char) in _PICTURES for char in said)
    return Sign.KIND if pictures or said & _LAUGHTER else Sign.ASKING
