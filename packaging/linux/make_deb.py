"""Makes a Debian package of the bundle that PyInstaller left in build/bundle: packaging/linux/make_deb.py FOLDER.

It needs no maintainer scripts: whoever has to know of an icon, a MIME type or a menu entry watches those folders.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUNDLE = ROOT / "build" / "bundle" / "mydia-desktop"

sys.path.insert(0, str(HERE.parent))
import icons  # noqa: E402 - these lie beside this folder, and are no package
import release  # noqa: E402

HOME = Path("usr/lib/mydia-desktop")
GTK_PLUGIN = "libqgtk3.so"
"""Makes the window's file dialogs those of GNOME; where there is no GTK, Qt goes on without it."""
RECOMMENDS = (
    "desktop-file-utils",
    "gnome-keyring | libkf5wallet-bin | keepassxc",  # where passwords are kept
    "libgtk-3-0 | libgtk-3-0t64",
    "libpq5",  # a database that several desktops share
    "shared-mime-info",
    "xdg-utils",
)
DESCRIPTION = """\
One window over every download client you run
 Transmission on the NAS, qBittorrent on the seedbox, another on this computer:
 every torrent stands in one table that is as fresh as each client allows, and
 says so when it is not. And each download knows what it is for: the movie or
 the episode, and where it was found.
 .
 The package brings its own Python and Qt.
"""


def main(target: Path) -> None:
    """Build the package into ``target`` and print where it is."""
    if not BUNDLE.is_dir():
        sys.exit(f"There is no bundle in {BUNDLE}: say make package.")
    architecture = _said("dpkg", "--print-architecture").strip()
    with tempfile.TemporaryDirectory() as made:
        tree = Path(made) / "debian" / "mydia-desktop"  # where dpkg's tools look for it
        _place(tree)
        _settle(tree)
        _describe(tree, architecture)
        target.mkdir(parents=True, exist_ok=True)
        package = target / f"mydia-desktop_{release.debian_version()}_{architecture}.deb"
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(release.moment())}
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)]
        subprocess.run(build, check=True, env=environment, stdout=subprocess.DEVNULL)
    print(package)


def _place(tree: Path) -> None:
    """Everything where Debian wants it."""
    share = tree / "usr" / "share"
    shutil.copytree(BUNDLE, tree / HOME, symlinks=True)
    command = tree / "usr" / "bin" / "mydia-desktop"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/mydia-desktop/mydia-desktop")
    _write(
        share / "applications" / "mydia-desktop.desktop", (HERE / "mydia-desktop.desktop").read_text(encoding="utf-8")
    )
    _write(
        share / "metainfo" / "invalid.mydia.Desktop.metainfo.xml",
        release.filled(HERE / "mydia-desktop.metainfo.xml.in"),
    )
    _zip(share / "man" / "man1" / "mydia-desktop.1.gz", release.filled(HERE / "mydia-desktop.1.in"))
    documents = share / "doc" / "mydia-desktop"
    _write(documents / "copyright", (HERE / "copyright").read_text(encoding="utf-8"))
    _zip(documents / "changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    icons.hicolor(share / "icons" / "hicolor")


def _settle(tree: Path) -> None:
    """The same rights whatever the umask of whoever builds it."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / HOME / "mydia-desktop"
            path.chmod(0o755 if runs else 0o644)


def _describe(tree: Path, architecture: str) -> None:
    """What dpkg has to know."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    control = tree / "DEBIAN"
    control.mkdir(mode=0o755)
    linked = [path for path in files if path.is_relative_to(tree / HOME) and _is_elf(path)]
    _write(
        control / "control",
        "Package: mydia-desktop\n"
        f"Version: {release.debian_version()}\n"
        f"Architecture: {architecture}\n"
        "Maintainer: The Mydia Desktop developers <nobody@mydia.invalid>\n"
        f"Installed-Size: {size}\n"
        f"Depends: {_libraries(tree, linked)}\n"
        f"Recommends: {', '.join(RECOMMENDS)}\n"
        "Section: net\n"
        "Priority: optional\n"
        f"Description: {DESCRIPTION}",
    )
    sums = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files
    )
    _write(control / "md5sums", "".join(sums))


def _libraries(tree: Path, linked: Sequence[Path]) -> str:
    """The packages whose libraries the bundle links to."""
    _write(tree.parent / "control", "Source: mydia-desktop\n\nPackage: mydia-desktop\nArchitecture: any\n")
    inside = {str(path.parent) for path in linked}
    needed = [str(path) for path in linked if path.name != GTK_PLUGIN]
    arguments = ["-O", "--ignore-missing-info", "--warnings=0", *(f"-l{folder}" for folder in sorted(inside)), *needed]
    said = _said("dpkg-shlibdeps", *arguments, folder=tree.parent.parent)
    return said.removeprefix("shlibs:Depends=").strip()


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _zip(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


def _said(*command: str, folder: Path | None = None) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=folder).stdout


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
