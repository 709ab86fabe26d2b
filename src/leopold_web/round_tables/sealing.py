"""Private things at rest: sealed with a key of their table, which is itself sealed with a key of this desk.

AES-256-GCM throughout; the place of a sealed value (table, seat, what it is) is bound to it, so that one cannot be put
in the place of another. All are padded to one length, so that it tells nothing.
"""

from __future__ import annotations

import json
import secrets
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings

from leopold_web.round_tables.models import RoundTable, Seat
from leopold_web.round_tables.refusals import RefusedError

LARGEST: Final = 65_536
"""Bytes that everything sealed takes, whatever stands in it: well above what anybody's answers need."""
NONCE: Final = 12
KEY: Final = 32
SALT: Final = 16


def new_key(table: RoundTable) -> bytes:
    """Return a new random key for a table, sealed as `table.sealed_key` is kept."""
    return _seal(_desk_key(), secrets.token_bytes(KEY), _place(table))


def seal(seat: Seat, kind: str, value: Any) -> bytes:
    """Return a JSON value sealed for a seat; RefusedError when it is too large, or the table's key is erased."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    if len(plain) + 4 > LARGEST:
        raise RefusedError("too_long")
    padded = (len(plain).to_bytes(4, "big") + plain).ljust(LARGEST, b"\0")
    return _seal(_key_of(seat.table), padded, _place(seat.table, seat, kind))


def open_sealed(seat: Seat, kind: str, sealed: bytes) -> Any:
    """Return the JSON value that `seal` sealed; RefusedError when it cannot be opened with what this desk knows."""
    padded = _open(_key_of(seat.table), bytes(sealed), _place(seat.table, seat, kind))
    length = int.from_bytes(padded[:4], "big")
    return json.loads(padded[4 : 4 + length])


def pack_key(table: RoundTable, words: list[str]) -> bytes:
    """Return the table's key sealed with words that all parties know together, and nobody alone."""
    salt = secrets.token_bytes(SALT)
    return salt + _seal(_key_of_words(words, salt), _key_of(table), _place(table))


def unpack_key(table: RoundTable, packed: bytes, words: list[str]) -> bytes:
    """Return the key that `pack_key` packed, sealed as this desk keeps it; RefusedError when the words are others."""
    key = _open(_key_of_words(words, packed[:SALT]), packed[SALT:], _place(table))
    return _seal(_desk_key(), key, _place(table))


def _key_of(table: RoundTable) -> bytes:
    if table.sealed_key is None:
        raise RefusedError("erased")
    return _open(_desk_key(), bytes(table.sealed_key), _place(table))


def _desk_key() -> bytes:
    return HKDF(SHA256(), KEY, salt=None, info=b"leopold round tables").derive(settings.SECRET_KEY.encode())


def _key_of_words(words: list[str], salt: bytes) -> bytes:
    together = json.dumps([" ".join(word.casefold().split()) for word in words]).encode()
    return Scrypt(salt, KEY, n=2**15, r=8, p=1).derive(together)


def _place(table: RoundTable, seat: Seat | None = None, kind: str = "key") -> bytes:
    return json.dumps([table.code, seat.code if seat else "", kind]).encode()


def _seal(key: bytes, plain: bytes, place: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, place)


def _open(key: bytes, sealed: bytes, place: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place)
    except (InvalidTag, ValueError) as error:
        raise RefusedError("seal_broken") from error
