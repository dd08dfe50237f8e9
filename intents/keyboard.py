"""Korean typed with the keyboard in English mode (`dkssud` = 안녕), and English typed in Korean mode.

Two-set layout. Pure conversion: whether a reading is the meant one is judged by who asks for it.
"""

from __future__ import annotations

import re

from intents import jamo

_CONSONANTS = dict(zip("rRseEfaqQtTdwWczxvg", jamo.ONSETS, strict=True))
_LETTERS = _CONSONANTS | dict(zip("koiOjpuPhynbml", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ", strict=True))
_KEYS = {letter: key for key, letter in _LETTERS.items()}


def to_korean(keys: str) -> str:
    """What these Latin keys give in Korean mode; other characters stay. Capitals without a letter count as small."""
    return jamo.compose("".join(_LETTERS.get(key) or _LETTERS.get(key.lower()) or key for key in keys))


def to_latin(text: str) -> str:
    """What this Hangul gives in English mode, in lower case; other characters stay."""
    return keys_of(text).lower()


def keys_of(text: str) -> str:
    """The keys with which the text was typed, capitals for those with shift; other characters stay."""
    return "".join(_KEYS.get(letter, letter) for letter in text.translate(jamo.STROKES))


_LATIN_RUN = re.compile(r"[A-Za-z]{2,}")
_STRAY = re.compile(r"[ㄱ-ㅎ](?![ㄱ-ㅎ])|[ㅏ-ㅣ]")
_MOOD = frozenset("ㅋㅎㅠㅜㅡ")


def words_to_korean(text: str) -> str:
    """Every Latin word that gives nothing but whole syllables in Korean mode, in that reading; others stay."""

    def turn(found: re.Match[str]) -> str:
        korean = to_korean(found[0])
        return korean if all(jamo.is_syllable(char) or char in _MOOD for char in korean) else found[0]

    return _LATIN_RUN.sub(turn, text)


def has_stray_letters(text: str) -> bool:
    """True when single letters stand between syllables (`ㅗ디ㅔ`), as English typed in Korean mode gives."""
    strays = [char for char in _STRAY.findall(text) if char not in _MOOD]
    return len(strays) * 3 >= sum(not char.isspace() for char in text) > 1


def looks_mistyped(text: str) -> bool:
    """True when nearly all Latin words give whole, ordinary syllables in Korean mode, and too many to be chance."""
    latin = _LATIN_RUN.findall(text)
    turned = [to_korean(word) for word in latin]
    whole = [korean for korean in turned if len(korean) > 1 and all(jamo.is_syllable(char) for char in korean)]
    if sum(map(len, whole)) < _NO_CHANCE:
        whole = [korean for korean in whole if sum(char in _FREQUENT for char in korean) * 2 >= len(korean)]
    ordinary = [korean for korean in whole if all(jamo.parts(char)[2] in _ORDINARY_CODAS for char in korean)]
    return bool(ordinary) and sum(map(len, ordinary)) >= 0.7 * sum(map(len, turned))


_NO_CHANCE = 4
"""So many whole syllables do not come about by chance."""
_ORDINARY_CODAS = frozenset(("", *"ㄱㄴㄷㄹㅁㅂㅅㅇㄶㅀㄺㄻㄼㅆㅈㅊㅌㅍㅎㅄ"))


# The commonest syllables of written and typed Korean: about two in three of any text.
_FREQUENT = frozenset(
    "이다는에가을의고지하도로은기사를한리자어나서시아대해인그전일주부수정장보있요세안관비여경라상동구제과만면유오소공마무"
    "원우생으방신들었했습니까거저것게네데든래려호실차물불층복집문열카드등록방화번호연락얼예약취소감합녕계속됐됩돼못꺼났"
    "엘베터트현출입택배쓰레분회납담당직접통바꿔줘주빨살조심명좀요말씀"
)
