"""One client that was found: a tick, what it is, and how to sign in where it wants that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.first_run.words import detail, standing, title
from mydia_desktop.ui.icons import pixmap
from mydia_desktop.ui.labels import ShortLabel
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.field import Note, restyle
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.theme import Theme, scaled
from mydia_desktop.workflows.discovery import Found, Standing

_TILE = 36
_GAP = 12
_USER_WIDTH, _PASSWORD_WIDTH = 120, 130
_CHOOSABLE = frozenset({Standing.READY, Standing.OPTIONAL})
_SIGNS = {
    Standing.READY: ("circle-check", Status.COMPLETED),
    Standing.KNOWN: ("check", None),
    Standing.TROUBLED: ("octagon-x", Status.FAILED),
}


class ClientRow(QWidget):
    """Keeps what a person typed and ticked while the client is looked for again."""

    ticked = Signal()
    sign_in_requested = Signal()

    def __init__(self, theme: Theme, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self._theme = theme
        self.found = found
        self.seen = True
        """Whether the last look met it."""
        self.username = ""
        self.password: str | None = None
        """What it let us in with."""
        self.tick = QCheckBox()
        self.title, self.detail = ShortLabel(), ShortLabel("second")
        self.standing = QLabel()
        self.user, self.secret = QLineEdit(), QLineEdit()
        self.connect_button = QPushButton(self.tr("Connect"))
        self.problem = Note()
        self._tile, self._sign = QLabel(), QLabel()
        self._lay_out()
        self.tick.toggled.connect(lambda _on: self.ticked.emit())
        self.connect_button.clicked.connect(self.sign_in_requested)
        for line in (self.user, self.secret):
            line.textEdited.connect(lambda _text: self._follow_typing())
            line.returnPressed.connect(self._enter)
        theme.changed.connect(self._draw)
        self.show_found(found)

    @property
    def chosen(self) -> bool:
        """Whether it is to be added."""
        return self.found.standing in _CHOOSABLE and self.tick.isChecked()

    def show_found(self, found: Found) -> None:
        """What is known of it now; one that has let us in stays so, and one that is ready is ticked for a start."""
        if self.password is not None and found.standing is Standing.WANTS_SIGN_IN:
            return
        was = self.found.standing if self.title.text() else None
        self.found = found
        self.title.setText(title(found))
        self.detail.setText(detail(found))
        self.standing.setText(standing(found))
        self.standing.setProperty("role", "ready" if found.standing is Standing.READY else "second")
        restyle(self.standing)
        self.problem.say(plain(found.trouble), problem=found.standing is not Standing.ABSENT)
        self.detail.setVisible(bool(self.detail.text()))
        wants = found.standing is Standing.WANTS_SIGN_IN
        for field in (self.user, self.secret, self.connect_button):
            field.setVisible(wants)
        self.standing.setVisible(not wants)
        self._sign.setVisible(found.standing in _SIGNS)
        self.tick.setEnabled(found.standing in _CHOOSABLE)
        if found.standing is not was:
            self.tick.setChecked(found.standing in (Standing.READY, Standing.KNOWN))
        self.tick.setAccessibleName(", ".join(filter(None, (title(found), detail(found), standing(found)))))
        self._name_fields()
        self._follow_typing()
        self._draw()

    @property
    def fields(self) -> list[QWidget]:
        """What the Tab key reaches, in its order."""
        return [self.tick, self.user, self.secret, self.connect_button]

    def begin_sign_in(self) -> None:
        """It is being asked; one attempt at a time."""
        self.problem.say("")
        self._allow_typing(allowed=False)
        self.connect_button.setText(self.tr("Asking…"))

    def sign_in_failed(self, reason: str) -> None:
        """Say why; the next attempt is the person's."""
        self._allow_typing(allowed=True)
        self.connect_button.setText(self.tr("Connect"))
        self.problem.say(plain(reason), problem=True)
        self.secret.setAccessibleDescription(plain(reason))
        self.secret.selectAll()
        self.secret.setFocus()

    def signed_in(self, found: Found, username: str, password: str) -> None:
        """It knows us."""
        self.username, self.password = username, password
        self.secret.clear()
        self.show_found(found)
        self.tick.setFocus()

    def _allow_typing(self, *, allowed: bool) -> None:
        for part in (self.user, self.secret, self.connect_button):
            part.setEnabled(allowed)

    def _follow_typing(self) -> None:
        self.connect_button.setEnabled(bool(self.secret.text()))

    def _enter(self) -> None:
        if self.secret.text():
            self.sign_in_requested.emit()
        else:
            self.secret.setFocus()

    def _name_fields(self) -> None:
        program = title(self.found)
        self.user.setAccessibleName(self.tr("User name for {client}").format(client=program))
        self.secret.setAccessibleName(self.tr("Password for {client}").format(client=program))
        self.connect_button.setAccessibleName(self.tr("Connect to {client}").format(client=program))

    def _lay_out(self) -> None:
        self.user.setPlaceholderText(self.tr("User name"))
        self.secret.setPlaceholderText(self.tr("Password"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.user.setFixedWidth(roomy(_USER_WIDTH, self.font()))
        self.secret.setFixedWidth(roomy(_PASSWORD_WIDTH, self.font()))
        self.connect_button.setAutoDefault(False)
        self._tile.setObjectName("tile")
        self._tile.setFixedSize(_TILE, _TILE)
        self._tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(3)
        for label in (self.title, self.detail):
            words.addWidget(label)
        self.title.setFont(scaled(self.font(), 1.04, QFont.Weight.DemiBold))
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.tick)
        row.addWidget(self._tile)
        row.addLayout(words, 1)
        for part in (self.user, self.secret, self.connect_button):
            row.addWidget(part)
        end = QHBoxLayout()
        end.setSpacing(6)
        end.addWidget(self._sign)
        end.addWidget(self.standing)
        row.addLayout(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(row)
        # Under the words, not under the tick.
        self.problem.setContentsMargins(self.tick.sizeHint().width() + _TILE + 2 * _GAP, 0, 0, 0)
        column.addWidget(self.problem)

    def _draw(self) -> None:
        tokens, ratio = self._theme.tokens, self.devicePixelRatioF()
        self._tile.setPixmap(pixmap("box" if self.found.inside else "server", tokens.text2, 20, ratio))
        if (sign := _SIGNS.get(self.found.standing)) is not None:
            name, status = sign
            colour = tokens.text2 if status is None else tokens.status[status]
            self._sign.setPixmap(pixmap(name, colour, 16, ratio))
