"""The menu of the library: what can be done for a line, and with the downloads that clients list for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mydia_desktop.domain.record import RecordId
from mydia_desktop.ui.context_menu import DownloadMenu
from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.library.nodes import Node, SeasonNode
from mydia_desktop.ui.theme import Theme


class LibraryMenu(DownloadMenu):
    """Acts on exactly the lines it was opened for."""

    add_chosen = Signal(object)
    """The SubjectDraft of the line to find something for."""
    edit_chosen = Signal(object)
    """The Node."""
    send_again_chosen = Signal(object)
    """The tuple of the RecordIds."""
    match_gone_chosen = Signal(object)
    """The tuple of the RecordIds that are gone, to say what they are for."""
    forget_chosen = Signal(object)
    """The tuple of the RecordIds."""

    def __init__(self, theme: Theme, actions: DownloadActions, parent: QWidget) -> None:
        super().__init__(actions, parent)
        self._theme = theme
        self._nodes: list[Node] = []
        self._gone: tuple[RecordId, ...] = ()
        first = self.actions()[0]
        self.add, self.edit = self.addAction(self.tr("Add…")), self.addAction(self.tr("Edit…"))
        self.send_again = self.addAction(self.tr("Send again"))
        self.match_gone = self.addAction(self.tr("Change movie or episode of what is gone…"))
        self.forget = self.addAction(self.tr("Forget what is gone"))
        self.insertActions(first, [self.add, self.edit])
        self.insertSeparator(first)
        self.insertActions(first, [self.send_again, self.match_gone, self.forget])
        self._after_gone = self.insertSeparator(first)
        self.short = QMenu(parent)
        """The same without what is done with rows, for lines that no client lists anything for."""
        own = self.actions()
        self.short.addActions(own[: own.index(self._after_gone)])
        self.add.triggered.connect(lambda: self.add_chosen.emit(self._nodes[0].draft()))
        self.edit.triggered.connect(lambda: self.edit_chosen.emit(self._nodes[0]))
        self.send_again.triggered.connect(lambda: self.send_again_chosen.emit(self._gone))
        self.match_gone.triggered.connect(lambda: self.match_gone_chosen.emit(self._gone))
        self.forget.triggered.connect(lambda: self.forget_chosen.emit(self._gone))
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def open_for(self, nodes: Sequence[Node], gone: tuple[RecordId, ...], at: QPoint, *, has_rows: bool) -> None:
        """Show it, or the short one, at this place of the screen.

        ``gone`` are the records of these lines that clients no longer list; ``has_rows`` says that some they do.
        """
        self._nodes, self._gone = list(nodes), gone
        alone = len(self._nodes) == 1
        self.add.setEnabled(alone)
        # A season has nothing of its own that could be edited: its number is that of its episodes.
        self.edit.setEnabled(alone and not isinstance(self._nodes[0], SeasonNode))
        for action in (self.send_again, self.match_gone, self.forget, self._after_gone):
            action.setVisible(bool(gone))
        (self if has_rows else self.short).popup(at)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        for action, name in (
            (self.add, "plus"),
            (self.edit, "type"),
            (self.send_again, "rotate-cw"),
            (self.match_gone, "link"),
            (self.forget, "eye-off"),
        ):
            action.setIcon(icon(name, tokens, 16))
