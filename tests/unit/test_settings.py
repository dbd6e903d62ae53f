"""config.toml as it is read: mistakes are told with their line, and what is right runs."""

from __future__ import annotations

import stat

import pytest

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.preferences import Preferences
from mydia_desktop.config.settings import Settings, load, read
from mydia_desktop.domain.paths import PathMapping

GOOD = """\
refresh_seconds = 2.5
database_url = ""

# the attic
[[clients]]
id = "nas"
kind = "transmission"
url = "http://NAS.local:9091/"

[[clients]]
id = "box"
kind = "qbittorrent"
name = "Seedbox"
url = "https://box.example/qbit/"
username = "media"
password = "written down"
priority = 3
category = "mydia"
enabled = false
verify_tls = false
certificate_sha256 = "AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD AB:CD"
path_map = [{ remote = "/data", local = "/mnt/nas" }]
refresh_seconds = 5
hidden_refresh_seconds = 60
uuid = "b5c0"
mine = "a key nobody here knows"

[appearance]
theme = "dark"
units = "decimal"
hide_stale_after = "never"

[somebody.else]
key = 1
"""

SECOND = '\n[[clients]]\nid = "good"\nkind = "transmission"\nurl = "http://good"\n'


def client(**lines: str) -> str:
    """A section with these values, as they stand in the file."""
    values = {"id": '"nas"', "kind": '"transmission"', "url": '"http://nas.local:9091"'} | lines
    return "[[clients]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


def test_a_missing_file_says_nothing(tmp_path):
    """The first start has no clients and no complaints."""
    assert load(tmp_path / "config.toml") == Settings()


def test_everything_a_client_can_have_is_read():
    """Whatever the file says is in the value; what it leaves out is what is usual."""
    settings = read(GOOD)
    assert settings.problems == ()
    assert settings.clients == (
        ClientConfig(id="nas", kind="transmission", name="nas", url="http://nas.local:9091", refresh_seconds=2.5),
        ClientConfig(
            id="box",
            kind="qbittorrent",
            name="Seedbox",
            url="https://box.example/qbit",
            username="media",
            password="written down",
            priority=3,
            category="mydia",
            enabled=False,
            verify_tls=False,
            certificate_sha256="abcd" * 16,
            path_map=(PathMapping(remote="/data", local="/mnt/nas"),),
            refresh_seconds=5.0,
            hidden_refresh_seconds=60.0,
            uuid="b5c0",
        ),
    )
    assert settings.preferences == Preferences(
        appearance=AppearanceRules(theme="dark", units="decimal", hide_stale_after=None)
    )


def test_downloads_are_adopted_by_themselves_only_where_somebody_wants_it():
    assert not read(SECOND).preferences.records.adopt_automatically
    assert read("[records]\nadopt_automatically = true\n").preferences.records.adopt_automatically


def test_an_empty_password_is_none_written_down():
    """It is asked of the keyring as if the line were not there."""
    assert read(client(password='""')).clients[0].password is None


def test_a_written_down_password_is_not_shown(tmp_path):
    """Not by the client's repr, not by the settings', not by a problem of its section."""
    file = tmp_path / "config.toml"
    file.write_text(client(password='"hunter2"') + SECOND + 'password = "hunter2"\npriority = "hunter2?"\n')
    settings = load(file)
    assert settings.clients[0].password == "hunter2"
    assert settings.problems
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("kind", '"sabnzbd"'),
        ("kind", "[1]"),
        ("id", '"My NAS"'),
        ("id", '""'),
        ("id", "7"),
        ("name", '"  "'),
        ("name", "7"),
        ("url", '"nas.local:9091"'),
        ("url", '"ftp://nas.local"'),
        ("url", '"http://"'),
        ("url", '"http://nas.local:99999"'),
        ("url", '"http://nas.local:0"'),
        ("url", '"http://[::1"'),
        ("url", '"http://nas local"'),
        ("url", '"http://nas.local/?a=b"'),
        ("url", '"http://nas.local/#a"'),
        ("url", '"http://media:hunter2@nas.local"'),
        ("url", "9091"),
        ("username", "true"),
        ("password", "123"),
        ("priority", '"high"'),
        ("priority", "-1"),
        ("priority", "true"),
        ("enabled", '"yes"'),
        ("verify_tls", '"no"'),
        ("ca_file", "1"),
        ("certificate_sha256", '"abcd"'),
        ("path_map", '"/data"'),
        ("path_map", '[{ remote = "/data" }]'),
        ("path_map", '[{ remote = "/data", local = 3 }]'),
        ("refresh_seconds", '"1"'),
        ("refresh_seconds", "0"),
        ("refresh_seconds", "nan"),
        ("refresh_seconds", "true"),
        ("hidden_refresh_seconds", "-5"),
    ],
)
def test_a_client_with_a_wrong_value_is_left_out_with_its_line(line, value):
    """The sentence names the key and the line; the client after it runs."""
    text = "# mine\n\n" + client(**{line: value}) + SECOND
    settings = read(text)
    assert [config.id for config in settings.clients] == ["good"]
    (problem,) = settings.problems
    assert problem.line == 1 + next(n for n, written in enumerate(text.splitlines()) if written.startswith(f"{line} ="))
    assert line in problem.message
    assert problem.message.endswith("is left out.")
    assert problem.sentence.startswith(f"Line {problem.line}: ")
    assert "hunter2" not in problem.message


@pytest.mark.parametrize("key", ["id", "kind", "url"])
def test_what_a_client_needs_is_told_where_its_section_begins(key):
    """There is no line for what is not there."""
    settings = read("\n\n# mine\n" + client(**{key: ""}) + SECOND)
    assert [config.id for config in settings.clients] == ["good"]
    assert [problem.line for problem in settings.problems] == [4]
    assert f"{key} is missing" in settings.problems[0].message


def test_every_mistake_of_a_client_is_told():
    """Mending them is one visit to the file, not one per mistake."""
    assert [problem.line for problem in read(client(kind='"x"', url='"y"')).problems] == [3, 4]


def test_of_two_clients_with_one_id_the_first_runs():
    """The sentence for the second says where the first is."""
    settings = read(client() + "\n" + client(url='"http://other"'))
    assert [config.url for config in settings.clients] == ["http://nas.local:9091"]
    (problem,) = settings.problems
    assert problem.line == 7
    assert "line 2" in problem.message


def test_a_client_that_is_left_out_does_not_take_its_id():
    """Only running clients have to differ."""
    settings = read(client(kind='"x"') + client())
    assert [config.id for config in settings.clients] == ["nas"]
    assert len(settings.problems) == 1


def test_a_missing_authority_is_only_told(tmp_path):
    """The client runs, and says itself what becomes of it."""
    missing, there = tmp_path / "missing.pem", tmp_path / "there.pem"
    there.touch()
    settings = read(client(ca_file=f'"{missing}"'))
    assert len(settings.clients) == 1
    assert [problem.line for problem in settings.problems] == [5]
    assert read(client(ca_file=f'"{there}"')).problems == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("refresh_seconds = 0\n", 1),
        ('\nrefresh_seconds = "1"\n', 2),
        ('[appearance]\ntheme = "pink"\n', 2),
        ("[appearance]\n\nunits = 3\n", 3),
        ("[appearance]\nhide_stale_after = -3\n", 2),
        ("[appearance]\nhide_stale_after = [1]\n", 2),
        ("appearance = 3\n", 1),
        ('appearance.theme = "pink"\n', 1),
        ('[records]\nadopt_automatically = "yes"\n', 2),
        ("records = true\n", 1),
    ],
)
def test_a_wrong_value_for_all_is_told_and_the_usual_one_used(text, line):
    """What is wrong for the whole window stops no client."""
    settings = read(text + SECOND)
    assert [problem.line for problem in settings.problems] == [line]
    assert settings.preferences == Preferences()
    assert [config.refresh_seconds for config in settings.clients] == [1.0]


@pytest.mark.parametrize("text", ["clients = 3\n", "clients = [1]\n", '[clients]\nid = "nas"\n', "\nclients.nas = 1\n"])
def test_clients_written_in_another_way_are_told(text):
    """A mistake in the brackets is no empty list of clients."""
    settings = read(text)
    assert settings.clients == ()
    (problem,) = settings.problems
    assert problem.line == (2 if text.startswith("\n") else 1)
    assert "[[clients]]" in problem.message


def test_clients_in_one_list_are_read():
    """It is the same to TOML."""
    settings = read('clients = [{ id = "a", kind = "transmission", url = "http://a" }, { id = "b" }]\n')
    assert [config.id for config in settings.clients] == ["a"]
    assert {problem.line for problem in settings.problems} == {1}


def test_a_half_written_file_runs_what_is_whole():
    """A program or an editor was stopped in the middle of a line."""
    settings = read(GOOD[: GOOD.index('name = "Seedbox"') + 9])
    assert [config.id for config in settings.clients] == ["nas"]
    (problem,) = settings.problems
    assert problem.line == 13


FIRST = SECOND.replace("good", "first").lstrip()


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('id = "nas\n', 7),
        ("id nas\n", 7),
        ("id = nas\n", 7),
        ('id = "nas"\nid = "nas"\n', 8),
        ('id = "nas"\n[[clients.path_map]\nremote = "/data"\n', 8),
    ],
)
def test_a_mistake_in_the_middle_costs_only_its_section(broken, line):
    """What comes before it and after it runs, and gets none of its lines."""
    settings = read(f"{FIRST}\n[[clients]]\n{broken}{SECOND}")
    assert [config.id for config in settings.clients] == ["first", "good"]
    assert all(config.path_map == () for config in settings.clients)
    assert [problem.line for problem in settings.problems] == [line]


def test_a_list_that_is_never_closed_costs_what_follows_it():
    """Nobody can tell where it was meant to end; what comes before it runs."""
    settings = read(f"{FIRST}\n[[clients]]\npath_map = [\n{SECOND}")
    assert [config.id for config in settings.clients] == ["first"]
    assert len(settings.problems) == 1


def test_a_text_that_is_never_closed_is_told_where_it_begins():
    """Not where the file ends, which may be far below."""
    settings = read(f'{FIRST}\n[[clients]]\nid = "nas"\nname = """\nNAS\n{SECOND}')
    assert [config.id for config in settings.clients] == ["first"]
    assert [problem.line for problem in settings.problems] == [8]


def test_a_mistake_before_the_first_section_costs_no_client():
    """The clients run with what is usual."""
    settings = read(f"refresh_seconds = \n{SECOND}")
    assert [config.id for config in settings.clients] == ["good"]
    assert [problem.line for problem in settings.problems] == [1]


def test_brackets_inside_a_text_begin_no_section():
    """Only a line that TOML reads as a header is one."""
    inner = '[[clients]]\nid = "inner"\n'
    settings = read(f'note = """\n{inner}"""\nrefresh_seconds = 0\n{client(kind="3")}')
    assert [problem.line for problem in settings.problems] == [5, 8]


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path):
    """Such as one saved by an old editor."""
    file = tmp_path / "config.toml"
    file.write_bytes(FIRST.encode() + 'name = "B\u00fcro"\n'.encode("latin-1"))
    settings = load(file)
    assert settings.clients == ()
    assert [problem.line for problem in settings.problems] == [5]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path):
    """An editor on Windows puts them in."""
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xef\xbb\xbf" + (FIRST + client(kind="3")).replace("\n", "\r\n").encode())
    settings = load(file)
    assert [config.id for config in settings.clients] == ["first"]
    assert [problem.line for problem in settings.problems] == [7]


def test_a_file_that_can_not_be_read_is_told(tmp_path):
    """The reason is the system's; there is no line."""
    (tmp_path / "config.toml").mkdir()
    settings = load(tmp_path / "config.toml")
    (problem,) = settings.problems
    assert problem.line is None
    assert "Is a directory" in problem.sentence


def test_reading_changes_nothing(tmp_path):
    """A file with mistakes is kept as it is, to the byte."""
    file = tmp_path / "config.toml"
    file.write_text(GOOD + "x = [")
    file.chmod(0o440)
    before = file.read_bytes(), stat.S_IMODE(file.stat().st_mode), {*tmp_path.iterdir()}
    assert load(file).problems
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode), {*tmp_path.iterdir()}) == before


def test_a_file_cut_anywhere_is_read_and_never_says_what_was_not_written():
    """Wherever the writing stopped, each client that runs is one that was there whole or lacks its last lines."""
    ids = {"nas", "box"}
    for end in range(len(GOOD)):
        settings = read(GOOD[:end])
        assert {config.id for config in settings.clients} <= ids
        assert all(config.url in ("http://nas.local:9091", "https://box.example/qbit") for config in settings.clients)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", ""),
        ("postgresql://desk@db.example/mydia", "postgresql+psycopg://desk@db.example/mydia"),
        ("postgres://desk:pass@db.example:5433/mydia", "postgresql+psycopg://desk:pass@db.example:5433/mydia"),
    ],
)
def test_the_database_is_the_profiles_own_or_a_postgresql(said, meant):
    assert read(f'database_url = "{said}"').database_url == meant


@pytest.mark.parametrize("wrong", ['"mysql://db/mydia"', '"postgresql://db"', "5", '"postgresql://u:s3cret@db:port/x"'])
def test_a_wrong_database_is_told_and_no_other_is_used_in_its_place(wrong):
    """What belongs to one must not get into the other; and a password is not repeated."""
    settings = read(f"refresh_seconds = 2\ndatabase_url = {wrong}\n")
    assert settings.database_url is None
    assert [problem.line for problem in settings.problems] == [2]
    assert "Until it is mended nothing is remembered" in settings.problems[0].message
    assert "s3cret" not in f"{settings} {settings.problems}"
