"""Letters of the desk: handed to a real mail server once, tried again, given up, and with nothing private in them."""

from __future__ import annotations

import email
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.conf import LazySettings
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from leopold_web import mail_server
from leopold_web.accounts.models import User
from leopold_web.environment import UnusableSettingError
from leopold_web.inbox.models import JobRun
from leopold_web.mail_server import MailServer
from leopold_web.notifications import actions, delivery, sealing, wording
from leopold_web.notifications.models import Letter
from leopold_web.round_tables import letters
from leopold_web.round_tables.actions import protocol
from leopold_web.round_tables.refusals import RefusedError
from leopold_web.serving import free_port
from leopold_web.working import new_worker

from .conftest import Cast, Installation
from .table_play import START, open_table, seats_of, to_interests, to_protocol

ROOT = Path(__file__).parents[2]
GIVEN: dict[str, Any] = {
    "subject": "Кухня",
    "host": "Fernhill",
    "name": "Вера Ким",
    "seat": "http://desk.example/seats/abc/",
    "link": "http://desk.example/seats/abc/link/secret-token/",
    "stage": "Факты",
    "ending": "подписан",
    "code": "042137",
    "deadline": START,
    "expires": START + timedelta(days=14),
    "private": "we would take half",
}


@dataclass
class Sink:
    """A mail server that keeps what it takes, or answers as it is told."""

    port: int
    answer: str = "250 OK"
    taken: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.taken.append((list(envelope.rcpt_tos), envelope.content))
        return self.answer

    def letter(self) -> EmailMessage:
        """Return the one letter that it took."""
        ((_receivers, content),) = self.taken
        return email.message_from_bytes(content, policy=default)  # type: ignore[return-value]


@pytest.fixture
def sink() -> Iterator[Sink]:
    kept = Sink(free_port("127.0.0.1", 0))
    server = Controller(kept, hostname="127.0.0.1", port=kept.port)
    server.start()
    yield kept
    server.stop()


@pytest.fixture
def mail(sink: Sink, settings: LazySettings) -> Sink:
    """A sink that this desk sends its letters to."""
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", sink.port, False, "desk@leopold.example")
    return sink


def send(
    key: str = "1", kind: str = "table_invitation", to: str = "vera@tolliver.example", language: str = "ru"
) -> Any:
    actions.send(kind, to, language, GIVEN, key, START)
    return Letter.objects.get(key=key)


@pytest.mark.django_db(transaction=True)
def test_the_worker_delivers_it_once(mail: Sink) -> None:
    now = timezone.now()
    for _ in range(2):
        actions.send("table_signed", "vera@tolliver.example", "ru", GIVEN, "1", now)
    new_worker(batch=True).run()
    delivery.tick(timezone.now())
    new_worker(batch=True).run()
    letter = mail.letter()
    assert letter["Subject"] == "Протокол подписан: Кухня"
    assert (letter["To"], letter["From"]) == ("vera@tolliver.example", "desk@leopold.example")
    assert "Вера Ким" in letter.get_content()
    kept = Letter.objects.get()
    assert (kept.sealed, kept.attempts, kept.reason) == (None, 1, "")
    assert kept.sent_at is not None
    assert JobRun.objects.get().state == JobRun.State.DONE


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", sorted(kind for kind in wording.KINDS if kind.startswith("table_")))
def test_every_letter_of_a_table_says_who_hosts_and_holds_one_link(kind: str, language: str) -> None:
    subject, text = wording.write(kind, language, GIVEN)
    assert "Кухня" in subject
    assert "Fernhill" in text
    assert len(re.findall(r"https?://\S+", text)) == 1
    assert ("secret-token" in text) == (kind == "table_invitation")
    assert ("042137" in text, "042137" in subject) == (kind == "table_code", False)
    assert "we would take half" not in subject + text
    assert not re.search(r"[{}]|%\(|None", subject + text)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_reminder_of_a_payment_is_what_a_person_wrote(language: str) -> None:
    said = {"subject": "Invoice 7\r\nBcc: all@example.com", "text": "Hello {{ name }},\n\nhttp://x.example/7 <b>&</b>"}
    subject, text = wording.write("payment_reminder", language, GIVEN | said)
    assert subject == "Invoice 7 Bcc: all@example.com"
    assert text == "Hello {{ name }},\n\nhttp://x.example/7 <b>&</b>\n"


def test_what_people_wrote_leads_nowhere_and_stays_one_line() -> None:
    evil = "Pay\r\nBcc: all@example.com\u2028 https://evil.example/x www.evil.example \u202etxt.exe" + "y" * 900
    shown = wording.line(evil)
    assert len(shown) == wording.LONGEST
    assert shown.startswith("Pay Bcc: all@example.com […] […] txt.exe")
    subject, text = wording.write("table_signed", "en", GIVEN | {"subject": evil, "name": evil, "host": evil})
    assert "evil.example" not in text
    assert "\r" not in subject + text


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_header_can_be_injected(subject: str, name: str) -> None:
    written, _text = wording.write("table_signed", "ru", GIVEN | {"subject": subject, "name": name})
    message = EmailMessage(policy=delivery.POLICY)
    message["Subject"] = written[:200]
    message.set_content("x")
    heads = message.as_bytes().partition(b"\r\n\r\n")[0].decode("ascii")
    # Of a long subject the rest stands on lines of its own, each of which begins with a space.
    names = [line.partition(":")[0] for line in heads.split("\r\n") if not line.startswith((" ", "\t"))]
    assert names == ["Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["", "vera", "a@b@c.example", "vera@tolliver.example\nBcc: x@y.example", "a b@c.example", "вера@c.example"],
)
def test_an_address_that_is_none_gets_no_attempt(mail: Sink, address: str) -> None:
    letter = send(to=address)
    assert (letter.failed_at, letter.sealed) == (START, None)
    assert not JobRun.objects.exists()


@pytest.mark.django_db
def test_it_writes_to_a_domain_in_russian(mail: Sink) -> None:
    delivery.attempt(send(to="vera@кухня.рф").pk, START)
    assert mail.taken[0][0] == ["vera@" + "кухня.рф".encode("idna").decode()]


@pytest.mark.django_db
def test_it_tries_again_with_growing_gaps_while_the_server_is_busy(mail: Sink) -> None:
    letter, mail.answer = send(), "451 Try later"
    now, gaps = START, []
    for _ in range(4):
        delivery.attempt(letter.pk, now)
        delivery.attempt(letter.pk, now)
        letter.refresh_from_db()
        gaps.append(letter.due_at - now)
        now = letter.due_at
    assert gaps == list(delivery.GAPS[:4])
    assert (letter.attempts, letter.reason) == (4, "SMTPDataError, 451: Try later")
    delivery.tick(now)
    mail.answer = "250 OK"
    delivery.attempt(letter.pk, now)
    letter.refresh_from_db()
    assert (letter.sent_at, letter.sealed, len(mail.taken)) == (now, None, 1)


@pytest.mark.django_db(transaction=True)
def test_a_worker_whose_clock_is_slow_leaves_no_letter_behind(mail: Sink) -> None:
    now = timezone.now()
    actions.send("table_signed", "vera@tolliver.example", "ru", GIVEN, "1", now + timedelta(minutes=1))
    new_worker(batch=True).run()
    assert JobRun.objects.get().state == JobRun.State.DONE
    assert not mail.taken
    Letter.objects.update(due_at=now)
    for _ in range(2):
        delivery.tick(timezone.now())
    assert JobRun.objects.get().state == JobRun.State.WAITING
    new_worker(batch=True).run()
    assert len(mail.taken) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["table_turn", "table_code"])
def test_it_is_given_up_in_time(mail: Sink, kind: str) -> None:
    mail.answer = "451 Try later"
    until = START + (timedelta(minutes=15) if kind == "table_code" else actions.PATIENCE)
    actions.send(kind, "vera@tolliver.example", "en", GIVEN | {"expires": START + timedelta(minutes=15)}, "1", START)
    now, tries = START, 0
    while Letter.objects.filter(failed_at=None).exists():
        delivery.attempt(Letter.objects.get().pk, now)
        now, tries = Letter.objects.get().due_at, tries + 1
        assert tries < 20
    letter = Letter.objects.get()
    assert letter.failed_at is not None
    assert until <= letter.failed_at <= until + delivery.GAPS[-1]
    assert (letter.sealed, letter.reason) == (None, f"{delivery.TOO_LATE}; SMTPDataError, 451: Try later")
    assert not mail.taken


@pytest.mark.django_db
def test_it_is_given_up_at_once_when_it_is_refused_for_good(mail: Sink, caplog: pytest.LogCaptureFixture) -> None:
    letter, mail.answer = send(), "550 No vera@tolliver.example here"
    delivery.attempt(letter.pk, START)
    letter.refresh_from_db()
    assert (letter.failed_at, letter.sealed, letter.attempts) == (START, None, 1)
    assert letter.reason == "SMTPDataError, 550: No vera@tolliver.example here"
    assert "vera" not in caplog.text


@pytest.mark.django_db
def test_a_server_that_is_away_is_waited_for(settings: LazySettings) -> None:
    settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")
    letter = send()
    delivery.attempt(letter.pk, START)
    letter.refresh_from_db()
    assert (letter.failed_at, letter.reason) == (None, "ConnectionRefusedError: Connection refused")


@pytest.mark.django_db
def test_nothing_goes_in_the_clear_to_another_machine(mail: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    # The sink offers no STARTTLS; here it passes for a server elsewhere.
    monkeypatch.setattr(mail_server, "is_loopback", lambda _host: False)
    letter = send()
    delivery.attempt(letter.pk, START)
    letter.refresh_from_db()
    assert (mail.taken, letter.failed_at) == ([], None)
    assert letter.reason == "SMTPNotSupportedError"


@pytest.mark.django_db
def test_a_killed_attempt_is_made_once_more_and_no_sooner_than_it_could_have_ended(mail: Sink) -> None:
    letter = send()
    killed = delivery._claim(letter.pk, START, None)
    assert killed is not None
    delivery._hand_over(MailServer("127.0.0.1", mail.port, False, "a@b.example"), delivery._message(killed, _server()))
    for seconds in (0, 30, 119):
        delivery.attempt(letter.pk, START + timedelta(seconds=seconds))
    assert len(mail.taken) == 1
    for minutes in (2, 5, 60):
        delivery.attempt(letter.pk, START + timedelta(minutes=minutes))
    assert len(mail.taken) == 2
    names = [email.message_from_bytes(content, policy=default)["Message-ID"] for _to, content in mail.taken]
    assert names[0] == names[1]


def _server() -> MailServer:
    found = actions.settings.LEOPOLD_MAIL
    assert isinstance(found, MailServer)
    return found


@pytest.mark.django_db
def test_a_waiting_letter_is_sealed_and_an_old_one_forgotten(mail: Sink, settings: LazySettings) -> None:
    letter = send()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM notifications_letter")
        kept = b"|".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for value in cursor.fetchone()
        )
    assert b"secret-token" not in kept
    assert "secret-token" in sealing.unseal("1", bytes(letter.sealed))
    with pytest.raises(sealing.BrokenSealError):
        sealing.unseal("2", bytes(letter.sealed))
    settings.SECRET_KEY = "the key of another desk, which is long enough too"
    delivery.attempt(letter.pk, START)
    letter.refresh_from_db()
    assert (letter.failed_at, letter.reason) == (START, "its text is sealed with another secret key")
    delivery.tick(START + delivery.KEPT + timedelta(seconds=1))
    assert not Letter.objects.exists()


@pytest.mark.django_db
def test_a_table_sends_its_letters_and_nothing_private(cast: Cast, mail: Sink) -> None:
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())
    to_interests(table, timezone.now())
    for letter in Letter.objects.all():
        delivery.attempt(letter.pk, timezone.now())
    kinds = sorted(Letter.objects.values_list("kind", "to"))
    assert kinds == [
        ("table_invitation", "max@neutral.example"),
        ("table_invitation", "olga@tolliver.example"),
        ("table_invitation", "vera@tolliver.example"),
        *[("table_turn", "owner@leopold.example")] * 4,
    ]
    assert not Letter.objects.filter(sent_at=None).exists()
    invitation = next(each for each in mail.taken if each[0] == ["vera@tolliver.example"])[1]
    text = email.message_from_bytes(invitation, policy=default).get_content()  # type: ignore[attr-defined]
    found = re.search(r"http://testserver(/seats/\S+/link/\S+/)", text)
    assert found
    assert cast.stranger.post(found[1], {"phrase": "a walk by the long river"}).status_code == 302
    letters.send("table_turn", seats_of(table)[1], START, "x", stage="facts", deadline=START)
    assert wording.write("table_turn", "ru", GIVEN)[0].startswith("Круглый стол, следующий этап: Факты")
    assert Letter.objects.filter(to="vera@tolliver.example", kind="table_turn").get().subject.startswith("Круглый")


@pytest.mark.django_db
def test_without_a_mail_server_the_host_passes_the_link_on(cast: Cast) -> None:
    table = open_table(cast.workspace, User.objects.get(email="owner@leopold.example"), timezone.now())
    assert not Letter.objects.exists()
    page = cast.owner.post(reverse("round-table-invite", args=[table.pk, 2]))
    assert "sends no e-mail" in page.content.decode()
    found = re.search(r"http://testserver(/seats/\S+/link/[^<\s]+)", page.content.decode())
    assert found
    asked = cast.stranger.post(reverse("seat-again"), {"email": "vera@tolliver.example"})
    assert "sends no e-mail" in asked.content.decode()
    assert "/link/" not in cast.owner.get(reverse("round-table", args=[table.pk])).content.decode()
    assert cast.stranger.post(found[1], {"phrase": "a walk by the long river"}).status_code == 302
    to_protocol(table, timezone.now())
    with pytest.raises(RefusedError, match="no_letters"):
        protocol.send_code(seats_of(table)[0], timezone.now())


TWO = """
import sys, django; django.setup()
from datetime import UTC, datetime
from django.conf import settings
from leopold_web.notifications import actions
from leopold_web.mail_server import MailServer
from tests.web.test_letters import GIVEN
settings.LEOPOLD_MAIL = MailServer("127.0.0.1", 1, False, "desk@leopold.example")
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    actions.send("table_signed", "vera@tolliver.example", "ru", GIVEN, str(number), datetime.now(UTC))
"""


ONE = """
import django; django.setup()
from datetime import UTC, datetime
from leopold_web.notifications import actions
from tests.web.test_letters import GIVEN
assert actions.send("table_signed", "vera@tolliver.example", "ru", GIVEN, "1", datetime.now(UTC))
"""


def test_a_worker_killed_before_it_noted_the_sending_sends_once_more(
    installation: Callable[..., Installation], sink: Sink
) -> None:
    there = installation()
    variables = {
        "LEOPOLD_MAIL_URL": f"smtp://127.0.0.1:{sink.port}",
        "LEOPOLD_MAIL_FROM": "desk@leopold.example",
        "DJANGO_SETTINGS_MODULE": "leopold_web.settings",
        "PYTHONPATH": f"{ROOT}/src:{ROOT}",
    }
    there.python("-c", ONE, **variables)
    where = "leopold_web.notifications.delivery:_note_sent:1"
    killed = there.python(Path(__file__).with_name("kill_at.py"), where, check=False, **variables)
    assert (killed.returncode, len(sink.taken)) == (-signal.SIGKILL, 1)
    for _ in range(2):
        there.rows("UPDATE notifications_letter SET due_at = created_at")
        there.run("tick", "--dead-after", "0", **variables)
        there.run("worker", "--batch", **variables)
    assert len(sink.taken) == 2
    assert there.rows("SELECT attempts, sent_at IS NULL, sealed IS NULL FROM notifications_letter") == [(2, 0, 1)]


def test_two_processes_make_one_letter(installation: Callable[..., Installation]) -> None:
    there = installation()
    variables = there.environment(DJANGO_SETTINGS_MODULE="leopold_web.settings", PYTHONPATH=f"{ROOT}/src:{ROOT}")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", TWO],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=variables,
            cwd=ROOT,
        )
        for _ in range(2)
    ]
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in running:
        process.communicate("\n")
    assert [process.returncode for process in running] == [0, 0]
    assert there.rows("SELECT count(*), count(DISTINCT key) FROM notifications_letter") == [(20, 20)]
    assert there.rows("SELECT count(*) FROM inbox_jobrun") == [(20,)]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://me:p%40ss@mail.example", MailServer("mail.example", 587, False, "a@b.example", "me", "p@ss")),
        ("smtps://mail.example", MailServer("mail.example", 465, True, "a@b.example")),
        ("smtp://127.0.0.1:25/", MailServer("127.0.0.1", 25, False, "a@b.example")),
        ("", None),
    ],
)
def test_the_server_is_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, url: str, expected: MailServer | None
) -> None:
    monkeypatch.setenv("LEOPOLD_MAIL_URL", url)
    monkeypatch.setenv("LEOPOLD_MAIL_FROM", "a@b.example")
    assert mail_server.from_environment() == expected


@pytest.mark.parametrize(
    ("url", "sender", "said"),
    [
        ("http://me:hunter2@mail.example", "a@b.example", "must look like"),
        ("mail.example", "a@b.example", "must look like"),
        ("smtp://me:hunter2@mail.example:none", "a@b.example", "cannot be understood"),
        ("smtp://me:hunter2@mail.example", "", "LEOPOLD_MAIL_FROM"),
        ("smtp://me:hunter2@mail.example", "Desk <a@b.example>", "LEOPOLD_MAIL_FROM"),
    ],
)
def test_a_wrong_one_is_named_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str, sender: str, said: str
) -> None:
    monkeypatch.setenv("LEOPOLD_MAIL_URL", url)
    monkeypatch.setenv("LEOPOLD_MAIL_FROM", sender)
    with pytest.raises(UnusableSettingError, match=said) as error:
        mail_server.from_environment()
    assert "hunter2" not in str(error.value)
    assert "hunter2" not in repr(MailServer("h", 1, True, "a@b.example", "me", "hunter2"))
