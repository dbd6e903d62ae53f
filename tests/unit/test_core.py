"""Everything but the window, put together: which database is used, and what is written into config.toml."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from mydia_desktop.app.core import Core
from mydia_desktop.config.preferences import RecordRules
from mydia_desktop.config.profile import Profile
from mydia_desktop.config.settings import load
from mydia_desktop.workflows.record_keeper import StoreState
from tests.daemons import free_port
from tests.keyrings import MemoryKeyring, keyring_in_use

PATIENCE_S = 20


@pytest.fixture(autouse=True)
def _keyring():
    with keyring_in_use(MemoryKeyring()):
        yield


@pytest.fixture
def profile(tmp_path):
    """One client that nobody is at."""
    said = f'# mine\n[[clients]]\nid = "nas"\nkind = "transmission"\nname = "NAS"\nurl = "http://127.0.0.1:{free_port()}"\n'
    (tmp_path / "config.toml").write_text(said)
    return Profile.at(tmp_path)


@asynccontextmanager
async def at_work(profile):
    """The program without its window."""
    core, news = Core(profile), asyncio.Event()
    core.records.keeper.watch(news.set)
    core.records.identities.watch(news.set)

    async def until(condition):
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                news.clear()
                await news.wait()

    async with asyncio.TaskGroup() as tasks:
        ground = [tasks.create_task(core.live.run()), tasks.create_task(core.records.run())]
        yield core, until
        for task in ground:
            task.cancel()
    await core.records.close()


def written(profile):
    """The one client in config.toml."""
    (client,) = load(profile.config_file).clients
    return client


async def test_a_client_is_known_for_good_after_the_first_start(profile):
    """Whether or not it answers. The file is the person's, with one thing added."""
    async with at_work(profile) as (core, until):
        await until(lambda: written(profile).uuid)
        assert core.live.clients["nas"].uuid == written(profile).uuid
    assert profile.database_file.is_file()
    assert profile.config_file.read_text().startswith("# mine\n[[clients]]\n")


async def test_a_dialog_that_was_open_before_keeps_what_was_found_out(profile):
    """It has the client without the uuid, and saves it so."""
    async with at_work(profile) as (core, until):
        settings = core.client_settings(lambda _: None)
        (shown,) = settings.in_force.clients
        assert shown.uuid is None
        await until(lambda: written(profile).uuid)
        uuid = written(profile).uuid
        await settings.save([replace(shown, name="Attic")], {}, settings.in_force.preferences)
        assert (written(profile).name, written(profile).uuid) == ("Attic", uuid)
        assert core.live.clients["nas"].uuid == uuid


async def test_a_wrong_database_url_uses_no_database_at_all(profile):
    """What belongs to one must not get into the other."""
    profile.config_file.write_text('database_url = "mysql://nas/mydia"\n' + profile.config_file.read_text())
    async with at_work(profile) as (core, until):
        await until(lambda: core.records.keeper.state is StoreState.UNAVAILABLE)
        assert "database_url" in core.records.keeper.problem
    assert not profile.database_file.exists()
    assert written(profile).uuid is None


async def test_the_setting_to_adopt_is_in_force_when_it_is_saved(profile):
    async with at_work(profile) as (core, _):
        settings = core.client_settings(lambda _: None)
        assert not core.records.adoption._enabled
        wanted = replace(settings.in_force.preferences, records=RecordRules(adopt_automatically=True))
        await settings.save(settings.in_force.clients, {}, wanted)
        assert core.records.adoption._enabled
        assert load(profile.config_file).preferences.records.adopt_automatically
