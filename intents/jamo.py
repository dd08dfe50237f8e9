"""Hangul letters: taking syllables apart, putting letters together, folding what sounds alike.

Positions follow Unicode: syllable = 0xAC00 + (onset * 21 + vowel) * 28 + coda.
"""

from __future__ import annotations

from collections.abc import Callable

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

# What is typed with two keystrokes counts as two letters, so that a missed key costs one gram, not all.
_SPLIT = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
JOIN = {pair: letter for letter, pair in _SPLIT.items()}

# Letters that Koreans mix up because they sound alike; an ending consonant has only seven sounds.
_ONSET_FOLD = dict(zip("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ", strict=True))
_VOWEL_FOLD = dict(zip("ㅐㅒㅖㅙㅞㅑㅕㅛㅠㅢ", "ㅔㅔㅔㅚㅚㅏㅓㅗㅜㅣ", strict=True))
_CODA_FOLD = dict(
    zip("ㄲㅋㄳㄺㅅㅆㅈㅊㅌㅍㅄㄿㄵㄶㄼㄽㄾㅀㄻ", "ㄱㄱㄱㄱㄷㄷㄷㄷㄷㅂㅂㅂㄴㄴㄹㄹㄹㄹㅁ", strict=True)
) | {"ㅎ": ""}

_FIRST, _LAST = 0xAC00, 0xD7A3


def is_syllable(char: str) -> bool:
    """True for a complete Hangul syllable (가–힣)."""
    return "가" <= char <= "힣"


def parts(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda ("" when there is none) of one complete syllable."""
    index = ord(syllable) - _FIRST
    return ONSETS[index // 588], VOWELS[index % 588 // 28], CODAS[index % 28]


def syllable(onset: str, vowel: str, coda: str = "") -> str:
    """The syllable made of these letters; each must be one that can stand there."""
    return chr(_FIRST + (ONSETS.index(onset) * 21 + VOWELS.index(vowel)) * 28 + CODAS.index(coda))


def _strokes(char: str) -> str:
    return "".join(_SPLIT.get(letter, letter) for letter in parts(char))


def _folded(char: str) -> str:
    onset, vowel, coda = parts(char)
    return syllable(_ONSET_FOLD.get(onset, onset), _VOWEL_FOLD.get(vowel, vowel), _CODA_FOLD.get(coda, coda))


class _Table(dict[int, str]):
    """A table for `str.translate` that fills itself: of eleven thousand syllables people use some fifteen hundred."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, code: int) -> str:
        if not _FIRST <= code <= _LAST:
            raise LookupError(code)  # to `str.translate`: leave it as it is
        self[code] = self._of(chr(code))
        return self[code]


STROKES = _Table(_strokes)
"""The keystrokes of a syllable."""
FOLDED = _Table(_folded)
"""The syllable that stands for all that sound like it."""


def compose(letters: str) -> str:
    """Letters in typing order put together as a Korean keyboard does; what fits nowhere stays a letter."""
    out: list[str] = []
    onset = vowel = coda = ""

    def flush() -> None:
        nonlocal onset, vowel, coda
        out.append(syllable(onset, vowel, coda) if onset and vowel else onset + vowel)
        onset = vowel = coda = ""

    for letter in letters:
        if letter in VOWELS:
            if coda:  # the consonant before a vowel belongs to the vowel
                stays, moves = (_SPLIT[coda][0], _SPLIT[coda][1]) if coda in _SPLIT else ("", coda)
                coda = stays
                flush()
                onset, vowel = moves, letter
            elif vowel and vowel + letter in JOIN:
                vowel = JOIN[vowel + letter]
            elif vowel:
                flush()
                vowel = letter
            else:
                vowel = letter
        elif letter in ONSETS:
            if onset and vowel and not coda and letter in CODAS:
                coda = letter
            elif coda and coda + letter in JOIN:
                coda = JOIN[coda + letter]
            else:
                flush()
                onset = letter
        else:
            flush()
            out.append(letter)
    flush()
    return "".join(out)
