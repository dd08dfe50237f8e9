"""Where memory is short, languages are learnt one after the other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intents import processes
from intents.processes import ProcessError, free_memory, side_by_side
from tests.intents.long_work import take_all_memory
from tests.waiting import until

PROJECT = Path(processes.__file__).resolve().parent.parent
TWO_THAT_TAKE_LONG = """
import os
from pathlib import Path
from intents.processes import side_by_side
from tests.intents.long_work import begin_and_wait
os.cpu_count = lambda: 2
side_by_side(begin_and_wait, [({folder!r},), ({folder!r},)])
"""
A_TRAINING = """
import asyncio
from pathlib import Path
from intents.catalogue import load_catalogue, shipped_catalogue_path
from intents.elsewhere import recogniser_for
asyncio.run(recogniser_for(load_catalogue(shipped_catalogue_path()), Path({folder!r})))
"""


def begun(script: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process that has others work for it, and leaves nothing outside of the folder when it is killed."""
    command = [sys.executable, "-c", script.format(folder=str(folder))]
    return subprocess.Popen(command, cwd=PROJECT, env={**os.environ, "TMPDIR": str(folder)})


def killed(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def runs(number: int) -> bool:
    """What has ended and was not asked for its result by anybody counts as ended."""
    return told(number)[:1] not in ([], ["Z"])


def workers_for(folder: Path) -> list[int]:
    """Processes in whose command the folder is named."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            named = str(folder).encode() in (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if named and entry.name != str(os.getpid()):
            found.append(int(entry.name))
    return found


def named_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def told(number: int) -> list[str]:
    """What the system tells of a process: state, parent, …"""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def is_at_work(number: int) -> bool:
    """Whether it has read what it is to learn: it has workers of its own, or has computed for long."""
    processes_of_all = [told(int(entry.name)) for entry in Path("/proc").glob("[0-9]*")]
    itself = told(number)
    computed = bool(itself) and int(itself[11]) >= 3 * os.sysconf("SC_CLK_TCK")
    return computed or any(of and of[1] == str(number) for of in processes_of_all)


linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up as on Linux")


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


def test_a_process_without_memory_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)

    with pytest.raises(ProcessError, match="no memory was left for a trainer"):
        side_by_side(take_all_memory, [(), ()])
    assert "Traceback" not in capfd.readouterr().err


def test_a_process_that_cannot_begin_is_spoken_of_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with pytest.raises(ProcessError, match="no process can be started \\(No such file or directory\\)"):
        side_by_side(os.getpid, [(), ()])


@linux
async def test_workers_end_with_the_process_that_was_killed(tmp_path: Path) -> None:
    master = begun(TWO_THAT_TAKE_LONG, tmp_path)
    await until(lambda: len(named_in(tmp_path)) == 2)
    killed(master)
    workers = [int(name) for name in named_in(tmp_path)]
    await until(lambda: not any(map(runs, workers)))


@linux
async def test_a_trainer_ends_with_the_service_that_was_killed(tmp_path: Path) -> None:
    service = begun(A_TRAINING, tmp_path)
    await until(lambda: any(number != service.pid and is_at_work(number) for number in workers_for(tmp_path)))
    killed(service)
    await until(lambda: not any(map(runs, workers_for(tmp_path))), 20)
    assert not any(name.startswith("weights-") for name in named_in(tmp_path)), "it did not come to its end"
