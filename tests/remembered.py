"""What a person who uses the program for a while has in the database, for the downloads of some daemons."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import EventKind, KnownClient, NewEvent, NewRecord
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.store.database import Store
from mydia_desktop.workflows.release_name import parse_name
from tests.daemons import Daemon

INDEXERS = ("PublicReel", "Archive TV", "Blender")
UNMATCHED_EACH = 11
"""One in so many nobody has said anything of."""
GONE = ("Way.Down.East.1920.1080p.BluRay.x264.FLAC-ARCHIVE", "Dragnet.S02E11.480p.DVDRip.x264-PDTV")
"""Removed in the first client by somebody else."""


def remember(profile: Path, daemons: Mapping[str, Daemon]) -> None:
    """Fill the profile's database, and bind the sections of its config.toml, by their ids, to it."""
    uuids = asyncio.run(_remember(profile / "mydia.sqlite3", daemons))
    config = profile / "config.toml"
    text = config.read_text()
    for section, uuid in uuids.items():
        text = re.sub(rf'(id = "{section}"\n)', rf'\1uuid = "{uuid}"\n', text)
    config.write_text(text)


async def _remember(file: Path, daemons: Mapping[str, Daemon]) -> dict[str, str]:
    store = Store(f"sqlite:///{file}", actor="me@desk")
    await store.open()
    uuids = {}
    try:
        for section, daemon in daemons.items():
            client = await store.save_client(kind=daemon.kind, name=daemon.config().name, origin=daemon.url)
            uuids[section] = client.uuid
            for number, (infohash, row) in enumerate(sorted(daemon.listed().items(), key=lambda one: one[1]["name"])):
                if number % UNMATCHED_EACH != UNMATCHED_EACH - 1:
                    await _add(store, client, row["name"], infohash, INDEXERS[number % len(INDEXERS)])
            if len(uuids) == 1:
                for number, name in enumerate(GONE):
                    await _add(store, client, name, f"{number:040x}", "PublicReel")
    finally:
        await store.close()
    return uuids


async def _add(store: Store, client: KnownClient, name: str, infohash: str, indexer: str) -> None:
    parsed = parse_name(name)
    draft = SubjectDraft(
        type=parsed.type or MediaType.MOVIE,
        title=parsed.title,
        year=parsed.year,
        season=parsed.season,
        episodes=parsed.episodes,
    )
    subject = await store.subject(draft)
    new = NewRecord(
        title=name,
        subject=subject,
        indexer=indexer,
        client_uuid=client.uuid,
        client_name=client.name,
        native_id=infohash,
        v1=infohash,
        last_name=name,
        last_save_path="/srv/downloads",
        quality=parsed.quality,
    )
    what = subject_text(subject)
    detail = {"verb": "add", "title": name, "what": what, "client": client.name, "hash": infohash}
    record = await store.begin(new, EventKind.REQUESTED, detail)
    done = [NewEvent(kind=kind, record_id=record.id, detail=detail) for kind in (EventKind.SENT, EventKind.CONFIRMED)]
    await store.log(*done)
