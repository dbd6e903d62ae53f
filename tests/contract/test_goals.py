"""A client says when it has offered something for as long as it was to, and stopped."""

from __future__ import annotations

from mydia_desktop.domain.transfer import Status
from tests.torrents import make_torrent

FIRST, SECOND = make_torrent("with a goal"), make_torrent("without")


async def test_a_goal_is_reached_when_the_client_stopped_by_itself(daemon, screen):
    """What a person pauses has reached none."""
    for torrent in (FIRST, SECOND):
        torrent.write_content(daemon.downloads)
        daemon.add(torrent.data)
    await screen.until(lambda rows: len(rows) == 2 and all(row.status is Status.SEEDING for row in rows.values()))
    assert not any(row.goal_reached for row in screen.rows.values())
    daemon.limit_ratio(FIRST.id, 0.0)
    daemon.pause(SECOND.id)
    await screen.until(lambda rows: all(row.status is Status.COMPLETED for row in rows.values()))
    assert {row.name: row.goal_reached for row in screen.rows.values()} == {FIRST.name: True, SECOND.name: False}
