"""What all tests with widgets need."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mydia_desktop.ui.language import install_language


@pytest.fixture(autouse=True, scope="module")
def _own_garbage() -> Iterator[None]:
    """Widgets in the garbage are put away here: in a thread of a later test that would be the end of all tests."""
    yield
    gc.collect()


@pytest.fixture(autouse=True, scope="session")
def _language(qapp: QApplication) -> None:
    """English, as in the program: the code itself has no plural forms."""
    install_language(qapp, QLocale.c())
