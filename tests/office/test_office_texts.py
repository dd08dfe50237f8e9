"""What the sample office says: complete, filled, and by the rules of the house (korean.md)."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.office import SAMPLE_OFFICE, Office, fill, fill_text, hours_text, hours_today_text, load_office, moment_text
from bot.rules.danger import DESPAIR
from intents.language import LANGUAGES

TAXONOMY = Path(__file__).parents[3] / "shared" / "taxonomy" / "taxonomy.yaml"
MONDAY_HOLIDAY = datetime(2026, 10, 5, 3, tzinfo=UTC)
THURSDAY = datetime(2026, 10, 1, 3, tzinfo=UTC)
EMERGENCIES = {
    "emergency.fire",
    "emergency.gas",
    "emergency.elevator",
    "emergency.flood",
    "emergency.electric",
    "emergency.medical",
    "emergency.crime",
    "emergency.structure",
}


@pytest.fixture(scope="module")
def office() -> Office:
    return load_office(SAMPLE_OFFICE)


@pytest.fixture(scope="module")
def taxonomy() -> dict[str, Any]:
    if not TAXONOMY.exists():
        pytest.skip("the list of matters lies outside the repository, in ../shared")
    found: dict[str, Any] = yaml.safe_load(TAXONOMY.read_text(encoding="utf-8"))
    return found


def test_every_question_of_the_list_has_an_answer_in_every_language(office: Office, taxonomy: dict[str, Any]) -> None:
    asked = {intent for intent, about in taxonomy["intents"].items() if about["kind"] == "inquiry"}
    for language in LANGUAGES:
        assert asked <= {intent for intent, of in office.answers if of == language}
    assert {intent for intent, _ in office.answers} <= set(taxonomy["intents"])


def test_every_emergency_and_department_of_the_list_is_there(office: Office, taxonomy: dict[str, Any]) -> None:
    emergencies = {intent for intent, about in taxonomy["intents"].items() if about["kind"] == "emergency"}
    assert emergencies == EMERGENCIES
    told_apart = {*emergencies, DESPAIR}  # what the desk itself tells from a collapse
    assert set(office.emergencies) == {(intent, language) for intent in told_apart for language in LANGUAGES}
    for key, department in taxonomy["departments"].items():
        assert office.departments[key].names.items() >= {"ko": department["ko"], "en": department["en"]}.items()


def test_answers_are_short_sourced_and_reviewed(office: Office) -> None:
    for (intent, language), answer in office.answers.items():
        filled = fill(answer, office, language, MONDAY_HOLIDAY)
        assert 3 <= len(filled.text.splitlines()) <= 8, (intent, language)
        assert len(filled.text) <= 1000, "fits on a phone, far below Telegram's 4,096"
        assert not re.search(r"[{}]", filled.text), (intent, language)
        assert filled.source, (intent, language)
        assert filled.reviewed == date(2026, 10, 1)


def test_all_languages_answer_the_same_matters_with_the_same_figures(office: Office) -> None:
    """A charge changed in one language only would mislead the readers of the others."""
    for intent in {intent for intent, _ in office.answers}:
        each = [sorted(re.findall(r"\d[\d,]*\d{3}", office.answers[intent, language].text)) for language in LANGUAGES]
        assert each == [each[0]] * len(LANGUAGES), intent


def test_korean_speaks_by_the_rules(office: Office) -> None:
    texts = {intent: answer.text for (intent, language), answer in office.answers.items() if language == "ko"}
    for intent, text in texts.items():
        assert not re.search(r"업주님|티켓|상담원|어르신|이십니다|빠른 시일|규정상|이번 달 관리비\b(?! )", text), intent
        assert re.search(r"(니다|세요|까요)[.?]", text), intent


def test_emergency_texts_begin_with_what_to_do(office: Office) -> None:
    for (intent, language), emergency in office.emergencies.items():
        for text in (emergency.text, *(branch.text for branch in emergency.branches.values())):
            filled = fill_text(text, office, language, THURSDAY)
            assert not re.search(
                "안녕|죄송|불편|감사|hello|sorry|분 안에|곧 도착|soon|minutes|您好|抱歉|分钟|马上到", filled.lower()
            ), intent
            assert not re.search("[\U0001f300-\U0001faff\u2600-\u27bf]", filled), "no pictures"
            if language == "ko":
                actions = [
                    line for line in filled.splitlines() if not line.startswith(("당직", "승강기 회사", "경비실"))
                ]
                assert all(re.search(r"(세요\.|\d)( .*)?$", line) or "." in line for line in actions), (intent, filled)
        assert re.search(r"11[29]|02-000-\d{4}", fill_text(emergency.text, office, language, THURSDAY)), intent


def test_a_fire_asks_where_it_is_and_says_at_first_only_what_is_safe_everywhere(office: Office) -> None:
    for language in LANGUAGES:
        fire = office.emergencies["emergency.fire", language]
        assert list(fire.branches) == ["home", "elsewhere_smoke", "elsewhere_clear"]
        # Leaving is right in one branch and deadly in another; staying too.
        assert not re.search("대피하세요|나가세요|머무르세요|go out|leave|stay|出去|离开|留在", fire.text.lower())
        assert "119" in fill_text(fire.text, office, language, THURSDAY)
    home, smoke, clear = (branch.text for branch in office.emergencies["emergency.fire", "zh"].branches.values())
    assert "和家里人一起出去" in home
    assert "就不要出去" in smoke
    assert "留在家里" in clear
    home, smoke, clear = (branch.text for branch in office.emergencies["emergency.fire", "ko"].branches.values())
    assert "함께 나가세요" in home
    assert "나가지 마세요" in smoke
    assert "머무르세요" in clear
    assert "창문과 현관문을 닫으세요" in clear


def test_hours_in_words(office: Office) -> None:
    assert hours_text(office, "ko") == "월~금 09:00~12:00, 13:00~18:00 · 토 09:00~12:00 · 일·공휴일 휴무"
    assert hours_today_text(office, "ko", THURSDAY) == "09:00~12:00, 13:00~18:00"
    assert hours_today_text(office, "ko", MONDAY_HOLIDAY) == "쉽니다(다음 운영: 10월 6일(화) 09:00)"
    assert hours_today_text(office, "en", MONDAY_HOLIDAY) == "closed (next opening: Tue 6 October 09:00)"
    assert hours_text(office, "zh") == "周一至周五 09:00~12:00, 13:00~18:00 · 周六 09:00~12:00 · 周日、公休日休息"
    assert hours_today_text(office, "zh", MONDAY_HOLIDAY) == "今天休息（下次办公：10月6日（周二） 09:00）"
    assert moment_text(THURSDAY, office, "ko") == "10월 1일(목) 12:00"


@pytest.mark.parametrize(
    ("now", "month", "due"),
    [
        (datetime(2026, 10, 5, 3, tzinfo=UTC), "9월분(10월 고지)", "11월 2일(월)"),  # the 31st is a Saturday
        (datetime(2026, 9, 30, 14, 59, tzinfo=UTC), "8월분(9월 고지)", "9월 30일(수)"),
        (datetime(2026, 9, 30, 15, 1, tzinfo=UTC), "9월분(10월 고지)", "11월 2일(월)"),  # already October in Seoul
        (datetime(2027, 1, 15, tzinfo=UTC), "12월분(1월 고지)", "2월 1일(월)"),
    ],
)
def test_the_fee_is_named_by_the_month_it_is_for(office: Office, now: datetime, month: str, due: str) -> None:
    assert fill_text("{fee_month}", office, "ko", now) == month
    assert fill_text("{fee_due}", office, "ko", now) == due


@pytest.mark.parametrize(
    ("today", "month", "due"),
    [
        ((2026, 10, 20), "9월분(10월 고지)", "10월 26일(월)"),  # the 25th is a Sunday
        ((2026, 10, 26), "9월분(10월 고지)", "10월 26일(월)"),
        ((2026, 10, 27), "10월분(11월 고지)", "11월 25일(수)"),  # over: the next bill
        ((2026, 12, 28), "11월분(12월 고지)", "12월 28일(월)"),  # Christmas and a weekend
        ((2026, 12, 29), "12월분(1월 고지)", "1월 25일(월)"),
    ],
)
def test_text_and_date_follow_the_day_on_which_the_fee_is_due(
    tmp_path: Path, today: tuple[int, int, int], month: str, due: str
) -> None:
    (tmp_path / "office.yaml").write_text("fee_due: 25\n", encoding="utf-8")
    office = load_office(tmp_path)
    said = fill(office.answers["fee.due_date", "ko"], office, "ko", datetime(*today, 3, tzinfo=UTC)).text
    assert said.startswith("관리비는 매달 25일까지")
    assert f"지금 내실 것: {month}, {due}까지." in said
    assert "until day 25" not in said


def test_the_fee_is_due_at_the_end_of_the_month_unless_the_office_says_otherwise(office: Office) -> None:
    said = {
        language: fill(office.answers["fee.due_date", language], office, language, THURSDAY).text
        for language in LANGUAGES
    }
    assert said["ko"].startswith("관리비는 매달 말일까지")
    assert said["en"].startswith("The fee is due on the last day of each month.")
    assert said["zh"].startswith("管理费在每月最后一天之前交。")


def test_an_office_that_never_closes_says_so(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text("hours: always\n", encoding="utf-8")
    office = load_office(tmp_path)
    assert (hours_text(office, "ko"), hours_today_text(office, "en", MONDAY_HOLIDAY)) == ("24시간", "24 hours")
