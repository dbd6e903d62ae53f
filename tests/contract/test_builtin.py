"""What only the client inside the program promises: its session outlives any end, and downloads nothing in silence."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from mydia_desktop.config.builtin_options import why_not_here
from mydia_desktop.domain.command import Addition, Outcome, Verb
from mydia_desktop.domain.errors import Cause, ClientUnreachableError
from mydia_desktop.domain.report import Interest
from mydia_desktop.domain.torrent_file import read_torrent
from mydia_desktop.domain.transfer import Status
from tests.contract.parties import Screen, eventually, threaded
from tests.torrents import make_torrent

if not why_not_here():
    import libtorrent as lt

    from mydia_desktop.adapters.builtin import BuiltinAdapter
    from mydia_desktop.adapters.builtin_lobby import Lobby
    from tests.builtin_client import BuiltinClient, run_builtin

pytestmark = pytest.mark.skipif(bool(why_not_here()), reason=why_not_here())

ALPHA, BETA = make_torrent("alpha"), make_torrent("beta")
MB = 1_000_000
AT_REST = {Status.PAUSED, Status.COMPLETED}

KILLED = """
import sys, os, signal
from pathlib import Path
from mydia_desktop.domain.command import Addition, Command, Verb
from mydia_desktop.domain.report import Interest
from mydia_desktop.domain.torrent_file import read_torrent
from mydia_desktop.domain.transfer import TransferKey
from tests.builtin_client import BuiltinClient
client = BuiltinClient(Path(sys.argv[1]))
client.start()
release = read_torrent(Path(sys.argv[2]).read_bytes())
assert client.adapter.add(Addition(release=release, category="films")).message == ""
key = TransferKey("own", release.id)
for verb in sys.argv[3:]:
    client.adapter.refresh(Interest(whole=True))
    (result,) = client.adapter.perform(Command(verb=Verb(verb), keys=(key,), values=("noir",)))
    assert not result.message, result
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_after(home: Path, torrent, *verbs: Verb) -> None:
    """Another program adds the torrent, does this, and is killed at once."""
    file = home.parent / "it.torrent"
    file.write_bytes(torrent.data)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(home), str(file), *verbs], check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL


@pytest.fixture
async def screen(builtin):
    client = threaded(builtin)
    yield Screen(client)
    client.close()


async def seeding(builtin, screen, torrent):
    torrent.write_content(builtin.downloads)
    assert (await screen.client.add(Addition(release=read_torrent(torrent.data)))).outcome is Outcome.ACCEPTED
    await screen.until(lambda rows: torrent.name in rows and rows[torrent.name].status is Status.SEEDING)


def fetched(builtin):
    """Bytes that a session has fetched for its torrents, by its own account."""
    return sum(handle.status().total_payload_download for handle in builtin.session.get_torrents())


@pytest.mark.parametrize(
    ("verbs", "status", "labels"),
    [
        ((), Status.STALLED, ("films",)),
        ((Verb.PAUSE,), Status.PAUSED, ("films",)),
        ((Verb.SET_LABELS,), None, ("noir",)),
    ],
)
async def test_killed_at_once_it_has_what_it_was_told(tmp_path, verbs, status, labels):
    """Added, paused, labelled: what was accepted was kept before it was accepted."""
    killed_after(tmp_path / "home", ALPHA, *verbs)
    client = BuiltinClient(tmp_path / "home")
    client.start()
    screen = Screen(threaded(client))
    await screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is not Status.QUEUED)
    await screen.until_still()
    assert status in (None, screen.named["alpha"].status)
    assert screen.named["alpha"].labels == labels
    screen.client.close()
    client.stop()


async def test_killed_at_once_it_has_forgotten_what_was_removed(tmp_path):
    killed_after(tmp_path / "home", ALPHA, Verb.REMOVE)
    assert list((tmp_path / "home/sessions").rglob("*.resume")) == []


async def test_what_was_complete_offers_again_at_once(builtin, screen):
    """Nothing is checked and nothing fetched: the resume data says it all."""
    await seeding(builtin, screen, ALPHA)
    builtin.stop()
    builtin.start()
    await screen.until(lambda rows: rows["alpha"].status is Status.SEEDING)
    assert screen.named["alpha"].done
    assert fetched(builtin) == 0


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: os.truncate(file, 100)], ids=["gone", "cut"])
async def test_what_is_gone_is_missing_for_as_long_as_it_is(tmp_path, builtin, screen, damage):
    """Not fetched again though a peer is there, not after another restart, not by a check; back, it offers again."""
    await seeding(builtin, screen, ALPHA)
    with run_builtin(tmp_path / "peer") as peer:
        ALPHA.write_content(peer.downloads)
        peer.add(ALPHA.data)
        for _ in range(2):
            builtin.stop()
            if (builtin.downloads / "alpha").exists():
                damage(builtin.downloads / "alpha")
            builtin.start()
            builtin.connect(ALPHA.v1, peer.peer_port)
            await screen.until(lambda rows: rows["alpha"].status is Status.MISSING)
            row = screen.named["alpha"]
            assert (row.done, row.progress, row.remaining) == (False, 0.0, len(ALPHA.content))
            assert str(builtin.downloads / "alpha") in row.error
        assert await screen.tell(Verb.RECHECK, "alpha") == [Outcome.ACCEPTED]
        await screen.until_still()
        assert screen.named["alpha"].status is Status.MISSING
        content = await screen.client.content(screen.named["alpha"].key)
        assert not content.settled
        assert not any(file.is_complete for file in content.files)
        assert fetched(builtin) == 0

        ALPHA.write_content(builtin.downloads)
        assert await screen.tell(Verb.RECHECK, "alpha") == [Outcome.ACCEPTED]
        await screen.until(lambda rows: rows["alpha"].done and rows["alpha"].status in AT_REST)
        assert await screen.tell(Verb.RESUME, "alpha") == [Outcome.ACCEPTED]
        await screen.until(lambda rows: rows["alpha"].status is Status.SEEDING)
        assert fetched(builtin) == 0


async def test_download_again_is_a_persons_word(tmp_path, builtin, screen):
    """Started in spite of it, it begins from nothing, and only then."""
    await seeding(builtin, screen, ALPHA)
    builtin.stop()
    (builtin.downloads / "alpha").unlink()
    builtin.start()
    await screen.until(lambda rows: rows["alpha"].status is Status.MISSING)
    with run_builtin(tmp_path / "peer") as peer:
        ALPHA.write_content(peer.downloads)
        peer.add(ALPHA.data)
        assert await screen.tell(Verb.RESUME, "alpha") == [Outcome.ACCEPTED]
        await screen.until(lambda rows: rows["alpha"].status in {Status.STALLED, Status.DOWNLOADING})
        builtin.connect(ALPHA.v1, peer.peer_port)
        await screen.until(lambda rows: rows["alpha"].done)
    assert (builtin.downloads / "alpha").read_bytes() == ALPHA.content


async def test_deleting_takes_its_own_files_only(builtin, screen):
    """What lies beside them in the same folder is somebody else's."""
    await seeding(builtin, screen, ALPHA)
    stranger = builtin.downloads / "alpha.nfo"
    stranger.write_text("not mine")
    assert await screen.tell(Verb.DELETE, "alpha") == [Outcome.ACCEPTED]
    assert sorted(path.name for path in builtin.downloads.iterdir()) == ["alpha.nfo"]


async def test_what_cannot_be_written_fails_with_its_reason(tmp_path, builtin, screen):
    """In libtorrent's own words, with the place; another folder for the same torrent is no trouble."""
    blocked = builtin.home / "blocked"
    blocked.write_text("a file where a folder should be")
    with run_builtin(tmp_path / "peer") as peer:
        ALPHA.write_content(peer.downloads)
        peer.add(ALPHA.data)
        added = await screen.client.add(Addition(release=read_torrent(ALPHA.data), save_path=str(blocked)))
        assert added.outcome is Outcome.ACCEPTED
        await screen.until_listed("alpha")
        await eventually(lambda: peer.listed()[ALPHA.v1]["amount_left"] == 0)
        if screen.named["alpha"].status is not Status.FAILED:
            builtin.connect(ALPHA.v1, peer.peer_port)
        await screen.until(lambda rows: rows["alpha"].status is Status.FAILED)
    assert screen.named["alpha"].error == f"Not a directory: {blocked}/alpha"


async def test_what_was_offered_enough_stops(tmp_path):
    """At the goal, by itself; what was forced to start goes on."""
    with run_builtin(tmp_path / "sharer", seed_ratio=1.0) as sharer, run_builtin(tmp_path / "peer") as peer:
        screen = Screen(threaded(sharer))
        await seeding(sharer, screen, ALPHA)
        peer.add(ALPHA.data)
        await eventually(peer.listed)
        peer.connect(ALPHA.v1, sharer.peer_port)
        await screen.until(lambda rows: rows["alpha"].status is Status.COMPLETED)
        assert screen.named["alpha"].ratio >= 1.0
        assert screen.named["alpha"].goal_reached
        screen.client.close()


async def test_what_was_fetched_twice_does_not_keep_it_from_its_goal(tmp_path):
    """It stopped because it had been offered enough, and says so; parts that come twice are nobody's ratio."""
    with run_builtin(tmp_path / "sharer", seed_ratio=1.0) as sharer, run_builtin(tmp_path / "peer") as peer:
        screen = Screen(threaded(sharer))
        await seeding(sharer, screen, ALPHA)
        sharer.stop()
        (file,) = (sharer.home / "sessions").rglob("*.resume")
        kept = lt.bdecode(file.read_bytes())
        kept[b"total_downloaded"] = 3 * len(ALPHA.content)
        file.write_bytes(lt.bencode(kept))
        sharer.start()
        await screen.until(lambda rows: rows["alpha"].status is Status.SEEDING)
        peer.add(ALPHA.data)
        await eventually(peer.listed)
        peer.connect(ALPHA.v1, sharer.peer_port)
        await screen.until(lambda rows: rows["alpha"].status is Status.COMPLETED)
        assert screen.named["alpha"].goal_reached
        screen.client.close()


async def test_what_the_disk_does_not_keep_is_said_until_it_does(tmp_path):
    """The disk of the profile is full: what was asked is done, and would not outlive a crash."""
    home = tmp_path / "home"
    (home / "sessions").mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1M", "none", home / "sessions"], check=True)
    try:
        with run_builtin(home) as full:
            screen = Screen(threaded(full))
            await seeding(full, screen, ALPHA)
            ballast = home / "sessions/ballast"
            with pytest.raises(OSError, match="No space left"):
                ballast.write_bytes(bytes(2 << 20))
            assert await screen.tell(Verb.PAUSE, "alpha") == [Outcome.ACCEPTED]
            await screen.until(lambda rows: "No space left" in (rows["alpha"].note or ""))
            ballast.unlink()
            assert await screen.tell(Verb.RESUME, "alpha") == [Outcome.ACCEPTED]
            await screen.until(lambda rows: rows["alpha"].note is None)
            screen.client.close()
    finally:
        subprocess.run(["umount", home / "sessions"], check=True)


async def test_a_second_program_never_opens_the_same_session(builtin):
    """It says who has it; and when that has ended, it gets it."""
    lobby = Lobby(builtin.home / "sessions")
    lobby.end()
    second = BuiltinAdapter(builtin.config(), lambda: None, lobby)
    with pytest.raises(ClientUnreachableError) as caught:
        second.refresh(Interest())
    assert caught.value.cause is Cause.BUSY
    assert caught.value.message.startswith("Here already runs in another window")
    builtin.stop()
    assert second.refresh(Interest()).transfers == {}
    second.close()
    builtin.start()


async def test_looked_at_it_rests(builtin, screen):
    """For a snapshot nothing listens, nothing runs, and nothing is written; what is there is told as it stands."""
    await seeding(builtin, screen, ALPHA)
    assert (await screen.client.add(Addition(release=read_torrent(BETA.data)))).outcome is Outcome.ACCEPTED
    builtin.stop()
    files = {file: file.stat().st_mtime_ns for file in (builtin.home / "sessions").rglob("*.resume")}
    lobby = Lobby(builtin.home / "sessions", at_rest=True)
    lobby.end()
    looking = BuiltinAdapter(builtin.config(), lambda: None, lobby)
    deadline = time.monotonic() + 10
    rows = {}
    while not rows or any(row.check_progress is not None for row in rows.values()):
        assert time.monotonic() < deadline
        rows = {row.name: row for row in looking.refresh(Interest(whole=True)).transfers.values()}
    assert {name: row.status for name, row in rows.items()} == {"alpha": Status.COMPLETED, "beta": Status.PAUSED}
    assert not looking._session.native.is_listening()
    looking.close()
    assert {file: file.stat().st_mtime_ns for file in files} == files
    builtin.start()


async def test_new_settings_are_in_force_without_losing_the_session(tmp_path):
    """The adapter is another, the session the same: what it fetches goes on."""
    lobby = Lobby(tmp_path / "sessions")
    with run_builtin(tmp_path / "other") as other:
        first = BuiltinAdapter(other.config(port=0, folder=str(tmp_path)), lambda: None, lobby)
        first.refresh(Interest())
        session = first._session
        leaving = asyncio.get_running_loop().run_in_executor(None, first.close)
        options = replace(other.config(port=0, folder=str(tmp_path)).builtin, download_limit=5000, pex=True)
        second = BuiltinAdapter(replace(other.config(), builtin=options), lambda: None, lobby)
        report = second.refresh(Interest())
        await leaving
        assert report.new_session
        assert second._session is session
        assert session.native.get_settings()["download_rate_limit"] == 5000
        lobby.end()
        second.close()


async def test_a_proxys_password_is_asked_when_it_is_needed_and_shown_nowhere(tmp_path, caplog):
    """From the keyring, into libtorrent, and nowhere else."""
    asked = []
    with run_builtin(tmp_path / "other") as other:
        config = replace(other.config(port=0, proxy="socks5://127.0.0.1:9"), username="me")
        lobby = Lobby(tmp_path / "sessions")
        lobby.end()
        adapter = BuiltinAdapter(config, lambda: asked.append(1) or "correct horse", lobby)
        assert asked == []
        report = adapter.refresh(Interest())
        assert asked
        assert adapter._session.native.get_settings()["proxy_password"] == "correct horse"
        assert "horse" not in repr(config) + repr(report) + caplog.text
        adapter.close()
    assert all(b"horse" not in file.read_bytes() for file in (tmp_path / "sessions").rglob("*") if file.is_file())


async def test_no_one_waits_sixty_megabytes_go_from_one_to_the_other(tmp_path):
    """On loopback, both asked all the time: quick, and the event loop feels nothing of it."""
    big = make_torrent("big", size=60 * MB)
    with run_builtin(tmp_path / "sharer") as sharer, run_builtin(tmp_path / "fetcher") as fetcher:
        screens = [Screen(threaded(sharer)), Screen(threaded(fetcher))]
        await seeding(sharer, screens[0], big)
        assert (await screens[1].client.add(Addition(release=read_torrent(big.data)))).outcome is Outcome.ACCEPTED
        await screens[1].until(lambda rows: rows["big"].status in {Status.STALLED, Status.DOWNLOADING})
        worst, ended = 0.0, asyncio.Event()

        async def feel():
            nonlocal worst
            while not ended.is_set():
                before = time.perf_counter()
                await asyncio.sleep(0.005)
                worst = max(worst, time.perf_counter() - before - 0.005)

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(feel())
            began = time.monotonic()
            fetcher.connect(big.v1, sharer.peer_port)
            await screens[1].until(lambda rows: rows["big"].done)
            took = time.monotonic() - began
            ended.set()
        print(f"60 MB in {took:.1f} s, worst lag of the event loop {worst * 1000:.0f} ms")
        content = None
        while content is None or not content.settled:
            content = await screens[1].client.content(screens[1].named["big"].key)
        assert (fetcher.downloads / "big").read_bytes() == big.content
        assert took < 30
        assert worst < 0.2
        for screen in screens:
            screen.client.close()
