"""The desk's command line, as somebody types it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError

import pytest

from .conftest import Installation
from .test_interruptions import SET_UP

Desk = Callable[[], Installation]


@contextmanager
def started(desk: Installation, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start `leopold-web`, wait for the line that says it is ready, and give the process and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "leopold_web.cli", *arguments],
        env=desk.environment(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr
    said = []
    try:
        for line in process.stderr:
            said.append(line)
            if ready := re.search(r"ready: (\S+)", line):
                yield process, ready[1]
                break
        else:
            pytest.fail("".join(said))
    finally:
        process.send_signal(signal.SIGTERM)
        ended(process)


def ended(process: subprocess.Popen[str]) -> None:
    """Wait for the end of standard error, which a desk's worker and servers hold open as long as they live."""
    try:
        process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise


def opener() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))


def page(visitor: urllib.request.OpenerDirector, address: str) -> str:
    with visitor.open(address) as answer:
        return str(answer.read().decode())


def test_it_shows_the_sample_to_whoever_comes(installation: Desk, tmp_path: Path) -> None:
    desk = installation()
    with started(desk, "demo", "--port", "0", "--no-browser", "--data", str(desk.data)) as (process, address):
        visitor = opener()
        assert page(visitor, address).count("/relationships/") >= 5
        [(first,)] = desk.rows("SELECT min(id) FROM relationships_relationship")
        assert "<h1" in page(visitor, f"{address}relationships/{first}/")
        [(state, read, refused)] = desk.rows("SELECT state, read, refused FROM inbox_import")
        assert (state, refused) == ("done", 0)
        assert read > 400
    assert process.returncode == 0


def test_it_starts_empty_and_asks_who_comes(installation: Desk) -> None:
    with started(installation(), "serve", "--port", "0") as (process, address):
        with opener().open(address) as answer:
            assert answer.url == f"{address}accounts/first-run/"
        with pytest.raises(HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(address, headers={"Host": "elsewhere.example"}))
        assert refused.value.code == 400
        refused.value.close()
    assert process.returncode == 0


def test_it_leaves_nobody_behind_when_it_is_killed(installation: Desk) -> None:
    with started(installation(), "serve", "--port", "0") as (process, _):
        process.kill()
        ended(process)


def test_it_starts_another_worker_when_one_dies(installation: Desk) -> None:
    with started(installation(), "serve", "--port", "0") as (process, _):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        workers = [pid for pid in children if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")]
        os.kill(int(workers[0]), signal.SIGKILL)
        assert process.stderr
        assert "starting another" in process.stderr.readline()
    assert process.returncode == 0


def test_it_prints_the_setup_code_where_others_can_reach_it(installation: Desk) -> None:
    desk = installation()
    process = subprocess.Popen(
        [sys.executable, "-m", "leopold_web.cli", "serve", "--host", "0.0.0.0", "--port", "0", "--no-worker"],
        env=desk.environment(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr
    said = []
    for line in process.stderr:
        said.append(line)
        if "Setup code" in line:
            break
    assert said[-1].split()[-1] == (desk.data / "setup-code").read_text()
    assert "https" in said[0]
    process.terminate()
    ended(process)


def test_it_imports_from_the_command_line(installation: Desk, sample: dict[str, Path], tmp_path: Path) -> None:
    desk = installation()
    (tmp_path / "note.txt").write_text("this is no letter at all\n")
    files = [sample["en-d-01"] / "mail.mbox", tmp_path / "note.txt"]
    early = desk.run("import", *files, check=False)
    assert (early.returncode, early.stdout) == (1, "")
    assert early.stderr == (
        "leopold-web: there is no workspace yet; start `leopold-web serve` and open its first page\n"
    )
    desk.python("-c", SET_UP.rpartition("homes =")[0], "x.example", DJANGO_SETTINGS_MODULE="leopold_web.settings")
    done = desk.run(
        "import", *files, "--ledger", sample["en-d-01"] / "invoices.csv", "--ours", "fernhillstudio.example"
    )
    assert "done: 21 letters, 0 copies, 1 refused" in done.stderr
    assert "note.txt:0: " in done.stderr
    assert desk.rows("SELECT own_domains FROM accounts_workspace") in (
        [('["fernhillstudio.example"]',)],
        [(["fernhillstudio.example"],)],
    )


@pytest.mark.parametrize("wrong", [[], ["sing"], ["import"], ["demo", "--port", "99999"], ["serve", "--port", "x"]])
def test_it_exits_with_2_for_wrong_use(installation: Desk, wrong: list[str]) -> None:
    done = installation().run(*wrong, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_it_explains_a_failure_in_one_line(installation: Desk, tmp_path: Path) -> None:
    desk = installation()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        failures = {
            "another --port": desk.run("serve", "--port", port, check=False),
            "leopold-web migrate": Installation(tmp_path, "").run("tick", check=False),
            "No such file": Installation(tmp_path, "postgresql://nobody@/x?host=/nowhere").run("tick", check=False),
        }
    for part, done in failures.items():
        assert (done.returncode, done.stdout) == (1, ""), part
        assert part in done.stderr
        assert done.stderr.count("\n") == 1


def test_it_says_that_it_is_ready_where_it_takes_https_alone(installation: Desk) -> None:
    with started(installation(), "serve", "--host", "0.0.0.0", "--port", "0", "--no-worker") as (_, address):
        assert address.startswith("http://127.0.0.1:")
