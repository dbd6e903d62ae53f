"""What is packaged: the wheel works away from the checkout, and everything that names a version names the same one."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import mydia_desktop
from mydia_desktop.__main__ import _parser

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BIN = Path(sys.executable).parent


def load(path):
    """A script of ``packaging``, which is no package."""
    spec = importlib.util.spec_from_file_location(f"packaging_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


release = load(PACKAGING / "release.py")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    made = tmp_path_factory.mktemp("dist")
    # Through the sources, as uv build and python -m build make it: what those lack, the wheel lacks.
    subprocess.run([BIN / "hatchling", "build", "--target", "sdist", "--directory", made], cwd=ROOT, check=True)
    subprocess.run(["tar", "-x", "-f", next(made.glob("*.tar.gz")), "-C", made], check=True)
    sources = next(path for path in made.iterdir() if path.is_dir())
    subprocess.run([BIN / "hatchling", "build", "--target", "wheel", "--directory", made], cwd=sources, check=True)
    return next(made.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """A command that runs the wheel, in an environment of its own that has only what the wheel asks for beside it."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--no-compile", wheel]
    subprocess.run([*map(str, pip)], check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.strip()
    # As a path, not as a site: so the checkout's own editable installation is not found there.
    (Path(folder) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment / "bin" / "mydia-desktop"


def run(*command, **environment):
    """Its output; it has to end well, and say nothing on standard error."""
    ended = subprocess.run(
        [*map(str, command)],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "COLUMNS": "200"} | environment,
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = [line for line in ended.stderr.splitlines() if not line.startswith("Qt: This plugin does not support")]
    assert (ended.returncode, said) == (0, [])
    return ended.stdout


def test_the_wheel_holds_what_the_program_needs_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = {str(path.relative_to(ROOT)) for path in (ROOT / "mydia_desktop").rglob("*.py")}
    resources = {
        f"mydia_desktop/{path.relative_to(ROOT)}" for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    metadata = {name for name in names if ".dist-info/" in name}
    assert names == package | resources | metadata
    assert any(name.endswith("/licenses/LICENSE") for name in metadata)


def test_the_sources_hold_their_tests_and_what_they_are_packaged_with(wheel):
    sources = next(path for path in wheel.parent.iterdir() if path.is_dir())
    for needed in (
        "Makefile",
        "requirements.lock",
        "packaging/linux-packages",
        "tests/conftest.py",
        "docs/user-guide.md",
    ):
        assert (sources / needed).is_file(), needed
    assert os.access(sources / "packaging" / "linux-packages", os.X_OK)


def test_the_wheel_runs_in_an_environment_of_its_own(installed, tmp_path):
    assert run(installed, "--version") == f"mydia-desktop {mydia_desktop.__version__}\n"
    assert "--snapshot" in run(installed, "--help")
    assert '"transfers": []' in run(installed, "--snapshot", "--profile", tmp_path / "profile")
    assert (tmp_path / "profile" / "mydia.sqlite3").is_file(), "the migrations came along"


def test_a_snapshot_is_the_first_thing_somebody_may_ask_for(installed, tmp_path):
    """Before any window has made the folders of the person's own profile."""
    assert '"transfers": []' in run(installed, "--snapshot", HOME=str(tmp_path))
    assert (tmp_path / ".local" / "share" / "mydia-desktop" / "mydia.sqlite3").is_file()


def test_the_window_of_the_wheel_opens_with_its_own_icons_and_fonts(installed, tmp_path):
    """In the wheel's Python, with the event loop's own quit as soon as the window is on the screen."""
    script = """
import sys
from pathlib import Path
import mydia_desktop
assert Path(mydia_desktop.__file__).is_relative_to(sys.prefix), mydia_desktop.__file__
from mydia_desktop.app import window
from mydia_desktop.config.profile import Profile
from mydia_desktop.ui.main_window import MainWindow
from mydia_desktop.ui.resources import RESOURCES
assert RESOURCES.is_relative_to(sys.prefix), RESOURCES
assert (RESOURCES / "translations" / "mydia_desktop_de.qm").is_file()
shown = MainWindow.showEvent
def and_quit(self, event):
    shown(self, event)
    print("shown", not self.windowIcon().isNull())
    self.quit_requested.emit()
MainWindow.showEvent = and_quit
sys.exit(window.run_window(Profile.at(Path(sys.argv[1])), []))
"""
    python, profile = installed.parent / "python", tmp_path / "profile"
    profile.mkdir()
    (profile / "window.ini").write_text("[window-1]\nfirst_run=skipped\n")
    assert run(python, "-c", script, profile, QT_QPA_PLATFORM="offscreen") == "shown True\n"


def test_one_version_is_named_everywhere(wheel):
    version = mydia_desktop.__version__
    assert release.version() == version
    assert f"-{version}-" in wheel.name
    manual = release.filled(PACKAGING / "linux" / "mydia-desktop.1.in")
    assert manual.startswith(f'.TH MYDIA-DESKTOP 1 "{release.date()}" "Mydia Desktop {version}"')
    metainfo = release.filled(PACKAGING / "linux" / "mydia-desktop.metainfo.xml.in")
    assert f'<release version="{version}" date="{release.date()}"/>' in metainfo
    newest = re.search(
        r"^## \[(.+?)\](?: - (\S+))?$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert newest.groups() == (("Unreleased", None) if "dev" in version else (version, release.date()))


@pytest.mark.parametrize(
    ("version", "debian"), [("0.1.0", "0.1.0"), ("0.2.0.dev0", "0.2.0~dev0"), ("0.2.0rc1", "0.2.0~rc1")]
)
def test_what_comes_before_a_release_comes_before_it_for_dpkg_too(version, debian, monkeypatch):
    monkeypatch.setattr(release, "version", lambda: version)
    assert release.debian_version() == debian
    older = subprocess.run(["dpkg", "--compare-versions", debian, "le", version.split(".dev")[0]], check=False)
    assert older.returncode == 0


def test_the_manual_names_every_option_and_nothing_else():
    manual = (PACKAGING / "linux" / "mydia-desktop.1.in").read_text(encoding="utf-8").replace("\\-", "-")
    section = manual.split(".SH OPTIONS")[1].split(".SH")[0]
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", section))
    assert named == {option for action in _parser()._actions for option in action.option_strings}


def test_the_manual_is_set_without_a_warning(tmp_path):
    page = tmp_path / "mydia-desktop.1"
    page.write_text(release.filled(PACKAGING / "linux" / "mydia-desktop.1.in"), encoding="utf-8")
    assert "SYNOPSIS" in run("man", "--warnings", "-l", page, MANWIDTH="100")


def test_the_desktop_entry_is_valid_and_its_handlers_are_in_the_metadata():
    entry = PACKAGING / "linux" / "mydia-desktop.desktop"
    assert run("desktop-file-validate", entry) == ""
    handled = re.search(r"^MimeType=(.+);$", entry.read_text(encoding="utf-8"), re.MULTILINE)[1].split(";")
    metainfo = (PACKAGING / "linux" / "mydia-desktop.metainfo.xml.in").read_text(encoding="utf-8")
    assert re.findall(r"<mediatype>(.+)</mediatype>", metainfo) == handled


def test_the_metadata_of_software_centres_is_valid(tmp_path):
    file = tmp_path / "invalid.mydia.Desktop.metainfo.xml"
    file.write_text(release.filled(PACKAGING / "linux" / "mydia-desktop.metainfo.xml.in"), encoding="utf-8")
    assert "successful" in run("appstreamcli", "validate", "--no-net", file)
