"""Many invented rows, the same each time, and the time that things take."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from random import Random
from time import perf_counter

from mydia_desktop.domain.transfer import Status, Transfer
from tests.ui.shell_values import NAS, SEEDBOX, row

_STATUSES = [Status.SEEDING] * 12 + [Status.COMPLETED] * 4 + [Status.DOWNLOADING] * 3 + list(Status)


class Load:
    """``count`` rows on two clients, and changes to them."""

    def __init__(self, count: int) -> None:
        self._random = Random(7)  # noqa: S311 - the same numbers for everybody
        self.rows = [self._make(number) for number in range(count)]

    def change(self, share: float) -> list[Transfer]:
        """That share of the rows with other speeds and progress; one in fifty of them with another status."""
        chosen = self._random.sample(range(len(self.rows)), round(len(self.rows) * share))
        for place, number in enumerate(chosen):
            before = self.rows[number]
            status = self._random.choice(_STATUSES) if place % 50 == 0 else before.status
            self.rows[number] = replace(
                before, status=status, download_speed=self._random.randrange(1 << 24), progress=self._random.random()
            )
        return [self.rows[number] for number in chosen]

    def _make(self, number: int) -> Transfer:
        pick = self._random
        return row(
            pick.choice((NAS, SEEDBOX)),
            number,
            pick.choice(_STATUSES),
            name=f"{pick.choice(('Nosferatu', 'Metropolis', 'Sherlock Jr', 'Detour'))} {pick.random():.9f} 1080p",
            size=pick.randrange(1 << 36),
            download_speed=pick.randrange(1 << 24),
            upload_speed=pick.randrange(1 << 20),
            progress=pick.random(),
            ratio=pick.random() * 4,
            eta=pick.randrange(90_000),
            save_path="/srv/movies",
            tracker="tracker.example",
        )


def best(act: Callable[[], object], times: int = 5) -> float:
    """The shortest of some runs in milliseconds: the one that others on this machine disturbed least."""
    # As in the program, where what stays is frozen after each full load.
    gc.collect()
    gc.freeze()
    shortest = float("inf")
    for _ in range(times):
        start = perf_counter()
        act()
        shortest = min(shortest, perf_counter() - start)
    gc.unfreeze()
    return shortest * 1000


def report(what: str, ours: float, floor: float | None = None) -> None:
    """Print a line of the table of figures."""
    compared = "" if floor is None else f"   {ours / floor:5.2f} x {floor:.1f} ms"
    print(f"\n  {what:<58} {ours:8.1f} ms{compared}", end="")
