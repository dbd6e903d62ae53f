"""A client told to add has it, as it was asked for; what is there already is left as it is; nothing comes twice."""

from dataclasses import replace
from urllib.parse import quote

import pytest

from mydia_desktop.domain.command import Added, Addition, Outcome, Verb
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.magnet import read_magnet
from mydia_desktop.domain.release import Payload
from mydia_desktop.domain.torrent_file import read_torrent
from mydia_desktop.domain.transfer import Status
from tests.contract.conftest import REAL, REMOTE
from tests.contract.parties import AT_REST, DaemonHand, MemoryHand, Party, Screen, relay, run_queueing, threaded
from tests.daemons import PASSWORD
from tests.memory_client import MemoryClient
from tests.scripted_server import scripted_server
from tests.torrents import make_torrent

ALPHA, BETA = make_torrent("alpha"), make_torrent("beta")
KINDS = {
    Payload.TORRENT_V1: make_torrent("first"),
    Payload.TORRENT_V2: make_torrent("second", v1=False, v2=True),
    Payload.TORRENT_HYBRID: make_torrent("hybrid", v1=True, v2=True),
}
NEW, THERE = Added(outcome=Outcome.ACCEPTED), Added(outcome=Outcome.ACCEPTED, already_there=True)
TRACKER = "http://127.0.0.1:9/announce"
over_a_wire = pytest.mark.parametrize("daemon", REMOTE, indirect=True)
RUNNING = {Status.DOWNLOADING, Status.STALLED, Status.METADATA}


def file(torrent, **how):
    """A .torrent, as it is read before it is sent."""
    return Addition(release=read_torrent(torrent.data), **how)


def link(torrent, **how):
    """A magnet link."""
    return Addition(release=read_magnet(torrent.magnet), **how)


def refused(added):
    """Whether it was, with a sentence for a person."""
    assert PASSWORD not in added.message
    return added.outcome is Outcome.REFUSED and added.message.endswith(".") and not added.already_there


@pytest.fixture(params=[file, link], ids=["file", "magnet"])
def source(request):
    """What is sent: the file, or the link to it."""
    return request.param


@pytest.mark.parametrize(("paused", "statuses"), [(True, AT_REST), (False, RUNNING)])
async def test_what_is_added_begins_as_it_was_asked_to(party, source, paused, statuses):
    """Paused or not, whatever the client's own settings say of new torrents; the next report has it."""
    await party.screen.refresh()
    assert await party.client.add(source(ALPHA, paused=paused)) == NEW
    await party.screen.until(lambda rows: rows, whole=True)
    await party.screen.until(lambda rows: all(row.status in statuses for row in rows.values()))
    (row,) = party.screen.rows.values()
    assert (row.v1, row.name, row.done) == (ALPHA.v1, "alpha", False)


async def test_what_is_added_needs_no_report_before_it(party):
    """The first thing a client hears of us may be that."""
    assert await party.client.add(file(ALPHA, paused=True)) == NEW
    await party.screen.until_listed("alpha")


async def test_what_is_added_goes_where_it_was_told(party, source, tmp_path):
    """And else where the client puts such things, which it says."""
    await party.screen.refresh()
    assert await party.client.add(source(ALPHA, paused=True, save_path=str(tmp_path))) == NEW
    assert await party.client.add(source(BETA, paused=True)) == NEW
    await party.screen.until(lambda rows: len(rows) == 2, whole=True)
    paths = {row.v1: row.save_path for row in party.screen.rows.values()}
    assert paths == {ALPHA.v1: str(tmp_path), BETA.v1: party.screen.reports[-1].facts.save_path}
    assert party.hand.saves_in() == paths[BETA.v1]


async def test_a_category_comes_along(party, source):
    """Created in the client if it is new there; a label where there are no categories."""
    await party.screen.refresh()
    assert await party.client.add(source(ALPHA, paused=True, category="films")) == NEW
    await party.screen.until(lambda rows: rows, whole=True)
    (row,) = party.screen.rows.values()
    categorised = Verb.SET_CATEGORY in party.client.verbs
    assert (row.category, row.labels) == (("films", ()) if categorised else (None, ("films",)))
    assert "films" in party.screen.reports[-1].facts.categories


@pytest.mark.parametrize("category", ["one, two", "one//two", "/one", "one\\two"])
async def test_a_category_is_never_left_out_in_silence(daemon, screen, category):
    """It comes along, or nothing does: what is no name for one client is a fine one for another."""
    added = await screen.client.add(file(ALPHA, paused=True, category=category))
    if added == NEW:
        await screen.until_listed("alpha")
        assert category in {screen.named["alpha"].category, *screen.named["alpha"].labels}
    else:
        assert refused(added)
        assert daemon.listed() == {}


@pytest.mark.parametrize("payload", KINDS)
async def test_what_a_client_takes_it_lists_and_the_rest_it_refuses(party, source, payload):
    """In words that say which program it is; nothing is sent that would be misunderstood."""
    await party.screen.refresh()
    takes = party.client.takes
    added = await party.client.add(source(KINDS[payload], paused=True))
    if payload not in takes:
        assert refused(added)
        await party.screen.until_listed()
        return
    assert added == NEW
    await party.screen.until(lambda rows: rows, whole=True)
    (row,) = party.screen.rows.values()
    torrent = KINDS[payload]
    assert row.v1 == torrent.v1 or row.v2 == torrent.v2
    assert await party.client.add(source(torrent)) == THERE


@pytest.mark.parametrize("payload", KINDS)
async def test_what_a_client_says_it_takes_is_what_it_takes(daemon, screen, payload):
    """By its own account, asked behind our back."""
    await screen.refresh()
    assert (payload in screen.client.takes) is daemon.takes(KINDS[payload])


async def test_before_the_first_answer_nothing_is_known_to_be_taken(party):
    """A client nobody met yet is offered nothing. (The one in memory is always met.)."""
    if isinstance(party.hand, DaemonHand):
        assert party.client.takes == frozenset()
    await party.screen.refresh()
    assert Payload.TORRENT_V1 in party.client.takes
    assert Payload.NZB not in party.client.takes


async def test_usenet_is_refused(party):
    """No torrent client takes it."""
    nzb = replace(read_torrent(ALPHA.data), payload=Payload.NZB, data=b"<nzb/>", v1=None, name="x")
    assert refused(await party.client.add(Addition(release=nzb)))


async def test_what_is_there_is_left_as_it_is(party, source):
    """Neither started, nor moved, nor labelled; its trackers, its place in the queue are the same."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until(lambda rows: len(rows) == 2 and all(row.status in AT_REST for row in rows.values()))
    await party.screen.until_still()
    before, queue = dict(party.screen.rows), party.hand.queue()
    trackers = party.hand.trackers(ALPHA)
    again = source(make_torrent("alpha", tracker=TRACKER), category="other", save_path="/elsewhere", top_of_queue=True)
    if magnet := again.release.magnet:
        again = replace(again, release=replace(again.release, magnet=f"{magnet}&tr={quote(TRACKER, safe='')}"))
    assert await party.client.add(again) == THERE
    await party.screen.until_still()
    assert party.screen.rows == before
    assert party.hand.queue() == queue
    assert party.hand.trackers(ALPHA) == trackers


@pytest.mark.parametrize("garbage", [b"d4:spam4:eggse", b"", b"\x00\xff", b"<html>"], ids=repr)
async def test_what_is_no_torrent_is_refused(party, garbage):
    """Whoever let it through to here."""
    await party.screen.refresh()
    release = replace(read_torrent(ALPHA.data), data=garbage)
    assert refused(await party.client.add(Addition(release=release)))
    await party.screen.until_listed()


@pytest.mark.usefixtures("daemon")
async def test_what_is_half_a_torrent_is_refused(screen):
    """It has a name and promises nothing."""
    release = replace(read_torrent(ALPHA.data), data=b"d4:infod4:name5:alphaee")
    assert refused(await screen.client.add(Addition(release=release)))
    await screen.until_listed()


async def test_a_line_break_in_a_link_is_no_second_link(daemon, screen):
    """Whoever published it, one thing was asked for; nothing may come of it, but not two."""
    release = read_magnet(ALPHA.magnet)
    two = replace(release, magnet=f"{release.magnet}\n{BETA.magnet}")
    await screen.client.add(Addition(release=two, paused=True))
    await screen.until_still()
    assert daemon.listed().keys() <= {ALPHA.v1}


async def test_intent_first_what_a_frozen_client_was_told_comes_once_if_at_all(party):
    """Unknown, it comes when the client wakes; not sent, it never does. Told again, it is there once."""
    await party.client.add(file(BETA, paused=True))
    await party.screen.until_listed("beta")
    party.hand.fall_silent()
    try:
        added = await party.client.add(file(ALPHA, paused=True))
        with pytest.raises(ClientUnreachableError):
            await party.screen.refresh()
    finally:
        party.hand.answer_again()
    assert added.outcome in {Outcome.UNKNOWN, Outcome.NOT_SENT}
    assert added.message
    if added.outcome is Outcome.UNKNOWN:
        assert added.message.startswith(f"{party.name} may still do this.")
        await party.screen.until_listed("alpha", "beta")
    await party.screen.until_still()
    assert party.screen.named.keys() == {"beta"} | ({"alpha"} if added.outcome is Outcome.UNKNOWN else set())
    assert (await party.client.add(file(ALPHA, paused=True))).outcome is Outcome.ACCEPTED
    await party.screen.until_listed("alpha", "beta")
    await party.screen.until_still()
    assert sorted(account.name for account in party.hand.accounts().values()) == ["alpha", "beta"]


@over_a_wire
async def test_intent_first_an_answer_lost_on_the_way_is_unknown_and_the_torrent_there_once(daemon):
    """Sent once; and told again, it is there already."""
    hand_on = relay(daemon.url)
    sent = []

    def lose_the_answer(request):
        say = hand_on(request)
        if ("torrents/add" in request.path or '"torrent-add"' in request.body) and say.status != 409:
            sent.append(say)
            raise ConnectionAbortedError
        return say

    with scripted_server(lose_the_answer) as server:
        client = threaded(daemon, url=server.url)
        screen = Screen(client)
        await screen.refresh()
        added = await client.add(file(ALPHA, paused=True))
        assert added.outcome is Outcome.UNKNOWN
        assert added.message.startswith(f"{daemon.config().name} may still do this.")
        await screen.until_listed("alpha")
        client.close()
    assert len(sent) == 1
    client = threaded(daemon)
    assert await client.add(file(ALPHA)) == THERE
    client.close()
    assert len(daemon.listed()) == 1


@over_a_wire
async def test_intent_first_an_answer_that_makes_no_sense_is_unknown(daemon):
    """It may have been added: that is not called a refusal."""
    hand_on = relay(daemon.url)

    def garble(request):
        say = hand_on(request)
        adds = "torrents/add" in request.path or '"torrent-add"' in request.body
        return replace(say, body=b"\x00{not") if adds and say.status != 409 else say

    with scripted_server(garble) as server:
        client = threaded(daemon, url=server.url)
        added = await client.add(file(ALPHA, paused=True))
        client.close()
    assert added.outcome is Outcome.UNKNOWN
    assert added.message.startswith(f"{daemon.config().name} may still do this.")


@over_a_wire
async def test_a_client_that_refuses_connections_was_sent_nothing(daemon):
    """Nothing left us, so nothing will happen."""
    client = threaded(daemon)
    screen = Screen(client)
    await screen.refresh()
    daemon.stop()
    try:
        added = await client.add(file(ALPHA))
        assert added.outcome is Outcome.NOT_SENT
        assert added.message
        with pytest.raises(ClientUnreachableError) as caught:
            await screen.refresh()
        assert caught.value.cause is Cause.REFUSED
    finally:
        daemon.start()
    await screen.until(lambda rows: not rows and not screen.reports[-1].new_session)
    client.close()


@pytest.fixture(params=[*REAL, "memory"])
async def queueing(request, tmp_path):
    """A client that lets one torrent download at a time."""
    if request.param == "memory":
        memory = MemoryClient()
        yield Party(request.param, memory.name, memory, MemoryHand(memory), Screen(memory))
        return
    with run_queueing(request.param, tmp_path) as daemon:
        client = threaded(daemon)
        yield Party(request.param, daemon.config().name, client, DaemonHand(daemon), Screen(client))
        client.close()


async def test_the_top_of_the_queue(queueing, source):
    """Before what waits already, by the client's own account; without asking for it, behind."""
    for torrent in (ALPHA, BETA):
        assert await queueing.client.add(file(torrent)) == NEW
        await queueing.screen.until(lambda rows, torrent=torrent: torrent.name in rows)
    first, last = make_torrent("first"), make_torrent("last")
    assert await queueing.client.add(source(last)) == NEW
    await queueing.screen.until(lambda rows: len(rows) == 3)
    assert await queueing.client.add(source(first, top_of_queue=True)) == NEW
    await queueing.screen.until(lambda rows: len(rows) == 4)
    # A place may be told of a moment late.
    await queueing.screen.until(lambda _: queueing.hand.queue() == ["first", "alpha", "beta", "last"])
