"""How fast a corpus is read and analysed, against `notmuch new` and the bare parser, in one run.

    python -m benchmarks.ingest CORPUS [--rounds N]

CORPUS is a folder of letters. Each contender is a whole process, start-up included; CPU seconds are the operating
system's own account of it (user + system), memory its peak. The contenders take turns, and the median of the rounds
is printed, so that the ratios hold where the machine's speed drifts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

BARE_PARSER = """
import sys
from email import message_from_bytes
from pathlib import Path

for path in Path(sys.argv[1]).rglob("*"):
    if path.is_file():
        message_from_bytes(path.read_bytes())
"""


@dataclass(frozen=True)
class Cost:
    """What one process took: CPU and wall seconds, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str], **environment: str) -> Cost:
    """Run `command` to its end and return what it took; CalledProcessError when it fails."""
    started = perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, env={**os.environ, **environment}, **quiet)  # type: ignore[call-overload]
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Cost(usage.ru_utime + usage.ru_stime, perf_counter() - started, usage.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """Return the costs' medians, each figure by itself."""
    return Cost(*(statistics.median(getattr(one, name) for one in costs) for name in ("cpu", "wall", "memory")))


def scan(corpus: Path, scratch: Path, *, fresh: bool) -> Cost:
    """Scan `corpus`, from nothing or again with nothing new."""
    store = scratch / "store"
    if fresh:
        shutil.rmtree(store, ignore_errors=True)
    command = [sys.executable, "-m", "leopold.cli", "scan", str(corpus), "--store", str(store)]
    return cost([*command, "--json", str(scratch / "scan.json")])


def notmuch(corpus: Path, scratch: Path) -> Cost:
    """Index a copy of `corpus` with `notmuch new`, from nothing."""
    home, settings = scratch / "notmuch", scratch / "notmuch.config"
    shutil.rmtree(home / ".notmuch", ignore_errors=True)
    if not home.exists():
        shutil.copytree(corpus, home)
    settings.write_text(f"[database]\npath={home}\n[user]\nname=Benchmark\nprimary_email=benchmark@example.com\n")
    return cost(["notmuch", "new", "--quiet"], NOTMUCH_CONFIG=str(settings))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest", description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = sum(len(names) for _, _, names in os.walk(options.corpus))
    names = ["leopold scan", "again, nothing new", "bare compat32 parser"]
    names += ["notmuch new"] if shutil.which("notmuch") else []
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for _ in range(options.rounds):
            costs["leopold scan"].append(scan(options.corpus, scratch, fresh=True))
            costs["again, nothing new"].append(scan(options.corpus, scratch, fresh=False))
            costs["bare compat32 parser"].append(cost([sys.executable, "-c", BARE_PARSER, str(options.corpus)]))
            if "notmuch new" in costs:
                costs["notmuch new"].append(notmuch(options.corpus, scratch))
        found = json.loads((scratch / "scan.json").read_text())["input"]
    show({name: median(each) for name, each in costs.items()}, files, options.rounds)
    kept = ("read", "duplicates", "refused")
    total = sum(found[name] for name in kept)
    print(", ".join(f"{name} {found[name]}" for name in kept), f"= {total} of {files} files")


def show(medians: dict[str, Cost], files: int, rounds: int) -> None:
    """Print one row a contender, with its CPU as a ratio to each peer's."""
    peer, bare = medians.get("notmuch new"), medians["bare compat32 parser"]
    print(f"{files} files, median of {rounds} rounds, whole processes")
    print(f"{'':22}{'CPU s':>8}{'wall s':>8}{'MB':>7}{'letters/CPU s':>15}{'/ notmuch':>11}{'/ parser':>10}")
    for name, one in medians.items():
        ratio = f"{one.cpu / peer.cpu:.2f}" if peer else "–"
        rate = f"{files / one.cpu:,.0f}"
        print(f"{name:22}{one.cpu:8.2f}{one.wall:8.2f}{one.memory:7.0f}{rate:>15}{ratio:>11}{one.cpu / bare.cpu:10.2f}")
    if peer is None:
        print("notmuch is not installed; on Debian: apt-get install notmuch")


if __name__ == "__main__":
    main()
