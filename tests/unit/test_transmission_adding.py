"""What an add is in the words of Transmission's versions, and what becomes of the steps that follow it."""

import base64
import json

import pytest

from mydia_desktop.domain.command import Added, Addition, Outcome
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.report import Interest
from tests.scripted_server import Say
from tests.torrents import make_torrent
from tests.unit.test_transmission_adapter import Scripted, meeting

ALPHA = make_torrent("alpha")
FILE = Release(name="alpha", payload=Payload.TORRENT_V1, data=ALPHA.data, v1=ALPHA.v1)
LINK = Release(name="alpha", payload=Payload.TORRENT_V1, magnet=ALPHA.magnet, v1=ALPHA.v1)
NEWEST = {"version": "4.1.3 (abc)", "rpc-version": 19, "download-dir": "/srv"}
NEW = Added(outcome=Outcome.ACCEPTED)


class Adds(Scripted):
    """A Transmission that takes what it is given, or says that it has it."""

    word = "torrent-added"

    def answer(self, method, arguments):
        """As the others; to an add, what became of the torrent."""
        if method == "torrent-add":
            return {self.word: {"id": 7, "hashString": ALPHA.v1, "name": "alpha"}}
        return super().answer(method, arguments)

    def arguments(self, method="torrent-add"):
        """What the only call of a method said."""
        (found,) = [arguments for name, arguments in self.calls if name == method]
        return found


@pytest.fixture
def old():
    """3.00."""
    return Adds()


@pytest.fixture
def new():
    """4.1.3."""
    script = Adds()
    script.version = NEWEST
    return script


def test_a_file_is_sent_whole_and_a_link_as_it_is(new):
    """With everything that was asked for in words, since left out it is as the client's settings have it."""
    with meeting(new) as adapter:
        how = {"save_path": "/data/films", "paused": True}
        assert adapter.add(Addition(release=FILE, **how)) == NEW
        sent = new.arguments()
        new.calls.clear()
        assert adapter.add(Addition(release=LINK)) == NEW
    assert base64.b64decode(sent.pop("metainfo")) == ALPHA.data
    assert sent == {"download-dir": "/data/films", "paused": True}
    assert new.arguments() == {"filename": ALPHA.magnet, "paused": False}


def test_a_label_goes_along_where_it_is_understood(new):
    """One request, so that nothing can be lost between two."""
    with meeting(new) as adapter:
        assert adapter.add(Addition(release=FILE, category="films")) == NEW
    assert new.arguments()["labels"] == ["films"]
    assert not new.asked("torrent-set")


def test_a_label_follows_where_it_would_be_lost(old):
    """3.00 takes it along with the torrent and forgets it."""
    with meeting(old) as adapter:
        assert adapter.add(Addition(release=FILE, category="films")) == NEW
    assert "labels" not in old.arguments()
    assert old.arguments("torrent-set") == {"ids": [ALPHA.v1], "labels": ["films"]}


def test_what_is_there_already_gets_nothing_that_follows(old):
    """Neither the label nor the place."""
    old.word = "torrent-duplicate"
    with meeting(old) as adapter:
        added = adapter.add(Addition(release=FILE, category="films", top_of_queue=True))
    assert added == Added(outcome=Outcome.ACCEPTED, already_there=True)
    assert not old.asked("torrent-set")
    assert not old.asked("queue-move-top")


@pytest.mark.parametrize(
    ("step", "words"),
    [("torrent-set", "labelled “films”"), ("queue-move-top", "moved to the top of the queue")],
)
@pytest.mark.parametrize("trouble", [Say("", 502), Say('{"result": "no"}'), Say("<html>")], ids=["lost", "no", "page"])
def test_a_step_that_fails_afterwards_undoes_nothing(old, step, words, trouble):
    """It was added, and that is said first; the other step is taken all the same."""
    old.fault = (step, trouble)
    with meeting(old) as adapter:
        added = adapter.add(Addition(release=FILE, category="films", top_of_queue=True))
    assert added.outcome is Outcome.ACCEPTED
    assert added.message.startswith(f"NAS has it, but may not have {words}: ")
    assert old.asked("torrent-set") == old.asked("queue-move-top") == 1


def test_a_label_with_a_comma_is_refused_before_anything_is_sent(old):
    """It would be two, or an error after the torrent is in."""
    with meeting(old) as adapter:
        added = adapter.add(Addition(release=FILE, category="one, two"))
    assert added == Added(outcome=Outcome.REFUSED, message="A label in NAS can't have a comma.")
    assert not old.asked("torrent-add")


def test_a_refusal_says_why(new):
    """In the client's own words."""
    new.fault = ("torrent-add", Say('{"result": "unrecognized info"}'))
    with meeting(new) as adapter:
        added = adapter.add(Addition(release=FILE))
    assert added == Added(outcome=Outcome.REFUSED, message="NAS refused: unrecognized info.")


@pytest.mark.parametrize(
    "say",
    [Say("", 502), Say("{"), Say('{"result": "success", "arguments": {}}'), Say('{"result": 7}'), Say("[]")],
    ids=lambda say: f"{say.status} {say.body}",
)
def test_intent_first_an_answer_that_says_nothing_is_unknown(new, say):
    """It was sent once; whether it was taken nobody said."""
    new.fault = ("torrent-add", say)
    with meeting(new) as adapter:
        added = adapter.add(Addition(release=FILE))
    assert added.outcome is Outcome.UNKNOWN
    assert added.message.startswith("NAS may still do this.")
    assert new.asked("torrent-add") == 1


def test_each_version_says_what_it_takes(old, new):
    """A hybrid is no torrent to 3.00; version 2 alone is none to any."""
    with meeting(old) as adapter:
        assert adapter.takes == frozenset()
        adapter.refresh(Interest())
        assert adapter.takes == {Payload.TORRENT_V1}
    with meeting(new) as adapter:
        adapter.refresh(Interest())
        assert adapter.takes == {Payload.TORRENT_V1, Payload.TORRENT_HYBRID}
        second = Release(name="second", payload=Payload.TORRENT_V2, data=b"de", v2="b" * 64)
        assert adapter.add(Addition(release=second)) == Added(
            outcome=Outcome.REFUSED,
            message="NAS is Transmission 4.1.3, which does not understand torrents of version 2. Choose another "
            "client, or another release.",
        )


def test_cost_follows_change_the_save_path_is_asked_for_once_a_session(new):
    """It is among the facts of each report all the same."""
    with meeting(new) as adapter:
        paths = [adapter.refresh(Interest(whole=True)).facts.save_path for _ in range(3)]
        assert (paths, new.asked("session-get")) == (["/srv"] * 3, 1)
        new.session_id, new.version = "second", NEWEST | {"download-dir": "/other"}
        assert adapter.refresh(Interest()).facts.save_path == "/other"
    assert json.dumps(new.calls).count("session-get") == 2
