"""`make bench`: the understanding, then the whole service beside a bare echo bot, the look-alike in its own process.

`python -m tests.benchmarks service` leaves the understanding out."""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.sandbox.client import running_sandbox
from tests.benchmarks import understanding
from tests.benchmarks.load import Run, bot_environment, bot_process, get_acquainted, load, owners
from tests.benchmarks.machine import fsyncs_per_second

PEOPLE = 120
LIFTED_MESSAGES = 1200
LIMITED_PER_SECOND = 20.0
LIMITED_MESSAGES = 600


async def measured(folder: Path, *command: str, limits: bool, per_second: float | None, messages: int) -> Run:
    """One bot, one load, a fresh look-alike."""
    async with running_sandbox(limits=limits) as sandbox:
        people = await owners(sandbox, PEOPLE)
        env = bot_environment(sandbox, folder)
        async with bot_process(*command, env=env) as bot:
            await get_acquainted(sandbox, people)
            return await load(sandbox, bot, people, per_second=per_second, messages=messages)


def report(name: str, run: Run) -> None:
    print(
        f"{name:34} {run.per_second:7.1f} msg/s  answered {run.answered}/{run.sent}"
        f"  p50 {run.percentile(0.5):6.3f} s  p99 {run.percentile(0.99):6.3f} s"
        f"  CPU {run.cpu_per_update * 1000:5.1f} ms/update  peak {run.peak_megabytes:5.0f} MB",
        flush=True,
    )


async def main() -> int:
    if "service" not in sys.argv[1:]:
        print("understanding, each in its own process where memory is measured", flush=True)
        understanding.main()
    print("\nthe service", flush=True)
    with TemporaryDirectory(prefix="haedap-bench-") as name:
        root = Path(name)
        print(f"disk: {fsyncs_per_second(root):.0f} fsyncs/s", flush=True)
        runs = {}
        for title, command, limits, rate, messages in (
            ("echo bot, limits lifted", ("-m", "tests.benchmarks.echo_bot"), False, None, LIFTED_MESSAGES),
            ("service, limits lifted", ("-m", "tests.benchmarks.unlimited"), False, None, LIFTED_MESSAGES),
            ("service, with limits, 20/s", ("-m", "bot", "run"), True, LIMITED_PER_SECOND, LIMITED_MESSAGES),
        ):
            folder = root / title.replace(" ", "-").replace(",", "").replace("/", "-")
            folder.mkdir()
            runs[title] = await measured(folder, *command, limits=limits, per_second=rate, messages=messages)
            report(title, runs[title])
        echo, service = runs["echo bot, limits lifted"], runs["service, limits lifted"]
        print(f"service to echo bot: {service.per_second / echo.per_second:.2f} of its throughput")
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
