"""Real file systems, small ones, mounted for a test."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.importing.files import CONTENT

Mount = Callable[..., Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mount another file system at a folder, of so many bytes. All are let go of with the test."""
    mounted: list[Path] = []

    def mount(name: str, *, size: int = 64 << 20) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], check=True)
        mounted.append(folder)
        return folder

    yield mount
    for folder in reversed(mounted):
        subprocess.run(["umount", folder], check=True)


def read_only(folder: Path) -> None:
    """Nothing can be written there any more."""
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)


@pytest.fixture
def downloads(tmp_path):
    folder = tmp_path / "downloads"
    (folder / "film").mkdir(parents=True)
    (folder / "film/film.mkv").write_bytes(CONTENT)
    return folder


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "library"
    folder.mkdir()
    return folder
