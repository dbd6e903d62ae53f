"""A private desktop for the programs of these tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop, run_desktop


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """An empty desktop with nothing running on it."""
    with run_desktop(tmp_path / "home") as desktop:
        yield desktop
