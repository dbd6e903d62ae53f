"""An Add dialog in a running Qt event loop. Releases are really read; what is known of them tests decide."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.media import MediaId, MediaItem, MediaType, SubjectDraft
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.release import Payload, ReleaseError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.ui.add.dialog import AddDialog
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.additions import Reading, Wanted
from mydia_desktop.workflows.deliveries import AddResult
from mydia_desktop.workflows.duplicates import Duplicate
from mydia_desktop.workflows.release_name import parse_names
from mydia_desktop.workflows.release_reader import read_source
from mydia_desktop.workflows.suggestion import Suggestion
from tests.ui.shell_values import NAS, SEEDBOX, state

SECONDS = 30
TORRENTS = frozenset({Payload.TORRENT_V1, Payload.TORRENT_HYBRID})

HOLMES = MediaItem(id=MediaId("m1"), type=MediaType.SHOW, title="Sherlock Holmes", year=1954)
NOSFERATU = MediaItem(id=MediaId("m2"), type=MediaType.MOVIE, title="Nosferatu", year=1922)


def client(
    identity=NAS, name="NAS", *, folder="/srv/tv", categories=("movies", "tv"), free=1_999_000_000_000, **changes
):
    """One that takes torrents."""
    found = state(identity, name, takes=TORRENTS, verbs=frozenset(Verb))
    facts = replace(found.facts, save_path=folder, categories=categories, free_space=free)
    return replace(found, **({"facts": facts} | changes))


def settings(identity=NAS, name="NAS", **changes) -> ClientConfig:
    """What config.toml says of it."""
    values = {
        "id": identity,
        "kind": "transmission",
        "name": name,
        "url": f"http://{identity}.invalid:9091",
        "path_map": (PathMapping(remote="/srv", local="/mnt/nas"),),
        "category": "tv",
    }
    return ClientConfig(**(values | changes))


def magnet(name: str, digit: str = "8") -> str:
    """A magnet link of a release with this name."""
    return f"magnet:?xt=urn:btih:{digit * 40}&dn={name}"


@dataclass
class AddRoom:
    """Set it up, then ``run`` a story with the dialog."""

    app: QApplication
    states: list[ClientState] = field(
        default_factory=lambda: [client(), client(SEEDBOX, "Seedbox", kind="qbittorrent", folder="/data")]
    )
    configs: list[ClientConfig] = field(
        default_factory=lambda: [settings(), settings(SEEDBOX, "Seedbox", kind="qbittorrent", path_map=(), category="")]
    )
    library: list[MediaItem] = field(default_factory=lambda: [HOLMES, NOSFERATU])
    found: list[Duplicate] = field(default_factory=list)
    """What is said to be there already, of everything."""
    answer: Callable[[Wanted], AddResult] = lambda _wanted: AddResult(outcome=Outcome.ACCEPTED)
    added: list[Wanted] = field(default_factory=list)
    """Everything that was to be added."""
    appearance: str = "light"
    gate: asyncio.Event | None = None
    """Where it is there, adding waits for it."""

    def run(self, story: Callable[[AddDialog], Awaitable[None]]) -> None:
        """Live the story, and wait for everything it set off."""
        loop = qasync.QEventLoop(self.app)
        self.app.setQuitOnLastWindowClosed(False)  # there is no main window here that would stay
        try:
            loop.run_until_complete(asyncio.wait_for(self._live(story), SECONDS))
        finally:
            self.app.setQuitOnLastWindowClosed(True)
            loop.close()
            del loop
            gc.collect()  # here: Qt's objects must not be deleted by a collection in another thread

    async def _live(self, story: Callable[[AddDialog], Awaitable[None]]) -> None:
        theme = Theme(self.app, self.appearance)
        async with asyncio.TaskGroup() as tasks:
            self.spawn = tasks.create_task
            dialog = AddDialog(theme, self, self.spawn, units=lambda: Units.BINARY)
            dialog.begin("")
            try:
                await story(dialog)
            finally:
                dialog.basket.clear()  # nothing is read any more
                dialog.close()
                dialog.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.deleteLater()

    # -- the work, as the dialog sees it -----------------------------------------------------------------------

    @property
    def live(self):
        """The clients."""
        return SimpleNamespace(clients={each.id: each for each in self.states}, configs=self.configs)

    @property
    def additions(self):
        """To add."""
        return self

    @property
    def matching(self):
        """To match."""
        return self

    async def read(self, source):
        try:
            return Reading(source=source, release=await read_source(source))
        except ReleaseError as error:
            return Reading(source=source, error=str(error))

    async def suggest(self, names):
        return [self._judge(parsed) for parsed in await parse_names(names)]

    async def search(self, text):
        words = text.casefold().split()
        return [item for item in self.library if all(word in item.title.casefold() for word in words)]

    def duplicates(self, _release, _subject, _client):
        return self.found

    def clients_for(self, payload):
        return [each for each in self.states if payload in each.takes]

    def obstacle(self, payload, wanted):
        found = next(each for each in self.states if each.id == wanted)
        if not found.live:
            return f"{found.name} does not answer."
        return "" if payload in found.takes else f"{found.name} can't take this kind of release."

    async def add(self, wanted):
        self.added.append(wanted)
        if self.gate is not None:
            await self.gate.wait()
        return self.answer(wanted)

    def _judge(self, parsed):
        if not parsed.title or parsed.type is None:
            return Suggestion(parsed=parsed, draft=None)
        same = [item for item in self.library if item.title == parsed.title and item.type is parsed.type]
        item = same[0] if same else None
        draft = SubjectDraft(
            item_id=item.id if item else None,
            type=parsed.type,
            title=item.title if item else parsed.title,
            year=item.year if item else parsed.year,
            season=parsed.season,
            episodes=parsed.episodes,
            episode_title=parsed.episode_title,
        )
        return Suggestion(parsed=parsed, draft=draft, item=item)
