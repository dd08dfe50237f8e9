"""`make mutants`: applies every fault of faults.yaml to a copy of the project and runs the test that must notice it.

    python -m tests.mutants [NAME …]     only the faults of these names

The named tests are first seen green on an untouched copy. A fault survives when its test stays green: then this fails.
It fails as well where a test does not end: waiting for something that never comes is no verdict.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

ROOT = Path(__file__).parents[2]
FAULTS = Path(__file__).with_name("faults.yaml")
AT_ONCE = 2
TEST_SECONDS = 300
_PASSED, _FAILED, _ENDLESS = 0, 1, -1


@dataclass(frozen=True, slots=True)
class Fault:
    """One change of the code: the text `find` of `file`, which stands there exactly once, becomes `replace`."""

    name: str
    why: str
    file: str
    find: str
    replace: str
    test: str


def read_faults(names: list[str]) -> list[Fault]:
    """The committed list, or those of it that were named. Raises SystemExit on an unknown name."""
    faults = [Fault(**entry) for entry in yaml.safe_load(FAULTS.read_text(encoding="utf-8"))]
    unknown = set(names) - {fault.name for fault in faults}
    if unknown:
        raise SystemExit(f"no such fault: {', '.join(sorted(unknown))}")
    return [fault for fault in faults if not names or fault.name in names]


def copy_project(target: Path) -> None:
    """Everything that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def run_tests(project: Path, *tests: str) -> tuple[int, str]:
    """Exit code of pytest and its last lines."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    env = {**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=project, env=env, capture_output=True, text=True, timeout=TEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return _ENDLESS, f"it had not ended after {TEST_SECONDS} s"
    return done.returncode, "\n".join(done.stdout.splitlines()[-15:])


def apply(fault: Fault, project: Path) -> None:
    path = project / fault.file
    code = path.read_text(encoding="utf-8")
    if code.count(fault.find) != 1:
        raise SystemExit(f"{fault.name}: its text stands {code.count(fault.find)} times in {fault.file}; mend the list")
    path.write_text(code.replace(fault.find, fault.replace), encoding="utf-8")


def judge(fault: Fault) -> str | None:
    """None when the test noticed the fault, else what went wrong."""
    with TemporaryDirectory(prefix="haedap-mutant-") as name:
        project = Path(name)
        copy_project(project)
        apply(fault, project)
        code, words = run_tests(project, fault.test)
    if code == _FAILED:
        return None
    return "survived: its test stayed green" if code == _PASSED else f"could not be judged by its test:\n{words}"


def green_before(faults: list[Fault]) -> bool:
    """All named tests pass on the code as it is."""
    with TemporaryDirectory(prefix="haedap-mutant-") as name:
        project = Path(name)
        copy_project(project)
        code, words = run_tests(project, *sorted({fault.test for fault in faults}))
    if code != _PASSED:
        print(f"not green before any fault:\n{words}")
    return code == _PASSED


def main(names: list[str]) -> int:
    faults = read_faults(names)
    if not green_before(faults):
        return 1
    missed = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for fault, trouble in zip(faults, pool.map(judge, faults), strict=True):
            print(f"{'noticed' if trouble is None else 'NOT NOTICED'}  {fault.name}: {fault.why}", flush=True)
            if trouble is not None:
                print(f"         {trouble}\n         {fault.test}")
                missed += 1
    print(f"{len(faults) - missed} of {len(faults)} faults noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
