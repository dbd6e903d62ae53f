"""The two sides of the contract: a client as we see it, and a third party's hand in what it has."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import pytest
import requests

from mydia_desktop.adapters.qbittorrent import QbittorrentAdapter
from mydia_desktop.adapters.threaded import ThreadedClient
from mydia_desktop.adapters.transmission import TransmissionAdapter
from mydia_desktop.domain.client import Client
from mydia_desktop.domain.command import Command, Outcome, Result, Verb
from mydia_desktop.domain.report import Asked, Delta, Full, Interest, Report
from mydia_desktop.domain.transfer import Status, Transfer, TransferKey
from tests.daemons import PASSWORD, Daemon, run_qbittorrent, run_transmission
from tests.memory_client import SAVE_PATH, MemoryClient
from tests.scripted_server import Asked as Request
from tests.scripted_server import Say, Script
from tests.torrents import Torrent

if TYPE_CHECKING:
    from tests.builtin_client import BuiltinClient

ADAPTERS = {"transmission": TransmissionAdapter, "qbittorrent": QbittorrentAdapter}
PATIENCE_S = 30
STILL_ANSWERS = 3
HANDED_ON = frozenset({"set-cookie", "x-transmission-session-id", "content-type"})
AT_REST = frozenset({Status.PAUSED, Status.COMPLETED})


def threaded(
    daemon: Daemon | BuiltinClient,
    *,
    password: str | None = PASSWORD,
    timeout: float = 10.0,
    budget: float = 15.0,
    **config: Any,
) -> ThreadedClient:
    """The client in front of a daemon, as the program builds it; ``config`` overrides how to reach it."""
    if daemon.kind == "builtin":
        return ThreadedClient(daemon.door, name=daemon.config().name, budget=budget)
    build = ADAPTERS[daemon.kind]
    settings = daemon.config(**config)
    return ThreadedClient(lambda: build(settings, lambda: password, timeout=timeout), name=settings.name, budget=budget)


class Account(NamedTuple):
    """What a client says of a torrent when anybody asks."""

    name: str
    size: int
    remaining: int


class Hand(Protocol):
    """A third party's hand."""

    def add(self, torrent: Torrent, *, paused: bool = False, complete: bool = False) -> None: ...
    def remove(self, torrent: Torrent) -> None: ...
    def pause(self, torrent: Torrent) -> None: ...
    def rename(self, torrent: Torrent, name: str) -> None: ...
    def restart(self) -> None: ...
    def fall_silent(self) -> None: ...
    def answer_again(self) -> None: ...
    def has_files(self, torrent: Torrent) -> bool: ...
    def accounts(self) -> Mapping[str, Account]: ...
    def queue(self) -> list[str]: ...
    def trackers(self, torrent: Torrent) -> list[str]: ...
    def saves_in(self) -> str: ...


@dataclass
class DaemonHand:
    """In a real daemon, by its own interface and its own folder."""

    daemon: Daemon | BuiltinClient

    def add(self, torrent: Torrent, *, paused: bool = False, complete: bool = False) -> None:
        if complete:
            torrent.write_content(self.daemon.downloads)
        self.daemon.add(torrent.data, paused=paused)

    def remove(self, torrent: Torrent) -> None:
        self.daemon.remove(torrent.id)

    def pause(self, torrent: Torrent) -> None:
        self.daemon.pause(torrent.id)

    def rename(self, torrent: Torrent, name: str) -> None:
        if self.daemon.kind == "builtin":
            pytest.skip("nobody can rename a torrent in libtorrent")
        self.daemon.rename(torrent.id, torrent.name, name)

    def restart(self) -> None:
        self.daemon.stop()
        self.daemon.start()

    def fall_silent(self) -> None:
        if self.daemon.kind == "builtin":
            pytest.skip("it is inside this program, and silent only with it")
        self.daemon.freeze()

    def answer_again(self) -> None:
        self.daemon.wake()

    def has_files(self, torrent: Torrent) -> bool:
        return (self.daemon.downloads / torrent.name).exists()

    def accounts(self) -> Mapping[str, Account]:
        transmission = self.daemon.kind == "transmission"
        size, left = ("sizeWhenDone", "leftUntilDone") if transmission else ("size", "amount_left")
        return {native: Account(row["name"], row[size], row[left]) for native, row in self.daemon.listed().items()}

    def queue(self) -> list[str]:
        place = "queuePosition" if self.daemon.kind == "transmission" else "priority"
        return [row["name"] for row in sorted(self.daemon.listed().values(), key=lambda row: row[place])]

    def trackers(self, torrent: Torrent) -> list[str]:
        return self.daemon.trackers(torrent.id)

    def saves_in(self) -> str:
        return str(self.daemon.downloads)


@dataclass
class MemoryHand:
    """In the client in memory."""

    memory: MemoryClient

    def add(self, torrent: Torrent, *, paused: bool = False, complete: bool = False) -> None:
        running = Status.SEEDING if complete else Status.DOWNLOADING
        resting = Status.COMPLETED if complete else Status.PAUSED
        self.memory.put(torrent.name, status=resting if paused else running, size=len(torrent.content), v1=torrent.v1)

    def remove(self, torrent: Torrent) -> None:
        self.memory.remove(self._key(torrent))

    def pause(self, torrent: Torrent) -> None:
        self.memory.change(self._key(torrent), status=Status.PAUSED)

    def rename(self, torrent: Torrent, name: str) -> None:
        self.memory.change(self._key(torrent), name=name)

    def restart(self) -> None:
        self.memory.restart_early()

    def fall_silent(self) -> None:
        self.memory.fall_silent()

    def answer_again(self) -> None:
        self.memory.answer_again()

    def has_files(self, torrent: Torrent) -> bool:
        return torrent.name not in self.memory.erased

    def accounts(self) -> Mapping[str, Account]:
        rows = self.memory.listed().values()
        return {row.native_id: Account(row.name, row.size, row.remaining) for row in rows}

    def queue(self) -> list[str]:
        rows = self.memory.listed().values()
        return [row.name for row in sorted(rows, key=lambda row: row.queue_position or 0)]

    def trackers(self, torrent: Torrent) -> list[str]:
        tracker = self.memory.listed()[self._key(torrent)].tracker
        return [tracker] if tracker else []

    def saves_in(self) -> str:
        return SAVE_PATH

    def _key(self, torrent: Torrent) -> TransferKey:
        return TransferKey(self.memory.client, torrent.id)


@dataclass
class Party:
    """A client under contract."""

    kind: str
    name: str
    client: Client
    hand: Hand
    screen: Screen


class Screen:
    """The rows as the reports of a client make them, and what a person in front of them does."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.rows: dict[TransferKey, Transfer] = {}
        self.reports: list[Report] = []
        self._to_confirm = False

    @property
    def named(self) -> Mapping[str, Transfer]:
        """The rows by name."""
        return {row.name: row for row in self.rows.values()}

    def keys(self, *names: str) -> tuple[TransferKey, ...]:
        """The keys of the rows with these names."""
        return tuple(self.named[name].key for name in names)

    async def refresh(self, **interest: Any) -> Report:
        """One report, folded in. After a new session the list is asked for once more: it may be early."""
        asked = Interest(**({"whole": self._to_confirm} | interest))
        report = await self.client.refresh(asked)
        self._to_confirm = report.new_session
        self.reports.append(report)
        match report:
            case Full():
                self._meet(report.transfers)
                self.rows = dict(report.transfers)
            case Delta():
                self._meet(report.changed)
                self.rows |= report.changed
                assert report.removed <= self.rows.keys()
                for key in report.removed:
                    del self.rows[key]
            case Asked():
                self._meet(report.transfers)
                assert report.transfers.keys() <= report.keys
                for gone in report.keys - report.transfers.keys():
                    self.rows.pop(gone, None)
                self.rows |= report.transfers
        return report

    async def until(self, condition: Callable[[Mapping[str, Transfer]], object], **interest: Any) -> Report:
        """Refresh until the condition on the rows by name holds; the report that made it so."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            report = await self.refresh(**interest)
            if condition(self.named):
                return report
            assert time.monotonic() < deadline, (self.named, self.reports[-3:])
            await _a_moment()

    async def until_listed(self, *names: str) -> Report:
        """Refresh until exactly these rows are there."""
        return await self.until(lambda rows: rows.keys() == set(names))

    async def until_still(self) -> None:
        """Refresh for as long as whole answers differ: some fields of a new torrent come a moment later."""
        deadline = time.monotonic() + PATIENCE_S
        before, same = self.rows, 0
        while same < STILL_ANSWERS:
            await _a_moment()
            await self.refresh(whole=True)
            same = same + 1 if all(before.get(key) is row for key, row in self.rows.items()) else 0
            before = dict(self.rows)
            assert time.monotonic() < deadline, self.named

    async def until_settled(self, hand: Hand) -> None:
        """Refresh until what is shown is what the client says itself."""
        await self.until(lambda _rows: self.accounts() == hand.accounts())

    def accounts(self) -> Mapping[str, Account]:
        """What is shown, in the words of the client's own account."""
        return {row.native_id: Account(row.name, row.size, row.remaining) for row in self.rows.values()}

    async def tell(self, verb: Verb, *names: str, values: tuple[str, ...] = ()) -> list[Outcome]:
        """Perform a command for rows by name."""
        return [result.outcome for result in await self.results(verb, self.keys(*names), values)]

    async def results(self, verb: Verb, keys: Collection[TransferKey], values: tuple[str, ...] = ()) -> list[Result]:
        """Perform a command; whatever became of it, each key has its result, and each failure its sentence."""
        results = await self.client.perform(Command(verb=verb, keys=tuple(keys), values=values))
        assert [result.key for result in results] == list(keys)
        assert all(result.message for result in results if result.outcome is not Outcome.ACCEPTED)
        return results

    def _meet(self, transfers: Mapping[TransferKey, Transfer]) -> None:
        """A row that looks as it did is the identical object, so that a difference costs no comparison."""
        for key, now in transfers.items():
            assert now.key == key
            before = self.rows.get(key)
            assert now is before or now != before, f"{now.name}: equal, but another object"


async def eventually(condition: Callable[[], object]) -> None:
    """Wait for something that no report tells."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        await _a_moment()


async def _a_moment() -> None:
    await asyncio.sleep(0.05)


def run_queueing(kind: str, home: Path) -> AbstractContextManager[Daemon | BuiltinClient]:
    """A client that lets one torrent download at a time."""
    if kind == "transmission":
        return run_transmission(home, download_queue_enabled=True, download_queue_size=1)
    if kind == "qbittorrent":
        return run_qbittorrent(home, queueing=True, active_downloads=1)
    from tests.builtin_client import run_builtin  # noqa: PLC0415 - there are Pythons without libtorrent

    return run_builtin(home, active_downloads=1)


def relay(url: str) -> Script:
    """A script that hands every request on to a real server and its answer back."""

    def hand_on(request: Request) -> Say:
        headers = {name: value for name, value in request.headers.items() if name not in {"Host", "Content-Length"}}
        answer = requests.request(
            request.method,
            url + request.path,
            data=request.body.encode("utf-8", "surrogateescape"),
            headers=headers,
            timeout=30,
            allow_redirects=False,
        )
        headers = {name: value for name, value in answer.headers.items() if name.lower() in HANDED_ON}
        return Say(answer.content, answer.status_code, headers)

    return hand_on
