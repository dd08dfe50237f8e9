"""`python -m intents explain`: a person reads what was scored, which stage decided and what the gate weighed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from intents.__main__ import main
from intents.catalogue import Catalogue
from intents.emergency import Evidence
from intents.explain import CIRCUMSTANCES

Explained = Callable[[str], str]


@pytest.fixture
def explained(capsysbinary: pytest.CaptureFixture[bytes]) -> Explained:
    def run(text: str) -> str:
        assert main(["explain", text]) == 0
        return capsysbinary.readouterr().out.decode()

    return run


def line(said: str, name: str) -> str:
    return next(line for line in said.splitlines() if line.startswith(f"{name} "))


def test_what_follows_a_greeting_is_what_is_explained(explained: Explained) -> None:
    said = explained("안녕하세요 관리비 얼마 나왔어요")
    assert line(said, "read") == "read as   관리비 얼마 나왔어요  (without the greeting or thanks)"


def test_what_stands_in_a_letter_is_what_is_explained(explained: Explained) -> None:
    said = explained("안녕하세요. 101동 502호 김철수입니다. 주방 천장에서 물이 새요. 감사합니다.")
    assert "천장에서 물이 새요" in line(said, "read")
    assert "김철수" not in line(said, "read")
    assert line(said, "read").endswith("(without the frame of a letter)")
    assert "name 김철수" in line(said, "slots")


def test_a_message_without_a_frame_is_read_as_a_whole(explained: Explained) -> None:
    assert line(explained("관리비 얼마 나왔어요"), "read") == "read as   관리비 얼마 나왔어요"


def test_the_stage_that_decided_is_named(explained: Explained, shipped_catalogue: Catalogue) -> None:
    example = shipped_catalogue.intents["help"].examples["ko"][0]
    exact = line(explained(f"{example[:2]} {example[2:]} ~!"), "decided")
    assert exact == "decided   by an example of help that is the same but for spaces and signs"
    assert line(explained("베란다에서 연기가 막 나요 불났어요 빨리요"), "decided") == "decided   by the emergency gate"
    assert line(explained("엘리베이터에 광고지를 붙여도 됩니까"), "decided").startswith("decided   by the grams")


def test_likeness_is_named_where_it_turned_the_scales(
    small_folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["explain", "--catalogue", str(small_folder), "until when is the desk key"]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert line(said, "decided").endswith("by likeness to an example: the grams alone put lost.key before open.hours")
    assert "the catalogue knows no emergencies" in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("베란다에서 연기가 막 나요 불났어요 빨리요", "certain by the rules: emergency.fire"),
        ("어제 뉴스에 나온 화재 보셨어요 사람이 다쳤대요", "news or a film is spoken of"),
        ("연기는 안 나요 그냥 물어본 거예요", "it is denied"),
        ("아직 기다려요", "few letters without a word of danger"),
        ("옆 단지 관리비는 얼마래요 궁금해요", "somebody else's business is spoken of"),
        ("가스 냄새 나요 지금", "it is not to be passed over"),
        ("가스비 고지서가 안 왔어요", "a figure of speech or a harmless compound"),
        ("119 왔어요 지금", "the words leave open whether anybody is in danger"),
        ("집에 불 지르겠다고 협박해요 지금", "the words name emergency.crime"),
    ],
)
def test_what_the_emergency_gate_weighed_is_said_in_words(explained: Explained, text: str, says: str) -> None:
    said = explained(text).split("wishes")[0]
    assert says in said
    assert "weighed 0." in said or "weighed 1." in said


def test_everything_that_the_gate_heeds_has_its_words() -> None:
    flags = {field.name for field in fields(Evidence) if field.type in ("bool", bool)}
    assert flags - {"brief"} == CIRCUMSTANCES.keys()  # what is brief is curt
