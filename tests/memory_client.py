"""A download client in memory, for tests of whatever stands above the adapters.

It passes the contract suite that the real ones pass, so a window in front of it can't be promised anything that
they do not keep. Its hands are a third party's: what they do is seen only in the next report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mydia_desktop.domain.command import Added, Addition, Command, Outcome, Result, Verb
from mydia_desktop.domain.content import Content, ContentFile
from mydia_desktop.domain.errors import Cause, ClientError, ClientUnreachableError
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.report import Asked, Delta, Facts, Full, Interest, Report
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey

RUNNING = frozenset({Status.DOWNLOADING, Status.STALLED, Status.METADATA, Status.SEEDING, Status.QUEUED})
TORRENTS = (Payload.TORRENT_V1, Payload.TORRENT_V2, Payload.TORRENT_HYBRID)
SAVE_PATH = "/downloads"
QUEUE_MOVES: Mapping[Verb, Callable[[int, int], int]] = {
    # (place now, last place): place then
    Verb.QUEUE_TOP: lambda _now, _last: 0,
    Verb.QUEUE_UP: lambda now, _last: max(0, now - 1),
    Verb.QUEUE_DOWN: lambda now, last: min(last, now + 1),
    Verb.QUEUE_BOTTOM: lambda _now, last: last,
}


class MemoryClient:
    """A Client that keeps its transfers here. It queues, labels and categorises, and does everything at once."""

    def __init__(
        self,
        client: str = "memory",
        *,
        name: str = "Memory",
        verbs: Collection[Verb] = tuple(Verb),
        takes: Collection[Payload] = TORRENTS,
    ) -> None:
        self.client = ClientId(client)
        self.name = name
        self.verbs = frozenset(verbs)
        self.takes = frozenset(takes)
        self.commands: list[Command] = []
        """Everything it was asked to do, whatever became of it."""
        self.additions: list[Addition] = []
        """Everything it was asked to add, whatever became of it."""
        self.erased: list[str] = []
        """Names whose files it deleted."""
        self.files: dict[TransferKey, tuple[ContentFile, ...]] = {}
        """What transfers consist of that are not one file of their own name."""
        self.slow = False
        """Whether its second speed limits are in force."""
        self.closed = False
        self._transfers: dict[TransferKey, Transfer] = {}
        self._queue: list[TransferKey] = []
        self._told: dict[TransferKey, Transfer] | None = None  # None: the next report is the first of a session
        self._silence: ClientError | None = None
        self._heard_in_silence: list[Callable[[], object]] = []
        self._early = False

    # -- a third party's hands ---------------------------------------------------------------------------------

    def put(self, name: str, *, status: Status = Status.DOWNLOADING, size: int = 1000, **fields: Any) -> TransferKey:
        """Put a transfer in. What is not said follows from its status: a seeding one is done, another half so."""
        infohash = hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()
        key = TransferKey(self.client, fields.get("v1") or fields.get("native_id") or infohash)
        done = fields.pop("done", status in {Status.SEEDING, Status.COMPLETED})
        here = size if done else size // 2
        known: dict[str, Any] = {
            "key": key,
            "native_id": key.id,
            "name": name,
            "status": status,
            "done": done,
            "progress": here / size if size else 0.0,
            "size": size,
            "remaining": size - here,
            "downloaded": here,
            "uploaded": 0,
            "download_speed": 0,
            "upload_speed": 0,
            "save_path": SAVE_PATH,
            "content_path": f"{SAVE_PATH}/{name}",
            "v1": key.id,
        }
        self._transfers[key] = Transfer(**(known | fields))
        self._queue.append(key)
        self._number_the_queue()
        return key

    def change(self, key: TransferKey, **fields: Any) -> None:
        """Change fields of one transfer."""
        now = replace(self._transfers[key], **fields)
        if now != self._transfers[key]:
            self._transfers[key] = now

    def remove(self, *keys: TransferKey) -> None:
        """Take transfers out."""
        for key in keys:
            del self._transfers[key]
            self._queue.remove(key)
        self._number_the_queue()

    def fall_silent(self, error: ClientError | None = None) -> None:
        """Answer nothing any more; what it is told to do it will do when it wakes. ``error`` is what is seen."""
        self._silence = error or ClientUnreachableError(f"No answer from {self.name}.", cause=Cause.TIMED_OUT)

    def answer_again(self) -> None:
        """End the silence, and do what it was told meanwhile."""
        self._silence = None
        heard, self._heard_in_silence = self._heard_in_silence, []
        for do in heard:
            do()

    def restart_early(self) -> None:
        """Come back from a restart that lists nothing yet, as Transmission does; the answer after that has all."""
        self._told = None
        self._early = True

    def listed(self) -> Mapping[TransferKey, Transfer]:
        """What it has by its own account."""
        return dict(self._transfers)

    # -- a Client ----------------------------------------------------------------------------------------------

    async def refresh(self, interest: Interest) -> Report:
        """As Client.refresh."""
        self._speak()
        told, self._told = self._told, dict(self._transfers)
        if self._early:
            self._early = False
            return Full(facts=self._facts(), latency=0.0, new_session=True, transfers={})
        if told is None or interest.whole:
            return Full(facts=self._facts(), latency=0.0, new_session=told is None, transfers=dict(self._transfers))
        if interest.asked:
            # Only these were told: all else is still news for the next report.
            self._told = {key: old for key, old in told.items() if key not in interest.asked}
            found = {key: self._transfers[key] for key in interest.asked if key in self._transfers}
            self._told |= found
            return Asked(facts=self._facts(), latency=0.0, keys=interest.asked, transfers=found)
        changed = {key: now for key, now in self._transfers.items() if told.get(key) is not now}
        removed = frozenset(told.keys() - self._transfers.keys())
        return Delta(facts=self._facts(), latency=0.0, changed=changed, removed=removed, complete=True)

    async def perform(self, command: Command) -> list[Result]:
        """As Client.perform."""
        self.commands.append(command)
        if self._silence:
            self._heard_in_silence.append(lambda: self._carry_out(command))
            words = f"{self.name} may still do this. {self._silence.message}"
            return [Result(key=key, outcome=Outcome.UNKNOWN, message=words) for key in command.keys]
        return self._carry_out(command)

    async def add(self, addition: Addition) -> Added:
        """As Client.add."""
        self.additions.append(addition)
        if self._silence:
            self._heard_in_silence.append(lambda: self._take_in(addition))
            words = f"{self.name} may still do this. {self._silence.message}"
            return Added(outcome=Outcome.UNKNOWN, message=words)
        return self._take_in(addition)

    async def magnets(self, keys: Sequence[TransferKey]) -> Mapping[TransferKey, str]:
        """As Client.magnets."""
        self._speak()
        found = {key: self._transfers[key] for key in keys if key in self._transfers}
        return {key: f"magnet:?xt=urn:btih:{transfer.v1}" for key, transfer in found.items() if transfer.v1}

    async def content(self, key: TransferKey) -> Content | None:
        """As Client.content: the files it was given, or else one of the transfer's name."""
        self._speak()
        row = self._transfers.get(key)
        if row is None:
            return None
        known = row.size > 0 and row.status is not Status.METADATA
        one = ContentFile(path=row.name, size=row.size, downloaded=row.size - row.remaining, wanted=True)
        return Content(
            folder=row.save_path,
            files=self.files.get(key, (one,)) if known else (),
            settled=known and row.status not in {Status.CHECKING, Status.MOVING, Status.MISSING, Status.FAILED},
        )

    async def set_slow(self, *, slow: bool) -> None:
        """As Client.set_slow."""
        self._speak()
        self.slow = slow

    def close(self) -> None:
        """As Client.close."""
        self.closed = True

    # -- its inside --------------------------------------------------------------------------------------------

    def _speak(self) -> None:
        if self._silence:
            raise self._silence

    def _facts(self) -> Facts:
        rows = self._transfers.values()
        return Facts(
            version="1.0",
            api="1",
            download_speed=sum(row.download_speed for row in rows),
            upload_speed=sum(row.upload_speed for row in rows),
            save_path=SAVE_PATH,
            slow=self.slow,
            categories=tuple(sorted({word for row in rows for word in (row.category, *row.labels) if word})),
        )

    def _carry_out(self, command: Command) -> list[Result]:
        refusal = self._refusal(command)
        results = []
        for key in command.keys:
            if key not in self._transfers:
                words = f"This is no longer in {self.name}."
                results.append(Result(key=key, outcome=Outcome.REFUSED, message=words))
            elif refusal:
                results.append(Result(key=key, outcome=Outcome.REFUSED, message=refusal))
            else:
                self._act(key, command)
                results.append(Result(key=key, outcome=Outcome.ACCEPTED))
        return results

    def _take_in(self, addition: Addition) -> Added:
        release = addition.release
        if release.payload not in self.takes:
            return Added(outcome=Outcome.REFUSED, message=f"{self.name} does not understand such a release.")
        if release.data is not None and not (release.data.startswith(b"d") and b"4:info" in release.data):
            return Added(outcome=Outcome.REFUSED, message=f"{self.name} refused: it is no valid torrent file.")
        if self._has(release):
            return Added(outcome=Outcome.ACCEPTED, already_there=True)
        running = Status.METADATA if release.data is None else Status.DOWNLOADING
        folder = addition.save_path or SAVE_PATH
        key = self.put(
            release.name,
            status=Status.PAUSED if addition.paused else running,
            size=release.size or 0,
            native_id=release.id[:40],
            v1=release.v1,
            v2=release.v2,
            save_path=folder,
            content_path=None if release.data is None else f"{folder}/{release.name}",
            category=addition.category,
        )
        if addition.top_of_queue:
            self._act(key, Command(verb=Verb.QUEUE_TOP, keys=(key,)))
        return Added(outcome=Outcome.ACCEPTED)

    def _has(self, release: Release) -> bool:
        rows = self._transfers.values()
        return any((row.v1 and row.v1 == release.v1) or (row.v2 and row.v2 == release.v2) for row in rows)

    def _refusal(self, command: Command) -> str | None:
        if command.verb not in self.verbs:
            return f"{self.name} can't do this."
        if command.verb is Verb.SET_LABELS and any("," in label for label in command.values):
            return f"A label in {self.name} can't have a comma."
        return None

    def _act(self, key: TransferKey, command: Command) -> None:
        now = self._transfers[key]
        match command.verb:
            case Verb.PAUSE if now.status in RUNNING:
                self.change(key, status=Status.COMPLETED if now.done else Status.PAUSED, forced=False)
                self.change(key, download_speed=0, upload_speed=0, eta=None)
            case Verb.RESUME | Verb.FORCE_START:
                status = now.status if now.status in RUNNING - {Status.QUEUED} else Status.DOWNLOADING
                forced = command.verb is Verb.FORCE_START
                self.change(key, status=Status.SEEDING if now.done else status, forced=forced)
            case Verb.REMOVE:
                self.remove(key)
            case Verb.DELETE:
                self.erased.append(now.name)
                self.remove(key)
            case Verb.SET_CATEGORY:
                self.change(key, category=command.values[0] if command.values else None)
            case Verb.SET_LABELS:
                self.change(key, labels=command.values)
            case verb if verb in QUEUE_MOVES:
                place = self._queue.index(key)
                self._queue.insert(QUEUE_MOVES[verb](place, len(self._queue) - 1), self._queue.pop(place))
                self._number_the_queue()

    def _number_the_queue(self) -> None:
        waiting = [key for key in self._queue if not self._transfers[key].done]
        for key in self._queue:
            self.change(key, queue_position=waiting.index(key) + 1 if key in waiting else None)
