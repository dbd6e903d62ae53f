"""Does what was chosen: asks where data would be erased, sends the rest, and says what there is to say."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.domain.transfer import Transfer, TransferKey
from mydia_desktop.ui import copying
from mydia_desktop.ui.confirm import DeleteDialog
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.import_fixing import ImportFixing
from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.notice_toasts import NoticeToasts, names
from mydia_desktop.ui.open_folder import FolderOpener
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.removal_toast import RemovalToast
from mydia_desktop.ui.row_matcher import RowMatcher
from mydia_desktop.ui.settings.question import ask
from mydia_desktop.ui.theme import Theme
from mydia_desktop.ui.toast import Toast, Toasts, Tone
from mydia_desktop.workflows.downloads import DownloadWorkflows
from mydia_desktop.workflows.notices import RetryEnded, Trouble
from mydia_desktop.workflows.removal import Spawn
from mydia_desktop.workflows.targets import Act


class Undoable(Protocol):
    """Changes of which the last can be taken back."""

    @property
    def can_undo(self) -> bool:
        """Whether there is one."""
        ...

    async def undo(self) -> object:
        """Take it back.

        Raises:
            StoreUnavailableError: it could not be written down.
        """
        ...

    def forget(self) -> None:
        """It is not taken back any more."""
        ...


_AT_ONCE = frozenset(
    {
        Act.PAUSE,
        Act.RESUME,
        Act.FORCE_START,
        Act.QUEUE_TOP,
        Act.QUEUE_UP,
        Act.QUEUE_DOWN,
        Act.QUEUE_BOTTOM,
        Act.RECHECK,
        Act.REANNOUNCE,
    }
)


class ActionRunner(QObject):
    """Carries out acts on rows that were chosen before."""

    def __init__(
        self,
        theme: Theme,
        workflows: DownloadWorkflows,
        toasts: Toasts,
        notices: NoticeToasts,
        folders: FolderOpener,
        name_of: NameOf,
        *,
        spawn: Spawn,
        units: Callable[[], Units],
        window: QWidget,
    ) -> None:
        """``name_of`` says what sentences call a download, and ``spawn`` gives work to whoever owns the tasks.

        Dialogs belong to ``window``.
        """
        super().__init__(window)
        self.workflows = workflows
        self._theme, self._toasts, self._folders = theme, toasts, folders
        self.name_of = name_of
        self._spawn, self._units, self._window = spawn, units, window
        self._dialog: DeleteDialog | None = None
        self._undo_toast: Toast | None = None
        self._undoable: Undoable = workflows.labelling
        self.imports = ImportFixing(workflows.imports, workflows.live, toasts, spawn)
        self._matcher = RowMatcher(theme, workflows, toasts, name_of, spawn=spawn, window=window)
        self._matcher.changed.connect(lambda said: self._offer_undo(workflows.matching, said, icon_name="library"))
        self._removal_toast = RemovalToast(
            toasts, workflows.removals, workflows.live, name_of, QKeySequence(QKeySequence.StandardKey.Undo)
        )
        notices.again_requested.connect(self._try_again)
        notices.download_requested.connect(self._ask_to_download)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.workflows.removals.rows) or self._undoable.can_undo

    def do(self, act: Act, rows: Sequence[Transfer]) -> None:
        """Carry out an act for exactly these rows."""
        keys = tuple(row.key for row in rows)
        if not keys:
            return
        if act in _AT_ONCE or act in (Act.REMOVE, Act.DELETE):
            self.workflows.retries.abandon(keys)
        if act in _AT_ONCE:
            self._send(Verb(act.value), keys)
        elif act is Act.RETRY:
            self._spawn(self.workflows.retries.retry(keys))
        elif act is Act.REMOVE:
            self.workflows.removals.remove(keys)
        elif act is Act.DELETE:
            self._ask_to_delete(rows)
        elif act is Act.MATCH:
            self._matcher.ask(rows)
        elif act is Act.IMPORT:
            self.imports.import_rows(rows)
        elif act is Act.COPY_MAGNET:
            self._spawn(copying.copy_magnets(rows, self.workflows.live, self._toasts))
        elif act is Act.OPEN_FOLDER:
            self._spawn(self._folders.open(rows))
        else:
            raise ValueError(act)  # categories, labels and copies have more to say than an act

    def undo(self) -> None:
        """Undo what can be undone: a removal that is held, else the last category, label or match."""
        if self.workflows.removals.rows:
            self.workflows.removals.undo()
        elif self._undoable.can_undo:
            self._spawn(self._take_back(self._undoable))

    def set_category(self, rows: Sequence[Transfer], category: str) -> None:
        """Put these into a category, or with an empty one into none."""
        change = self.workflows.labelling.set_category([row.key for row in rows], category)
        said = self.tr("{what}: category {name}.") if category else self.tr("{what}: no category.")
        self._spawn(self._relabel(change, said.format(what=names(rows, self.name_of), name=plain(category))))

    def add_label(self, rows: Sequence[Transfer], name: str) -> None:
        """Give these one more label."""
        change = self.workflows.labelling.add_label([row.key for row in rows], name)
        said = self.tr("{what}: label {name} added.").format(what=names(rows, self.name_of), name=plain(name))
        self._spawn(self._relabel(change, said))

    def take_label(self, rows: Sequence[Transfer], name: str) -> None:
        """Take a label from these."""
        change = self.workflows.labelling.take_label([row.key for row in rows], name)
        said = self.tr("{what}: label {name} taken away.").format(what=names(rows, self.name_of), name=plain(name))
        self._spawn(self._relabel(change, said))

    def look_again(self) -> None:
        """Keep an open question true to what is there now."""
        if self._dialog is not None:
            self._dialog.look_again()

    async def _relabel(self, change: Awaitable[int], said: str) -> None:
        """Wait for the change, and if any client took it, say so for as long as it can be undone."""
        if await change:
            self._offer_undo(self.workflows.labelling, said, icon_name="tag")

    def _offer_undo(self, change: Undoable, said: str, *, icon_name: str) -> None:
        """Say what was changed, for as long as it can be undone; only the last change can."""
        if change is not self._undoable:
            self._undoable.forget()
            self._undoable = change
        former, self._undo_toast = self._undo_toast, None
        if former is not None:
            former.leave()
        shortcut = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        toast = self._toasts.tell(said, icon_name=icon_name, act=self.tr("Undo"), then=self.undo, hint=shortcut)
        toast.closed.connect(lambda: self._forget_change(toast))
        self._undo_toast = toast

    def _forget_change(self, toast: Toast) -> None:
        if toast is self._undo_toast:
            self._undo_toast = None
            self._undoable.forget()

    async def _take_back(self, change: Undoable) -> None:
        try:
            await change.undo()
        except StoreUnavailableError as error:
            self._toasts.tell(plain(error.message), tone=Tone.TROUBLE)

    def _send(self, verb: Verb, keys: Sequence[TransferKey], values: Sequence[str] = ()) -> None:
        async def run() -> None:
            await self.workflows.actions.run(verb, keys, values)

        self._spawn(run())

    def _ask_to_delete(self, rows: Sequence[Transfer]) -> None:
        dialog = DeleteDialog(
            self._theme,
            rows,
            self.workflows.live,
            self._units(),
            self.name_of,
            then=lambda keys: self._send(Verb.DELETE, keys),
            parent=self._window,
        )
        dialog.finished.connect(self._answered)
        self._dialog = dialog
        dialog.open()

    def _answered(self) -> None:
        self._dialog = None

    def _try_again(self, trouble: Trouble) -> None:
        keys = [row.key for row in trouble.rows]
        if trouble.verb is Verb.DELETE:
            self._ask_to_delete(trouble.rows)
        else:
            self._send(trouble.verb, keys, trouble.values)

    def _ask_to_download(self, ended: RetryEnded) -> None:
        text = self.tr(
            "{client} found no data, so it will fetch everything anew. If a drive is only disconnected there, "
            "connect it first and retry."
        )
        ask(
            self._window,
            title=self.tr("Download {what} again?").format(what=names(ended.rows, self.name_of)),
            text=text.format(client=plain(ended.client)),
            act=self.tr("Download again"),
            keep=self.tr("Leave it"),
            then=lambda: self._send(Verb.RESUME, [row.key for row in ended.rows]),
        )
