"""A resident who writes Chinese is served in Chinese from the first word to the score; the staff go on in Korean."""

from bot.sandbox.journey import Heard, Person
from tests.journeys.conftest import MakeTown
from tests.journeys.desk import resolves, said_to, staff_with
from tests.journeys.town import Town

HOUR = 3600


async def wang(town: Town) -> Person:
    return await town.sandbox.user("王芳", started=True, language_code="zh-hans")


async def settles_in(owner: Person) -> None:
    """Start, language, consent."""
    await owner.starts()
    asked = await owner.hears("请选择语言")
    assert asked.button_texts == ["한국어", "English", "中文"]
    await owner.taps("中文")
    assert "海答公寓管理处" in (await owner.hears("您同意吗")).text
    await owner.taps("同意")
    menu = await owner.hears("有什么可以帮您的")
    assert menu.button_texts[:4] == ["登记一件事", "我的登记", "找工作人员", "帮助"]


async def reports(owner: Person, words: str = "客厅天花板一直在滴水") -> Heard:
    await owner.sends(words)
    await owner.hears("几栋几号")
    await owner.sends("101栋1203号，王芳，010-1234-5678")
    summary = await owner.hears("这样登记可以吗")
    assert "101栋1203号" in summary.text
    await owner.sends("好的")
    return await owner.hears("编号 T-1001")


async def test_who_never_pressed_start_is_answered_in_chinese_with_source_and_buttons(town: Town) -> None:
    owner = await wang(town)
    await owner.sends("管理费最晚什么时候交？")
    answer = await owner.hears("依据：管理规约第62条（2026-10-01 核对）")
    assert "每月最后一天之前" in answer.text
    assert answer.button_texts[0] == "有帮助"
    await owner.hears("/start")
    await owner.taps("有帮助", answer.id)
    await owner.hears("能帮上忙很高兴")


async def test_a_report_goes_from_the_first_word_to_the_score(make_town: MakeTown) -> None:
    town: Town = await make_town(hurried=True, times={"feedback_after": "1h"})
    owner = await wang(town)
    await settles_in(owner)
    receipt = await reports(owner)
    assert "设施组" in receipt.text
    await owner.sends("/tickets")
    await owner.hears("这是您登记的事")

    staff = await staff_with(town, "王芳")
    await staff.sees(lambda message: "T-1001" in message.text and "누수" in message.text)
    await resolves(staff, "密封圈磨损，已更换。")
    await town.sandbox.advance(HOUR)
    told = await owner.hears("解决了吗")
    assert told.button_texts == ["是，解决了", "还没有"]
    await owner.sends("还在漏，没修好")
    await owner.hears("我们会再看一次")
    await resolves(staff, "更换了管道接头。")
    await town.sandbox.advance(HOUR)
    await owner.hears("解决了吗")
    await owner.sends("修好了，谢谢师傅！")
    await owner.hears("您打几分")
    await owner.sends("5分")
    await owner.hears("谢谢您的评分")


async def test_danger_comes_before_any_question_and_the_office_reads_it_in_korean(
    make_town: MakeTown,
) -> None:
    town: Town = await make_town(hurried=True)
    owner, manager = await wang(town), await town.sandbox.user("한소장")
    await owner.sends("救命！厨房着火了")
    first = await owner.hears()
    assert first.text.startswith("不要坐电梯。\n告诉家里的每一个人。\n打 119。\n")
    which = await owner.hears("请点选现在的情况")
    assert which.button_texts == ["我家着火了", "别处着火，烟进来了", "别处着火，这里没有烟"]
    await owner.hears("编号 T-1001")
    assert "厨房着火了" in (await manager.hears("긴급 상황이 접수됐습니다")).text
    await owner.taps("我家着火了")
    await owner.hears("出来时关上家门")
    await owner.sends("103栋7楼 010-7020-7020")
    await owner.hears("已马上转告值班人员")


async def test_a_person_is_asked_for_and_what_is_not_understood_is_asked_again(town: Town) -> None:
    owner = await wang(town)
    await settles_in(owner)
    await owner.sends("我家那个东西不对劲")
    asked = await owner.hears()
    assert "没有完全看懂" in asked.text or "您说的是下面哪一件" in asked.text
    await owner.sends("我要找人工客服")
    await owner.hears("排在第 1 位")
    staff = await staff_with(town, "王芳", seen="직원과 이야기하고 싶어 합니다")
    await staff.taps("맡기")
    await owner.hears("正在看您写的内容")
    assert not await said_to(owner, "담당")
