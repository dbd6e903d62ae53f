"""What is Transmission's own: an account of the last minute, and when it is not enough. The rest is the contract."""

import json
import time
from contextlib import closing, contextmanager

import pytest

from mydia_desktop.adapters.transmission import LONGEST_GAP_S, TransmissionAdapter
from mydia_desktop.adapters.transmission_wire import FIELDS
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.domain.command import Command, Outcome, Verb
from mydia_desktop.domain.errors import Cause, ClientUnreachableError, UnexpectedResponseError
from mydia_desktop.domain.report import Asked, Delta, Full, Interest
from mydia_desktop.domain.transfer import ClientId, Status, TransferKey
from tests.scripted_server import Say, scripted_server
from tests.transmission_rows import HASH, WHOLE

SESSION_ID = "X-Transmission-Session-Id"
KEY = TransferKey(ClientId("nas"), HASH)
OTHER = "b" * 40
NO_CHANGE = Interest()


class Scripted:
    """A Transmission with rows that a test changes."""

    def __init__(self):
        self.session_id = "first"
        self.rows = {HASH: dict(WHOLE)}
        self.recent = set()
        self.removed = []
        self.version = {"version": "3.00 (bb6b5a062e)", "rpc-version": 16, "download-dir": "/srv"}
        self.calls = []
        self.fault = None

    def change(self, native=HASH, **fields):
        """As something happens to a torrent."""
        self.rows.setdefault(native, WHOLE | {"hash_string": native, "id": len(self.rows) + 1})
        self.rows[native] |= fields
        self.recent.add(native)

    def __call__(self, request):
        if request.headers.get(SESSION_ID) != self.session_id:
            return Say("", 409, {SESSION_ID: self.session_id})
        asked = json.loads(request.body)
        self.calls.append((asked["method"], asked.get("arguments", {})))
        if self.fault and self.fault[0] == asked["method"]:
            return self.fault[1]
        return Say(json.dumps({"result": "success", "arguments": self.answer(*self.calls[-1])}))

    def answer(self, method, arguments):
        """The arguments of a successful answer."""
        match method:
            case "torrent-get":
                return self.listing(arguments)
            case "session-get":
                return self.version
            case "session-stats":
                return {"downloadSpeed": 1, "uploadSpeed": 2}
            case "free-space":
                return {"path": arguments["path"], "size-bytes": 1000}
        return {}

    def listing(self, arguments):
        """Rows in the format asked for."""
        ids = arguments.get("ids")
        chosen = self.recent if ids == "recently-active" else self.rows if ids is None else ids
        rows = [self.rows[native] for native in self.rows if native in chosen]
        extra = {"removed": self.removed} if ids == "recently-active" else {}
        if arguments.get("format") == "table":
            return {"torrents": [list(FIELDS), *(list(row.values()) for row in rows)]} | extra
        details = {"trackers": [{"announce": "https://tracker.example/a"}], "magnetLink": "magnet:?x"}
        asked = [{"hashString": row["hash_string"], "status": row["status"]} | details for row in rows]
        return {"torrents": asked} | extra

    def asked(self, method="torrent-get", **having):
        """How often a method was called with these arguments."""
        return sum(name == method and having.items() <= arguments.items() for name, arguments in self.calls)


@contextmanager
def meeting(script):
    """An adapter in front of a scripted server."""
    with scripted_server(script) as server:
        config = ClientConfig(id=ClientId("nas"), kind="transmission", name="NAS", url=server.url)
        with closing(TransmissionAdapter(config, lambda: None, timeout=5)) as adapter:
            yield adapter


def test_after_the_whole_list_only_what_changed_is_asked_for():
    """Which costs the server next to nothing."""
    script = Scripted()
    with meeting(script) as adapter:
        assert isinstance(adapter.refresh(NO_CHANGE), Full)
        script.change(rate_download=5)
        report = adapter.refresh(NO_CHANGE)
        assert isinstance(report, Delta)
        assert report.changed[KEY].download_speed == 5
        assert not report.complete
        assert script.asked(ids="recently-active") == 1


def test_a_row_that_was_only_touched_is_no_change():
    """The account names what was active; whether it differs we see ourselves."""
    script = Scripted()
    with meeting(script) as adapter:
        for _ in ("the list", "its trackers"):
            adapter.refresh(NO_CHANGE)
        script.change()
        assert adapter.refresh(NO_CHANGE).changed == {}


def test_what_was_removed_is_told_by_number():
    """The numbers are the server's; those we never met are nobody's."""
    script = Scripted()
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        del script.rows[HASH]
        script.removed = [1, 99]
        assert adapter.refresh(NO_CHANGE).removed == {KEY}
        assert adapter.refresh(NO_CHANGE).removed == frozenset()


def test_a_torrent_removed_and_added_within_the_minute_is_there():
    """It is on both lists then."""
    script = Scripted()
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        script.change(id=2, name="again")
        script.removed = [1]
        report = adapter.refresh(NO_CHANGE)
        assert report.removed == frozenset()
        assert report.changed[KEY].name == "again"


@pytest.mark.parametrize("reason", ["gap", "trouble", "session", "asked", "cut off"])
def test_silence_is_not_absence_a_delta_that_may_have_missed_something_is_not_trusted(reason):
    """After a gap, a trouble, a restart or a call that was cut off there is a whole list."""
    script = Scripted()
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        interest = NO_CHANGE
        match reason:
            case "gap":
                adapter._answered_at -= LONGEST_GAP_S
            case "trouble":
                script.fault = ("session-stats", Say("", 502))
                with pytest.raises(ClientUnreachableError):
                    adapter.refresh(NO_CHANGE)
                script.fault = None
            case "session":
                script.session_id = "second"
            case "asked":
                interest = Interest(whole=True)
            case "cut off":
                adapter.abort()
        script.rows[OTHER] = WHOLE | {"hash_string": OTHER, "id": 2}
        report = adapter.refresh(interest)
        assert isinstance(report, Full)
        assert len(report.transfers) == 2
        assert report.new_session == (reason == "session")


def test_a_whole_list_comes_again_after_a_while():
    """Whatever the account of changes leaves out."""
    script = Scripted()
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        adapter._whole_at = time.monotonic() - 16
        assert isinstance(adapter.refresh(NO_CHANGE), Full)
        adapter._whole_at, adapter._whole_latency = time.monotonic() - 16, 2.0
        assert isinstance(adapter.refresh(NO_CHANGE), Delta)


def test_what_was_acted_on_is_asked_for_by_id():
    """The account leaves out labels; who asks for a row that is gone learns that."""
    script = Scripted()
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        script.rows[HASH]["labels"] = ["film"]
        report = adapter.refresh(Interest(asked=frozenset({KEY})))
        assert isinstance(report, Asked)
        assert report.transfers[KEY].labels == ("film",)
        assert report.facts.categories == ("film",)
        del script.rows[HASH]
        report = adapter.refresh(Interest(asked=frozenset({KEY})))
        assert (report.keys, report.transfers, report.facts.categories) == ({KEY}, {}, ())


def test_one_poll_without_a_byte_is_no_stall():
    """Peers pause for a moment; a status that flickers says nothing."""
    script = Scripted()
    script.change(rate_download=5)
    with meeting(script) as adapter:
        assert adapter.refresh(NO_CHANGE).transfers[KEY].status is Status.DOWNLOADING
        script.change(rate_download=0)
        assert adapter.refresh(NO_CHANGE).changed[KEY].status is Status.DOWNLOADING
        script.recent.clear()
        assert adapter.refresh(NO_CHANGE).changed[KEY].status is Status.STALLED
        assert adapter.refresh(NO_CHANGE).changed == {}


def test_cost_follows_change_trackers_are_asked_for_once():
    """They would be half of every list."""
    script = Scripted()
    with meeting(script) as adapter:
        assert adapter.refresh(NO_CHANGE).transfers[KEY].tracker is None, "the first list does not wait for them"
        script.recent.clear()
        assert adapter.refresh(NO_CHANGE).changed[KEY].tracker == "tracker.example"
        script.change(rate_download=5)
        script.change(OTHER)
        report = adapter.refresh(NO_CHANGE)
        assert report.changed[TransferKey(KEY.client, OTHER)].tracker == "tracker.example"
        assert [arguments["ids"] for _, arguments in script.calls if "trackers" in arguments.get("fields", ())] == [
            [HASH],
            [OTHER],
        ]


def test_a_version_too_old_is_said_to_be():
    """Before 3.00 there was no table, and no labels."""
    script = Scripted()
    script.version |= {"version": "2.94 (d8e60ee44f)", "rpc-version": 15}
    with meeting(script) as adapter, pytest.raises(UnexpectedResponseError) as caught:
        adapter.refresh(NO_CHANGE)
    assert caught.value.cause is Cause.TOO_OLD
    assert "Transmission 2.94" in caught.value.message


def test_a_folder_that_is_not_there_has_no_space():
    """An error of one question is no outage of the client."""
    script = Scripted()
    script.fault = ("free-space", Say('{"result": "No such file or directory"}'))
    with meeting(script) as adapter:
        assert adapter.refresh(NO_CHANGE).facts.free_space is None
    script.fault = None
    with meeting(script) as adapter:
        assert adapter.refresh(NO_CHANGE).facts.free_space == 1000


def test_a_command_that_is_refused_says_why():
    """The client's own words."""
    script = Scripted()
    script.fault = ("torrent-set", Say('{"result": "labels cannot contain comma (,) character"}'))
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        (result,) = adapter.perform(Command(verb=Verb.SET_LABELS, keys=(KEY,), values=("a,b",)))
    assert (result.outcome, result.message) == (Outcome.REFUSED, "labels cannot contain comma (,) character")


def test_intent_first_a_command_whose_answer_is_lost_is_unknown():
    """And was sent once."""
    script = Scripted()
    script.fault = ("torrent-stop", Say("", 502))
    with meeting(script) as adapter:
        adapter.refresh(NO_CHANGE)
        (result,) = adapter.perform(Command(verb=Verb.PAUSE, keys=(KEY,)))
        assert result.outcome is Outcome.UNKNOWN
        assert result.message.startswith("NAS may still do this.")
        assert script.asked("torrent-stop", ids=[HASH]) == 1
