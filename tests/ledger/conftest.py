"""Ledgers for tests: small files written as people's systems write them, and the engines that keep big ones."""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"
_INITDB = next(
    map(str, [*sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)]),
    shutil.which("initdb"),
)


@pytest.fixture
def ledger_file(tmp_path: Path) -> Callable[..., Path]:
    """Write text or bytes under a name, and give the path."""

    def write(content: str | bytes, name: str = "ledger.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data; tests that read it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of shared real data is not here")
    return SHARED


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, with a password, for as long as the tests run."""
    if _INITDB is None and not os.environ.get("CI"):
        pytest.skip("PostgreSQL is not on this machine (initdb was not found)")
    assert _INITDB, "CI needs PostgreSQL (initdb under /usr/lib/postgresql or on the PATH)"
    # PostgreSQL does not run as root, and a test's own folder is closed to everybody else.
    who: dict[str, Any] = {"user": "nobody", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="cx-postgres-"))
    server = None
    try:
        secret = folder / "secret"
        secret.write_text("cx-s3cret")
        if who:
            for path in (folder, secret):
                shutil.chown(path, "nobody")
        data = folder / "data"
        made = [
            _INITDB,
            "-D",
            data,
            "-U",
            "cx",
            "-A",
            "scram-sha-256",
            "--pwfile",
            secret,
            "-E",
            "UTF8",
            "-N",
        ]
        subprocess.run([*made, "--locale=C.UTF-8"], check=True, capture_output=True, cwd=folder, **who)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [Path(_INITDB).with_name("postgres"), "-D", data, "-p", str(port), "-F"]
        command += ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}"]
        server = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who
        )
        ready = [Path(_INITDB).with_name("pg_isready"), "-q", "-t", "30", "-h", "127.0.0.1", "-p", str(port)]
        for _ in range(100):
            if subprocess.run(ready, check=False).returncode == 0:
                break
            time.sleep(0.1)
        yield f"postgresql://cx:cx-s3cret@127.0.0.1:{port}/postgres"
    finally:
        if server is not None:
            # Fast shutdown: whoever is still connected is cut off.
            server.send_signal(signal.SIGINT)
            server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A Spark session on this machine, for as long as the tests run."""
    missing = importlib.util.find_spec("pyspark") is None or shutil.which("java") is None
    if missing and not os.environ.get("CI"):
        pytest.skip("PySpark (requirements-spark.txt) or Java is not on this machine")
    assert not missing, "CI needs PySpark (requirements-spark.txt) and Java"
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from cxworkshop.ledger.remote.spark import open_spark

    engine = open_spark("spark:local[2]")
    # Compiling each query anew takes far longer than such small tables do.
    for setting, chosen in (("shuffle.partitions", "2"), ("codegen.wholeStage", "false")):
        engine.session.conf.set(f"spark.sql.{setting}", chosen)
    yield engine
    engine.close()
