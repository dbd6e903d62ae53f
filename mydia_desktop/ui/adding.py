"""Everything that leads to the Add dialog: buttons, keys, the clipboard, drops, and what other starts hand over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.media import SubjectDraft
from mydia_desktop.ui.dropping import DropTarget
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.offers import of_mime
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toasts, Tone
from mydia_desktop.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from mydia_desktop.ui.add.dialog import AddDialog
    from mydia_desktop.ui.add.item import Item, Origin
    from mydia_desktop.ui.add.reader import Spawn
    from mydia_desktop.ui.add.work import AddWork


class Adding(QObject):
    """Keeps the one dialog. What comes while it is open goes into it."""

    show_requested = Signal(object)
    """TransferKey of a download that is there already."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        work: AddWork,
        spawn: Spawn,
        toasts: Toasts,
        *,
        units: Callable[[], Units],
    ) -> None:
        """``spawn`` gives work to whoever owns the tasks."""
        super().__init__(window)
        self._window, self._theme, self._work, self._spawn = window, theme, work, spawn
        self._toasts, self._units = toasts, units
        self._dialog: AddDialog | None = None
        self._target = DropTarget(theme, window)
        self._target.dropped.connect(self.take)

    def install(self, actions: WindowActions, *lists: QWidget) -> None:
        """Let the window's actions lead here; links are pasted in these lists."""
        actions.add.triggered.connect(self.open)
        actions.open_files.triggered.connect(self.open_files)
        actions.paste.triggered.connect(self.paste)
        for shown in lists:
            shown.addAction(actions.paste)

    def open(self) -> AddDialog:
        """Show the dialog, or bring the open one to the front."""
        dialog = self._made()
        dialog.begin(QGuiApplication.clipboard().text())
        return dialog

    def open_for(self, subject: SubjectDraft) -> None:
        """Show the dialog for something to be added for this movie, show, season or episode."""
        self.open().expect(subject)

    def open_files(self) -> None:
        """Show the dialog, and let the person choose files."""
        dialog = self._made()
        dialog.begin("")
        dialog.open_files()

    def paste(self) -> None:
        """Add what the clipboard holds."""
        offered = of_mime(QGuiApplication.clipboard().mimeData())
        if offered:
            self.take(offered)
        else:
            self._toasts.tell(self.tr("There is no magnet, link, hash or file in the clipboard."))

    def take(self, origins: Iterable[Origin]) -> None:
        """Put these into the dialog, and show it."""
        dialog = self._made()
        dialog.take(origins)
        dialog.begin("")

    def look_again(self) -> None:
        """The clients have said something new."""
        if self._dialog is not None:
            self._dialog.look_again()

    def put_away(self) -> None:
        """The window leaves the screen, and the dialog with it."""
        if self._dialog is not None:
            self._dialog.hide()

    def _made(self) -> AddDialog:
        # Here, because the first window is shown sooner without it.
        from mydia_desktop.ui.add.dialog import AddDialog  # noqa: PLC0415 - see above

        if self._dialog is None:
            self._dialog = AddDialog(self._theme, self._work, self._spawn, units=self._units, parent=self._window)
            self._dialog.show_requested.connect(self.show_requested)
            self._dialog.ended.connect(self._tell)
        return self._dialog

    def _tell(self, items: Sequence[Item]) -> None:
        """What the dialog does not show, because it is closed or what it added was nothing new."""
        there = [item for item in items if item.already_there]
        if there:
            one, many = (
                self.tr("{name} was there already. Nothing was changed."),
                self.tr("{count} were there already."),
            )
            text = one if len(there) == 1 else many
            self._toasts.tell(text.format(name=plain(there[0].name), count=number(len(there))))
        left = [item for item in items if item.message and not item.already_there]
        if left and self._dialog is not None and not self._dialog.isVisible():
            self._toasts.tell(
                self.tr("{downloads} could not be added.").format(downloads=downloads(len(left))),
                tone=Tone.TROUBLE,
                act=self.tr("Show"),
                then=lambda: self.take(()),
            )
