"""The tables of config.toml that are about the whole program: read, told where wrong, and written back."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.config.general_rules import GeneralRules
from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.config.notification_rules import NotificationRules
from mydia_desktop.config.preferences import Preferences, RecordRules
from mydia_desktop.config.saving import SettingsFile
from mydia_desktop.config.settings import load, read

EVERYTHING = Preferences(
    appearance=AppearanceRules(
        theme="dark", accent="#b3261e", font="inter", units="decimal", reduce_motion=True, hide_stale_after=None
    ),
    records=RecordRules(adopt_automatically=True),
    importing=ImportRules(
        folder="/mnt/media",
        method=Method.COPY,
        movies="{title}",
        shows="{show}/{season}/{episode}",
        remove_when_seeded=True,
        command=("/usr/bin/notify", "a word", "“two”", "$HOME; rm"),
    ),
    notifications=NotificationRules(completed=False, failed=False, imported=True, unreachable=False),
    general=GeneralRules(close_to_tray=False, start_hidden=True, log_level="debug"),
    shortcuts={"pause": "Ctrl+P; F8", "resume": ""},
)


def save(path, preferences) -> None:
    SettingsFile(path).save((), preferences, removed=[])


@pytest.mark.parametrize("before", ["", '# mine\n[import]\nfolder = "/old"  # for now\nmine = 1\n'])
def test_everything_that_can_be_set_is_written_and_read_again(tmp_path, before):
    """No part is at its usual value here, so none can be forgotten."""
    for part in ("appearance", "records", "importing", "notifications", "general"):
        chosen, usual = getattr(EVERYTHING, part), getattr(Preferences(), part)
        assert all(getattr(chosen, key.name) != getattr(usual, key.name) for key in fields(chosen))
    path = tmp_path / "config.toml"
    path.write_text(before)
    save(path, EVERYTHING)
    assert load(path).preferences == EVERYTHING
    assert load(path).problems == ()
    if before:
        assert path.read_text().startswith('# mine\n[import]\nfolder = "/mnt/media"  # for now\nmine = 1\n')


def test_a_command_is_written_on_one_line_as_a_person_would(tmp_path):
    path = tmp_path / "config.toml"
    save(path, Preferences(importing=ImportRules(command=("mail", "-s", "It's here"))))
    assert 'command = ["mail", "-s", "It\'s here"]\n' in path.read_text()


def test_only_what_is_unusual_is_written(tmp_path):
    path = tmp_path / "config.toml"
    save(path, Preferences(notifications=NotificationRules(imported=True)))
    assert path.read_text() == "[notifications]\nimported = true\n"


def test_a_shortcut_that_is_as_usual_again_leaves_the_file(tmp_path):
    """What other versions call theirs stays."""
    path = tmp_path / "config.toml"
    path.write_text('[shortcuts]\npause = "Ctrl+P"  # mine\nfrom_the_future = "F9"\n')
    said = load(path).preferences
    assert said.shortcuts == {"pause": "Ctrl+P", "from_the_future": "F9"}
    save(path, replace(said, shortcuts={"from_the_future": "F9", "resume": ""}))
    assert path.read_text() == '[shortcuts]\nfrom_the_future = "F9"\nresume = ""\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("import = 3\n", 1, "import is a section: [import]."),
        ('[import]\nfolder = "media"\n', 2, "from the root on, such as “/mnt/media”; none is used."),
        ('[import]\nfolder = "/a\\u0000b"\n', 2, "text on one line"),
        ('[import]\nmethod = "symlink"\n', 2, "one of hardlink, copy, move; “hardlink” is used."),
        ("[import]\n\nmovies = 1\n", 3, "movies is text on one line, in quotation marks; “Movies/"),
        ('[import]\nremove_when_seeded = "no"\n', 2, "false is used."),
        ('[import]\ncommand = "rm -rf /"\n', 2, "a list of the program and its arguments"),
        ('[import]\ncommand = ["", "x"]\n', 2, "none is used."),
        ('[import]\ncommand = ["a\\u0000"]\n', 2, "none is used."),
        ("[import]\ncommand = [1]\n", 2, "none is used."),
        ("[notifications]\nfailed = 1\n", 2, "failed is true or false, without quotation marks; true is used."),
        ('[general]\nlog_level = "all"\n', 2, "one of warning, info, debug; “info” is used."),
        ('[appearance]\naccent = "blue"\n', 2, "“system” or a colour such as “#2563d6”; “system” is used."),
        ("[shortcuts]\npause = 3\n", 2, "pause is text such as “Ctrl+P”, in quotation marks; the usual keys are used."),
        ("shortcuts = []\n", 1, "shortcuts is a section: [shortcuts]."),
    ],
)
def test_what_makes_no_sense_is_told_with_its_line_and_the_usual_is_in_force(text, line, words):
    settings = read(text)
    (problem,) = settings.problems
    assert problem.line == line
    assert words in problem.message
    assert settings.preferences == Preferences()


def test_one_wrong_key_takes_nothing_from_the_others():
    said = read('[import]\nfolder = "/mnt/media"\nmethod = 3\nremove_when_seeded = true\n').preferences
    assert said.importing == ImportRules(folder="/mnt/media", remove_when_seeded=True)
