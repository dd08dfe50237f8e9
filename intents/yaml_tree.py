"""YAML text -> its tree of nodes, for files that people write by hand.

References (`*name`) are refused, because a dozen lines of them can stand for more entries than any machine has room
for; so is what is nested deeper than anybody writes, because reading it would take minutes.
"""

import re
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there: files are read again at every start and reload."""
_DEEPEST = 50
_PERHAPS_TANGLED = re.compile(rf"(?:^|[\s\[{{,])\*\S|^[\s?:-]{{{_DEEPEST}}}", re.MULTILINE)
"""A reference, or a line that begins as deep as that."""


class ReferenceFound(yaml.MarkedYAMLError):
    """The text refers to another part of itself."""


class TooDeep(yaml.MarkedYAMLError):
    """Lists or mappings stand too deep in one another."""


def compose(text: str) -> yaml.Node | None:
    """None for an empty text. Raises YAMLError, ReferenceFound and TooDeep with the place."""
    _refuse_tangles(text)
    node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    return node


def _refuse_tangles(text: str) -> None:
    """Looks at the marks in the text before anything is built of them; a text that can hold no tangle is not looked at:
    that would take as long as reading it."""
    if _PERHAPS_TANGLED.search(text) is None and text.count("[") + text.count("{") <= _DEEPEST:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark: Any = event.start_mark  # libyaml's marks are of a class of their own
        if isinstance(event, yaml.AliasEvent):
            raise ReferenceFound(problem=f"it refers to *{event.anchor}", problem_mark=mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise TooDeep(problem=f"more than {_DEEPEST} lists in one another", problem_mark=mark)
