"""Every sentence that a person reads: Fluent catalogues per language, rendered by key."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.rules.josa import with_particle

FALLBACK = "ko"
TEXTS_DIR = Path(__file__).parent / "texts"


class MissingText(LookupError):
    """A key that no catalogue has; the house tests keep this from happening in service."""


class Texts:
    """All catalogues of a folder `<lang>/*.ftl`, loaded once and immutable afterwards."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = dict(bundles)

    @classmethod
    def load(cls, folder: Path = TEXTS_DIR) -> "Texts":
        """Reads every language folder. Raises ValueError naming file and entry where Fluent cannot parse one."""
        return cls({path.name: _bundle(path) for path in sorted(folder.iterdir()) if path.is_dir()})

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def phrases(self, kind: str) -> tuple[str, ...]:
        """Everything that people of any language type for one kind of short reply (keys `reply-<kind>`)."""
        return tuple(phrase for locale in self.locales for phrase in self.say(locale, f"reply-{kind}").split("|"))

    def say(self, locale: str, key: str, **args: Any) -> str:
        """The sentence in that language, else in the fallback. Pass numbers that are names (ids, units) as str."""
        bundle = self._bundles.get(locale) or self._bundles[FALLBACK]
        if not bundle.has_message(key):
            bundle = self._bundles[FALLBACK]
            if not bundle.has_message(key):
                raise MissingText(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(key)
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        return str(text)


def _bundle(folder: Path) -> FluentBundle:
    functions: Any = {"JOSA": _josa}
    bundle = FluentBundle([folder.name], use_isolating=False, functions=functions)
    parser = FluentParser(with_spans=False)  # places in the file are of no use afterwards, and half the memory
    for path in sorted(folder.glob("*.ftl")):
        resource = parser.parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ftl.Junk):
                raise ValueError(f"{path.name}: cannot parse {str(entry.content).strip().splitlines()[0]!r}")
        bundle.add_resource(resource)
    return bundle


def _josa(word: Any, pair: Any) -> str:
    """JOSA($name, "이/가"): the word with the particle that its last sound asks for."""
    return with_particle(str(word), str(pair))
