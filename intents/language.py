"""The languages: one registration each. No other module of the package names a language.

To add one: a module with the functions below, a line in `LANGUAGES`, a folder of examples and a lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from intents import chinese, english, keyboard, korean, normalise
from intents.grams import Block
from intents.unspaced import Concepts, Found

Token = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Language:
    """How one language is read. All functions take cleaned text or the tokens of it."""

    code: str
    letters: Callable[[str], int]
    """How many letters of the text belong to the language."""
    tokens: Callable[[str], list[Token]]
    """Smallest units with start and end in the text; empty when the text holds none of the language."""
    grams: Callable[[list[str]], tuple[Block, ...]]
    """Blocks of grams for the linear model."""
    fold: Callable[[str], str]
    """The key of a lexicon term."""
    terms: Callable[[list[str], Mapping[str, Concepts]], list[Found]]
    """Every term in the tokens. The mapping holds concepts by key, and none for whatever else a key begins with."""
    numerals: Callable[[str], str]
    """The text with numbers in words turned into digits where they name a place."""
    spelt: bool
    """True when unknown tokens are words that may be snapped to a known spelling."""
    worth: float
    """How many Latin letters one of its letters is worth."""
    word: float
    """How many tokens make a word."""
    room: float = 1.0
    """How much room the same thing takes in it, beside Korean and English."""


KOREAN = Language(
    "ko", korean.letters, korean.tokens, korean.grams, korean.fold, korean.terms, korean.numerals,
    spelt=False, worth=2.5, word=2.5,
)  # fmt: skip
ENGLISH = Language(
    "en", english.letters, english.tokens, english.grams, english.fold, english.terms, english.numerals,
    spelt=True, worth=1.0, word=1.0,
)  # fmt: skip
CHINESE = Language(
    "zh", chinese.letters, chinese.tokens, chinese.grams, chinese.fold, chinese.terms, chinese.numerals,
    spelt=False, worth=3.0, word=1.8, room=0.5,
)  # fmt: skip

LANGUAGES: dict[str, Language] = {language.code: language for language in (KOREAN, ENGLISH, CHINESE)}


def may_be_turned(text: str) -> bool:
    """False when a printable text was surely typed in the mode that was meant."""
    return ENGLISH.letters(text.lower()) > 0 or keyboard.has_stray_letters(text)


def readings(text: str) -> Iterator[str]:
    """The ways in which a message may have been meant, cleaned: as it stands, then as if typed in the other mode."""
    plain = normalise.printable(text)
    yield normalise.clean(plain)
    if ENGLISH.letters(plain.lower()):
        turned = keyboard.words_to_korean(plain)
        if turned != plain:
            yield normalise.clean(turned)
    if keyboard.has_stray_letters(plain):
        yield normalise.clean(keyboard.to_latin(plain))


def detect_language(text: str) -> str:
    """The code of the language in which to reply: that of most letters, of the likelier reading of the keyboard."""
    plain, *others = readings(text)
    best = _most_letters(plain)
    if best is ENGLISH and others and keyboard.looks_mistyped(normalise.printable(text)):
        best = _most_letters(others[0])
    return best.code


def _most_letters(text: str) -> Language:
    # Ties go to the language that was registered first.
    return max(LANGUAGES.values(), key=lambda language: language.letters(text) * language.worth)


def amount(text: str) -> float:
    """How much is said, whatever the language: in Latin letters."""
    lower = text.lower()
    return sum(language.letters(lower) * language.worth for language in LANGUAGES.values())
