"""What a client answered. Absence follows from a report only as its type allows, never from silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from mydia_desktop.domain.transfer import Transfer, TransferKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the client says of itself. Speeds are bytes per second, space is bytes; None is not reported."""

    version: str
    """As its program calls itself, such as ``4.1.0``."""
    api: str
    """Version of the protocol it speaks."""
    download_speed: int
    upload_speed: int
    free_space: int | None = None
    """In its default save path."""
    save_path: str | None = None
    """Where it puts what is added without a path, on its own machine."""
    categories: tuple[str, ...] = ()
    """Categories, or labels, that it knows."""
    slow: bool | None = None
    """Whether its second, lower speed limits are in force; None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """What the asker would like to know. The adapter alone decides what of it is worth asking."""

    visible: frozenset[TransferKey] = frozenset()
    """On screen now."""
    asked: frozenset[TransferKey] = frozenset()
    """To be answered by id: just acted on, or leaving a filter."""
    whole: bool = False
    """A complete list is needed now (confirming an absence, F5): the answer is Full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What every answer has. ``latency`` is seconds from the request to its last byte."""

    facts: Facts
    latency: float
    new_session: bool = False
    """The client is not in the state we last knew: first answer, restart, new login. Its list may be early."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Full(Answer):
    """Everything the client has. What is not here, it does not list.

    A transfer that did not change since the adapter's last report is the identical object, so that the
    difference to the last one costs a comparison of identities.
    """

    transfers: Mapping[TransferKey, Transfer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Answer):
    """Some transfers, asked for by id. Of ``keys``, those not in ``transfers`` are gone."""

    keys: frozenset[TransferKey]
    transfers: Mapping[TransferKey, Transfer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta(Answer):
    """What changed since the last report, by the client's own account."""

    changed: Mapping[TransferKey, Transfer]
    removed: frozenset[TransferKey]
    complete: bool = False
    """The client keeps this account for us exactly (qBittorrent's rid): whatever is not in it is as last reported."""


Report: TypeAlias = Full | Asked | Delta
