"""Every sentence that a person reads: Fluent catalogues per language, rendered by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.rules.josa import with_particle
from intents.language import LANGUAGES

FALLBACK = next(iter(LANGUAGES))
"""The language that was registered first has every sentence."""
TEXTS_DIR = Path(__file__).parent / "texts"


class MissingText(LookupError):
    """A key that no catalogue has; the house tests keep this from happening in service."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A sentence with something to fill in, as it stands in its file. It becomes a tree when it is first said: trees of
    all sentences in all languages would cost memory for the many that are never said."""

    source: str


Sentence = str | Formula
"""A plain one is its own text."""


class Texts:
    """All catalogues of a folder `<lang>/*.ftl`, checked once; what they say never changes."""

    def __init__(self, catalogues: Mapping[str, Mapping[str, Sentence]]) -> None:
        self._catalogues = dict(catalogues)
        self._bundles: dict[str, FluentBundle] = {}
        self._phrases: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, folder: Path = TEXTS_DIR, names: str = "*") -> "Texts":
        """Reads every language folder, all its files or those whose name is like `names`. Raises ValueError naming file
        and entry where Fluent cannot parse one."""
        return cls({path.name: dict(_sentences(path, names)) for path in sorted(folder.iterdir()) if path.is_dir()})

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
            sentence = self._catalogues.get(known, {}).get(key)
            if sentence is not None:
                return sentence if isinstance(sentence, str) else self._filled(known, key, sentence, args)
        raise MissingText(key)

    def _filled(self, locale: str, key: str, formula: Formula, args: dict[str, Any]) -> str:
        bundle = self._bundles.get(locale)
        if bundle is None:
            functions: Any = {"JOSA": _josa}
            bundle = self._bundles[locale] = FluentBundle([locale], use_isolating=False, functions=functions)
        if not bundle.has_message(key):
            bundle.add_resource(FluentResource(formula.source))
        pattern = bundle.get_message(key).value
        assert pattern is not None  # a formula was made of one
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        return str(text)


def _sentences(folder: Path, names: str) -> Iterator[tuple[str, Sentence]]:
    parser = FluentParser()
    for path in sorted(folder.glob(f"{names}.ftl")):
        text = path.read_text(encoding="utf-8")
        for entry in parser.parse(text).body:
            if isinstance(entry, ftl.Junk):
                raise ValueError(f"{path.name}: cannot parse {str(entry.content).strip().splitlines()[0]!r}")
            if isinstance(entry, ftl.Message) and entry.value is not None and entry.span is not None:
                yield entry.id.name, _sentence(entry.value, text[entry.span.start : entry.span.end])


def _sentence(pattern: ftl.Pattern, source: str) -> Sentence:
    texts = [element.value for element in pattern.elements if isinstance(element, ftl.TextElement)]
    return "".join(texts) if len(texts) == len(pattern.elements) else Formula(source)


def _josa(word: Any, pair: Any) -> str:
    """JOSA($name, "이/가"): the word with the particle that its last sound asks for."""
    return with_particle(str(word), str(pair))
