"""One request over HTTP, with an end to everything: seconds, bytes, redirects. Nothing of it depends on good manners.

A thread does the talking and the caller waits for it no longer than agreed, so that neither a name server, nor a
handshake, nor a server that drips a byte at a time can hold the work up. Redirects are not followed and proxies not
used: letters go to the address that was configured, or nowhere. Certificates are checked.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
from typing import Final

from leopold.faults import Fault
from leopold.second_reader.settings import SecondReader

LARGEST: Final = 1 << 20
"""Bytes of an answer, at most."""

HOPELESS: Final = frozenset({"reader_unreachable", "reader_refused", "reader_moved"})
"""Failures after which further requests would fare no better."""


class Unanswered(Exception):
    """A request came to nothing: why, its HTTP status (0 for none), and after how many seconds to try again."""

    def __init__(self, fault: Fault, status: int = 0, retry_after: float | None = None) -> None:
        super().__init__(fault.kind)
        self.fault, self.status, self.retry_after = fault, status, retry_after


def post(reader: SecondReader, body: bytes, seconds: float) -> bytes:
    """Send a request and return the JSON text that came back, within `seconds`; raise Unanswered in any other case."""
    call = _Call(reader, body, seconds)
    thread = threading.Thread(target=call.run, name="second-reader", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        call.cut()
        raise Unanswered(Fault("reader_slow", host=reader.host, seconds=round(seconds)))
    if isinstance(call.outcome, Unanswered):
        raise call.outcome
    return call.outcome


class _Call:
    """One request, made in a thread of its own."""

    def __init__(self, reader: SecondReader, body: bytes, seconds: float) -> None:
        self.outcome: bytes | Unanswered = Unanswered(Fault("reader_cut", host=reader.host))
        self._reader, self._body = reader, body
        if reader.secure:
            context = ssl.create_default_context()
            self._line: http.client.HTTPConnection = http.client.HTTPSConnection(
                reader.host, reader.port, timeout=seconds, context=context
            )
        else:
            self._line = http.client.HTTPConnection(reader.host, reader.port, timeout=seconds)
        self._socket: socket.socket | None = None

    def cut(self) -> None:
        """End the talk at once."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def run(self) -> None:
        """Ask, and leave what came of it in `outcome`; whatever a server can cause becomes one."""
        host = self._reader.host
        try:
            self._line.connect()
            self._socket = self._line.sock
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or type(error).__name__
            self.outcome = Unanswered(Fault("reader_unreachable", host=host, error=why))
            self._line.close()
            return
        try:
            self._line.request("POST", self._reader.path, self._body, _headers(self._reader))
            with self._line.getresponse() as response:
                self.outcome = _read(response, host)
        except Unanswered as unanswered:
            self.outcome = unanswered
        except TimeoutError:
            self.outcome = Unanswered(Fault("reader_slow", host=host, seconds=round(self._line.timeout or 0)))
        except (OSError, http.client.HTTPException, ValueError):
            self.outcome = Unanswered(Fault("reader_cut", host=host))
        finally:
            self._line.close()


def _headers(reader: SecondReader) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
        "User-Agent": "leopold",
    }
    return headers | ({"Authorization": f"Bearer {reader.key}"} if reader.key else {})


def _read(response: http.client.HTTPResponse, host: str) -> bytes:
    if response.status != 200:
        raise _failure(response, host)
    if "json" not in response.getheader("Content-Type", "").lower():
        raise Unanswered(Fault("reader_unreadable", host=host))
    data = response.read(LARGEST + 1) if (response.length or 0) <= LARGEST else b""
    if len(data) > LARGEST or (response.length or 0) > LARGEST:
        raise Unanswered(Fault("reader_large", host=host, megabytes=LARGEST >> 20))
    if response.length:
        raise Unanswered(Fault("reader_cut", host=host))
    return data


def _failure(response: http.client.HTTPResponse, host: str) -> Unanswered:
    status = response.status
    if status in (429, 503):
        return Unanswered(Fault("reader_busy", host=host, status=status), status, _retry_after(response))
    if 300 <= status < 400:
        return Unanswered(Fault("reader_moved", host=host, status=status), status)
    if 400 <= status < 500:
        return Unanswered(Fault("reader_refused", host=host, status=status), status)
    return Unanswered(Fault("reader_broken", host=host, status=status), status)


def _retry_after(response: http.client.HTTPResponse) -> float | None:
    """Return the seconds that a busy server asks for; None where it names none, or a date."""
    text = response.getheader("Retry-After", "").strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
