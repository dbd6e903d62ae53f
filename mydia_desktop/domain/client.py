"""What the rest of the program needs of a download client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from mydia_desktop.domain.command import Added, Addition, Command, Result, Verb
from mydia_desktop.domain.content import Content
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.report import Interest, Report
from mydia_desktop.domain.transfer import TransferKey


class Adapter(Protocol):
    """Speaks one kind of client. Synchronous; one thread at a time calls everything but ``abort``."""

    @property
    def verbs(self) -> frozenset[Verb]:
        """What this client can do; may grow once its version is known."""
        ...

    @property
    def takes(self) -> frozenset[Payload]:
        """Which releases this client understands; may change once its version is known."""
        ...

    def refresh(self, interest: Interest) -> Report:
        """What this client says now: everything, what was asked for, or what changed since the last answer.

        Raises:
            ClientUnreachableError: no answer; worth asking again.
            AuthenticationError: no use asking until the settings change.
            UnexpectedResponseError: something answered, but not this kind of client.
        """
        ...

    def perform(self, command: Command) -> list[Result]:
        """Carry out one command, one result for each of its keys, at most once whatever happens on the way.

        Every failure is a Result: nothing is raised, so that a partial success is not lost.
        """
        ...

    def add(self, addition: Addition) -> Added:
        """Add one release, at most once whatever happens on the way; what is there already is left as it is.

        Every failure is in the answer: nothing is raised.
        """
        ...

    def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """Ask for the magnet links of these transfers; one the client has none for is left out.

        Raises:
            ClientError: as refresh.
        """
        ...

    def content(self, key: TransferKey) -> Content | None:
        """Ask for the files of one transfer, as the client has them now; None if it does not have the transfer.

        Raises:
            ClientError: as refresh.
        """
        ...

    def set_slow(self, *, slow: bool) -> None:
        """Put the second, lower speed limits in force, or the usual ones. Said twice it changes nothing.

        Raises:
            ActionRefusedError: it has none, or said no.
            ClientError: as refresh.
        """
        ...

    def abort(self) -> None:
        """Cut off the exchange under way, from any thread; the call in it then raises. Harmless when idle."""
        ...

    def close(self) -> None:
        """Let go of connections. The adapter is not used afterwards."""
        ...


class Client(Protocol):
    """The same for the event loop: nothing here blocks, and every call ends within its budget."""

    @property
    def verbs(self) -> frozenset[Verb]:
        """What this client can do; may grow once its version is known."""
        ...

    @property
    def takes(self) -> frozenset[Payload]:
        """Which releases this client understands; may change once its version is known."""
        ...

    async def refresh(self, interest: Interest) -> Report:
        """As Adapter.refresh; a call over its budget raises ClientUnreachableError."""
        ...

    async def perform(self, command: Command) -> list[Result]:
        """As Adapter.perform; a command over its budget is *not sent* if still queued, else *unknown*."""
        ...

    async def add(self, addition: Addition) -> Added:
        """As Adapter.add; over its budget it is *not sent* if still queued, else *unknown*."""
        ...

    async def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """As Adapter.magnets."""
        ...

    async def content(self, key: TransferKey) -> Content | None:
        """As Adapter.content."""
        ...

    async def set_slow(self, *, slow: bool) -> None:
        """As Adapter.set_slow."""
        ...

    def close(self) -> None:
        """Abort what is under way and let the worker end by itself; waits for nothing."""
        ...
