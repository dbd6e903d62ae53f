"""The words, numbers and ids of qBittorrent, row by row as its serializer writes them."""

import msgspec
import pytest

from mydia_desktop.adapters.json_answers import decode
from mydia_desktop.adapters.qbittorrent_wire import (
    Maindata,
    Row,
    identities,
    is_active,
    is_state_known,
    parse_version,
    patched,
    split_tags,
    to_transfer,
)
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey

V1 = "a" * 40
V2 = "b" * 64
KEY = TransferKey(ClientId("seedbox"), V1)


def transfer(*, before=None, error=None, **fields):
    """A row with these fields as the Transfer it makes."""
    return to_transfer(KEY, V1, Row(name="Debian", size=1000, **fields), before=before, error=error)


@pytest.mark.parametrize(
    ("state", "status", "done"),
    [
        ("downloading", Status.DOWNLOADING, False),
        ("stalledDL", Status.STALLED, False),
        ("metaDL", Status.METADATA, False),
        ("forcedMetaDL", Status.METADATA, False),
        ("pausedDL", Status.PAUSED, False),
        ("stoppedDL", Status.PAUSED, False),
        ("queuedDL", Status.QUEUED, False),
        ("uploading", Status.SEEDING, True),
        ("stalledUP", Status.SEEDING, True),
        ("forcedUP", Status.SEEDING, True),
        ("pausedUP", Status.COMPLETED, True),
        ("stoppedUP", Status.COMPLETED, True),
        ("queuedUP", Status.QUEUED, True),
        ("checkingDL", Status.CHECKING, False),
        ("checkingUP", Status.CHECKING, True),
        ("checkingResumeData", Status.CHECKING, False),
        ("queuedForChecking", Status.CHECKING, False),
        ("allocating", Status.DOWNLOADING, False),
        ("moving", Status.MOVING, False),
        ("missingFiles", Status.MISSING, False),
        ("error", Status.FAILED, False),
    ],
)
def test_every_state_has_its_status(state, status, done):
    """The table of states, a line a state, for a torrent that still lacks bytes by the numbers."""
    assert is_state_known(state)
    row = transfer(state=state, dlspeed=1, amount_left=1)
    assert (row.status, row.done) == (status, done)
    assert row.note is None


def test_a_forced_download_without_bytes_is_stalled():
    """There is one word for a forced download whether or not anything arrives."""
    assert transfer(state="forcedDL", dlspeed=9).status is Status.DOWNLOADING
    assert transfer(state="forcedDL", dlspeed=0).status is Status.STALLED
    assert transfer(state="forcedDL").forced
    assert transfer(state="pausedDL", force_start=True).forced
    assert not transfer(state="downloading").forced


def test_its_goal_is_reached_once_it_stopped_at_its_ratio():
    """What goes on, what has no limit and what was stopped before has not reached it."""
    assert transfer(state="pausedUP", ratio=2.0, max_ratio=2.0).goal_reached
    assert transfer(state="stoppedUP", ratio=-1, max_ratio=2.0).goal_reached
    assert not transfer(state="uploading", ratio=2.5, max_ratio=2.0).goal_reached
    assert not transfer(state="pausedUP", ratio=1.5, max_ratio=2.0).goal_reached
    assert not transfer(state="pausedUP", ratio=9.0, max_ratio=-1).goal_reached
    assert not transfer(state="pausedUP", ratio=9.0).goal_reached


@pytest.mark.parametrize(("left", "done"), [(0, True), (5, False)])
def test_a_word_never_met_is_unknown_and_said(left, done):
    """A newer version's state is no error; whether it is done follows from the bytes."""
    row = transfer(state="dreaming", amount_left=left)
    assert not is_state_known("dreaming")
    assert (row.status, row.done) == (Status.UNKNOWN, done)
    assert "dreaming" in row.note


def test_without_metadata_nothing_is_done():
    """A magnet has size -1 or 0 and nothing left: that is not completion."""
    row = to_transfer(KEY, V1, Row(state="someday", size=-1, amount_left=0))
    assert (row.done, row.size, row.content_path) == (False, 0, None)


@pytest.mark.parametrize("state", ["checkingDL", "checkingResumeData", "moving"])
def test_a_check_or_a_move_keeps_what_was_done(state):
    """While it checks, qBittorrent's numbers count the check; what was here is still here."""
    before = transfer(state="pausedUP", progress=1.0)
    now = transfer(state=state, progress=0.25, amount_left=750, before=before)
    assert now.done
    assert now.remaining == 0


def test_a_check_shows_its_own_progress():
    """The bar of the check is not the bar of the download."""
    before = transfer(state="downloading", dlspeed=1, progress=0.6, amount_left=400)
    now = transfer(state="checkingDL", progress=0.25, amount_left=750, before=before)
    assert (now.progress, now.check_progress, now.done) == (0.6, 0.25, False)
    assert before.check_progress is None


def test_nothing_known_looks_like_nothing_known():
    """Sentinels of every version become None, never a number to be shown."""
    row = transfer(state="downloading", dlspeed=1, eta=8_640_000, completion_on=-1, tracker="", priority=0)
    assert (row.eta, row.completed_at, row.tracker, row.queue_position) == (None, None, None, None)
    assert (row.category, row.labels, row.content_path) == (None, (), None)
    assert transfer(completion_on=0).completed_at is None
    assert transfer(completion_on=4_294_967_295).completed_at is None
    assert transfer(completion_on=1_700_000_000).completed_at == 1_700_000_000


def test_an_eta_counts_only_while_bytes_arrive():
    """A seeding torrent's ETA is the time to its share limit, which nobody asked for."""
    assert transfer(state="downloading", dlspeed=1, eta=60).eta == 60
    assert transfer(state="uploading", eta=60).eta is None


def test_a_ratio_over_the_maximum_stays_large():
    """-1 says "over 9999", which is not small."""
    assert transfer(ratio=-1).ratio == 9999
    assert transfer(ratio=0).ratio == 0


def test_the_clients_words_go_with_what_failed():
    """An error text on a healthy row would be a lie."""
    assert transfer(state="error", error="disk full").error == "disk full"
    assert transfer(state="missingFiles", error="gone").error == "gone"
    assert transfer(state="stalledUP", error="disk full").error is None


def test_the_identities_of_v1_v2_and_hybrid():
    """An id alone says nothing: 40 digits may be v1 or the beginning of v2."""
    assert identities(V1, Row(infohash_v1=V1)) == (V1, None)
    assert identities(V2[:40], Row(infohash_v2=V2)) == (None, V2)
    assert identities(V2[:40], Row(infohash_v1=V1, infohash_v2=V2)) == (V1, V2)
    assert identities(V1, Row()) == (V1, None)  # before 2.8.4: no such fields and no version 2


def test_tags_and_trackers_are_read_apart():
    """Tags are one string on the wire, and a tracker may be anything its author typed."""
    assert split_tags("linux, iso") == ("linux", "iso")
    assert split_tags("") == ()
    assert transfer(tracker="udp://tracker.example:6969/announce").tracker == "tracker.example"
    assert transfer(tracker="http://[oops").tracker is None


def test_what_moves_by_itself_is_active():
    """Only such rows are worth asking about between two lists."""
    assert is_active(Row(state="stalledUP", upspeed=1))
    assert is_active(Row(state="checkingUP"))
    assert not is_active(Row(state="stalledUP"))
    assert not is_active(Row(state="pausedDL"))


def test_a_patch_changes_only_what_it_names():
    """A delta brings the changed fields; the others stay as they were."""
    row = patched(Row(name="Debian", dlspeed=5), msgspec.Raw(b'{"dlspeed": 0, "of_the_future": []}'))
    assert row == Row(name="Debian", dlspeed=0)
    with pytest.raises(msgspec.MsgspecError):
        patched(row, msgspec.Raw(b'{"dlspeed": "fast"}'))


def test_one_bad_name_does_not_spoil_the_answer():
    """Bytes that are no text, half a surrogate pair, NaN and null cost that field at most."""
    body = b'{"rid": 1, "torrents": {"x": {"name": "a\\ud800\xff", "ratio": NaN, "size": null, "state": "error"}}}'
    answer = decode(body, Maindata)
    row = decode(answer.torrents["x"], Row)
    assert (row.state, row.size, row.name[0]) == ("error", 0, "a")
    row.name.encode()


@pytest.mark.parametrize("body", [b"<html>", b"", b"[1]", b'{"torrents": {}}', b"[" * 100_000, b"\xff"])
def test_what_is_no_maindata_is_refused(body):
    """One kind of error, whatever was wrong with the bytes."""
    with pytest.raises(msgspec.MsgspecError):
        decode(body, Maindata)


def test_versions_compare_as_numbers():
    """2.8.19 is newer than 2.8.4, and a web page is no version."""
    assert parse_version("2.8.19") > parse_version("2.8.4")
    assert parse_version("<html>") is None
    assert parse_version("2.8.x") is None
