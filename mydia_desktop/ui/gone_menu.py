"""What can be done with downloads that their client no longer lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mydia_desktop.domain.record import RecordId
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.theme import Theme


class GoneMenu(QMenu):
    """Acts on exactly the records it was opened for. Each signal carries the tuple of their RecordIds."""

    send_again_chosen = Signal(object)
    import_chosen = Signal(object)
    match_chosen = Signal(object)
    forget_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids: tuple[RecordId, ...] = ()
        self.setToolTipsVisible(True)
        self.send_again = self.addAction(self.tr("Send again"), lambda: self.send_again_chosen.emit(self._ids))
        self.import_from = self.addAction(
            self.tr("It finished: import from…"), lambda: self.import_chosen.emit(self._ids)
        )
        self.match = self.addAction(self.tr("Change movie or episode…"), lambda: self.match_chosen.emit(self._ids))
        self.match.setShortcut(QKeySequence("F2"))
        self.addSeparator()
        self.forget = self.addAction(self.tr("Forget"), lambda: self.forget_chosen.emit(self._ids))
        self.forget.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def open_for(self, ids: Sequence[RecordId], at: QPoint, *, imports: bool = False) -> None:
        """Show it at this place of the screen; ``imports`` says whether there is a library to import into."""
        self._ids = tuple(ids)
        if not imports:
            reason = self.tr("Nothing is imported: there is no library folder in the settings.")
        else:
            reason = "" if len(self._ids) == 1 else self.tr("One at a time: each is somewhere else.")
        self.import_from.setEnabled(not reason)
        self.import_from.setToolTip(reason)
        self.popup(at)

    def event(self, event: QEvent) -> bool:
        """Show tool tips for what is off only: they would repeat what an entry says."""
        if isinstance(event, QHelpEvent):
            action: QAction | None = self.actionAt(event.pos())
            if action is None or action.isEnabled():
                return True
        return super().event(event)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        self.send_again.setIcon(icon("rotate-cw", tokens, 16))
        self.import_from.setIcon(icon("folder-input", tokens, 16))
        self.forget.setIcon(icon("eye-off", tokens, 16))
