"""The submenus that put downloads into a category or give them labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu

from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.ui.plain_text import plain

_LONGEST = 48


class CategoryMenu(QMenu):
    """The categories there are; the one that all the downloads are in is ticked."""

    chosen = Signal(str)
    rows: Sequence[Transfer] = ()
    """What it was filled for."""

    def fill(self, categories: Iterable[str], rows: Sequence[Transfer]) -> None:
        """Offer none, these, and a new one."""
        self.clear()
        self.rows = rows
        current = {row.category or "" for row in rows}
        self._offer(self.tr("None"), "", ticked=current == {""})
        self.addSeparator()
        for category in _sorted({*categories, *current}):
            self._offer(shown(category), category, ticked=current == {category})
        self.addSeparator()
        self.addAction(self.tr("New category…")).triggered.connect(self._ask)

    def _offer(self, text: str, category: str, *, ticked: bool) -> None:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(lambda: self.chosen.emit(category))

    def _ask(self) -> None:
        _ask_for_name(self, self.tr("New category"), self.tr("Name of the category:"), self.chosen.emit)


class LabelMenu(QMenu):
    """The labels there are; those that all the downloads have are ticked."""

    added = Signal(str)
    taken = Signal(str)
    rows: Sequence[Transfer] = ()
    """What it was filled for."""

    def fill(self, labels: Iterable[str], rows: Sequence[Transfer]) -> None:
        """Offer these and a new one."""
        self.clear()
        self.rows = rows
        for label in _sorted({*labels, *(label for row in rows for label in row.labels)}):
            action = self.addAction(shown(label))
            action.setCheckable(True)
            action.setChecked(bool(rows) and all(label in row.labels for row in rows))
            action.triggered.connect(self._telling(label))
        self.addSeparator()
        self.addAction(self.tr("New label…")).triggered.connect(self._ask)

    def _telling(self, label: str) -> Callable[[bool], None]:
        """Qt has ticked the entry, or taken the tick away, before it tells."""
        return lambda ticked: (self.added if ticked else self.taken).emit(label)

    def _ask(self) -> None:
        _ask_for_name(self, self.tr("New label"), self.tr("Name of the label:"), self.added.emit)


def shown(name: str) -> str:
    """A name from outside as the text of a menu entry, which must not become a mnemonic or a second column."""
    text = plain(name)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    return text.replace("&", "&&")


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted((name for name in names if name), key=str.casefold)


def _ask_for_name(menu: QMenu, title: str, caption: str, then: Callable[[str], None]) -> None:
    dialog = QInputDialog(menu.parentWidget())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(caption)
    dialog.textValueSelected.connect(lambda text: then(text.strip()) if text.strip() else None)
    dialog.open()
