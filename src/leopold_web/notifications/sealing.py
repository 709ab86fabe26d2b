"""Texts of letters at rest: they may hold links that open seats, of which the desk otherwise keeps digests alone."""

from __future__ import annotations

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE: Final = 12
KEY: Final = 32


class BrokenSealError(Exception):
    """A text that cannot be opened with the secret key of this desk, or stands at another letter."""


def seal(place: str, text: str) -> bytes:
    """Return `text` sealed by AES-256-GCM for the letter under the key `place`."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key()).encrypt(nonce, text.encode(), place.encode())


def unseal(place: str, sealed: bytes) -> str:
    """Return what `seal` sealed; BrokenSealError when it was for another letter, or with another key."""
    try:
        return AESGCM(_key()).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise BrokenSealError from error


def _key() -> bytes:
    return HKDF(SHA256(), KEY, salt=None, info=b"leopold letters").derive(settings.SECRET_KEY.encode())
