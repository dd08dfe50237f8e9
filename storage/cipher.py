"""Names and phone numbers, sealed with AES-256-GCM where the operator gave a data key."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import DataKeyError

PLAIN = "p0:"  # kept as written: no key was set
SEALED = "s1:"  # AES-256-GCM, URL-safe base64 of a nonce of 12 bytes and the sealed text
_NONCE_BYTES = 12
_KEY_BYTES = 32


class Cipher:
    """Seals short texts. Each sealed text differs, also that of the same words: it cannot be searched for."""

    def __init__(self, key: bytes | None) -> None:
        """`key`: 32 bytes, or None to keep texts as written."""
        if key is not None and len(key) != _KEY_BYTES:
            raise DataKeyError("data-key-length")
        self._aes = None if key is None else AESGCM(key)

    @property
    def seals(self) -> bool:
        """Whether there is a key."""
        return self._aes is not None

    @staticmethod
    def is_sealed(stored: str) -> bool:
        """Whether a key was used for it."""
        return stored.startswith(SEALED)

    def seal(self, text: str) -> str:
        """What is stored."""
        clean = text.encode("utf-8", "replace")  # a lone surrogate is nothing that anybody can read
        if self._aes is None:
            return PLAIN + clean.decode("utf-8").replace("\0", "\ufffd")
        nonce = os.urandom(_NONCE_BYTES)
        return SEALED + base64.urlsafe_b64encode(nonce + self._aes.encrypt(nonce, clean, None)).decode("ascii")

    def open(self, sealed: str) -> str:
        """What was sealed. Raises DataKeyError without the key that sealed it."""
        if sealed.startswith(PLAIN):
            return sealed.removeprefix(PLAIN)
        if not sealed.startswith(SEALED):
            raise DataKeyError("sealed-unreadable")
        if self._aes is None:
            raise DataKeyError("data-key-missing")
        try:
            raw = base64.urlsafe_b64decode(sealed.removeprefix(SEALED))
            return self._aes.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], None).decode("utf-8")
        except (InvalidTag, ValueError):
            raise DataKeyError("data-key-wrong") from None
