"""File > Import from Mydia…: which of its clients is which of ours, and in which order things are done."""

from __future__ import annotations

import pytest

from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.record import ClientUuid
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.store.database import Store
from mydia_desktop.workflows.mydia_import import Fate, MydiaImport, WhyNotAdded
from tests.mydia_files import MydiaFile
from tests.ui.shell_values import state


@pytest.fixture
async def store(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'ours.sqlite3'}", actor="me@desk")
    await store.open()
    yield store
    await store.close()


@pytest.fixture
def file(tmp_path):
    """Clients NAS (Transmission), Seedbox (qBittorrent), Usenet (SABnzbd), and Attic, which only downloads name."""
    file = MydiaFile(tmp_path / "mydia.db")
    file.fill(downloads=160)
    return file.path


class Desk:
    """A program with some clients, and what an import did to it."""

    def __init__(self, store, *clients):
        self.clients, self.added, self.told, self.refusal = clients, [], [], None
        self.work = MydiaImport(store, clients=lambda: self.clients, add_clients=self.add_clients, took=self.took)

    async def add_clients(self, clients):
        if self.refusal:
            raise self.refusal
        self.added += clients

    async def took(self, brought):
        self.told.append(brought)


NAS = state(ClientId("nas"), "nas", uuid=ClientUuid("uuid of nas"), url="http://nas.example:9091")
OTHER = state(ClientId("other"), "Other", uuid=ClientUuid("uuid of other"))


async def test_each_client_of_mydias_is_offered_what_it_can_be(store, file):
    """The likely one is chosen: the same address or name, else it is added, else left out."""
    desk = Desk(store, OTHER, NAS)
    offers = {offer.name: offer for offer in desk.work.offers(await desk.work.read(file))}
    assert [client.id for client in offers["NAS"].same] == ["nas", "other"]
    assert offers["NAS"].usual == "nas"
    assert offers["Seedbox"].same == ()
    assert offers["Seedbox"].usual is Fate.ADD
    assert (offers["Usenet"].usual, offers["Usenet"].why_not_added) == (Fate.LEAVE, WhyNotAdded.KIND)
    assert (offers["Attic"].usual, offers["Attic"].why_not_added) == (Fate.LEAVE, WhyNotAdded.UNKNOWN)
    assert {name: offer.downloads for name, offer in offers.items()} == {
        "NAS": 40,
        "Seedbox": 40,
        "Usenet": 0,
        "Attic": 40,
    }


async def test_a_client_whose_place_in_the_database_is_not_known_is_not_offered(store, file):
    """Its records would belong to nobody."""
    desk = Desk(store, state(ClientId("nas"), "NAS"))
    offers = {offer.name: offer for offer in desk.work.offers(await desk.work.read(file))}
    assert offers["NAS"].same == ()


async def test_what_was_previewed_comes_and_new_clients_are_bound_to_it(store, file):
    desk = Desk(store, NAS)
    mydia = await desk.work.read(file)
    choices = {offer.name: offer.usual for offer in desk.work.offers(mydia)}
    would = await desk.work.preview(mydia, choices)
    assert await store.clients() == []
    done = await desk.work.run(mydia, choices)
    assert done.downloads == would.downloads
    assert done.downloads.new == 80
    assert desk.told == [done]
    ((config, password),) = desk.added
    assert (config.id, config.kind, config.url, config.username) == (
        "seedbox", "qbittorrent", "http://nas.example:8080", "media",
    )  # fmt: skip
    assert password == "correct horse"
    assert config.password is None
    assert {record.client_uuid for record in done.records} == {NAS.uuid, config.uuid}
    assert config.uuid in {client.uuid for client in await store.clients()}


async def test_settings_that_can_not_be_saved_lose_nothing_of_the_rest(store, file):
    desk = Desk(store, NAS)
    desk.refusal = SettingsNotSavedError("config.toml can't be written.")
    mydia = await desk.work.read(file)
    with pytest.raises(SettingsNotSavedError):
        await desk.work.run(mydia, {"NAS": NAS.id, "Seedbox": Fate.ADD})
    assert desk.told[0].downloads.new == 80


async def test_importing_again_doubles_nothing(store, file):
    desk = Desk(store, NAS)
    mydia = await desk.work.read(file)
    await desk.work.run(mydia, {"NAS": NAS.id})
    assert (await desk.work.run(mydia, {"NAS": NAS.id})).downloads.new == 0
