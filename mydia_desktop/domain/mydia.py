"""What of a Mydia can be brought here: its library, its downloads and its clients. Values only, as it wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mydia_desktop.domain.media import Episode, MediaItem
from mydia_desktop.domain.record import KnownClient, Record


class MydiaFileError(Exception):
    """The file can't be imported from. The message is a sentence or two for a person."""


class LeftOut(StrEnum):
    """Why a row of the file is not brought here."""

    ITEM_WITHOUT_TITLE = "item_without_title"
    EPISODE_WITHOUT_NUMBER = "episode_without_number"
    DOWNLOAD_WITHOUT_TITLE = "download_without_title"
    DOWNLOAD_NEVER_SENT = "download_never_sent"
    """No client ever had it."""
    CLIENT_WITHOUT_ADDRESS = "client_without_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class MydiaDownload:
    """A download that one of its clients had. Moments are Unix seconds, sizes bytes."""

    id: str
    title: str
    item: str | None
    episode: str | None
    season: int | None
    """Of a season pack."""
    indexer: str | None
    url: str | None
    """As Mydia has it: there may be secrets in it."""
    client: str
    """By its name in Mydia."""
    native_id: str
    completed_at: int | None
    ended: str | None
    """``completed`` or ``cancelled``, where Mydia stored that; None if it waits, or if nobody knows."""
    error_message: str | None
    size: int | None
    quality: tuple[str, ...]
    inserted_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MydiaClient:
    """A client as Mydia's settings know it."""

    name: str
    kind: str
    host: str
    port: int
    tls: bool
    path: str
    username: str
    password: str | None = field(repr=False)
    category: str
    priority: int
    enabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mydia:
    """One file, read."""

    items: tuple[MediaItem, ...]
    episodes: tuple[Episode, ...]
    downloads: tuple[MydiaDownload, ...]
    clients: tuple[MydiaClient, ...]
    left_out: Mapping[LeftOut, int]
    """How many rows, by reason."""

    @property
    def client_names(self) -> tuple[str, ...]:
        """Every client that a download or the settings name, those of the settings first."""
        named = (*(client.name for client in self.clients), *(download.client for download in self.downloads))
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something came, and how many were known already and stay as they are here."""

    new: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What an import did, or would do."""

    items: Count
    episodes: Count
    downloads: Count
    records: tuple[Record, ...] = ()
    """Those that are new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """What is to be brought here: the whole library, and the downloads of these clients."""

    mydia: Mydia
    clients: Mapping[str, KnownClient]
    """By the client's name in Mydia; downloads of others stay where they are."""
