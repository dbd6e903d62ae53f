"""The words and numbers of Transmission, as its RPC writes them, rule by rule."""

import json

import msgspec
import pytest

from mydia_desktop.adapters.transmission_wire import (
    FIELDS,
    LOCAL_ERROR,
    TRACKER_ERROR,
    TRACKER_WARNING,
    Row,
    Trackers,
    rows_of_table,
    status_of,
    to_transfer,
    tracker_host,
)
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey
from tests.transmission_rows import HASH, WHOLE

KEY = TransferKey(ClientId("nas"), HASH)


def row(**fields):
    """A torrent half fetched, but for these fields."""
    return Row(**(WHOLE | fields))


def transfer(**fields):
    """The same as the Transfer it makes."""
    shown = row(**fields)
    return to_transfer(KEY, shown, status=status_of(shown), tracker=None)


NO_DATA = 'No data found! Ensure your drives are connected or use "Set Location".'
STOPPED_DONE = {"status": 0, "left_until_done": 0, "percent_done": 1.0}


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        # 1, 2: a local error stops the torrent, and may leave it at 100 %
        ({"error": 3, "error_string": NO_DATA} | STOPPED_DONE, Status.MISSING),
        ({"error": 3, "error_string": "Paused torrent as no data was found!"} | STOPPED_DONE, Status.MISSING),
        ({"error": 3, "error_string": NO_DATA, "status": 2}, Status.MISSING),
        ({"error": 3, "error_string": "No space left on device"} | STOPPED_DONE, Status.FAILED),
        ({"error": 3, "error_string": "Keine Daten gefunden!", "status": 0}, Status.FAILED),
        # 3: waiting to check, and checking
        ({"status": 1}, Status.CHECKING),
        ({"status": 2, "recheck_progress": 0.3}, Status.CHECKING),
        # 4: waiting to download, and to seed
        ({"status": 3}, Status.QUEUED),
        ({"status": 3, "metadata_percent_complete": 0.0}, Status.QUEUED),
        ({"status": 5, "left_until_done": 0}, Status.QUEUED),
        # 5: a magnet
        ({"status": 4, "metadata_percent_complete": 0.4, "rate_download": 9}, Status.METADATA),
        # 6: bytes, or somebody who sends them
        ({"status": 4, "rate_download": 1}, Status.DOWNLOADING),
        ({"status": 4, "peers_sending_to_us": 1}, Status.DOWNLOADING),
        ({"status": 4, "webseeds_sending_to_us": 1}, Status.DOWNLOADING),
        # 7
        ({"status": 4}, Status.STALLED),
        # 8
        ({"status": 6, "left_until_done": 0}, Status.SEEDING),
        # 9, 10
        (STOPPED_DONE, Status.COMPLETED),
        ({"status": 0}, Status.PAUSED),
        ({"status": 0, "left_until_done": 0, "size_when_done": 0}, Status.PAUSED),
        ({"status": 0, "left_until_done": 0, "metadata_percent_complete": 0.5}, Status.PAUSED),
        # a tracker's complaint is no status
        ({"status": 4, "error": 1, "error_string": NO_DATA, "rate_download": 1}, Status.DOWNLOADING),
        ({"status": 6, "error": 2, "error_string": "unregistered torrent"}, Status.SEEDING),
        # a number of the future
        ({"status": 7}, Status.UNKNOWN),
    ],
)
def test_the_first_rule_that_fits_is_the_status(fields, status):
    """The table of PROTOCOLS, in its order."""
    assert status_of(row(**fields)) is status


def test_nothing_left_of_nothing_is_not_done():
    """A magnet just added has size 0 and 0 left."""
    shown = transfer(metadata_percent_complete=0.0, left_until_done=0, size_when_done=0, percent_done=1.0)
    assert (shown.done, shown.progress, shown.size, shown.content_path) == (False, 0.0, 0, None)


def test_what_is_missing_is_not_done():
    """3.00 leaves it at 100 %."""
    shown = transfer(error=LOCAL_ERROR, error_string=NO_DATA, **STOPPED_DONE)
    assert (shown.status, shown.done, shown.error) == (Status.MISSING, False, NO_DATA)


@pytest.mark.parametrize("error", [TRACKER_WARNING, TRACKER_ERROR])
def test_a_trackers_complaint_is_a_warning(error):
    """Beside the status, which goes on."""
    shown = transfer(error=error, error_string="unregistered torrent", rate_download=5)
    assert (shown.status, shown.tracker_warning, shown.error) == (
        Status.DOWNLOADING,
        "unregistered torrent",
        None,
    )


def test_nothing_known_looks_like_nothing_known():
    """Sentinels become None, never a number to be shown."""
    assert transfer(done_date=10**15, activity_date=-5).completed_at is None
    shown = transfer(eta=-2, upload_ratio=-1, done_date=0, activity_date=0, added_date=0, rate_download=1)
    assert (shown.eta, shown.ratio, shown.completed_at, shown.active_at, shown.added_at) == (None,) * 5
    assert transfer(eta=-1, rate_download=1).eta is None
    assert transfer(upload_ratio=-2).ratio is None
    assert transfer(upload_ratio=0).ratio == 0


def test_an_eta_counts_only_while_it_downloads():
    """While seeding it is the time to the ratio limit."""
    assert transfer(eta=60, rate_download=1).eta == 60
    assert transfer(eta=60, status=6, left_until_done=0).eta is None
    assert transfer(eta=60, status=0).eta is None


def test_a_place_is_told_of_what_waits():
    """Transmission numbers every torrent; only in the queue it means something, and there from 1."""
    assert transfer(status=3, queue_position=0).queue_position == 1
    assert transfer(status=4, queue_position=0).queue_position is None


def test_its_goal_is_reached_once_it_stopped_by_itself():
    """What a person starts once more beyond its goal is offered, whatever it was told before."""
    done = {"left_until_done": 0, "is_finished": True}
    assert transfer(status=0, **done).goal_reached
    assert not transfer(status=6, **done).goal_reached
    assert not transfer(status=0, left_until_done=0).goal_reached
    assert not transfer(status=0, error=3, error_string="No data found!", **done).goal_reached


def test_a_check_has_its_own_progress():
    """Beside that of the download."""
    shown = transfer(status=2, recheck_progress=0.25)
    assert (shown.check_progress, shown.progress) == (0.25, 0.5)
    assert transfer(recheck_progress=0.25).check_progress is None


def test_the_content_is_under_its_folder():
    """With one slash between, also where the folder is the root."""
    assert transfer().content_path == "/srv/films/Debian"
    assert transfer(download_dir="/").content_path == "/Debian"


def test_a_number_of_the_future_is_said():
    """So that a report of it says which."""
    assert "7" in transfer(status=7).note


def table(*rows, fields=FIELDS):
    """A ``table`` answer."""
    return msgspec.Raw(json.dumps([list(fields), *rows]).encode())


def test_a_table_begins_with_its_fields():
    """Then a list of values for each torrent; 3.00 sends integers where 4.x sends floats."""
    values = list(WHOLE.values())
    whole = [0 if value == 0.0 else value for value in values]
    assert rows_of_table(table(values, whole)) == [row(), row()]
    assert rows_of_table(msgspec.Raw(b" [ ]")) == []
    assert rows_of_table(table()) == []


@pytest.mark.parametrize(
    "answer",
    [
        table(list(WHOLE.values()), fields=FIELDS[::-1]),
        table(list(WHOLE.values()), fields=FIELDS[:-1]),
        table(list(WHOLE.values()), fields=[*FIELDS, "more"]),
        table(["short"]),
        msgspec.Raw(b'[{"id": 1}]'),
        msgspec.Raw(b'{"id": 1}'),
        msgspec.Raw(b"7"),
        msgspec.Raw(b'["id"'),
    ],
)
def test_another_table_than_asked_for_is_refused(answer):
    """Values in another order would be other values."""
    with pytest.raises(msgspec.MsgspecError):
        rows_of_table(answer)


def test_one_bad_name_does_not_spoil_the_table():
    """Half a surrogate pair costs that name at most."""
    text = bytes(table(list(WHOLE.values()), list(WHOLE.values()))).replace(b'"Debian"', rb'"De\ud800ian"', 1)
    first, second = rows_of_table(msgspec.Raw(text))
    assert second.name == "Debian"
    first.name.encode()


def test_the_tracker_is_the_first_with_an_address():
    """Whatever whoever made the torrent typed there."""
    announces = ["", "http://[oops", "udp://tracker.example:6969/announce", "https://second.example/"]
    assert tracker_host(Trackers(hash_string=HASH, trackers=[{"announce": a} for a in announces])) == "tracker.example"
    assert tracker_host(Trackers(hash_string=HASH)) is None
