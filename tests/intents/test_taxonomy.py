"""The shipped examples cover every id, in every language, and the ids are those of the taxonomy."""

from __future__ import annotations

import pytest
import yaml

from intents.catalogue import Catalogue, shipped_catalogue_path
from intents.check import FEWEST, faults_of, labelled_sets
from intents.language import LANGUAGES
from intents.result import OUT_OF_SCOPE
from tests.intents.conftest import SHARED


def test_every_id_has_examples_and_a_title_in_every_language(shipped_catalogue: Catalogue) -> None:
    thin = [
        (intent.id, code)
        for intent in shipped_catalogue.intents.values()
        for code in LANGUAGES
        if len(intent.examples.get(code, ())) < FEWEST or (intent.id != OUT_OF_SCOPE and code not in intent.titles)
    ]
    assert thin == []


# Two languages in which the office speaks daily, and one that shows that a folder is enough.
ENOUGH = {"ko": (60, 100), "en": (40, 60), "zh": (15, 20)}


@pytest.mark.parametrize(("code", "floors"), ENOUGH.items())
def test_examples_are_many(shipped_catalogue: Catalogue, code: str, floors: tuple[int, int]) -> None:
    calm, urgent = floors
    thin = {
        intent.id: len(intent.examples[code])
        for intent in shipped_catalogue
        if len(intent.examples[code]) < (urgent if intent.kind == "emergency" else calm)
    }
    assert thin == {}


def test_check_finds_no_fault() -> None:
    assert faults_of(shipped_catalogue_path(), labelled_sets()) == []


def test_the_office_knows_what_is_not_its_business(shipped_catalogue: Catalogue) -> None:
    assert sum(map(len, shipped_catalogue.intents[OUT_OF_SCOPE].examples.values())) >= 400


def test_children_carry_their_parents_id(shipped_catalogue: Catalogue) -> None:
    children = [intent for intent in shipped_catalogue.intents.values() if intent.parent]
    assert children
    assert all(child.id.startswith(f"{child.parent}.") for child in children)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reference folder is not beside this checkout")
def test_ids_and_details_equal_the_taxonomy(shipped_catalogue: Catalogue) -> None:
    taxonomy = yaml.safe_load((SHARED / "taxonomy" / "taxonomy.yaml").read_text(encoding="utf-8"))["intents"]
    assert shipped_catalogue.intents.keys() - {OUT_OF_SCOPE} == taxonomy.keys()
    for intent_id, wanted in taxonomy.items():
        intent = shipped_catalogue.intents[intent_id]
        assert (intent.kind, intent.department) == (wanted["kind"], wanted["department"])
        assert intent.priority == wanted.get("priority", "normal")
        assert (intent.handling, intent.parent) == (wanted.get("handling"), wanted.get("parent"))
        assert intent.actionable == wanted.get("actionable", False)
