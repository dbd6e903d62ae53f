"""JSON from a client, read fast; and once more with patience when one bad string would spoil the whole answer."""

from __future__ import annotations

import json
from typing import TypeVar

import msgspec

T = TypeVar("T")


def decode(body: bytes | msgspec.Raw, shape: type[T]) -> T:
    """The answer in its shape.

    A name that is no valid text, a NaN or a null where a number should be is no reason to lose the other
    9,999 rows: bad characters become U+FFFD, null fields count as absent.

    Raises:
        msgspec.MsgspecError: it is no JSON, or not of this shape.
    """
    try:
        try:
            return msgspec.json.decode(body, type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            loose = json.loads(bytes(body).decode("utf-8", "replace"), parse_constant=lambda _word: None)
            # Through text again: only that fills a msgspec.Raw.
            return msgspec.json.decode(msgspec.json.encode(_scrubbed(loose)), type=shape)
    except msgspec.MsgspecError:
        raise
    except (ValueError, RecursionError) as error:  # no JSON, a number of a mile's length, or nested too deeply
        raise msgspec.DecodeError(f"not JSON: {error}") from error


def _scrubbed(value: object) -> object:
    """Without null fields, and with strings that can be encoded."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, list):
        return [_scrubbed(item) for item in value]
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(item) for key, item in value.items() if item is not None}
    return value
