"""Every sentence that a person reads: Fluent catalogues per language, rendered by key."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from bot.rules.english_words import by, capital
from bot.rules.josa import in_order, with_particle
from intents.language import LANGUAGES

FALLBACK = next(iter(LANGUAGES))
"""The language that was registered first has every sentence."""
TEXTS_DIR = Path(__file__).parent / "texts"


class MissingText(LookupError):
    """A key that no catalogue has; the house tests keep this from happening in service."""


_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
"""Where an entry begins: whatever else belongs to one is indented, a comment, or a closing brace."""


class Texts:
    """All catalogues of a folder `<lang>/*.ftl`; what they say never changes. Each entry stands as in its file until it
    is first said: to parse them all takes a sixth of a second of every start and memory for the many never said."""

    def __init__(self, catalogues: Mapping[str, Mapping[str, str]]) -> None:
        """`catalogues`: the source of each entry by its key, per language."""
        self._catalogues = dict(catalogues)
        self._bundles: dict[str, FluentBundle] = {}
        self._phrases: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, folder: Path = TEXTS_DIR) -> "Texts":
        return cls({path.name: dict(_entries(path)) for path in sorted(folder.iterdir()) if path.is_dir()})

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(self._catalogues)

    def phrases(self, kind: str) -> tuple[str, ...]:
        """Everything that people of any language type for one kind of short reply (keys `reply-<kind>`)."""
        known = self._phrases.get(kind)
        if known is None:
            said = (self.say(locale, f"reply-{kind}") for locale in self.locales)
            known = self._phrases[kind] = tuple(phrase for words in said for phrase in words.split("|"))
        return known

    def say(self, locale: str, key: str, **args: Any) -> str:
        """The sentence in that language, else in the fallback. Pass numbers that are names (ids, units) as str."""
        for known in (locale, FALLBACK):
            source = self._catalogues.get(known, {}).get(key)
            if source is not None:
                return self._filled(known, key, source, args)
        raise MissingText(key)

    def _filled(self, locale: str, key: str, source: str, args: dict[str, Any]) -> str:
        bundle = self._bundles.get(locale)
        if bundle is None:
            functions: Any = {"JOSA": _josa, "NTH": _nth, "BY": _by, "CAPITAL": _capital}
            bundle = self._bundles[locale] = FluentBundle([locale], use_isolating=False, functions=functions)
        if not bundle.has_message(key):
            bundle.add_resource(FluentResource(source))
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise MissingText(f"{key}: cannot be parsed")
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        return str(text)


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        begins = list(_ENTRY.finditer(text))
        for begin, following in zip(begins, [*begins[1:], None], strict=True):
            yield begin[1], text[begin.start() : following.start() if following else len(text)]


def _josa(word: Any, pair: Any) -> str:
    """JOSA($name, "이/가"): the word with the particle that its last sound asks for."""
    return with_particle(str(word), str(pair))


def _nth(count: Any) -> str:
    """NTH($position): "첫 번째"."""
    return in_order(int(str(count)))


def _by(moment: Any) -> str:
    """BY($time): "today by 17:02"."""
    return by(str(moment))


def _capital(words: Any) -> str:
    """CAPITAL($who): at the start of a sentence, where a name or "dear resident" may stand."""
    return capital(str(words))
