"""Import from Mydia: which file, which of its clients is which of ours, and what would come of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.clients import KINDS
from mydia_desktop.config.settings import SettingsNotSavedError
from mydia_desktop.domain.mydia import BroughtIn, Count, LeftOut, Mydia, MydiaFileError
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.field import Note
from mydia_desktop.ui.settings.look import dialog_sheet, roomy
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.mydia_import import Choice, Fate, Offer, WhyNotAdded

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_WIDTH, _HEIGHT = 680, 560
_SOON_MS = 80


class Import(Protocol):
    """What the dialog drives."""

    async def read(self, file: Path) -> Mydia:
        """What is in the file. Raises MydiaFileError."""
        ...

    def offers(self, mydia: Mydia) -> list[Offer]:
        """What can become of each of its clients."""
        ...

    async def preview(self, mydia: Mydia, choices: Mapping[str, Choice]) -> BroughtIn:
        """What would come with these choices. Raises StoreUnavailableError."""
        ...

    async def run(self, mydia: Mydia, choices: Mapping[str, Choice]) -> BroughtIn:
        """Bring it in. Raises StoreUnavailableError, SettingsNotSavedError."""
        ...


class MydiaImportDialog(QDialog):
    """Nothing is imported before the button that says so; then what came is said, and the dialog stays."""

    def __init__(self, theme: Theme, work: Import, spawn: Spawn, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._work, self._spawn = theme, work, spawn
        self._mydia: Mydia | None = None
        self._boxes: dict[str, QComboBox] = {}
        self._choices: dict[str, list[Choice]] = {}
        """What the entries of the boxes mean; Qt would make plain strings of them."""
        self._lines: list[QWidget] = []
        self._asked = 0
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(lambda: self._spawn(self._show_preview()))
        self.setWindowTitle(self.tr("Import from Mydia"))
        self.choose_button = QPushButton(self.tr("Choose file…"))
        self.file_label = QLabel(self.tr("No file chosen"))
        self.file_label.setTextFormat(Qt.TextFormat.PlainText)
        self.file_label.setProperty("role", "second")
        self.problem = Note()
        self.clients = QWidget()
        self._grid = QGridLayout(self.clients)
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.summary.setAccessibleName(self.tr("What would come"))
        self.left_out = Note()
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.import_button = QPushButton(self.tr("Import"))
        self.import_button.setProperty("kind", "primary")
        self.import_button.setDefault(True)
        self.import_button.setEnabled(False)
        self._lay_out()
        self.choose_button.clicked.connect(self._choose)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(lambda: self._spawn(self._import()))
        theme.changed.connect(self._draw)
        self._draw()

    def open_file(self, file: Path) -> None:
        """Read this one."""
        self._spawn(self._read(file))

    def choose(self, name: str, choice: Choice) -> None:
        """Say what becomes of one of Mydia's clients."""
        self._boxes[name].setCurrentIndex(self._choices[name].index(choice))

    def _choose(self) -> None:
        title = self.tr("Mydia’s database")  # noqa: RUF001 - an apostrophe as it is printed
        kinds = self.tr("SQLite databases (*.db *.sqlite *.sqlite3);;All files (*)")
        dialog = QFileDialog(self, title, "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()

    async def _read(self, file: Path) -> None:
        self.file_label.setText(plain(str(file)))
        self._forget()
        self.summary.setText(self.tr("Reading…"))
        try:
            mydia = await self._work.read(file)
        except MydiaFileError as error:
            self.summary.setText("")
            self.problem.say(plain(str(error)), problem=True)
            return
        self._mydia = mydia
        self._offer(self._work.offers(mydia))
        self.left_out.say(_left_out(mydia.left_out))
        await self._show_preview()

    def _forget(self) -> None:
        """What was read before counts no more."""
        self._mydia = None
        self.import_button.setEnabled(False)
        self.problem.say("")
        self.left_out.say("")
        self._offer(())

    def _offer(self, offers: Sequence[Offer]) -> None:
        """A line for each of Mydia's clients."""
        for widget in self._lines:
            widget.hide()
            widget.deleteLater()
        self._boxes, self._choices, self._lines = {}, {}, []
        for line, offer in enumerate(offers):
            name, fate = QLabel(plain(offer.name)), QComboBox()
            about = QLabel(self._about(offer))
            for label in (name, about):
                label.setTextFormat(Qt.TextFormat.PlainText)
            about.setProperty("role", "second")
            choices = self._choices_for(offer)
            fate.addItems([self._words(choice, offer) for choice in choices])
            fate.setCurrentIndex(choices.index(offer.usual))
            fate.setAccessibleName(plain(offer.name))
            fate.currentIndexChanged.connect(self._soon.start)
            widgets: tuple[QWidget, ...] = (name, about, fate)
            for column, widget in enumerate(widgets):
                self._grid.addWidget(widget, line, column)
                self._lines.append(widget)
            self._boxes[offer.name], self._choices[offer.name] = fate, choices

    def _choices_for(self, offer: Offer) -> list[Choice]:
        can_be_added: list[Choice] = [] if offer.why_not_added else [Fate.ADD]
        return [*(state.id for state in offer.same), *can_be_added, Fate.LEAVE]

    def _words(self, choice: Choice, offer: Offer) -> str:
        if choice is Fate.ADD:
            return self.tr("Add it to the clients")
        if choice is Fate.LEAVE:
            return self.tr("Leave it and its downloads out")
        name = next(state.name for state in offer.same if state.id == choice)
        return self.tr("It is {client}").format(client=plain(name))

    def _about(self, offer: Offer) -> str:
        count = downloads(offer.downloads)
        if offer.client is None or offer.why_not_added is WhyNotAdded.UNKNOWN:
            return self.tr("{downloads}; no longer in Mydia’s settings").format(downloads=count)  # noqa: RUF001
        if offer.why_not_added is WhyNotAdded.KIND:
            return self.tr("{downloads}; {kind} can’t be used here yet").format(  # noqa: RUF001
                downloads=count, kind=plain(offer.client.kind)
            )
        kind = next(info.title for kind, info in KINDS.items() if kind == offer.client.kind)
        return self.tr("{kind} at {host}:{port}, {downloads}").format(
            kind=kind, host=plain(offer.client.host), port=offer.client.port, downloads=count
        )

    def _chosen(self) -> dict[str, Choice]:
        return {name: self._choices[name][box.currentIndex()] for name, box in self._boxes.items()}

    async def _show_preview(self) -> None:
        mydia = self._mydia
        if mydia is None:
            return
        self._asked += 1
        asked = self._asked
        try:
            would = await self._work.preview(mydia, self._chosen())
        except StoreUnavailableError as error:
            self.problem.say(plain(error.message), problem=True)
            return
        if asked == self._asked and mydia is self._mydia:
            self.summary.setText(self._sentences(would, mydia))
            self.import_button.setEnabled(True)

    async def _import(self) -> None:
        mydia = self._mydia
        if mydia is None:
            return
        self.import_button.setEnabled(False)
        self.cancel_button.setText(self.tr("Close"))
        try:
            done = await self._work.run(mydia, self._chosen())
        except StoreUnavailableError as error:
            self.problem.say(self.tr("Nothing was imported. {why}").format(why=plain(error.message)), problem=True)
            self.import_button.setEnabled(True)
            return
        except SettingsNotSavedError as error:
            why = self.tr("Everything was imported but the clients. {why}").format(why=plain(str(error)))
            self.problem.say(why, problem=True)
            return
        self.problem.say("")
        self.summary.setText(self.tr("Imported.") + "\n" + self._sentences(done, mydia))
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def _sentences(self, brought: BroughtIn, mydia: Mydia) -> str:
        """One a line: how many of each are new, and how many known."""
        lines = [
            _counted(self.tr("Movies and shows"), brought.items),
            _counted(self.tr("Episodes"), brought.episodes),
            _counted(self.tr("Downloads"), brought.downloads),
        ]
        chosen = self._chosen()
        without = sum(1 for download in mydia.downloads if chosen.get(download.client) is Fate.LEAVE)
        if without:
            left = self.tr("{downloads} of clients that are left out do not come.")
            lines.append(left.format(downloads=downloads(without)))
        if added := [plain(name) for name, choice in chosen.items() if choice is Fate.ADD]:
            lines.append(self.tr("Clients added: {names}").format(names=", ".join(added)))
        return "\n".join(lines)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Bring in what Mydia knows"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr("Its library, downloads and clients. Mydia’s own file is only read, and it may go on running.")  # noqa: RUF001
        )
        text.setProperty("role", "second")
        text.setWordWrap(True)
        file = QHBoxLayout()
        file.addWidget(self.choose_button)
        file.addWidget(self.file_label, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        for widget in (self.clients, self.summary, self.left_out):
            inside.addWidget(widget)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(text)
        column.addLayout(file)
        column.addWidget(self.problem)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        self.resize(roomy(_WIDTH, self.font()), roomy(_HEIGHT, self.font()))

    def _draw(self) -> None:
        self.setStyleSheet(dialog_sheet(self._theme.tokens, self.font()))


def _counted(what: str, count: Count) -> str:
    sentence = translate("MydiaImport", "{what}: {new} new, {known} known already")
    return sentence.format(what=what, new=number(count.new), known=number(count.known))


def _left_out(reasons: Mapping[LeftOut, int]) -> str:
    """What of the file does not come whatever is chosen, and why."""
    words = {
        LeftOut.ITEM_WITHOUT_TITLE: translate("MydiaImport", "movies or shows without a title"),
        LeftOut.EPISODE_WITHOUT_NUMBER: translate("MydiaImport", "episodes without a number"),
        LeftOut.DOWNLOAD_WITHOUT_TITLE: translate("MydiaImport", "downloads without a title"),
        LeftOut.DOWNLOAD_NEVER_SENT: translate("MydiaImport", "downloads that no client ever had"),
        LeftOut.CLIENT_WITHOUT_ADDRESS: translate("MydiaImport", "clients without an address"),
    }
    told = [f"{number(count)} {words[reason]}" for reason, count in reasons.items()]
    return translate("MydiaImport", "Left out: {what}.").format(what=", ".join(told)) if told else ""
