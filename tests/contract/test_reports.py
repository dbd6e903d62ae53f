"""The client is the truth: what it says reaches the rows, whoever changed it, and nothing else does."""

from mydia_desktop.domain.report import Full, Interest
from mydia_desktop.domain.transfer import Status
from tests.torrents import make_torrent

ALPHA, BETA, GAMMA = (make_torrent(name) for name in ("alpha", "beta", "gamma"))
STARTED = {Status.DOWNLOADING, Status.STALLED}


async def test_the_first_report_is_everything_in_a_new_session(party):
    """Even an empty client says so explicitly."""
    report = await party.client.refresh(Interest())
    assert isinstance(report, Full)
    assert report.new_session
    assert report.transfers == {}
    assert report.facts.version
    assert report.facts.api
    assert report.latency >= 0


async def test_a_new_session_is_told_once(party):
    """It means that a list may be early; told for ever, it would mean nothing."""
    await party.screen.refresh()
    assert not (await party.screen.refresh()).new_session
    assert not (await party.screen.refresh(whole=True)).new_session


async def test_truth_what_is_shown_is_what_the_client_lists(party):
    """Name, size and what is left of every torrent, as the client tells anybody who asks."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, complete=True)
    party.hand.add(GAMMA)
    await party.screen.until_listed("alpha", "beta", "gamma")
    await party.screen.until(lambda rows: rows["alpha"].status is Status.PAUSED)
    await party.screen.until(lambda rows: rows["beta"].status is Status.SEEDING)
    await party.screen.until(lambda rows: rows["gamma"].status in STARTED)
    await party.screen.until_settled(party.hand)
    rows = party.screen.named
    assert (rows["beta"].progress, rows["beta"].remaining, rows["beta"].size) == (1.0, 0, len(BETA.content))
    assert [rows[t.name].v1 for t in (ALPHA, BETA, GAMMA)] == [ALPHA.v1, BETA.v1, GAMMA.v1]
    assert rows["beta"].content_path == f"{rows['beta'].save_path}/beta"


async def test_truth_a_torrent_somebody_adds_appears(party):
    """Whoever added it."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")


async def test_truth_a_torrent_somebody_removes_goes(party):
    """And the others stay what they are."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    party.hand.remove(ALPHA)
    await party.screen.until_listed("beta")


async def test_truth_a_torrent_somebody_adds_again_comes_back(party):
    """With what it is now, not what it was."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    party.hand.remove(ALPHA)
    await party.screen.until_listed()
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")


async def test_truth_a_torrent_somebody_pauses_is_paused(party):
    """Not when we did it, but when the client says so."""
    party.hand.add(ALPHA)
    await party.screen.until(lambda rows: "alpha" in rows and rows["alpha"].status in STARTED)
    party.hand.pause(ALPHA)
    await party.screen.until(lambda rows: rows["alpha"].status is Status.PAUSED)


async def test_truth_a_torrent_somebody_renames_keeps_its_row(party):
    """The name changes; the key, and so the selection and the place, stay."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    (key,) = party.screen.keys("alpha")
    party.hand.rename(ALPHA, "alpha of old")
    await party.screen.until_listed("alpha of old")
    assert party.screen.keys("alpha of old") == (key,)


async def test_cost_follows_change_an_unchanged_row_is_the_identical_object(party):
    """The difference of two lists of fifty thousand is then a comparison of identities."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until(lambda rows: [row.status for row in rows.values()] == [Status.PAUSED] * 2)
    await party.screen.until_still()
    (untouched,) = party.screen.keys("beta")
    before = party.screen.rows[untouched]
    party.hand.rename(ALPHA, "renamed")
    await party.screen.until(lambda rows: "renamed" in rows, whole=True)
    assert party.screen.rows[untouched] is before


async def test_silence_is_not_absence_only_what_was_asked_is_answered(party):
    """Rows asked for by id are answered; of the others such an answer says nothing."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    await party.screen.refresh(asked=frozenset(party.screen.keys("alpha")))
    assert party.screen.named.keys() == {"alpha", "beta"}

    asked = frozenset(party.screen.keys("alpha", "beta"))
    party.hand.remove(ALPHA)
    await party.screen.until(lambda rows: rows.keys() == {"beta"}, asked=asked)


async def test_a_complete_list_is_one(party):
    """Whoever wants to confirm an absence can't do with what changed."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    for _ in range(2):
        report = await party.screen.refresh(whole=True)
        assert isinstance(report, Full)
        assert len(report.transfers) == 2


async def test_truth_a_restart_ends_in_the_same_truth(party):
    """Integer ids begin anew, cookies are void, a list may be early: the rows and their keys are the same."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, complete=True)
    await party.screen.until(lambda rows: rows.keys() == {"alpha", "beta"} and rows["beta"].done)
    before = set(party.screen.rows)
    party.hand.restart()
    report = await party.screen.refresh()
    assert isinstance(report, Full)
    assert report.new_session
    await party.screen.until(lambda rows: rows.keys() == {"alpha", "beta"} and rows["beta"].done)
    await party.screen.until_settled(party.hand)
    assert set(party.screen.rows) == before


async def test_truth_what_changed_while_it_was_away_is_seen(party):
    """Torrents that came and went around a restart, of which no delta tells."""
    party.hand.add(ALPHA, paused=True)
    await party.screen.until_listed("alpha")
    party.hand.remove(ALPHA)
    party.hand.restart()
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("beta")


async def test_a_magnet_link_is_what_the_client_says(party):
    """For every row it has, and for no other."""
    party.hand.add(ALPHA, paused=True)
    party.hand.add(BETA, paused=True)
    await party.screen.until_listed("alpha", "beta")
    keys = party.screen.keys("alpha", "beta")
    party.hand.remove(BETA)
    magnets = await party.client.magnets(keys)
    assert magnets.keys() == {keys[0]}
    assert f"urn:btih:{ALPHA.v1}" in magnets[keys[0]].lower()
    assert await party.client.magnets(()) == {}
