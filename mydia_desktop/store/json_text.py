"""JSON objects in text columns, some of which others wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def read_object(text: object) -> dict[str, Any]:
    """The object that the text is; nothing if it is none: a broken one must not break its row."""
    if not isinstance(text, str) or not text:
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def write_object(value: Mapping[str, Any]) -> str:
    """As text, short, with letters as they are."""
    return json.dumps(dict(value), ensure_ascii=False, separators=(",", ":"))
