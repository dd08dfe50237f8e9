"""What is wrong at the start is said in one line that names the place and the cure; the exit code says who must act."""

import asyncio
import base64
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.errors import OperatorError
from bot.http import listen
from bot.operator_text import lines as lines_of
from bot.sandbox.world import SANDBOX_TOKEN, STAFF_CHAT_ID
from storage.database import Database
from storage.installation import check_data_key, claim_bot
from tests.databases import Servers
from tests.journeys.conftest import MakeTown
from tests.journeys.town import Town, write_office

WELL, FOUND, TO_BE_MENDED = 0, 1, 2
AT_ONCE = 2


@pytest.fixture
def database_kind() -> str:
    """Only the start is looked at: one kind will do."""
    return "sqlite"


@pytest.fixture
async def town(make_town: MakeTown) -> Town:
    return await make_town(start=False)


async def refused(town: Town, starts: list[tuple[dict[str, str], str, str]], command: str = "run") -> None:
    """Every start, each with its own environment, ends with one line that begins and ends as told."""
    busy = asyncio.Semaphore(AT_ONCE)

    async def one(env: dict[str, str], begins: str, cure: str) -> None:
        async with busy:
            code, lines = await town.tries(command, HTTP_PORT="0", **env)
        assert code == TO_BE_MENDED, lines
        assert len(lines) == 1, lines
        assert lines[0].startswith(begins)
        assert cure in lines[0]
        for secret in (SANDBOX_TOKEN, "hunter2", env.get("TELEGRAM_BOT_TOKEN", SANDBOX_TOKEN)):
            assert secret not in lines[0]

    await asyncio.gather(*(one(*start) for start in starts))


async def test_what_telegram_does_not_have_or_allow(town: Town, tmp_path: Path) -> None:
    kim = await town.sandbox.user("김영희")
    members = [{"user_id": kim.id}]
    plain = await town.sandbox.new_chat("토픽 없음", members=members)
    basic = await town.sandbox.new_chat("옛 그룹", type="group", members=members)
    new = await town.sandbox.migrate(basic)
    at_managers = {**cleaners(tmp_path / "same", plain), "MANAGER_CHAT_ID": str(plain)}
    wrong_token = SANDBOX_TOKEN[:-4] + "Othr"
    await refused(
        town,
        [
            ({"TELEGRAM_BOT_TOKEN": wrong_token}, "TELEGRAM_BOT_TOKEN: ", "copy it again from @BotFather"),
            ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "TELEGRAM_API_URL: ", "check the network"),
            ({"STAFF_CHAT_ID": "-1001234567890"}, "STAFF_CHAT_ID: the staff group -1001234567890", "add the bot to it"),
            ({"STAFF_CHAT_ID": str(plain)}, "STAFF_CHAT_ID: ", "switch them on in the group's settings"),
            ({"STAFF_CHAT_ID": str(basic)}, "STAFF_CHAT_ID: ", f"write its new id {new} here"),
            (cleaners(tmp_path / "away", -1001234567890), f"{tmp_path}/away/office.yaml, departments.cleaning", "add"),
            (cleaners(tmp_path / "flat", plain), f"{tmp_path}/flat/office.yaml, departments.cleaning", "switch them"),
            (at_managers, f"{tmp_path}/same/office.yaml, departments.cleaning.staff_chat: ", "another group"),
        ],
    )


def cleaners(folder: Path, group: int) -> dict[str, str]:
    """An office whose cleaners work in a group of their own."""
    cleaning = {"name": {"ko": "미화팀", "en": "Cleaning"}, "staff_chat": group}
    return {"OFFICE_DIR": str(write_office(folder, departments={"cleaning": cleaning}))}


async def test_rights_are_asked_for_one_by_one_until_doctor_finds_nothing(town: Town, tmp_path: Path) -> None:
    await town.sandbox.post("privacy", {"enabled": True})
    await town.sandbox.patch_chat(STAFF_CHAT_ID, bot={"status": "member"})
    code, lines = await town.tries("doctor")
    assert code == FOUND
    assert [line.split(":")[0] for line in lines] == ["STAFF_CHAT_ID", "STAFF_CHAT_ID"]
    assert "with the right to manage topics and to pin" in lines[0]
    assert "switch privacy mode off at @BotFather" in lines[1]

    rights = {"status": "administrator", "can_manage_topics": False, "can_pin_messages": False}
    await town.sandbox.patch_chat(STAFF_CHAT_ID, bot=rights)
    code, lines = await town.tries()
    assert code == TO_BE_MENDED
    assert ['"can_manage_topics"' in lines[0], '"can_pin_messages"' in lines[1], len(lines)] == [True, True, 2]

    await town.sandbox.patch_chat(STAFF_CHAT_ID, bot={"can_manage_topics": True, "can_pin_messages": True})
    assert await town.tries("doctor") == (WELL, ["Everything is well."])

    group = await town.sandbox.new_chat("미화팀", is_forum=True)
    await town.sandbox.patch_chat(group, bot=rights)
    code, lines = await town.tries("doctor", **cleaners(tmp_path / "own", group))
    assert code == FOUND
    assert [line.split(": ")[0].rpartition(".")[2] for line in lines] == ["staff_chat", "staff_chat"]


async def test_doctor_names_the_chats_whose_ids_are_still_to_be_written_down(town: Town) -> None:
    manager = await town.sandbox.user("한소장")
    await manager.sends("안녕하세요")
    await (await town.sandbox.user("이민수")).in_group().sends("모두 모였나요?")
    for _ in range(2):  # looking takes nothing away
        code, lines = await town.tries("doctor", STAFF_CHAT_ID="")
        assert code == FOUND
        assert lines[0].startswith("STAFF_CHAT_ID: not set; ")
        assert f'STAFF_CHAT_ID: the bot is in the group "해답아파트 관리사무소"; its id is {STAFF_CHAT_ID}.' in lines
        assert f"MANAGER_USER_IDS: 한소장 wrote to the bot; the id is {manager.id}." in lines


async def test_a_database_that_is_not_there_or_not_ours(town: Town, servers: Servers, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear council, " * 100, encoding="utf-8")
    key, other_key = (base64.urlsafe_b64encode(bytes([n]) * 32).decode() for n in (1, 2))
    strange, sealed = tmp_path / "strange", tmp_path / "sealed"
    for folder in (strange, sealed):
        folder.mkdir()
    async with (
        servers.fresh("postgresql", tmp_path) as postgresql,
        servers.fresh("sqlite", strange) as of_another_bot,
        servers.fresh("sqlite", sealed) as with_key,
    ):
        await prepare(of_another_bot, bot=4711)
        await prepare(with_key, key=base64.urlsafe_b64decode(key))
        server = make_url(postgresql)
        nobody = server.set(username="nobody_of_that_name", password="hunter2").render_as_string(hide_password=False)
        unreachable = "DATABASE_URL: the database cannot be reached ("
        await refused(
            town,
            [
                ({"DATABASE_URL": "postgresql+asyncpg://u:hunter2@127.0.0.1:9/x"}, unreachable, "the server runs"),
                ({"DATABASE_URL": nobody}, unreachable, "nobody_of_that_name"),
                (sqlite(tmp_path / "none" / "desk.db"), f"DATABASE_URL: the folder {tmp_path}/none", "make it"),
                (sqlite(tmp_path / "letter.db"), "DATABASE_URL: ", "restore a backup"),
                (
                    {"DATABASE_URL": of_another_bot},
                    "DATABASE_URL: this database belongs to the bot 4711",
                    "own database",
                ),
                ({"DATABASE_URL": with_key, "DATA_KEY": other_key}, "DATA_KEY: ", "set the one that did"),
            ],
        )


@pytest.mark.parametrize("host", ["a" * 300, "a..b"])
def test_a_host_that_no_name_server_could_be_asked_for(host: str) -> None:
    with pytest.raises(OperatorError) as refused:
        listen(host, 0)
    assert lines_of(refused.value)[0].startswith("HTTP_HOST: this machine has no address a")


async def test_doctor_says_everything_at_once(town: Town, tmp_path: Path) -> None:
    office = write_office(tmp_path / "wrong", times={"close_after": "soon"}, hurs="always")
    missing = tmp_path / "none" / "desk.db"
    code, lines = await town.tries(
        "doctor", OFFICE_DIR=str(office), STAFF_CHAT_ID="-1001234567890", MANAGER_CHAT_ID="-100999", **sqlite(missing)
    )
    assert code == FOUND
    assert [line.split(": ")[0].rsplit("/")[-1].split(":")[0] for line in lines] == [
        "STAFF_CHAT_ID",
        "MANAGER_CHAT_ID",
        "DATABASE_URL",
        "office.yaml",
        "office.yaml",
    ]
    assert f'{office}/office.yaml:3: the key "hurs" is not known' in lines[3]
    strange = write_office(tmp_path / "strange")
    (strange / "intents").mkdir()
    (strange / "intents" / "ko.yaml").write_text("fee.amount: {examples: [관리비 알려 줘]}", encoding="utf-8")
    found, (said,) = await town.tries("doctor", OFFICE_DIR=str(strange))
    assert found == FOUND
    assert said.startswith(f"{strange}/intents/ko.yaml:1: is not read from here; name it <language>/NAME.yaml")
    (strange / "intents" / "ko.yaml").unlink()
    (strange / "intents" / "ko").mkdir()
    (strange / "intents" / "ko" / "own.YAML").write_text("fee.amount: {examples: [관리비 알려 줘]}", encoding="utf-8")
    found, (said,) = await town.tries("doctor", OFFICE_DIR=str(strange))
    assert found == FOUND
    assert said.startswith(f"{strange}/intents/ko/own.YAML:1: is not read from here")
    (strange / "intents" / "ko" / "own.YAML").rename(strange / "intents" / "ko" / "own.yaml")
    (strange / "intents" / "ko" / "own.yaml").write_text("fee.amout: {examples: [관리비 알려 줘]}", encoding="utf-8")
    found, (said,) = await town.tries("doctor", OFFICE_DIR=str(strange))
    assert found == FOUND
    assert said.startswith(f"{strange}/intents/ko/own.yaml:1: 'fee.amout' is new and nearly 'fee.amount'; correct it")
    assert lines[4].endswith('"soon" is not a duration; write 500ms, 45s, 30m, 2h, 7d or none.')
    await refused(town, [({"OFFICE_DIR": str(tmp_path / "nowhere")}, f"{tmp_path}/nowhere: ", "python -m bot init")])


@pytest.mark.parametrize("database_kind", ["sqlite", "postgresql"])
async def test_a_table_that_is_gone_is_named(town: Town, servers: Servers, database_kind: str, tmp_path: Path) -> None:
    async with servers.fresh(database_kind, tmp_path) as url:
        database = Database.open(url)
        async with database.unit_of_work() as unit:
            await unit.session.execute(text("DROP TABLE survey"))
            await unit.commit()
        await database.dispose()
        code, lines = await town.tries("doctor", DATABASE_URL=url)
        assert code == FOUND
        assert lines == ["DATABASE_URL: the database lacks tables (1): survey; stop the service and restore a backup."]
        await refused(town, [({"DATABASE_URL": url}, "DATABASE_URL: the database lacks tables (1): survey", "backup")])


def sqlite(file: Path) -> dict[str, str]:
    return {"DATABASE_URL": f"sqlite+aiosqlite:///{file}"}


async def prepare(url: str, *, bot: int | None = None, key: bytes | None = None) -> None:
    """A database that another bot, or another key, was first to use."""
    database = Database.open(url, data_key=key)
    async with database.unit_of_work() as unit:
        if bot is not None:
            await claim_bot(unit.session, bot)
        await check_data_key(unit.session, database.cipher)
        await unit.commit()
    await database.dispose()
