"""Which act fits which download, as a table, and what a selection of many allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Protocol

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey


class Act(StrEnum):
    """Everything a person can do with downloads."""

    OPEN_FOLDER = "open_folder"
    PAUSE = "pause"
    RESUME = "resume"
    FORCE_START = "force_start"
    RETRY = "retry"
    QUEUE_TOP = "queue_top"
    QUEUE_UP = "queue_up"
    QUEUE_DOWN = "queue_down"
    QUEUE_BOTTOM = "queue_bottom"
    SET_CATEGORY = "set_category"
    SET_LABELS = "set_labels"
    MATCH = "match"
    IMPORT = "import"
    """Into the library, at a person's word."""
    COPY_MAGNET = "copy_magnet"
    COPY = "copy"
    RECHECK = "recheck"
    REANNOUNCE = "reannounce"
    REMOVE = "remove"
    DELETE = "delete"


class WhyNot(StrEnum):
    """Why an act does not fit a download; the first that applies."""

    NOT_LIVE = "not_live"
    """Its client does not say anything now."""
    UNSETTLED = "unsettled"
    """An earlier command is on its way and nobody knows how it ended."""
    UNABLE = "unable"
    """Its client can't do this."""
    STATUS = "status"
    """It makes no sense for what the download is doing."""
    NO_LIBRARY = "no_library"
    """Nobody said into which folder downloads are imported."""
    UNFINISHED = "unfinished"
    """Not all of it is here."""
    UNMATCHED = "unmatched"
    """Nobody said which movie or episode it is for."""


class Importable(StrEnum):
    """What stands in the way of importing a download, apart from its client."""

    OFF = "off"
    """Nobody said into which folder."""
    UNMATCHED = "unmatched"
    YES = "yes"
    AGAIN = "again"
    """It was imported before."""


_HERE = frozenset({Act.OPEN_FOLDER, Act.MATCH, Act.COPY, Act.COPY_MAGNET})
"""Acts that ask nothing of the client, so its silence does not matter."""

_NEEDS: Mapping[Act, frozenset[Verb]] = MappingProxyType(
    {act: frozenset({Verb(act.value)}) for act in Act if act.value in set(Verb)}
)

_ALWAYS = frozenset({Act.MATCH, Act.COPY, Act.COPY_MAGNET, Act.SET_CATEGORY, Act.SET_LABELS, Act.IMPORT, Act.REMOVE})
_FILES = frozenset({Act.OPEN_FOLDER, Act.DELETE})
_QUEUE = frozenset({Act.QUEUE_TOP, Act.QUEUE_UP, Act.QUEUE_DOWN, Act.QUEUE_BOTTOM})
_RUNNING = _ALWAYS | _FILES | {Act.PAUSE, Act.RECHECK, Act.REANNOUNCE}
_IN_TROUBLE = _ALWAYS | _FILES | {Act.PAUSE, Act.RESUME, Act.RETRY, Act.RECHECK}

FITTING: Mapping[Status, frozenset[Act]] = MappingProxyType(
    {
        Status.DOWNLOADING: _RUNNING | _QUEUE,
        Status.STALLED: _RUNNING | _QUEUE,
        Status.METADATA: _ALWAYS | _QUEUE | {Act.PAUSE, Act.REANNOUNCE},
        Status.QUEUED: _ALWAYS | _QUEUE | {Act.PAUSE, Act.FORCE_START, Act.DELETE, Act.RECHECK},
        Status.CHECKING: _ALWAYS | _FILES | {Act.PAUSE},
        Status.MOVING: _ALWAYS | _FILES | {Act.PAUSE},
        Status.PAUSED: _ALWAYS | _FILES | _QUEUE | {Act.RESUME, Act.RECHECK},
        Status.SEEDING: _RUNNING,
        Status.COMPLETED: _ALWAYS | _FILES | {Act.RESUME, Act.RECHECK},
        Status.FAILED: _IN_TROUBLE,
        Status.UNKNOWN: _IN_TROUBLE,
        Status.MISSING: _ALWAYS | {Act.RETRY, Act.DELETE, Act.RECHECK},
    }
)
"""What makes sense by status, if the client is live and able."""


class Live(Protocol):
    """What is known now of clients and their downloads."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """All rows."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...


class _Kind(NamedTuple):
    """Everything about a download that decides what fits it; a selection of thousands has few kinds."""

    client: ClientId
    status: Status
    live: bool
    unsettled: bool
    done: bool
    importable: Importable


class Targets:
    """A frozen selection: what each act would be done to, and if to none, why."""

    def __init__(
        self,
        keys: Sequence[TransferKey],
        live: Live,
        unsettled: Collection[TransferKey] = frozenset(),
        importable: Callable[[TransferKey], Importable] = lambda _key: Importable.OFF,
    ) -> None:
        """Look at the rows as they are now. ``unsettled`` rows take no further command; rows that are gone drop out."""
        clients = live.clients
        rows = [row for key in keys if (row := live.transfers.get(key)) is not None and key.client in clients]
        self.rows: tuple[Transfer, ...] = tuple(rows)
        """The chosen rows as they were, in the order chosen."""
        self._kinds = [
            _Kind(
                row.key.client,
                row.status,
                clients[row.key.client].is_live(row.key),
                row.key in unsettled,
                row.done,
                importable(row.key),
            )
            for row in rows
        ]
        self._counts = Counter(self._kinds)
        self._verbs = {kind.client: clients[kind.client].verbs for kind in self._counts}

    def __len__(self) -> int:
        """How many rows were chosen."""
        return len(self.rows)

    def count(self, act: Act) -> int:
        """How many of the chosen rows the act fits."""
        return sum(count for kind, count in self._counts.items() if self._why_not(act, kind) is None)

    def is_unfinished(self, act: Act) -> bool:
        """Whether none of the rows that the act fits, or of all if it fits none, has all its data."""
        concerned = [kind for kind in self._counts if self._why_not(act, kind) is None] or list(self._counts)
        return bool(concerned) and not any(kind.done for kind in concerned)

    @property
    def are_imported(self) -> bool:
        """Whether all rows that can be imported were imported before."""
        fitting = [kind for kind in self._counts if self._why_not(Act.IMPORT, kind) is None]
        return bool(fitting) and all(kind.importable is Importable.AGAIN for kind in fitting)

    def fitting(self, act: Act) -> tuple[Transfer, ...]:
        """The chosen rows that the act fits, in the order chosen."""
        good = {kind for kind in self._counts if self._why_not(act, kind) is None}
        return tuple(row for row, kind in zip(self.rows, self._kinds, strict=True) if kind in good)

    def why_not(self, act: Act) -> tuple[WhyNot, Transfer] | None:
        """Why the act fits none of the rows, and the first of them; None if it fits one, or none is chosen."""
        reason = None
        for row, kind in zip(self.rows, self._kinds, strict=True):
            found = self._why_not(act, kind)
            if found is None:
                return None
            reason = reason or (found, row)
        return reason

    def _why_not(self, act: Act, kind: _Kind) -> WhyNot | None:
        if act not in _HERE:
            if not kind.live:
                return WhyNot.NOT_LIVE
            if kind.unsettled:
                return WhyNot.UNSETTLED
            if not needs(act, kind.status) <= self._verbs[kind.client]:
                return WhyNot.UNABLE
        if act is Act.IMPORT and (obstacle := _not_imported_because(kind)) is not None:
            return obstacle
        return None if act in FITTING[kind.status] else WhyNot.STATUS


def _not_imported_because(kind: _Kind) -> WhyNot | None:
    if kind.importable is Importable.OFF:
        return WhyNot.NO_LIBRARY
    if not kind.done:
        return WhyNot.UNFINISHED
    return WhyNot.UNMATCHED if kind.importable is Importable.UNMATCHED else None


def needs(act: Act, status: Status | None = None) -> frozenset[Verb]:
    """The verbs a client must have for this act; retrying needs more where files are missing."""
    if act is Act.RETRY:
        return frozenset({Verb.RESUME} | ({Verb.PAUSE, Verb.RECHECK} if status is Status.MISSING else set()))
    return _NEEDS.get(act, frozenset())


def is_offered(act: Act, clients: Collection[ClientState]) -> bool:
    """Whether some configured client can do this; if none can, nobody wants to see it."""
    return any(needs(act) <= client.verbs for client in clients)
