"""Adds what is ready, one after the other, and keeps what became of each on its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from mydia_desktop.domain.command import Outcome
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.add.basket import Basket
from mydia_desktop.ui.add.item import Item, Stage
from mydia_desktop.ui.add.work import Additions
from mydia_desktop.workflows.additions import Wanted

_STAGES = {
    Outcome.ACCEPTED: Stage.ADDED,
    Outcome.REFUSED: Stage.FAILED,
    Outcome.NOT_SENT: Stage.FAILED,
    Outcome.UNKNOWN: Stage.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Where all of a round go, and how they begin; as in ``Wanted``."""

    client: ClientId
    save_path: str | None = None
    category: str | None = None
    paused: bool = False
    top_of_queue: bool = False


class Adder(QObject):
    """One round at a time. A failure is its line's, and the next one is tried all the same."""

    progressed = Signal()
    ended = Signal(object)
    """list[int]: the numbers of this round."""

    def __init__(self, basket: Basket, additions: Additions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._basket, self._additions = basket, additions
        self.running = False
        self.count = 0
        """How many this round has."""
        self.done = 0
        """How many of them were tried."""

    async def add(self, numbers: Sequence[int], chosen: Chosen) -> None:
        """Add these; what is on the way stays in the basket whatever happens to its line."""
        self.running, self.count, self.done = True, len(numbers), 0
        for number in numbers:
            self._basket.change(number, stage=Stage.ADDING, message="")
        try:
            for number in numbers:
                item = self._basket.find(number)
                if item is not None:
                    await self._add_one(item, chosen)
                self.done += 1
                self.progressed.emit()
        finally:
            self.running = False
        self.ended.emit(list(numbers))

    async def _add_one(self, item: Item, chosen: Chosen) -> None:
        if item.release is None:
            return  # there is nothing yet that could be added
        result = await self._additions.add(
            Wanted(
                release=item.release,
                subject=item.subject,
                client=chosen.client,
                save_path=chosen.save_path,
                category=chosen.category,
                paused=chosen.paused,
                top_of_queue=chosen.top_of_queue,
                quality=item.suggestion.parsed.quality if item.suggestion is not None else (),
            )
        )
        self._basket.change(
            item.number,
            stage=_STAGES[result.outcome],
            message=result.message,
            client=chosen.client,
            already_there=result.already_there,
        )
