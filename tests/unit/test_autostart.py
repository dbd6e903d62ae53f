"""Starting with the desktop session: one entry, that comes and goes."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from mydia_desktop.workflows.autostart import Autostart, autostart


def entry(tmp_path, *arguments: str, program: str = "/usr/bin/mydia-desktop") -> Autostart:
    made = autostart(arguments, environment={"XDG_CONFIG_HOME": str(tmp_path)}, program=program)
    assert made is not None
    return made


def test_the_entry_comes_and_goes(tmp_path):
    made = entry(tmp_path)
    assert not made.is_on()
    made.set_on(on=True)
    assert made.is_on()
    assert "\nExec=/usr/bin/mydia-desktop\n" in (tmp_path / "autostart" / "mydia-desktop.desktop").read_text()
    made.set_on(on=False)
    made.set_on(on=False)
    assert not made.is_on()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_a_desktop_switched_off_is_off(tmp_path, line):
    made = entry(tmp_path)
    made.set_on(on=True)
    made.file.write_text(f"[Desktop Entry]\nType=Application\nExec=x\n{line}\n")
    assert not made.is_on()


def test_a_path_with_anything_in_it_is_one_argument_to_the_session(tmp_path):
    made = entry(tmp_path, "--profile", '/home/a b/"50%" $HOME\\x')
    made.set_on(on=True)
    assert r'Exec=/usr/bin/mydia-desktop --profile "/home/a b/\\"50%%\\" \\$HOME\\\\x"' in made.file.read_text()
    validate = shutil.which("desktop-file-validate")
    if validate:
        subprocess.run([validate, made.file], check=True)


def test_it_is_not_offered_without_a_program_to_name(tmp_path):
    assert autostart((), environment={"XDG_CONFIG_HOME": str(tmp_path)}, program="mydia-desktop") is None
