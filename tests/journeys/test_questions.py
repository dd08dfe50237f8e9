"""An owner asks: answers, doubts, and what to do when the bot does not understand."""

from tests.journeys.conftest import MakeTown
from tests.journeys.desk import resolves, said_to, staff_with
from tests.journeys.people import reports, settles_in
from tests.journeys.town import Town


async def test_a_question_is_answered_with_its_source(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("관리비 언제까지 내야 돼요?")
    answer = await owner.hears("출처")
    assert "말일" in answer.text
    assert "확인" in answer.text
    await owner.taps("도움이 됐어요")
    await owner.hears("다행")


async def test_who_never_pressed_start_is_served_too_in_their_language(town: Town) -> None:
    guest = await town.sandbox.user("Maria", started=True, language_code="en")
    await guest.sends("When is the maintenance fee due?")
    answer = await guest.hears("Source")
    assert "fee" in answer.text.lower()
    await guest.hears("/start")


async def test_the_first_sentence_decides_the_language_and_no_number_before_it(town: Town) -> None:
    guest = await town.sandbox.user("Daniel", started=True, language_code="ko")
    await guest.sends("101-1502")
    await guest.hears("적어 두었습니다")
    await guest.sends("When is the maintenance fee due?")
    await guest.hears("Source")
    await guest.sends("관리비 언제까지 내야 돼요?")  # a single one changes nothing
    await guest.hears("Source")
    await guest.sends("ok")
    await guest.hears()
    await guest.sends("분리수거는 무슨 요일에 하나요?")
    await guest.hears("출처")


async def test_an_offer_is_taken_up_by_typing_yes(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("방문차량 등록 어떻게 해요?")
    offer = await owner.hears("접수해 드릴까요")
    assert "네, 접수해 주세요" in offer.button_texts
    await owner.sends("네")
    await owner.hears("몇 호")


async def test_unsure_then_typed_instead_of_tapped(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("그거 그거 어제 그거 말인데요")
    asked = await owner.hears()
    assert asked.buttons or "자세히" in asked.text
    await owner.sends("이 중에 없어요")
    await owner.hears()
    await owner.sends("아니 그거 있잖아요 그거")
    offered = await owner.hears()
    to_a_person = {"네, 전해 주세요", "담당 직원과 이야기"} & set(offered.button_texts)
    assert to_a_person
    await owner.taps(to_a_person.pop())
    await owner.hears("번째")


async def test_rubbish_of_every_kind_is_answered_and_leaves_everything_standing(paced_town: Town) -> None:
    town = paced_town
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    for rubbish in (
        "<b>안녕</b> & <script>",
        "\u202eabc\u202c",
        "ㅋ" * 4096,
        "1",
        "\u200b",
        "🏠" * 500,
        "%s {name} $x",
    ):
        await owner.sends(rubbish)
        await owner.hears()
    await town.sandbox.raw_update({"update_id": "x"})
    await town.sandbox.raw_update([1, 2, 3])
    await town.sandbox.raw_update({"message": {"chat": {"id": owner.id}, "text": 5}})
    await owner.sends("관리사무소 전화번호 알려주세요")
    await owner.hears("출처")


async def test_signs_without_a_word_get_a_fitting_word_and_reopen_nothing(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True)
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner)
    await resolves(await staff_with(town))
    await owner.hears("해결됐나요?")
    for kind in ("🙏", "👍👍", "ㅋㅋ"):
        await owner.sends(kind)
        await owner.hears("잘 받았습니다")
    await owner.sends("해결됐어요")
    await owner.hears("T-1001 접수를 마쳤습니다")
    await owner.taps("건너뛰기")

    for asking in ("?", "??", "...", "ㅠㅠ"):
        await owner.sends(asking)
        assert "민원 접수" in (await owner.hears("무엇을 도와드릴까요?")).button_texts
    for small in ("ㅇㅇ", "ok", "네", "아니요", "yes please"):
        await owner.sends(small)
        await owner.hears("알겠습니다. 더 필요하신 일이 있으면")
    await owner.sends("감사합니다")
    await owner.hears("고맙습니다, 김영희 님")
    assert not await said_to(owner, "관리사무소에서 하는 일이 아니라서")
    assert not await said_to(owner, "다시 살펴보겠습니다")


async def test_where_and_who_told_instead_of_a_choice_keep_it_open_and_are_not_asked_again(town: Town) -> None:
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await owner.sends("화장실")
    await owner.hears("이 가운데 무엇을 말씀하시나요?")
    await owner.sends("101동 1203호 010-1234-5678")
    asked = await owner.hears("적어 두었습니다")
    assert "이 중에 없어요" in asked.button_texts
    await owner.sends("?")
    await owner.hears("어떤 일인지 아직 알지 못합니다")
    await owner.taps(asked.button_texts[0])
    await owner.hears("성함")
    await owner.sends("김영희")
    summary = await owner.hears("이렇게 접수할까요")
    assert "화장실" in summary.text
    assert "101동 1203호" in summary.text
    assert "010-1234-5678" in summary.text
    assert not await said_to(owner, "관리사무소에서 하는 일이 아니라서")
