"""After a start: additions settle by themselves, removals ask, and nothing is done twice."""

import asyncio

import pytest

from mydia_desktop.domain.command import Outcome, Verb
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent
from mydia_desktop.workflows.deliveries import SETTLING_S
from tests.memory_client import MemoryClient
from tests.torrents import make_torrent
from tests.unit.journal_room import keeping, lists_agree_soon  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("lists_agree_soon")

FILM = make_torrent("Nosferatu.1922.1080p.mkv")


class DyingError(Exception):
    """The program ends here."""


class Deadly(MemoryClient):
    """The program dies when it asks this client for something: before it hears it, or after."""

    hears = True
    deadly = False

    async def add(self, addition):
        if not self.deadly:
            return await super().add(addition)
        if self.hears:
            await super().add(addition)
        raise DyingError

    async def perform(self, command):
        if not self.deadly:
            return await super().perform(command)
        if self.hears:
            await super().perform(command)
        raise DyingError


@pytest.fixture(params=[True, False], ids=["heard", "unheard"])
def nas(request):
    client = Deadly("nas", name="NAS")
    client.hears = request.param
    return client


async def died(folder, client, deed, *, first=()):
    """Live until the deed kills the program; the ids of the records there were."""
    # In a task that ends with it: Python 3.11.2 leaves a task whose group failed half cancelled.
    async with asyncio.TaskGroup() as tasks:
        life = tasks.create_task(live_and_die(folder, client, deed, first))
    return life.result()


async def live_and_die(folder, client, deed, first):
    """A life that ends with the deed."""
    client.deadly = False
    async with keeping(folder, client) as room:
        for torrent in first:
            await room.add(torrent)
        await room.until(lambda: not room.deliveries.under_way)
        client.deadly = True
        with pytest.raises((DyingError, ExceptionGroup)):
            await deed(room)
        ids = list(room.keeper.records)
    client.deadly = False
    client._told = None
    return ids


async def test_an_addition_is_confirmed_if_listed_and_sent_again_if_absent(tmp_path, nas):
    (record_id,) = await died(tmp_path, nas, lambda room: room.add(FILM, category="films"))
    before = len(nas.additions)
    async with keeping(tmp_path, nas) as room:
        assert list(room.deliveries.under_way) == [record_id]
        assert room.live.gone == ()
        await room.until_absence_counts()
        room.pass_time(SETTLING_S)
        await room.until(lambda: not room.deliveries.under_way)
        assert len(nas.listed()) == len(room.keeper.records) == 1
        assert len(nas.additions) - before == (0 if nas.hears else 1)
        assert (await room.kinds(record_id))[-1] is EventKind.CONFIRMED
        assert nas.additions[-1].category == "films"


async def test_silence_is_not_absence_after_a_start_either(tmp_path, nas):
    await died(tmp_path, nas, lambda room: room.add(FILM))
    before = len(nas.additions)
    nas.fall_silent()
    async with keeping(tmp_path, nas) as room:
        room.pass_time(1000)
        assert len(nas.additions) == before
        assert room.deliveries.under_way


async def test_a_removal_is_closed_if_absent_and_asked_about_if_listed(tmp_path, nas):
    (record_id,) = await died(tmp_path, nas, lambda room: room.actions.run(Verb.DELETE, [room.key(FILM)]), first=[FILM])
    before = len(nas.commands)
    async with keeping(tmp_path, nas) as room:
        await room.until_absence_counts()
        if nas.hears:
            await room.until(lambda: not room.record(record_id).is_open)
            assert room.record(record_id).close_reason is CloseReason.DELETED
            assert room.reconciliation.questions == ()
        else:
            (question,) = await room.until(lambda: room.reconciliation.questions)
            assert (question.verb, question.row.name) == (Verb.DELETE, FILM.name)
            assert room.record(record_id).is_open
        assert len(nas.commands) == before


@pytest.fixture
def asking():
    """A client whose removal never reached it."""
    client = Deadly("nas", name="NAS")
    client.hears = False
    return client


async def test_a_removal_asked_about_is_done_at_the_persons_word_only(tmp_path, asking):
    (record_id,) = await died(
        tmp_path, asking, lambda room: room.actions.run(Verb.DELETE, [room.key(FILM)]), first=[FILM]
    )
    async with keeping(tmp_path, asking) as room:
        await room.until_absence_counts()
        (question,) = await room.until(lambda: room.reconciliation.questions)
        (result,) = await room.reconciliation.remove_now(question)
        assert result.outcome is Outcome.ACCEPTED
        await room.until(lambda: not room.record(record_id).is_open)
        assert room.reconciliation.questions == ()
        assert asking.erased == [FILM.name]


async def test_a_removal_is_asked_about_also_where_nothing_else_makes_absence_count(tmp_path, asking):
    await died(tmp_path, asking, lambda room: room.actions.run(Verb.DELETE, [room.key(FILM)]), first=[FILM])
    async with keeping(tmp_path, asking) as room:
        room.pass_time(1)  # its client tells only what changed, and lists every record
        assert await room.until(lambda: room.reconciliation.questions)


async def test_a_removal_that_is_called_off_is_never_asked_about_again(tmp_path, asking):
    (record_id,) = await died(
        tmp_path, asking, lambda room: room.actions.run(Verb.REMOVE, [room.key(FILM)]), first=[FILM]
    )
    async with keeping(tmp_path, asking) as room:
        await room.until_absence_counts()
        (question,) = await room.until(lambda: room.reconciliation.questions)
        await room.reconciliation.keep(question)
        assert room.reconciliation.questions == ()
        assert (await room.kinds(record_id))[-1] is EventKind.KEPT
    async with keeping(tmp_path, asking) as room:
        await room.until_absence_counts()
        assert not room.intents.open
        assert len(asking.listed()) == 1


async def test_a_question_whose_row_vanishes_answers_itself(tmp_path, asking):
    (record_id,) = await died(
        tmp_path, asking, lambda room: room.actions.run(Verb.REMOVE, [room.key(FILM)]), first=[FILM]
    )
    async with keeping(tmp_path, asking) as room:
        await room.until_absence_counts()
        (question,) = await room.until(lambda: room.reconciliation.questions)
        asking.remove(question.row.key)
        await room.until(lambda: not room.reconciliation.questions)
        await room.until(lambda: not room.record(record_id).is_open)


async def test_a_removal_without_a_record_asks_too(tmp_path, asking):
    asking.put("a stranger's")
    await died(tmp_path, asking, lambda room: room.actions.run(Verb.DELETE, list(room.live.transfers)))
    async with keeping(tmp_path, asking) as room:
        await room.until_absence_counts()
        (question,) = await room.until(lambda: room.reconciliation.questions)
        assert question.row.name == "a stranger's"
        await room.reconciliation.remove_now(question)
        await room.until(lambda: not room.intents.open)
        assert (await room.store.history())[0].kind is EventKind.DELETED
        assert await room.store.unsettled() == []


async def test_what_another_desktop_asked_for_is_left_to_it(tmp_path, asking):
    await died(tmp_path, asking, lambda room: room.add(FILM))
    async with keeping(tmp_path, asking, actor="somebody@else") as room:
        assert not room.deliveries.under_way


async def test_a_removal_survives_that_its_download_is_tied_to_an_episode_meanwhile(tmp_path, asking):
    (record_id,) = await died(
        tmp_path, asking, lambda room: room.actions.run(Verb.REMOVE, [room.key(FILM)]), first=[FILM]
    )
    async with keeping(tmp_path, asking) as room:
        await room.store.log(NewEvent(kind=EventKind.MATCHED, record_id=record_id))
    async with keeping(tmp_path, asking) as room:
        await room.until_absence_counts()
        assert await room.until(lambda: room.reconciliation.questions)
