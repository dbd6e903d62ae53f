"""The welcome of a new profile: what was found on this computer is there to be ticked. Nothing is changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QIcon
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.errors import ClientError
from mydia_desktop.ui.first_run.client_row import ClientRow
from mydia_desktop.ui.first_run.look import welcome_sheet
from mydia_desktop.ui.first_run.words import strangers, where_we_looked
from mydia_desktop.ui.icons import icon, pixmap
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.resources import RESOURCES
from mydia_desktop.ui.settings.field import Note
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.texts import clients
from mydia_desktop.ui.theme import Theme, scaled
from mydia_desktop.workflows.client_settings import ClientSettings
from mydia_desktop.workflows.discovery import Discovery, Found, Sighting, Standing, Stranger

_WIDTH, _HEIGHT = 820, 590
_LOGO = 56
_SIDE = 56
"""Room at both sides of the list."""


class FirstRunDialog(QDialog):
    """Accepted: what was ticked is added. Rejected: nothing is."""

    another_requested = Signal()
    """A client that is not on this computer, or not where it usually is."""

    def __init__(
        self, theme: Theme, discovery: Discovery, settings: ClientSettings, spawn: Spawn, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._discovery, self._settings, self._spawn = theme, discovery, settings, spawn
        self.rows: list[ClientRow] = []
        self._lines: dict[ClientRow, QFrame] = {}
        self._strangers: list[Stranger] = []
        self.looking = False
        """Whether clients are being looked for."""
        self._adding = False
        self._over = False
        self._has_keyring = True
        self.setWindowTitle(self.tr("Welcome to Mydia Desktop"))
        self._logo, self._greeting = QLabel(), QLabel()
        self._list, self._scroll = QFrame(), QScrollArea()
        self._column = QVBoxLayout(self._list)
        self.nothing, self._hint = QLabel(), QLabel()
        self._magnifier, self.where = QLabel(), QLabel()
        self.besides = Note()
        self.again = QPushButton(self.tr(" Look again"))
        self.another = QPushButton(self.tr(" Add another client…"))
        self.problem = Note()
        self.skip = QPushButton()
        self.count = QLabel()
        self.show_button = QPushButton(self.tr(" Show my downloads"))
        self._lay_out()
        self._connect()
        self._follow_theme()
        self._update()
        spawn(self._look_for_keyring())

    def look(self) -> None:
        """Look for clients; what was ticked and typed stays."""
        if not self.looking and not self._over:
            self.looking = True
            self._strangers = []
            for row in self.rows:
                row.seen = False
            self._update()
            self._spawn(self._look())

    def settings_changed(self) -> None:
        """Somebody saved other clients meanwhile."""
        if not self._adding:
            self.look()

    def done(self, code: int) -> None:
        """Whatever still comes in is not shown any more."""
        self._over = True
        super().done(code)

    async def _look(self) -> None:
        try:
            await self._discovery.look(self._settings.in_force.clients, self._see)
        finally:
            self.looking = False
        if self._over:
            return
        for row in [row for row in self.rows if not row.seen]:
            self._take_away(row)
        self._update()
        self._offer_next_step()
        told = self._found_words() if self._found else f"{self.nothing.text()} {self._hint.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._list, told))

    def _offer_next_step(self) -> None:
        """Put the focus where a person goes on; not away from where they are."""
        if self.focusWidget() is not self._scroll:
            return
        if self.show_button.isEnabled():
            self.show_button.setFocus()
        elif (row := next((row for row in self.rows if row.user.isVisibleTo(row)), None)) is not None:
            row.user.setFocus()

    def _see(self, sighting: Sighting) -> None:
        if self._over:
            return
        if isinstance(sighting, Stranger):
            self._strangers.append(sighting)
        else:
            self._show_row(sighting)
        self._update()

    def _show_row(self, found: Found) -> None:
        """Its line, in the order of the ports whoever answers first."""
        for row in self.rows:
            if row.found.url == found.url:
                row.seen = True
                row.show_found(found)
                return
        row = ClientRow(self._theme, found)
        row.ticked.connect(self._update)
        row.sign_in_requested.connect(lambda: self._sign_in(row))
        place = sum(_order(other.found) < _order(found) for other in self.rows)
        self.rows.insert(place, row)
        line = self._lines[row] = QFrame()
        line.setObjectName("line")
        line.setFixedHeight(1)
        # Below the two labels of an empty list.
        self._column.insertWidget(2 * place + 2, line)
        self._column.insertWidget(2 * place + 3, row)
        chain = [field for row in self.rows for field in row.fields]
        for before, after in pairwise([self._scroll, *chain, self.again, self.another, self.skip, self.show_button]):
            QWidget.setTabOrder(before, after)

    def _take_away(self, row: ClientRow) -> None:
        self.rows.remove(row)
        for widget in (row, self._lines.pop(row)):
            widget.hide()
            widget.deleteLater()

    def _sign_in(self, row: ClientRow) -> None:
        row.begin_sign_in()
        self._spawn(self._try(row, row.user.text(), row.secret.text()))

    async def _try(self, row: ClientRow, username: str, password: str) -> None:
        try:
            found = await self._discovery.sign_in(row.found, username, password)
        except ClientError as error:
            if not self._over and row in self.rows:
                row.sign_in_failed(error.message)
            return
        if not self._over and row in self.rows:
            row.signed_in(found, username, password)
            self._update()

    def _add_chosen(self) -> None:
        self._adding = True
        self._update()
        self._spawn(self._add([row for row in self.rows if row.chosen]))

    async def _add(self, rows: Sequence[ClientRow]) -> None:
        new: list[tuple[ClientConfig, str | None]] = []
        for row in rows:
            others = [*self._settings.in_force.clients, *(config for config, _ in new)]
            new.append((self._discovery.config(row.found, username=row.username, others=others), row.password))
        try:
            await self._settings.add(new)
        except SettingsNotSavedError as error:
            self._adding = False
            self._update()
            self.problem.say(self.tr("Nothing was added. {why}").format(why=plain(str(error))), problem=True)
            return
        self._adding = False
        self.accept()

    async def _look_for_keyring(self) -> None:
        self._has_keyring = await self._settings.has_keyring()
        if not self._over:
            self._update()

    def _update(self) -> None:
        """Everything that follows from what was found and ticked."""
        chosen = sum(row.chosen for row in self.rows)
        found_any = bool(self._found)
        self.nothing.setVisible(not found_any)
        self._hint.setVisible(not found_any and not self.looking)
        self.nothing.setText(
            self.tr("Looking for download clients…")
            if self.looking
            else self.tr("No download client answers on this computer.")
        )
        found = self.tr("These were found on this computer. Nothing is changed in them.")
        none = self.tr("Clients on this computer are found by themselves. Nothing is changed in them.")
        first = self.tr("One live view of everything your download clients are doing.")
        self._greeting.setText(f"{first}\n{found if found_any else none}")
        for place, row in enumerate(self.rows):
            self._lines[row].setVisible(place > 0 or not found_any)
        self.where.setText(where_we_looked(self._discovery.ports, looking=self.looking))
        self.besides.say(self._besides())
        self.again.setEnabled(not self.looking)
        if not self._adding:
            self.problem.say("")
        self.count.setText(self.tr("{clients} selected").format(clients=clients(chosen)) if chosen else "")
        has_clients = bool(self._settings.in_force.clients)
        self.skip.setText(self.tr("Close") if has_clients else self.tr("Skip for now"))
        self.show_button.setEnabled(chosen > 0 and not self._adding)
        self._list.setEnabled(not self._adding)
        self.skip.setEnabled(not self._adding)

    def _besides(self) -> str:
        said = [strangers(sorted(self._strangers, key=lambda stranger: stranger.port))]
        if not self._has_keyring and any(row.found.standing is Standing.WANTS_SIGN_IN for row in self.rows):
            said.append(self.tr("There is no keyring here: passwords are kept until Mydia Desktop closes."))
        return " ".join(filter(None, said))

    def _found_words(self) -> str:
        return self.tr("{clients} found").format(clients=clients(len(self._found)))

    @property
    def _found(self) -> list[ClientRow]:
        """The rows of clients that had to be looked for."""
        return [row for row in self.rows if not row.found.inside]

    def _connect(self) -> None:
        self.again.clicked.connect(self.look)
        self.another.clicked.connect(self.another_requested)
        self.skip.clicked.connect(self.reject)
        self.show_button.clicked.connect(self._add_chosen)
        self._theme.changed.connect(self._follow_theme)

    def reject(self) -> None:
        """Skipping; what is being added can't be taken back."""
        if not self._adding:
            super().reject()

    def _lay_out(self) -> None:
        self._list.setObjectName("found")
        self._list.setAccessibleName(self.tr("Clients found"))
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._hint.setText(self.tr("Transmission answers once remote access is on, qBittorrent once its Web UI is on."))
        for label, role in ((self.nothing, "strong"), (self._hint, "second")):
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setContentsMargins(16, 12, 16, 12)
            self._column.addWidget(label)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(_SIDE, 28, _SIDE, 16)
        column.setSpacing(6)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for label in (self._welcome(), self._greeting):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(14)
        column.addWidget(self._list)
        column.addLayout(self._below())
        column.addWidget(self.besides)
        column.addWidget(self.problem)
        column.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setWidget(middle)
        self._scroll.setFocus()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._footer())
        wanted = QSize(roomy(_WIDTH, self.font()), roomy(_HEIGHT, self.font()))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _welcome(self) -> QLabel:
        welcome = QLabel(self.tr("Welcome to Mydia Desktop"))
        welcome.setFont(scaled(self.font(), 1.7, QFont.Weight.DemiBold))
        self._greeting.setProperty("role", "caption")
        return welcome

    def _below(self) -> QHBoxLayout:
        self.where.setProperty("role", "caption")
        self.where.setWordWrap(True)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._magnifier)
        below.addWidget(self.where, 1)
        for button in (self.again, self.another):
            button.setProperty("kind", "quiet")
            button.setAccessibleName(button.text().strip())  # the space is the icon's distance
            button.setAutoDefault(False)
            below.addWidget(button)
        return below

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        self.skip.setProperty("kind", "quiet")
        self.skip.setAutoDefault(False)
        self.count.setProperty("role", "second")
        self.show_button.setProperty("kind", "primary")
        self.show_button.setDefault(True)
        self.show_button.setAccessibleName(self.show_button.text().strip())
        row = QHBoxLayout(footer)
        row.setContentsMargins(20, 13, 24, 13)
        row.setSpacing(16)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.show_button)
        return footer

    def _follow_theme(self) -> None:
        tokens = self._theme.tokens
        self.setStyleSheet(welcome_sheet(tokens, self.font()))
        self._logo.setPixmap(QIcon(str(RESOURCES / "icons" / "mydia-desktop.svg")).pixmap(QSize(_LOGO, _LOGO)))
        self._magnifier.setPixmap(pixmap("search", tokens.text2, 16, self.devicePixelRatioF()))
        self.again.setIcon(icon("refresh-cw", tokens, 16))
        self.another.setIcon(icon("plus", tokens, 16))
        onwards = "arrow-left" if self.isRightToLeft() else "arrow-right"
        self.show_button.setIcon(icon(onwards, tokens, 16, colour=tokens.on_accent))


def _order(found: Found) -> tuple[bool, int, str]:
    """By port; the one inside this program is the last."""
    return found.inside, found.port, found.url
