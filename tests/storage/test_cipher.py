"""Names and phone numbers at rest."""

import pytest

from storage.cipher import Cipher
from storage.errors import DataKeyError

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))


def test_a_sealed_phone_number_cannot_be_read_in_the_file_and_opens_with_its_key() -> None:
    sealed = Cipher(KEY).seal("010-1234-5678")

    assert "1234" not in sealed
    assert Cipher(KEY).open(sealed) == "010-1234-5678"


def test_the_same_name_never_looks_the_same_twice() -> None:
    cipher = Cipher(KEY)

    assert cipher.seal("김하늘") != cipher.seal("김하늘")


def test_without_a_key_words_are_kept_plainly_and_stay_readable_when_a_key_comes() -> None:
    plain = Cipher(None).seal("김하늘")

    assert "김하늘" in plain
    assert Cipher(KEY).open(plain) == "김하늘"


@pytest.mark.parametrize(
    ("cipher", "reason"),
    [(Cipher(None), "data-key-missing"), (Cipher(OTHER_KEY), "data-key-wrong")],
    ids=["no key", "another key"],
)
def test_sealed_words_do_not_open_without_the_key_that_sealed_them(cipher: Cipher, reason: str) -> None:
    with pytest.raises(DataKeyError) as refused:
        cipher.open(Cipher(KEY).seal("김하늘"))

    assert refused.value.reason == reason


def test_a_changed_letter_is_noticed() -> None:
    sealed = Cipher(KEY).seal("김하늘")
    changed = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]

    with pytest.raises(DataKeyError):
        Cipher(KEY).open(changed)


def test_a_key_of_the_wrong_length_is_refused_at_once() -> None:
    with pytest.raises(DataKeyError):
        Cipher(b"short")


def test_what_no_file_can_keep_is_replaced_and_nothing_fails() -> None:
    for cipher in (Cipher(KEY), Cipher(None)):
        assert "가" in cipher.open(cipher.seal("\ud800가\0"))
