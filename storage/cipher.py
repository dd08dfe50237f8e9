"""Personal fields at rest: AES-256-GCM with the key of DATA_KEY; without a key they are stored plainly and marked so."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_SEALED, _PLAIN = "v1:", "p:"
_NONCE_BYTES = 12


class DataKeyError(Exception):
    """Sealed data and no key, or another key than the one that sealed it."""


class Cipher:
    """Seals and opens single values; each with a nonce of its own."""

    def __init__(self, key: bytes | None) -> None:
        self._aead = None if key is None else AESGCM(key)

    def seal(self, text: str) -> str:
        """The stored form of `text`."""
        if self._aead is None:
            return _PLAIN + text
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._aead.encrypt(nonce, text.encode("utf-8"), None)
        return _SEALED + base64.urlsafe_b64encode(nonce + sealed).decode("ascii")

    def open(self, sealed: str) -> str:
        """The text again. Raises DataKeyError where the key is missing or another one."""
        if sealed.startswith(_PLAIN):
            return sealed[len(_PLAIN) :]
        if self._aead is None:
            raise DataKeyError("the personal data is sealed and DATA_KEY is not set")
        raw = base64.urlsafe_b64decode(sealed[len(_SEALED) :])
        try:
            return self._aead.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], None).decode("utf-8")
        except InvalidTag:
            raise DataKeyError("the personal data was sealed with another DATA_KEY") from None
