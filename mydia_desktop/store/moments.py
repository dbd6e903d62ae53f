"""Moments: in SQLite text that sorts, in PostgreSQL a timestamp with its zone, in the program Unix seconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


class Moment(TypeDecorator[float]):
    """Written in one form, ``2026-01-02T03:04:05.678901Z``, so that text sorts as time does.

    Read leniently, since Mydia and SQLite itself write others; what is no moment at all reads as None.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's type in this database."""
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: float | None, dialect: Dialect) -> datetime | str | None:
        """From Unix seconds."""
        if value is None:
            return None
        moment = datetime.fromtimestamp(value, UTC)
        return moment if dialect.name == "postgresql" else written(moment)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], float | None]:  # noqa: ARG002 - SQLAlchemy's signature
        """What makes Unix seconds of a value of this database; at once, since a start reads hundreds of thousands."""
        return _seconds if dialect.name == "postgresql" else read_moment


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()


def written(moment: datetime) -> str:
    """The one form in which text holds a moment of UTC."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def read_moment(text: object) -> float | None:
    """Unix seconds of an ISO 8601 text; one without a zone is UTC. None if it is none."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
