"""Letters with greeting, address, number and thanks are understood by what they tell, and say who writes."""

from __future__ import annotations

import pytest

from intents.extract import find_slots
from intents.letter import read_letter
from intents.recognise import Recogniser
from intents.result import Decision

LETTERS = [
    (
        "안녕하세요. 105동 1203호 김민지입니다. 며칠 전부터 안방 천장에서 물이 조금씩 새는 것 같아서 연락드립니다. "
        "제 번호는 010-1234-5678입니다. 확인 부탁드립니다. 감사합니다.",
        "complaint.leak",
        ("105", "1203", "김민지", "010-1234-5678"),
    ),
    (
        "안녕하십니까, 104동 901호 사는 박정우라고 합니다. 다름이 아니라 윗집에서 밤 11시 넘어서까지 쿵쿵 뛰는 소리가 "
        "나서 잠을 잘 수가 없습니다. 제 연락처는 010-3333-4444이니 연락 부탁드리겠습니다. 수고하세요.",
        "complaint.noise",
        ("104", "901", "박정우", "010-3333-4444"),
    ),
    (
        "수고 많으십니다. 101동 304호 이영호입니다. 지하주차장 장애인 구역에 일반 차량이 계속 주차를 하고 있습니다. "
        "조치 부탁드립니다. 연락처 010-5555-6666. 감사합니다.",
        "complaint.parking",
        ("101", "304", "이영호", "010-5555-6666"),
    ),
    (
        "안녕하세요, 관리사무소죠? 103동 1502호에 거주하는 최유진입니다. 엘리베이터가 어제부터 층마다 덜컹거리고 문이 "
        "늦게 닫혀서 불편합니다. 점검 한번 부탁드릴게요. 010-7777-8888 로 연락 주시면 됩니다. 감사합니다.",
        "complaint.elevator",
        ("103", "1502", "최유진", "010-7777-8888"),
    ),
    (
        "안녕하세요 관리사무소 여러분. 102동 주민 정수빈입니다. 2층 복도 전등이 며칠째 안 들어와서 밤에 많이 "
        "어둡습니다. 교체 부탁드립니다. 좋은 하루 되세요.",
        "repair.common",
        ("102", None, "정수빈", None),
    ),
    (
        "관리소장님 안녕하십니까\n105동 1101호 조현우입니다\n밤마다 화장실 환풍구로 담배 냄새가 올라와서 "
        "너무 힘듭니다\n제 전화번호는 010-4545-6767입니다",
        "complaint.smoking",
        ("105", "1101", "조현우", "010-4545-6767"),
    ),
    (
        "안녕하세요~ 104동 202호 입주민입니다. 오늘 아침부터 주방 수도에서 녹물이 나옵니다. 확인 좀 부탁드려요. "
        "번호는 010-8989-1010 이고 이름은 강다은입니다.",
        "complaint.water",
        ("104", "202", "강다은", "010-8989-1010"),
    ),
    (
        "안녕하세요. 101동 502호 한지민입니다. 어제 택배가 배송완료로 떴는데 문 앞에도 택배함에도 없습니다. 혹시 "
        "관리사무소에서 보관 중인지 확인 부탁드립니다. 010-1212-3434입니다. 감사합니다.",
        "parcel.pickup",
        ("101", "502", "한지민", "010-1212-3434"),
    ),
    (
        "안녕하세요 102동 703호입니다. 관리비 자동이체 신청 방법 알고 싶습니다. 감사합니다.",
        "fee.payment",
        ("102", "703", None, None),
    ),
    (
        "안녕하세요 102동 504호입니다 관리사무소 운영 시간이 어떻게 되는지 여쭤봅니다 감사합니다",
        "office.hours",
        ("102", "504", None, None),
    ),
    (
        "Hello, this is Sarah Kim from 103-502. The radiator in our bedroom has been cold since yesterday, could "
        "somebody please have a look? My number is 010-2222-3333. Thank you!",
        "complaint.heating",
        ("103", "502", "Sarah Kim", "010-2222-3333"),
    ),
    (
        "Good evening, I'm Daniel Park, unit 101-1203. My upstairs neighbours have been stomping around past midnight "
        "every day this week. Could you please talk to them? You can reach me on 010-3131-4141. Many thanks, Daniel",
        "complaint.noise",
        ("101", "1203", "Daniel Park", "010-3131-4141"),
    ),
    (
        "Good morning, this is Alex from 101-502. My package was marked delivered yesterday but it isn't at my door or "
        "in the locker. Do you have it at the office? My number is 010-2323-1212. Thank you so much.",
        "parcel.pickup",
        ("101", "502", "Alex", "010-2323-1212"),
    ),
    (
        "Hello, I am Julia Shin from 103-1101. I would like to know how to sign up for automatic payment of the "
        "maintenance fee. Thank you.",
        "fee.payment",
        ("103", "1101", "Julia Shin", None),
    ),
    (
        "你好，我住在102栋703室，我叫李明。楼上每天晚上都有很大的脚步声，影响休息。请帮忙处理一下，电话010-2222-3333，谢谢。",
        "complaint.noise",
        ("102", "703", "李明", "010-2222-3333"),
    ),
    (
        "您好，104栋901室张伟。电梯从昨天开始一直有异响，有点害怕，请检查一下。我的手机010-5656-7878。辛苦了，谢谢！",
        "complaint.elevator",
        ("104", "901", "张伟", "010-5656-7878"),
    ),
    (
        "你们好，我是101栋的陈静，二楼走廊的灯坏了一个星期了，晚上很黑，麻烦更换一下，非常感谢。",
        "repair.common",
        ("101", None, "陈静", None),
    ),
    (
        "您好，我是103栋501的住户。请问管理费自动扣款怎么办理？谢谢。",
        "fee.payment",
        ("103", "501", None, None),
    ),
]


@pytest.mark.parametrize(("text", "intent", "writer"), LETTERS)
def test_a_letter_is_understood_by_what_it_tells(
    shipped: Recogniser, text: str, intent: str, writer: tuple[str | None, ...]
) -> None:
    match = shipped.match(text)
    assert (match.decision, match.intent) == (Decision.ANSWER, intent)
    assert match.wishes[0] == intent
    assert not {"thanks", "greeting", "profile.update"} & set(match.wishes)
    assert tuple(match.slots.get(name) for name in ("building", "unit", "name", "phone")) == writer


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("난방이 안 돼요. 감사합니다.", "난방이 안 돼요."),
        ("물이 새요, 103동 1102호입니다", "물이 새요"),
        ("Dear management office, my heater is broken. Kind regards, Emma Lee", "my heater is broken."),
        ("난방이 안 돼요. 감사합니다. 김민지 드림", "난방이 안 돼요."),
        ("친절하게 도와주셔서 감사합니다", ""),
        ("103동 1102호 누수입니다", ""),
        ("안녕하세요 105동 1203호 김민지입니다", ""),
        ("난방이 안 돼요", ""),
        ("", ""),
    ],
)
def test_what_stands_inside_the_frame(text: str, told: str) -> None:
    assert read_letter(text).told == told


def test_a_home_behind_the_matter_may_be_anybodys() -> None:
    assert read_letter("윗집이 너무 시끄러워요. 105동 1303호입니다.").writer == {}
    assert read_letter("윗집이 너무 시끄러워요. 105동 1203호 김민지입니다.").writer["unit"] == "1203"


def test_an_office_that_is_greeted_is_no_place() -> None:
    assert find_slots("안녕하세요 관리사무소 여러분. 102동 주민 정수빈입니다. 복도가 어둡습니다.")["area"] == "복도"


@pytest.mark.parametrize("word", ["도둑요", "강도요", "추락요", "기절요", "정전요", "연기요", "고장요", "소음요"])
def test_no_word_of_a_matter_is_eaten_as_a_name(word: str) -> None:
    letter = read_letter(f"안녕하세요. 저는 101동 1203호 {word}. 관리비는 어떻게 내나요? 감사합니다.")
    assert "name" not in letter.writer
    assert word in letter.told


def test_a_name_with_an_ending_is_a_name() -> None:
    assert read_letter("안녕하세요. 저는 101동 1203호 이준호예요. 관리비는 어떻게 내나요?").writer["name"] == "이준호"
