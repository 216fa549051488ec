"""PostgreSQL, object storage and nginx on this machine, for as long as a block lasts."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
DEPLOY = Path(__file__).resolve().parents[2] / "deploy"


def needs_extra() -> None:
    """Skip without the extensions of DuckDB."""
    if find_spec("duckdb_extension_ducklake") is None:
        missing("the extra is not installed: pip install '.[cluster]'")


def missing(reason: str) -> NoReturn:
    """Skip, or fail where REQUIRE_CLUSTER=1 says that everything is to be there."""
    if os.environ.get("REQUIRE_CLUSTER") == "1":
        pytest.fail(f"REQUIRE_CLUSTER=1, but {reason}")
    pytest.skip(reason)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Catalogue:
    """PostgreSQL in a folder of its own, with the two roles of deploy/lake.sql."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        # It does not run as root.
        self._as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self._as:
            shutil.chown(folder, "postgres")
        self._run(
            "initdb", "-D", self.data, "-A", "trust", "-N", "--no-instructions", "-U", "owner"
        )
        self.start()
        self._run("createdb", *self._where, "lake")
        sql = (DEPLOY / "lake.sql").read_text()
        self._run(
            "psql", *self._where, "-q", "-v", "publisher=p", "-v", "reader=r", "lake", said=sql
        )

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    @property
    def _where(self) -> tuple[str, ...]:
        return ("-h", "127.0.0.1", "-p", str(self.port), "-U", "owner")

    def address(self, role: str) -> str:
        """The setting for who publishes or reads."""
        return f"ducklake:postgres:dbname=lake host=127.0.0.1 port={self.port} user={role}"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -F"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", self.data, "-w", "-s", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """As when the machine goes: nobody is waited for."""
        self._run("pg_ctl", "-D", self.data, "-w", "-s", "-m", "immediate", "stop")

    def drop(self, promise: str) -> None:
        """Take away a promise's lake."""
        self._run(
            "psql", *self._where, "-q", "lake", said=f'DROP SCHEMA IF EXISTS "{promise}" CASCADE'
        )

    def dump(self) -> str:
        """Everything in the catalogue as text."""
        return self._run("pg_dump", *self._where, "lake")

    def _run(self, program: str, *arguments: str, said: str | None = None) -> str:
        done = subprocess.run(
            [*self._as, str(POSTGRES[-1] / program), *arguments],
            input=said,
            stdout=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
            text=True,
            check=True,
            cwd="/",
        )
        return done.stdout or ""


@contextmanager
def catalogue(folder: Path) -> Iterator[Catalogue]:
    """A running catalogue. `folder` has to be one that any user can reach."""
    if not POSTGRES:
        missing("PostgreSQL is not installed")
    running = Catalogue(folder)
    try:
        yield running
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            running.stop()


@contextmanager
def nginx(folder: Path, replicas: Mapping[str, int]) -> Iterator[str]:
    """deploy/nginx.conf before replicas on this machine; its address."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        missing("nginx is not installed")
    port = free_port()
    written = (DEPLOY / "nginx.conf").read_text().replace("listen 8080", f"listen 127.0.0.1:{port}")
    written = written.replace("/tmp/nginx", str(folder / "nginx"))
    for name, own in replicas.items():
        assert f"{name}:8501" in written
        written = written.replace(f"{name}:8501", f"127.0.0.1:{own}")
    (folder / "nginx.conf").write_text(written)
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with (folder / "nginx.log").open("w") as log:
        process = subprocess.Popen([*command, "-g", "daemon off;"], stderr=log)
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
