"""The Add dialog: what is to be added, what it is for, and where it goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.ui.add.adder import Adder
from mydia_desktop.ui.add.basket import Basket
from mydia_desktop.ui.add.client_offers import ClientOffers
from mydia_desktop.ui.add.drop_zone import DropZone
from mydia_desktop.ui.add.files_dialog import FilesDialog
from mydia_desktop.ui.add.footer import ADD_KEYS, Footer
from mydia_desktop.ui.add.for_card import ForCard
from mydia_desktop.ui.add.form import Form, rule
from mydia_desktop.ui.add.item import Item, Origin, Stage
from mydia_desktop.ui.add.item_list import ItemList
from mydia_desktop.ui.add.look import dialog_sheet
from mydia_desktop.ui.add.notice_box import NoticeBox
from mydia_desktop.ui.add.options import Options
from mydia_desktop.ui.add.reader import Reader, Spawn
from mydia_desktop.ui.add.source_box import SourceBox
from mydia_desktop.ui.add.subjects import Subjects
from mydia_desktop.ui.add.words import count_sentence, duplicate_sentence, space_sentence, spoken
from mydia_desktop.ui.add.work import AddWork
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.notice import Tone
from mydia_desktop.ui.offers import of_mime
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.settings.tall_scroll_area import TallScrollArea
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.release_text import TextSource, looks_like_release

_WIDTH = 720
_MARGIN = 20
_TITLE_BAR = 40
"""About as high as it is; the screen has to hold both."""


class AddDialog(QDialog):
    """One for everything that comes, however it comes. Esc puts it away with all that is in it; Cancel empties it."""

    show_requested = Signal(object)
    """TransferKey of what is there already."""
    ended = Signal(object)
    """list[Item]: a round of adding is over, and this became of them."""

    def __init__(
        self, theme: Theme, work: AddWork, spawn: Spawn, *, units: Callable[[], Units], parent: QWidget | None = None
    ) -> None:
        """``spawn`` gives work to whoever owns the tasks."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add downloads"))
        self.setAcceptDrops(True)
        self._theme, self._work, self._spawn, self._units = theme, work, spawn, units
        self._offered = ""
        self.basket = Basket(spoken, self)
        self._reader = Reader(work, spawn, self)
        self._subjects = Subjects(
            theme, self.basket, work, spawn, client=lambda: self.options.client.client, dialog=self
        )
        self._adder = Adder(self.basket, work.additions, self)
        self._offers = ClientOffers(work)
        self.source = SourceBox()
        self.zone = DropZone(theme)
        self.list = ItemList(theme, self.basket)
        self.card = ForCard(theme, units)
        self.problem = NoticeBox(theme, Tone.ERROR)
        self.duplicate = NoticeBox(theme)
        self.options = Options(theme)
        self.space = NoticeBox(theme)
        self.footer = Footer(theme)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_all)
        self._arrange()
        self._connect()
        self._follow_theme()
        self._show_all()

    # -- what comes in -----------------------------------------------------------------------------------------

    def begin(self, clipboard: str) -> None:
        """Come up; what the clipboard holds is taken over if it is there to be downloaded and nothing else waits."""
        if self._begin_anew() and clipboard != self._offered and looks_like_release(clipboard):
            self._offered = clipboard  # once: what was added, or sent away, does not come back by itself
            self.source.fill(clipboard)
        self._show_all()
        self.show()
        self.raise_()
        self.activateWindow()
        self.source.edit.setFocus()

    def expect(self, subject: SubjectDraft | None) -> None:
        """Until the dialog is put away, what comes is for this, whatever its name suggests."""
        self._subjects.expected = subject

    def take(self, origins: Iterable[Origin]) -> None:
        """Take these in addition to what is there."""
        self._begin_anew()
        taken = list(origins)
        lines = [origin.text for origin in taken if isinstance(origin, TextSource)]
        if lines:
            self.source.append(lines)
        self.basket.put(origin for origin in taken if not isinstance(origin, TextSource))

    def _begin_anew(self) -> bool:
        """Where nothing is left from before, what was chosen for that counts no more; whether it is so."""
        if not self.isVisible():
            self.basket.remove({item.number for item in self.basket if item.is_over})
        empty = not len(self.basket) and not self.source.text.strip()
        if empty and not self.isVisible():
            self.options.begin_anew()
        return empty

    def look_again(self) -> None:
        """The clients have said something new."""
        if not self.isVisible():
            return
        self._subjects.look_again(self.current)
        self._soon.start()

    # -- what is shown -----------------------------------------------------------------------------------------

    @property
    def current(self) -> Item | None:
        """What the card is about."""
        if len(self.basket) > 1:
            return self.list.current
        return next(iter(self.basket), None)

    def _show_all(self) -> None:
        """Let everything follow the basket, the clients, and what is chosen."""
        items = list(self.basket)
        several = len(items) > 1
        if items and self.list.current is None:
            self.list.setCurrentIndex(self.basket.index(0))
        self.list.setVisible(several)
        self._list_caption.setVisible(several)
        self.zone.set_small(small=several)
        waiting = [item for item in items if item.waits]
        self.options.set_clients(self._offers.choices(waiting), self._units())
        self._show_client()
        self._show_current()
        self._show_count(items)
        self._fit()

    def _show_client(self) -> None:
        live, client = self._work.live, self.options.client.client
        state = live.clients.get(client) if client is not None else None
        config = next((config for config in live.configs if config.id == client), None)
        self.options.show_client(state, config)
        needed = sum(item.release.size or 0 for item in self._ready() if item.release is not None)
        self.space.say(space_sentence(state, needed, self._units()))

    def _show_current(self) -> None:
        item = self.current
        self.card.show_item(item)
        self.problem.say(self._problem_of(item))
        first = next(iter(item.duplicates), None) if item is not None and item.waits else None
        if item is None or first is None:
            self.duplicate.say("")
            return
        target = self.options.client.client
        sentence = duplicate_sentence(first, item.subject, target, now=time.time())
        self.duplicate.say(sentence, self.tr("Show it") if first.key is not None else "")

    def _problem_of(self, item: Item | None) -> str:
        """What is wrong with the one on the card; with several, the list says it."""
        if not self._work.live.clients:
            return self.tr("There is no client yet that could take it. Add one in the settings.")
        if item is None:
            return ""
        client = self.options.client.client
        if item.message and len(self.basket) == 1:
            return item.message
        if item.waits and item.release is not None and client is not None:
            return self._offers.obstacle(item.release.payload, client)
        return ""

    def _show_count(self, items: Sequence[Item]) -> None:
        if self._adder.running:
            self.footer.show_progress(self._adder.done, self._adder.count)
            return
        ready = self._ready()
        again = bool(ready) and all(item.stage is Stage.FAILED for item in ready)
        settled = all(item.stage is not Stage.READING for item in items)
        self.footer.show_count(len(ready), again=again, status=count_sentence(items, len(ready)), settled=settled)
        over = bool(items) and all(item.is_over for item in items)
        self.footer.show_cancel(over=over or self._adder.running)

    def _ready(self) -> list[Item]:
        """What the chosen client can be asked to take now."""
        client = self.options.client.client
        if client is None:
            return []
        return [
            item
            for item in self.basket
            if item.waits and item.release is not None and not self._offers.obstacle(item.release.payload, client)
        ]

    # -- what happens ------------------------------------------------------------------------------------------

    def _could_not_be_read(self, number: int, message: str) -> None:
        self.basket.change(number, stage=Stage.UNREADABLE, message=message)

    def _client_changed(self) -> None:
        self._subjects.compare_all()
        self._soon.start()

    def _subject_chosen(self, subject: SubjectDraft | None) -> None:
        item = self.current
        if item is not None:
            self._subjects.choose(item, subject)

    def _open_match(self, kind: MediaType | None) -> None:
        """For the one on the card, and all that are selected together with it."""
        item = self.current
        if item is not None:
            selected = [each for each in self.list.selected if each.waits and each != item]
            together = selected if item in self.list.selected and len(self.basket) > 1 else []
            self._subjects.open_match([item, *together], kind)

    def _add(self) -> None:
        client = self.options.client.client
        self.source.settle()
        ready = self._ready()
        if client is None or not ready or self._adder.running:
            return
        self._spawn(self._adder.add([item.number for item in ready], self.options.chosen(client)))

    def _added(self, numbers: Sequence[int]) -> None:
        """A round is over: what was added is done with, the rest stays."""
        items = [item for number in numbers if (item := self.basket.find(number)) is not None]
        if all(item.stage is Stage.ADDED for item in self.basket):
            self._empty()
            self.hide()
        else:
            self.source.keep([item.origin for item in self.basket if not item.is_over])
            self._go_to_trouble()
            self._show_all()
        self.ended.emit(items)

    def _go_to_trouble(self) -> None:
        """To the first that needs a person."""
        item = next((item for item in self.basket if not item.is_over), None)
        if item is not None:
            self.list.setCurrentIndex(self.basket.place(item.number))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Put away: what comes next may be for anything."""
        super().hideEvent(event)
        self._subjects.expected = None

    def _empty(self) -> None:
        self.source.clear()
        self.basket.clear()

    def _cancel(self) -> None:
        if not self._adder.running:
            self._empty()
        self.reject()

    def open_files(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self, self.tr("Choose .torrent or .nzb files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Torrents and NZBs") + " (*.torrent *.nzb *.nzb.gz)", self.tr("All files") + " (*)"]
        )
        dialog.filesSelected.connect(lambda paths: self.take(Path(path) for path in paths))
        dialog.open()

    def _show_files(self) -> None:
        item = self.current
        if item is not None and item.release is not None:
            FilesDialog(item.release, self._units(), self).open()

    def _show_duplicate(self) -> None:
        item = self.current
        first = next(iter(item.duplicates), None) if item is not None else None
        if first is not None and first.key is not None:
            self.show_requested.emit(first.key)

    # -- dropping ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's
        """Take what can be added."""
        if of_mime(event.mimeData()):
            event.acceptProposedAction()
            self.zone.set_lit(lit=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """It was taken elsewhere."""
        self.zone.set_lit(lit=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's
        """It is to be added."""
        self.zone.set_lit(lit=False)
        self.take(of_mime(event.mimeData()))
        event.acceptProposedAction()

    # -- its parts ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        body = QWidget()
        body.setObjectName("body")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        inner.setSpacing(12)
        what = Form()
        what.add_field(self.tr("Magnet, link or hash"), self.source, self.source.edit)
        what.add_field("", self.zone, self.zone.choose)
        self._list_caption = what.add_field(self.tr("Downloads"), self.list)
        what.add_field(self.tr("For"), self.card, self.card.kind)
        inner.addLayout(what)
        for widget in (self.problem, self.duplicate, rule(), self.options, self.space):
            inner.addWidget(widget)
        inner.addStretch(1)
        self._body = body
        self._scroll = TallScrollArea(body)
        self._scroll.setFrameShape(TallScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.footer)
        order = (
            self.source.edit, self.zone.choose, self.list, self.card.kind, self.card.change, self.card.files,
            self.duplicate.button, self.options.client, self.options.category, self.options.path.line,
            self.options.path.choose, self.options.start, self.options.top, self.footer.cancel, self.footer.add,
        )  # fmt: skip
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _connect(self) -> None:
        self.basket.arrived.connect(self._reader.want)
        self.basket.left.connect(self._reader.drop)
        self.basket.changed.connect(self._soon.start)
        self._reader.read.connect(self._subjects.take)
        self._reader.failed.connect(self._could_not_be_read)
        self.source.lines_changed.connect(self.basket.set_lines)
        self.zone.choose_requested.connect(self.open_files)
        self.list.current_changed.connect(self._soon.start)
        self.list.removal_requested.connect(self._take_out)
        self.card.subject_chosen.connect(self._subject_chosen)
        self.card.change_requested.connect(self._open_match)
        self.card.files_requested.connect(self._show_files)
        self.duplicate.pressed.connect(self._show_duplicate)
        self.options.client_changed.connect(self._client_changed)
        self.footer.add_requested.connect(self._add)
        self.footer.cancel_requested.connect(self._cancel)
        self._adder.progressed.connect(self._soon.start)
        self._adder.ended.connect(self._added)
        self._theme.changed.connect(self._follow_theme)
        for keys in ADD_KEYS:
            QShortcut(QKeySequence(keys), self, self.footer.add.click)

    def _take_out(self, numbers: set[int]) -> None:
        """Out of the list, and out of the text box."""
        kept = [item for item in self.basket if item.number not in numbers or item.stage is Stage.ADDING]
        self.basket.remove(numbers - {item.number for item in kept})
        self.source.keep([item.origin for item in kept if not item.is_over])

    def _fit(self) -> None:
        """As high as what is in it, as far as the screen goes."""
        if not self.isVisible():
            for part in self.findChildren(QWidget):
                part.ensurePolished()  # or the style sheet, with all its paddings, comes after it is measured
        screen = self.screen().availableGeometry()
        width = max(self.width() if self.isVisible() else 0, min(roomy(_WIDTH, self.font()), screen.width()))
        body = max(self._body.heightForWidth(width), self._body.minimumSizeHint().height())  # the first may be -1
        wanted = body + self.footer.sizeHint().height()
        if not self.isVisible() or wanted > self.height():
            self.resize(QSize(width, min(wanted, screen.height() - _TITLE_BAR)))
        below = self.frameGeometry().bottom() - screen.bottom()
        if self.isVisible() and below > 0:  # it has grown over the edge
            self.move(self.x(), max(screen.top(), self.y() - below))

    def _follow_theme(self) -> None:
        self.setStyleSheet(dialog_sheet(self._theme.tokens, self.font()))
