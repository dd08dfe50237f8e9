"""What the staff do with a matter: one has it, nobody talks over another, and no step is skipped."""

import asyncio

import pytest

from bot.sandbox.world import STAFF_CHAT_ID
from tests.journeys.conftest import MakeTown
from tests.journeys.people import a_leak_is_reported, a_leak_is_taken_on, reports, settles_in, somebody_waits
from tests.journeys.town import Town

CLEANERS_CHAT_ID = -1_002_100_000_077


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    return await make_town(hurried=True)


async def test_of_two_who_tap_at_the_same_moment_one_has_it_and_the_other_is_told_who(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    card = await talk.minsu.sees("T-1001")
    general = talk.minsu.person.in_group()
    await general.sends("/queue")
    assert "T-1001" in (await general.hears("기다리는 일 1건")).text

    taps = await asyncio.gather(*(place.taps("맡기", card.id) for place in (talk.minsu, talk.haneul)))
    answers = [(await tap.answer())["text"] for tap in taps]
    first = answers.index("맡으셨습니다.")
    holder, other = (talk.minsu, talk.haneul)[:: 1 if first == 0 else -1]
    assert answers[1 - first] == f"T-1001 건은 {holder.person.name} 님이 맡고 있습니다."
    await talk.owner.hears(f"건은 {holder.person.name} 직원이 맡았습니다")
    await holder.sends("곧 찾아뵙겠습니다")
    await talk.owner.hears("곧 찾아뵙겠습니다")
    assert len([m for m in await talk.owner.messages() if "직원이 맡았습니다" in m.text]) == 1

    await other.sends("/맡기")
    await other.hears(f"이미 {holder.person.name} 님이 맡았습니다")
    for place, words, shown in (
        (holder, "/mine", "T-1001"),
        (other, "/mine", "없습니다"),
        (other, "/queue", "없습니다"),
    ):
        await place.person.in_group().sends(words)
        await place.person.in_group().hears(shown)
    await holder.sends("/내려놓기")
    await holder.hears("내려놓았습니다")
    await other.sends("/claim")
    await other.hears(f"{other.person.name} 님이 맡았습니다")
    await other.sees(lambda m: m.id == card.id and f"담당: {other.person.name}" in m.text)
    await talk.owner.hears(f"건은 {other.person.name} 직원이 맡았습니다")


async def test_from_the_claim_to_the_result_no_step_is_skipped(town: Town) -> None:
    talk = await a_leak_is_taken_on(town)
    await talk.minsu.sends("/resolve 고쳤습니다")
    await talk.minsu.hears("조사 기록이 없습니다")
    await talk.minsu.sends("/wait owner")
    await talk.minsu.hears("조사 기록이 없습니다")
    await talk.minsu.taps("조사 메모")
    prompt = await talk.minsu.hears("조사 메모를")
    await talk.minsu.sends("윗집 욕실 배관에서 샘", reply_to=prompt.id)
    await talk.minsu.hears("조사 기록으로 남겼습니다")

    await talk.minsu.sends("몇 시에 댁에 계신가요?")
    await talk.owner.hears("몇 시에")
    await talk.minsu.sends("/대기 입주민")
    await talk.minsu.sees("상태: 입주민 답 대기")
    await talk.owner.hears("T-1001(누수) 건을 이어 가려면 답이 필요합니다")
    await talk.owner.sends("저녁 7시 뒤에요")
    await talk.minsu.sees("👤 저녁 7시 뒤에요")
    await talk.minsu.sees("상태: 조사 중")
    await talk.minsu.taps("업체 대기")
    await talk.owner.hears("업체 일정을 잡고 있습니다")
    await talk.minsu.sends("/미루기 내일 10시")
    await talk.minsu.hears("왜 미루는지")
    await talk.minsu.sends("부품 도착")
    await talk.owner.hears("내일 10:00에 이어서 진행합니다. 이유: 부품 도착")

    await talk.minsu.sends("/resolve 처리완료")
    fuller = await talk.minsu.hears("한 문장으로 답장")
    assert fuller.button_texts == ["그대로 보내기"]
    assert not [m for m in await talk.owner.messages() if "처리완료" in m.text]
    await talk.minsu.sends("/resolve")
    await talk.minsu.hears("원인·조치·다음")
    await talk.minsu.sends("윗집 배관을 교체했습니다. 또 새면 알려 주세요.")
    told = await talk.owner.hears("윗집 배관을 교체했습니다")
    assert told.button_texts == ["네, 해결됐어요", "아직이에요"]
    await talk.minsu.hears("자동 안내")
    await talk.owner.taps("네, 해결됐어요")
    await talk.owner.hears("다행")
    await talk.minsu.sees("상태: 마침")
    await talk.owner.sends("관리사무소 전화번호 알려주세요")
    await talk.owner.hears("출처")
    assert not [m for m in await talk.owner.messages() if "욕실 배관에서 샘" in m.text]


async def test_general_lists_what_waits_what_is_late_and_where_it_is(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    general = talk.minsu.person.in_group()
    link = f"https://t.me/c/2100000001/{talk.thread}"
    for command in ("/queue", "/대기열", "/find T-1001", "/찾기 101-1203", "/find 김영희", "/search 천장"):
        await general.sends(command)
        found = await general.hears("T-1001 누수 · 101-1203 김영희 · 시설팀 · 담당 없음 · 접수됨")
        assert link in found.text
    for command in ("/mine", "/overdue", "/find 없는말"):
        await general.sends(command)
        await general.hears("없습니다")
    await talk.owner.sends("사람이랑 얘기하고 싶어요")
    await talk.owner.hears("번째")
    await town.sandbox.advance(3600)
    await general.sends("/queue")
    queue = (await general.hears("기다리는 일 2건")).text
    assert f"🙋 1. 101-1203 김영희 · 1시간째 {link}" in queue
    manager = await town.sandbox.user("한소장")
    await manager.sends("/queue")
    assert "김영희 님이 직원을 기다리고 계십니다 (1시간째)" in (await manager.hears("지금 처리 중인 일")).text
    for command in ("/queue", "/mine", "/대기열", "/find T-1001"):
        asked = await talk.minsu.sends(command)
        listed = await talk.minsu.sees(lambda m, to=asked: (m.raw["reply_to"] or {}).get("message_id") == to)
        assert "모르는 명령" not in listed.text
        assert ("T-1001" in listed.text) == (command != "/mine")
    assert not any(command in m.text for m in await talk.owner.messages() for command in ("/queue", "T-1001 누수 ·"))
    await general.sends("/지연")
    await general.hears("T-1001")
    await general.sends("/근무 끝")
    await general.hears("시설팀 이민수 님, 근무를 마친")
    await general.sends("/duty maybe")
    await general.hears("/duty on 또는 /duty off")
    await general.sends("/queu")
    await general.hears("/queue 기다리는")
    before = (await general.messages())[-1].id
    await general.sends("점심 뭐 먹죠?")
    await general.sends("/mine")
    assert (await general.hears()).raw["reply_to"]["message_id"] == before + 2


async def test_a_talk_is_released_passed_on_given_back_and_ends_by_itself(town: Town) -> None:
    talk = await somebody_waits(town)
    await talk.minsu.taps("맡기")
    await talk.owner.hears("이민수")
    await talk.haneul.sends("/bot")
    await talk.haneul.hears("이민수 님이 맡고 있습니다")
    await talk.minsu.sends("/release")
    await talk.owner.hears("다른 직원이 이어서")
    await talk.owner.sends("여보세요?")
    await talk.haneul.sees("👤 여보세요?")
    await talk.haneul.taps("맡기")
    await talk.owner.hears("정하늘")
    await talk.haneul.sends("/transfer 시설팀 배관 문의입니다")
    passed = await talk.minsu.hears("시설팀으로 대화를 넘겼습니다")
    assert "배관 문의입니다" in passed.text
    assert "배관" not in (await talk.owner.hears("시설팀에 말씀을 전했습니다")).text
    await talk.minsu.taps("맡기")
    await talk.owner.hears("이민수")
    await talk.minsu.sends("/봇")
    await talk.owner.hears("자동 안내로 돌아왔습니다")
    await talk.owner.sends("관리사무소 전화번호 알려주세요")
    await talk.owner.hears("출처")

    await talk.owner.sends("사람이랑 얘기하고 싶어요")
    await talk.owner.hears("번째")
    await talk.minsu.sends("/claim")
    await talk.owner.hears("이민수")
    await talk.minsu.sends("무엇을 도와드릴까요?")
    await talk.owner.hears("도와드릴까요")
    await town.sandbox.advance(3601)
    await talk.minsu.hears("한동안 대화가 없어")
    await talk.owner.hears("한동안 말씀이 없어")


async def test_a_matter_goes_to_a_department_with_a_group_of_its_own_with_a_note(make_town: MakeTown) -> None:
    town = await make_town(
        hurried=True,
        start=False,
        departments={"cleaning": {"name": {"ko": "미화팀", "en": "Cleaning"}, "staff_chat": CLEANERS_CHAT_ID}},
    )
    cleaner = await town.sandbox.user("오미화")
    members = [{"user_id": cleaner.id}]
    await town.sandbox.new_chat("미화팀", id=CLEANERS_CHAT_ID, is_forum=True, members=members)
    await town.start()
    talk = await a_leak_is_taken_on(town)
    await talk.minsu.sends("/release")
    released = await talk.owner.hears("자동 안내")
    await talk.minsu.sends("/transfer 없는팀 봐 주세요")
    assert "미화팀" in (await talk.minsu.hears("넘길 부서와")).text
    await talk.minsu.sends("/넘기기 미화팀 옥상 배수구를 뚫어 주세요")
    await talk.minsu.sees("T-1001 건은 다른 부서로 넘어갔습니다.")
    await talk.owner.hears("미화팀 담당이라")
    topic = await town.sandbox.topic("101-1203 김영희", CLEANERS_CHAT_ID)
    there = cleaner.in_topic(topic, CLEANERS_CHAT_ID)
    await there.sees("인계: 옥상 배수구를 뚫어 주세요")
    await there.taps("맡기")
    await talk.owner.hears("미화팀 오미화 직원이 맡았습니다")
    await there.hears("오미화 님이 맡았습니다")
    await there.sends("오늘 중으로 뚫겠습니다")
    await talk.owner.hears("오늘 중으로")
    await talk.owner.sends("감사합니다")
    await there.sees("👤 감사합니다")
    await talk.minsu.sends("저도 가 볼까요?")
    await talk.minsu.hears("오미화 님이 맡고 있습니다")
    await there.sends("/note 배수구는 멀쩡함")
    await there.sees("조사: 배수구는 멀쩡함")

    await there.taps("다른 부서로")
    await there.hears("어느 부서로")
    await there.taps("시설팀")
    await there.hears("인계 내용을")
    await there.sends("방수가 깨졌습니다")
    await there.sees("T-1001 건은 다른 부서로 넘어갔습니다.")
    await talk.owner.hears("시설팀 담당이라")
    assert "방수가 깨졌습니다" in (await talk.minsu.sees("인계: 방수")).text
    card = await talk.minsu.sees(lambda message: "맡기" in message.button_texts and "T-1001 누수" in message.text)
    assert "배수구는 멀쩡함" in card.text
    await talk.minsu.taps("맡기", card.id)
    await talk.owner.hears("시설팀 이민수 직원이 맡았습니다")
    await talk.owner.sends("언제 오세요?")
    await talk.minsu.sees("👤 언제 오세요?")
    assert not [m for m in await talk.minsu.messages() if "감사합니다" in m.text]
    assert not [m for m in await there.messages() if "언제 오세요?" in m.text]
    told = [message.text for message in await talk.owner.messages() if message.id > released.id]
    assert not [words for words in told if any(secret in words for secret in ("자동 안내", "배수구", "방수"))]


async def test_a_complaint_is_declined_only_when_a_manager_confirms(town: Town) -> None:
    talk = await a_leak_is_taken_on(town)
    manager = await town.sandbox.user("한소장")
    await talk.minsu.sends("/note 배관 이상 없음")
    await talk.minsu.hears("조사 기록으로")
    await talk.minsu.sends("/decline 결로입니다.")
    await talk.minsu.hears("관리자 확인을 기다립니다")
    asked = await manager.hears("설명하고 마치자고")
    assert "거실 천장에서 물이 새요" in asked.text
    await manager.taps("더 조사하기", asked.id)
    await talk.minsu.hears("더 살펴봐 달라고")
    await talk.minsu.sends("/불가 배관에는 이상이 없고 결로로 보입니다. 환기를 도와드리겠습니다.")
    again = await manager.hears("설명하고 마치자고")
    late = await manager.taps("확인, 설명 보내기", asked.id)
    assert "설명이 그 사이에 바뀌었습니다" in (await late.answer())["text"]
    assert not [m for m in await talk.owner.messages() if "결로" in m.text]
    await talk.haneul.sends("//저도 보았습니다")
    await talk.haneul.hears("메모했습니다")
    await talk.owner.sends("어떻게 되고 있나요?")
    await talk.minsu.sees("👤 어떻게 되고 있나요?")
    await manager.taps("확인, 설명 보내기", again.id)
    told = await talk.owner.hears("살펴본 결과입니다")
    assert "결로로 보입니다" in told.text
    await talk.minsu.hears("한소장 님이 T-1001 건의 설명을 확인했습니다")
    await talk.minsu.sees("상태: 설명하고 마침")
    assert not [m for m in await talk.minsu.messages() if "정해진 시간에" in m.text]


async def test_the_same_matter_twice_is_merged_and_old_buttons_are_answered_kindly(town: Town) -> None:
    talk = await a_leak_is_taken_on(town)
    await talk.minsu.sends("/bot")
    await talk.owner.hears("자동 안내")
    await talk.owner.sends("안방 천장에서도 물이 새요")
    await talk.owner.hears("새로 접수할까요")
    await talk.owner.taps("새로 접수")
    await talk.owner.hears("이렇게 접수할까요")
    await talk.owner.taps("접수하기")
    await talk.owner.hears("T-1002")
    second = await talk.minsu.sees("T-1002 누수")
    await talk.minsu.taps("맡기", second.id)
    await talk.owner.hears("T-1002")
    await talk.minsu.sends("/note 같은 배관")
    question = await talk.minsu.hears("어느 접수 건인가요")
    assert question.button_texts == ["T-1001 누수", "T-1002 누수"]
    wrong = await talk.haneul.taps("T-1002 누수", question.id)
    assert "쓴 사람만" in (await wrong.answer())["text"]
    await talk.minsu.taps("T-1002 누수", question.id)
    await talk.minsu.hears("T-1002의 조사 기록으로")
    done = await talk.minsu.taps("T-1001 누수", question.id)
    assert "지난 버튼" in (await done.answer())["text"]

    await talk.minsu.sends("/merge T-4711", reply_to=second.id)
    await talk.minsu.hears("T-4711 건을 이 입주민의 접수에서 찾지 못했습니다")
    await talk.minsu.sees(lambda m: m.id == second.id and "조사: 같은 배관" in m.text)
    await talk.minsu.taps("합치기", second.id)
    which = await talk.minsu.hears("어느 건과 합칠까요")
    await talk.minsu.taps("T-1001 누수", which.id)
    await talk.minsu.sees(lambda m: m.id == second.id and "T-1001 건과 합침" in m.text and not m.buttons)
    await talk.owner.hears("T-1002 건은 같은 내용인 T-1001 건과 합쳐")
    stale = await talk.minsu.taps("T-1001 누수", which.id)
    assert "현재 상태: 다른 건과 합침" in (await stale.answer())["text"]
    await talk.owner.sends("/tickets")
    assert "T-1002 누수 - 다른 접수와 합침" in (await talk.owner.hears("T-1001")).text


async def test_a_complaint_about_staff_is_seen_by_managers_only(town: Town) -> None:
    talk = await a_leak_is_reported(town)
    manager = await town.sandbox.user("한소장")
    since = (await town.sandbox.journal())[-1]["seq"]
    await talk.owner.sends("경비 아저씨가 반말하고 소리 질렀어요")
    await talk.owner.hears("이렇게 접수할까요")
    await talk.owner.taps("접수하기")
    receipt = await talk.owner.hears("T-1002")
    assert "관리소장만 봅니다" in receipt.text
    assert "관리소장이" in receipt.text  # and not "관리소장에서"
    await manager.sees(lambda m: "직원에 관한 민원" in m.text and "반말하고 소리 질렀어요" in m.text)
    card = await manager.sees(lambda m: "반말하고 소리 질렀어요" in m.text and "맡기" in m.button_texts)
    await manager.taps("맡기", card.id)
    await talk.owner.hears("관리소장이 직접 맡았습니다")
    await manager.hears("답장으로 쓰시면")
    held = await manager.sees(lambda m: m.id == card.id and "내려놓기" in m.button_texts)
    assert "합치기" not in held.button_texts
    answered = await manager.sends("많이 놀라셨지요. 제가 확인하겠습니다.", reply_to=card.id)
    await talk.owner.hears("제가 확인하겠습니다")
    await manager.sees(lambda m: m.id == answered and bool(m.raw["reactions"]))
    await talk.owner.sends("정문 초소에서 그랬어요")
    heard = await manager.hears("👤 김영희: 정문 초소에서 그랬어요")
    await manager.sends("/note 근무 일지를 확인함", reply_to=heard.id)
    await manager.hears("조사 기록으로")
    await talk.minsu.taps("맡기")
    await talk.minsu.hears("대화는 한소장 님이 하고 있습니다")
    await talk.minsu.sends("/merge T-1002")
    await talk.minsu.hears("T-1002 건을 이 입주민의 접수에서 찾지 못했습니다")
    await talk.minsu.sends("/release")
    await talk.minsu.sees("담당: 없음")
    await talk.owner.sends("이름표도 없었어요")
    await manager.hears("이름표도 없었어요")
    await manager.sends("/bot", reply_to=card.id)
    await talk.owner.hears("자동 안내")
    await talk.owner.sends("사람이랑 얘기하고 싶어요")
    await talk.owner.hears("번째")
    waiting = await talk.minsu.hears("직원과 이야기하고 싶어 합니다")
    await talk.minsu.taps("맡기", waiting.id)
    await talk.owner.hears("이민수")
    await talk.minsu.sends("/bot")
    await talk.owner.hears("자동 안내")
    await manager.sends("/resolve 해당 직원을 교육했습니다. 다시 그러면 알려 주세요.", reply_to=card.id)
    await talk.owner.hears("해당 직원을 교육했습니다")
    await talk.owner.taps("네, 해결됐어요")
    await talk.owner.hears("다행")

    general = talk.haneul.person.in_group()
    for command in ("/queue", "/find T-1002", "/find 반말", "/find 김영희", "/overdue"):
        asked = await general.sends(command)
        await general.sees(lambda m, asked=asked: (m.raw["reply_to"] or {}).get("message_id") == asked)
    await talk.owner.sends("사람이랑 얘기하고 싶어요")
    await talk.owner.hears("번째")
    await talk.minsu.hears("직원과 이야기하고 싶어 합니다")
    told = [call for call in await town.sandbox.journal(since=since) if call["chat"] == STAFF_CHAT_ID]
    said = [str(call["params"]) for call in told]
    secrets = ("반말", "소리 질", "초소", "이름표", "교육", "제가 확인", "근무 일지", "직원 응대")
    assert not [words for words in said if any(secret in words for secret in secrets)]
    number = [words for words in said if "T-1002" in words]
    assert len(number) == 1
    assert "찾지 못했습니다" in number[0]


async def test_a_manager_without_a_manager_chat_answers_in_private_and_lives_there_too(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, start=False)
    manager = await town.sandbox.user("한소장")
    await manager.starts()
    town.env |= {"MANAGER_CHAT_ID": "", "MANAGER_USER_IDS": str(manager.id)}
    await town.start()
    owner = await town.sandbox.user("김영희")
    await settles_in(owner)
    await reports(owner, "경비 아저씨가 반말하고 소리 질렀어요")
    card = await manager.sees(lambda m: "반말하고 소리 질렀어요" in m.text and "맡기" in m.button_texts)
    early = await manager.sends("누구인지 확인하겠습니다.", reply_to=card.id)
    await manager.hears(lambda m: "맡고 보내기" in m.button_texts)
    await manager.taps("맡고 보내기")
    await owner.hears("누구인지 확인하겠습니다")
    await manager.sees(lambda m: m.id == early and bool(m.raw["reactions"]))
    await owner.sends("정문 초소에서 그랬어요")
    heard = await manager.hears("👤 김영희: 정문 초소에서 그랬어요")
    await manager.sends("/note 근무 일지를 확인함", reply_to=heard.id)
    await manager.hears("조사 기록으로")
    answered = await manager.sends("당사자와 이야기하겠습니다", reply_to=heard.id)
    await owner.hears("당사자와 이야기하겠습니다")
    await manager.edits(answered, "당사자와 오늘 이야기하겠습니다")
    await owner.sees("당사자와 오늘 이야기하겠습니다")
    await manager.sends("// 전에도 있던 일", reply_to=heard.id)

    await manager.sends("관리비 언제까지 내야 돼요?")
    answer = await manager.hears("출처")
    again = await manager.sends("관리사무소 전화번호 알려주세요", reply_to=answer.id)
    await manager.hears("02-000-0100")
    await manager.edits(again, "관리사무소 몇 시에 열어요?")
    await manager.sends("/resolve 해당 직원을 교육했습니다. 다시 그러면 알려 주세요.", reply_to=card.id)
    await owner.hears("해당 직원을 교육했습니다")
    told = "\n".join(message.text for message in await owner.messages())
    assert "근무 일지" not in told
    assert "전에도 있던" not in told
    assert "관리비 언제까지" not in told
    assert "몇 시에 열어요" not in told
