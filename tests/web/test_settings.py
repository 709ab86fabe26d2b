"""Settings: safe unless somebody says otherwise, complete, and told by the environment."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command

from leopold_web import environment

from .conftest import Installation


@pytest.mark.django_db
def test_it_has_a_migration_for_every_model() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_it_is_fit_for_the_open_internet(installation: Callable[[], Installation]) -> None:
    said = installation().run(
        "manage", "check", "--deploy", "--fail-level", "WARNING", LEOPOLD_HOSTS="desk.example", LEOPOLD_LISTEN="0.0.0.0"
    )
    assert "no issues" in said.stdout


def test_it_keeps_one_secret_key_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    environment.prepare(folder)
    key = environment.secret_key(folder)
    environment.prepare(folder)
    assert environment.secret_key(folder) == key
    assert len(key) > 50
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_understands_an_address_of_postgresql(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://leo%40x:p%2Fw@db.example:5433/desk?sslmode=require")
    found = environment.database(tmp_path)
    assert [found[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "leo@x",
        "p/w",
        "db.example",
        "5433",
        "desk",
    ]
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert found["ATOMIC_REQUESTS"] is False


def test_it_refuses_an_address_of_anything_else(installation: Callable[[], Installation]) -> None:
    done = Installation(installation().data, "mysql://root@localhost/desk").run("migrate", check=False)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("leopold-web: DATABASE_URL must begin with postgresql://")


@pytest.mark.parametrize(
    ("listen", "named", "expected"),
    [
        ("127.0.0.1", "", list(environment.LOCAL_NAMES)),
        ("", "", list(environment.LOCAL_NAMES)),
        ("0.0.0.0", "desk.example", ["desk.example"]),
    ],
)
def test_it_answers_to_the_names_it_was_given(
    monkeypatch: pytest.MonkeyPatch, listen: str, named: str, expected: list[str]
) -> None:
    monkeypatch.setenv("LEOPOLD_LISTEN", listen)
    monkeypatch.setenv("LEOPOLD_HOSTS", named)
    assert environment.hosts() == expected


def test_it_answers_to_an_address_it_listens_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEOPOLD_HOSTS", raising=False)
    monkeypatch.setenv("LEOPOLD_LISTEN", "192.0.2.7")
    assert "192.0.2.7" in environment.hosts()


def test_a_time_zone_that_does_not_exist_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEOPOLD_TIME_ZONE", "Europe/Leopold")
    with pytest.raises(environment.UnusableSettingError, match="Europe/Moscow"):
        environment.time_zone()
    monkeypatch.setenv("LEOPOLD_TIME_ZONE", "Europe/Moscow")
    assert environment.time_zone() == "Europe/Moscow"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LEOPOLD_DATA", "/proc/leopold"),
        ("LEOPOLD_DATA", __file__),
        ("DATABASE_URL", "postgresql://user:word@host:port/name"),
        ("DATABASE_URL", "postgresql://[::1/name"),
    ],
)
def test_it_says_in_one_line_what_cannot_be_used(
    installation: Callable[[], Installation], name: str, value: str
) -> None:
    done = installation().run("migrate", check=False, **{name: value})
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr


def test_a_secret_is_never_there_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_size: int) -> str:
        raise OSError(28, "No space left on device")

    place = tmp_path / "data" / "code"
    with monkeypatch.context() as patch:
        patch.setattr(environment.secrets, "token_urlsafe", full)
        with pytest.raises(OSError, match="No space"):
            environment.secret(place, 9)
    assert not list(place.parent.iterdir())
    made = environment.secret(place, 9)
    assert (len(made), environment.secret(place, 9)) == (12, made)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert list(place.parent.iterdir()) == [place]
