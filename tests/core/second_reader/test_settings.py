"""What can be configured, and what is refused before a single letter leaves the machine."""

from __future__ import annotations

import pytest

from leopold.errors import LeopoldError
from leopold.second_reader import Budget, SecondReader
from leopold.second_reader.settings import is_inside


@pytest.mark.parametrize(
    ("address", "host", "port", "path"),
    [
        ("http://127.0.0.1:11434/v1", "127.0.0.1", 11434, "/v1/chat/completions"),
        ("http://localhost:8000/v1/", "localhost", 8000, "/v1/chat/completions"),
        ("http://[::1]:8000", "::1", 8000, "/chat/completions"),
        ("https://api.example.com/v1", "api.example.com", None, "/v1/chat/completions"),
        ("http://ollama:11434/v1", "ollama", 11434, "/v1/chat/completions"),
    ],
)
def test_it_takes_an_address(address: str, host: str, port: int | None, path: str) -> None:
    reader = SecondReader(address, "small")
    assert (reader.host, reader.port, reader.path) == (host, port, path)
    assert reader.secure == address.startswith("https")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "localhost:11434",
        "ftp://localhost/v1",
        "file:///etc/passwd",
        "http://",
        "http:///v1",
        "http://localhost:99999/v1",
        "http://localhost:zero/v1",
        "http://[::1/v1",
        "http://user:password@localhost/v1",
        "http://localhost/v1?key=1",
        "http://localhost/v1#a",
        "http://local host/v1",
        "http://localhost/v1\r\nX: y",
        "https://пример.example/v1",
    ],
)
def test_it_refuses_what_is_no_address_and_repeats_no_secret(address: str) -> None:
    with pytest.raises(LeopoldError) as caught:
        SecondReader(address, "small")
    assert caught.value.fault.kind == "reader_address"
    assert "password" not in str(caught.value)


def test_letters_do_not_go_in_the_clear_to_a_public_host() -> None:
    with pytest.raises(LeopoldError, match=r"api\.example\.com unencrypted"):
        SecondReader("http://api.example.com/v1", "small")
    with pytest.raises(LeopoldError, match="unencrypted"):
        SecondReader("http://8.8.8.8/v1", "small")


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "::1", "10.1.2.3", "192.168.0.5", "gpu", "gpu.lan", "a.local"]
)
def test_hosts_of_the_own_network_are_inside(host: str) -> None:
    assert is_inside(host)


@pytest.mark.parametrize("key", ["a\nb", "a\r\nX: y", "ключ", "a\x00"])
def test_a_key_that_would_break_a_header_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(LeopoldError) as caught:
        SecondReader("http://localhost/v1", "small", key)
    assert caught.value.fault.values == {}


@pytest.mark.parametrize("model", ["", "  ", "a\nb"])
def test_it_needs_a_model(model: str) -> None:
    with pytest.raises(LeopoldError, match="no model"):
        SecondReader("http://localhost/v1", model)


def test_the_key_stands_nowhere_but_in_its_field() -> None:
    reader = SecondReader("http://localhost/v1", "small", "secret-1")
    assert "secret-1" not in repr(reader) + str(reader.options)


def test_a_budget_of_requests_brings_its_characters_and_seconds() -> None:
    assert Budget.of(20) == Budget()
    assert Budget.of(2).characters < Budget().characters
    assert Budget.of(100, seconds=60).seconds == 60
    with pytest.raises(LeopoldError, match="at least"):
        Budget.of(0)
