"""`python -m intents` as scripts use it: JSON lines out, one line per error, from any working directory."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from intents import commands, learn
from intents.__main__ import main
from intents.messages import MessageError
from intents.recognise import Recogniser
from tests.intents.long_work import take_all_memory

ROOT = Path(__file__).resolve().parents[2]
FIELDS = {"intent", "decision", "emergency", "emergency_intent", "score", "candidates", "wishes", "slots"}


def matched(recogniser: Recogniser, source: bytes, jsonl: bool = False) -> list[dict[str, object]]:
    target = io.BytesIO()
    commands.match(recogniser, io.BytesIO(source), target, jsonl)
    return [json.loads(line) for line in target.getvalue().splitlines()]


def test_it_runs_from_any_working_directory(small_folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "intents", "match", "--catalogue", str(small_folder)]
    done = subprocess.run(
        command, input=b"i lost my key\nwhen do you open\n", cwd=tmp_path, capture_output=True, check=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["intent"] for line in lines] == ["lost.key", "open.hours"]
    assert all(line.keys() == FIELDS for line in lines)


def test_every_line_gets_a_line_in_order(shipped: Recogniser) -> None:
    lines = matched(shipped, "관리비 얼마예요\n\n불이야\r\nlast without an end".encode())
    assert len(lines) == 4
    assert lines[0]["intent"] == "fee.amount"
    assert lines[2]["emergency"] == "certain"
    for line in lines:
        assert 0 <= line["score"] <= 1  # type: ignore[operator]
        assert line["decision"] in {"answer", "confirm", "unsure", "out_of_scope"}
        assert len(line["candidates"]) >= 3  # type: ignore[arg-type]


def test_json_lines_and_broken_bytes(shipped: Recogniser) -> None:
    source = b'{"text": "hello \\ud800 there"}\n\n{"text": "\xec\x95\x88\xeb\x85\x95", "more": 1}\n'
    assert [line["intent"] for line in matched(shipped, source, jsonl=True)] == ["greeting", "greeting"]
    assert len(matched(shipped, b"\xff\xfe\xed\xa0\x80 \x00\x85\n")) == 1


def test_memory_that_is_at_its_end_is_one_line(
    small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(learn, "learn", lambda *_: take_all_memory())
    assert main(["train", "--catalogue", str(small_folder), "--cache", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("intents: no memory was left (for anything more); ")


@pytest.mark.parametrize(
    ("line", "says"),
    [(b"{bad", "no valid JSON"), (b'{"txt": "x"}', 'no "text"'), (b'["x"]', 'no "text"'), (b"1", 'no "text"')],
)
def test_a_bad_json_line_is_named(small: Recogniser, line: bytes, says: str) -> None:
    with pytest.raises(MessageError, match=says) as caught:
        matched(small, b'{"text": "fine"}\n' + line + b"\n", jsonl=True)
    assert str(caught.value).startswith("standard input:2: ")


def test_errors_are_one_line_and_exit_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["match", "--catalogue", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr().err
    assert said.startswith("intents: ")
    assert said.count("\n") == 1
    assert main(["evaluate", str(tmp_path / "missing.jsonl")]) == 2
    assert "missing.jsonl" in capsys.readouterr().err
    (tmp_path / "empty.jsonl").touch()
    assert main(["evaluate", str(tmp_path / "empty.jsonl")]) == 2
    assert capsys.readouterr().err.endswith(
        'empty.jsonl:1: holds no messages; write one {"text": "…", "intent": "…"} a line\n'
    )


def test_a_catalogue_handed_over_wrongly_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for wrong in ("garbage", "[1]", '[{"id": "a"}]', ""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(wrong))
        assert main(["train", "--json"]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_explain_names_grams_and_examples(small_folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["explain", "--catalogue", str(small_folder), "where is my key"]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert "lost.key" in said
    assert "wkey" in said
    assert "nearest examples" in said


def test_evaluate_measures(small_folder: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = [
        {"text": "i lost my key", "intent": "lost.key"},
        {"text": "pay\ud800", "intent": ["open.hours", "pay.bill"]},
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8-sig")  # as some editors begin a file
    assert main(["evaluate", "--catalogue", str(small_folder), str(file)]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert "2 messages" in said
    assert "in scope: best right               100.0%" in said


def a_set(file: Path, *rows: dict[str, object]) -> Path:
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


def test_alone_it_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr().err
    for command in ("train", "match", "explain", "evaluate", "check", "bench"):
        assert command in said


@pytest.mark.parametrize("command", ["evaluate", "bench"])
def test_a_label_that_the_catalogue_does_not_have_is_named(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    rows = (
        {"text": "hi", "intent": ["open", "oos", "open.hours"]},
        {"text": "key", "intent": ["lost.key", "lost.kye"]},
    )
    file = a_set(tmp_path / "set.jsonl", *rows)
    assert main([command, "--catalogue", str(small_folder), str(file)]) == 2
    assert capsys.readouterr().err == f"intents: {file}:2: the catalogue has no id 'lost.kye'; is 'lost.key' meant?\n"


@pytest.mark.parametrize("command", ["evaluate", "bench"])
def test_labelled_messages_that_are_not_there_are_no_fault_of_the_output(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, "--catalogue", str(small_folder), str(tmp_path / "none.jsonl")]) == 2
    said = capsys.readouterr().err
    assert said == f"intents: {tmp_path / 'none.jsonl'}: No such file or directory; check the path and its rights\n"


@pytest.mark.parametrize("command", ["evaluate", "bench"])
def test_labelled_messages_that_are_no_utf8_are_named(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    file = tmp_path / "set.jsonl"
    file.write_bytes(
        b'{"text": "fine", "intent": "lost.key"}\n' + '{"text": "열쇠", "intent": "lost.key"}'.encode("euc-kr")
    )
    assert main([command, "--catalogue", str(small_folder), str(file)]) == 2
    assert capsys.readouterr().err == f"intents: {file}:2: is not UTF-8; save it as UTF-8\n"


def test_a_number_too_long_is_not_called_deep(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "set.jsonl"
    for content, reason in (("9" * 6000, "a number of too many digits"), ("[" * 200_000, "nested too deeply")):
        file.write_text(f'{{"text": {content}}}', encoding="utf-8")
        assert main(["evaluate", "--catalogue", str(small_folder), str(file)]) == 2
        assert f"{file}:1: no valid JSON ({reason})" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["evaluate", "bench"])
def test_what_no_message_is_about_is_not_measured(
    small_folder: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], command: str
) -> None:
    file = a_set(tmp_path / "set.jsonl", {"text": "what is the weather like", "intent": "oos", "lang": "en"})
    assert main([command, "--catalogue", str(small_folder), str(file)]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert re.search(r"in scope: best right +–\n", said)
    assert re.search(r"emergencies: found +–\n", said)
    assert re.search(r"out of scope: answered +\d+\.0%\n", said)
    assert re.search(
        r"en: lost with no spaces +–\n" if command == "evaluate" else r"token_sort_ratio +– best right", said
    )


def test_bench_of_a_catalogue_that_is_out_of_scope_alone(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.yaml").write_text("oos: {examples: [what is the weather, tell me a joke]}", encoding="utf-8")
    file = a_set(tmp_path / "set.jsonl", {"text": "a joke", "intent": "oos"})
    assert main(["bench", "--catalogue", str(tmp_path), str(file)]) == 0
    assert re.search(r"token_sort_ratio +– best right", capsysbinary.readouterr().out.decode())


CLOSED_OUTPUT = "standard output: is closed; leave it open, or throw away what is said: > /dev/null"
FULL = "standard output: cannot be written (No space left on device); make room or write elsewhere"


@pytest.mark.parametrize(
    ("command", "streams", "says"),
    [
        ("match", "<&-", "standard input: is closed; send messages to it, or nothing: < /dev/null"),
        (
            "match",
            "0> /dev/null",
            "standard input: cannot be read (Bad file descriptor); give a file or a pipe of lines",
        ),
        ("match", ">&-", CLOSED_OUTPUT),
        ("explain key", ">&-", CLOSED_OUTPUT),
        ("match", "> /dev/full", FULL),
        ("explain key", "> /dev/full", FULL),
    ],
)
def test_what_a_shell_may_do_to_the_streams_is_one_line(
    small_folder: Path, command: str, streams: str, says: str
) -> None:
    line = f"exec '{sys.executable}' -m intents {command} --catalogue '{small_folder}' {streams}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", line], input=b"key\n", env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (2, f"intents: {says}\n")


def test_a_complaint_that_nobody_may_hear_is_no_result(small_folder: Path) -> None:
    line = f"exec '{sys.executable}' -m intents match --jsonl --catalogue '{small_folder}' 2>&-"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", line], input=b"no json\n", env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("place", ["file", "file/deeper"])
def test_weights_that_a_file_is_to_hold_are_not_learnt_first(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    (tmp_path / "file").touch()
    assert main(["train", "--catalogue", str(small_folder), "--cache", str(tmp_path / place)]) == 2
    said = capsys.readouterr().err
    assert said == f"intents: {tmp_path / place}: is no folder; name one that is there or can be made\n"


def test_importing_it_brings_nothing_of_the_service() -> None:
    script = (
        "import sys, intents.recognise, intents.__main__\n"
        "bad = {'bot', 'storage', 'telegram', 'sqlalchemy', 'intents.learn', 'intents.train'} & set(sys.modules)\n"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
