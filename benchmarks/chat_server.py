"""A server of our own that speaks the chat protocol on this machine, and says what its script says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Claims = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came: path, headers, body, and the letters that it holds."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def letters(self) -> list[dict[str, Any]]:
        """The letters between the marks."""
        found: list[dict[str, Any]] = json.loads(self.body["messages"][1]["content"].split("\n")[1])["letters"]
        return found


Script = Callable[[Asked, BaseHTTPRequestHandler], Reply | None]
"""What to say to a request; None when it was said to the handler already."""


def completion(content: str) -> Reply:
    """Return a chat completion that says `content`."""
    message = {"role": "assistant", "content": content}
    body = {"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": message}]}
    return Reply(json.dumps(body).encode())


def claiming(claims: Claims) -> Reply:
    """Return a chat completion that makes `claims`."""
    return completion(json.dumps({"claims": claims}))


class ChatServer:
    """Serves `script` on 127.0.0.1 for as long as it is entered; `asked` are the requests so far.

    `over` is set when it is left: whoever keeps a client waiting waits on that.
    """

    def __init__(self, script: Script) -> None:
        self.script, self.asked, self.over = script, list[Asked](), threading.Event()
        chat = self

        class Handler(BaseHTTPRequestHandler):
            over = chat.over

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                chat.asked.append(Asked(self.path, dict(self.headers), body))
                reply = chat.script(chat.asked[-1], self)
                if reply is not None:
                    # Whoever asked may be gone by now.
                    with suppress(ConnectionError):
                        send(self, reply)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the library
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    @property
    def address(self) -> str:
        """What stands before /chat/completions."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    """Send `reply` whole."""
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    if "Content-Length" not in reply.headers:
        handler.send_header("Content-Length", str(len(reply.body)))
    handler.end_headers()
    handler.wfile.write(reply.body)
