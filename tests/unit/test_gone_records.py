"""What its client no longer has: sent again under the same record, or forgotten."""

import pytest

from mydia_desktop.domain.command import Outcome
from mydia_desktop.domain.record import CloseReason, EventKind
from tests.memory_client import MemoryClient
from tests.torrents import make_torrent
from tests.unit.journal_room import keeping, lists_agree_soon  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("lists_agree_soon")

FILM = make_torrent("Nosferatu.1922.1080p.mkv")


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


async def gone(room, client, *torrents, **wanted):
    """Add these, and have somebody else take them out; the ids of their records."""
    ids = []
    for torrent in torrents or (FILM,):
        result = await room.add(torrent, **wanted)
        await room.until(lambda: not room.deliveries.under_way)
        ids.append(result.record_id)
    await room.until_absence_counts()
    client.remove(*client.listed())
    await room.until(lambda: sum(len(each.records) for each in room.live.gone) == len(ids))
    return ids


async def test_it_is_sent_again_from_the_kept_bytes_under_the_same_record(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        (record_id,) = await gone(room, nas, category="films", save_path="/films")
        (result,) = await room.gone.send_again([record_id])
        assert (result.outcome, result.record_id) == (Outcome.ACCEPTED, record_id)
        await room.until(lambda: not room.deliveries.under_way)
        record = room.record(record_id)
        assert (record.attempt, record.is_open) == (2, True)
        assert len(room.keeper.records) == 1
        again = nas.additions[-1]
        assert (again.release.data, again.category, again.save_path) == (FILM.data, "films", "/films")
        assert room.live.gone == ()


async def test_without_the_bytes_a_magnet_is_made_of_what_is_known_and_that_is_said(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        (record_id,) = await gone(room, nas)
        (tmp_path / "torrents" / f"{FILM.v1}.torrent").unlink()
        (result,) = await room.gone.send_again([record_id])
        assert result.outcome is Outcome.ACCEPTED
        assert "only its infohash" in result.message
        assert nas.additions[-1].release.v1 == FILM.v1
        assert nas.additions[-1].release.name == FILM.name


async def test_a_kept_file_that_is_spoilt_is_not_sent(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        (record_id,) = await gone(room, nas)
        (tmp_path / "torrents" / f"{FILM.v1}.torrent").write_bytes(b"d4:infod")
        await room.gone.send_again([record_id])
        assert nas.additions[-1].release.data is None


async def test_a_silent_client_is_refused_with_the_reason_and_the_record_is_as_it_was(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        (record_id,) = await gone(room, nas)
        before, history = room.record(record_id), await room.kinds(record_id)
        nas.fall_silent()
        room.live.watches["nas"].fall_silent()
        (result,) = await room.gone.send_again([record_id])
        assert result.outcome is Outcome.NOT_SENT
        assert result.message.startswith("NAS does not answer at the moment.")
        assert (room.record(record_id), await room.kinds(record_id)) == (before, history)
        assert len(nas.additions) == 1


async def test_a_client_that_left_the_settings_is_named(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        (record_id,) = await gone(room, nas)
        room.live.configure([])
        (result,) = await room.gone.send_again([record_id])
        assert result.message.startswith("NAS is not among your clients.")


async def test_what_is_listed_again_is_not_sent(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        result = await room.add(FILM)
        await room.until(lambda: not room.deliveries.under_way)
        (again,) = await room.gone.send_again([result.record_id])
        assert (again.outcome, again.message) == (Outcome.NOT_SENT, "This is in NAS.")


async def test_forgotten_records_end_and_are_never_gone_again(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        ids = await gone(room, nas, FILM, make_torrent("b.mkv"))
        await room.gone.forget(ids)
        assert {room.record(record_id).close_reason for record_id in ids} == {CloseReason.FORGOTTEN}
        assert (await room.kinds(ids[0]))[-1] is EventKind.FORGOTTEN
        assert room.live.gone == ()


async def test_a_person_can_say_that_it_is_the_right_client(tmp_path, nas):
    async with keeping(tmp_path, nas) as room:
        await gone(room, nas, *(make_torrent(f"{number}.mkv") for number in range(6)))
        assert room.live.gone[0].doubted
        room.gone.trust("nas")
        assert not room.live.gone[0].doubted
