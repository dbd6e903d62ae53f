"""The adapter in front of a real qbittorrent-nox: what is this client's own; the rest is in the contract suite."""

import threading
import time
from contextlib import closing, contextmanager

import pytest

from mydia_desktop.adapters.qbittorrent import QUEUE, QbittorrentAdapter
from mydia_desktop.domain.command import Command, Outcome, Verb
from mydia_desktop.domain.errors import AuthenticationError, Cause, ClientUnreachableError
from mydia_desktop.domain.report import Asked, Delta, Full, Interest
from mydia_desktop.domain.transfer import Status
from tests.daemons import PASSWORD, run_qbittorrent
from tests.torrents import make_torrent

PATIENCE_S = 30


class Screen:
    """The rows as reports make them; waits until they look as they should."""

    def __init__(self, adapter):
        self.adapter = adapter
        self.rows = {}
        self.reports = []

    def refresh(self, **interest):
        """One report, folded in."""
        report = self.adapter.refresh(Interest(**interest))
        self.reports.append(report)
        match report:
            case Full():
                self.rows = dict(report.transfers)
            case Delta():
                self.rows |= report.changed
                for key in report.removed:
                    del self.rows[key]
            case Asked():
                self.rows |= report.transfers
                assert report.transfers.keys() == report.keys
        return report

    def refused(self):
        """Why it does not let us in."""
        with pytest.raises(AuthenticationError) as caught:
            self.refresh()
        return caught.value.cause

    def until(self, condition, **interest):
        """Refresh until the condition on the rows by name holds; return them."""
        pause = threading.Event()
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self.refresh(**interest)
            named = {row.name: row for row in self.rows.values()}
            if condition(named):
                return named
            assert time.monotonic() < deadline, named
            pause.wait(0.1)

    def tell(self, verb, *names, values=()):
        """Perform a command for rows by name; return the outcomes."""
        keys = tuple(key for name in names for key, row in self.rows.items() if row.name == name)
        return [r.outcome for r in self.adapter.perform(Command(verb=verb, keys=keys, values=values))]


@contextmanager
def speaking(daemon, password=PASSWORD, **options):
    """A screen in front of a daemon of its own settings."""
    with closing(QbittorrentAdapter(daemon.config(), lambda: password, **options)) as adapter:
        yield Screen(adapter)


@pytest.fixture
def screen(qbittorrent):
    """What a window would show of the daemon all tests share."""
    with speaking(qbittorrent) as screen:
        yield screen


def test_a_recheck_does_not_begin_a_download_when_the_files_are_away(qbittorrent, screen):
    """A lost mount must not fill the system disk: a complete torrent is stopped before it is checked."""
    torrent = make_torrent("away")
    torrent.write_content(qbittorrent.downloads)
    qbittorrent.add(torrent.data)
    screen.until(lambda rows: rows["away"].status is Status.SEEDING if rows else False)
    (qbittorrent.downloads / "away").unlink()

    assert screen.tell(Verb.RECHECK, "away") == [Outcome.ACCEPTED]
    rows = screen.until(lambda rows: rows["away"].status not in {Status.CHECKING, Status.SEEDING, Status.COMPLETED})
    assert rows["away"].status is Status.PAUSED
    assert not rows["away"].done


def test_files_that_are_gone_are_missing(qbittorrent, screen):
    """The client notices when it starts."""
    torrent = make_torrent("lost")
    torrent.write_content(qbittorrent.downloads)
    qbittorrent.add(torrent.data)
    screen.until(lambda rows: rows["lost"].done if rows else False)
    qbittorrent.stop()
    (qbittorrent.downloads / "lost").unlink()
    qbittorrent.start()
    rows = screen.until(lambda rows: "lost" in rows and rows["lost"].status is Status.MISSING)
    assert not rows["lost"].done


def test_silence_is_not_absence_a_restart_is_a_new_session(qbittorrent, screen):
    """While it is away there is no report at all; afterwards the report says that its list may be early."""
    qbittorrent.add(make_torrent("kept").data, paused=True)
    before = screen.until(lambda rows: "kept" in rows)["kept"]
    qbittorrent.stop()
    with pytest.raises(ClientUnreachableError) as caught:
        screen.refresh()
    assert caught.value.cause is Cause.REFUSED
    qbittorrent.start()
    report = screen.refresh()
    assert isinstance(report, Full)
    assert report.new_session
    assert screen.until(lambda rows: "kept" in rows)["kept"].key == before.key
    assert not screen.refresh().new_session


def test_a_small_list_is_followed_by_complete_differences(qbittorrent, screen):
    """What qBittorrent keeps account of for our session is as good as a whole list."""
    qbittorrent.add(make_torrent("a").data, paused=True)
    screen.until(lambda rows: "a" in rows)
    qbittorrent.add(make_torrent("b").data, paused=True)
    screen.until(lambda rows: "b" in rows)
    qbittorrent.remove(make_torrent("a").id)
    screen.until(lambda rows: "a" not in rows)
    assert [type(report) for report in screen.reports[:1]] == [Full]
    assert all(report.complete for report in screen.reports if isinstance(report, Delta))
    assert not any(report.new_session for report in screen.reports[1:])


def grow(adapter, *, last_whole_s):
    """Make the adapter believe that a whole answer takes a minute, and that the last came some seconds ago."""
    adapter._whole_latency = 60.0
    adapter._whole_at = time.monotonic() - last_whole_s


def test_a_long_list_is_asked_for_what_is_seen(qbittorrent, screen):
    """Between two whole answers only rows on screen are asked for, by id, and nothing is said of the others."""
    qbittorrent.add(make_torrent("seen").data)
    qbittorrent.add(make_torrent("unseen").data)
    rows = screen.until(lambda rows: len(rows) == 2 and all(r.status is Status.STALLED for r in rows.values()))
    screen.refresh()  # the log's last line is known now
    grow(screen.adapter, last_whole_s=1)
    qbittorrent.pause(make_torrent("seen").id, make_torrent("unseen").id)

    now = screen.until(lambda rows: rows["seen"].status is Status.PAUSED, visible=frozenset({rows["seen"].key}))
    assert now["unseen"].status is Status.STALLED
    assert isinstance(screen.reports[-1], Asked)
    assert screen.reports[-1].keys == {rows["seen"].key}
    screen.until(lambda rows: rows["unseen"].status is Status.PAUSED, whole=True)


def test_a_long_list_tells_of_news_at_once(qbittorrent, screen):
    """The log has a line for what comes and goes, and costs next to nothing to ask."""
    qbittorrent.add(make_torrent("old").data, paused=True)
    rows = screen.until(lambda rows: "old" in rows)
    screen.refresh()
    grow(screen.adapter, last_whole_s=61)
    assert isinstance(screen.refresh(), Asked)
    qbittorrent.add(make_torrent("new").data, paused=True)
    screen.until(lambda rows: "new" in rows)
    assert isinstance(screen.reports[-1], Delta)

    # A row that is gone is never called gone by an answer to a few ids.
    grow(screen.adapter, last_whole_s=61)
    qbittorrent.remove(make_torrent("old").id)
    screen.until(lambda rows: "old" not in rows, asked=frozenset({rows["old"].key}))
    assert isinstance(screen.reports[-1], Delta)


def test_a_category_is_created_and_labels_are_replaced(qbittorrent, screen):
    """Both as a person expects: a new category exists from then on, and other rows keep their labels."""
    for name in ("one", "two"):
        qbittorrent.add(make_torrent(name).data, paused=True)
    screen.until(lambda rows: len(rows) == 2)
    assert screen.tell(Verb.SET_CATEGORY, "one", values=("films",)) == [Outcome.ACCEPTED]
    assert screen.tell(Verb.SET_CATEGORY, "two", values=("films",)) == [Outcome.ACCEPTED]
    assert screen.tell(Verb.SET_CATEGORY, "two", values=("not//one",)) == [Outcome.REFUSED]
    assert screen.tell(Verb.SET_LABELS, "one", "two", values=("a", "b")) == [Outcome.ACCEPTED] * 2
    assert screen.tell(Verb.SET_LABELS, "one", values=("b", "c")) == [Outcome.ACCEPTED]
    assert screen.tell(Verb.SET_LABELS, "one", values=("x,y",)) == [Outcome.REFUSED]
    rows = screen.until(lambda rows: rows["one"].labels == ("b", "c") and rows["two"].category == "films", whole=True)
    assert rows["two"].labels == ("a", "b")
    assert "films" in screen.reports[-1].facts.categories
    screen.tell(Verb.SET_LABELS, "one")
    screen.tell(Verb.SET_CATEGORY, "one")
    rows = screen.until(lambda rows: rows["one"].labels == () and rows["one"].category is None, whole=True)
    assert (rows["two"].labels, rows["two"].category) == (("a", "b"), "films")


def test_the_queue_can_be_moved_only_where_there_is_one(screen, tmp_path):
    """Queue moves are refused while queueing is off, so they are no capability then."""
    screen.refresh()
    assert not QUEUE & screen.adapter.verbs
    with run_qbittorrent(tmp_path, queueing=True) as daemon, speaking(daemon) as queueing:
        for name in ("first", "second"):
            daemon.add(make_torrent(name).data, paused=True)
            queueing.until(lambda rows, name=name: name in rows)
        assert queueing.adapter.verbs >= QUEUE
        assert queueing.tell(Verb.QUEUE_TOP, "second") == [Outcome.ACCEPTED]
        queueing.until(lambda rows: rows["second"].queue_position == 1 and rows["first"].queue_position == 2)


def test_a_report_that_may_be_lost_is_told_again(qbittorrent, screen):
    """A call cut off may have applied what it could not tell: the next report says everything."""
    qbittorrent.add(make_torrent("a").data, paused=True)
    screen.until(lambda rows: "a" in rows)
    assert not isinstance(screen.refresh(), Full)
    screen.adapter.abort()
    report = screen.refresh()
    assert isinstance(report, Full)
    assert report.new_session
    assert len(report.transfers) == 1


def test_a_command_to_a_frozen_client_is_not_sent(qbittorrent, screen):
    """It looks the rows up first: a delete sent to a frozen daemon would happen when it wakes."""
    qbittorrent.add(make_torrent("a").data, paused=True)
    screen.until(lambda rows: "a" in rows)
    with speaking(qbittorrent, timeout=0.5) as hasty:
        hasty.until(lambda rows: "a" in rows)
        qbittorrent.freeze()
        try:
            assert hasty.tell(Verb.DELETE, "a") == [Outcome.NOT_SENT]
        finally:
            qbittorrent.wake()
    screen.refresh(whole=True)
    assert len(screen.rows) == 1


def test_a_wrong_password_is_not_a_step_to_the_ban(tmp_path):
    """Ten polls with a wrong password are one try for the server; the second one here bans."""
    with run_qbittorrent(tmp_path, MaxAuthenticationFailCount=2, BanDuration=3600) as daemon:
        with speaking(daemon, password="wrong") as wrong:
            assert [wrong.refused() for _ in range(10)] == [Cause.UNAUTHORIZED] * 10
        with speaking(daemon) as right:
            assert isinstance(right.refresh(), Full)
        for _ in range(2):
            with speaking(daemon, password="wrong") as wrong:
                assert wrong.refused() is Cause.UNAUTHORIZED
        with speaking(daemon) as banned:
            assert banned.refused() is Cause.BANNED
