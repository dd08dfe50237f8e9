"""The office folder: what is left out is the sample's, what is wrong is said with file and line."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import OfficeError
from bot.office import SAMPLE_OFFICE, Office, check_for_telegram, init_office, load_office, loader
from bot.operator_text import lines

MakeOffice = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> MakeOffice:
    """An office folder with these files; `main` is its office.yaml."""

    def make(main: str = "", **files: str) -> Path:
        for name, text in {"office": main, **files}.items():
            path = tmp_path / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


def complaints(folder: Path) -> list[str]:
    """What the operator reads, with the folder's own path taken off."""
    with pytest.raises(OfficeError) as caught:
        load_office(folder)
    return [line.replace(f"{folder.resolve()}/", "") for line in lines(caught.value)]


@pytest.fixture(scope="module")
def sample() -> Office:
    return load_office(SAMPLE_OFFICE)


def test_an_empty_office_yaml_is_the_sample_under_its_own_folder(folder: MakeOffice, sample: Office) -> None:
    office = load_office(folder())
    assert office.times == sample.times
    assert office.service_levels == sample.service_levels
    assert office.calendar == sample.calendar
    assert office.answers == sample.answers
    assert office.emergencies == sample.emergencies
    assert not office.is_sample, "only the marker makes a sample"
    assert set(office.borrowed_phones) == {"office", "duty", "guard", "lift", "gas"}
    assert set(office.borrowed_answers) == {intent for intent, _ in sample.answers}


LAUGHS = "\n".join(f"l{n + 1}: &l{n + 1} [{', '.join(['*l' + str(n)] * 9)}]" for n in range(40))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"l0: &l0 [ha]\n{LAUGHS}", "office.yaml:2: references (`*name`) are not read here"),
        ("phones: &p {office: 1}\nname: *p", "office.yaml:2: references (`*name`) are not read here"),
        ("name: &n [*n]", "office.yaml:1: references (`*name`) are not read here"),
        ("name: " + "[" * 200_000, "office.yaml:1: the entries stand too deep"),
        ("name:\n" + "\n".join("  " * n + "a:" for n in range(1, 300)), "office.yaml:51: the entries stand too deep"),
    ],
    ids=["laughs", "reference", "itself", "brackets", "steps"],
)
def test_what_would_grow_beyond_every_measure_is_refused_at_once(folder: MakeOffice, text: str, says: str) -> None:
    assert any(line.startswith(says) for line in complaints(folder(text)))
    assert any(
        line.startswith(says.replace("office.yaml", "answers/ko.yaml"))
        for line in complaints(folder(**{"answers/ko": text}))
    )


def test_what_is_written_replaces_the_sample_and_nothing_else_does(folder: MakeOffice, sample: Office) -> None:
    office = load_office(
        folder(
            """
name: {en: Our House}
hours: always
quiet_hours: none
phones: {office: 031)111-2222}
departments:
  facility: {staff_chat: -1001234567890}
  pool: {name: {ko: 수영장}}
times: {album: 50ms, feedback_after: 2s, takeover_lease: none, coalesce: none}
service_levels: {high: {resolution: none}}
"""
        )
    )
    assert office.name_in("ko") == office.name_in("en") == "Our House", "no name of another house beside it"
    assert office.calendar.is_always
    assert office.quiet_hours.allows(datetime(2026, 10, 1, 15, tzinfo=UTC))
    assert office.phones == {**sample.phones, "office": "031)111-2222"}
    assert "office" not in office.borrowed_phones
    assert office.departments["facility"].staff_chat == -1001234567890
    assert office.departments["facility"].names == sample.departments["facility"].names
    assert office.departments["pool"].names == dict.fromkeys(sample.languages, "수영장")
    assert (office.times.album, office.times.feedback_after) == (timedelta(milliseconds=50), timedelta(seconds=2))
    assert office.times.takeover_lease is None
    assert office.times.coalesce == timedelta(0), "nothing is waited for"
    assert office.times.close_after == sample.times.close_after
    assert office.service_levels["high"].resolution is None
    assert office.service_levels["high"].first_response == sample.service_levels["high"].first_response


def test_hours_are_meant_as_a_whole_week(folder: MakeOffice) -> None:
    office = load_office(folder("hours: {mon: [10:00-12:00, 22:00-24:00], sat: closed}\nholidays: none\n"))
    assert set(office.calendar.hours) == {0, 5}
    monday = datetime(2026, 10, 5, 14, 30, tzinfo=UTC)  # 23:30 in Seoul, a holiday elsewhere
    assert office.calendar.is_open(monday)
    assert not office.calendar.is_open(monday + timedelta(days=1))


def test_exceptions_and_holidays(folder: MakeOffice) -> None:
    office = load_office(folder("closed_on: [2026-12-31]\nopen_on: {2026-10-04: [09:00-12:00]}\n"))
    assert office.calendar.hours_on(date(2026, 12, 31)) == ()
    assert len(office.calendar.hours_on(date(2026, 10, 4))) == 1
    assert office.calendar.hours_on(date(2026, 10, 5)) == (), "the substitute holiday of the library"


def test_around_the_clock_means_on_holidays_too(folder: MakeOffice) -> None:
    assert load_office(folder("hours: always\nholidays: KR\n")).calendar.is_open(datetime(2026, 10, 5, 3, tzinfo=UTC))


@pytest.mark.parametrize(
    ("main", "line", "says"),
    [
        ("name: {ko: 가}\nopening: always\n", 2, '"opening" is not known'),
        ("languages: [ko, tlh]\n", 1, '"tlh" is not a language of this desk'),
        ("languages: []\n", 1, "is not a language of this desk"),
        ("times:\n  album: 1s\n  albums: 1s\n", 3, '"albums" is not known'),
        ("times:\n  album: 1.5s\n", 2, '"1.5s" is not a duration'),
        ("times: {close_after: 7 days}\n", 1, '"7 days" is not a duration'),
        ("times:\n  alert_repeat: 0s\n", 2, "no pause at all"),
        ("times: {callback_expiry: none}\n", 1, "none is not possible here"),
        ("timezone: Korea/Seoul\n", 1, '"Korea/Seoul" is not known'),
        ("\nhours: {mon: [18:00-09:00]}\n", 2, '"18:00-09:00" is not a range'),
        ("hours: {mon: [09:00-12:00, 11:00-13:00]}\n", 1, "overlap"),
        ("hours:\n  mon-fri: [09:00-25:00]\n", 2, '"09:00-25:00" is not a range'),
        ("fee_due: 32\n", 1, '"32" is not a day of the month'),
        ("fee_due: end\n", 1, '"end" is not a day of the month'),
        ("hours: {monday: [09:00-12:00]}\n", 1, '"monday" is not a weekday'),
        ("hours: {mon-fri: [09:00-12:00], wed: closed}\n", 1, "wed is given twice"),
        ("hours: {mon: closed}\n", 1, "no weekday has opening hours"),
        ("hours: sometimes\n", 1, "neither `always` nor weekdays"),
        ("holidays: Atlantis\n", 1, '"Atlantis" is not a country'),
        ("closed_on: [2026-02-30]\n", 1, '"2026-02-30" is not a date'),
        ("closed_on: 2026-02-03\n", 1, "a list is needed"),
        ("quiet_hours: 22-8\n", 1, '"22-8" is not a time span'),
        ("phones: {office: call me}\n", 1, '"call me" is not a phone number'),
        ("departments: {facility: {staff_chat: 1234}}\n", 1, '"1234" is not a group\'s id'),
        ("departments: {pool: {}}\n", 1, '"pool" has no name'),
        ("departments: {manager: {name: {ko: 소장}}}\n", 1, 'cannot be called "manager"'),
        (f"departments: {{{'a' * 25}: {{name: {{ko: 가}}}}}}\n", 1, "up to 24 small letters"),
        ("service_levels: {highest: {}}\n", 1, '"highest" is not known'),
        ("sample: maybe\n", 1, "neither true nor false"),
        ("name: {ko: 가\n", 2, "this is not YAML"),
        ("times:\n  album: 1s\n  album: 2s\n", 3, "a second time"),
        ("- a\n- b\n", 1, "`key: value` lines are needed"),
        ("name: {ko: [가]}\n", 1, "one value is needed"),
    ],
)
def test_a_mistake_is_one_line_with_file_and_line_and_what_to_do(
    folder: MakeOffice, main: str, line: int, says: str
) -> None:
    said = complaints(folder(main))
    assert len(said) == 1, said
    assert said[0].startswith(f"office.yaml:{line}: ")
    assert says in said[0]
    assert ";" in said[0] or "write" in said[0], "it also says how to mend it"


def test_all_mistakes_come_at_once(folder: MakeOffice) -> None:
    said = complaints(folder("tiems: {}\nholidays: XX\ntimes: {album: x}\nphones: {office: y}\n"))
    assert [line.split(":")[1] for line in sorted(said)] == ["1", "2", "3", "4"]


def test_answers_of_ones_own_stand_beside_the_samples(folder: MakeOffice, sample: Office) -> None:
    office = load_office(
        folder(
            **{
                "answers/ko/own": "fee.amount: {text: '{phone_office}번', source: 안내문, reviewed: 2026-11-01}",
                "intents/ko/own": "pool.hours: {title: 수영장 시간, examples: [수영장 몇 시까지 해요]}",
                "answers/ko/pool": "pool.hours: {text: 06~20시, source: 안내문, reviewed: 2026-11-01}",
            }
        )
    )
    own = office.answers["fee.amount", "ko"]
    assert (own.source, own.reviewed) == ("안내문", date(2026, 11, 1))
    assert ("fee.amount", "en") not in office.answers, "the sample's English would contradict it"
    assert office.answer("fee.amount", "en") == (own, "ko")
    assert office.answer("fee.payment", "en") == (sample.answers["fee.payment", "en"], "en")
    assert office.answer("fee.nothing", "en") is None
    assert office.answers["pool.hours", "ko"].text == "06~20시"
    assert office.intents_dir == office.folder / "intents"
    assert "fee.amount" not in office.borrowed_answers


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("answers/ko/a", "fee.amuont: {text: x, source: y, reviewed: 2026-10-01}", 'no such matter "fee.amuont"'),
        ("answers/ko/a", "fee.amount: {text: x, source: y}", '"reviewed" is missing'),
        ("answers/ko/a", "fee.amount: {text: x, source: y, reviewed: soon}", '"soon" is not a date'),
        ("answers/ko/a", "fee.amount: {text: x, sauce: y, source: z, reviewed: 2026-10-01}", '"sauce" is not known'),
        ("answers/ko/a", "fee.amount: {text: '{phone_ofice}', source: y, reviewed: 2026-10-01}", '"{phone_ofice}"'),
        ("answers/ko/a", "fee.amount: {text: 'a } b', source: y, reviewed: 2026-10-01}", 'the variable "{{}"'),
        ("answers/ko/a", "fee.amount: {text: x, source: y, reviewed: 2026-10-01, link: w}", '"w" is not a web address'),
        ("answers/xx/a", "fee.amount: {text: x, source: y, reviewed: 2026-10-01}", 'no words for the language "xx"'),
        ("emergencies/ko", "emergency.flod: {text: x}", 'no such emergency "emergency.flod"'),
        ("emergencies/ko", "emergency.flood: {branches: {}}", '"text" is missing'),
        ("emergencies/ko", "emergency.fire: {text: x, branches: {home: {text: y}}}", '"button" is missing'),
        (
            "emergencies/ko",
            f"emergency.fire: {{text: x, branches: {{{'집' * 14}: {{button: y, text: y}}}}}}",
            "behind a button",
        ),
        ("intents/ko/a", f"pool.{'x' * 36}: {{title: x, examples: [y]}}", "does not fit behind a button"),
        ("words/ko", "always: 언제나\nrange: '{start}부터'", '"range" must hold'),
        ("words/ko", "weekdays: [월, 화]", '"weekdays" needs 7'),
    ],
)
def test_mistakes_in_texts_are_found_at_load(folder: MakeOffice, file: str, text: str, says: str) -> None:
    said = complaints(folder(**{file: text}))
    assert any(says in line for line in said), said
    assert all(line.startswith(f"{file}.yaml:") or line.startswith(file.rsplit("/", 1)[0]) for line in said), said


def test_a_variable_in_a_long_text_is_named_by_its_own_line(folder: MakeOffice) -> None:
    lines = ("fee.amount:", "  text: |", "    첫 줄", "", "    {fee_due}까지", "    전화 {phone_ofice}", "  source: y")
    text = "\n".join(("# 관리비", *lines, "  reviewed: 2026-10-01\n"))
    (said,) = complaints(folder(**{"answers/ko/a": text}))
    assert said.startswith('answers/ko/a.yaml:7: the variable "{phone_ofice}"')
    (said,) = complaints(folder(**{"answers/ko/a": text.replace("|", ">")}))
    assert said.startswith("answers/ko/a.yaml:3: "), "lines that are folded into one are named by their beginning"


def test_a_folder_that_is_not_there_and_one_without_office_yaml(tmp_path: Path) -> None:
    (missing,) = complaints(tmp_path / "nowhere")
    assert "python -m bot init" in missing
    (empty,) = complaints(tmp_path)
    assert "no office.yaml" in empty


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_bytes(b"name: \xff\xfe")
    (said,) = complaints(tmp_path)
    assert said.startswith("office.yaml:1: the file cannot be read")


def test_a_new_office_starts_as_a_marked_copy_of_the_sample(tmp_path: Path, sample: Office) -> None:
    target = tmp_path / "new" / "office"
    init_office(target)
    office = load_office(target)
    assert office.is_sample
    assert office.answers == sample.answers
    assert "sample: true  # remove when the phone numbers are yours" in (target / "office.yaml").read_text("utf-8")
    with pytest.raises(OfficeError) as caught:
        init_office(target)
    assert "is not empty" in lines(caught.value)[0]


def test_the_sample_never_answers_on_telegram_and_neither_does_a_borrowed_number(folder: MakeOffice) -> None:
    with pytest.raises(OfficeError) as caught:
        check_for_telegram(load_office(SAMPLE_OFFICE))
    assert "python -m bot init" in lines(caught.value)[0]
    with pytest.raises(OfficeError) as caught:
        check_for_telegram(load_office(folder("phones: {office: 031-1, duty: 031-2, guard: 031-3, lift: 031-4}\n")))
    assert [line.split(": ", 1)[1].split(" is")[0] for line in lines(caught.value)] == ['the number "gas"']
    office = load_office(folder("phones: {office: 031-1, duty: 031-2, lift: 031-4, gas: 031-5}\n"))
    assert office.phones["guard"] == "031-2", "without a guard's room the duty answers"
    check_for_telegram(office)


@pytest.mark.parametrize("line", ["timezone: Asia/Seoul", "  album: "])
def test_a_line_that_the_sample_itself_lacks_is_named(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = tmp_path / "sample_office"
    shutil.copytree(SAMPLE_OFFICE, sample)
    monkeypatch.setattr(loader, "SAMPLE_OFFICE", sample)
    main = sample / "office.yaml"
    kept = [one for one in main.read_text(encoding="utf-8").splitlines() if not one.startswith(line)]
    main.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(OfficeError) as refused:
        load_office(sample)
    assert any(f'"{line.strip().split(":")[0]}:"' in said for said in lines(refused.value, "ko"))
