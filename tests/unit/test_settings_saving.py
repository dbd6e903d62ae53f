"""config.toml as it is written: what the person wrote stays where it was."""

from __future__ import annotations

import os
import stat
from dataclasses import replace

import pytest

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.config.atomic_file import replace_file
from mydia_desktop.config.clients import Binding, ClientConfig
from mydia_desktop.config.preferences import Preferences, RecordRules
from mydia_desktop.config.saving import SettingsFile
from mydia_desktop.config.settings import SettingsNotSavedError, load
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId

WRITTEN = """\
# Mydia Desktop, my own words
refresh_seconds = 2
database_url = ""    # not yet
foreign = [1, 2]

# the attic
[[clients]]
id = "nas"  # for good
kind = "transmission"
name = "NAS"          # what I call it
url = "http://NAS.local:9091/"
mine = 3

# --- rented ---

# not mended yet
[[clients]]
id = "old"
kind = "sabnzbd"
url = "http://old"

[[clients]]
id = "box"
kind = "qbittorrent"
name = "Seedbox"
url = "https://box.example/qbit"
[[clients.path_map]]
remote = "/data"   # over there
local = "/mnt/box"

# how it looks
[appearance]
theme = "dark"  # at night too

[somebody.else]
text = \"\"\"
[[clients]]
\"\"\"
# the end
"""

SEEDBOX_2 = ClientConfig(
    id=ClientId("box-2"), kind="qbittorrent", name="Büro \u201cbox\u201d", url="http://[::1]:8080", refresh_seconds=2.0
)


@pytest.fixture
def file(tmp_path):
    """A config.toml with everything a person puts into one."""
    path = tmp_path / "config.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def save(path, *, clients=None, preferences=None, removed=()):
    """Save what is given, and as it was what is not."""
    settings = load(path)
    SettingsFile(path).save(
        settings.clients if clients is None else clients,
        settings.preferences if preferences is None else preferences,
        removed=removed,
    )


def changed_lines(path):
    """What became of the lines: those that are gone, and those that came."""
    before, after = WRITTEN.splitlines(), path.read_text(encoding="utf-8").splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_saving_what_is_there_changes_no_byte(file):
    """Another spelling of the same address is the person's own."""
    save(file)
    assert file.read_text(encoding="utf-8") == WRITTEN


def test_one_change_changes_one_line(file):
    """The comment on that line stays, too."""
    nas, box = load(file).clients
    save(file, clients=[replace(nas, name="Attic"), box])
    assert changed_lines(file) == (
        ['name = "NAS"          # what I call it'],
        ['name = "Attic"          # what I call it'],
    )


def test_a_file_that_begins_with_a_client_stays_one_client(tmp_path):
    """There need not be anything before the first section."""
    path = tmp_path / "config.toml"
    save(path, clients=[SEEDBOX_2])
    save(path, clients=[replace(SEEDBOX_2, name="Attic")])
    assert path.read_text().count("[[clients]]") == 1
    assert [config.name for config in load(path).clients] == ["Attic"]


def test_what_a_client_did_not_say_so_far_is_added_to_its_section(file):
    """Not below a comment that is about the next one."""
    nas, box = load(file).clients
    save(file, clients=[replace(nas, enabled=False, ca_file="/etc/ca.pem"), box])
    text = file.read_text(encoding="utf-8")
    assert 'mine = 3\nenabled = false\nca_file = "/etc/ca.pem"\n\n# --- rented ---\n' in text
    assert load(file).clients[0].enabled is False


def test_what_a_client_no_longer_has_goes(file):
    """A key that says nothing is not left behind."""
    nas, box = load(file).clients
    save(file, clients=[nas, replace(box, path_map=())])
    assert load(file).clients == (nas, replace(box, path_map=()))
    assert "path_map" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("which", [0, 1])
def test_folders_can_be_changed_however_they_were_written(file, which):
    """In a list, or as tables of their own."""
    clients = list(load(file).clients)
    folders = (PathMapping(remote="/a", local="/b"), PathMapping(remote="D:\\", local="/mnt/d"))
    clients[which] = replace(clients[which], path_map=folders)
    save(file, clients=clients)
    assert load(file).clients == tuple(clients)


def test_a_new_client_is_written_after_the_others_with_what_is_not_usual(file):
    """The usual values are not repeated, and what follows the clients still does."""
    save(file, clients=[*load(file).clients, SEEDBOX_2])
    text = file.read_text(encoding="utf-8")
    added = '[[clients]]\nid = "box-2"\nkind = "qbittorrent"\nname = "Büro “box”"\nurl = "http://[::1]:8080"\n'
    assert f'local = "/mnt/box"\n\n{added}\n# how it looks\n[appearance]\n' in text
    assert load(file).clients[-1] == SEEDBOX_2
    assert changed_lines(file)[0] == []


def test_a_removed_client_takes_its_section_and_nothing_else(file):
    """Its own comment goes with it; a heading between the sections does not."""
    nas, box = load(file).clients
    save(file, clients=[box], removed=[nas.id])
    text = file.read_text(encoding="utf-8")
    assert "nas" not in text
    assert "the attic" not in text
    assert "foreign = [1, 2]\n\n# --- rented ---\n\n# not mended yet\n[[clients]]\n" in text
    assert load(file).clients == (box,)


def test_the_comment_a_file_begins_with_is_about_the_file(tmp_path):
    """It stays when the client below it goes."""
    path = tmp_path / "config.toml"
    path.write_text('# mine\n# and only mine\n[[clients]]\nid = "a"\nkind = "transmission"\nurl = "http://a"\n')
    save(path, clients=[], removed=[ClientId("a")])
    assert path.read_text() == "# mine\n# and only mine\n"


def test_a_section_that_can_not_be_read_stays_as_it_is(file):
    """Also when every other client goes."""
    save(file, clients=[], removed=[config.id for config in load(file).clients])
    assert '# not mended yet\n[[clients]]\nid = "old"\nkind = "sabnzbd"\nurl = "http://old"\n' in file.read_text()
    assert [problem.message for problem in load(file).problems] != []


def test_a_client_written_in_by_hand_meanwhile_stays(file):
    """Only who removes a client takes it out."""
    nas, box = load(file).clients
    file.write_text(WRITTEN + '[[clients]]\nid = "new"\nkind = "transmission"\nurl = "http://new"\n', encoding="utf-8")
    save(file, clients=[replace(nas, name="Attic"), box])
    assert [config.id for config in load(file).clients] == ["nas", "box", "new"]


def test_the_first_save_makes_file_and_folder_for_nobody_else(tmp_path):
    """Nobody else needs to know which clients there are."""
    path = tmp_path / "mydia" / "config.toml"
    save(path, clients=[SEEDBOX_2], preferences=Preferences(appearance=AppearanceRules(hide_stale_after=None)))
    assert load(path).clients == (SEEDBOX_2,)
    assert load(path).preferences == Preferences(appearance=AppearanceRules(hide_stale_after=None))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_preferences_go_where_they_are(file):
    """A comment beside the value stays; a value that is usual is not written for the first time."""
    save(file, preferences=Preferences(appearance=AppearanceRules(theme="light", units="decimal")))
    assert '[appearance]\ntheme = "light"  # at night too\nunits = "decimal"\n\n[somebody.else]' in file.read_text()


@pytest.mark.parametrize("text", ['appearance.theme = "dark"\n', 'appearance = { theme = "dark" }\n', ""])
def test_preferences_can_be_changed_however_they_were_written(tmp_path, text):
    """Without any, a section is added at the end."""
    path = tmp_path / "config.toml"
    path.write_text(f'# mine\n{text}\n[[clients]]\nid = "a"\nkind = "transmission"\nurl = "http://a"')
    chosen = Preferences(appearance=AppearanceRules(theme="light", hide_stale_after=60.0))
    save(path, preferences=chosen)
    assert load(path).preferences == chosen
    assert load(path).problems == ()
    assert len(load(path).clients) == 1


def test_a_wrong_preference_is_mended_by_choosing_one(tmp_path):
    """Whoever saves has seen what is used in its place."""
    path = tmp_path / "config.toml"
    path.write_text('[appearance]\ntheme = "pink"\n')
    save(path)
    assert load(path).problems == ()


def test_a_setting_of_another_table_goes_into_a_table_of_its_own(file):
    """It is taken back where it stands."""
    save(
        file,
        preferences=Preferences(
            appearance=AppearanceRules(theme="dark"), records=RecordRules(adopt_automatically=True)
        ),
    )
    assert "\n[records]\nadopt_automatically = true\n" in file.read_text()
    assert 'theme = "dark"  # at night too' in file.read_text()
    save(file, preferences=Preferences(appearance=AppearanceRules(theme="dark")))
    assert file.read_text().count("adopt_automatically") == 1
    assert not load(file).preferences.records.adopt_automatically


def bind(path, **uuids):
    """Write down which clients of the database these are, as the program does by itself."""
    SettingsFile(path).bind(
        {ClientId(client): Binding(uuid, f"http://{client}:9091") for client, uuid in uuids.items()}
    )


def test_what_the_program_finds_out_is_added_and_nothing_else_changes(file):
    """Nobody asked for it, so not even a mistake of somebody's is mended on the way."""
    file.write_text(WRITTEN.replace('"dark"', '"pink"'), encoding="utf-8")
    bind(file, nas="11-aa")
    added = 'mine = 3\nuuid = "11-aa"\nuuid_url = "http://nas:9091"\n'
    assert file.read_text(encoding="utf-8") == WRITTEN.replace('"dark"', '"pink"').replace("mine = 3\n", added)
    nas, box = load(file).clients
    assert (nas.uuid, nas.uuid_url, box.uuid) == ("11-aa", "http://nas:9091", None)


def test_a_client_that_is_not_in_the_file_any_more_is_not_written_back(file):
    """Somebody took it out by hand meanwhile."""
    bind(file, gone="22-bb")
    assert file.read_text(encoding="utf-8") == WRITTEN


def test_what_was_changed_by_hand_meanwhile_stays(file):
    """Only the binding is the program's."""
    file.write_text(WRITTEN.replace('"NAS" ', '"Attic" '), encoding="utf-8")
    bind(file, nas="11-aa", box="22-bb")
    assert [(config.name, config.uuid) for config in load(file).clients] == [("Attic", "11-aa"), ("Seedbox", "22-bb")]


def test_a_binding_that_can_not_be_written_is_told(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[[clients]]\nid = "nas"\nkind = "transmission"\nurl = "http://nas:9091"\nname = "half')
    with pytest.raises(SettingsNotSavedError, match="mistake in line"):
        bind(path, nas="11-aa")


def test_clients_in_one_list_become_sections(tmp_path):
    """So do those in it that can't be read, as they are."""
    path = tmp_path / "config.toml"
    path.write_text(
        'clients = [{ id = "a", kind = "transmission", url = "http://a", mine = 1 }, { id = "b" }]\n# end\n'
    )
    save(path, clients=[*load(path).clients, SEEDBOX_2])
    assert [config.id for config in load(path).clients] == ["a", "box-2"]
    assert 'mine = 1\n\n[[clients]]\nid = "b"\n' in path.read_text()
    assert "# end" in path.read_text()


def test_a_header_in_quotation_marks_is_the_same_header(tmp_path):
    """Few write it so, but it is TOML."""
    path = tmp_path / "config.toml"
    path.write_text('[["clients"]]\nid = "box-2"\nkind = "transmission"\nurl = "http://a"\n')
    save(path, clients=[SEEDBOX_2])
    assert load(path).clients == (SEEDBOX_2,)


def test_windows_line_ends_and_the_byte_order_mark_stay(tmp_path):
    """The editor that wrote them goes on showing the file as before."""
    path = tmp_path / "config.toml"
    whole = b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode()
    path.write_bytes(whole)
    nas, box = load(path).clients
    save(path, clients=[replace(nas, name="Attic"), box])
    assert path.read_bytes() == whole.replace(b'"NAS"', b'"Attic"')


@pytest.mark.parametrize("broken", ['name = "half', "x = [1,\n", "[[clients]\n"])
def test_a_file_that_can_not_be_parsed_is_never_written_over(file, broken):
    """Someone is in the middle of editing it, or it was cut: every byte of it may be needed."""
    clients = load(file).clients
    file.write_text(WRITTEN + broken)
    with pytest.raises(SettingsNotSavedError, match="mistake in line"):
        save(file, clients=clients)
    assert file.read_text() == WRITTEN + broken


def test_a_file_that_is_not_utf8_is_never_written_over(tmp_path):
    """Nor is one that can't be read at all."""
    path = tmp_path / "config.toml"
    path.write_bytes(b"# B\xfcro\n")
    with pytest.raises(SettingsNotSavedError, match="UTF-8"):
        save(path, clients=[SEEDBOX_2])
    assert path.read_bytes() == b"# B\xfcro\n"
    with pytest.raises(SettingsNotSavedError, match="Is a directory"):
        SettingsFile(tmp_path).save([SEEDBOX_2], Preferences(), removed=[])


def test_clients_written_in_another_way_are_never_written_over(tmp_path):
    """``[clients]`` is somebody's mistake, not our list."""
    path = tmp_path / "config.toml"
    path.write_text('[clients]\nid = "nas"\n')
    with pytest.raises(SettingsNotSavedError):
        save(path, clients=[SEEDBOX_2])
    assert path.read_text() == '[clients]\nid = "nas"\n'


def test_a_folder_that_can_not_be_written_leaves_the_file_as_it_was(tmp_path):
    """And no half of a new one beside it."""
    path = tmp_path / "config.toml"
    path.symlink_to("/proc/config.toml")
    with pytest.raises(SettingsNotSavedError, match="can't be written"):
        save(path, clients=[SEEDBOX_2])
    assert [*tmp_path.iterdir()] == [path]


def test_what_could_not_be_put_in_place_is_cleared_away(tmp_path):
    """The new content is not left lying around beside the old."""
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        replace_file(tmp_path / "config.toml", b"new", mode=0o600)
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


def test_a_link_stays_a_link(tmp_path):
    """People keep their settings in a repository and link to them."""
    (tmp_path / "dotfiles").mkdir()
    real, link = tmp_path / "dotfiles" / "mydia.toml", tmp_path / "config.toml"
    real.write_text(WRITTEN)
    link.symlink_to(real)
    save(link, clients=[*load(link).clients, SEEDBOX_2])
    assert link.readlink() == real
    assert load(real).clients[-1] == SEEDBOX_2
    assert [*real.parent.iterdir()] == [real]


def test_the_mode_stays_until_a_password_is_inside(file):
    """Then nobody else may read it."""
    nas, box = load(file).clients
    file.chmod(0o644)
    save(file, clients=[replace(nas, name="Attic"), box])
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    save(file, clients=[replace(nas, password="hunter2"), box])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_readers_see_the_old_file_or_the_new_one(file):
    """Whoever has it open goes on reading the old one whole: it is replaced, not rewritten."""
    with file.open(encoding="utf-8") as reader:
        save(file, clients=[*load(file).clients, SEEDBOX_2])
        assert reader.read() == WRITTEN
    assert os.listdir(file.parent) == ["config.toml"]  # noqa: PTH208 - the names are the point
