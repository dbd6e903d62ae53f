"""What all tests with widgets need."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def _own_garbage() -> Iterator[None]:
    """Widgets in the garbage are put away here: in a thread of a later test that would be the end of all tests."""
    yield
    gc.collect()
