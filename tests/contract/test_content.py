"""The files of a transfer are those its client tells of: an import takes these, and no others."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.content import ContentFile
from mydia_desktop.domain.errors import ClientUnreachableError
from mydia_desktop.domain.transfer import Status, TransferKey
from tests.torrents import PIECE, make_folder, make_torrent

ALPHA = make_torrent("alpha")
ONE, TWO = b"1" * PIECE, b"2" * 7000
PACK = make_folder("pack", {"sub/one.bin": ONE, "two.bin": TWO})


async def content(party, name):
    return await party.client.content(party.screen.named[name].key)


async def test_a_finished_file_is_told_complete_and_where_it_is(party):
    party.hand.add(ALPHA, complete=True)
    await party.screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is Status.SEEDING)
    told = await content(party, "alpha")
    size = len(ALPHA.content)
    assert told.files == (ContentFile(path="alpha", size=size, downloaded=size, wanted=True),)
    assert told.files[0].is_complete
    assert told.folder == party.screen.named["alpha"].save_path
    assert told.settled


async def test_what_is_not_here_yet_is_not_complete(party):
    party.hand.add(ALPHA, paused=True)
    await party.screen.until(lambda rows: "alpha" in rows and rows["alpha"].status is Status.PAUSED)
    (file,) = (await content(party, "alpha")).files
    assert not file.is_complete
    assert file.size == len(ALPHA.content)


async def test_what_is_gone_has_no_content(party):
    party.hand.add(ALPHA, complete=True)
    await party.screen.until_listed("alpha")
    key = party.screen.named["alpha"].key
    party.hand.remove(ALPHA)
    await party.screen.until_listed()
    assert await party.client.content(key) is None
    assert await party.client.content(TransferKey(key.client, "f" * 40)) is None


async def test_silence_is_not_absence_of_files(party):
    party.hand.add(ALPHA, complete=True)
    await party.screen.until_listed("alpha")
    key = party.screen.named["alpha"].key
    party.hand.fall_silent()
    try:
        with pytest.raises(ClientUnreachableError):
            await party.client.content(key)
    finally:
        party.hand.answer_again()


async def test_the_files_of_a_folder_are_told_with_their_paths(daemon, screen):
    (daemon.downloads / "pack/sub").mkdir(parents=True)
    (daemon.downloads / "pack/sub/one.bin").write_bytes(ONE)
    (daemon.downloads / "pack/two.bin").write_bytes(TWO)
    daemon.add(PACK.data, paused=False)
    await screen.until(lambda rows: "pack" in rows and rows["pack"].status is Status.SEEDING)
    told = await screen.client.content(screen.named["pack"].key)
    assert {(file.path, file.size, file.is_complete) for file in told.files} == {
        ("pack/sub/one.bin", len(ONE), True),
        ("pack/two.bin", len(TWO), True),
    }


async def test_a_file_that_is_not_wanted_is_not_complete(daemon, screen):
    """Its name and its size may be on the disk, with nothing right in it."""
    (daemon.downloads / "pack/sub").mkdir(parents=True)
    (daemon.downloads / "pack/sub/one.bin").write_bytes(ONE)
    daemon.add(PACK.data, paused=True)
    await screen.until_listed("pack")
    daemon.deselect(PACK.id, 1)
    daemon.recheck(PACK.id)
    await screen.until(lambda rows: rows["pack"].status in {Status.COMPLETED, Status.SEEDING})
    told = await screen.client.content(screen.named["pack"].key)
    assert {(file.path, file.wanted) for file in told.files} == {("pack/sub/one.bin", True), ("pack/two.bin", False)}
    assert [file.path for file in told.files if file.is_complete] == ["pack/sub/one.bin"]
