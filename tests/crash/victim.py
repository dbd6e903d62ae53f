"""The program without its window, in a process of its own that dies at a chosen step of what it does."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

import sqlalchemy
from sqlalchemy.engine.default import DefaultDialect

from mydia_desktop.app.core import Core
from mydia_desktop.config.import_rules import Method
from mydia_desktop.config.profile import Profile
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.happening import HappeningKind
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, Record
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import Status, Transfer
from mydia_desktop.live import roster
from mydia_desktop.store import repository  # noqa: F401 - loaded once for all victims, before any of them has a thread
from mydia_desktop.workflows import deliveries, intents, kept_releases
from mydia_desktop.workflows.additions import Wanted
from mydia_desktop.workflows.downloads import DownloadWorkflows
from mydia_desktop.workflows.importing import imports, job_list, placing, runner
from mydia_desktop.workflows.record_keeper import StoreState
from mydia_desktop.workflows.release_reader import FileSource
from tests.torrents import PIECE, Torrent

PATIENCE_S = 60
TICK_S = 0.2
SUBJECT = SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=2, episodes=(7,))
_KINDS = frozenset(kind.value for kind in EventKind)
_ON_THE_DISK = frozenset({"os.mkdir", "os.rmdir", "os.link", "os.rename", "os.remove", "os.utime", "open"})
_FOLDERS = frozenset({"library", "downloads"})


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a program that lived on knows in the end."""

    steps: tuple[str, ...]
    """Everything that was written to the disk for the story."""
    records: tuple[Record, ...]
    kinds: dict[str, list[EventKind]] = field(default_factory=dict)
    """What happened, by record."""
    questions: tuple[tuple[Verb, str], ...] = ()
    gone: tuple[str, ...] = ()
    told: tuple[HappeningKind, ...] = ()


class Steps:
    """Counts what is written to the disk from ``armed`` on, and ends the process at the fatal step."""

    def __init__(self, fatal: str | None) -> None:
        self.fatal, self.armed = fatal, False
        self.taken: list[str] = []
        self._written: list[str] = []
        self._times: Counter[str] = Counter()

    def hook(self) -> None:
        """Stand where the program writes."""
        sqlalchemy.event.listen(sqlalchemy.Engine, "before_cursor_execute", self._note)
        commit, write = DefaultDialect.do_commit, kept_releases.replace_file

        def do_commit(dialect: DefaultDialect, connection: object) -> None:
            what, self._written = ", ".join(dict.fromkeys(self._written)), []
            if what:
                self._around(f"the commit of {what}", lambda: commit(dialect, connection))
            else:
                commit(dialect, connection)

        def replace_file(path: Path, content: bytes, *, mode: int) -> None:
            self._around("its file is kept", lambda: write(path, content, mode=mode))

        DefaultDialect.do_commit = do_commit  # type: ignore[method-assign] # this process tests nothing else
        kept_releases.replace_file = replace_file
        self._hook_imports()

    def _hook_imports(self) -> None:
        """Stand before each thing that an import does to the disk, and between the chunks of a copy."""
        write = placing._write_all

        def write_all(file: int, data: bytes) -> None:
            self._reach_again("a chunk is written")
            write(file, data)

        placing._write_all = write_all
        placing.CHUNK = PIECE
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.armed or event not in _ON_THE_DISK or not isinstance(arguments[0], str | os.PathLike):
            return
        made = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
        path = Path(arguments[1] if event in {"os.link", "os.rename"} else arguments[0])  # type: ignore[arg-type]
        if (event == "open" and not made) or _FOLDERS.isdisjoint(path.parts):
            return
        name = "its source" if "downloads" in path.parts else path.name
        self._reach_again(f"{event} of {'a part' if name.startswith('.mydia-') else name}")

    def _reach_again(self, what: str) -> None:
        if self.armed:
            self._times[what] += 1
            self._reach(f"before {what}" + (f" for the {self._times[what]}. time" if self._times[what] > 1 else ""))

    def _note(self, _connection, _cursor, statement, parameters, _context, _many) -> None:
        verb, *words = statement.split()
        if verb.upper() in {"INSERT", "UPDATE", "DELETE"}:
            table = words[1] if verb.upper() != "UPDATE" else words[0]
            kinds = [value for value in parameters if isinstance(value, str) and value in _KINDS]
            self._written.append(f"“{kinds[0]}”" if table == "download_events" and kinds else table)

    def _around(self, what: str, write: Callable[[], object]) -> None:
        self._reach(f"before {what}")
        write()
        self._reach(f"after {what}")

    def _reach(self, step: str) -> None:
        if self.armed:
            self.taken.append(step)
            if step == self.fatal:
                os.kill(os.getpid(), signal.SIGKILL)


class Life:
    """One run of the program."""

    def __init__(self, folder: Path, link: Connection, steps: Steps, spawn: Callable[..., object]) -> None:
        self.core = Core(Profile.at(folder))
        self.live = self.core.live
        self.workflows = DownloadWorkflows(self.live, self.core.records, lambda _notice: None, spawn)
        self.link, self.steps = link, steps
        self.told: list[HappeningKind] = []
        self.core.records.happenings.listen(lambda happening: self.told.append(happening.kind))
        self._news = asyncio.Event()

    async def follow(self) -> None:
        """Hand every update on."""
        async for update in self.live.feed():
            self.workflows.apply(update)
            self._news.set()

    async def tick(self) -> None:
        """Say that time passes."""
        while True:
            await asyncio.sleep(TICK_S)
            self.workflows.tick()
            self._news.set()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until it holds; it is looked at whenever anything happened."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                self._news.clear()
                await self._news.wait()

    @property
    def client(self) -> ClientState:
        """The only client."""
        return next(iter(self.live.clients.values()))

    async def ready(self) -> None:
        """Wait until everything can be done."""
        await self.until(
            lambda: self.client.live and self.client.uuid and self.core.records.keeper.state is StoreState.READY
        )

    def arm(self) -> None:
        """From here on the process may die: now the test knows which one."""
        self.link.send("armed")
        self.link.recv()
        self.steps.armed = True

    def row(self, torrent: Torrent) -> Transfer | None:
        """The torrent's row."""
        keys = self.live.find([torrent.id])
        return self.live.transfers[keys[0]] if keys else None

    async def add(self, torrent: Torrent) -> None:
        """Add it and see it listed."""
        reading = await self.workflows.additions.read(FileSource(name="a.torrent", data=torrent.data))
        assert reading.release, reading.error
        await self.workflows.additions.add(
            Wanted(release=reading.release, client=self.client.id, subject=SUBJECT, category="films")
        )
        await self.until(lambda: self.row(torrent) and self.is_quiet)

    @property
    def is_quiet(self) -> bool:
        """Nothing is on its way, but for what a person is asked about."""
        waiting = [intent for intent in self.workflows._intents.open if not (intent.earlier and intent.key)]
        return not self.workflows._deliveries.under_way and not waiting and not self.workflows.actions.in_flight

    async def absence_counts(self) -> None:
        """Wait until what the client does not list is gone."""
        async with asyncio.timeout(PATIENCE_S):
            while not self.client.absence_counts:
                self.live.try_now()
                await asyncio.sleep(TICK_S)

    async def report(self) -> Report:
        """What is known now."""
        store = self.core.records.keeper.store
        records = tuple(self.core.records.keeper.records.values())
        kinds = {record.id: [event.kind for event in reversed(await store.history_of(record.id))] for record in records}
        questions = self.workflows.reconciliation.questions
        return Report(
            steps=tuple(self.steps.taken),
            records=records,
            kinds=kinds,
            questions=tuple((question.verb, question.row.name) for question in questions),
            gone=tuple(record.id for gone in self.live.gone for record in gone.records),
            told=tuple(self.told),
        )


async def add(life: Life, torrent: Torrent) -> None:
    """Add a torrent for an episode that is new to the library."""
    life.arm()
    await life.add(torrent)


async def send_again(life: Life, torrent: Torrent) -> None:
    """Send again what somebody took out of the client."""
    await life.add(torrent)
    await life.absence_counts()
    life.link.send("take it out")
    await life.until(lambda: life.live.gone)
    (record,) = life.core.records.keeper.records
    life.arm()
    (result,) = await life.workflows.gone.send_again([record])
    assert not result.message, result.message
    await life.until(lambda: life.is_quiet)


async def cancel(life: Life, torrent: Torrent) -> None:
    """Take a finished torrent out of the client; its files stay."""
    await _remove(life, torrent, Verb.REMOVE)


async def delete(life: Life, torrent: Torrent) -> None:
    """Take it out and erase its files."""
    await _remove(life, torrent, Verb.DELETE)


async def _remove(life: Life, torrent: Torrent, verb: Verb) -> None:
    row = await _seeding(life, torrent)
    life.arm()
    await life.workflows.actions.run(verb, [row.key])
    await life.until(lambda: life.is_quiet)


async def _seeding(life: Life, torrent: Torrent) -> Transfer:
    await life.add(torrent)
    await life.until(lambda: (row := life.row(torrent)) and row.status is Status.SEEDING)
    row = life.row(torrent)
    assert row is not None
    return row


async def retry(life: Life, torrent: Torrent) -> None:
    """Start again what is in the client."""
    row = await _seeding(life, torrent)
    await life.workflows.actions.run(Verb.PAUSE, [row.key])
    await life.until(lambda: life.is_quiet)
    life.arm()
    await life.workflows.retries.retry([row.key])
    await life.until(lambda: life.is_quiet)


async def adopt(life: Life, torrent: Torrent) -> None:
    """Tie a torrent that somebody else added to an episode that is new to the library."""
    await life.until(lambda: life.row(torrent))
    row = life.row(torrent)
    assert row is not None
    life.arm()
    await life.workflows.matching.assign([row.key], SUBJECT)


async def finish(life: Life, torrent: Torrent) -> None:
    """See it finish, and get into the library."""
    await life.add(torrent)
    life.arm()
    await _until_imported(life, torrent)


async def be_imported(life: Life, torrent: Torrent) -> None:
    """Only start, and let an import come to its end."""
    await life.absence_counts()
    await _until_imported(life, torrent)


async def _until_imported(life: Life, torrent: Torrent) -> None:
    def is_over() -> bool:
        (record,) = life.core.records.keeper.records.values()
        moves = life.core.settings.preferences.importing.method is Method.MOVE
        if record.close_reason is not CloseReason.IMPORTED or not life.is_quiet:
            return False
        source = Path(record.last_save_path or "", torrent.name)
        return not moves or bool(life.workflows.reconciliation.questions if life.row(torrent) else not source.exists())

    await life.until(is_over)
    await life.absence_counts()


async def settle(life: Life, torrent: Torrent) -> None:  # noqa: ARG001 - as every story
    """Only start, and let what an earlier run left open come to its end."""
    await life.absence_counts()
    await life.until(lambda: life.is_quiet)


Story = Callable[[Life, Torrent], Awaitable[None]]
_WITH_AN_END = (finish, be_imported, settle)


def live(link: Connection, folder: Path, story: Story, torrent: Torrent, fatal: str | None) -> None:
    """Be the process: live the story in this profile, and report, unless the fatal step comes first."""
    # Real daemons on loopback need less time than the world.
    roster.AGREE_AFTER_S = deliveries.SETTLING_S = intents.SETTLING_S = 2.0
    runner.LEASE_S = imports.LEASE_S = 3.0
    runner.SETTLE_S = 0.2
    job_list.ROW_AGAIN_S = job_list.HERE_AGAIN_S = 0.5
    steps = Steps(fatal)
    steps.hook()
    link.send(asyncio.run(_live(link, folder, story, torrent, steps)))


async def _live(link: Connection, folder: Path, story: Story, torrent: Torrent, steps: Steps) -> Report:
    async with asyncio.TaskGroup() as tasks:
        life = Life(folder, link, steps, tasks.create_task)
        if story not in _WITH_AN_END:
            # Its client may call a torrent done in any moment: what is written of that is no step of these stories.
            life.core.records.completion.run = asyncio.Event().wait  # type: ignore[method-assign, assignment]
        parts: Sequence[Awaitable[None]] = (life.live.run(), life.core.records.run(), life.follow(), life.tick())
        ground = [tasks.create_task(part) for part in parts]
        await life.ready()
        await story(life, torrent)
        report = await life.report()
        for task in ground:
            task.cancel()
    await life.core.records.close()
    return report
