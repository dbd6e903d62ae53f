"""What the aggregator promises, over clients in memory."""

from __future__ import annotations

import asyncio
import logging
import types

import pytest

from mydia_desktop.domain.command import Addition, Command, Outcome, Verb
from mydia_desktop.domain.errors import AuthenticationError, Cause, ClientUnreachableError
from mydia_desktop.domain.release import Payload, Release
from mydia_desktop.domain.report import Interest
from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.live import aggregator, poller, watch
from mydia_desktop.live.aggregator import Live
from tests.live_room import config, live_over, running, until, updates_until
from tests.memory_client import MemoryClient

REAL_TIME = aggregator.time
NAS, SEEDBOX = ClientId("nas"), ClientId("seedbox")


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


@pytest.fixture
def _soon_silent(monkeypatch):
    """An answer is old after a fifth of a second, and a back-off short."""
    monkeypatch.setattr(watch, "LIVE_FOR_AT_LEAST_S", 0.2)
    monkeypatch.setattr(poller, "FIRST_BACK_OFF_S", 0.02)


class Silent(MemoryClient):
    """A black hole: it takes every question and never answers."""

    def __init__(self, client):
        super().__init__(client)
        self.questions = 0

    async def refresh(self, _interest: Interest):
        self.questions += 1
        await asyncio.Event().wait()


async def test_nothing_is_shown_of_a_client_before_it_answered(nas):
    nas.put("Nosferatu")
    live = live_over(nas)
    feed = live.feed()
    first = await anext(feed)
    assert (dict(first.changed), first.clients[NAS].phase) == ({}, Phase.CONNECTING)
    async with running(live):
        update = await anext(feed)
        assert [row.name for row in update.changed.values()] == ["Nosferatu"]
        assert update.clients[NAS].live


async def test_truth_what_a_third_party_does_is_shown(nas):
    kept, gone = nas.put("Kept"), nas.put("Gone")
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: len(live.transfers) == 2)
        nas.change(kept, status=Status.PAUSED)
        nas.remove(gone)
        new = nas.put("New")
        await until(feed, lambda: set(live.transfers) == {kept, new})
        assert live.transfers[kept].status is Status.PAUSED


async def test_no_one_waits_for_a_client_that_does_not_answer():
    clients = [MemoryClient(name) for name in ("one", "two", "three", "four")]
    hole = Silent("hole")
    live = live_over(hole, *clients)
    answers = []
    feed = live.feed()
    async with running(live):
        while min(answers.count(client.client) for client in clients) < 5:
            update = await anext(feed)
            answers += [state.id for state in update.clients.values() if state.answered_at]
    assert hole.questions == 1
    assert ClientId("hole") not in answers


async def test_cost_follows_change_a_poll_without_news_names_no_row(nas):
    key = nas.put("Quiet")
    nas.put("Other")
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: len(live.transfers) == 2)
        assert not (await anext(feed)).changed
        nas.change(key, upload_speed=5)
        told = await updates_until(feed, lambda: live.transfers[key].upload_speed == 5)
        assert [set(update.changed) for update in told if update.changed] in ([{key}], [])
        assert set((await anext(feed)).changed) <= {key}


async def test_a_slow_reader_misses_values_in_between_and_never_the_last(nas):
    key, gone = nas.put("Busy"), nas.put("Short-lived")
    live = live_over(nas)
    slow, quick = live.feed(), live.feed()
    async with running(live):
        await until(quick, lambda: len(live.transfers) == 2)
        nas.change(key, upload_speed=1)
        await until(quick, lambda: live.transfers[key].upload_speed == 1)
        nas.change(key, upload_speed=2)
        nas.remove(gone)
        await until(quick, lambda: gone not in live.transfers)
        update = await anext(slow)
    assert {k: row.upload_speed for k, row in update.changed.items()} == {key: 2}
    assert update.removed == {gone}


@pytest.mark.usefixtures("_soon_silent")
async def test_silence_is_not_absence_an_outage_keeps_the_rows_and_says_how_old_they_are(nas):
    key = nas.put("Nosferatu")
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        nas.fall_silent()
        await until(feed, lambda: not live.clients[NAS].live)
        state = live.clients[NAS]
        assert key in live.transfers
        assert (state.phase, state.problem.cause, state.transfers) == (Phase.UNREACHABLE, Cause.TIMED_OUT, 1)
        assert state.failing_since >= state.answered_at
        nas.answer_again()
        await until(feed, lambda: live.clients[NAS].live)
        assert live.clients[NAS].problem is None


@pytest.mark.usefixtures("_soon_silent")
async def test_a_hung_answer_counts_as_much_as_a_refused_one():
    class HangsLater(MemoryClient):
        hung = False

        async def refresh(self, interest):
            if self.hung:
                await asyncio.Event().wait()
            return await super().refresh(interest)

    client = HangsLater("nas")
    live = live_over(client)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].live)
        client.hung = True
        await until(feed, lambda: not live.clients[NAS].live)
        state = live.clients[NAS]
    assert state.phase is Phase.UNREACHABLE
    assert "has not answered for" in state.problem.message


@pytest.mark.usefixtures("_soon_silent")
async def test_rows_of_a_long_silent_client_are_withdrawn_and_return_in_place(nas):
    key = nas.put("Nosferatu")
    live = live_over(nas, hide_after=0.4)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        nas.fall_silent()
        told = await updates_until(feed, lambda: live.clients[NAS].withdrawn)
        told.append(await anext(feed)) if not any(key in update.removed for update in told) else None
        assert any(key in update.removed for update in told)
        assert dict(live.transfers) == {}
        live.show_last_known(NAS)
        assert key in (await until(feed, lambda: live.transfers))
        assert not live.clients[NAS].live
        nas.answer_again()
        await until(feed, lambda: live.clients[NAS].live)
        assert key in live.transfers


@pytest.mark.usefixtures("_soon_silent")
async def test_after_an_outage_what_is_not_listed_stays_in_doubt(nas, monkeypatch):
    monkeypatch.setattr("mydia_desktop.live.roster.AGREE_AFTER_S", 0.5)
    kept, gone = nas.put("Kept"), nas.put("Gone")
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: len(live.transfers) == 2)
        nas.fall_silent()
        await until(feed, lambda: live.clients[NAS].phase is Phase.UNREACHABLE)
        nas.remove(gone)
        nas.answer_again()
        await until(feed, lambda: live.clients[NAS].unconfirmed)
        state = live.clients[NAS]
        assert state.unconfirmed == {gone}
        assert gone in live.transfers
        assert (state.is_live(kept), state.is_live(gone)) == (True, False)
        await until(feed, lambda: gone not in live.transfers)


@pytest.mark.usefixtures("_soon_silent")
async def test_an_outage_is_logged_when_it_starts_and_when_it_ends(nas, caplog):
    caplog.set_level(logging.INFO)
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].live)
        nas.fall_silent(ClientUnreachableError("Nothing answers at nas:9091.", cause=Cause.REFUSED))
        await until(feed, lambda: not live.clients[NAS].live)
        for _ in range(5):
            await anext(feed)
        nas.answer_again()
        live.try_now()
        await until(feed, lambda: live.clients[NAS].live)
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("mydia_desktop")]
    assert [line.partition(" after ")[0] for line in lines] == [
        "nas does not answer: Nothing answers at nas:9091.",
        "nas answers again",
    ]


async def test_the_back_off_doubles_up_to_a_minute_and_ends_at_once_on_try_now(nas):
    assert [poller._back_off(failures) for failures in range(7)] == [2, 4, 8, 16, 32, 60, 60]
    nas.fall_silent()
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].problem)
        assert live.clients[NAS].next_try_at is not None
        nas.answer_again()
        live.try_now([NAS])
        await until(feed, lambda: live.clients[NAS].live, seconds=1.5)


async def test_a_refused_password_is_tried_once_until_the_settings_change(nas):
    questions = []

    class Locked(MemoryClient):
        async def refresh(self, interest):
            questions.append(interest)
            raise AuthenticationError("NAS did not accept the user name or password.", cause=Cause.UNAUTHORIZED)

    clients = [Locked("nas"), nas]
    live = Live(lambda _config: clients.pop(0))
    live.configure([config("nas")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].phase is Phase.UNAUTHORIZED)
        assert live.clients[NAS].next_try_at is None
        await asyncio.sleep(0.3)
        assert len(questions) == 1
        live.configure([config("nas")], renewed=[NAS])
        await until(feed, lambda: live.clients[NAS].live)


async def test_a_bug_in_one_adapter_is_an_outage_of_that_client_alone(nas, caplog):
    class Broken(MemoryClient):
        async def refresh(self, _interest):
            raise KeyError("hash")

    live = live_over(Broken("seedbox"), nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[SEEDBOX].problem and live.clients[NAS].live)
        assert live.clients[SEEDBOX].phase is Phase.INCOMPATIBLE
    assert any(record.exc_info for record in caplog.records)


async def test_an_answer_asked_for_under_earlier_settings_reaches_nobody(nas):
    release = asyncio.Event()

    class Late(MemoryClient):
        async def refresh(self, interest):
            await release.wait()
            return await super().refresh(interest)

    late = Late("nas")
    late.put("From the old address")
    fresh = nas.put("From the new address")
    clients = [late, nas]
    live = Live(lambda _config: clients.pop(0))
    live.configure([config("nas")])
    feed = live.feed()
    async with running(live):
        await anext(feed)
        await asyncio.sleep(0)
        live.configure([config("nas", url="http://elsewhere:9091")])
        release.set()
        await until(feed, lambda: live.transfers)
        await anext(feed)
        assert list(live.transfers) == [fresh]
    assert late.closed


async def test_a_change_of_password_or_name_keeps_the_rows_and_another_address_does_not(nas):
    key = nas.put("Nosferatu")
    live = Live(lambda _config: nas)
    live.configure([config("nas")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        live.configure([config("nas", name="Attic")])
        assert key in live.transfers
        assert live.clients[NAS].name == "Attic"
        live.configure([config("nas", url="http://other:9091")])
        assert key not in live.transfers
        assert key in (await anext(feed)).removed


async def test_a_client_that_is_switched_off_or_removed_leaves_at_once(nas):
    key = nas.put("Nosferatu")
    live = Live(lambda _config: nas)
    live.configure([config("nas")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        live.configure([config("nas", enabled=False)])
        update = await anext(feed)
        assert (update.removed, update.clients[NAS].phase) == ({key}, Phase.DISABLED)
        live.configure([])
        assert (await anext(feed)).clients == {}


async def test_rows_acted_on_are_answered_by_id_at_once(nas):
    key = nas.put("Nosferatu")
    live = Live(lambda _config: nas)
    live.configure([config("nas", refresh_seconds=600)])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        results = await live.perform(Command(verb=Verb.PAUSE, keys=(key,)))
        assert [result.outcome for result in results] == [Outcome.ACCEPTED]
        await until(feed, lambda: live.transfers[key].status is Status.PAUSED, seconds=5)


async def test_a_command_for_a_client_that_is_gone_was_not_sent(nas):
    key = nas.put("Nosferatu")
    results = await live_over().perform(Command(verb=Verb.PAUSE, keys=(key,)))
    assert [result.outcome for result in results] == [Outcome.NOT_SENT]
    assert not nas.commands


async def test_a_hidden_window_slows_the_rhythm_and_a_shown_one_asks_at_once(nas):
    live = live_over(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].live)
        live.rest()
        await anext(feed)
        key = nas.put("While nobody looked")
        with pytest.raises(TimeoutError):
            await until(feed, lambda: key in live.transfers, seconds=0.5)
        live.attend()
        await until(feed, lambda: key in live.transfers, seconds=5)


async def test_after_sleep_the_rows_are_old_and_every_client_is_asked_at_once(monkeypatch):
    release = asyncio.Event()

    class HangsOnce(MemoryClient):
        async def refresh(self, interest):
            if interest.whole:
                await release.wait()
            return await super().refresh(interest)

    client = HangsOnce("nas")
    live = Live(lambda _config: client)
    live.configure([config("nas", refresh_seconds=600)])
    feed = live.feed()
    slept = types.SimpleNamespace(seconds=0.0)
    clock = types.SimpleNamespace(time=lambda: REAL_TIME.time() + slept.seconds, monotonic=REAL_TIME.monotonic)
    monkeypatch.setattr(aggregator, "time", clock)
    monkeypatch.setattr(aggregator, "CLOCK_EVERY_S", 0.05)
    async with running(live):
        await until(feed, lambda: live.clients[NAS].live)
        slept.seconds = 3600.0
        await until(feed, lambda: not live.clients[NAS].live)
        release.set()
        await until(feed, lambda: live.clients[NAS].live, seconds=5)


async def test_a_reader_that_is_gone_takes_its_feed_along(nas):
    live = live_over(nas)
    feed = live.feed()
    assert len(live._feeds) == 1
    del feed
    assert len(live._feeds) == 0


async def test_a_release_added_is_listed_at_once_and_what_can_t_be_sent_is_said(nas):
    live = Live(lambda _config: nas)
    live.configure([config("nas", refresh_seconds=600), config("seedbox", enabled=False)])
    feed = live.feed()
    release = Release(
        name="Nosferatu", payload=Payload.TORRENT_V1, magnet="magnet:?xt=urn:btih:" + "a" * 40, v1="a" * 40
    )
    async with running(live):
        await until(feed, lambda: live.clients[NAS].live)
        assert Payload.TORRENT_V1 in live.clients[NAS].takes
        assert (await live.add(NAS, Addition(release=release))).outcome is Outcome.ACCEPTED
        await until(feed, lambda: [row.v1 for row in live.transfers.values()] == [release.v1], seconds=5)
        for client, words in ((SEEDBOX, "switched off"), (ClientId("attic"), "not among your clients")):
            added = await live.add(client, Addition(release=release))
            assert (added.outcome, words in added.message) == (Outcome.NOT_SENT, True)
