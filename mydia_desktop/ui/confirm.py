"""The question before anything that erases data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.domain.transfer import Status, Transfer, TransferKey
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.icons import icon, pixmap
from mydia_desktop.ui.naming import DOT, NameOf
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import clients as count_of_clients
from mydia_desktop.ui.texts import number
from mydia_desktop.ui.theme import Theme
from mydia_desktop.workflows.targets import Live

SHOWN = 6
TYPED_ABOVE_ROWS = 20
TYPED_ABOVE_BYTES = 500 * 1024**3
_WIDTH = 540


class DeleteDialog(QDialog):
    """Names what would be erased. Acts only on what is still there and live when the person agrees."""

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[Transfer],
        live: Live,
        units: Units,
        name_of: NameOf,
        *,
        then: Callable[[tuple[TransferKey, ...]], None],
        parent: QWidget,
    ) -> None:
        """``then`` gets the keys if the person agrees."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._live, self._units, self._then = theme, live, units, then
        self._name_of = name_of
        self._chosen = tuple(rows)
        self._rows = self._chosen
        self._lines: dict[TransferKey, tuple[QLabel, QLabel]] = {}
        self._unfinished = not any(row.done for row in rows)
        self._must_type = len(rows) > TYPED_ABOVE_ROWS or _on_disk(rows) > TYPED_ABOVE_BYTES
        self.setWindowTitle(self.tr("Delete with files"))
        self._title, self._sentence = _label("title"), _label("second")
        self._changes = _label("second")
        self._changes.hide()
        self._typed = QLineEdit()
        self._typed_caption = _label("second")
        self._typed_caption.setBuddy(self._typed)
        self.keep_button = QPushButton(self._keep_words())
        self.keep_button.setDefault(True)
        self.delete_button = QPushButton()
        self.delete_button.setProperty("kind", "danger")
        self.delete_button.setAutoDefault(False)
        self.delete_button.setIconSize(QSize(16, 16))
        self._lay_out()
        self.keep_button.clicked.connect(self.reject)
        self.delete_button.clicked.connect(self._agree)
        self._typed.textChanged.connect(self._see_if_typed)
        self._describe()
        self.keep_button.setFocus()

    def look_again(self) -> None:
        """Leave out what is gone, was added anew, or whose client has fallen silent meanwhile."""
        states = self._live.clients
        still = tuple(
            row
            for row in self._rows
            if (now := self._live.transfers.get(row.key)) is not None
            and now.added_at == row.added_at
            and (state := states.get(row.key.client)) is not None
            and state.is_live(row.key)
        )
        if len(still) != len(self._rows):
            self._rows = still
            self._describe()
            for key in self._lines.keys() - {row.key for row in still}:
                name, facts = self._lines[key]
                struck = name.font()
                struck.setStrikeOut(True)
                name.setFont(struck)
                facts.setText(self.tr("left out"))

    def _agree(self) -> None:
        self.look_again()
        if self._rows and self.delete_button.isEnabled():
            self.accept()
            self._then(tuple(row.key for row in self._rows))

    def _describe(self) -> None:
        """Say what would be erased now."""
        count, left_out = len(self._rows), len(self._chosen) - len(self._rows)
        self._title.setText(self._question(max(1, count)))
        self._sentence.setText(self._consequence() if count else self.tr("Nothing of it is left to delete."))
        self._changes.setText(self.tr("%Ln left out: gone, or the client does not answer any more.", "", left_out))
        self._changes.setVisible(left_out > 0)
        self._typed_caption.setText(self.tr("Type {count} to go on:").format(count=count))
        words = self._act_words(count)
        self.delete_button.setText(f" {words}")  # the space is the icon's distance
        self.delete_button.setAccessibleName(words)
        self._see_if_typed()
        self.adjustSize()

    def _question(self, count: int) -> str:
        if self._unfinished:
            return self.tr("Cancel %Ln download(s) and delete the files?", "", count)
        return self.tr("Delete %Ln download(s) and the files?", "", count)

    def _consequence(self) -> str:
        size = _on_disk(self._rows)
        where = self._where(self._rows)
        if not size:
            erased = self.tr("What there is of it on {client} is erased.").format(client=where)
        else:
            erased = self.tr("{size} on {client} is erased.").format(size=format_size(size, self._units), client=where)
        return f"{erased} {self.tr('This can’t be undone.')}"  # noqa: RUF001 - an apostrophe as it is printed

    def _where(self, rows: Collection[Transfer]) -> str:
        states = self._live.clients
        names = {plain(states[row.key.client].name) for row in rows if row.key.client in states}
        return next(iter(names)) if len(names) == 1 else count_of_clients(len(names))

    def _keep_words(self) -> str:
        if self._unfinished:
            return self.tr("Keep downloading")
        return self.tr("Keep it") if len(self._chosen) == 1 else self.tr("Keep them")

    def _act_words(self, count: int) -> str:
        if len(self._chosen) == 1:
            return self.tr("Stop and delete") if self._unfinished else self.tr("Delete")
        words = self.tr("Stop and delete {count}") if self._unfinished else self.tr("Delete {count}")
        return words.format(count=number(count))

    def _see_if_typed(self) -> None:
        agreed = not self._must_type or self._typed.text().strip() == str(len(self._rows))
        self.delete_button.setEnabled(bool(self._rows) and agreed)

    def _lay_out(self) -> None:
        picture = QLabel()
        tokens = self._theme.tokens
        picture.setPixmap(pixmap("trash-2", tokens.status[Status.FAILED], 22, self.devicePixelRatioF()))
        self.delete_button.setIcon(icon("trash-2", tokens, 16, colour=tokens.on_accent))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addWidget(self._list())
        column.addWidget(self._changes)
        if self._must_type:
            typing = QHBoxLayout()
            typing.addWidget(self._typed_caption)
            typing.addWidget(self._typed)
            column.addLayout(typing)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.delete_button)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 16)
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        self.setMinimumWidth(_WIDTH)

    def _list(self) -> QWidget:
        """The first of them by name, size and client, and how many more there are."""
        card = QFrame()
        card.setObjectName("erased")
        tokens = self._theme.tokens
        colours = f"background: {tokens.base.name()}; border: 1px solid {tokens.track.name()};"
        card.setStyleSheet(f"#erased {{ {colours} border-radius: 6px; }}")
        grid = QGridLayout(card)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        alike = Counter(map(self._name_of, self._chosen))
        for line, row in enumerate(self._chosen[:SHOWN]):
            size = _on_disk([row])
            called, release = self._name_of(row), plain(row.name)
            if alike[called] > 1 and called != release:
                called = DOT.join((called, release))  # of two releases of one movie it has to be clear which goes
            name, facts = _Name(called, release), _label("second")
            facts.setText(" · ".join(([format_size(size, self._units)] if size else []) + [self._where([row])]))
            self._lines[row.key] = name, facts
            grid.addWidget(name, line, 0)
            grid.addWidget(facts, line, 1, Qt.AlignmentFlag.AlignRight)
        more = len(self._chosen) - SHOWN
        if more > 0:
            rest = _label("second")
            rest.setText(self.tr("and {count} more").format(count=number(more)))
            grid.addWidget(rest, SHOWN, 0)
        return card


class _Name(QLabel):
    """A name in the room there is, shortened in the middle."""

    def __init__(self, name: str, release: str) -> None:
        """The tool tip tells both."""
        super().__init__(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(leading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        both = "<br>".join(map(escape, dict.fromkeys((name, release))))  # it would take some names for rich text
        self.setToolTip(f"<p>{both}</p>")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """As a label, shortened."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        self.style().drawItemText(
            painter, self.rect(), self.alignment(), self.palette(), self.isEnabled(), text, self.foregroundRole()
        )


def _on_disk(rows: Collection[Transfer]) -> int:
    """Bytes that are there and would be erased."""
    return sum(max(0, row.size - row.remaining) for row in rows)


def _label(role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label
