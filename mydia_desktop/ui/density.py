"""How much room a row takes."""

from __future__ import annotations

from enum import StrEnum


class Density(StrEnum):
    """Two lines and a glyph box, or one line."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"
