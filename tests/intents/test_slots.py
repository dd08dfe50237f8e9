"""Places, numbers, names and times are found in messages and in answers that hold several at once."""

from __future__ import annotations

import pytest

from intents.extract import find_slots, name_given, words_beside_slots

PLACE = {"building": "101", "unit": "1203"}


@pytest.mark.parametrize(
    "text",
    [
        "101동 1203호", "101동1203호", "101-1203", "101 동 1203 호 입니다", "백일동 천이백삼호",
        "일공일동 일이공삼호예요",
        "Bldg 101 unit 1203", "building 101, #1203", "101/1203", "저희 집은 101동 제1203호예요",
    ],
)  # fmt: skip
def test_a_home_in_many_spellings(text: str) -> None:
    assert find_slots(text) == PLACE


@pytest.mark.parametrize(
    "text",
    ["010-1234-5678", "01012345678", "010 1234 5678", "+82 10-1234-5678", "+821012345678", "번호는 010.1234.5678요"],
)
def test_a_mobile_number_in_many_spellings(text: str) -> None:
    assert find_slots(text)["phone"] == "010-1234-5678"


def test_other_numbers() -> None:
    assert find_slots("사무실은 02-345-6789")["phone"] == "02-345-6789"
    assert find_slots("call +1 (415) 555-2671")["phone"] == "+14155552671"


@pytest.mark.parametrize(
    "text",
    [
        "101동 1203호 김영희 010-1234-5678", "김영희 010-1234-5678 101동 1203호", "101-1203, 김영희, 01012345678",
        "이름: 김영희 / 동호수: 101동 1203호 / 연락처 010-1234-5678",
        "제 이름은 김영희이고 101동 1203호, 010 1234 5678입니다",
        "101동 1203호\n김영희입니다\n010-1234-5678",
    ],
)  # fmt: skip
def test_everything_at_once(text: str) -> None:
    assert find_slots(text) == {**PLACE, "name": "김영희", "phone": "010-1234-5678"}


def test_everything_at_once_in_english() -> None:
    found = find_slots("my name is John Smith, building 104 unit 1801, 010 9876 5432")
    assert found == {"name": "John Smith", "building": "104", "unit": "1801", "phone": "010-9876-5432"}
    assert find_slots("Sarah Lee, 104-1801, 010-9876-5432")["name"] == "Sarah Lee"


@pytest.mark.parametrize(
    "answer",
    [
        *("김말순", "김말순이요", "김말순요.", "저는 김말순이에요", "김말순이라고 합니다", "제 이름은 김말순이구요"),
        *("김말순이라고 함니다", "김말순 이라고해요", "김말순임니다", "김말순이람니다", "김말순 이에여"),
        "저 김말순인데요",
    ],
)
def test_a_name_is_heard_however_it_is_said_or_misspelt(answer: str) -> None:
    assert find_slots(answer).get("name", name_given(answer)) == "김말순"


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("남궁민이라고 합니다", "남궁민"), ("김수아요", "김수아"), ("이유나예요", "이유나"),
        ("the name's Kim", "Kim"), ("hi, it's Anna Kowalska", "Anna Kowalska"), ("Anna here", "Anna"),
        ("我叫王小明", "王小明"), ("김씨", "김씨"), ("Zoë", "Zoë"),
        ("네 김영희요", "김영희"), ("아 네, 김영희예요", "김영희"), ("yes Alex Kim", "Alex Kim"), ("no, Alex", "Alex"),
        ("是的 王芳", "王芳"), ("예지", "예지"), ("주말순", "주말순"), ("Oh Sehun", "Oh Sehun"), ("May Lee", "May Lee"),
    ],
)  # fmt: skip
def test_names_of_all_kinds(answer: str, name: str) -> None:
    assert name_given(answer) == name


@pytest.mark.parametrize(
    "answer",
    [
        *("몰라요", "싫어요", "이름은 몰라요", "이따 말할게요", "왜 이름이 필요해요", "안 알려줘요"),
        *(
            "모르겠어요",
            "이상해요",
            "소음이에요",
            "천장이에요",
            "우리 집이에요",
            "it's urgent",
            "i'm not telling",
            "why",
        ),
        *(
            "네 언제든지요",
            "담당자분 성함이 어떻게 되세요?",
            "매일 밤",
            "any time",
            "every night",
            "每天晚上",
            "随时都可以",
        ),
        *(
            "yes anytime",
            "yes whenever",
            "tomorrow morning",
            "weekends only",
            "내일 오전",
            "네 내일",
            "밤에",
            "明天上午",
        ),
        *("네", "yes", "네네", "是的"),
        *("301호인데요", "전화하라고 010-2345-6789", "연락달라고 010-2345-6789"),
    ],
)
def test_whoever_says_no_name_has_none(answer: str) -> None:
    assert "name" not in find_slots(answer)
    assert name_given(answer) is None


@pytest.mark.parametrize(
    "text",
    [
        *("101동 1203호 누수", "101동 1203호 고장났어요", "101동 1203호 주차 문의", "101동 1203호 고양이"),
        *("101동 1203호 변기가 막혔어요", "105동 엘리베이터 문이 안 닫혀요", "105동 승강기 소리가 커요"),
        *("101동 1203호 문이 안 잠겨요", "105동 유리가 깨졌어요", "101동 1203호 전등은 아직 그대로예요"),
    ],
)
def test_words_beside_a_home_are_not_names(text: str) -> None:
    assert "name" not in find_slots(text)


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("어제부터 물이 안 나와요", "since", "어제부터"),
        ("사흘째 이래요", "since", "사흘째"),
        ("2시간 전부터요", "since", "2시간 전부터"),
        ("지난주 화요일부터 그래요", "since", "지난주 화요일부터"),
        ("no heat since Monday", "since", "since Monday"),
        ("it has been like that for two weeks", "since", "for two weeks"),
        ("지하 2층 기둥 옆", "floor", "B2"),
        ("12층 복도", "floor", "12"),
        ("on the 5th floor", "floor", "5"),
        ("smoke on B1", "floor", "B1"),
        ("3라인 승강기", "line", "3"),
        ("12가 3456 차 빼주세요", "car", "12가3456"),
        ("plate number 34NA 1234", "car", "34NA1234"),
        ("지하주차장에 물이 차요", "area", "지하주차장"),
        ("the Playground swing", "area", "playground"),
        ("A동 302호", "building", "A"),
    ],
)
def test_single_facts(text: str, slot: str, value: str) -> None:
    assert find_slots(text)[slot] == value


@pytest.mark.parametrize(
    "text", ["", "안녕하세요", "12월 10일에 들어갑니다", "우리 동네 이동 경로", "2호기 고장", "at 9 pm", "ㅋㅋㅋ"]
)
def test_nothing_is_made_up(text: str) -> None:
    assert find_slots(text).keys() <= {"area"}


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("101동 1203호 김영희입니다, 연락처는 010-1234-5678", ("연락처는",)),
        ("my name is John Smith, unit 104-1801", ()),
        ("지하주차장 3층", ()),
        ("어제부터요", ()),
        ("102동 앞에 물", ("앞에", "물")),
        ("안녕하세요", ("안녕하세요",)),
        ("", ()),
    ],
)
def test_what_is_said_beside_them(text: str, beside: tuple[str, ...]) -> None:
    assert words_beside_slots(text) == beside
