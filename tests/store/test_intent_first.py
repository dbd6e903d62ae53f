"""Law 3, intent is written first: whenever the program is killed, a record and its event are both there or neither."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from mydia_desktop.domain.record import EventKind
from tests.store.values import begin, everything, show

_PROGRAM = """
import asyncio, os, signal, sys
import psycopg
import mydia_desktop.store.repository
from sqlalchemy import Engine, event
from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.record import CloseReason, EventKind, NewEvent, NewRecord
from mydia_desktop.store.database import Store

url, uuid, what = sys.argv[1:]
left = 0

def count(*anything):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    store = Store(url, actor="me")
    await store.open()
    (record,) = [r async for page in store.records() for r in page] or (None,)
    subject = await store.subject(SubjectDraft(type=MediaType.SHOW, title="Show", season=1, episodes=(1, 2)))
    new = NewRecord(title="b", subject=subject, client_uuid=uuid, client_name="NAS", native_id="n", size=5)
    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, moment, count)
    if what == "change":
        changes = {"title": "b", "subject": subject, "closed_at": 5, "close_reason": CloseReason.DELETED}
        await store.change(record.id, changes, NewEvent(kind=EventKind.DELETED, record_id=record.id))
    else:
        await store.begin(new, EventKind.REQUESTED, {"verb": "add"})
    os._exit(0)

for line in sys.stdin:
    left = int(line)
    child = os.fork()
    if not child:
        asyncio.run(main())
    print(os.waitpid(child, 0)[1], flush=True)
"""


@pytest.fixture
def killed_after(url, nas, what):
    """A program that does it, and is killed after so many steps; False if it came to its end before."""
    command = [sys.executable, "-c", _PROGRAM, url, nas.uuid, what]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:

        def run(steps):
            program.stdin.write(f"{steps}\n")
            program.stdin.flush()
            ended = int(program.stdout.readline())
            assert ended in {0, signal.SIGKILL}
            return ended != 0

        yield run
        program.stdin.close()
        assert program.wait(30) == 0


@pytest.mark.parametrize("what", ["begin", "reopen", "change"])
async def test_intent_first_a_program_killed_between_any_two_steps_leaves_all_or_nothing(
    store, nas, what, killed_after
):
    """Around every statement and before the commit, in a program of its own."""
    known = []
    if what != "begin":
        known = [await begin(store, nas, native_id="n", subject=await store.subject(show(3)))]
    steps = 0
    while killed_after(steps):
        assert await everything(store) == known
        assert len(await store.history()) == len(known)
        steps += 1
    assert steps >= 8
    (record,) = await everything(store)
    assert (record.title, len(record.subject.episodes)) == ("b", 2)
    assert record.attempt == (2 if what == "reopen" else 1)
    assert len(await store.history()) == len(known) + 1
    if what != "change":
        assert [event.kind for event in await store.unsettled()] == [EventKind.REQUESTED]
