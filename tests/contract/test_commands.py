"""What a client says it can do it does, to what was chosen and nothing else, and a later report confirms it."""

import pytest

from mydia_desktop.domain.command import Command, Outcome, Verb
from mydia_desktop.domain.transfer import Status, TransferKey
from tests.contract.conftest import REAL
from tests.contract.parties import AT_REST, DaemonHand, MemoryHand, Party, Screen, run_queueing, threaded
from tests.memory_client import MemoryClient
from tests.torrents import make_torrent

ALPHA, BETA, GAMMA = (make_torrent(name) for name in ("alpha", "beta", "gamma"))
QUEUE = {Verb.QUEUE_TOP, Verb.QUEUE_UP, Verb.QUEUE_DOWN, Verb.QUEUE_BOTTOM}
EVERYWHERE = {
    Verb.PAUSE,
    Verb.RESUME,
    Verb.FORCE_START,
    Verb.RECHECK,
    Verb.REANNOUNCE,
    Verb.REMOVE,
    Verb.DELETE,
    Verb.SET_LABELS,
}
ACCEPTED, REFUSED = [Outcome.ACCEPTED], [Outcome.REFUSED]


async def test_every_client_can_do_the_everyday_things(party):
    """Categories and a queue are some clients' own; the tests below cover every verb there is."""
    await party.screen.refresh()
    assert party.client.verbs >= EVERYWHERE
    assert party.client.verbs | QUEUE | {Verb.SET_CATEGORY} == EVERYWHERE | QUEUE | {Verb.SET_CATEGORY} == set(Verb)


async def test_pause_and_resume(party):
    """There and back, and the torrent beside it goes on."""
    party.hand.add(ALPHA)
    party.hand.add(BETA)
    await party.screen.until(lambda rows: len(rows) == 2 and not {row.status for row in rows.values()} & AT_REST)
    await party.screen.until(lambda rows: all(row.status is not Status.CHECKING for row in rows.values()))
    assert await party.screen.tell(Verb.PAUSE, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status is Status.PAUSED)
    assert party.screen.named["beta"].status is not Status.PAUSED
    assert await party.screen.tell(Verb.RESUME, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status in {Status.STALLED, Status.DOWNLOADING})


async def test_a_pause_ends_a_check_and_is_kept(party):
    """Also what was just put in: some clients start by themselves when a check has ended."""
    large = make_torrent("large", size=64 << 20)
    party.hand.add(large, complete=True)
    await party.screen.until_listed("large")
    for _ in range(3):
        assert await party.screen.tell(Verb.PAUSE, "large") == ACCEPTED
        await party.screen.until(lambda rows: rows["large"].status in AT_REST)
        await party.screen.until_still()
        assert party.screen.named["large"].status in AT_REST
        assert await party.screen.tell(Verb.RESUME, "large") == ACCEPTED
        await party.screen.until(lambda rows: rows["large"].status not in AT_REST)
        assert await party.screen.tell(Verb.RECHECK, "large") == ACCEPTED


async def test_what_is_paused_when_done_is_completed(party):
    """Nothing left to fetch and not offering; started again, it offers."""
    party.hand.add(ALPHA, complete=True)
    await party.screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is Status.SEEDING)
    assert await party.screen.tell(Verb.PAUSE, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status is Status.COMPLETED)
    assert await party.screen.tell(Verb.RESUME, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status is Status.SEEDING)


async def test_force_start(party):
    """What is paused runs; what was forced can be paused again."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is Status.PAUSED)
    assert await party.screen.tell(Verb.FORCE_START, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status in {Status.STALLED, Status.DOWNLOADING})
    assert await party.screen.tell(Verb.PAUSE, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status is Status.PAUSED)


async def test_recheck_leaves_what_is_right_as_it_is(party):
    """A check is no loss."""
    party.hand.add(ALPHA, complete=True)
    await party.screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is Status.SEEDING)
    assert await party.screen.tell(Verb.RECHECK, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].status in {Status.SEEDING, Status.COMPLETED})
    await party.screen.until_settled(party.hand)
    assert party.screen.named["alpha"].done


async def test_recheck_finds_what_is_damaged(daemon, screen):
    """The client reads its files anew, and the report says what is left to fetch."""
    ALPHA.write_content(daemon.downloads)
    daemon.add(ALPHA.data)
    await screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is Status.SEEDING)
    (daemon.downloads / "alpha").write_bytes(bytes(len(ALPHA.content)))
    assert await screen.tell(Verb.RECHECK, "alpha") == ACCEPTED
    await screen.until(lambda rows: rows["alpha"].status is not Status.CHECKING and not rows["alpha"].done)
    assert screen.named["alpha"].remaining == len(ALPHA.content)


async def test_reannounce_reaches_the_tracker(daemon, screen, tracker):
    """Asked of the tracker, which counts. That it turns us away is a warning at most, and never a status.

    Transmission takes the command, but keeps to a pace of its own that is slower than any test.
    """
    daemon.add(make_torrent("announced", tracker=f"{tracker.url}/announce").data)
    await screen.until(lambda rows: rows and tracker.count("/announce"))
    await screen.until_still()
    first = tracker.count("/announce")
    assert await screen.tell(Verb.REANNOUNCE, "announced") == ACCEPTED
    if daemon.kind != "transmission":
        await screen.until(lambda _: tracker.count("/announce") > first)
    await screen.until(lambda rows: rows["announced"].status is Status.STALLED)


async def test_remove_leaves_the_files(party):
    """Only the row goes."""
    party.hand.add(ALPHA, complete=True)
    party.hand.add(BETA, complete=True)
    await party.screen.until(lambda rows: len(rows) == 2 and all(row.done for row in rows.values()))
    assert await party.screen.tell(Verb.REMOVE, "alpha") == ACCEPTED
    await party.screen.until_listed("beta")
    assert party.hand.has_files(ALPHA)
    assert party.hand.has_files(BETA)


async def test_delete_takes_the_files_of_what_was_chosen(party):
    """And of nothing else."""
    party.hand.add(ALPHA, complete=True)
    party.hand.add(BETA, complete=True)
    await party.screen.until(lambda rows: len(rows) == 2 and all(row.done for row in rows.values()))
    assert await party.screen.tell(Verb.DELETE, "alpha") == ACCEPTED
    await party.screen.until_listed("beta")
    await party.screen.until(lambda _: not party.hand.has_files(ALPHA))
    assert party.hand.has_files(BETA)


async def test_labels_are_set_replaced_and_taken_away(party):
    """All the labels from now on; other rows keep theirs. A report asked for by id knows at once."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    alpha = frozenset(party.screen.keys("alpha"))
    assert await party.screen.tell(Verb.SET_LABELS, "alpha", "beta", values=("film", "silent")) == ACCEPTED * 2
    assert await party.screen.tell(Verb.SET_LABELS, "alpha", values=("talkie",)) == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].labels == ("talkie",), asked=alpha)
    await party.screen.until(lambda rows: set(rows["beta"].labels) == {"film", "silent"}, whole=True)
    assert await party.screen.tell(Verb.SET_LABELS, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].labels == (), asked=alpha)
    assert set(party.screen.named["beta"].labels) == {"film", "silent"}


async def test_the_labels_in_use_are_among_the_facts(party):
    """The filter offers what the client knows, from the first moment and no longer than it does."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    await party.screen.tell(Verb.SET_LABELS, "alpha", "beta", values=("noir",))
    await party.screen.until(lambda rows: rows["alpha"].labels == ("noir",), whole=True)
    if Verb.SET_CATEGORY in party.client.verbs:
        await party.screen.tell(Verb.SET_CATEGORY, "alpha", values=("noir",))
        await party.screen.until(lambda rows: rows["alpha"].category == "noir", whole=True)
    assert "noir" in party.screen.reports[-1].facts.categories


async def test_a_label_with_a_comma_is_refused(party):
    """It would be two, or an error; nothing changes."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    assert await party.screen.tell(Verb.SET_LABELS, "alpha", values=("one, two",)) == REFUSED
    await party.screen.refresh(whole=True)
    assert party.screen.named["alpha"].labels == ()


@pytest.mark.parametrize("party", ["qbittorrent", "memory"], indirect=True)
async def test_a_category_is_set_and_taken_away(party):
    """Created in the client if it is new there."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    assert await party.screen.tell(Verb.SET_CATEGORY, "alpha", values=("films",)) == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].category == "films", whole=True)
    assert party.screen.named["beta"].category is None
    assert await party.screen.tell(Verb.SET_CATEGORY, "alpha") == ACCEPTED
    await party.screen.until(lambda rows: rows["alpha"].category is None, whole=True)


async def test_an_empty_choice_is_never_everything(party):
    """To Transmission no ids means all ids: such a command must not leave us."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, complete=True)
    await party.screen.until_listed("alpha", "beta")
    await party.screen.until(
        lambda rows: (rows["alpha"].status, rows["beta"].status) == (Status.PAUSED, Status.SEEDING)
    )
    for verb in Verb:
        assert await party.client.perform(Command(verb=verb, keys=(), values=("x",))) == []
    await party.screen.until_still()
    rows = party.screen.named
    assert (rows["alpha"].status, rows["alpha"].labels, rows["alpha"].category) == (Status.PAUSED, (), None)
    assert rows["beta"].status is Status.SEEDING
    assert party.hand.has_files(BETA)


@pytest.mark.parametrize("strange", ["all", "|", "recently-active", "0" * 40, ""])
async def test_a_key_it_never_had_is_refused(party, strange):
    """No word in a key is magic, and what is listed stays."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    key = TransferKey(party.screen.keys("alpha")[0].client, strange)
    (result,) = await party.screen.results(Verb.DELETE, [key])
    assert (result.outcome, result.message) == (Outcome.REFUSED, f"This is no longer in {party.name}.")
    await party.screen.refresh(whole=True)
    assert party.screen.named.keys() == {"alpha"}


async def test_what_is_gone_is_refused_and_the_rest_done(party):
    """Somebody removed it a moment ago and no report has said so: to such an id clients say yes and do nothing."""
    party.hand.add(ALPHA, complete=True)
    party.hand.add(BETA, complete=True)
    await party.screen.until(lambda rows: len(rows) == 2 and all(r.status is Status.SEEDING for r in rows.values()))
    party.hand.remove(ALPHA)
    gone, there = await party.screen.results(Verb.PAUSE, party.screen.keys("alpha", "beta"))
    assert (gone.outcome, gone.message) == (Outcome.REFUSED, f"This is no longer in {party.name}.")
    assert there.outcome is Outcome.ACCEPTED
    await party.screen.until(lambda rows: rows.keys() == {"beta"} and rows["beta"].status is Status.COMPLETED)


async def test_a_verb_it_does_not_have_is_refused(party):
    """As a result with a sentence; nothing is raised."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    for verb in set(Verb) - party.client.verbs:
        assert await party.screen.tell(verb, "alpha", values=("x",)) == REFUSED


@pytest.fixture(scope="module", params=[*REAL, "memory"])
def queueing_daemon(request, tmp_path_factory):
    """A daemon that lets one torrent download at a time; None for the client in memory."""
    if request.param == "memory":
        yield None
        return
    home = tmp_path_factory.mktemp("queueing")
    with run_queueing(request.param, home) as daemon:
        yield daemon


@pytest.fixture
async def queue(queueing_daemon):
    """Three torrents in the order of their names, of which one may run."""
    if queueing_daemon is None:
        client = MemoryClient()
        hand = MemoryHand(client)
    else:
        queueing_daemon.clear()
        client = threaded(queueing_daemon)
        hand = DaemonHand(queueing_daemon)
    party = Party("queueing", "", client, hand, Screen(client))
    for place, torrent in enumerate((ALPHA, BETA, GAMMA), 1):
        party.hand.add(torrent)
        await party.screen.until(lambda rows, place=place: len(rows) == place)
    await party.screen.until(lambda _: order(party) == ["alpha", "beta", "gamma"])
    yield party
    client.close()


def order(party):
    """The queue by the client's own account, or None while what is shown does not agree with it."""
    own = party.hand.queue()
    shown = sorted((row.queue_position, name) for name, row in party.screen.named.items() if row.queue_position)
    places = {name: place for place, name in enumerate(own, 1)}
    return own if shown and all(places[name] == place for place, name in shown) else None


@pytest.mark.parametrize(
    ("verb", "chosen", "then"),
    [
        (Verb.QUEUE_TOP, "gamma", ["gamma", "alpha", "beta"]),
        (Verb.QUEUE_UP, "gamma", ["alpha", "gamma", "beta"]),
        (Verb.QUEUE_DOWN, "beta", ["alpha", "gamma", "beta"]),
        (Verb.QUEUE_BOTTOM, "alpha", ["beta", "gamma", "alpha"]),
    ],
)
async def test_the_queue_is_moved(queue, verb, chosen, then):
    """One verb each, by the client's own account and by what is shown."""
    assert verb in queue.client.verbs
    assert await queue.screen.tell(verb, chosen) == ACCEPTED
    await queue.screen.until(lambda _: order(queue) == then, whole=True)


async def test_a_forced_start_passes_the_queue(queue):
    """That is what it is for. (The client in memory lets everything run.)."""
    if not isinstance(queue.hand, MemoryHand):
        await queue.screen.until(lambda rows: rows["gamma"].status is Status.QUEUED)
    assert await queue.screen.tell(Verb.FORCE_START, "gamma") == ACCEPTED
    await queue.screen.until(lambda rows: rows["gamma"].status in {Status.STALLED, Status.DOWNLOADING})
