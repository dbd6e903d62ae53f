"""Gathers the licences of everything that a bundle has in it. Called by mydia-desktop.spec."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

TEXTS = Path(__file__).resolve().parent / "licences"
GPL = TEXTS.parent.parent / "LICENSE"

# Wheels that carry no licence text, or libraries whose texts they do not carry.
ADDED = {
    "libtorrent": ("libtorrent.txt", "Boost.txt", "Apache-2.0.txt"),  # with Boost and OpenSSL inside
    "PySide6_Essentials": ("Qt.txt", "LGPL-3.0.txt", "ICU.txt"),
    "shiboken6": ("Qt.txt", "LGPL-3.0.txt"),
}


def of_bundle(modules: Iterable[str], folder: Path) -> None:
    """Write a folder for each distribution that one of these modules belongs to, and an index of all.

    Raises:
        LookupError: one has no licence text, neither of its own nor here.
    """
    known = packages_distributions()
    tops = {re.split(r"[/\\.]", module)[0] for module in modules}
    names = sorted({name for top in tops for name in known.get(top, ())} - {"mydia-desktop"}, key=str.lower)
    lines = [_python(folder / "Python"), _bootloader(folder / "PyInstaller")]
    lines += [_copied(distribution(name), folder / name) for name in names]
    (folder / "INDEX").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _copied(found: Distribution, folder: Path) -> str:
    own = [
        file
        for file in found.files or ()
        if re.search(r"\.dist-info/.*(licen[cs]e|copying|notice|authors)", str(file), re.IGNORECASE)
    ]
    texts = {file.name: file.read_binary() for file in own}
    texts |= {name: (TEXTS / name).read_bytes() for name in ADDED.get(found.name, ())}
    if not texts:
        raise LookupError(f"{found.name} comes without a licence; add its text to {TEXTS} and its name to ADDED")
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text)
    terms = found.metadata.get("License-Expression") or found.metadata.get("License") or "see its folder"
    return f"{found.name} {found.version}: {terms.splitlines()[0]}"


def _python(folder: Path) -> str:
    folder.mkdir(parents=True)
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    text = next(place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file())
    (folder / text.name).write_bytes(text.read_bytes())
    return f"Python {sys.version.split()[0]}: PSF-2.0"


def _bootloader(folder: Path) -> str:
    found = distribution("pyinstaller")
    folder.mkdir(parents=True)
    (folder / "COPYING.txt").write_bytes(next(f for f in found.files or () if f.name == "COPYING.txt").read_binary())
    return f"PyInstaller's bootloader {found.version}: GPL-2.0-or-later with an exception for what it starts"
