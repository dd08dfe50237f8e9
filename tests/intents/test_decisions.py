"""What the recogniser decides: sure, asking, unsure, none of our business; and several wishes at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from intents import cache
from intents.catalogue import Catalogue, load_catalogue
from intents.recognise import Recogniser
from intents.result import Decision, Emergency


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("관리비 계좌번호 알려주세요", "fee.payment"),
        ("엘리베이터가 또 고장났어요", "complaint.elevator"),
        ("윗집이 너무 시끄러워요 쿵쿵거려요", "complaint.noise"),
        ("주차등록 하고 싶어요", "parking.register"),
        ("상담원 연결해 주세요", "human"),
        ("how do I pay the maintenance fee", "fee.payment"),
        ("cockroaches in the hallway", "complaint.pest"),
        ("시발 엘베 또 고장이야", "complaint.elevator"),
        ("ㅅㅂ 물 안 나와", "complaint.water"),
        ("설날에도 열어요?", "office.hours"),
        ("안녕하세요 저희집 변기가 막혔어요", "repair.unit.drain"),
        ("안녕하십니까 104동 302호입니다 보일러가 안돼요", "complaint.heating"),
        ("고마워요 이제 돼요 취소할게요", "ticket.cancel"),
        ("안녕하세요~", "greeting"),
        ("감사합니다 수고하세요", "thanks"),
        ("감사합니다 잘 해결됐어요", "thanks"),
        ("great, tnx", "thanks"),
        ("ok thanks!", "thanks"),
        ("Hi there, when is the fee due?", "fee.due_date"),
        ("기사님이 다녀가셨는데 못 고치셨어요", "ticket.reopen"),
        ("你好，厨房漏水了", "complaint.leak"),
    ],
)
def test_plain_wishes_are_answered(shipped: Recogniser, text: str, intent: str) -> None:
    found = shipped.match(text)
    assert (found.intent, found.decision) == (intent, Decision.ANSWER)


@pytest.mark.parametrize(
    "text",
    [
        "현관문이 안 열려서 밖에 갇혔어요",
        "도어락 고장으로 집에 못 들어가요",
        "열쇠 잃어버려서 밖에 갇힘",
        "locked myself out",
        "the door lock died and I can't get into my flat",
        "我被锁在门外了",
    ],
)
def test_who_is_locked_out_of_the_flat_needs_a_repair_and_no_lift(shipped: Recogniser, text: str) -> None:
    found = shipped.match(text)
    assert found.intent == "repair.unit"
    assert found.emergency is not Emergency.CERTAIN


def test_an_example_is_recognised_whatever_its_spaces(shipped: Recogniser, shipped_catalogue: Catalogue) -> None:
    example = shipped_catalogue.intents["parking.visitor"].examples["ko"][0]
    for text in (example, example.replace(" ", ""), f"  {example} !!"):
        found = shipped.match(text)
        assert (found.intent, found.score) == ("parking.visitor", 1.0)


def test_foreign_matters_are_not_answered(shipped: Recogniser) -> None:
    texts = [
        "내일 서울 날씨 어때",
        "비트코인 지금 사도 될까요",
        "write me a poem about the sea",
        "ㅋㅋㅋㅋㅋㅋㅋ",
        "qwrtplkj zxcv",
    ]
    decisions = [shipped.match(text).decision for text in texts]
    assert Decision.ANSWER not in decisions
    assert decisions.count(Decision.OUT_OF_SCOPE) >= 3


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("우리 아파트 헬스장 몇 시에 문 열어요?", "옆 단지 헬스장은 몇 시에 문 열어요?"),
        ("우리 아파트 도서관 몇 시까지 해요?", "푸르지오 도서관은 몇 시까지 해요?"),
        ("What time does the gym in our building open?", "What time does the gym in the next complex open?"),
    ],
)
def test_of_somebody_elses_business_nothing_is_stated(shipped: Recogniser, ours: str, theirs: str) -> None:
    assert shipped.match(ours).decision is Decision.ANSWER
    assert shipped.match(theirs).decision is not Decision.ANSWER


def test_a_report_may_name_others(shipped: Recogniser) -> None:
    found = shipped.match("재택이라 하루 종일 집에 있는데 윗집이 너무 시끄러워요 쿵쿵거려요")
    assert (found.intent, found.decision) == ("complaint.noise", Decision.ANSWER)


def test_out_of_scope_says_oos_and_wishes_nothing(shipped: Recogniser) -> None:
    found = shipped.match("비트코인 지금 사도 될까요")
    assert (found.intent, found.decision, found.wishes) == ("oos", Decision.OUT_OF_SCOPE, ())


def test_there_are_always_three_candidates_best_first(shipped: Recogniser) -> None:
    for text in ("관리비", "", "x", "불이야", "비트코인"):
        candidates = shipped.match(text).candidates
        assert len(candidates) >= 3
        assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
        assert "oos" not in {c.intent for c in candidates}


def test_all_wishes_are_found(shipped: Recogniser) -> None:
    found = shipped.match("관리비 자동이체 신청하고 싶고요, 방문 차량 등록도 해주세요")
    assert {"fee.payment", "parking.visitor"} <= set(found.wishes)
    assert found.wishes[0] == found.intent


def test_one_wish_is_one_wish(shipped: Recogniser) -> None:
    assert shipped.match("헬스장 몇 시에 열어요?").wishes == ("facility.hours",)


def test_slots_come_with_the_match(shipped: Recogniser) -> None:
    found = shipped.match("어제부터 101동 1203호 천장에서 물이 새요")
    assert found.slots == {"building": "101", "unit": "1203", "since": "어제부터"}


def test_a_foreign_catalogue_works_too(small: Recogniser) -> None:
    assert small.match("can i pay with a card").intent == "pay.bill"
    assert small.match("i lost my keys").intent == "lost.key"
    assert small.match("what are your opening hours").intent == "open.hours"


OWN_DANGERS = """
alarm.flood:
  examples: [water is rushing into the hall, the cellar is under water, a flood in the basement, water up to the knees,
             the stairs are flooded, the river comes in, everything is flooded, help the water rises]
"""


def test_an_emergency_is_one_of_the_catalogue_whatever_the_rules_speak_of(
    small_catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.yaml").write_text(OWN_DANGERS, encoding="utf-8")
    (tmp_path / "intents.yaml").write_text("alarm.flood: {kind: emergency}\n", encoding="utf-8")
    own = load_catalogue(tmp_path)
    both = Catalogue({**small_catalogue.intents, **own.intents})
    recogniser = Recogniser.train(both, None)
    for text in ("a fire engine is here", "the fire engine has arrived", "fire! help!", "I smell gas"):
        match = recogniser.match(text)
        assert match.emergency is not None
        assert match.emergency_intent == "alarm.flood"


def test_threads_get_the_same_answers(shipped: Recogniser) -> None:
    texts = ["관리비 얼마", "불이야", "엘베 고장", "where is the office", "qnfdldi"] * 20
    alone = [shipped.match(text) for text in texts]
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(shipped.match, texts)) == alone


def test_the_same_files_give_the_same_decisions(small_folder: Path, small: Recogniser) -> None:
    again = Recogniser.train(load_catalogue(small_folder), None)
    for text in ("pay", "key", "open", "hello there", "my key and my bill"):
        assert again.match(text) == small.match(text)


def test_cached_weights_decide_alike(small_folder: Path, small: Recogniser, tmp_path: Path) -> None:
    catalogue = load_catalogue(small_folder)
    Recogniser.train(catalogue, tmp_path)
    assert cache.load(tmp_path, catalogue) is not None
    cached = Recogniser.train(catalogue, tmp_path)
    for text in ("pay", "key", "open", "hello there", "my key and my bill"):
        assert cached.match(text) == small.match(text)


def test_a_broken_cache_is_trained_anew(small_folder: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(small_folder)
    Recogniser.train(catalogue, tmp_path)
    (file,) = tmp_path.glob("*.npz")
    file.write_bytes(b"not weights")
    assert Recogniser.train(catalogue, tmp_path).match("i lost my key").intent == "lost.key"
    assert cache.load(tmp_path, catalogue) is not None


def test_changed_examples_are_not_taken_from_the_cache(small_folder: Path, tmp_path: Path) -> None:
    catalogue = load_catalogue(small_folder)
    Recogniser.train(catalogue, tmp_path)
    taught = catalogue.with_examples({"lost.key": {"en": ("where did the little brass thing go",)}})
    assert cache.load(tmp_path, taught) is None
