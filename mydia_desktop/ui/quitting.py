"""Quitting ends what the client inside this program downloads, so it asks first; else it is done at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.plurals import Plurals
from mydia_desktop.ui.settings.question import ask

_UNDER_WAY = frozenset({Status.DOWNLOADING, Status.STALLED, Status.METADATA, Status.CHECKING, Status.MOVING})
_NAMED = 4


class Live(Protocol):
    """What every client says now."""

    @property
    def transfers(self) -> Mapping[TransferKey, Transfer]:
        """The rows shown now."""
        ...

    @property
    def clients(self) -> Mapping[ClientId, ClientState]:
        """Every configured client."""
        ...


class _Count(Plurals):
    """Sentences with a number."""

    def title(self, n: int) -> str:
        return self.tr("Quit and stop %Ln download(s)?", "", n)

    def more(self, n: int) -> str:
        return self.tr("and %Ln more", "", n)


_COUNT = _Count()


class Quitting(QObject):
    """Hears that somebody wants to quit. What only offers, waits or is paused is no reason to ask."""

    confirmed = Signal()

    def __init__(self, live: Live, name_of: NameOf, units: Callable[[], Units], window: QWidget) -> None:
        super().__init__(window)
        self._live, self._name_of, self._units, self._window = live, name_of, units, window
        self._box: QMessageBox | None = None
        self.asks = True
        """Not where nothing of it is to go on later."""

    def request(self) -> None:
        """Quit, or ask whether to."""
        if self._box is not None:
            self._box.activateWindow()
            return
        rows = self._under_way() if self.asks else []
        if not rows:
            self.confirmed.emit()
            return
        # A question belongs to a window that can be seen; from the tray there may be none.
        self._window.show()
        self._box = ask(
            self._window,
            title=_COUNT.title(len(rows)),
            text=self._words(rows),
            act=self.tr("Quit"),
            keep=self.tr("Keep downloading"),
            then=self.confirmed.emit,
        )
        self._box.finished.connect(self._answered)

    def _answered(self) -> None:
        self._box = None

    def _under_way(self) -> list[Transfer]:
        """What the clients inside this program fetch now."""
        inside = {
            client
            for client, state in self._live.clients.items()
            if state.kind == "builtin" and state.phase is Phase.ONLINE
        }
        rows = self._live.transfers.values()
        return [row for row in rows if row.key.client in inside and row.status in _UNDER_WAY and not row.done]

    def _words(self, rows: list[Transfer]) -> str:
        names = [
            self.tr("{name}, {size} left").format(
                name=self._name_of(row), size=format_size(row.remaining, self._units())
            )
            for row in rows[:_NAMED]
        ]
        if len(rows) > _NAMED:
            names.append(_COUNT.more(len(rows) - _NAMED))
        later = self.tr("The built-in client runs only while Mydia Desktop does. They go on when you open it again.")
        return "\n".join([*names, "", later])
