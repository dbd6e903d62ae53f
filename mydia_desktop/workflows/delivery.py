"""One addition, from before it is sent until an answer lists it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mydia_desktop.domain.command import Addition
from mydia_desktop.domain.record import EventKind, NewEvent, Record
from mydia_desktop.domain.release import Release
from mydia_desktop.workflows.in_flight import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How an addition is to begin; as in ``Addition``."""

    save_path: str | None = None
    category: str | None = None
    paused: bool = False
    top_of_queue: bool = False

    @classmethod
    def told_by(cls, detail: Mapping[str, Any]) -> Options:
        """As an event of the addition has them."""
        said = detail.get("options")
        told: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
        return cls(
            save_path=told.get("save_path"),
            category=told.get("category"),
            paused=bool(told.get("paused")),
            top_of_queue=bool(told.get("top_of_queue")),
        )

    def as_detail(self) -> dict[str, Any]:
        """As the addition's events tell them, so that they outlive the program."""
        told = {
            "save_path": self.save_path,
            "category": self.category,
            "paused": self.paused,
            "top_of_queue": self.top_of_queue,
        }
        return {key: value for key, value in told.items() if value}

    def addition(self, release: Release) -> Addition:
        """The whole of what a client is asked."""
        return Addition(
            release=release,
            save_path=self.save_path,
            category=self.category,
            paused=self.paused,
            top_of_queue=self.top_of_queue,
        )


@dataclass(slots=True, kw_only=True)
class Delivery:
    """A release that is to be in its client."""

    record: Record
    options: Options
    detail: Mapping[str, Any]
    stage: Stage = Stage.SENDING
    since: float
    """The moment of its outcome, on the caller's clock; until then, that it was written down."""
    repeats: int = 0
    """How often this run of the program has sent it again by itself."""
    writing: bool = field(default=False, repr=False)
    """What an answer showed is being dealt with."""

    def event(self, kind: EventKind, **said: object) -> NewEvent:
        """One line of its story."""
        known = {key: value for key, value in said.items() if value}
        return NewEvent(
            kind=kind, record_id=self.record.id, attempt=self.record.attempt, detail={**self.detail, **known}
        )
