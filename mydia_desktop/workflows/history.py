"""What happened to downloads, also to those that no client and no record knows any more."""

from __future__ import annotations

from mydia_desktop.domain.record import Event, RecordId, StoreUnavailableError
from mydia_desktop.workflows.record_keeper import RecordKeeper

PAGE = 200
"""Events asked for at once."""


class History:
    """Pages of the log, searched where it lies: it may be longer than memory should hold."""

    def __init__(self, keeper: RecordKeeper) -> None:
        self._keeper = keeper

    async def page(self, text: str = "", before: int | None = None, *, limit: int = PAGE) -> list[Event]:
        """Events with all the words of ``text``, older than the id ``before``, the newest first.

        Raises:
            StoreUnavailableError: it can't be read now.
        """
        try:
            return await self._keeper.store.history(text=text, before=before, limit=limit)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise

    async def of(self, record_id: RecordId) -> list[Event]:
        """Everything that happened to one record, as the store tells it.

        Raises:
            StoreUnavailableError: it can't be read now.
        """
        try:
            return await self._keeper.store.history_of(record_id)
        except StoreUnavailableError as error:
            self._keeper.noticed(error)
            raise
