"""Run a command with DATABASE_URL naming a PostgreSQL made for it alone: python tests/postgresql.py COMMAND…

The cluster lies in a temporary folder, listens on a socket there and nowhere else, and is gone when the command ends.
Its exit status is the command's. Needs Debian's package postgresql, or its executables on the PATH.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROLE = "leopold"
# A cluster that lives for one command has nothing to lose in a power cut.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


def executables() -> Path:
    """Return the folder of PostgreSQL's executables, the newest where there are several."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not folders:
        sys.exit("tests/postgresql.py: PostgreSQL is not installed; on Debian: apt-get install postgresql")
    return folders[-1]


def owner() -> dict[str, Any]:
    """Return as whom the cluster runs: root may not, so somebody who may do nothing else."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def cluster() -> Iterator[str]:
    """Give the address of a database in a new cluster."""
    programs, who = executables(), owner()
    with tempfile.TemporaryDirectory(prefix="leopold-pg-") as place:
        if who:
            os.chown(place, who["user"], who["group"])
        data = Path(place) / "data"

        def run(program: str, *arguments: str | Path) -> None:
            command = [programs / program, *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=place, **who)

        initdb = ["-D", data, "-U", ROLE, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]
        run("initdb", *initdb)
        options = f"-c listen_addresses='' -k {place} {HASTE}"
        run("pg_ctl", "-D", data, "-l", Path(place) / "log", "-o", options, "-w", "start")
        try:
            run("createdb", "-h", place, "-U", ROLE, ROLE)
            Path(place).chmod(0o755)
            yield f"postgresql://{ROLE}@/{ROLE}?host={place}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def main(command: list[str]) -> int:
    """Run `command` beside a cluster and return its exit status."""
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    with cluster() as url:
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
