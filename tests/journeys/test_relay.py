"""Owner and staff talk through the bot: everything arrives, in order, marked when it has, and failures say why."""

import pytest

from bot.sandbox.journey import Heard, Person, Place
from bot.sandbox.world import STAFF_CHAT_ID
from tests.journeys.conftest import MakeTown
from tests.journeys.people import a_leak_is_taken_on, somebody_talks, somebody_waits
from tests.journeys.town import Town

MARK = "👌"


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    return await make_town(hurried=True)


def kind(message: Heard) -> str:
    if message.media is not None:
        return str(message.media["kind"])
    return next((name for name in ("location", "contact") if message.raw[name]), "text")


def kinds(messages: list[Heard]) -> list[tuple[str, str]]:
    return [(kind(message), message.text) for message in messages]


def reactions(message: Heard) -> list[str]:
    return [reaction["emoji"] for reaction in message.raw["reactions"]]


async def message_of(place: Place | Person, message_id: int) -> Heard:
    return next(message for message in await place.messages() if message.id == message_id)


async def after(place: Place | Person, message_id: int, by_bot: bool = True) -> list[Heard]:
    """What came later, service messages left out."""
    found = [message for message in await place.messages() if message.id > message_id]
    return [m for m in found if m.raw["service"] is None and m.raw["sender"].get("is_bot", False) == by_bot]


def lines_of(messages: list[Heard]) -> list[str]:
    return [line.removeprefix("👤 ") for message in messages for line in message.text.split("\n")]


def once(lines: list[str], *among: str) -> list[str]:
    """Those of the lines that are wished for; one whose fate a power cut made unclear may have been said again."""
    return list(dict.fromkeys(line for line in lines if line in among))


async def sends_everything(place: Place, caption: str) -> list[int]:
    """One of every kind between two lines; the ids of what the bot marks."""
    first = await place.sends("첫 줄입니다")
    photo = await place.sends_media("photo", text=caption)
    album = await place.sends_media("album", count=3, text="세 장입니다")
    files = [(await place.sends_media(name))[0] for name in ("voice", "video", "document", "sticker")]
    files += [(await place.sends_media(name))[0] for name in ("audio", "animation", "video_note")]
    files += [(await place.sends_media(name))[0] for name in ("location", "contact")]
    return [first, photo[0], album[0], *files, await place.sends("끝 줄입니다")]


def everything(mark: str, caption: str) -> list[tuple[str, str]]:
    """What the other side sees of `sends_everything`; `mark` stands before an owner's words."""
    voiced = ("voice", "video", "document")
    return [
        ("text", f"{mark}첫 줄입니다"),
        ("photo", f"{mark}{caption}"),
        ("photo", "세 장입니다"),
        ("photo", ""),
        ("photo", ""),
        *((name, mark.strip()) for name in voiced),
        ("sticker", ""),
        *((name, mark.strip()) for name in ("audio", "animation")),
        *((name, "") for name in ("video_note", "location", "contact")),
        ("text", f"{mark}끝 줄입니다"),
    ]


async def test_every_kind_of_message_crosses_both_ways_in_order_and_is_marked_when_it_has(town: Town) -> None:
    talk = await somebody_talks(town)
    start = (await talk.owner.messages())[-1].id
    written = await sends_everything(talk.minsu, "이 부분입니다")
    await talk.owner.sees("끝 줄입니다")
    arrived = await after(talk.owner, start)
    assert kinds(arrived) == everything("", "이 부분입니다")
    assert len({message.raw["media_group_id"] for message in arrived[2:5]}) == 1
    assert not any(message.raw["forwarded"] for message in arrived)
    for message_id in written:
        await talk.minsu.sees(lambda message, wanted=message_id: message.id == wanted and MARK in reactions(message))

    start = (await talk.minsu.messages())[-1].id
    await sends_everything(talk.owner.private, "여기서 새요")
    await talk.minsu.sees("👤 끝 줄입니다")
    arrived = await after(talk.minsu, start)
    assert kinds(arrived) == everything("👤 ", "여기서 새요")
    assert len({message.raw["media_group_id"] for message in arrived[2:5]}) == 1
    assert not any(message.raw["forwarded"] for message in arrived)


async def test_the_mark_comes_after_acceptance_and_is_a_line_where_reactions_are_not_allowed(town: Town) -> None:
    talk = await somebody_talks(town)
    await town.sandbox.faults({"method": "sendMessage", "chat": talk.owner.id, "times": 1, "fault": "429 1"})
    since = (await town.sandbox.journal())[-1]["seq"]
    before = (await talk.owner.messages())[-1].id
    written = await talk.minsu.sends("오늘 15시에 가겠습니다")
    await talk.minsu.sees(lambda message: message.id == written and MARK in reactions(message))
    calls = await town.sandbox.journal(since=since)
    about = [(c["method"], c["ok"]) for c in calls if c["method"] == "setMessageReaction" or c["chat"] == talk.owner.id]
    assert about == [("sendMessage", False), ("sendMessage", True), ("setMessageReaction", True)]

    await town.sandbox.patch_chat(STAFF_CHAT_ID, available_reactions=[])
    written = await talk.minsu.sends("부품을 챙겨 가겠습니다")
    line = await talk.minsu.hears("전달했습니다")
    assert line.raw["reply_to"]["message_id"] == written
    assert lines_of(await after(talk.owner, before)) == ["오늘 15시에 가겠습니다", "부품을 챙겨 가겠습니다"]


async def test_reactions_cross_both_ways_and_colleagues_may_react_among_themselves(town: Town) -> None:
    talk = await somebody_talks(town)
    written = await talk.minsu.sends("오늘 15시에 가겠습니다")
    said = await talk.owner.hears("15시에 가겠습니다")
    await talk.minsu.sees(lambda message: message.id == written and MARK in reactions(message))  # nobody is faster
    await talk.owner.private.reacts(said.id, "👍")
    line = await talk.minsu.hears("👤 👍")
    assert line.raw["reply_to"]["message_id"] == written

    asked = await talk.owner.sends("네, 기다릴게요")
    there = await talk.minsu.hears("👤 네, 기다릴게요")
    await talk.haneul.reacts(there.id, "👎")
    await talk.minsu.reacts(there.id, "❤")
    await talk.owner.private.sees(lambda message: message.id == asked and reactions(message) == ["❤"])
    await talk.minsu.reacts(there.id, "")
    await talk.owner.private.sees(lambda message: message.id == asked and not reactions(message))


async def test_edits_and_quotes_follow_on_both_sides(town: Town) -> None:
    talk = await somebody_talks(town)
    asked = await talk.owner.sends("내일 오실 수 있나요?")
    copy = await talk.minsu.sees("👤 내일 오실 수 있나요?")
    await talk.owner.edits(asked, "모레 오전에 오실 수 있나요?")
    await talk.minsu.sees(lambda message: message.id == copy.id and message.text == "👤 모레 오전에 오실 수 있나요?")

    written = await talk.minsu.sends("네, 10시에 가겠습니다", reply_to=copy.id, quote="모레 오전")
    answer = await talk.owner.sees("10시에")
    assert (answer.raw["reply_to"]["message_id"], answer.raw["quote"]) == (asked, "모레 오전")
    await talk.minsu.does("edit", message_id=written, text="네, 11시에 가겠습니다")
    await talk.owner.sees(lambda message: message.id == answer.id and message.text == "네, 11시에 가겠습니다")

    await talk.owner.sends("그때 뵐게요", reply_to=answer.id, quote="11시에")
    back = await talk.minsu.sees("👤 그때 뵐게요")
    assert (back.raw["reply_to"]["message_id"], back.raw["quote"]) == (written, "11시에")

    sent = (await talk.owner.sends_media("photo", text="여기여요", reply_to=answer.id))[0]
    photo = await talk.minsu.sees("👤 여기여요")
    assert photo.raw["reply_to"]["message_id"] == written
    await talk.owner.edits(sent, "여기예요")
    await talk.minsu.sees(lambda message: message.id == photo.id and message.text == "👤 여기예요")
    plan = (await talk.minsu.sends_media("photo", text="이렇게 바꿈니다", reply_to=photo.id))[0]
    drawn = await talk.owner.sees("이렇게 바꿈니다")
    assert drawn.raw["reply_to"]["message_id"] == sent
    await talk.minsu.does("edit", message_id=plan, text="이렇게 바꿉니다")
    await talk.owner.sees(lambda message: message.id == drawn.id and message.text == "이렇게 바꿉니다")


async def test_notes_never_reach_the_owner_and_a_reply_can_be_taken_back(town: Town) -> None:
    talk = await a_leak_is_taken_on(town)
    await talk.minsu.sends("//윗집 배관이 의심됨")
    await talk.minsu.hears("조사 기록으로 남겼습니다")
    noted = await talk.haneul.sends("/note 윗집에 연락해 둠")
    await talk.haneul.hears("메모했습니다")
    await talk.haneul.does("edit", message_id=noted, text="윗집에 연락이 안 됨")
    await talk.haneul.hears("메모는 고쳐도 메모입니다")
    await talk.minsu.sends_media("photo", text="/메모 윗집 계량기")
    await talk.minsu.hears("메모했습니다")
    await talk.minsu.sends("/reslove 윗집 탓")
    await talk.minsu.hears("모르는 명령")
    await talk.minsu.sends("/메모")
    await talk.minsu.hears("답장으로 적어 주세요")
    await talk.minsu.sends("윗집 수도를 잠가 봄")
    await talk.minsu.hears("메모했습니다")

    blamed = await talk.minsu.sends("윗집 때문입니다")
    said = await talk.owner.sees("윗집 때문입니다")
    await talk.minsu.does("edit", message_id=blamed, text="//윗집 때문으로 보임")
    await talk.minsu.hears("메모로 바뀌")
    await talk.minsu.hears("지웠습니다")
    mistaken = await talk.minsu.sends("104동 배관도 보겠습니다")
    await talk.owner.sees("104동")
    await talk.haneul.sends("/undo", reply_to=mistaken)
    await talk.haneul.hears("대화를 맡은 사람만")
    await talk.minsu.sends("/undo", reply_to=mistaken)
    assert (await talk.minsu.hears("지웠습니다")).raw["reply_to"]["message_id"] == mistaken
    await talk.minsu.sends("/undo")
    await talk.minsu.hears("답장으로 /undo")
    await talk.minsu.sends("배관을 살펴보고 있습니다")
    await talk.owner.sees("살펴보고 있습니다")

    read = [message.text for message in await talk.owner.messages()]
    assert not [text for text in read if "윗집" in text or "104동" in text]
    sent = [c for c in await town.sandbox.journal(chat=talk.owner.id) if "윗집" in str(c["params"])]
    assert [(call["method"], call["result"]["message_id"]) for call in sent] == [("sendMessage", said.id)]


async def test_what_nobody_has_claimed_stays_in_the_office_until_its_writer_claims_and_sends(town: Town) -> None:
    talk = await somebody_waits(town)
    await talk.minsu.sends("제가 가 볼까요?")
    offer = await talk.minsu.hears("보내지 않았습니다")
    refused = await talk.haneul.taps("맡고 보내기", offer.id)
    assert "쓴 사람만" in (await refused.answer())["text"]
    await talk.haneul.taps("맡기")
    await talk.owner.hears("정하늘")
    held = await talk.minsu.taps("맡고 보내기", offer.id)
    assert "정하늘 님이 맡았습니다" in (await held.answer())["text"]
    await talk.haneul.sends("/내려놓기")
    await talk.owner.hears("다른 직원이")

    sending = await talk.minsu.taps("맡고 보내기", offer.id)
    assert (await sending.answer())["text"] == "보냅니다."
    await talk.owner.hears("이민수")
    await talk.owner.hears("제가 가 볼까요?")
    again = await talk.minsu.taps("맡고 보내기", offer.id)
    assert "이미 보냈거나" in (await again.answer())["text"]
    await talk.haneul.sends("저도 갈게요")
    await talk.haneul.hears("보내지 않았습니다. 대화는 시설팀 이민수 님이 맡고 있습니다")
    await talk.minsu.sends("곧 도착합니다")
    await talk.owner.hears("곧 도착합니다")
    calls = await town.sandbox.journal(chat=talk.owner.id)
    assert len([call for call in calls if call["params"].get("text") == "제가 가 볼까요?"]) == 1
    assert not [call for call in calls if "저도 갈게요" in str(call["params"])]


async def test_an_owner_who_blocked_the_bot_is_called_and_never_counted_as_told(town: Town) -> None:
    talk = await a_leak_is_taken_on(town)
    await talk.owner.blocks()
    written = await talk.minsu.sends("지금 댁에 계신가요?")
    failed = await talk.minsu.hears("전달되지 않았습니다")
    assert "차단" in failed.text
    assert failed.raw["reply_to"]["message_id"] == written
    assert not reactions(await message_of(talk.minsu, written))
    await talk.minsu.sends("/note 욕실 실리콘이 갈라짐")
    await talk.minsu.sends("/resolve 욕실 실리콘을 다시 발랐습니다.")
    task = await talk.minsu.hears("전화로 알려 주세요")
    for words in ("T-1001", "010-1234-5678", "101동 1203호", "욕실 실리콘을 다시 발랐습니다."):
        assert words in task.text
    await talk.minsu.sees("상태: 처리됨, 확인 대기")

    await talk.owner.unblocks()
    await talk.owner.sends("/tickets")
    await talk.owner.hears("T-1001")
    await talk.owner.taps("T-1001 누수")
    assert "결과를 알려 드렸습니다" not in (await talk.owner.hears("결과를 전하지 못해")).text

    await talk.haneul.taps("안 받으심", task.id)
    await talk.haneul.sees("부재: 관리팀 정하늘")
    await talk.haneul.taps("통화함, 해결", task.id)
    done = await talk.haneul.sees("전화로 알림, 해결")
    assert not done.buttons
    await talk.minsu.sees("상태: 마침")


async def test_a_topic_that_was_deleted_or_closed_comes_back_and_no_line_is_lost(town: Town) -> None:
    talk = await a_leak_is_taken_on(town)
    await talk.minsu.sends("어느 쪽 천장인가요?")
    await talk.owner.sees("어느 쪽 천장인가요?")
    await talk.minsu.does("delete_topic")
    await talk.owner.sends("창가 쪽이에요")
    await talk.owner.sends_media("photo", text="사진이에요")
    await talk.owner.sends("벽지도 젖었어요")
    again = await town.sandbox.topic("101-1203 김영희")
    assert again != talk.thread
    minsu = talk.minsu.person.in_topic(again)
    await minsu.sees(lambda message: message.text == "👤 벽지도 젖었어요")
    lines = [message for message in await minsu.messages() if message.raw["service"] is None]
    header, card, *said = lines
    assert "101동 1203호 · 김영희" in header.text
    assert "T-1001" in card.text
    assert card.button_texts
    assert card.raw["pinned"]
    assert [message.text for message in said] == ["👤 창가 쪽이에요", "👤 사진이에요", "👤 벽지도 젖었어요"]

    await minsu.does("close_topic")
    await talk.owner.sends("언제 오세요?")
    await minsu.sees("👤 언제 오세요?")
    assert [topic["closed"] for topic in await town.sandbox.topics()] == [False]
    await minsu.sends("지금 갑니다")
    await talk.owner.sees("지금 갑니다")


async def test_a_power_cut_in_the_middle_of_a_talk_loses_no_line_and_keeps_their_order(town: Town) -> None:
    talk = await somebody_talks(town)
    before = (await talk.owner.messages())[-1].id
    await talk.minsu.sends("첫째")
    await talk.owner.sends("하나")
    await talk.minsu.sends("둘째")
    await town.kill()
    await talk.owner.sends("둘")
    await talk.minsu.sends("셋째")
    await talk.owner.sends_media("photo", text="셋")
    await town.start()
    await talk.owner.sends("넷")
    await talk.minsu.sends("넷째")
    await town.restart()
    await talk.owner.sees("넷째")
    await talk.minsu.sees("👤 넷")
    await talk.minsu.sees(lambda message: message.text == "넷째" and MARK in reactions(message))
    heard = lines_of(await after(talk.owner, before))
    assert once(heard, "첫째", "둘째", "셋째", "넷째") == ["첫째", "둘째", "셋째", "넷째"]
    told = lines_of(await after(talk.minsu, 0))
    assert once(told, "하나", "둘", "셋", "넷") == ["하나", "둘", "셋", "넷"]
