"""Korean particles after a word that is only known at run time: 이/가, 을/를, 은/는, 으로/로, 과/와."""

_DIGITS_WITH_FINAL = frozenset("013678")  # 영 일 삼 육 칠 팔 end in a consonant
_LETTERS_WITH_FINAL = frozenset("lmnr")  # 엘 엠 엔 알
_RIEUL = 8


def with_particle(word: str, pair: str) -> str:
    """`word` and the fitting half of `pair` ("with final/without final", for example "이/가").

    으로/로 takes 로 after a final ㄹ. A word with no sound to judge by gets both: "§을(를)".
    """
    closed, _, open_ = pair.partition("/")
    sound = _last_sound(word)
    if sound is None:
        return f"{word}{closed}({open_})"
    has_final, is_rieul = sound
    if closed == "으로" and is_rieul:
        return word + open_
    return word + (closed if has_final else open_)


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
