"""The form for one client. It turns what is typed into a draft, and says below each field what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.builtin_options import why_not_here
from mydia_desktop.config.client_section import BUILTIN
from mydia_desktop.config.clients import KINDS
from mydia_desktop.config.secrets import Keep
from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.settings.address import Pasted
from mydia_desktop.ui.settings.address_field import AddressField
from mydia_desktop.ui.settings.builtin_fields import BuiltinFields, wants_sign_in
from mydia_desktop.ui.settings.draft import Draft, Part, with_address, with_kind
from mydia_desktop.ui.settings.field import Field
from mydia_desktop.ui.settings.interval_field import IntervalField
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.settings.page import begin_with_the_window
from mydia_desktop.ui.settings.password_field import PasswordField
from mydia_desktop.ui.settings.security_field import SecurityField
from mydia_desktop.ui.theme import Tokens

SCROLL_BAR_ROOM = 14
_LABEL_WIDTH = 116


class ClientForm(QWidget):
    """Fields for one draft."""

    edited = Signal()
    """The person changed something; ``draft`` has it."""

    def __init__(self) -> None:
        super().__init__()
        self._draft = Draft(kind=next(iter(KINDS)))
        self._touched: set[Part] = set()
        self._stored: Keep | None = None
        self._silence = ""
        self._has_keyring = True
        self._password_dropped = False
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        begin_with_the_window(self.title)
        self.enabled = QCheckBox(self.tr("Use this client"))
        self.kind = QComboBox()
        for kind in KINDS:
            self.kind.addItem(program_title(kind), kind)
        if reason := why_not_here():
            place = self.kind.findData(BUILTIN)
            self.kind.model().item(place).setEnabled(False)  # type: ignore[attr-defined] # a combo box's own model
            self.kind.setItemData(place, reason, Qt.ItemDataRole.ToolTipRole)
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name, self.path, self.username = QLineEdit(), QLineEdit(), QLineEdit()
        self.path.setPlaceholderText(self.tr("Only behind a reverse proxy, for example /qbit"))
        self.address = AddressField()
        self.password = PasswordField()
        self.security = SecurityField()
        self.interval = IntervalField()
        self.inside = BuiltinFields(roomy(_LABEL_WIDTH, self.font()))
        self._rows = QFormLayout()
        self._name_field, self._path_field = Field(self.name), Field(self.path)
        self._address_field = Field(self.address, self.address.host)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.enabled)
        form = self._rows
        self.name.ensurePolished()
        line = self.name.sizeHint().height()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(7)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, field, focus in (
            (self.tr("Type"), self.kind, self.kind),
            (self.tr("Name"), self._name_field, self.name),
            (self.tr("Address"), self._address_field, self.address.host),
            (self.tr("Path"), self._path_field, self.path),
            (self.tr("User name"), self.username, self.username),
            (self.tr("Password"), self.password, self.password.line),
            (self.tr("Security"), self.security, self.security.verify),
            (self.tr("Ask every"), self.interval, self.interval.shown),
        ):
            label = QLabel(caption)
            label.setMinimumWidth(roomy(_LABEL_WIDTH, self.font()))
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            label.setFixedHeight(line)  # level with the first line of a field that has more
            label.setBuddy(focus)
            form.addRow(label, field)
            if field is self._name_field:
                form.addRow(self.inside)
        for edit, name in ((self.kind, self.tr("Type")), (self.name, self.tr("Name")), (self.path, self.tr("Path"))):
            edit.setAccessibleName(name)
        self.username.setAccessibleName(self.tr("User name"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, SCROLL_BAR_ROOM, 2)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(form)
        column.addStretch()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.enabled.toggled.connect(self._collect)
        for line in (self.name, self.path, self.username):
            line.textEdited.connect(self._collect)
        for part in (self.address, self.password, self.security, self.interval):
            part.edited.connect(self._collect)
        self.address.pasted.connect(self._take_credentials)
        self.inside.edited.connect(self._collect)
        self.inside.left.connect(lambda: self._touched.update((Part.FOLDER, Part.INTERFACE, Part.PROXY)))
        self.inside.left.connect(self._say_problems)
        for left_part, left in (
            (Part.NAME, self.name.editingFinished),
            (Part.HOST, self.address.finished),
            (Part.PATH, self.path.editingFinished),
        ):
            left.connect(lambda touched=left_part: self._touch(touched))

    @property
    def draft(self) -> Draft:
        """What the form holds."""
        return self._draft

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw the icons in the theme's colours."""
        self.password.set_tokens(tokens)

    def show_draft(self, draft: Draft) -> None:
        """Fill the form with another client."""
        self._touched = set(Part) if draft.saved is not None else set()
        self._stored, self._silence, self._password_dropped = None, "", False
        self._show(draft)

    def refresh(self, draft: Draft) -> None:
        """Show the same client after it was changed from outside; what the person did so far stays."""
        self._show(draft)

    def show_stored(self, stored: Keep | None, silence: str = "") -> None:
        """Say where a password for this client and its saved address lies, if anywhere, or why nobody knows."""
        self._stored, self._silence = stored, silence
        self._say_password()

    def set_has_keyring(self, *, has_keyring: bool) -> None:
        """Without a system keyring the person has to choose where a password is kept."""
        self._has_keyring = has_keyring
        self._show(self._draft)

    def trust(self, fingerprint: str) -> None:
        """Accept only this certificate from now on, as if its fingerprint had been typed."""
        self._change(replace(self._draft, fingerprint=fingerprint, verify_tls=True))

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        self.title.setText(draft.name.strip() or self.tr("New client"))
        for box, index in ((self.kind, self.kind.findData(draft.kind)),):
            with QSignalBlocker(box):
                box.setCurrentIndex(index)
        with QSignalBlocker(self.enabled):
            self.enabled.setChecked(draft.enabled)
        for line, text in ((self.name, draft.name), (self.path, draft.address.path), (self.username, draft.username)):
            if line.text() != text:
                line.setText(text)
        self._show_fields(draft)
        self.address.show_address(draft.address)
        self.password.show_password(draft.typed, draft.keep, has_keyring=self._has_keyring)
        self.security.show_security(
            encrypted=draft.address.scheme == "https",
            verify=draft.verify_tls,
            authority=draft.ca_file,
            fingerprint=draft.fingerprint,
        )
        self.interval.show_seconds(draft.refresh_seconds, draft.hidden_refresh_seconds)
        self._say_problems()
        self._say_password()

    def _show_fields(self, draft: Draft) -> None:
        """Those its kind of client has."""
        options = draft.builtin
        if options is not None:
            self.inside.show_options(options)
        self._rows.setRowVisible(self.inside, options is not None)
        remote: list[QWidget] = [self._address_field, self._path_field, self.security, self.interval]
        sign_in: list[QWidget] = [self.username, self.password]
        for field in remote:
            self._rows.setRowVisible(field, options is None)
        for field in sign_in:
            self._rows.setRowVisible(field, options is None or wants_sign_in(options))

    def _collect(self) -> None:
        before = self._draft
        draft = replace(
            before,
            name=self.name.text(),
            username=self.username.text(),
            typed=self.password.line.text(),
            keep=Keep.KEYRING if self._has_keyring else self.password.chosen,
            enabled=self.enabled.isChecked(),
            verify_tls=self.security.verify.isChecked(),
            ca_file=self.security.authority.text(),
            fingerprint=self.security.pin.text(),
            builtin=before.builtin and self.inside.options,
            refresh_seconds=self.interval.shown.value(),
            hidden_refresh_seconds=self.interval.hidden.value(),
        )
        draft = with_address(draft, replace(self.address.address(), path=self.path.text()))
        if draft.address != before.address:
            self._password_dropped = bool(before.typed) and not draft.typed
        elif draft.typed:
            self._password_dropped = False
        self._change(draft)

    def _change(self, draft: Draft) -> None:
        self._show(draft)
        self.edited.emit()

    def _kind_chosen(self) -> None:
        self._change(with_kind(self._draft, self.kind.currentData()))

    def _take_credentials(self, brought: Pasted) -> None:
        if brought.username:
            typed = brought.password or self._draft.typed
            self._change(replace(self._draft, username=brought.username, typed=typed))

    def _touch(self, part: Part) -> None:
        self._touched.add(part)
        self._say_problems()

    def _say_problems(self) -> None:
        found = self._draft.problems()
        shown = {part: text for part, text in found.items() if part in self._touched or part in _ALWAYS_SAID}
        self._name_field.set_problem(shown.get(Part.NAME, ""))
        self._address_field.set_problem(shown.get(Part.HOST, "") or shown.get(Part.PORT, ""))
        self._path_field.set_problem(shown.get(Part.PATH, ""))
        self.inside.say(
            folder=shown.get(Part.FOLDER, ""),
            interface=shown.get(Part.INTERFACE, ""),
            proxy=shown.get(Part.PROXY, ""),
        )
        self.security.pin_field.set_problem(shown.get(Part.FINGERPRINT, ""))

    def _say_password(self) -> None:
        stored = self._stored is not None and not self._draft.address_edited
        unknown = bool(self._silence) and not self._draft.typed
        self.password.say(self._password_note(), stored=stored, problem=self._password_dropped or unknown)

    def _password_note(self) -> str:
        draft = self._draft
        if self._password_dropped:
            return self.tr(
                "The address changed, so the password was cleared: it was not typed for this one. Type it again."
            )
        if self._silence and not draft.typed:
            return self._silence
        if self._stored is not None and draft.address_edited and not draft.typed:
            return self.tr("The stored password stays with the old address and is not sent to this one. Type it again.")
        if not self._has_keyring:
            return self._note_without_keyring()
        if not draft.typed and self._stored is Keep.FILE:
            return self.tr("Written in config.toml, as plain text.")
        if not draft.typed and self._stored is Keep.THIS_RUN:
            return self.tr("Known until Mydia Desktop closes.")
        return self.tr("Kept in the system keyring (KWallet, Secret Service, Keychain, Credential Manager).")

    def _note_without_keyring(self) -> str:
        if not self._draft.typed and self._stored is Keep.FILE:
            return self.tr("Written in config.toml, as plain text.")
        if not self._draft.typed and self._stored is Keep.THIS_RUN:
            return self.tr("Known until Mydia Desktop closes.")
        return self.tr("This computer offers no keyring to programs. Choose where the password is kept.")


# These can only be wrong by typing, so there is nothing to wait for.
_ALWAYS_SAID = frozenset({Part.PORT, Part.FINGERPRINT})
