"""The files of the transfer that is looked at, asked of its client while somebody looks."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from mydia_desktop.domain.content import Content
from mydia_desktop.domain.errors import ClientError
from mydia_desktop.domain.transfer import TransferKey
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.ui.details.files_tree import Tree, build, renew
from mydia_desktop.ui.details.record_history import Spawn

_RUNNING_EVERY_S, _DONE_EVERY_S = 3.0, 15.0
_PER_THOUSAND_S = 2.0
"""A client that has to tell of very many files is asked less often."""
_MANY = 500
"""More files than these are put in order beside the event loop."""


class Source(Protocol):
    """The way to the clients."""

    def content(self, key: TransferKey) -> Awaitable[Content | None]:
        """The files of this row, as its client has them now; None if it is not there any more.

        Raises:
            ClientError: the client can't say.
        """
        ...


class ContentReader(QObject):
    """Keeps the Tree of one transfer. Nothing is asked unless ``ask_if_due`` is called."""

    changed = Signal()
    """There are other files, other numbers, or another problem."""

    def __init__(
        self,
        source: Source,
        spawn: Spawn,
        parent: QObject | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._source, self._spawn, self._monotonic = source, spawn, monotonic
        self._key: TransferKey | None = None
        self._asking = False
        self._asked_at: float | None = None
        self.tree: Tree | None = None
        """What was answered last; None before the first answer."""
        self.problem = ""
        """Why there was no answer the last time, in the client's or our words."""
        self.is_gone = False
        """The client does not have the transfer any more."""

    def look_at(self, key: TransferKey | None) -> None:
        """Follow this transfer from now on; None follows none."""
        if key != self._key:
            self._key, self._asked_at = key, None
            self.tree, self.problem, self.is_gone = None, "", False
            self.changed.emit()

    def ask_if_due(self, *, done: bool) -> None:
        """Somebody looks now: ask, unless the last answer is young; one that is ``done`` changes seldom."""
        if self._key is None or self._asking:
            return
        every = _DONE_EVERY_S if done else _RUNNING_EVERY_S
        if self.tree is not None:
            every += self.tree.count / 1000 * _PER_THOUSAND_S
        now = self._monotonic()
        if self._asked_at is None or now - self._asked_at >= every:
            self._asking, self._asked_at = True, now
            self._spawn(self._ask(self._key))

    async def _ask(self, key: TransferKey) -> None:
        problem, content = "", None
        before = self.tree
        tree = before
        try:
            content = await self._source.content(key)
            if content is not None:
                tree = await _taken_in(before, content)
        except ClientError as error:
            problem = error.message
        finally:
            self._asking = False
        if key == self._key:
            self.tree, self.problem = tree, problem
            self.is_gone = content is None and not problem
            self.changed.emit()


async def _taken_in(before: Tree | None, content: Content) -> Tree:
    """The same tree with other numbers, or another one."""

    def take_in() -> Tree:
        if before is None or before.paths != tuple(file.path for file in content.files):
            return build(content)
        # Whoever paints meanwhile sees some numbers of this answer and some of the last: all of them were true.
        renew(before, content.files)
        return before

    return take_in() if len(content.files) <= _MANY else await in_own_thread(take_in, name="files")
