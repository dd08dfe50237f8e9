"""Korean for what is only known at run time: particles after a word (이/가, 을/를, 은/는, 으로/로, 과/와), and
numbers in order."""

import re

_DIGITS_WITH_FINAL = frozenset("013678")  # 영 일 삼 육 칠 팔 end in a consonant
_LETTERS_WITH_FINAL = frozenset("lmnr")  # 엘 엠 엔 알
_RIEUL = 8
_BRACKETED = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
"""What stands in brackets behind a word is not what the particle is heard with: "10월분(11월 고지)은"."""
_IN_ORDER = ("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")


def with_particle(word: str, pair: str) -> str:
    """`word` and the fitting half of `pair` ("with final/without final", for example "이/가").

    으로/로 takes 로 after a final ㄹ. A word with no sound to judge by gets both: "§을(를)".
    """
    closed, _, open_ = pair.partition("/")
    sound = _last_sound(_BRACKETED.sub("", word) or word)
    if sound is None:
        return f"{word}{closed}({open_})"
    has_final, is_rieul = sound
    if closed == "으로" and is_rieul:
        return word + open_
    return word + (closed if has_final else open_)


def in_order(count: int) -> str:
    """ "첫 번째", "두 번째"; from eleven on in digits."""
    return f"{_IN_ORDER[count - 1]} 번째" if 0 < count <= len(_IN_ORDER) else f"{count}번째"


def _last_sound(word: str) -> tuple[bool, bool] | None:
    for char in reversed(word):
        if "가" <= char <= "힣":
            final = (ord(char) - ord("가")) % 28
            return final != 0, final == _RIEUL
        if char.isdigit() and char.isascii():
            return char in _DIGITS_WITH_FINAL, char in "178"
        if char.isascii() and char.isalpha():
            return char.lower() in _LETTERS_WITH_FINAL, char.lower() in "lr"
        if char not in "\"')]}〉》」』 ":
            return None
    return None
