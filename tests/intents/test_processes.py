"""Where memory is short, languages are learnt one after the other."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from intents import processes
from intents.processes import ProcessError, free_memory, side_by_side


def machine(root: Path, free_kb: int, limit: str | None = None) -> Path:
    (root / "proc").mkdir(parents=True)
    (root / "proc" / "meminfo").write_text(f"MemTotal: 9000000 kB\nMemAvailable: {free_kb} kB\n", encoding="ascii")
    if limit is not None:
        (root / "sys" / "fs" / "cgroup").mkdir(parents=True)
        (root / "sys" / "fs" / "cgroup" / "memory.max").write_text(limit, encoding="ascii")
    return root


def test_the_container_counts_where_it_allows_less(tmp_path: Path) -> None:
    assert free_memory(machine(tmp_path / "bare", 2000)) == 2_048_000
    assert free_memory(machine(tmp_path / "loose", 2000, "max\n")) == 2_048_000
    assert free_memory(machine(tmp_path / "tight", 2000, "1000000\n")) == 1_000_000


def test_a_machine_that_tells_nothing_has_enough(tmp_path: Path) -> None:
    assert free_memory(tmp_path) >= 2**40


def test_what_would_not_fit_at_once_is_done_here_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(processes, "free_memory", lambda: 3000)

    assert side_by_side(os.getpid, [(), ()], room=2000) == [os.getpid()] * 2
    assert os.getpid() not in side_by_side(os.getpid, [(), ()], room=1000)


@pytest.mark.parametrize(("how", "said"), [(signal.SIGKILL, "memory is short"), (signal.SIGTERM, "exit code -15")])
def test_a_process_that_is_ended_is_spoken_of_in_one_line(
    monkeypatch: pytest.MonkeyPatch, how: signal.Signals, said: str
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    with pytest.raises(ProcessError, match=said):
        side_by_side(signal.raise_signal, [(how,), (how,)])
