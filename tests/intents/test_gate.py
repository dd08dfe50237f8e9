"""The emergency gate hears danger in typos, half sentences and wrong keyboard modes, and is not fooled by words."""

from __future__ import annotations

import pytest

from intents.recognise import Recogniser
from intents.result import Emergency

CRIES = {
    "불이야": "fire", "불났어요!!": "fire", "qnfdldi": "fire", "집에 불 났음": "fire", "on fire help": "fire",
    "가스 새는 것 같아요": "gas", "gas leak!!": "gas", "까스 냄세나요": "gas", "gas smel help": "gas",
    "갇혔어": "elevator", "엘베에 같혔어요": "elevator", "stuck in the lift": "elevator", "rkeguTdjdy": "elevator",
    "배관 터졌어요": "flood", "집이 물바다": "flood", "pipe burst": "flood",
    "감전됐어": "electric", "콘센트에서 불꽃 튀어요": "electric", "outlet is sparking": "electric",
    "할머니가 쓰러지셨어요": "medical", "사람이 의식이 없어요": "medical", "someone collapsed": "medical",
    "도둑이야": "crime", "강도야 살려줘": "crime", "intruder in my flat": "crime",
    "천장이 무너져요": "structure", "외벽이 떨어지고 있어요": "structure", "the ceiling is collapsing": "structure",
    "옥상 불": "fire", "불 지하": "fire", "쓰레기통 불": "fire", "smoke lobby": "fire", "105동 가스 냄새": "gas",
    "승강기 멈춤 안에 사람": "elevator", "기계실 침수": "flood", "할머니 의식 없음": "medical",
    "칼부림 정문": "crime", "정문에 칼 든 사람": "crime", "흉기 난동 지하주차장": "crime", "칼부림이요 후문": "crime",
    "stabbing at the main gate": "crime", "gate, man with knife": "crime", "大门口有人持刀": "crime", "砍人了": "crime",
    "게스트하우스 화재": "fire", "게스트하우스 불": "fire", "지하주차장 화재": "fire", "커뮤니티센터 불": "fire",
    "헬스장 연기": "fire", "guest house fire": "fire", "smoke gym": "fire", "客房 火灾": "fire", "健身房 火": "fire",
    "계단 사람 피": "medical", "놀이터 아이 다침": "medical", "도둑 4층": "crime", "담장 붕괴": "structure",
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), CRIES.items())
def test_cries_for_help_are_found(shipped: Recogniser, text: str, kind: str) -> None:
    found = shipped.match(text)
    assert found.emergency is not None
    assert found.emergency_intent == f"emergency.{kind}"


@pytest.mark.parametrize(
    "text",
    ["알았어요", "됐어요", "모르겠어요", "기다리고 있어요", "집에 있어요", "저는 지금 회사예요", "나왔어요",
     "지금요", "빨리요", "사람이 없어요", "현관 불이 나갔어요", "화장실 불이 안 켜져요",
     "혼자 살아요", "연기는 없어요", "엄마가 집에 계세요", "아기 있어요", "불 끄고 나왔어요",
     "I'm out", "hurry up", "nobody is home now", "no smoke"],
)  # fmt: skip
def test_the_small_words_of_any_talk_raise_no_alarm(shipped: Recogniser, text: str) -> None:
    """Half of an answer holds no danger, however near its letters are to a cry."""
    found = shipped.match(text)
    assert found.emergency is None
    assert not found.intent.startswith("emergency.")


@pytest.mark.parametrize(
    "text",
    [
        "경찰서 어디로 가?",
        "경찰서가 어디에 있어요?",
        "지금 밤인데 사람 있어요?",
        "dishwasher is leaking",
        "the arm rest of the bench came loose",
    ],
)
def test_calm_questions_and_the_repairs_of_one_kitchen_are_asked_about_as_no_danger(
    shipped: Recogniser, text: str
) -> None:
    assert shipped.match(text).emergency is None


@pytest.mark.parametrize(
    "text",
    ["발목이 부러진 것 같아요", "손가락이 잘렸어요", "my ankle is broken", "I think my wrist is broken",
     "I cut my finger", "脚踝断了", "我的脚踝好像断了", "手指切到了"],
)  # fmt: skip
def test_who_has_hurt_a_limb_is_hurt_whatever_else_breaks_and_falls(shipped: Recogniser, text: str) -> None:
    found = shipped.match(text)
    assert found.emergency is not None
    assert found.emergency_intent == "emergency.medical"


@pytest.mark.parametrize("text", ["집에 모르는 사람 있어요?", "집 안에 누가 있어요?", "문 앞에 남자가 서 있어요?"])
def test_a_stranger_at_home_is_no_calm_question(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency_intent == "emergency.crime"


@pytest.mark.parametrize("text", ["지금 올라가고 있어요", "가스 잠갔어요", "문 열렸어요", "안에 있어요"])
def test_a_few_words_that_follow_no_rule_are_never_certain(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is not Emergency.CERTAIN


@pytest.mark.parametrize("text", ["불이야", "도둑이야", "갇혔어", "가스 새요", "stuck in the elevator", "119 불러줘"])
def test_plain_cries_are_certain_and_come_first(shipped: Recogniser, text: str) -> None:
    found = shipped.match(text)
    assert found.emergency is Emergency.CERTAIN
    assert found.intent == found.candidates[0].intent == found.emergency_intent


def test_threats_belong_to_crime_and_despair_to_medical(shipped: Recogniser) -> None:
    for text in ("다 불 질러 버릴 거야", "관리실에 불 지르겠다", "i will set this place on fire"):
        assert shipped.match(text).emergency_intent == "emergency.crime", text
    for text in ("옥상에서 뛰어내리고 싶어요", "그냥 죽고 싶다", "i want to kill myself"):
        assert shipped.match(text).emergency_intent == "emergency.medical", text


@pytest.mark.parametrize(
    "text",
    [
        "gas bill", "가스 검침 언제 와요", "관리비 폭탄 맞았어요", "이번 달 난방비 폭탄이네요", "가스요금 얼마예요",
        "소방 점검 언제 하나요", "화재보험 가입돼 있나요", "소화기 어디서 받아요", "복도 불이 나갔어요",
        "이불 버려도 되나요",
        "주차 때문에 속이 터져요", "더워 죽겠어요 에어컨 언제 켜줘요", "fire drill tomorrow?", "my manager got fired",
        "엘리베이터 이사 예약하고 싶어요", "배터리가 떨어져서 도어락이 안 열려요", "how do I pay the gas bill",
        "관리비 얼마예요", "헬스장 몇 시까지 해요", "안녕하세요", "what time do you close", "",
    ],
)  # fmt: skip
def test_harmless_words_do_not_trip_it(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is None


@pytest.mark.parametrize(
    "text",
    [
        "가스 냄새는 아니고 하수구 냄새예요", "불난 줄 알았는데 담배연기네요", "사람 갇힌 건 아니고 엘베가 멈췄어요",
        "nobody is trapped, the lift is just out of order", "no fire, the alarm just keeps beeping",
        "불이 나면 어디로 대피하나요", "작년에 배관 터졌을 때 보상받은 거 서류 있나요",
    ],
)  # fmt: skip
def test_what_is_denied_or_supposed_is_never_certain(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is not Emergency.CERTAIN


@pytest.mark.parametrize(
    "text",
    ["elevator stopped working, nobody is inside", "saw the apartment fire on the news, how awful",
     "뉴스에서 봤는데 강남 아파트에 불났대요", "the movie where a man gets stabbed in the lift, what is it called"],
)  # fmt: skip
def test_what_a_denial_stands_before_or_news_tell_is_never_certain(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is not Emergency.CERTAIN


@pytest.mark.parametrize(
    "text",
    ["no one answers the emergency button, I'm inside the lift", "grandma has no pulse",
     "nobody is answering and the corridor is full of smoke", "가스 새는 거 아닌가요 냄새가 심해요"],
)  # fmt: skip
def test_what_only_sounds_like_a_denial_denies_nothing(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is Emergency.CERTAIN


@pytest.mark.parametrize(
    "text",
    ["thereissmokeinthehallway", "weareinsidetheelevatoranditstopped", "watr is puoring from the celing",
     "fier in teh bin room"],
)  # fmt: skip
def test_danger_is_read_through_haste(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is Emergency.CERTAIN


@pytest.mark.parametrize("text", ["엄마가 베란다 난간에 매달려 있어요", "I get a shock from the tap"])
def test_a_danger_is_not_hidden_by_a_shorter_harmless_word(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is Emergency.CERTAIN


@pytest.mark.parametrize(
    "text",
    ["저는 101동 1203호 강도예요. 관리비 얼마예요?", "안녕하세요 101동 1203호 강도입니다. 관리비 얼마예요?",
     "我是1203室，有强盗。管理费多少？", "Robbers in 1203! How much is the fee this month by the way?"],
)  # fmt: skip
def test_a_cry_in_a_sentence_of_its_own_is_asked_about_whatever_else_is_asked(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is Emergency.POSSIBLE


@pytest.mark.parametrize("text", ["저는 강도현이에요", "저는 101동 1203호 강도현이에요. 관리비 얼마예요?"])
def test_a_name_that_begins_like_a_robber_is_no_danger(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is None


def test_a_denied_word_does_not_hide_the_danger_after_it(shipped: Recogniser) -> None:
    assert shipped.match("담배 아니고 진짜 불이에요 불났어요 베란다에").emergency is not None
    assert shipped.match("고장이 아니라 엘베 안에 사람이 갇혀 있어요").emergency is Emergency.CERTAIN


def test_a_smell_of_gas_is_asked_about_in_the_midst_of_anger(shipped: Recogniser) -> None:
    found = shipped.match("How often must I phone till one of you looks into that gas smell on the landing?!")
    assert found.emergency is not None
    assert found.emergency_intent == "emergency.gas"


@pytest.mark.parametrize(
    ("text", "concept", "stands"),
    [
        ("자살하고 싶어요", "self_harm", True),
        ("혼자 살아요", "self_harm", False),
        ("사유서 내러 갈게요", "self_harm", False),
        ("아기가 기절했어요", "collapsed", True),
        ("여기 절이 있나요", "collapsed", False),
        ("애가 다쳤어요", "person", True),
        ("복도에 물이 있어요", "person", False),
        ("3층 불", "fire_noun", True),
        ("이불", "fire_noun", False),
        ("복도 불편해요", "fire_noun", False),
    ],
)
def test_a_word_of_danger_that_must_stand_alone_is_not_found_in_others(
    shipped: Recogniser, text: str, concept: str, stands: bool
) -> None:
    assert (concept in {hit.concept for hit in shipped.read(text).hits}) is stands


def test_a_danger_that_ends_in_a_denial_is_not_denied(shipped: Recogniser) -> None:
    assert shipped.match("할아버지 의식 없음").emergency is Emergency.CERTAIN
    assert shipped.match("가스 냄새 없음").emergency is not Emergency.CERTAIN


def test_a_catalogue_without_emergencies_has_no_gate(small: Recogniser) -> None:
    found = small.match("불이야 fire fire")
    assert found.emergency is None
    assert found.emergency_intent is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("안녕하세요 사람이 쓰러졌어요", "emergency.medical"),
        ("안녕하세요 집에 물이 차올라요", "emergency.flood"),
        ("수고하십니다 누가 문을 부수려고 해요", "emergency.crime"),
        ("hello there is smoke everywhere in the hallway", "emergency.fire"),
    ],
)
def test_who_greets_first_is_in_danger_all_the_same(shipped: Recogniser, text: str, intent: str) -> None:
    found = shipped.match(text)
    assert (found.emergency, found.emergency_intent) == (Emergency.CERTAIN, intent)


@pytest.mark.parametrize("text", ["칼부림 정문", "정문에 칼 든 사람", "man with a knife lobby", "大门口有人持刀"])
def test_a_blade_seen_in_the_estate_is_certain(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is Emergency.CERTAIN


@pytest.mark.parametrize(
    "text",
    ["칼같이 제시간에 오셨네요", "오늘 칼퇴하시나요", "칼주차 부탁드려요", "칼갈이 아저씨 언제 와요",
     "부엌칼 버리는 방법", "how do I throw away old kitchen knives", "the prices are a stab in the back",
     "旧菜刀怎么扔",
     "커뮤니티센터 불 꺼주세요", "게스트하우스 불편해요", "독서실 불 어두워요", "guest house fire extinguisher"],
)  # fmt: skip
def test_blades_and_lights_of_everyday_life_raise_no_alarm(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [("119 왔어요", "medical"), ("구급차 왔어요", "medical"), ("소방차 왔어요", "fire"), ("경찰 왔어요", "crime"),
     ("ambulance is here", "medical"), ("the fire truck is here", "fire"), ("消防车来了", "fire"),
     ("소방차가 단지에 들어왔어요", "fire"), ("there's a fire engine in front of our building", "fire")],
)  # fmt: skip
def test_help_that_has_come_is_asked_about(shipped: Recogniser, text: str, kind: str) -> None:
    found = shipped.match(text)
    assert (found.emergency, found.emergency_intent) == (Emergency.POSSIBLE, f"emergency.{kind}")


def test_help_that_has_come_hides_no_danger_and_no_call(shipped: Recogniser) -> None:
    for text in (
        "소방차 왔는데 불길이 옆집으로 번져요",
        "119 불러주세요",
        "구급차 언제 와요 쓰러졌어요",
        "call 119",
        "119 왔어요 불이 안 꺼져요",
        "firefighters are here but the fire is still burning",
    ):
        assert shipped.match(text).emergency is Emergency.CERTAIN, text


@pytest.mark.parametrize(
    "text",
    ["one burner on the gas stove is weak", "가스레인지 한쪽 불이 약해요", "gas stove burner doesn't ignite",
     "燃气灶有一个灶眼火小"],
)  # fmt: skip
def test_a_weak_flame_on_the_stove_is_no_certain_gas_alarm(shipped: Recogniser, text: str) -> None:
    found = shipped.match(text)
    assert found.emergency is not Emergency.CERTAIN
    assert found.intent == "repair.unit"


@pytest.mark.parametrize(
    "text",
    ["gas stove smells of gas", "가스레인지 불은 약한데 가스 냄새가 나요",
     "the burner won't light and it smells of gas", "煤气灶漏气"],
)  # fmt: skip
def test_gas_at_the_stove_is_certain_whatever_its_flame(shipped: Recogniser, text: str) -> None:
    found = shipped.match(text)
    assert (found.emergency, found.emergency_intent) == (Emergency.CERTAIN, "emergency.gas")


@pytest.mark.parametrize(
    "text",
    ["방문 손잡이가 고장나서 방에 갇혔어요", "화장실에 갇혔어요", "화장실 문이 안 열려서 안에 갇혔어요",
     "door handle broke and I'm stuck in the bathroom"],
)  # fmt: skip
def test_who_is_kept_in_by_a_door_is_asked(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is Emergency.POSSIBLE


@pytest.mark.parametrize(
    "text",
    ["현관문이 잠겼는데 안에 아기 혼자 있어요", "도어락이 고장났는데 집 안에 아이가 있어요",
     "가스불 켜 놨는데 문이 잠겨서 못 들어가요", "냄비 올려놨는데 도어락이 안 열려요",
     "locked out and my baby is inside", "I locked myself out and the stove is on", "门锁坏了孩子在里面",
     "被锁在门外，锅还在火上"],
)  # fmt: skip
def test_what_is_left_behind_a_locked_door_is_at_least_asked_about(shipped: Recogniser, text: str) -> None:
    assert shipped.match(text).emergency is not None
