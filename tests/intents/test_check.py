"""`python -m intents check`: what a maintainer of examples is told, each with the file and line to mend."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intents.__main__ import main
from intents.catalogue import load_catalogue, shipped_catalogue_path
from tests.intents.conftest import SHARED
from tests.intents.test_catalogue import a_folder

Said = list[str]
ENOUGH = [
    *("where did the oak go", "my card is lost", "nobody opens", "is it raining", "the dog barked at night"),
    *("who has seen a bag", "please call back", "a tree fell over", "lamp broken again", "too loud here"),
]


class Checked:
    """One folder of examples in one file, checked."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self._folder, self._capture = folder, capture

    def run(self, *options: str) -> tuple[int, Said]:
        code = main(["check", "--catalogue", str(self._folder), *options])
        return code, self._capture.readouterr().out.decode().splitlines()

    def of(self, examples: list[str], *options: str, intent: str = "a", more: str = "") -> Said:
        """The faults found in these examples, which begin in line 3."""
        lines = [f"{intent}:", "  examples:", *(f"  - {json.dumps(text)}" for text in examples), more]
        a_folder(self._folder, {"en/a.yaml": "\n".join(lines)})
        _, said = self.run(*options)
        return [line for line in said if line.startswith("fault")]


@pytest.fixture
def checked(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Checked:
    monkeypatch.chdir(tmp_path)
    return Checked(tmp_path, capsysbinary)


def test_ten_examples_are_enough_where_nothing_else_is_asked_for(checked: Checked) -> None:
    assert checked.of(ENOUGH) == []
    assert checked.of(ENOUGH[1:]) == [
        "fault  en/a.yaml:1: a (en): 9 examples, at least 10 are needed; write more, as people type"
    ]


def test_a_catalogue_may_ask_for_more(checked: Checked, tmp_path: Path) -> None:
    files = {"floors.yaml": "en: {calm: 12, emergency: 11}\nko: {calm: 1, emergency: 1}",
             "intents.yaml": "b: {kind: emergency}"}  # fmt: skip
    a_folder(tmp_path, files)
    urgent = json.dumps([f"{text} now" for text in ENOUGH])
    found = checked.of(ENOUGH, more=f"b:\n  examples: {urgent}")
    assert [line for line in found if "examples, at least" in line] == [
        "fault  en/a.yaml:13: b (en): 10 examples, at least 11 are needed; write more, as people type",
        "fault  ko: b (ko): 0 examples, at least 10 are needed; write more, as people type",
        "fault  en/a.yaml:1: a (en): 10 examples, at least 12 are needed; write more, as people type",
        "fault  ko: a (ko): 0 examples, at least 10 are needed; write more, as people type",
    ]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("en: {calm: many, emergency: 3}", 1, "'many' is no count"),
        ("\nen: {calm: 3}", 2, "expected both"),
        ("- en", 1, "expected a mapping"),
        ("en: {calm: 3, emergency: 3}\nkp: {calm: 3, emergency: 3}", 2, "'kp' is no language that is read"),
    ],
)
def test_floors_that_are_none_are_named(
    checked: Checked, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], content: str, line: int, says: str
) -> None:
    a_folder(tmp_path, {"floors.yaml": content, "en/a.yaml": "a: {examples: [x]}"})
    assert main(["check", "--catalogue", str(tmp_path)]) == 2
    said = capsysbinary.readouterr().err.decode()
    assert f"floors.yaml:{line}: " in said
    assert says in said


def test_the_shipped_catalogue_asks_for_what_the_office_needs(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    from intents.check import few

    shipped = shipped_catalogue_path()
    assert list(few(load_catalogue(shipped), shipped)) == []
    a_folder(tmp_path, {"floors.yaml": (shipped / "floors.yaml").read_text(encoding="utf-8")})
    a_folder(tmp_path, {"intents.yaml": "danger: {kind: emergency}"})
    examples = json.dumps([f"{number}" for number in range(39)])
    a_folder(tmp_path, {"en/a.yaml": f"calm: {{examples: {examples}}}\ndanger: {{examples: {examples}}}"})
    said = "\n".join(few(load_catalogue(tmp_path), tmp_path))
    for wanted in ("danger (en): 39 examples, at least 60", "danger (ko): 0 examples, at least 100",
                   "calm (en): 39 examples, at least 40", "calm (ko): 0 examples, at least 60"):  # fmt: skip
        assert wanted in said


def test_what_stands_twice_is_named(checked: Checked) -> None:
    assert checked.of([*ENOUGH, "is it raining"]) == [
        "fault  en/a.yaml:13: a (en): twice the same, drop one: 'is it raining' / line 6: 'is it raining'"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I have lost my key", "I have lost my key!"),
        ("when pay by", "pay by when"),
        ("언제 관리비 내요", "관리비 언제 내요"),
    ],
)
def test_what_is_nearly_the_same_is_named(checked: Checked, one: str, other: str) -> None:
    assert checked.of([*ENOUGH, one, other]) == [
        f"fault  en/a.yaml:14: a (en): nearly the same, drop one: '{other}' / line 13: '{one}'"
    ]


@pytest.mark.parametrize(
    ("frame", "words", "lines"),
    [
        ("where is the … my friend", ["oak", "door", "lamp"], "13, 14, 15"),
        ("… 언제 빠져요", ["관리비", "주차비", "수도 요금".replace(" ", "")], "13, 14, 15"),
        ("thanks a …", ["lot", "bunch", "million"], "13, 14, 15"),
        ("… 불", ["베란다", "부엌", "지하", "옥상", "차"], "13, 14, 15, 16, 17"),
    ],
)
def test_a_frame_is_named_however_short_it_is(checked: Checked, frame: str, words: list[str], lines: str) -> None:
    found = checked.of([*ENOUGH, *(frame.replace("…", word) for word in words)])
    uses = f"the frame '{frame}' is used {len(words)} times (lines {lines}); say it in other ways"
    assert f"fault  en/a.yaml:13: a (en): {uses}" in found


def test_two_words_may_share_one_of_them(checked: Checked) -> None:
    assert checked.of([*ENOUGH, "hi again", "hi neighbours", "hi desk", "hi folks"]) == []


def test_a_copied_message_is_named(checked: Checked, tmp_path: Path) -> None:
    rows = [{"text": text, "intent": "a"} for text in ("내일 점심 뭐 시켜", "the dog barked at nights", "불이야")]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert checked.of([*ENOUGH, "내일 점심 뭐 시켜", "불이야"], "--against", "set.jsonl") == [
        "fault  en/a.yaml:7: a (en): copied from the labelled set, drop it:"
        " 'the dog barked at night' / 'the dog barked at nights'",
        "fault  en/a.yaml:13: a (en): copied from the labelled set, drop it: '내일 점심 뭐 시켜' / '내일 점심 뭐 시켜'",
    ]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reference folder is not beside this checkout")
def test_the_labelled_messages_beside_the_checkout_are_looked_at_unasked(checked: Checked) -> None:
    rows = (SHARED / "messages" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    text = next(text for text in (json.loads(row)["text"] for row in rows) if 20 < len(text) < 40)
    assert [line for line in checked.of([*ENOUGH, text]) if "copied" in line]


def test_a_sentence_under_two_ids_is_pointed_out_with_both_places(checked: Checked, tmp_path: Path) -> None:
    checked.of(ENOUGH, more="b: {examples: [the dog barked at night]}")
    code, said = checked.run()
    assert code == 1
    shared = "a and b share a sentence: 'the dog barked at night' / en/a.yaml:13: 'the dog barked at night'"
    assert f"hint   en/a.yaml:7: {shared}" in said


def test_examples_of_one_kind_are_pointed_out_for_each_language(checked: Checked, tmp_path: Path) -> None:
    easy = [
        f"key {'lost' if number % 2 else 'gone'} {chr(97 + number % 26) * (3 + number // 26)}" for number in range(30)
    ]
    other = [
        f"rain {'snow' if number % 2 else 'wind'} {chr(97 + number % 26) * (3 + number // 26)}" for number in range(30)
    ]
    hard = [f"열쇠 {chr(0xAC00 + 588 * number)}" for number in range(19)] + ["비가 눈이 바람이"] * 7
    rain = [f"비가 눈이 바람이 {chr(0xAC00 + 588 * number)}" for number in range(19)]
    files = {
        "en/a.yaml": json.dumps({"a": {"title": "zzz", "examples": easy}, "b": {"examples": other}}),
        "ko/a.yaml": json.dumps({"a": {"examples": hard}, "b": {"examples": rain}}, ensure_ascii=False),
    }
    a_folder(tmp_path, files)
    _, said = checked.run()
    assert "hint   a (en): all 24 unseen examples are recognised; are they all of one kind?" in said
    assert not [line for line in said if line.startswith("hint   a (ko): all")]


def test_what_is_passed_over_and_ids_with_a_slip_are_pointed_out(checked: Checked, tmp_path: Path) -> None:
    a_folder(tmp_path, {"en/more.txt": "more", "own.YAML": "", "floors.yaml": "", "en/b.yaml": "fee.amout: {}"})
    checked.of(ENOUGH)
    _, said = checked.run()
    for file in ("en/more.txt", "own.YAML"):
        assert f"hint   {file}: is not read; examples stand in <language>/NAME.yaml, notes in NAME.md" in said
    assert "hint   en/b.yaml:1: 'fee.amout' is nearly the shipped 'fee.amount'; is that one meant?" in said
    assert not [line for line in said if "floors.yaml" in line]
