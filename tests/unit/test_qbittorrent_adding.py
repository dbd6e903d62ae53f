"""What an add is in the words of qBittorrent's versions, most of all those that are not at hand."""

import json
from urllib.parse import parse_qsl

import pytest

from mydia_desktop.adapters import qbittorrent_adding
from mydia_desktop.domain.command import Added, Addition, Outcome
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.report import Interest
from tests.scripted_server import Say
from tests.torrents import make_torrent
from tests.unit.test_qbittorrent_session import Scripted, hang_up, meeting

ADD, INFO, TOP = "/api/v2/torrents/add", "/api/v2/torrents/info", "/api/v2/torrents/topPrio"
BUILD, SAVE_PATH = "/api/v2/app/buildInfo", "/api/v2/app/defaultSavePath"
ALPHA = make_torrent("alpha", v2=True)
LINK = Release(name="alpha", payload=Payload.TORRENT_HYBRID, magnet=ALPHA.magnet, v1=ALPHA.v1, v2=ALPHA.v2)
NEW, THERE = Added(outcome=Outcome.ACCEPTED), Added(outcome=Outcome.ACCEPTED, already_there=True)
LISTED = json.dumps([{"hash": ALPHA.v1}])


class Adds(Scripted):
    """A qBittorrent that lists a torrent from the given look on, if ever."""

    def __init__(self, said, *, version="v5.2.0", api="2.15.1", listed_at=None, queueing=False, libtorrent="2.0.11.0"):
        super().__init__({SAVE_PATH: Say("/data\n"), ADD: said, TOP: Say("")}, version=version, api=api)
        self.looks = 0
        self.listed_at = listed_at
        self.queueing = queueing
        self.answers[INFO] = self.look
        if libtorrent is not None:
            self.answers[BUILD] = lambda _: Say(json.dumps({"libtorrent": libtorrent, "qt": "6"}))

    def look(self, request):
        """Rows by id, counted."""
        self.looks += 1
        there = self.listed_at is not None and self.looks >= self.listed_at
        return self.inside(request, LISTED if there else "[]")

    def maindata(self, request):
        """Nothing but the queue."""
        state = json.dumps({"queueing": self.queueing})
        return self.inside(request, f'{{"rid": 1, "full_update": true, "server_state": {state}}}')


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """What is not listed within a moment never will be."""
    monkeypatch.setattr(qbittorrent_adding, "LISTED_WITHIN_S", 0.3)
    monkeypatch.setattr(qbittorrent_adding, "LOOK_EVERY_S", 0.01)


def account(status=200, **counts):
    """An answer since 5.2."""
    return Say(json.dumps({"success_count": 0, "pending_count": 0, "failure_count": 0} | counts), status)


def added_by(script, **how):
    """What became of one addition."""
    with meeting(script) as (adapter, server):
        adapter.refresh(Interest())
        return adapter.add(Addition(release=LINK, **how)), server


@pytest.mark.parametrize(
    "said",
    [account(success_count=1, added_torrent_ids=[ALPHA.v1]), account(202, pending_count=1), Say("Ok.")],
    ids=["5.2", "5.2 pending", "5.1"],
)
def test_yes_is_yes_in_every_version(said):
    """Sent once."""
    added, server = added_by(Adds(said))
    assert added == NEW
    assert server.count(ADD) == 1


NOES = {"5.2": account(409, failure_count=1), "5.2, 200": account(failure_count=1), "5.1": Say("Fails.")}


@pytest.mark.parametrize("said", NOES.values(), ids=NOES)
def test_no_to_what_is_listed_means_that_it_is_there(said):
    """An add of ours that was taken for lost came first, and is listed a moment later."""
    added, server = added_by(Adds(said, listed_at=3))
    assert added == THERE
    assert server.count(ADD) == 1


@pytest.mark.parametrize("said", NOES.values(), ids=NOES)
def test_no_to_what_is_not_listed_is_a_refusal(said):
    """With a sentence, since qBittorrent gives no reason."""
    added, _ = added_by(Adds(said))
    assert added == Added(outcome=Outcome.REFUSED, message="Seedbox did not take it and does not say why. Its log may.")


def test_a_no_that_can_not_be_looked_into_is_unknown():
    """Perhaps it is there, perhaps it is not."""
    script = Adds(Say("Fails."))
    script.answers[ADD] = lambda _: script.answers.update({INFO: hang_up}) or Say("Fails.")
    added, _ = added_by(script)
    assert added.outcome is Outcome.UNKNOWN


def test_what_is_listed_is_not_sent():
    """Sent, it might be given the trackers that come along."""
    added, server = added_by(Adds(Say("Ok."), listed_at=1))
    assert added == THERE
    assert server.count(ADD) == 0


def test_a_broken_file_is_refused_in_words():
    """The client's own would name a file that nobody has."""
    added, _ = added_by(Adds(Say("Error: 'torrent__0' is not a valid torrent file.", 415)))
    assert added == Added(
        outcome=Outcome.REFUSED,
        message="Seedbox says that this is no valid torrent. Get it once more from where it was published.",
    )


@pytest.mark.parametrize("body", ["", "[]", "7", "null", "<html>", '"Ok."'])
def test_intent_first_an_answer_that_makes_no_sense_is_unknown(body):
    """It may have been added."""
    added, server = added_by(Adds(Say(body)))
    assert added.outcome is Outcome.UNKNOWN
    assert added.message.startswith("Seedbox may still do this.")
    assert server.count(ADD) == 1


def test_intent_first_an_add_whose_answer_is_lost_is_unknown_and_sent_once():
    """The library would send it again."""
    script = Adds(Say("Ok."))
    script.answers[ADD] = hang_up
    added, server = added_by(script)
    assert added.outcome is Outcome.UNKNOWN
    assert server.count(ADD) == 1


def test_what_is_asked_for_is_said_in_the_words_of_all_versions():
    """Paused to 4.6, stopped since 5.0; and a path is no path while the category decides."""
    script = Adds(Say("Ok."))
    added, server = added_by(script, save_path="/films", category="films/silent", paused=True)
    assert added == NEW
    assert form(server) == {
        "urls": ALPHA.magnet,
        "savepath": "/films",
        "autoTMM": "False",
        "category": "films/silent",
        "paused": "True",
        "stopped": "True",
    }
    _, server = added_by(Adds(Say("Ok.")))
    assert form(server) == {"urls": ALPHA.magnet, "paused": "False", "stopped": "False"}


def form(server):
    """What the only add said."""
    (body,) = [request.body for request in server.asked if request.path == ADD]
    return dict(parse_qsl(body))


def test_the_top_of_the_queue_is_taken_once_it_is_listed():
    """The answer comes before the torrent does."""
    script = Adds(Say("Ok."), listed_at=3, queueing=True)
    added, server = added_by(script, top_of_queue=True)
    assert added == NEW
    (moved,) = [request.body for request in server.asked if request.path == TOP]
    assert moved == f"hashes={ALPHA.v1}"
    assert server.count(ADD) == 1


def test_without_a_queue_there_is_no_top_of_it():
    """Nothing is sent that would be refused."""
    added, server = added_by(Adds(Say("Ok.")), top_of_queue=True)
    assert added == NEW
    assert server.count(TOP) == 0


@pytest.mark.parametrize(
    ("listed_at", "top", "reason"),
    [(None, Say(""), "it is not listed yet."), (2, Say("Conflict", 409), "Seedbox refused: Conflict")],
)
def test_a_place_that_is_not_taken_undoes_nothing(listed_at, top, reason):
    """It was added, and that is said first."""
    script = Adds(Say("Ok."), listed_at=listed_at, queueing=True)
    script.answers[TOP] = lambda _: top
    added, _ = added_by(script, top_of_queue=True)
    words = f"Seedbox has it, but may not have moved it to the top of the queue: {reason}"
    assert added == Added(outcome=Outcome.ACCEPTED, message=words)


@pytest.mark.parametrize(
    ("version", "api", "libtorrent", "takes"),
    [
        ("v5.2.0", "2.15.1", "2.0.11.0", {Payload.TORRENT_V1, Payload.TORRENT_V2, Payload.TORRENT_HYBRID}),
        ("v4.4.0", "2.8.4", "1.2.15.0", {Payload.TORRENT_V1}),
        ("v4.3.9", "2.8.2", "2.0.4.0", {Payload.TORRENT_V1}),
        ("v4.1.9", "2.2", None, {Payload.TORRENT_V1}),
    ],
)
def test_what_it_takes_goes_by_version_and_build(version, api, libtorrent, takes):
    """Version 2 came with 4.4, and only to builds with libtorrent 2."""
    script = Adds(Say("Ok."), version=version, api=api, libtorrent=libtorrent)
    with meeting(script) as (adapter, server):
        assert adapter.takes == frozenset()
        adapter.refresh(Interest())
        assert adapter.takes == takes
        if Payload.TORRENT_HYBRID not in takes:
            added = adapter.add(Addition(release=LINK))
            assert (added.outcome, server.count(ADD)) == (Outcome.REFUSED, 0)
            assert added.message.startswith(f"Seedbox is qBittorrent {version[1:]}, which does not understand")


def test_cost_follows_change_the_save_path_is_asked_for_once_a_session():
    """It is among the facts of each report all the same; another session may be another program."""
    script = Scripted({SAVE_PATH: Say("/data\n")})
    with meeting(script) as (adapter, server):
        paths = [adapter.refresh(Interest(whole=True)).facts.save_path for _ in range(3)]
        assert (paths, server.count(SAVE_PATH), server.count(BUILD)) == (["/data"] * 3, 1, 1)
        script.cookie = "SID=second"
        adapter.refresh(Interest(whole=True))
        assert server.count(SAVE_PATH) == 2


def test_a_category_that_would_be_left_out_is_refused():
    """To an add with a bad one qBittorrent says yes, and forgets the category."""
    added, server = added_by(Adds(Say("Ok.")), category="films//silent")
    assert (added.outcome, server.count(ADD)) == (Outcome.REFUSED, 0)
    assert added.message.startswith("“films//silent” can't be a category in Seedbox")
