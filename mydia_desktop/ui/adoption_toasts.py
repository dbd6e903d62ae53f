"""The message that downloads were recognised by themselves, and can be let go of again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from mydia_desktop.domain.record import Record, StoreUnavailableError
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.ui.toast import Toast, Toasts, Tone

SHOWN_S = 12.0
"""After the last one that it counts; long enough to look at what was recognised."""
_SETTLED_MS = 2000


class Adoption(Protocol):
    """What recognises downloads."""

    async def undo(self, adopted: Iterable[Record]) -> int:
        """Take adoptions back, for good; how many were."""
        ...

    def watch(self, adopted: Callable[[Sequence[Record]], None]) -> None:
        """Call this with what was adopted, some at a time."""
        ...


class AdoptionToasts(QObject):
    """One message for all that came while it was shown: a back catalogue is recognised some at a time."""

    def __init__(self, toasts: Toasts, adoption: Adoption, spawn: Spawn) -> None:
        super().__init__(toasts)
        self._toasts, self._adoption, self._spawn = toasts, adoption, spawn
        self._adopted: list[Record] = []
        self._toast: Toast | None = None
        self._said = ""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._announce)
        adoption.watch(self._tell)

    def _tell(self, adopted: Sequence[Record]) -> None:
        if self._toast is None or self._toast not in self._toasts.shown:
            self._adopted = list(adopted)
            self._said = self._sentence()
            self._toast = self._toasts.tell(
                self._said, icon_name="scan-search", act=self.tr("Undo"), then=self._undo, seconds=SHOWN_S
            )
            return
        self._adopted += adopted
        self._toast.set_text(self._sentence())
        self._toast.stay_for(SHOWN_S)
        self._toasts.arrange()
        self._settled.start()  # a screen reader hears the last count, and none in between

    def _announce(self) -> None:
        if self._toast in self._toasts.shown and self._toast.text != self._said:
            self._said = self._toast.text
            self._toast.announce()

    def _undo(self) -> None:
        self._spawn(self._take_back(tuple(self._adopted)))

    async def _take_back(self, adopted: Sequence[Record]) -> None:
        try:
            undone = await self._adoption.undo(adopted)
        except StoreUnavailableError as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)
            return
        if undone < len(adopted):
            said = self.tr("{count} of {all} undone. What was changed since stays as it is.")
            self._toasts.tell(said.format(count=number(undone), all=downloads(len(adopted))))

    def _sentence(self) -> str:
        if len(self._adopted) > 1:
            return self.tr("{downloads} recognised.").format(downloads=downloads(len(self._adopted)))
        (record,) = self._adopted
        what = subject_text(record.subject) if record.subject else record.title
        return self.tr("{what} recognised in {client}.").format(
            what=plain(what), client=plain(record.client_name or "")
        )
