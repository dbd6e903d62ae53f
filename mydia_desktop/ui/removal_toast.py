"""The message that counts down to a removal and can undo it."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence

from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.notice_toasts import names
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import downloads
from mydia_desktop.ui.toast import Toast, Toasts
from mydia_desktop.workflows.removal import Removals
from mydia_desktop.workflows.targets import Live

_TICK_MS = 250


class RemovalToast(QObject):
    """Shows what is held, and for how long it still can be undone."""

    def __init__(self, toasts: Toasts, removals: Removals, live: Live, name_of: NameOf, undo: QKeySequence) -> None:
        super().__init__(toasts)
        self._toasts, self._removals, self._live, self._undo = toasts, removals, live, undo
        self._name_of = name_of
        self._toast: Toast | None = None
        self._shown: tuple[object, ...] = ()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._count_down)
        removals.watch(self._follow)

    def _follow(self) -> None:
        """Something is held, undone, dropped or sent."""
        rows = self._removals.rows
        if not rows:
            self._clock.stop()
            self._leave()
        elif rows != self._shown or self._toast is None:
            self._leave()
            self._shown = rows
            self._toast = self._toasts.hold(
                self._sentence(),
                icon_name="trash-2",
                act=self.tr("Undo"),
                then=self._removals.undo,
                hint=self._undo.toString(QKeySequence.SequenceFormat.NativeText),
            )
            self._clock.start()

    def _leave(self) -> None:
        toast, self._toast, self._shown = self._toast, None, ()
        if toast is not None:
            toast.leave()

    def _count_down(self) -> None:
        if self._toast in self._toasts.shown:
            sentence = self._sentence()
            if sentence != self._toast.text:
                self._toast.set_text(sentence)
                self._toasts.arrange()

    def _sentence(self) -> str:
        rows = self._removals.rows
        states = self._live.clients
        clients = " + ".join({plain(states[row.key.client].name): None for row in rows if row.key.client in states})
        what = names(rows, self._name_of) if len(rows) <= 2 else downloads(len(rows))
        return self.tr("Removing {what} from {client} in {seconds} s. Files stay.").format(
            what=what, client=clients, seconds=math.ceil(self._removals.seconds_left)
        )
