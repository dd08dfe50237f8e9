"""`python -m intents` as scripts use it: JSON lines out, one line per error, from any working directory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from intents import commands
from intents.__main__ import main
from intents.messages import MessageError
from intents.recognise import Recogniser

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
    assert capsys.readouterr().err.endswith("empty.jsonl:1: holds no messages\n")


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


def test_importing_it_brings_nothing_of_the_service() -> None:
    script = (
        "import sys, intents.recognise, intents.__main__\n"
        "bad = {'bot', 'storage', 'telegram', 'sqlalchemy', 'intents.learn', 'intents.train'} & set(sys.modules)\n"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
