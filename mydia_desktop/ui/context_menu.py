"""The menu of downloads: by right click, and in the menu bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QWidget

from mydia_desktop.ui.download_actions import DownloadActions
from mydia_desktop.workflows.targets import Act


class DownloadMenu(QMenu):
    """Freezes what it acts on while it is open. What is off says why."""

    def __init__(self, actions: DownloadActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("&Download"))
        self.setToolTipsVisible(True)
        self._actions = actions
        groups = (
            [actions.show_details, actions[Act.OPEN_FOLDER]],
            [actions[act] for act in (Act.PAUSE, Act.RESUME, Act.FORCE_START, Act.RETRY)],
            [actions.queue_menu.menuAction(), *(actions[act] for act in (Act.SET_CATEGORY, Act.SET_LABELS))],
            [actions[act] for act in (Act.MATCH, Act.IMPORT)],
            [actions[Act.COPY_MAGNET], actions[Act.COPY]],
            [actions[Act.RECHECK], actions[Act.REANNOUNCE]],
            [actions[Act.REMOVE], actions[Act.DELETE]],
        )
        for group in groups:
            if self.actions():
                self.addSeparator()
            self.addActions(group)
        self.aboutToShow.connect(actions.freeze)
        # Qt closes a menu before it triggers the entry that was chosen.
        self.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._closed))

    def event(self, event: QEvent) -> bool:
        """Show tool tips for what is off only: they would repeat what an entry says."""
        if isinstance(event, QHelpEvent):
            action: QAction | None = self.actionAt(event.pos())
            if action is None or action.isEnabled():
                return True
        return super().event(event)

    def _closed(self) -> None:
        if not self.isVisible():  # it may have been opened again, elsewhere
            self._actions.thaw()
