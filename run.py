#!/usr/bin/env python3
"""What a developer does with Leopold, as commands. Needs Python 3.11 or later, and nothing else.

    python3 run.py demo             start the desk on the built-in sample
    python3 run.py test             all that CI does: style, types, contract, and the tests
    python3 run.py test LANE…       some of it: style, types, core, web, postgresql, browser
    python3 run.py leopold …        the command line; `leopold-web …` likewise
    python3 run.py benchmark NAME … one of benchmarks/
    python3 run.py lock             write requirements/*.txt anew from pyproject.toml

Each command makes the virtual environment it needs below .venv/ from a hashed lock, once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BIN = "Scripts" if os.name == "nt" else "bin"
LOCKS = {"core": ("install", "test"), "desk": ("install", "desk"), "dev": ("dev",), "peers": ("install", "peers")}
BENCHMARKS = {"settlement": "peers"}
"""The environments of benchmarks that need another one than `dev`."""
SOURCES = {"peers": ("stringcase",)}
"""Packages that come without a wheel, by environment."""
DEBIAN = {
    "chromium": "/usr/bin/chromium",
    "dovecot-imapd": "/usr/lib/dovecot/imap",
    "gettext": "/usr/bin/msgfmt",
    "postgresql": "/usr/lib/postgresql/*/bin/initdb",
}


def fail(sentence: str) -> None:
    sys.exit(f"run.py: {sentence}")


def environment(name: str) -> Path:
    """Return the folder of executables of the environment `name`, made from its lock when that has changed."""
    home, lock = ROOT / ".venv" / name, ROOT / "requirements" / f"{name}.txt"
    stamp, wanted = (
        home / "lock.sha256",
        hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest(),
    )
    if not stamp.exists() or stamp.read_text() != wanted:
        print(f"Making .venv/{name} …", file=sys.stderr, flush=True)
        try:
            venv.create(home, with_pip=True, clear=True)
        except subprocess.CalledProcessError:
            fail("this Python cannot make virtual environments; on Debian: apt install python3-venv")
        pip = [str(home / BIN / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        quiet = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
        sources = [word for package in SOURCES.get(name, ()) for word in ("--no-binary", package)]
        chosen = ["--require-hashes", "--only-binary", ":all:", *sources, "-r", str(lock)]
        subprocess.run([*pip, *chosen], check=True, env=quiet)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True, env=quiet)
        stamp.write_text(wanted)
    return home / BIN


def debian_packages() -> None:
    """Install what the tests need besides Python, where it is missing."""
    missing = [
        package
        for package, file in DEBIAN.items()
        if not any(Path("/").glob(file[1:])) and not shutil.which(Path(file).name)
    ]
    if not missing:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        fail(f"the tests need {', '.join(missing)}; on Debian: sudo apt-get install {' '.join(missing)}")
    print(f"Installing {', '.join(missing)} …", file=sys.stderr, flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], check=True, **quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], check=True, **quiet)


def lanes() -> dict[str, list[list[str]]]:
    """Return the commands of each lane of the tests, by the lane's name."""
    core, dev = environment("core"), environment("dev")
    python = str(dev / "python")
    pytest = [python, "-m", "pytest", "-q"]
    django = ["--ds=leopold_web.settings"]
    return {
        "style": [
            [str(dev / "ruff"), "format", "--check", "--quiet", "."],
            [str(dev / "ruff"), "check", "--quiet", "."],
            [str(dev / "lint-imports"), "--no-logo"],
        ],
        "types": [[str(dev / "mypy")]],
        "core": [[str(core / "python"), "-m", "pytest", "-q", "tests/core"]],
        "training": [[*pytest, "tests/training"]],
        "web": [[*pytest, *django, "tests/web"]],
        "postgresql": [[python, "tests/postgresql.py", *pytest, *django, "tests/web"]],
        "browser": [[*pytest, *django, "tests/browser"]],
    }


def run_lane(name: str, commands: list[list[str]]) -> bool:
    """Run the commands of one lane, print what they said under one heading, and return whether all passed."""
    started, said, passed = time.monotonic(), [], True
    for command in commands:
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        said.append(done.stdout)
        passed = passed and done.returncode == 0
    verdict = "passed" if passed else "FAILED"
    print(f"── {name}: {verdict} in {time.monotonic() - started:.0f} s\n{''.join(said)}", flush=True)
    return passed


def test(names: list[str]) -> int:
    """Run the named lanes, all when none is named, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        for made in [pool.submit(debian_packages), pool.submit(lambda: (environment("dev"), environment("core")))]:
            made.result()
    todo = lanes()
    if unknown := set(names) - set(todo):
        fail(f"no lane is called {', '.join(sorted(unknown))}; there are {', '.join(todo)}")
    chosen = names or list(todo)
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda name: run_lane(name, todo[name]), chosen))
    failed = [name for name, passed in zip(chosen, results, strict=True) if not passed]
    print(f"Failed: {', '.join(failed)}" if failed else f"All passed: {', '.join(chosen)}")
    return 1 if failed else 0


def lock() -> int:
    """Write the hashed locks anew, with no address of any index in them."""
    uv = [
        str(environment("dev") / "uv"),
        "pip",
        "compile",
        "pyproject.toml",
        "--generate-hashes",
        "--universal",
        "--quiet",
    ]
    uv += ["--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links"]
    for name, extras in LOCKS.items():
        words = [word for extra in extras for word in ("--extra", extra)]
        command = [*uv, *words, "--custom-compile-command", "python3 run.py lock", "-o", f"requirements/{name}.txt"]
        subprocess.run(command, cwd=ROOT, check=True)
    return 0


def become(command: Path, *arguments: str) -> None:
    """Go on as `command`, so that whoever stops this process stops that one."""
    if os.name == "nt":
        sys.exit(subprocess.call([command, *arguments]))
    os.execv(command, [str(command), *arguments])


def main(arguments: list[str]) -> int:
    """Do what the first word says."""
    match arguments:
        case ["demo", *rest]:
            become(environment("desk") / "leopold-web", "demo", *rest)
        case ["test", *names]:
            return test(names)
        case [("leopold" | "leopold-web") as name, *rest]:
            become(environment("desk") / name, *rest)
        case ["benchmark", name, *rest]:
            python = environment(BENCHMARKS.get(name, "dev")) / "python"
            return subprocess.call([python, "-m", f"benchmarks.{name}", *rest], cwd=ROOT)
        case ["lock"]:
            return lock()
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may meet
        fail(f"Leopold needs Python 3.11 or later; this is {sys.version.split()[0]}")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
