"""Which client of the database a section of config.toml is. Only a known answer ties records to rows.

An address proves nothing: behind the same one another computer of a shared database may have another daemon. So a
section is bound by the uuid that was written into it, and where that does not decide, a person is asked.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from mydia_desktop.config.clients import Binding, ClientConfig
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.record import (
    ClientUuid,
    CloseReason,
    EventKind,
    KnownClient,
    NewEvent,
    Record,
    StoreUnavailableError,
)
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows import event_detail
from mydia_desktop.workflows.record_keeper import RecordKeeper

_log = logging.getLogger(__name__)

Bind = Callable[[Mapping[ClientId, Binding]], Awaitable[None]]
"""Writes into config.toml which clients of the database sections are. Raises SettingsNotSavedError."""


class Live(Protocol):
    """Where the settings are in force."""

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """The settings in force."""
        ...

    def configure(self, configs: Sequence[ClientConfig], renewed: Collection[ClientId] = ()) -> None:
        """Put settings in force. A record belongs to the client whose config has its uuid, and to no other."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityQuestion:
    """A section that may be one of these clients of the database, or another. Until it is answered it is none."""

    client: ClientId
    name: str
    url: str
    candidates: tuple[KnownClient, ...]
    """Never empty."""
    moved_from: str | None = None
    """The address at which it was the one candidate; None for a section that is new to the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedClient:
    """A client that is no longer configured here, but whose records still wait for their end."""

    client: KnownClient
    open_records: int
    heirs: tuple[KnownClient, ...]
    """Clients of the same kind that are configured and could have its records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known of each section by the database alone."""

    bound: Mapping[ClientId, KnownClient]
    moved: Mapping[ClientId, KnownClient]
    """Its uuid is known, but not at this address."""
    new: tuple[ClientConfig, ...]
    free: tuple[KnownClient, ...]
    """Clients that no section is."""


def judge(sections: Sequence[ClientConfig], known: Sequence[KnownClient]) -> Verdict:
    """Compare sections with the clients of the database. Of two with the same uuid the one at its address has it."""
    by_uuid: dict[str, KnownClient] = {client.uuid: client for client in known}
    bound: dict[ClientId, KnownClient] = {}
    moved: dict[ClientId, KnownClient] = {}
    taken: set[ClientUuid] = set()
    for at_its_address, found in ((True, bound), (False, moved)):
        for section in sections:
            client = by_uuid.get(section.uuid or "")
            if client is None or client.kind != section.kind or client.uuid in taken:
                continue
            # The address is the one this computer knows it by, or the one that was told last.
            if (section.url in (section.uuid_url, client.origin)) is at_its_address:
                found[section.id] = client
                taken.add(client.uuid)
    return Verdict(
        bound=bound,
        moved=moved,
        new=tuple(section for section in sections if section.id not in bound and section.id not in moved),
        free=tuple(client for client in known if client.uuid not in taken),
    )


class Identities:
    """Binds sections to clients of the database, and asks where only a person can tell."""

    def __init__(self, keeper: RecordKeeper, live: Live, bind: Bind) -> None:
        """``bind`` writes into config.toml."""
        self.questions: tuple[IdentityQuestion, ...] = ()
        self.removed: tuple[RemovedClient, ...] = ()
        """Clients that were taken out of the settings since the program began, while records of theirs are open."""
        self.problem = ""
        """Why a binding could not be written down, in a sentence or two; it then holds for this run only."""
        self._keeper, self._live, self._bind = keeper, live, bind
        self._sections: tuple[ClientConfig, ...] = ()
        self._written: dict[ClientId, tuple[str | None, str | None]] = {}  # the bindings in config.toml
        self._bound: dict[ClientId, _Bound] = {}
        self._left: dict[ClientUuid, KnownClient] = {}
        self._wake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._watchers: list[Callable[[], None]] = []
        keeper.watch(self._wake_up)

    @property
    def sections(self) -> tuple[ClientConfig, ...]:
        """The settings in force, each with the uuid that is or will be written into it."""
        return self._sections

    def configure(self, sections: Sequence[ClientConfig], renewed: Collection[ClientId] = ()) -> None:
        """Put settings in force, each client bound as far as is known; the rest is found out as soon as possible."""
        self._written = {section.id: (section.uuid, section.uuid_url) for section in sections}
        before, self._sections = self._bound, tuple(self._remembered(section) for section in sections)
        self._bound = {
            section.id: old
            for section in self._sections
            if (old := before.get(section.id)) is not None and old.fits(section)
        }
        for old in before.values():
            self._left[old.client.uuid] = old.client
        self._configure_live(renewed)
        self._wake_up()

    async def run(self) -> None:
        """Find out what can be, whenever the settings or the database changed, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            if not self._keeper.is_open:
                continue
            try:
                await self.settle()
            except StoreUnavailableError as error:
                self._keeper.noticed(error)

    async def settle(self) -> None:
        """Bind what needs no person, and know what to ask.

        Raises:
            StoreUnavailableError: what was bound stays so.
        """
        async with self._one_at_a_time:
            await self._settle()

    async def bind_known(self) -> None:
        """Bind what is known already, and neither ask nor write anything.

        Raises:
            StoreUnavailableError: nothing is bound.
        """
        by_id = {section.id: section for section in self._sections}
        verdict = judge(self._sections, await self._keeper.store.clients())
        self._put_in_force({by_id[client]: known for client, known in verdict.bound.items()})

    async def answer(self, client: ClientId, same_as: ClientUuid | None) -> None:
        """A person said which client of the database a section is; None: another one, new to it.

        Raises:
            StoreUnavailableError: the question stays.
        """
        async with self._one_at_a_time:
            question = next((asked for asked in self.questions if asked.client == client), None)
            section = next((one for one in self._sections if one.id == client), None)
            if question is None or section is None or section.url != question.url:
                return  # the settings have changed since
            if same_as is not None and same_as not in {candidate.uuid for candidate in question.candidates}:
                return
            known = await self._keeper.store.save_client(
                kind=section.kind, name=section.name, origin=section.url, uuid=same_as
            )
            await self._write({section: known})
            await self._settle()

    async def hand_over(self, of: ClientUuid, to: ClientUuid) -> None:
        """The records of a removed client belong to another one from now on.

        Raises:
            StoreUnavailableError: nothing was changed.
        """
        self._keeper.took(*await self._keeper.store.hand_over(of, to))
        self.leave(of)

    async def close(self, of: ClientUuid) -> None:
        """Nobody waits any more for the open records of a removed client.

        Raises:
            StoreUnavailableError: those that are not closed yet stay open.
        """
        for record in self._open_records(of):
            event = NewEvent(
                kind=EventKind.FORGOTTEN,
                record_id=record.id,
                attempt=record.attempt,
                detail=event_detail.of_record(record) | {"message": f"{record.client_name} was removed."},
            )
            closed = await self._keeper.store.change(
                record.id,
                {"closed_at": int(time.time()), "close_reason": CloseReason.FORGOTTEN},
                event,
                only_open=True,
            )
            if closed is not None:
                self._keeper.took(closed)
        self.leave(of)

    def leave(self, of: ClientUuid) -> None:
        """Ask no more about a removed client; its records stay as they are."""
        self._left.pop(of, None)
        self._offer()
        self._tell_watchers()

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever the questions, the removed clients or the problem changed."""
        self._watchers.append(changed)

    async def _settle(self) -> None:
        store, sections = self._keeper.store, self._sections
        verdict = judge(sections, await store.clients())
        by_id = {section.id: section for section in sections}
        found = {by_id[client]: known for client, known in verdict.bound.items()}
        questions = []
        for section in sections:
            if (same := verdict.moved.get(section.id)) is not None:
                questions.append(_question(section, (same,), moved_from=section.uuid_url or same.origin))
            elif section in verdict.new:
                candidates = tuple(client for client in verdict.free if client.kind == section.kind)
                if candidates:
                    questions.append(_question(section, candidates))
                else:
                    found[section] = await store.save_client(kind=section.kind, name=section.name, origin=section.url)
            elif not self._keeper.shared and (known := verdict.bound[section.id]).name != section.name:
                found[section] = await store.save_client(
                    kind=section.kind, name=section.name, origin=section.url, uuid=known.uuid
                )
        self.questions = tuple(questions)
        await self._write(found)

    async def _write(self, found: Mapping[ClientConfig, KnownClient]) -> None:
        """Put bindings in force, those that are news also into config.toml."""
        self._put_in_force(found)
        news = {
            section.id: Binding(section.uuid, section.uuid_url)
            for section in self._sections
            if section.id in self._bound
            and section.uuid is not None
            and section.uuid_url is not None
            and self._written.get(section.id) != (section.uuid, section.uuid_url)
        }
        self._offer()
        if news:
            await self._write_down(news)
        self._tell_watchers()

    def _put_in_force(self, found: Mapping[ClientConfig, KnownClient]) -> None:
        # The settings may have changed while the database was asked; what is another client now is not bound.
        there = {section.id: section for section in self._sections}
        for section, known in found.items():
            now = there.get(section.id)
            if now is not None and (now.kind, now.url) == (section.kind, section.url):
                self._bound[now.id] = _Bound(client=known, kind=now.kind, url=now.url)
                self._left.pop(known.uuid, None)
        self._sections = tuple(self._remembered(section) for section in self._sections)
        self._configure_live(())

    async def _write_down(self, news: Mapping[ClientId, Binding]) -> None:
        try:
            await self._bind(news)
        except SettingsNotSavedError as error:
            names = ", ".join(section.name for section in self._sections if section.id in news)
            self.problem = (
                f"Which client of the database {names} is could not be written down, so you will be asked again after "
                f"the next start. {error}"
            )
            _log.warning("%s", self.problem)
        else:
            self._written |= news
            self.problem = ""

    def _remembered(self, section: ClientConfig) -> ClientConfig:
        """With the uuid that was found out in this run, which whoever edits the settings may not have seen yet."""
        bound = self._bound.get(section.id)
        if bound is None or not bound.fits(section):
            return section
        return replace(section, uuid=bound.client.uuid, uuid_url=section.url)

    def _configure_live(self, renewed: Collection[ClientId]) -> None:
        configs = []
        for section in self._sections:
            bound = self._bound.get(section.id)
            configs.append(replace(section, uuid=bound.client.uuid if bound else None, uuid_url=None))
        if renewed or configs != list(self._live.configs):
            self._live.configure(configs, renewed)

    def _offer(self) -> None:
        """Know which removed clients leave open records behind."""
        configured = [bound.client for bound in self._bound.values()]
        claimed = {section.uuid for section in self._sections} | {client.uuid for client in configured}
        removed = []
        for client in self._left.values():
            waiting = sum(1 for _ in self._open_records(client.uuid))
            if client.uuid not in claimed and waiting:
                heirs = tuple(heir for heir in configured if heir.kind == client.kind)
                removed.append(RemovedClient(client=client, open_records=waiting, heirs=heirs))
        self.removed = tuple(removed)

    def _open_records(self, of: ClientUuid) -> list[Record]:
        return [record for record in self._keeper.records.values() if record.client_uuid == of and record.is_open]

    def _wake_up(self) -> None:
        self._wake.set()

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """A section that is known to be a client of the database, as it was then."""

    client: KnownClient
    kind: str
    url: str

    def fits(self, section: ClientConfig) -> bool:
        """Whether the section is still the same program at the same address."""
        return (self.kind, self.url) == (section.kind, section.url)


def _question(
    section: ClientConfig, candidates: tuple[KnownClient, ...], moved_from: str | None = None
) -> IdentityQuestion:
    return IdentityQuestion(
        client=section.id, name=section.name, url=section.url, candidates=candidates, moved_from=moved_from
    )
