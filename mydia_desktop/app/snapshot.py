"""``mydia-desktop --snapshot``: one refresh of every client as JSON. Needs no display, and imports no Qt."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from mydia_desktop.app.core import Core
from mydia_desktop.config.profile import Profile
from mydia_desktop.domain.media import Episode, MediaItem
from mydia_desktop.domain.record import ClientUuid, Record, StoreUnavailableError
from mydia_desktop.domain.snapshot import ClientState, Phase, Snapshot
from mydia_desktop.domain.transfer import ClientId, Transfer
from mydia_desktop.live.aggregator import Live

PUT_AWAY_WITHIN_S = 3.0
ALL_ANSWERED, BAD_CONFIG, SOME_SILENT = 0, 2, 3


class Memory(Protocol):
    """What is remembered."""

    async def load(self) -> Path | None:
        """Join the records to their rows.

        Returns:
            The file as it was, if the database had to be brought up to date for it.

        Raises:
            StoreUnavailableError: the database can't be used.
        """
        ...

    async def close(self) -> None:
        """Let go of it."""
        ...


def run_snapshot(profile: Profile) -> int:
    """Print what every client says now; the exit code."""
    with contextlib.suppress(OSError):  # whoever misses a folder says so
        profile.create()
    core = Core(profile, at_rest=True)
    for problem in core.settings.problems:
        print(f"{profile.config_file}: {problem.sentence}", file=sys.stderr)  # noqa: T201 - the command line's own output
    snapshot = asyncio.run(_taken(core))
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr] # always a text file
    json.dump(as_json(snapshot), sys.stdout, ensure_ascii=False, indent=2)
    print()  # noqa: T201
    if core.settings.problems:
        return BAD_CONFIG
    answered = all(state.phase in (Phase.ONLINE, Phase.DISABLED) for state in snapshot.clients.values())
    return ALL_ANSWERED if answered else SOME_SILENT


async def _taken(core: Core) -> Snapshot:
    try:
        return await take(core.live, core.records)
    finally:
        await core.put_away(PUT_AWAY_WITHIN_S)


async def take(live: Live, memory: Memory | None = None) -> Snapshot:
    """One refresh of every client, beside what is remembered. A database that can't be used is said on stderr."""
    async with asyncio.TaskGroup() as tasks:
        asking = tasks.create_task(live.run())
        if memory is not None:
            await _remember(memory)
        await live.settled()
        snapshot = live.snapshot()
        asking.cancel()
    return snapshot


async def _remember(memory: Memory) -> None:
    try:
        backup = await memory.load()
        if backup is not None:
            print(f"The database was brought up to date. As it was before: {backup}", file=sys.stderr)  # noqa: T201
    except StoreUnavailableError as error:
        left = f" A copy as it was before: {error.backup}" if error.backup else ""
        print(f"{error.message}{left}", file=sys.stderr)  # noqa: T201
    finally:
        await memory.close()


def as_json(snapshot: Snapshot) -> Mapping[str, Any]:
    """The snapshot in the shape that other tools rely on (bytes, bytes per second, seconds, ISO 8601 UTC)."""
    clients: dict[ClientUuid | None, ClientId] = {state.uuid: state.id for state in snapshot.clients.values()}
    return {
        "taken_at": _moment(snapshot.taken_at),
        "clients": [_client(state) for state in snapshot.clients.values()],
        "transfers": [_transfer(transfer, snapshot.records.get(key)) for key, transfer in snapshot.transfers.items()],
        "gone": [{"client": clients.get(record.client_uuid)} | _record(record) for record in snapshot.gone],
    }


def _client(state: ClientState) -> Mapping[str, Any]:
    facts = state.facts
    return {
        "id": state.id,
        "kind": state.kind,
        "name": state.name,
        "state": state.phase.value,
        "error": {"code": state.problem.cause.value, "message": state.problem.message} if state.problem else None,
        "latency_ms": None if state.latency is None else round(state.latency * 1000, 1),
        "version": facts.version if facts else None,
        "transfers": state.transfers,
        "download_speed": facts.download_speed if facts else 0,
        "upload_speed": facts.upload_speed if facts else 0,
        "free_space": facts.free_space if facts else None,
    }


def _transfer(transfer: Transfer, record: Record | None) -> Mapping[str, Any]:
    return {
        "client": transfer.key.client,
        "id": transfer.native_id,
        "name": transfer.name,
        "status": transfer.status.value,
        "progress": transfer.progress,
        "size": transfer.size,
        "downloaded": transfer.downloaded,
        "uploaded": transfer.uploaded,
        "remaining": transfer.remaining,
        "download_speed": transfer.download_speed,
        "upload_speed": transfer.upload_speed,
        "eta_seconds": transfer.eta,
        "ratio": transfer.ratio,
        "added_at": _moment(transfer.added_at),
        "completed_at": _moment(transfer.completed_at),
        "save_path": transfer.save_path,
        "content_path": transfer.content_path,
        "category": transfer.category,
        "labels": list(transfer.labels),
        "error": transfer.error,
        "record": _record(record) if record else None,
    }


def _record(record: Record) -> dict[str, Any]:
    subject = record.subject
    # Of a season pack no one episode can be told.
    episode = subject.episodes[0] if subject and len(subject.episodes) == 1 else None
    return {
        "id": record.id,
        "title": record.title,
        "indexer": record.indexer,
        "media_item": _media_item(subject.item) if subject else None,
        "episode": _episode(episode) if episode else None,
        "completed_at": _moment(record.completed_at),
        "error_message": record.error_message,
    }


def _media_item(item: MediaItem) -> Mapping[str, Any]:
    return {"type": item.type.value, "title": item.title, "year": item.year}


def _episode(episode: Episode) -> Mapping[str, Any]:
    return {"season": episode.season, "episode": episode.number, "title": episode.title}


def _moment(seconds: float | None) -> str | None:
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat().replace("+00:00", "Z")
    except (OverflowError, OSError, ValueError):
        return None  # a client's nonsense is no moment
