"""A catalogue is read from folders, joined, and its faults are named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from intents.catalogue import CatalogueError, Kind, load_catalogue, refuse_strays, shipped_catalogue_path
from intents.recognise import Recogniser
from intents.result import OUT_OF_SCOPE, Decision


def a_folder(place: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(content, encoding="utf-8")
    return place


def test_free_ids_without_details_are_inquiries(tmp_path: Path) -> None:
    catalogue = load_catalogue(a_folder(tmp_path, {"en/a.yaml": "My Card?: {title: card, examples: [where is it]}"}))
    intent = catalogue.intents["My Card?"]
    assert intent.kind == Kind.INQUIRY
    assert intent.titles == {"en": "card"}
    assert intent.examples == {"en": ("where is it",)}


def test_details_and_both_languages_come_together(tmp_path: Path) -> None:
    details = "a.b: {kind: complaint, department: security, priority: high, handling: dispatch, parent: a}\na: {}"
    files = {
        "intents.yaml": details,
        "ko/x.yaml": "a.b: {title: 가, examples: [나]}",
        "en/x.yaml": "a: {examples: [b]}",
    }
    intent = load_catalogue(a_folder(tmp_path, files)).intents["a.b"]
    assert (intent.kind, intent.department, intent.priority) == ("complaint", "security", "high")
    assert (intent.handling, intent.parent, intent.actionable) == ("dispatch", "a", False)
    assert intent.examples == {"ko": ("나",)}


def test_an_office_adds_examples_and_ids_of_its_own(tmp_path: Path) -> None:
    extra = a_folder(
        tmp_path, {"ko/own.yaml": "fee.amount: {examples: [우리끼리 하는 말]}\nsauna.oil: {examples: [오일]}"}
    )
    shipped = load_catalogue(shipped_catalogue_path())
    joined = load_catalogue(shipped_catalogue_path(), extra)
    assert joined.intents["fee.amount"].examples["ko"] == (
        *shipped.intents["fee.amount"].examples["ko"],
        "우리끼리 하는 말",
    )
    assert joined.intents["fee.amount"].department == "accounting"
    assert joined.intents["sauna.oil"].kind == Kind.INQUIRY
    assert joined.digest != shipped.digest


def test_examples_from_elsewhere_join_known_ids_only() -> None:
    catalogue = load_catalogue(shipped_catalogue_path())
    taught = catalogue.with_examples({"fee.amount": {"ko": ("배운 문장",)}, "no.such.id": {"ko": ("무시",)}})
    assert taught.intents["fee.amount"].examples["ko"][-1] == "배운 문장"
    assert taught.intents.keys() == catalogue.intents.keys()


@pytest.mark.parametrize(
    ("file", "content", "line", "says"),
    [
        ("en/a.yaml", "a:\n  examples:\n  - ok\n - bad\n", 4, "no valid YAML"),
        ("en/a.yaml", "a:\n  examples: [x]\n  exmaples: [y]\n", 3, "unknown key 'exmaples'"),
        ("en/a.yaml", "a:\n  examples: [x]\nb:\n  examples: [x]\na:\n  examples: [y]\n", 5, "'a' stands twice"),
        ("en/a.yaml", "a:\n  examples: one sentence\n", 2, "must be a list"),
        ("en/a.yaml", "a:\n  examples:\n  - fine\n  - price: high\n", 4, "expected text"),
        ("en/a.yaml", "- a\n- b\n", 1, "expected a mapping"),
        ("en/a.yaml", "a: &a {examples: [x]}\nb: *a\n", 2, "it refers to *a; write out"),
        ("en/a.yaml", "a:\n  examples:\n  - " + "[" * 100_000, 3, "more than 50 lists"),
        ("intents.yaml", "a: " + "{a: " * 100_000, 1, "more than 50 lists"),
        ("intents.yaml", "a:\n  kind: wish\n", 2, "'kind: wish' is not known"),
        ("intents.yaml", "a:\n  kind: inquiry\n  colour: red\n", 3, "unknown key 'colour'"),
        ("intents.yaml", "a:\n  parent: b\n", 2, "does not exist"),
        (
            "intents.yaml",
            "good:\n  kind: meta\na:\n  kind: meta\n  parent: a\n",
            5,
            "'a' is a parent of its own (a > a)",
        ),
        ("intents.yaml", "a: {}\nb: {parent: c}\nc:\n  parent: b\n", 4, "'b' is a parent of its own (b > c > b)"),
        ("en/a.yaml", "a:\n  examples:\n  - fi\x07ne\n", 3, "holds the invisible character U+0007; take it out"),
        ("en/a.YAML", "a: {examples: [x]}", 1, "is not read; name it a.yaml"),
        ("en/a.yml", "a: {examples: [x]}", 1, "is not read; name it a.yaml"),
        ("en/a.yaml/x", "a: {examples: [x]}", 1, "cannot be read"),
        ("intents.yaml/x", "a: {}", 1, "cannot be read"),
    ],
)
def test_faults_are_named_with_file_and_line(tmp_path: Path, file: str, content: str, line: int, says: str) -> None:
    folder = a_folder(tmp_path, {"en/good.yaml": "good: {examples: [fine]}", file: content})
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{folder / file.removesuffix('/x')}:{line}: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_id_in_two_files_of_one_language_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"en/a.yaml": "x: {examples: [1]}", "en/b.yaml": "\nx: {examples: [2]}"})
    with pytest.raises(CatalogueError, match=r"b\.yaml:2: 'x' stands in a\.yaml already"):
        load_catalogue(folder)


@pytest.mark.parametrize("files", [{}, {"readme.txt": "nothing"}, {"en/a.yaml": ""}])
def test_a_folder_without_examples_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(CatalogueError, match="no example sentences"):
        load_catalogue(a_folder(tmp_path, files))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.yaml").write_bytes(b"a: {examples: [\xff\xfe]}")
    with pytest.raises(CatalogueError, match="not UTF-8"):
        load_catalogue(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no such folder"):
        load_catalogue(tmp_path / "nowhere")


@pytest.mark.parametrize("place", ["nowhere", "ko"])
def test_a_language_that_cannot_be_read_is_named(tmp_path: Path, place: str) -> None:
    folder = a_folder(tmp_path, {"en/good.yaml": "good: {examples: [fine]}"})
    (folder / "ko").symlink_to(folder / place)  # to nothing, or to itself
    with pytest.raises(CatalogueError, match=r"ko:1: cannot be read \(.*\); check the path"):
        load_catalogue(folder)


@pytest.mark.parametrize(
    ("slip", "meant"), [("fee.amout", "fee.amount"), ("emergency.fier", "emergency.fire"), ("hlep", "help")]
)
def test_an_office_s_id_that_is_nearly_a_known_one_is_named(tmp_path: Path, slip: str, meant: str) -> None:
    own = a_folder(
        tmp_path, {"ko/own.yaml": f"sauna.oil: {{examples: [오일]}}\n{slip}: {{examples: [우리끼리 하는 말]}}"}
    )
    with pytest.raises(CatalogueError, match=rf"own\.yaml:2: '{slip}' is new and nearly '{meant}'; correct it, or"):
        load_catalogue(shipped_catalogue_path(), own)
    a_folder(own, {"intents.yaml": f"{slip}: {{}}"})
    assert slip in load_catalogue(shipped_catalogue_path(), own).intents


def test_a_child_of_a_known_id_is_none_of_these(tmp_path: Path) -> None:
    own = a_folder(tmp_path, {"ko/own.yaml": "complaint.pet.a: {examples: [개가 짖어요]}"})
    assert "complaint.pet.a" in load_catalogue(shipped_catalogue_path(), own).intents


STRAYS = ["a.yaml", "ko.yaml", "fr/a.yaml", "en/a.yml", "en/deeper/a.yaml", "en/own.YAML", "en/own.txt", "own.yaml/x"]


@pytest.mark.parametrize("stray", STRAYS)
def test_a_file_that_would_not_count_is_named(tmp_path: Path, stray: str) -> None:
    files = {"en/good.yaml": "good: {examples: [fine]}", "intents.yaml": "good: {}", "floors.yaml": "en: {}"}
    folder = a_folder(tmp_path, {**files, "en/notes.md": "ours", "en/.good.yaml.swp": "", "en/good.yaml~": ""})
    refuse_strays(folder)
    with pytest.raises(CatalogueError, match="is not read from here"):
        refuse_strays(a_folder(folder, {stray: "good: {examples: [better]}"}))


TINY = {
    "one sentence": "a: {examples: [where is my key]}",
    "one sentence and its title": "a: {title: keys, examples: [where is my key]}",
    "one intent": "a: {examples: [where is my key, i lost my key, no key]}",
    "two sentences": "a: {examples: [where is my key]}\nb: {examples: [pay the bill]}",
    "the same twice": "a: {examples: [where is my key]}\nb: {examples: [where is my key]}",
    "numbers": "a: {title: 3, examples: [1, 2]}",
    "signs": "a: {examples: ['!!!', '…']}\nb: {examples: ['?']}",
    "out of scope alone": "oos: {examples: [what is the weather, tell me a joke]}",
}


@pytest.mark.parametrize("content", TINY.values(), ids=TINY.keys())
def test_the_smallest_catalogue_understands_its_own_sentences_and_is_sure_of_no_others(
    tmp_path: Path, content: str
) -> None:
    catalogue = load_catalogue(a_folder(tmp_path, {"en/a.yaml": content}))
    recogniser = Recogniser.train(catalogue, None)
    for text in ("", "zzzz", "불이야", "\ud800", "where is my key"):
        found = recogniser.match(text)
        assert found.intent in {*catalogue.intents, OUT_OF_SCOPE}
        if not found.candidates or text != "where is my key":
            assert found.decision is not Decision.ANSWER, text


def test_more_examples_than_can_be_learnt_are_refused_with_a_bound(tmp_path: Path, small_folder: Path) -> None:
    sentences = "\n".join(f"    - sentence number {number}" for number in range(100_000))
    many = a_folder(tmp_path, {"en/many.yaml": f"pay.bill:\n  examples:\n{sentences}\n"})
    assert load_catalogue(many)
    with pytest.raises(CatalogueError, match=r"en:1: makes 100,024 sentences .* at most 100,000 .*; leave out"):
        load_catalogue(small_folder, many)
