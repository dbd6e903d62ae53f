"""What Live tells of the records beside the rows, and which of them it calls gone."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.record import CloseReason
from mydia_desktop.domain.snapshot import Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.live import poller, roster, watch
from mydia_desktop.live.aggregator import Live
from tests.live_room import config, running, until, updates_until
from tests.memory_client import MemoryClient
from tests.records import NAS_UUID, OTHER_UUID, record

NAS = ClientId("nas")


@pytest.fixture
def nas():
    return MemoryClient("nas", name="NAS")


@pytest.fixture
def _soon(monkeypatch):
    """Absence counts after a fifth of a second, and so does silence."""
    monkeypatch.setattr(roster, "AGREE_AFTER_S", 0.2)
    monkeypatch.setattr(watch, "LIVE_FOR_AT_LEAST_S", 0.2)
    monkeypatch.setattr(poller, "FIRST_BACK_OFF_S", 0.02)


def live_with(*clients, **uuids):
    """A Live over these clients, each bound to the client of the database that is named."""
    by_id = {client.client: client for client in clients}
    live = Live(lambda chosen: by_id[chosen.id])
    live.configure([config(client, uuid=uuids.get(client)) for client in by_id])
    return live


def titles(records):
    return sorted(record.title for record in records)


async def test_each_row_comes_with_what_is_remembered_of_it(nas):
    known, unknown = nas.put("Known"), nas.put("Unknown")
    known_record = record("Known")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([known_record])
    feed = live.feed()
    async with running(live):
        told = await updates_until(feed, lambda: len(live.transfers) == 2)
        late = await anext(live.feed())
    assert [update.records for update in told if update.changed] in ([{known: known_record}], [])
    assert (set(late.changed), dict(late.records)) == ({known, unknown}, {known: known_record})
    assert (live.record_of(known), live.record_of(unknown)) == (known_record, None)
    assert live.key_of(known_record.id) == known


async def test_truth_a_record_makes_no_row(nas):
    nas.put("Listed")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Listed"), record("Only remembered")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.transfers)
        await anext(feed)
        assert [row.name for row in live.transfers.values()] == ["Listed"]


@pytest.mark.usefixtures("_soon")
async def test_an_open_record_that_its_client_does_not_list_is_gone_until_it_comes_back(nas):
    kept = nas.put("Kept")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Kept"), record("Gone")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.gone)
        (verdict,) = live.gone
        assert (verdict.client, verdict.doubted, titles(verdict.records)) == (NAS, False, ["Gone"])
        assert live.clients[NAS].absence_counts
        assert (await anext(live.feed())).gone == live.gone
        assert kept in live.transfers
        nas.put("Gone")
        await until(feed, lambda: not live.gone)


@pytest.mark.usefixtures("_soon")
async def test_silence_is_not_absence_of_a_client_that_does_not_answer_nothing_is_gone(nas):
    nas.put("Kept")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Kept"), record("Gone")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.gone)
        nas.fall_silent()
        told = await updates_until(feed, lambda: live.clients[NAS].phase is Phase.UNREACHABLE)
        told.append(await anext(feed)) if all(update.gone is None for update in told) else None
        assert [update.gone for update in told if update.gone is not None][-1] == ()
        assert live.gone == ()


@pytest.mark.usefixtures("_soon")
async def test_what_is_being_added_and_what_has_ended_is_not_gone(nas):
    added = record("Being added")
    ended = record("Cancelled", closed_at=1, close_reason=CloseReason.CANCELLED)
    live = live_with(nas, nas=NAS_UUID)
    live.set_pending([added.id])
    live.set_records([record("Waiting"), added, ended])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.gone)
        assert titles(live.gone[0].records) == ["Waiting"]
        live.set_pending([])
        assert titles(live.gone[0].records) == ["Being added", "Waiting"]


async def test_a_late_or_changed_record_tells_its_row_again_and_no_other(nas):
    one, two = nas.put("One"), nas.put("Two")
    first, second = record("One"), record("Two")
    live = live_with(nas, nas=NAS_UUID)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: len(live.transfers) == 2)
        await anext(feed)
        live.update_records([first])
        update = await anext(feed)
        assert (set(update.changed), dict(update.records)) == ({one}, {one: first})
        live.update_records([first, second])
        assert set((await anext(feed)).changed) == {two}
        renamed = record("Two", title="Another title")
        live.update_records([first, renamed])
        assert dict((await anext(feed)).records) == {two: renamed}
        live.set_records([first])
        update = await anext(feed)
        assert (set(update.changed), dict(update.records)) == ({two}, {})


async def test_two_clients_of_the_same_name_never_touch_each_other_s_records(nas):
    key = nas.put("Shared")
    mine, theirs = record("Shared"), record("Shared", OTHER_UUID)
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([theirs, mine])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        assert (live.record_of(key), live.key_of(theirs.id)) == (mine, None)
        live.configure([config("nas")])
        assert live.record_of(key) is None


async def test_a_client_s_new_uuid_keeps_its_rows_and_its_connection(nas):
    key = nas.put("Nosferatu")
    live = live_with(nas)
    live.set_records([record("Nosferatu")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        before = live.watches[NAS]
        assert live.record_of(key) is None
        live.configure([config("nas", uuid=NAS_UUID)])
        update = await anext(feed)
        assert live.watches[NAS] is before
        assert not nas.closed
        assert (set(update.records), set(update.removed), live.clients[NAS].uuid) == ({key}, set(), NAS_UUID)


async def test_rows_are_found_by_any_of_their_ids(nas):
    hybrid = nas.put("Hybrid", v1="a" * 40, v2="b" * 64)
    live = live_with(nas)
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: hybrid in live.transfers)
        for name in ("a" * 40, "b" * 40, "b" * 64):
            assert live.find(["unknown", name]) == [hybrid]
        assert live.find(["c" * 40]) == []


@pytest.mark.usefixtures("_soon")
async def test_silence_is_not_absence_an_early_list_after_a_restart_marks_nothing(nas):
    for number in range(3):
        nas.put(f"Number {number}")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record(f"Number {number}") for number in range(3)])
    live.set_awaited([NAS])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].absence_counts)
        nas.restart_early()
        told = await updates_until(feed, lambda: len(live.clients[NAS].unconfirmed) == 3)
        assert not live.clients[NAS].absence_counts
        told += await updates_until(feed, lambda: live.clients[NAS].absence_counts)
        assert not any(update.gone for update in told)
        assert not any(update.removed for update in told)


@pytest.mark.usefixtures("_soon")
async def test_silence_is_not_absence_after_an_outage_it_takes_two_lists_again(nas):
    nas.put("Kept")
    gone = nas.put("Gone")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Kept"), record("Gone")])
    live.set_awaited([NAS])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].absence_counts)
        live.configure([config("nas", uuid=NAS_UUID, name="Attic")])
        assert not live.clients[NAS].absence_counts
        await until(feed, lambda: live.clients[NAS].absence_counts)
        nas.fall_silent()
        await until(feed, lambda: not live.clients[NAS].live)
        nas.remove(gone)
        assert live.gone == ()
        nas.answer_again()
        await until(feed, lambda: live.clients[NAS].live)
        assert not live.clients[NAS].absence_counts
        assert live.gone == ()
        await until(feed, lambda: live.gone)
        assert live.clients[NAS].absence_counts


@pytest.mark.usefixtures("_soon")
async def test_silence_is_not_absence_another_client_at_the_same_address_is_asked_about(nas):
    names = [f"Number {number}" for number in range(6)]
    keys = [nas.put(name) for name in names]
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record(name) for name in names])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: len(live.transfers) == 6)
        nas.remove(*keys)
        nas.restart_early()  # whoever answers has another session, and none of it
        await until(feed, lambda: live.gone)
        (verdict,) = live.gone
        assert (verdict.doubted, verdict.of, len(verdict.records)) == (True, 6, 6)
        live.trust_absence(NAS)
        told = await anext(feed)
        assert [(each.doubted, titles(each.records)) for each in told.gone] == [(False, names)]
        assert live.gone == told.gone


@pytest.mark.usefixtures("_soon")
async def test_silence_is_not_absence_of_a_client_that_is_switched_off_or_unknown_to_the_database(nas):
    nas.put("Kept")
    attic = MemoryClient("attic")
    live = live_with(nas, attic, nas=NAS_UUID)
    live.set_records([record("Kept"), record("Gone"), record("Of nobody here", OTHER_UUID), record("Of nobody", None)])
    live.set_awaited([attic.client])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.gone and live.clients[attic.client].absence_counts)
        assert [titles(each.records) for each in live.gone] == [["Gone"]]
        live.configure([config("nas", uuid=NAS_UUID, enabled=False), config("attic")])
        assert live.gone == ()
        assert (await anext(feed)).gone == ()


@pytest.mark.usefixtures("_soon")
async def test_a_complete_list_is_asked_for_only_where_somebody_waits_for_it():
    wholes = []

    class Counting(MemoryClient):
        async def refresh(self, interest):
            wholes.append(interest.whole)
            return await super().refresh(interest)

    client = Counting("nas")
    client.put("Kept")
    live = live_with(client, nas=NAS_UUID)
    live.set_records([record("Kept")])
    feed = live.feed()

    async def ten_answers():
        goal = len(wholes) + 10
        await until(feed, lambda: len(wholes) >= goal)

    async with running(live):
        await until(feed, lambda: live.clients[NAS].live)
        del wholes[:]
        await ten_answers()
        assert not any(wholes)
        assert not live.clients[NAS].absence_counts
        live.update_records([record("Gone")])
        await until(feed, lambda: live.gone)
        assert wholes.count(True) == 1
        await ten_answers()
        assert wholes.count(True) == 1


async def test_a_record_that_only_just_came_is_not_gone_although_absence_counts(nas, monkeypatch):
    monkeypatch.setattr(roster, "AGREE_AFTER_S", 0.2)
    nas.put("Kept")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Kept")])
    live.set_awaited([NAS])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: live.clients[NAS].absence_counts)
        monkeypatch.setattr(roster, "AGREE_AFTER_S", 30.0)
        live.update_records([record("From another desktop")])
        for _ in range(5):
            await anext(feed)
        assert live.gone == ()
        nas.put("From another desktop")
        await until(feed, lambda: live.key_of(record("From another desktop").id))
        nas.remove(live.key_of(record("From another desktop").id))
        await until(feed, lambda: live.gone)
        assert titles(live.gone[0].records) == ["From another desktop"]


async def test_a_slow_reader_gets_the_last_record_and_the_last_of_what_is_gone(nas, monkeypatch):
    monkeypatch.setattr(roster, "AGREE_AFTER_S", 0.2)
    key = nas.put("Kept")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Kept"), record("Gone")])
    slow, quick = live.feed(), live.feed()
    async with running(live):
        await until(quick, lambda: live.gone)
        live.update_records([record("Kept", title="In between"), record("Gone", closed_at=1)])
        live.update_records([record("Kept", title="The last")])
        update = await anext(slow)
        assert ({k: each.title for k, each in update.records.items()}, update.gone) == ({key: "The last"}, ())
        assert update.changed.keys() == {key}
        assert (await anext(slow)).gone is None


async def test_another_name_or_password_keeps_the_records_and_another_address_has_them_too(nas):
    key = nas.put("Nosferatu")
    live = live_with(nas, nas=NAS_UUID)
    live.set_records([record("Nosferatu")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        for changes in ({"name": "Attic"}, {"url": "http://elsewhere:9091"}):
            live.configure([config("nas", uuid=NAS_UUID, **changes)])
            await until(feed, lambda: key in live.transfers)
            assert live.record_of(key).title == "Nosferatu"
            assert live.key_of(record("Nosferatu").id) == key


async def test_of_two_sections_with_one_uuid_only_the_first_is_that_client(nas):
    copied = MemoryClient("copied")
    nas.put("Nosferatu")
    copied.put("Nosferatu")
    live = live_with(nas, copied, nas=NAS_UUID, copied=NAS_UUID)
    live.set_records([record("Nosferatu")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: len(live.transfers) == 2)
        assert {key.client for key in live.transfers if live.record_of(key)} == {NAS}
        assert (live.clients[NAS].uuid, live.clients[copied.client].uuid) == (NAS_UUID, None)


@pytest.mark.usefixtures("_soon")
async def test_rows_that_were_withdrawn_are_neither_found_nor_told_again(nas):
    key = nas.put("Nosferatu")
    live = live_with(nas, nas=NAS_UUID)
    live.set_hide_after(0.3)
    live.set_records([record("Nosferatu")])
    feed = live.feed()
    async with running(live):
        await until(feed, lambda: key in live.transfers)
        nas.fall_silent()
        await until(feed, lambda: live.clients[NAS].withdrawn)
        live.update_records([record("Nosferatu", title="Another title")])
        assert key not in (await anext(feed)).changed
        assert (live.find([key.id]), live.key_of(record("Nosferatu").id)) == ([], None)
        live.show_last_known(NAS)
        assert live.find([key.id]) == [key]
        assert (await anext(feed)).records[key].title == "Another title"
