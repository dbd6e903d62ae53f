"""Tells what happened to whoever tells people."""

from __future__ import annotations

from collections.abc import Callable

from mydia_desktop.domain.happening import Happening


class Happenings:
    """What the workflows notice by themselves, each told once."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Happening], None]] = []

    def listen(self, heard: Callable[[Happening], None]) -> None:
        """Call this with everything that happens from now on."""
        self._listeners.append(heard)

    def tell(self, happening: Happening) -> None:
        """Hand it on."""
        for heard in self._listeners:
            heard(happening)
