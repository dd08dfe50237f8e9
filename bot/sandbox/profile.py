"""What a bot says of itself: commands per scope and language, descriptions, name, menu button."""

import json

from bot.sandbox.errors import Json
from bot.sandbox.store import Store


class Profile:
    """Values by (kind, scope, language), kept in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.values: dict[str, Json] = {row["name"]: row for row in store.load("profile")}

    def set(self, kind: str, scope: Json | None, language: str, value: object) -> None:
        name = _name(kind, scope, language)
        self.values[name] = {"name": name, "value": value}
        self._store.put("profile", name, self.values[name])

    def drop(self, kind: str, scope: Json | None, language: str) -> None:
        name = _name(kind, scope, language)
        if self.values.pop(name, None) is not None:
            self._store.drop("profile", name)

    def get(self, kind: str, scope: Json | None, language: str, default: object) -> object:
        return self.values.get(_name(kind, scope, language), {"value": default})["value"]

    def everything(self) -> list[Json]:
        """All values, for the control API."""
        return [{**json.loads(row["name"]), "value": row["value"]} for row in self.values.values()]


def _name(kind: str, scope: Json | None, language: str) -> str:
    return json.dumps({"kind": kind, "scope": scope or {"type": "default"}, "language": language}, sort_keys=True)
