"""Simplified Chinese: the language that shows what a further one needs, measured on labelled messages of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from intents import chinese, evaluate, messages
from intents.alike import copies
from intents.catalogue import Catalogue, shipped_catalogue_path
from intents.evaluate import Result
from intents.extract import find_slots
from intents.language import detect_language
from intents.recognise import Recogniser
from intents.result import Decision, Emergency
from intents.written import written

LABELLED = Path(__file__).with_name("labelled_zh.jsonl")
AT_LEAST = {
    "in scope: best right": 0.95,
    "in scope: right among three": 0.98,
    "no emergency: answered right": 0.75,
    "no emergency: served right": 0.96,
    "out of scope: recognised": 0.8,
    "emergencies: found": 1.0,
    "emergencies: certain": 0.92,
}
AT_MOST = {
    "no emergency: answered wrong": 0.015,
    "in scope: sent away": 0.0,
    "out of scope: answered": 0.0,
    "no emergency: called certain": 0.0,
    "no emergency: called either": 0.015,
}


@pytest.fixture(scope="module")
def figures(shipped: Recogniser) -> dict[str, float]:
    results = [Result(message, shipped.match(message.text)) for message in messages.labelled(LABELLED)]
    emergencies = {intent.id for intent in shipped.catalogue.intents.values() if intent.kind == "emergency"}
    return evaluate.figures(results, emergencies)


@pytest.mark.parametrize(("name", "floor"), AT_LEAST.items())
def test_as_good_as_it_was(figures: dict[str, float], name: str, floor: float) -> None:
    assert figures[name] >= floor


@pytest.mark.parametrize(("name", "ceiling"), AT_MOST.items())
def test_as_careful_as_it_was(figures: dict[str, float], name: str, ceiling: float) -> None:
    assert figures[name] <= ceiling


def test_every_id_is_asked_about_and_no_example_is_copied(shipped_catalogue: Catalogue) -> None:
    asked = messages.labelled(LABELLED)
    assert shipped_catalogue.intents.keys() == {intent for message in asked for intent in message.intents}
    assert list(copies(written(shipped_catalogue_path()), [message.text for message in asked])) == []


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("着火了！！", "emergency.fire"),
        ("119快来，有人晕倒了", "emergency.medical"),
        ("我 被困 在 电梯 里", "emergency.elevator"),
        ("水管爆了。家里全是水。", "emergency.flood"),
    ],
)
def test_cries_for_help_are_certain(shipped: Recogniser, text: str, intent: str) -> None:
    found = shipped.match(text)
    assert (found.emergency, found.emergency_intent) == (Emergency.CERTAIN, intent)


@pytest.mark.parametrize(
    "text", ["火警铃响了，但是没有着火", "有人在楼道抽烟", "119栋怎么走", "没有煤气味，只想问煤气费"]
)
def test_what_only_sounds_like_danger_is_none(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is not Emergency.CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "101栋1203号",
        "101栋1203室",
        "101号楼1203",
        "一百零一栋1203号",
        "一零一栋 1203号",
        "１０１栋１２０３号",
        "101洞1203户",
    ],
)
def test_a_home_in_many_spellings(text: str) -> None:
    assert find_slots(text) == {"building": "101", "unit": "1203"}


def test_who_and_where_in_one_message() -> None:
    found = find_slots("101栋1203号，王芳，010-1234-5678")
    assert found == {"building": "101", "unit": "1203", "name": "王芳", "phone": "010-1234-5678"}
    assert find_slots("2单元7楼走廊的灯坏了") == {"line": "2", "floor": "7", "area": "走廊"}


def test_what_sounds_alike_is_filed_together() -> None:
    assert chinese.fold("坏的在说吗") == chinese.fold("坏得再说嘛")
    assert chinese.numerals("三楼，一百零三栋十二楼") == "3楼，103栋12楼"
    assert chinese.numerals("三天两头") == "三天两头"


@pytest.mark.parametrize(
    ("text", "language"),
    [("管理费怎么交", "zh"), ("WiFi密码是多少", "zh"), ("관리비 얼마예요 女", "ko"), ("how much, 元?", "en")],
)
def test_the_language_to_reply_in(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_mixed_with_korean_it_is_understood_too(shipped: Recogniser) -> None:
    found = shipped.match("这个月관리비多少钱")
    assert (found.intent, found.decision) == ("fee.amount", Decision.ANSWER)


def test_what_the_readme_offers_to_try_is_answered(shipped: Recogniser) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"`([^`]+)` is answered in Chinese", readme)
    assert shipped.match(example).decision is Decision.ANSWER


@pytest.mark.parametrize("words", ["现在漏得更厉害了", "还在漏", "水龙头一直在漏"])
def test_what_leaks_is_no_gas_unless_it_is_named(shipped: Recogniser, words: str) -> None:
    assert shipped.match(words).emergency_intent != "emergency.gas"


def test_gas_that_leaks_is_an_emergency(shipped: Recogniser) -> None:
    assert shipped.match("煤气管子在漏").emergency is Emergency.CERTAIN
