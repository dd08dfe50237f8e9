"""YAML text -> its tree of nodes, for files that people write by hand.

References (`*name`) are refused, because a dozen lines of them can stand for more entries than any machine has room
for; so is what is nested deeper than anybody writes, because reading it would take minutes.
"""

from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there: files are read again at every start and reload."""
_DEEPEST = 50


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
    """Looks at the marks in the text before anything is built of them."""
    depth = 0
    event: Any  # libyaml's marks are of a class of their own
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise ReferenceFound(problem=f"it refers to *{event.anchor}", problem_mark=event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise TooDeep(problem=f"more than {_DEEPEST} lists in one another", problem_mark=event.start_mark)
