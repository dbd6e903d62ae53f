"""Where things lie."""

from __future__ import annotations

import stat
from pathlib import Path

from mydia_desktop.config.profile import Profile


def test_a_named_folder_holds_everything(tmp_path):
    """``--profile DIR`` leaves nothing anywhere else."""
    profile = Profile.at(tmp_path / "mine")
    for place in (profile.config_file, profile.log_dir, profile.window_state_file, profile.lock_file):
        assert place.is_relative_to(tmp_path / "mine")
    assert profile.config_file == tmp_path / "mine" / "config.toml"


def test_without_a_named_folder_the_platform_says_where(tmp_path, monkeypatch):
    """Settings, logs and state go where this system keeps such things."""
    for variable, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
        monkeypatch.setenv(variable, str(tmp_path / folder))
    profile = Profile.default()
    assert profile.config_file == tmp_path / "config" / "mydia-desktop" / "config.toml"
    assert profile.window_state_file.is_relative_to(tmp_path / "state" / "mydia-desktop")
    assert profile.log_dir.is_relative_to(tmp_path / "state" / "mydia-desktop")


def test_nothing_is_made_before_it_is_needed_and_then_for_nobody_else(tmp_path):
    """Asking where things lie writes nothing; what is made can be entered by its owner only."""
    profile = Profile.at(tmp_path / "deep" / "mine")
    assert not (tmp_path / "deep").exists()
    profile.create()
    for folder in (tmp_path / "deep", profile.config_dir, profile.log_dir):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    profile.create()


def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    """A person who shares their settings folder on purpose goes on doing so."""
    (tmp_path / "mine").mkdir(mode=0o755)
    Profile.at(tmp_path / "mine").create()
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o755


def test_a_profile_has_one_id_however_it_is_spelt(tmp_path, monkeypatch):
    """Keyring entries and the second start find it again; another profile has another."""
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    mine = Profile.at(tmp_path / "mine")
    assert {Profile.at(Path("mine")).id, Profile.at(tmp_path / "link" / "mine").id} == {mine.id}
    assert Profile.at(tmp_path / "other").id != mine.id
    assert mine.id in mine.lock_name
