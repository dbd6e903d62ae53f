"""What the dialog needs of the rooms below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.media import MediaItem, SubjectDraft
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows.additions import Reading, Wanted
from mydia_desktop.workflows.deliveries import AddResult
from mydia_desktop.workflows.duplicates import Duplicate
from mydia_desktop.workflows.release_reader import Source
from mydia_desktop.workflows.suggestion import Suggestion


class Additions(Protocol):
    """Reads what is to be added, knows what speaks against it, and adds it."""

    async def read(self, source: Source) -> Reading:
        """What it is; every failure is in the Reading."""
        ...

    def duplicates(
        self, release: Release, subject: SubjectDraft | None, client: ClientId | None
    ) -> Sequence[Duplicate]:
        """What is there of it already, the nearest first."""
        ...

    def clients_for(self, payload: Payload) -> Sequence[ClientState]:
        """Who can take it: by priority, live ones first."""
        ...

    def obstacle(self, payload: Payload, client: ClientId) -> str:
        """Why this client can't take it now; empty if it can."""
        ...

    async def add(self, wanted: Wanted) -> AddResult:
        """Add it; every failure is a result."""
        ...


class Matching(Protocol):
    """Knows the movies and shows of the library, and what names say."""

    async def suggest(self, names: Sequence[str]) -> Sequence[Suggestion]:
        """What downloads of these names are probably for."""
        ...

    async def search(self, text: str) -> Sequence[MediaItem]:
        """Those that fit these words.

        Raises:
            StoreUnavailableError: the library can't be asked.
        """
        ...


class Live(Protocol):
    """How we stand with the clients, and what config.toml says of them."""

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """All configured clients."""
        ...

    @property
    def configs(self) -> Sequence[ClientConfig]:
        """Their settings."""
        ...


class AddWork(Protocol):
    """All of it together."""

    @property
    def live(self) -> Live:
        """The clients."""
        ...

    @property
    def additions(self) -> Additions:
        """To add."""
        ...

    @property
    def matching(self) -> Matching:
        """To say what it is for."""
        ...
