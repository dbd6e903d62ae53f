"""Rows, records and client states for tests of the table and of what surrounds it."""

from __future__ import annotations

from collections.abc import Mapping

from mydia_desktop.domain.errors import Cause
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.report import Facts
from mydia_desktop.domain.snapshot import ClientState, Phase, Problem, Update
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey

NAS = ClientId("nas")
SEEDBOX = ClientId("seedbox")

NOW = 1_790_000_000.0


def row(client: ClientId, number: int | str, status: Status = Status.SEEDING, **changes: object) -> Transfer:
    """A plausible row; ``changes`` are its fields."""
    done = status in (Status.SEEDING, Status.COMPLETED)
    values: dict[str, object] = {
        "key": TransferKey(client, str(number)),
        "native_id": f"{number}",
        "name": f"Release {number}",
        "status": status,
        "done": done,
        "progress": 1.0 if done else 0.41,
        "size": 1 << 30,
        "remaining": 0 if done else 1 << 29,
        "downloaded": 0,
        "uploaded": 0,
        "download_speed": 0,
        "upload_speed": 0,
    }
    return Transfer(**(values | changes))


def subject(
    title: str, *, year: int | None = None, season: int | None = None, episodes: tuple[int, ...] = ()
) -> Subject:
    """A movie; with a season or episodes, that much of a show."""
    is_show = season is not None or bool(episodes)
    season = 1 if episodes and season is None else season
    media_id = MediaId(title.lower())
    return Subject(
        item=MediaItem(id=media_id, type=MediaType.SHOW if is_show else MediaType.MOVIE, title=title, year=year),
        season=season,
        episodes=tuple(
            Episode(
                id=EpisodeId(f"{title} {season} {number}"), media_item_id=media_id, season=season or 1, number=number
            )
            for number in episodes
        ),
    )


def record(number: int | str, of: Subject | None = None, **changes: object) -> Record:
    """What is remembered of ``row(…, number)``; ``changes`` are its fields."""
    values: dict[str, object] = {
        "id": RecordId(f"record {number}"),
        "title": f"Release {number}",
        "subject": of,
        "native_id": f"{number}",
    }
    return Record(**(values | changes))


def state(client: ClientId = NAS, name: str = "NAS", **changes: object) -> ClientState:
    """A client that is online and answered a second ago; ``changes`` are its fields."""
    values: dict[str, object] = {
        "id": client,
        "kind": "transmission",
        "name": name,
        "url": f"http://{client}.example:9091",
        "phase": Phase.ONLINE,
        "live": True,
        "answered_at": NOW - 1,
        "latency": 0.004,
        "facts": Facts(
            version="4.1.0", api="18", download_speed=11_953_766, upload_speed=3_250_586, free_space=1 << 41
        ),
    }
    return ClientState(**(values | changes))


def silent(client: ClientId = SEEDBOX, name: str = "Seedbox", **changes: object) -> ClientState:
    """A client that timed out: last seen 12 s ago, asked again in 8 s; ``changes`` are its fields."""
    values: dict[str, object] = {
        "kind": "qbittorrent",
        "phase": Phase.UNREACHABLE,
        "live": False,
        "answered_at": NOW - 12,
        "failing_since": NOW - 10,
        "next_try_at": NOW + 8,
        "problem": Problem(
            cause=Cause.TIMED_OUT, message="Connection timed out after 5 s (https://seedbox.example:8080)."
        ),
    }
    return state(client, name, **(values | changes))


def update(
    *rows: Transfer,
    removed: tuple[Transfer, ...] = (),
    clients: tuple[ClientState, ...] | None = None,
    records: Mapping[Transfer, Record] | None = None,
) -> Update:
    """The update that brings these; ``records`` are those of the rows that have one."""
    return Update(
        changed={each.key: each for each in rows},
        removed=frozenset(each.key for each in removed),
        clients=None if clients is None else {each.id: each for each in clients},
        records={each.key: record for each, record in (records or {}).items()},
    )
