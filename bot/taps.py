"""Buttons: what a tap means, packed into Telegram's 64 bytes of callback data and read back."""

from dataclasses import dataclass
from typing import Any

from bot.rules.tap_verbs import Verb

MAX_BYTES = 64
_SEPARATOR = ":"
_LARGEST = 2**63 - 1
"""What no database could keep is no number of ours."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A verb, the id of the row it is about, that row's version when the button was made, and a short choice.

    A tap carries ids only, never names or answers; permission, state and freshness are rechecked when it arrives.
    """

    verb: Verb
    id: int = 0
    version: int = 0
    choice: str = ""

    def pack(self) -> str:
        """Callback data, at most 64 bytes. Raises ValueError when the choice is too long for it."""
        data = _SEPARATOR.join((self.verb.value, _base36(self.id), _base36(self.version), self.choice))
        if len(data.encode()) > MAX_BYTES:
            raise ValueError(f"callback data of {len(data.encode())} bytes: shorten the choice of {self.verb}")
        return data

    @classmethod
    def unpack(cls, data: str) -> "Tap | None":
        """The tap in callback data, or None when it is not one of ours (an older or foreign button)."""
        parts = data.split(_SEPARATOR, 3)
        if len(parts) != 4:
            return None
        try:
            tap = cls(Verb(parts[0]), int(parts[1], 36), int(parts[2], 36), parts[3])
        except ValueError:
            return None
        return tap if 0 <= tap.id <= _LARGEST and 0 <= tap.version <= _LARGEST else None

    @property
    def number(self) -> int | None:
        """The row that the choice names, or None when it names none."""
        if not (self.choice.isascii() and self.choice.isdigit()):
            return None
        return int(self.choice) if int(self.choice) <= _LARGEST else None


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it says, and the tap or link behind it."""

    text: str
    tap: Tap | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


def keyboard_markup(keyboard: Keyboard) -> dict[str, Any]:
    """The keyboard as the Bot API's InlineKeyboardMarkup."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in keyboard]}


def _button(button: Button) -> dict[str, str]:
    if button.tap is not None:
        return {"text": button.text, "callback_data": button.tap.pack()}
    return {"text": button.text, "url": button.url or ""}


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if number == 0:
        return "0"
    sign, number, out = ("-" if number < 0 else ""), abs(number), ""
    while number:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
    return sign + out
