"""The Debian that the package is tried in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.debian import ROOT, Debian, new_debian


@pytest.fixture(scope="session")
def package() -> Path:
    """The newest package in dist."""
    return max((ROOT / "dist").glob("mydia-desktop_*.deb"), key=lambda file: file.stat().st_mtime)


@pytest.fixture(scope="session")
def debian() -> Iterator[Debian]:
    """A bare Debian."""
    with new_debian() as debian:
        yield debian
