"""What an owner's words mean in the midst of an emergency: the same one, another one, relief, a cry, news."""

import pytest

from bot.render import Texts
from bot.rules.danger import (
    DESPAIR,
    MEDICAL,
    asks,
    asks_of_help,
    asks_what_if,
    cries,
    danger_told,
    denies_only,
    help_told,
    kind_of,
    names_another,
    nobody_inside,
    says_better,
    says_help_came,
    says_safe,
)
from intents.extract import find_slots
from intents.result import Candidate, Decision, Emergency, Match

FIRE, LIFT, CRIME, FLOOD = "emergency.fire", "emergency.elevator", "emergency.crime", "emergency.flood"
TEXTS = Texts.load()
PHRASES = TEXTS.phrases


def gate(
    intent: str, *rules: tuple[str, ...], text: str = "", emergency: Emergency | None = Emergency.CERTAIN
) -> Match:
    """A reading that believes in an emergency, by these rules."""
    known = (Candidate(intent, 0.9),)
    dangers = {intent: rules} if rules else {}
    decision = Decision.ANSWER if emergency is Emergency.CERTAIN else Decision.CONFIRM
    urgent = intent if emergency is not None else None
    return Match(intent, decision, emergency, 0.9, known, (intent,), find_slots(text), urgent, dangers)


@pytest.mark.parametrize(
    ("words", "reading", "known", "another"),
    [
        ("불도 났어요 연기가 들어와요", gate(FIRE, ("smoke",)), LIFT, True),
        ("여기 불났어요", gate(FIRE, ("fire_cry",)), FIRE, False),
        ("5층이에요 빨리요", gate(LIFT), FIRE, False),
        ("살려주세요", gate(CRIME), FIRE, False),
        ("비명이 들려요 사람들이요", gate(CRIME, ("assault", "person")), FIRE, False),
        ("집에 갇혔어요 빨리요", gate(LIFT, ("trapped", "help_cry")), FIRE, False),
        ("엘리베이터에 갇혔어요", gate(LIFT, ("lift", "trapped")), FIRE, True),
        ("엘리베이터 타도 돼요? 빨리요", gate(LIFT, ("lift", "help_cry")), FIRE, False),
        ("119 불렀어요", gate(MEDICAL, ("hurt",)), FIRE, False),
        ("아이가 다쳤어요", gate(MEDICAL, ("hurt", "person")), FIRE, True),
        ("경찰 불러주세요 빨리", gate(CRIME, ("police", "help_cry")), LIFT, False),
        ("죽고 싶어요", gate(MEDICAL, ("self_harm",)), FIRE, True),
        ("죽고 싶지 않아요", gate(MEDICAL, ("self_harm",)), FIRE, False),
    ],
)
def test_only_a_danger_that_the_words_name_is_another_one(
    words: str, reading: Match, known: str, another: bool
) -> None:
    kind = kind_of(reading, words, PHRASES)
    assert names_another(reading, words, kind, [known], PHRASES) is another


def test_despair_is_told_from_a_collapse() -> None:
    assert kind_of(gate(MEDICAL, ("self_harm",)), "죽고싶어요", PHRASES) == DESPAIR
    assert kind_of(gate(MEDICAL, ("collapsed", "person")), "할머니가 쓰러지셨어요", PHRASES) == MEDICAL
    assert kind_of(gate("greeting", emergency=None), "안녕하세요", PHRASES) is None


@pytest.mark.parametrize(
    "words",
    [
        "나왔어요",
        "이제 나왔어요",
        "밖으로 나왔어요~",
        "나왔어요 감사합니다!!",
        "식구들은 다 나왔어요",
        "이제 괜찮아요",
        "I'm out",
        "we are safe now, thank you so much",
        "It's over.",
        "We are all out of the building",
        "我出来了，谢谢",
        "已经没事了",
    ],
)
def test_whoever_says_nothing_else_is_safe(words: str) -> None:
    assert says_safe(words, LIFT, PHRASES)


@pytest.mark.parametrize(
    "words",
    [
        "이제 나왔어요 감사함니다",
        "나와써요",
        "밖으로나왓습니다ㅠㅠ",
        "저희다나왔슴다",
        "괸찮아요 이젠",
        "빠저나왔어요",
        "구조됬어요 고마워요",
        "나왔고요 감사합니다",
        "아이들이랑 저 모두 무사히 나왓어요",
        "im out thx",
        "I'm ouside now, thank yuo",
        "evryone is out",
        "resuced, thanks",
        "We made it out",
    ],
)
def test_a_slip_of_a_key_and_another_ending_do_not_hide_relief(words: str) -> None:
    assert says_safe(words, LIFT, PHRASES)


@pytest.mark.parametrize(
    "words",
    [
        "안 나왔어요",
        "안나왓어요",
        "전 안 나왓어요",
        "못나왓어요",
        "아직 안나왔습니다",
        "덜 나왓어요",
        "나오지 못햇어요",
        "안괜찮아요",
        "괜찮지 않아요",
        "끝나지 않앗어요",
        "할머니 빼고 다 나왓어요",
        "저만 나왓어요",
        "나와요",
        "나와도 되요",
        "대피해요",
        "나왓으면 좋겠어요",
        "not out yet",
        "im not otu",
        "nobdy is out",
        "we are unsafe",
        "we are not ok",
        "its no over",
        "are we safe",
        "let me out",
        "I want out",
        "my wife is still insid",
    ],
)
def test_a_denial_a_wish_and_another_time_are_no_relief_however_they_are_spelt(words: str) -> None:
    assert not says_safe(words, LIFT, PHRASES)


def turned_into_questions() -> list[str]:
    """Whatever Koreans say who are safe, asked about somebody else; as people type, without a sign of it."""
    asked = {
        "니다": ("니까",),
        "어요": ("나요", "나", "니", "냐", "을까요"),
        "아요": ("나요", "나"),
        "네요": ("나요", "나여"),
    }
    kinds = ("safe", "fine", "fire-out", "water-off", "wrong-alarm", "came")
    said = [phrase for kind in kinds for phrase in TEXTS.say("ko", f"reply-{kind}").split("|")]
    return [
        phrase.removesuffix(ending) + question
        for phrase in said
        for ending, questions in asked.items()
        if phrase.endswith(ending)
        for question in questions
    ]


@pytest.mark.parametrize("kind", [FIRE, FLOOD])
def test_no_words_of_relief_turned_into_a_question_are_relief(kind: str) -> None:
    for at, words in enumerate(turned_into_questions()):
        assert not says_safe(words, kind, PHRASES), words
        assert not says_help_came(words, PHRASES), words
        if at % 6 == 0:  # each takes long
            assert not says_safe(f"식구들은 {words} 감사합니다", kind, PHRASES), words


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("다 나왔나요", FIRE),
        ("나왔나여", FIRE),
        ("불 꺼졌나요", FIRE),
        ("꺼졌습니까", FIRE),
        ("다들 안전합니까", FIRE),
        ("다들 괜찮나", FIRE),
        ("다 나왔죠", FIRE),
        ("식구들 다 나왔지요", FIRE),
        ("혹시 다 나왔어요", FIRE),
        ("할머니도 빠져나오셨어요", FIRE),
        ("are all out", FIRE),
        ("is everyone out", FIRE),
        ("you safe now", FIRE),
        ("is the fire out", FIRE),
        ("出来了吗", FIRE),
        ("都出来了没", FIRE),
        ("大家都安全了吧", FIRE),
        ("火灭了么", FIRE),
        ("물 멈췄나요", FLOOD),
        ("is the water off", FLOOD),
    ],
)
def test_who_asks_whether_others_are_safe_is_no_relief(words: str, kind: str) -> None:
    assert not says_safe(words, kind, PHRASES)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("아이들도 남아 있습니다", FIRE),
        ("사람들 남아있습니다", FIRE),
        ("다들 대피해", FIRE),
        ("모두 빠져나와", FIRE),
        ("대피했어야", FIRE),
        ("다 깨졌어요", FIRE),
        ("다 탈 거에요", FIRE),
        ("rescue us", FIRE),
        ("please rescue my kids", FIRE),
        ("we get out now", FIRE),
        ("everyone get out", FIRE),
        ("다 잠겼어요", FLOOD),
        ("지금 물 잠겼어요", FLOOD),
        ("멀었어요", FLOOD),
        ("please close the valve", FLOOD),
        ("please turn off the water", FLOOD),
    ],
)
def test_one_key_beside_relief_stands_a_call_for_help(words: str, kind: str) -> None:
    assert not says_safe(words, kind, PHRASES)


@pytest.mark.parametrize(
    "words",
    [
        "아직 못 나왔어요",
        "저는 나왔는데 아이가 안에 있어요",
        "언제 나왔어요?",
        "I'm out of breath",
        "Are we safe?",
        "水出来了",
        "감사합니다",
        "",
        "나왔어요 " * 20,
    ],
)
def test_whoever_says_more_or_less_is_not(words: str) -> None:
    assert not says_safe(words, LIFT, PHRASES)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("오작동 아니에요", FIRE),
        ("오작동이 아니에요", FIRE),
        ("잘못 누른 거 아니에요", FIRE),
        ("不是误报", FIRE),
        ("this is not a false alarm", FIRE),
        ("no false alarm", FIRE),
        ("위험하지 않나요", FIRE),
        ("불이 위험해요", FIRE),
        ("불이", FIRE),
        ("연기", FIRE),
        ("강아지도 없어졌어요", FIRE),
        ("물이", FLOOD),
        ("물이 왔어요", FLOOD),
        ("물이 안 멈췄어요", FLOOD),
        ("밸브 못 잠갔어요", FLOOD),
        ("water is not off", FLOOD),
        ("밸브 잠갔어요", "emergency.gas"),
    ],
)
def test_a_wrong_alarm_that_is_denied_and_a_bare_word_are_no_relief(words: str, kind: str) -> None:
    assert not says_safe(words, kind, PHRASES)


@pytest.mark.parametrize(
    "words", ["119 안 왔어요", "119 아직 안 왔어요", "경찰 왔어요?", "구급차 언제 왔어요", "누가 왔어요", "ambulance"]
)
def test_help_that_has_not_come_has_not(words: str) -> None:
    assert not says_help_came(words, PHRASES)


@pytest.mark.parametrize(
    "words",
    ["다 끝났어요 감사합니다", "나왔어요", "이제 괜찮아요 안녕히 계세요", "안 괜찮아요", "괜찮아요", "I am okay"],
)
def test_what_may_be_a_farewell_is_no_better_mood(words: str) -> None:
    assert not says_better(words, PHRASES)


def test_what_has_gone_out_is_a_fire_only_after_a_fire_and_despair_is_never_over_by_a_word() -> None:
    assert says_safe("불 다 꺼졌어요", FIRE, PHRASES)
    assert not says_safe("불 다 꺼졌어요", LIFT, PHRASES)
    assert not says_safe("이제 괜찮아요", DESPAIR, PHRASES)


@pytest.mark.parametrize(
    ("words", "reading", "cry"),
    [
        ("살려주세요", gate(CRIME), True),
        ("help me", gate("help", emergency=None), True),
        ("무서워요", gate("help", emergency=None), True),
        ("불이 더 커졌어요 5층", gate(FIRE, ("fire_cry",), text="5층"), True),
        ("5층이에요 빨리요", gate(LIFT, text="5층이에요"), False),
        ("103동 2호기요", gate("complaint.elevator", emergency=None), False),
        ("감사합니다", gate("thanks", emergency=None), False),
        ("怎么办", gate("help", emergency=None), False),
    ],
)
def test_the_alarm_again_and_a_call_for_help_are_cries_and_a_place_is_news(
    words: str, reading: Match, cry: bool
) -> None:
    assert cries(reading, words, PHRASES) is cry


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("문 열어도 돼요", True),
        ("언제 와요?", True),
        ("Can I open the door", True),
        ("我能不能开门", True),
        ("불 꺼졌나요", True),
        ("다들 나왔습니까", True),
        ("아직 안에 누가 있나요", True),
        ("출구에 사람이 많은가요", True),
        ("연기가 나요", False),
        ("", False),
    ],
)
def test_what_shall_i_do_is_a_question(words: str, question: bool) -> None:
    assert asks(words, PHRASES) is question


@pytest.mark.parametrize(
    ("words", "danger"),
    [
        ("아니요 위험하진 않은데 물이 더 떨어져요", False),
        ("물은 많지만 위험한 건 아니에요", False),
        ("no it's not dangerous, just more water", False),
        ("没有危险，就是水更多了", False),
        ("네 위험해요 물이 계속 쏟아져요", True),
        ("위험합니다 빨리요", True),
        ("yes we are in danger, water everywhere", True),
        ("위험하진 않은지 모르겠어요", None),
        ("위험하지 않나요?", None),
        ("놀이터 그네가 위험해요", None),
        ("물이 더 떨어져요", None),
        ("no danger, but the carpet is wet", False),
        ("不危险，但是地毯湿了", False),
        ("不是，没有危险", False),
        ("아니요 위험하지 않습니다. 물이 좀 더 떨어져서요", False),
        ("아직 안 위험해요 물만 떨어져요", False),
        ("nobody is in danger right now, just wet", False),
        ("위험하지 않게 빨리 꺼주세요", None),
        ("아니요 위험하지 않게 꺼주세요", None),
        ("위험하지 않도록 조치해 주세요", None),
        ("누가 위험하지 않다고 했어요", None),
        ("위험하지 않은 게 아니에요", None),
        ("위험하지 않을 리가 없죠", None),
        ("위험 없이 처리해 주세요", None),
        ("안 위험할 리가 있나요 빨리 와주세요", None),
        ("집 안 위험해요", None),
        ("위험하진 않은데 살려주세요", None),
        ("위험하진 않은데 얼른 와주세요", None),
        ("谁说没危险，快来", None),
        ("不是没危险，烟越来越大", None),
        ("不能说没有危险", None),
        ("I would not say there is no danger, smoke is coming", None),
        ("I can't say it's not dangerous", None),
        ("make sure nobody is in danger", None),
        ("not dangerous but hurry", None),
    ],
)
def test_a_longer_answer_says_whether_there_is_danger(words: str, danger: bool | None) -> None:
    assert danger_told(words, PHRASES, hinted=False) is danger


@pytest.mark.parametrize(
    ("words", "danger"),
    [
        ("위험하진 않은데 연기가 나요", None),
        ("nobody is in danger but the smoke is thick", None),
        ("不危险，但是有烟", None),
        ("아니요 위험하진 않은데 연기가 나요", False),
        ("No, it's not dangerous, some smoke", False),
        ("没有，不危险，有一点烟", False),
        ("네 위험해요 연기가 나요", True),
    ],
)
def test_words_of_danger_beside_a_no_take_it_back_unless_it_begins_with_a_plain_no(
    words: str, danger: bool | None
) -> None:
    assert danger_told(words, PHRASES, hinted=True) is danger


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("아니요 위험하진 않아요", True),
        ("위험하지 않습니다 감사합니다", True),
        ("No, it's not dangerous", True),
        ("没有危险，谢谢", True),
        ("아니요 위험하진 않고 벽지만 젖었어요", False),
        ("no danger, but the carpet is wet", False),
        ("不危险，但是地毯湿了", False),
    ],
)
def test_a_no_with_a_story_behind_it_is_more_than_a_no(words: str, only: bool) -> None:
    assert denies_only(words, PHRASES) is only


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("false alarm, neighbour burnt his toast. sorry!", FIRE),
        ("일어났어요 괜찮대요", MEDICAL),
        ("불은 아니고 고기굽는 연기였어요", FIRE),
        ("잘못눌렀어요 죄송", LIFT),
        ("it's ok, the guard says it's paint", FIRE),
        ("sorry, it was incense. no fire.", FIRE),
        ("已经关了水阀，没事了", FLOOD),
    ],
)
def test_what_explains_an_alarm_away_is_relief_in_any_words(words: str, kind: str) -> None:
    assert says_safe(words, kind, PHRASES)


@pytest.mark.parametrize(
    "words",
    [
        "불은 아니고 가스 냄새가 나요",
        "착각했다고 했는데 진짜 불이에요",
        "엄마는 괜찮대요 아빠는 갇혔어요",
        "no fire extinguisher here",
        "no firemen here",
        "no fire but there is smoke",
        "not a false alarm",
        "I thought it was a false alarm, it is real",
        "it's ok to open the door",
        "不是误报",
        "孩子没事了 奶奶没出来",
    ],
)
def test_what_tells_of_danger_beside_it_is_no_relief(words: str) -> None:
    assert not says_safe(words, FIRE, PHRASES)


@pytest.mark.parametrize(
    ("words", "reading", "told"),
    [
        ("119불렀어요", gate(MEDICAL, ("hurt",)), "called"),
        ("119에 신고했어요", gate(MEDICAL, ("hurt",)), "called"),
        ("I called an ambulance", gate(MEDICAL, ("hurt",)), "called"),
        ("we are out now, ambulance took him", gate(MEDICAL, ("hurt",)), "taken"),
        ("已经打了119", gate(MEDICAL, ("hurt",)), "called"),
        ("119 불렀는데 숨을 안 쉬어요", gate(MEDICAL, ("collapsed", "hurt"), ("hurt",)), None),
        ("119 불렀는데 불이 커졌어요", gate(MEDICAL, ("hurt",)), None),
        ("119 불러 주세요", gate(MEDICAL, ("hurt",)), None),
        ("119 아직 안 불렀어요", gate(MEDICAL, ("hurt",)), None),
        ("nobody called 119", gate(MEDICAL, ("hurt",)), None),
    ],
)
def test_whoever_has_called_for_help_does_not_cry(words: str, reading: Match, told: str | None) -> None:
    assert help_told(reading, words, PHRASES) == told
    assert cries(reading, words, PHRASES) is (told is None)


@pytest.mark.parametrize(
    ("words", "about_help"),
    [
        ("근데 누가 오긴 오나", True),
        ("누가 와요?", True),
        ("언제 와요?", True),
        ("Who pays when the alarm company comes?", True),
        ("有人来吗", True),
        ("언제 나가도 돼요?", False),
        ("how long should we stay inside", False),
        ("문 열어도 돼요?", False),
    ],
)
def test_who_comes_is_another_question_than_what_to_do(words: str, about_help: bool) -> None:
    assert asks_of_help(words, PHRASES) is about_help


@pytest.mark.parametrize(
    ("words", "empty"),
    [
        ("no im not inside", True),
        ("아무도 안 탔어요", True),
        ("안에 사람 없어요", True),
        ("nobody is in it", True),
        ("里面没人", True),
        ("nobody is trapped", True),
        ("안에 사람 없어요?", False),
        ("nobody is in it except me", False),
        ("저만 갇혔어요 안에 아무도 없어요", False),
        ("not inside, but my son is trapped", False),
    ],
)
def test_an_empty_lift_is_a_no(words: str, empty: bool) -> None:
    assert nobody_inside(words, LIFT, PHRASES) is empty
    assert not nobody_inside(words, FIRE, PHRASES)


@pytest.mark.parametrize(
    ("words", "what_if"),
    [
        ("엘리베이터에 갇히면 어디로 전화해요?", True),
        ("불이 나면 어떻게 해야해요?", True),
        ("who do I call if I get stuck in the lift?", True),
        ("如果被困在电梯里怎么办？", True),
        ("지금 불났는데 연기가 나면 어떻게 해요?", False),
        ("엘리베이터에 갇혔어요 어디로 전화해요?", False),
        ("I'm stuck in the lift, what if it falls?", False),
        ("문 열면 살려주세요 갇혔어요", False),
        ("불이 나면", False),
        ("smoke is coming in, what should I do if there is a fire?", False),
        ("연기가 들어오는데 불이 나면 어떻게 해요?", False),
    ],
)
def test_what_would_be_is_no_alarm(words: str, what_if: bool) -> None:
    assert asks_what_if(words, PHRASES) is what_if
