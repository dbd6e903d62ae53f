"""Opening a download's folder: the right one, never another, and a way on where there is none."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDesktopServices

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.local_folders import is_here
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.open_folder import MOST_AT_ONCE, Obstacle, find
from mydia_desktop.workflows.targets import Act
from tests.memory_client import MemoryClient
from tests.ui.action_room import ActionRoom

# The offscreen platform complains of windows with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desktop(QObject):
    """Stands in for the file manager."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot("QUrl")
    def show_folder(self, url):
        """Note what was opened."""
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop():
    """Gets what would be opened."""
    receiver = Desktop()
    QDesktopServices.setUrlHandler("file", receiver, "show_folder")
    yield receiver
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def config(tmp_path):
    """A client whose ``/data`` is a folder here."""
    return ClientConfig(
        id=ClientId("seedbox"),
        kind="qbittorrent",
        name="Seedbox",
        url="http://192.0.2.1:8080",
        path_map=(PathMapping(remote="/data", local=str(tmp_path / "data")),),
    )


@pytest.fixture
def row(tmp_path):
    """A finished film in that folder."""
    (tmp_path / "data" / "films").mkdir(parents=True)
    client = MemoryClient("seedbox")
    key = client.put("film", status=Status.SEEDING, save_path="/data/films", content_path="/data/films/film")
    return client.listed()[key]


def test_a_folder_is_opened_itself_and_a_file_in_the_folder_that_holds_it(tmp_path, config, row):
    content = tmp_path / "data" / "films" / "film"
    content.mkdir()
    assert find(row, config).folder == content
    content.rmdir()
    content.write_bytes(b"")
    assert find(row, config).folder == content.parent


def test_what_is_not_there_yet_is_looked_for_in_its_save_path(tmp_path, config, row):
    assert find(row, config).folder == tmp_path / "data" / "films"
    (tmp_path / "data" / "films").rmdir()
    assert find(row, config).obstacle is Obstacle.NOT_THERE


def test_a_path_that_is_mapped_nowhere_is_not_guessed(config, row):
    assert find(replace(row, save_path="/other/films"), config).obstacle is Obstacle.NO_MAPPING
    assert find(replace(row, save_path="/data/../etc", content_path=None), config).obstacle is Obstacle.NO_MAPPING
    assert find(replace(row, save_path=""), config).obstacle is Obstacle.NO_MAPPING


def test_a_link_in_a_download_leads_nowhere_else(tmp_path, config, row):
    secret = tmp_path / "secret"
    secret.mkdir()
    (tmp_path / "data" / "films" / "film").symlink_to(secret)
    assert find(row, config).obstacle is Obstacle.OUTSIDE


def test_a_link_on_the_way_to_the_save_path_is_the_users_own(tmp_path, config, row):
    disk = tmp_path / "disk"
    (tmp_path / "data" / "films").rename(disk)
    (tmp_path / "data" / "films").symlink_to(disk)
    (disk / "film").mkdir()
    assert find(row, config).folder == tmp_path / "data" / "films" / "film"


def test_the_paths_of_a_client_on_this_computer_are_ours_if_they_exist(tmp_path, row):
    here = ClientConfig(id=ClientId("seedbox"), kind="transmission", name="Here", url="http://localhost:9091")
    films = str(tmp_path / "data" / "films")
    assert find(replace(row, save_path=films, content_path=None), here).folder == tmp_path / "data" / "films"
    # A tunnel or a container answers on this computer's address too.
    assert find(row, here).obstacle is Obstacle.NO_MAPPING


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:1", True),
        ("http://127.0.0.9:1", True),
        ("http://[::1]:1", True),
        ("http://192.0.2.1:1", False),
        ("http://localhost.example.org:1", False),
    ],
)
def test_a_client_is_on_this_computer_if_its_address_is(config, url, here):
    assert is_here(replace(config, url=url)) is here


@pytest.fixture
def room(qapp, config):
    """A window over that client."""
    room = ActionRoom(qapp, [MemoryClient("seedbox", name="Seedbox")])
    room.run_with = lambda story: room.run(lambda room: _configured(room, config, story))
    return room


async def _configured(room, config, story):
    room.configs[:] = [config]
    await story(room)


def test_the_folders_of_a_selection_are_opened_each_once_even_of_a_silent_client(room, desktop, tmp_path):
    (tmp_path / "data" / "films").mkdir(parents=True)
    keys = [room.client.put(name, status=Status.SEEDING, save_path="/data/films") for name in ("a", "b")]

    async def story(room):
        room.choose(*keys)
        await room.until(room.actions[Act.OPEN_FOLDER].isEnabled)
        room.client.fall_silent()
        await room.until(lambda: not room.live.clients[keys[0].client].live)
        assert room.actions[Act.OPEN_FOLDER].isEnabled()
        room.actions[Act.OPEN_FOLDER].trigger()
        await room.until(lambda: desktop.opened)
        assert desktop.opened == [str(tmp_path / "data" / "films")]

    room.run_with(story)


def test_without_a_mapping_the_way_to_one_is_offered(room, desktop):
    key = room.client.put("a", status=Status.SEEDING, save_path="/elsewhere/films")
    wanted = []

    async def story(room):
        room.folders.map_requested.connect(wanted.append)
        room.choose(key)
        await room.until(room.actions[Act.OPEN_FOLDER].isEnabled)
        room.actions[Act.OPEN_FOLDER].trigger()
        await room.until(lambda: room.said)
        assert room.said == ["/elsewhere/films on Seedbox has no matching folder here."]
        room.toasts.shown[0].button.click()
        assert wanted == ["seedbox"]
        assert desktop.opened == []

    room.run_with(story)


def test_a_flood_of_windows_is_not_opened(room, desktop, tmp_path):
    keys = []
    for number in range(MOST_AT_ONCE + 1):
        (tmp_path / "data" / str(number)).mkdir(parents=True)
        keys.append(room.client.put(f"film {number}", status=Status.SEEDING, save_path=f"/data/{number}"))

    async def story(room):
        room.choose(*keys)
        await room.until(room.actions[Act.OPEN_FOLDER].isEnabled)
        room.actions[Act.OPEN_FOLDER].trigger()
        await room.until(lambda: room.said)
        assert room.said == ["These are in 6 folders. Select fewer to open them."]
        assert desktop.opened == []

    room.run_with(story)
