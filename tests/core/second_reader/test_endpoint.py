"""The line to the second reader: whatever the other end does, an answer or one clear failure, and always in time."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.chat_server import Asked, ChatServer, Reply, Script, claiming, completion
from leopold.fault_sentences import SENTENCES
from leopold.model import Relationship
from leopold.second_reader import Budget, SecondReader, Tally
from leopold.second_reader.consulting import Consultation
from leopold.second_reader.endpoint import LARGEST, Unanswered, _Call
from leopold.second_reader.replies import FIELDS, claims_of
from tests.core.second_reader.hand import AGAIN, claim, reader_at

HASTY = Budget(requests=20, characters=200_000, seconds=20.0, patience=0.25)
GOOD = claim("distrust", 3, "I wonder whether this works for us at all.")
JSON = {"Content-Type": "application/json"}

Serve = Callable[[Script], ChatServer]


def consult(reader: SecondReader, relationship: Relationship, waits: list[float] | None = None) -> Tally:
    """Ask about a relationship and check what always holds: nothing raised, and counts that add up."""
    consultation = Consultation(reader, wait=(waits if waits is not None else []).append)
    (found,) = consultation.consult([relationship], AGAIN)
    tally = consultation.tally
    assert sum(tally.reasons.values()) == tally.dropped + tally.failed
    assert tally.asked + tally.remembered + tally.not_asked == 1
    if not tally.accepted:
        assert found == relationship
    return tally


def always(reply: Reply) -> Script:
    return lambda asked, handler: reply


def dripping(head: bytes, drop: bytes) -> Script:
    """A server that sends `head` and then `drop` again and again, always before anybody's patience with a read ends."""

    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        try:
            handler.wfile.write(head)
            while not server_of(handler).wait(0.05):
                handler.wfile.write(drop)
        except ConnectionError:
            handler.close_connection = True

    return script


def server_of(handler: BaseHTTPRequestHandler) -> threading.Event:
    """The event that is set when the server is left."""
    over: threading.Event = handler.over  # type: ignore[attr-defined]
    return over


def cut(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def test_it_asks_as_the_protocol_says(serve: Serve, doubtful: Relationship) -> None:
    server = serve(always(claiming([GOOD])))
    tally = consult(reader_at(server, key="secret-1"), doubtful)
    (asked,) = server.asked
    assert (tally.accepted, tally.dropped, tally.failed) == (1, 0, 0)
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == "Bearer secret-1"
    assert asked.body["model"] == "small"
    assert asked.body["stream"] is False
    assert [message["role"] for message in asked.body["messages"]] == ["system", "user"]
    assert "secret-1" not in json.dumps(asked.body)


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"claims": [GOOD]}),
        "```json\n" + json.dumps({"claims": [GOOD]}) + "\n```",
        "<think>They {seem} cross.</think>\nHere you are: " + json.dumps({"claims": [GOOD]}),
    ],
    ids=["bare", "fenced", "thinking"],
)
def test_it_takes_an_answer_in_the_wrappings_that_models_use(
    content: str, serve: Serve, doubtful: Relationship
) -> None:
    assert consult(reader_at(serve(always(completion(content)))), doubtful).accepted == 1


GARBAGE = {
    "no JSON": Reply(b"hello"),
    "cut JSON": Reply(b'{"choices": [{"message": {"content": "{'),
    "HTML": Reply(b"<!doctype html><h1>Sign in</h1>", headers={"Content-Type": "text/html"}),
    "wrong type": Reply(claiming([GOOD]).body, headers={"Content-Type": "text/plain"}),
    "no type": Reply(claiming([GOOD]).body, headers={}),
    "not UTF-8": Reply(b"\xff\xfe\x00"),
    "empty": Reply(b""),
    "an array": Reply(b"[]"),
    "no choices": Reply(b'{"choices": []}'),
    "choices of another shape": Reply(b'{"choices": {"message": 1}}'),
    "content is null": Reply(b'{"choices": [{"message": {"content": null}}]}'),
    "NaN": Reply(b'{"choices": NaN}'),
    "deep": Reply(b"[" * 500_000),
    "long number": Reply(b'{"choices": ' + b"9" * 100_000 + b"}"),
    "a refusal in words": completion("I am sorry, but I cannot help with that."),
    "claims cut off": completion('{"claims": [{"kind": "anger", "letter": 1, "quo'),
    "claims are no list": completion('{"claims": {"kind": "anger"}}'),
    "claims are missing": completion('{"signs": []}'),
    "claims with NaN": completion('{"claims": [{"probability": NaN}]}'),
    "deep claims": completion('{"claims": ' + "[" * 200_000 + "]" * 200_000 + "}"),
}


@pytest.mark.parametrize("reply", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_one_clear_failure(reply: Reply, serve: Serve, doubtful: Relationship) -> None:
    tally = consult(reader_at(serve(always(reply))), doubtful)
    assert (tally.failed, tally.accepted, set(tally.reasons)) == (1, 0, {"reader_unreadable"})


@given(st.binary(max_size=60) | st.text('{}[]":,clmaeisntogh01.\\u', max_size=80).map(str.encode))
def test_any_bytes_are_claims_or_one_failure(data: bytes) -> None:
    for body in (data, completion(data.decode("utf-8", "replace")).body):
        with suppress(Unanswered):
            assert all(claim is None or set(claim) <= set(FIELDS) for claim in claims_of(body, "host"))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (500, "reader_broken"),
        (502, "reader_broken"),
        (204, "reader_broken"),
        (401, "reader_refused"),
        (404, "reader_refused"),
        (301, "reader_moved"),
        (307, "reader_moved"),
        (429, "reader_busy"),
        (503, "reader_busy"),
    ],
)
def test_a_status_that_is_no_answer_is_said_as_such(
    status: int, kind: str, serve: Serve, doubtful: Relationship
) -> None:
    server = serve(always(Reply(b"" if status == 204 else b"{}", status)))
    tally = consult(reader_at(server), doubtful)
    assert tally.reasons == {kind: 1}
    assert len(server.asked) == 1
    assert all("127.0.0.1" in tally.faults[0].said(language) for language in ("en", "ru"))


def test_it_follows_no_redirect(serve: Serve, doubtful: Relationship) -> None:
    other = serve(always(claiming([GOOD])))
    headers = {"Location": other.address + "/chat/completions"}
    for status in (301, 302, 303, 307, 308):
        assert consult(reader_at(serve(always(Reply(b"", status, headers))), key="k"), doubtful).failed == 1
    assert other.asked == []


def test_it_uses_no_proxy(serve: Serve, doubtful: Relationship, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, server = serve(always(claiming([]))), serve(always(claiming([GOOD])))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.address)
    assert consult(reader_at(server), doubtful).accepted == 1
    assert proxy.asked == []


def test_a_busy_server_is_tried_once_more_after_the_time_it_names(serve: Serve, doubtful: Relationship) -> None:
    replies = [Reply(b"", 429, {"Retry-After": "3"}), claiming([GOOD])]
    server, waits = serve(lambda asked, handler: replies.pop(0)), list[float]()
    assert consult(reader_at(server), doubtful, waits).accepted == 1
    assert waits == [3.0]


@pytest.mark.parametrize("after", ["3600", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "1e9", "9" * 5000, "²"])
def test_it_waits_for_nobody_who_is_busy_for_long(after: str, serve: Serve, doubtful: Relationship) -> None:
    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        head = f"HTTP/1.1 429 Busy\r\nRetry-After: {after}\r\nContent-Length: 0\r\n\r\n"
        handler.wfile.write(head.encode("utf-8"))

    server, waits = serve(script), list[float]()
    assert consult(reader_at(server), doubtful, waits).reasons == {"reader_busy": 1}
    assert (waits, len(server.asked)) == ([], 1)


def test_a_server_that_stays_busy_is_tried_twice_at_most(serve: Serve, doubtful: Relationship) -> None:
    server, waits = serve(always(Reply(b"", 503, {"Retry-After": "1"}))), list[float]()
    assert consult(reader_at(server), doubtful, waits).reasons == {"reader_busy": 1}
    assert (waits, len(server.asked)) == ([1.0], 2)


def test_a_server_that_knows_fewer_options_is_asked_without_them(serve: Serve, doubtful: Relationship) -> None:
    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> Reply:
        return Reply(b"{}", 400) if "response_format" in asked.body else claiming([GOOD])

    server = serve(script)
    assert consult(reader_at(server), doubtful).accepted == 1
    assert [sorted(asked.body) for asked in server.asked][1] == ["messages", "model", "stream"]


def test_a_refused_connection_is_a_failure(serve: Serve, doubtful: Relationship) -> None:
    with ChatServer(always(claiming([]))) as server:
        reader = reader_at(server)
    tally = consult(reader, doubtful)
    assert tally.reasons == {"reader_unreachable": 1}
    assert SENTENCES["reader_unreachable"]


def test_a_host_that_does_not_exist_is_a_failure(doubtful: Relationship) -> None:
    tally = consult(SecondReader("http://nowhere.localhost.invalid.internal/v1", "small", budget=HASTY), doubtful)
    assert tally.failed == 1


def test_a_plain_server_does_not_pass_for_a_secure_one(serve: Serve, doubtful: Relationship) -> None:
    server = serve(always(claiming([GOOD])))
    reader = SecondReader(server.address.replace("http:", "https:"), "small", budget=HASTY)
    tally = consult(reader, doubtful)
    assert tally.failed == 1
    assert server.asked == []


def test_certificates_are_checked() -> None:
    context = _Call(SecondReader("https://api.example.com/v1", "small"), b"", 1.0)._line._context  # type: ignore[attr-defined]
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


SLOW: dict[str, Script] = {
    "silent": dripping(b"", b""),
    "drips the status": dripping(b"HTTP/1.1 20", b"0"),
    "drips headers": dripping(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "keeps saying continue": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "drips the body": dripping(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{", b" "
    ),
    "drips without a length": dripping(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{", b" "),
    "drips chunks": dripping(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"
    ),
    "drips a chunk's size": dripping(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"
    ),
}


@pytest.mark.parametrize("script", SLOW.values(), ids=SLOW)
def test_nobody_keeps_it_waiting_longer_than_agreed(script: Script, serve: Serve, doubtful: Relationship) -> None:
    server, begun = serve(script), time.monotonic()
    tally = consult(reader_at(server, budget=HASTY), doubtful)
    assert time.monotonic() - begun < 2.0
    assert tally.reasons == {"reader_slow": 1}


def test_an_answer_without_end_is_refused(serve: Serve, doubtful: Relationship) -> None:
    assert consult(reader_at(serve(always(Reply(b" " * (LARGEST + 1))))), doubtful).reasons == {"reader_large": 1}
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"

    def endless(asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        try:
            handler.wfile.write(head)
            for _ in range(2 * LARGEST // 0x10000):
                handler.wfile.write(chunk)
        except ConnectionError:
            handler.close_connection = True

    assert consult(reader_at(serve(endless)), doubtful).reasons == {"reader_large": 1}


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "status", "body", "chunk", "no chunk", "another protocol", "headers", "a header"],
)
def test_a_line_cut_in_the_middle_is_a_failure(sent: bytes, serve: Serve, doubtful: Relationship) -> None:
    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(sent)
        cut(handler)

    tally = consult(reader_at(serve(script)), doubtful)
    assert tally.failed == 1
    assert set(tally.reasons) <= {"reader_cut", "reader_unreadable"}
