"""The one set of actions on downloads, for the menu bar, the context menu and the tool bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import Status, Transfer, TransferKey
from mydia_desktop.ui import copying
from mydia_desktop.ui.action_rules import label, reason, rules
from mydia_desktop.ui.action_runner import ActionRunner
from mydia_desktop.ui.category_menu import CategoryMenu, LabelMenu
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.key_bindings import bind, keys_of, name_out_of_menu
from mydia_desktop.ui.texts import with_shortcut
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.targets import Act, Targets, is_offered

_MANY, _MANY_MS = 5000, 500
QUEUE = (Act.QUEUE_TOP, Act.QUEUE_UP, Act.QUEUE_DOWN, Act.QUEUE_BOTTOM)


class DownloadActions(QObject):
    """Keeps texts, states and targets of the actions true to the selection, and frozen while a menu shows them.

    The shortcuts work where the actions are installed, so that Space still presses the button that has the focus.
    """

    targets_shown = Signal()
    """The actions say what they would do now: something else may be selected."""

    def __init__(
        self,
        theme: Theme,
        runner: ActionRunner,
        *,
        selection: Callable[[], Sequence[TransferKey]],
        units: Callable[[], Units],
        window: QWidget,
    ) -> None:
        """``selection`` gives the chosen rows in the order of the list, without those that no longer match."""
        super().__init__(window)
        self._theme, self._runner, self._selection, self._units = theme, runner, selection, units
        self._targets = runner.workflows.targets(())
        self._frozen = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_targets)
        self.queue_menu, self.copy_menu = QMenu(window), QMenu(window)
        self.category_menu, self.label_menu = CategoryMenu(window), LabelMenu(window)
        self._shows: dict[Act, QAction] = {
            Act.SET_CATEGORY: self.category_menu.menuAction(),
            Act.SET_LABELS: self.label_menu.menuAction(),
            Act.COPY: self.copy_menu.menuAction(),
        }
        self._shows |= {act: self._make(act) for act in Act if act not in self._shows}
        self.copies = self._make_copies()
        self.show_details = QAction(self.tr("Show details"), self)
        self.show_details.setObjectName("show_details")
        self.show_details.setShortcuts([QKeySequence(Qt.Key.Key_Enter), QKeySequence(Qt.Key.Key_Return)])
        # In the table alone: in other lists Enter means something else.
        self.show_details.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.undo = QAction(self.tr("Undo"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Undo))
        self.undo.setObjectName("undo")
        self.undo.triggered.connect(runner.undo)
        window.addAction(self.undo)  # its key works everywhere, in whatever menu it is and whether that is shown
        self._fill_menus()
        runner.workflows.watch(self.refresh)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self._show_targets()

    def __getitem__(self, act: Act) -> QAction:
        """The action of an act; that of its submenu where it has one."""
        return self._shows[act]

    @property
    def all(self) -> Sequence[QAction]:
        """Every action that keys can set off."""
        return [self.show_details, *self._shows.values(), *self.copies, self.undo]

    def install(self, view: QWidget) -> None:
        """Let the shortcuts work in this list."""
        view.addActions([*self._shows.values(), *self.copies])
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """A key goes to what the actions are now: Home and Space may come at once, before they were looked at again."""
        if self._soon.isActive() and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            pressed = QKeySequence(event.keyCombination())
            if any(pressed in keys_of(action) for action in self._shows.values()):
                self._soon.stop()
                self._show_targets()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """The selection, or what the clients say of it, has changed."""
        self._runner.look_again()
        if not self._frozen and not self._soon.isActive():
            # Looking at a selection of thousands takes a moment, and it changes with every poll.
            self._soon.start(_MANY_MS if len(self._targets) > _MANY else 0)

    def freeze(self) -> None:
        """A menu opens: what it shows is what it acts on, whatever the clients say meanwhile."""
        self._frozen = False
        self._show_targets()
        self._frozen = True

    def thaw(self) -> None:
        """The menu has closed, and what was chosen in it has been done."""
        self._frozen = False
        self.refresh()

    def do(self, act: Act, keys: Iterable[TransferKey]) -> None:
        """Carry out an act for rows that were not chosen in the list, as far as it fits them."""
        self._runner.do(act, self._runner.workflows.targets(tuple(keys)).fitting(act))

    def _make(self, act: Act) -> QAction:
        action = QAction(self)
        action.setObjectName(act.value)
        if act in QUEUE:
            name_out_of_menu(action, self._moves()[act])
        bind(action, _shortcuts(act))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._trigger(act))
        return action

    def _moves(self) -> dict[Act, str]:
        return {
            Act.QUEUE_TOP: self.tr("Move to the top of the queue"),
            Act.QUEUE_UP: self.tr("Move up in the queue"),
            Act.QUEUE_DOWN: self.tr("Move down in the queue"),
            Act.QUEUE_BOTTOM: self.tr("Move to the bottom of the queue"),
        }

    def _make_copies(self) -> list[QAction]:
        live, name_of, units = self._runner.workflows.live, self._runner.name_of, self._units
        offers: tuple[tuple[str, str, str, str, Callable[[Sequence[Transfer]], str]], ...] = (
            (
                "copy_name",
                self.tr("Name"),
                self.tr("Copy name"),
                "Ctrl+C",
                lambda rows: copying.names(rows, name_of),
            ),
            ("copy_hash", self.tr("Hash"), self.tr("Copy hash"), "", copying.hashes),
            ("copy_path", self.tr("Path"), self.tr("Copy path"), "", copying.paths),
            (
                "copy_row",
                self.tr("Row as text"),
                self.tr("Copy row as text"),
                "",
                lambda rows: copying.table(rows, live.clients, units(), name_of),
            ),
        )
        return [self._make_copy(*offer) for offer in offers]

    def _make_copy(
        self, name: str, text: str, out_of_menu: str, shortcut: str, as_text: Callable[[Sequence[Transfer]], str]
    ) -> QAction:
        action = QAction(text, self)
        name_out_of_menu(action, out_of_menu)
        action.setObjectName(name)
        bind(action, [QKeySequence(shortcut)] if shortcut else [])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: copying.copy(as_text(self._current().rows)))
        return action

    def _fill_menus(self) -> None:
        self.queue_menu.setTitle(self.tr("Move in queue"))
        self.queue_menu.addActions([self._shows[act] for act in QUEUE])
        self.copy_menu.addActions(self.copies)
        self.category_menu.aboutToShow.connect(self._list_categories)
        self.label_menu.aboutToShow.connect(self._list_labels)
        self.category_menu.chosen.connect(lambda category: self._runner.set_category(self.category_menu.rows, category))
        self.label_menu.added.connect(lambda name: self._runner.add_label(self.label_menu.rows, name))
        self.label_menu.taken.connect(lambda name: self._runner.take_label(self.label_menu.rows, name))

    def _current(self) -> Targets:
        """What to act on: what the open menu shows, else what is selected at this moment."""
        if not self._frozen:
            self._targets = self._runner.workflows.targets(self._selection())
        return self._targets

    def _trigger(self, act: Act) -> None:
        self._runner.do(act, self._current().fitting(act))

    def _show_targets(self) -> None:
        """Let all actions say what they would do now."""
        targets = self._current()
        clients = self._runner.workflows.live.clients
        able = [state for state in clients.values() if state.verbs]
        for act, action in self._shows.items():
            action.setText(label(act, targets))
            action.setEnabled(targets.count(act) > 0)
            action.setToolTip(reason(act, targets, clients) or with_shortcut(label(act, targets), action.shortcut()))
            action.setVisible(not able or is_offered(act, able))
        for action in self.copies:
            action.setEnabled(len(targets) > 0)
        self._show_queue(targets, able)
        # Space is what both are known by; only one of them can have it at a time.
        both = self._shows[Act.PAUSE].isEnabled() and self._shows[Act.RESUME].isEnabled()
        keys = keys_of(self._shows[Act.RESUME])
        shared = keys == keys_of(self._shows[Act.PAUSE])
        self._shows[Act.RESUME].setShortcuts([] if both and shared else keys)
        self.undo.setEnabled(self._runner.can_undo)
        self.targets_shown.emit()

    def _show_queue(self, targets: Targets, able: Sequence[ClientState]) -> None:
        action = self.queue_menu.menuAction()
        action.setEnabled(targets.count(Act.QUEUE_TOP) > 0)
        action.setToolTip(self._shows[Act.QUEUE_TOP].toolTip())
        action.setVisible(not able or is_offered(Act.QUEUE_TOP, able))

    def _list_categories(self) -> None:
        rows = self._targets.fitting(Act.SET_CATEGORY)
        clients = self._runner.workflows.live.clients
        known = {
            category
            for client in {row.key.client for row in rows}
            if (facts := clients[client].facts) is not None
            for category in facts.categories
        }
        self.category_menu.fill(known, rows)

    def _list_labels(self) -> None:
        rows = self._targets.fitting(Act.SET_LABELS)
        live = self._runner.workflows.live
        chosen = {row.key.client for row in rows}
        known = {name for key, row in live.transfers.items() if key.client in chosen for name in row.labels}
        self.label_menu.fill(known, rows)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        for act, action in self._shows.items():
            colour = tokens.status[Status.FAILED] if act is Act.DELETE else None
            action.setIcon(icon(rules()[act].icon, tokens, 16, colour=colour))
        self.show_details.setIcon(icon("panel-bottom", tokens, 16))
        self.queue_menu.setIcon(icon("chevrons-up", tokens, 16))
        self.undo.setIcon(icon("undo-2", tokens, 16))


def _shortcuts(act: Act) -> list[QKeySequence]:
    return [keys for keys in QKeySequence.listFromString(rules()[act].shortcuts) if not keys.isEmpty()]
