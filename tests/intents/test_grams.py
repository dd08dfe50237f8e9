"""Grams: every window of a piece and no other, counted within its block, found again by its number."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import grams
from intents.features import NOWHERE
from intents.grams import Block, Run
from intents.model import GramTable

NUMBERS = st.integers(min_value=0, max_value=2**32 - 1) | st.sampled_from([0, 1, 2**31, 2**32 - 1])


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Run("s", ("물이새",), 1, 2), {"s물", "s이", "s새", "s물이", "s이새"}),
        (Run("c", (" a ", " bc "), 2, 3), {"c a", "ca ", "c a ", "c b", "cbc", "cc ", "c bc", "cbc "}),
        (Run("w", (["no", "hot", "water"],), 2, 2), {"wno hot", "whot water"}),
        (Run("k", ("가",), 2, 5), set()),
        (Run("x", (), 1, 1), set()),
    ],
)
def test_every_window_within_a_piece_is_a_gram(run: Run, written: set[str]) -> None:
    assert set(grams.names([Block(1.0, (run,))]).values()) == written


def test_equal_grams_have_one_number_wherever_they_stand() -> None:
    alone = grams.names([Block(1.0, (Run("s", ("새",), 1, 1),))])
    among = grams.names([Block(1.0, (Run("k", ("물새",), 1, 2),)), Block(0.5, (Run("s", ("물이새요",), 1, 1),))])

    assert {number for number, name in among.items() if name == "s새"} == set(alone)
    assert len(among) == 3 + 4


def test_repeated_grams_count_once_and_less_and_less() -> None:
    found = grams.bag([[Block(1.0, (Run("s", ("새새새물",), 1, 1),)), Block(0.5, (Run("k", ("새",), 1, 1),))]])

    assert found.blocks.tolist() == [0, 0, 1]
    assert sorted(found.damped.tolist()) == pytest.approx([1.0, 1.0, 1.0 + np.log(3.0)])


@given(st.lists(st.text(max_size=12), max_size=4))
def test_several_texts_at_once_are_counted_as_each_alone(texts: list[str]) -> None:
    blocks = [
        [Block(1.0, (Run("s", (text,), 1, 2),)), Block(2.0, (Run("w", (text.split(),), 1, 2),))] for text in texts
    ]

    together = grams.bag(blocks)
    alone = [grams.bag([found]) for found in blocks]

    assert together.numbers.tolist() == [number for found in alone for number in found.numbers.tolist()]
    assert together.damped.tolist() == [count for found in alone for count in found.damped.tolist()]
    assert together.owners[together.blocks].tolist() == [
        owner for owner, found in enumerate(alone) for _ in found.numbers
    ]


@given(st.sets(NUMBERS, max_size=300), st.lists(NUMBERS, max_size=50))
def test_a_table_finds_what_it_holds_and_nothing_else(held: set[int], asked: list[int]) -> None:
    ordered = sorted(held)
    table = GramTable(np.array(ordered, dtype=np.uint32))
    wanted = asked + ordered[::7]

    found = table.rows(np.array(wanted, dtype=np.uint32))

    assert found.tolist() == [ordered.index(number) if number in held else NOWHERE for number in wanted]
