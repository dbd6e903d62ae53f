"""The Clients page: the list, the form for the chosen one, and what its test came to."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.builtin_options import why_not_here
from mydia_desktop.config.client_section import BUILTIN
from mydia_desktop.config.clients import KINDS, ClientConfig, Kind
from mydia_desktop.config.secrets import Keep
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.errors import ClientError
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.settings.address import Address
from mydia_desktop.ui.settings.client_entry import entry
from mydia_desktop.ui.settings.client_form import SCROLL_BAR_ROOM, ClientForm
from mydia_desktop.ui.settings.client_list import ClientList
from mydia_desktop.ui.settings.connection_test import ConnectionTest
from mydia_desktop.ui.settings.draft import Draft, with_kind
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.settings.page import Page
from mydia_desktop.ui.settings.question import ask
from mydia_desktop.ui.settings.result_panel import ResultPanel, Tone
from mydia_desktop.ui.settings.tall_scroll_area import TallScrollArea
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.client_settings import ClientSettings, NewPassword, new_id

Spawn: TypeAlias = Callable[[Coroutine[Any, Any, None]], object]

_LIST_WIDTH = 222
_COMPLAINTS = 3  # more would push the form away; they come up as these are mended


class ClientsPage(Page):
    """Edits drafts of all clients; the dialog saves them. ``edited``: a draft changed, came or went."""

    name, icon = "clients", "server"

    def __init__(self, theme: Theme, settings: ClientSettings, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Clients")
        self._theme, self._settings, self._spawn = theme, settings, spawn
        self._saved = [Draft.of(config) for config in settings.in_force.clients]
        self._drafts = list(self._saved)
        self._states: Mapping[ClientId, ClientState] = {}
        self._current = -1
        self._serial = 0
        self._keep = Keep.KEYRING
        self._closed = False
        self.list = ClientList(theme)
        self.form = ClientForm()
        self.notice = ResultPanel()
        self.result = ResultPanel()
        self.test = ConnectionTest(self.form, self.result, settings, spawn, self.config_of)
        self.add = QPushButton(self.tr(" Add client"))
        self.remove = QToolButton()
        self._menu = self._kinds_menu()
        self._arrange()
        self._connect()
        self._follow_theme()
        self._show_complaints(settings.in_force.complaints)
        self._show_list()
        self.list.setCurrentRow(0)
        self._open(0)
        spawn(self._look_for_keyring())

    def _arrange(self) -> None:
        self.add.setAccessibleName(self.add.text().strip())  # the space is the icon's distance
        self.add.setMenu(self._menu)
        self.remove.setAccessibleName(self.tr("Remove client"))
        self.remove.setToolTip(self.tr("Remove client (Del)"))
        self.remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setFixedWidth(roomy(_LIST_WIDTH, self.font()))
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.remove)
        below.addStretch()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addLayout(below)
        self._scroll = TallScrollArea(self.form)
        self._empty = _empty(self.tr("No clients yet"), self.tr("Add a download client to see its downloads here."))
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(_beside_scroll_bar(self.notice))
        right.addWidget(self._scroll, 1)
        right.addWidget(self._empty, 1)
        right.addLayout(_beside_scroll_bar(self.result))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 6, 14)
        row.setSpacing(18)
        row.addLayout(left)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        delete = QAction(self.tr("Remove client"), self.list)
        delete.setShortcut(QKeySequence.StandardKey.Delete)
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self._remove_clicked)
        self.list.addAction(delete)
        self.list.currentRowChanged.connect(self._open)
        self.remove.clicked.connect(self._remove_clicked)
        self.form.edited.connect(self._form_edited)
        self._theme.changed.connect(self._follow_theme)

    @property
    def changed_elsewhere(self) -> bool:
        """Whether there is anything to save of the clients."""
        return [draft.substance for draft in self._drafts] != [draft.substance for draft in self._saved]

    @property
    def drafts(self) -> Sequence[Draft]:
        """All clients as they are now, in the order of the list."""
        return tuple(self._drafts)

    def set_path_map(self, row: int, path_map: tuple[PathMapping, ...]) -> None:
        """Give the client in this row of the list other folders."""
        self._drafts[row] = replace(self._drafts[row], path_map=path_map)
        if row == self._current:
            self.form.refresh(self._drafts[row])
        self._show_list()
        self.edited.emit()

    def obstacle(self) -> str:
        """The first thing that keeps the whole from being saved, or nothing."""
        for draft in self._drafts:
            for text in draft.problems().values():
                return f"{draft.name.strip() or self.tr('New client')}: {text}"
        return ""

    def to_save(self) -> tuple[list[ClientConfig], dict[ClientId, NewPassword]]:
        """All clients, and the passwords typed; only while there is no problem."""
        configs: list[ClientConfig] = []
        passwords: dict[ClientId, NewPassword] = {}
        for draft in self._drafts:
            config = draft.config(new_id(draft.name, [*self._taken(), *(other.id for other in configs)]))
            configs.append(config)
            if draft.new_password is not None:
                passwords[config.id] = draft.new_password
        return configs, passwords

    def config_of(self, draft: Draft) -> ClientConfig:
        """What would be saved for this draft."""
        return draft.config(new_id(draft.name, self._taken()))

    def set_states(self, states: Mapping[ClientId, ClientState]) -> None:
        """How we stand with the saved clients now."""
        self._states = states
        self._show_list()

    def select(self, client: ClientId) -> None:
        """Open the form of this client."""
        for row, draft in enumerate(self._drafts):
            if draft.id == client:
                self.list.setCurrentRow(row)

    def show_not_saved(self, error: SettingsNotSavedError) -> None:
        """Nothing was saved: say why, and without a keyring offer the other places for a password."""
        if error.no_keyring:
            self._do_without_keyring()
        self.result.say(Tone.BAD, self.tr("Nothing was saved"), str(error))

    def close_down(self) -> None:
        """The dialog is over: answers still on their way are not shown any more."""
        self._closed = True
        self.test.forget()

    def add_client(self, kind: Kind) -> None:
        """Begin a new one, with what is usual for its program."""
        self._serial += 1
        port = str(KINDS[kind].default_port)
        draft = Draft(kind=kind, serial=self._serial, keep=self._keep, address=Address(port=port))
        if kind == BUILTIN:  # it needs nothing but its name, so one click is enough
            draft = replace(with_kind(draft, kind), name=self.tr("This computer"))
        self._drafts.append(draft)
        self._show_list()
        self.list.setCurrentRow(len(self._drafts) - 1)
        self.form.name.setFocus()
        self.edited.emit()

    def _show_complaints(self, complaints: Sequence[str]) -> None:
        if complaints:
            self.notice.say(Tone.NOTE, self.tr("config.toml needs a look"), "\n".join(complaints[:_COMPLAINTS]))

    def _kinds_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in KINDS:
            action = menu.addAction(program_title(kind))
            action.triggered.connect(lambda _=False, kind=kind: self.add_client(kind))
            if kind == BUILTIN and (reason := why_not_here()):
                action.setEnabled(False)
                action.setToolTip(reason)
        menu.setToolTipsVisible(True)
        return menu

    def _taken(self) -> list[ClientId]:
        # Removed clients count too: an id may still name something that was remembered of them.
        return [draft.id for draft in (*self._saved, *self._drafts) if draft.id is not None]

    def _follow_theme(self) -> None:
        tokens = self._theme.tokens
        self.add.setIcon(icon("plus", tokens, 16))
        self.remove.setIcon(icon("trash-2", tokens))
        for part in (self.form, self.notice, self.result):
            part.set_tokens(tokens)
        self.list.viewport().update()

    def _show_list(self) -> None:
        self.list.show_entries([entry(draft, self._states) for draft in self._drafts])
        any_client = bool(self._drafts)
        self._scroll.setVisible(any_client)
        self._empty.setVisible(not any_client)
        self.remove.setEnabled(any_client)
        self.test.set_possible(possible=any_client)

    def _open(self, row: int) -> None:
        self._current = row
        self.test.forget()
        if 0 <= row < len(self._drafts):
            self.form.show_draft(self._drafts[row])
            self._scroll.verticalScrollBar().setValue(0)
            if (saved := self._drafts[row].saved) is not None:
                self._spawn(self._look_for_password(saved))

    def _form_edited(self) -> None:
        self._drafts[self._current] = self.form.draft
        self.test.forget()
        self._show_list()
        self.edited.emit()

    def _remove_clicked(self) -> None:
        if not 0 <= self._current < len(self._drafts):
            return
        draft = self._drafts[self._current]
        if draft.saved is None:
            self._remove(draft)
            return
        name = draft.saved.name
        ask(
            self,
            title=self.tr("Remove {name} from this program?").format(name=name),
            text=self.tr(
                "Its downloads leave this window when you save. In {name} itself nothing changes: "
                "no download stops, no file is erased."
            ).format(name=name),
            act=self.tr("Remove client"),
            keep=self.tr("Keep it"),
            then=lambda: self._remove(draft),
        )

    def _remove(self, draft: Draft) -> None:
        row = self._drafts.index(draft)
        del self._drafts[row]
        self.list.blockSignals(True)  # taking a line moves the current one before our list has followed
        self._show_list()
        self.list.blockSignals(False)
        row = min(row, len(self._drafts) - 1)
        self.list.setCurrentRow(row)
        self._open(row)
        self.list.setFocus()
        self.edited.emit()

    async def _look_for_password(self, config: ClientConfig) -> None:
        try:
            stored, silence = await self._settings.stored(config), ""
        except ClientError as error:
            stored, silence = None, error.message
        if not self._closed and self.form.draft.saved == config:
            self.form.show_stored(stored, silence)

    async def _look_for_keyring(self) -> None:
        has_keyring = await self._settings.has_keyring()
        if not self._closed and not has_keyring:
            self._do_without_keyring()

    def _do_without_keyring(self) -> None:
        """Offer the other places for a password, the one that forgets first."""
        self._keep = Keep.THIS_RUN
        self._saved = [_without_keyring(draft) for draft in self._saved]
        self._drafts = [_without_keyring(draft) for draft in self._drafts]
        self.form.set_has_keyring(has_keyring=False)
        if 0 <= self._current < len(self._drafts):
            self.form.refresh(self._drafts[self._current])


def _without_keyring(draft: Draft) -> Draft:
    return replace(draft, keep=Keep.THIS_RUN) if draft.keep is Keep.KEYRING else draft


def _empty(title: str, text: str) -> QWidget:
    page = QWidget()
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    column = QVBoxLayout(page)
    column.setSpacing(6)
    column.addStretch()
    for words, role in ((title, "title"), (text, "second")):
        label = QLabel(words)
        label.setProperty("role", role)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        column.addWidget(label)
    column.addStretch()
    return page


def _beside_scroll_bar(panel: QWidget) -> QHBoxLayout:
    """As wide as the form, which leaves room for its scroll bar."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, SCROLL_BAR_ROOM, 0)
    row.addWidget(panel)
    return row
