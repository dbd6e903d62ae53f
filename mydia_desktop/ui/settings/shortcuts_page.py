"""The Shortcuts page: every action with its keys, other keys for it, and which keys two of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.ui.key_bindings import KeyBindings, in_words, name_of, written
from mydia_desktop.ui.settings.field import Field
from mydia_desktop.ui.settings.page import Page, line

_NAME = Qt.ItemDataRole.UserRole
_RESERVED = ("Esc", "Tab", "Shift+Tab")
"""They close, go back and go on, everywhere."""


class ShortcutsPage(Page):
    """A list of actions, and a field for the keys of the chosen one."""

    name, icon = "shortcuts", "keyboard"

    def __init__(self, preferences: Preferences, keys: KeyBindings | None, parent: QWidget | None = None) -> None:
        """``keys`` are those of the window; without one nothing is listed."""
        super().__init__(parent)
        self.title = self.tr("Shortcuts")
        self._keys = keys if keys is not None else KeyBindings(())
        self._chosen = dict(preferences.shortcuts)
        self._row = QSize(0, self.fontMetrics().height() + 12)
        self._titles: dict[str, str] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.list = QTreeWidget()
        self.list.setObjectName("shortcuts")
        self.list.setAccessibleName(self.title)
        self.list.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        for part in (self.edit, *self.edit.findChildren(QLineEdit)):  # the line in it is what has the focus
            part.setAccessibleName(self.tr("Keys"))
        self.none = QPushButton(self.tr("Clear"))
        self.reset = QPushButton(self.tr("Reset"))
        self.reset_all = QPushButton(self.tr("Reset all"))
        self._field = Field(self._edit_row())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addWidget(line(self.title, "title"))
        column.addWidget(self.list, 1)
        column.addWidget(self._field)
        self._fill()
        self._connect()
        for item in list(self._items.values())[:1]:
            self.list.setCurrentItem(item)
        self._show()

    def _edit_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        for button in (self.none, self.reset, self.reset_all):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _fill(self) -> None:
        for title, actions in self._keys.groups:
            heading = QTreeWidgetItem(self.list, [title])
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setFirstColumnSpanned(True)
            heading.setSizeHint(0, self._row)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            for action in actions:
                self._add(action)

    def _add(self, action: QAction) -> None:
        name = action.objectName()
        self._titles[name] = name_of(action)
        item = QTreeWidgetItem(self.list, [self._titles[name]])
        item.setData(0, _NAME, name)
        item.setSizeHint(0, self._row)
        self._items[name] = item

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self.edit.setFocus())
        self.edit.keySequenceChanged.connect(self._typed)
        self.none.clicked.connect(lambda: self._choose([]))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        return replace(preferences, shortcuts=dict(self._chosen))

    def obstacle(self) -> str:
        """What keeps the whole from being saved."""
        found = next((text for name in self._items if (text := self._problem(name))), "")
        return f"{self.title}: {found}" if found else ""

    def keys_shown(self, name: str) -> str:
        """What the list says of an action."""
        return self._items[name].text(1)

    def choose_action(self, name: str) -> None:
        """Make this action the one whose keys are edited."""
        self.list.setCurrentItem(self._items[name])

    @property
    def note(self) -> str:
        """What the line below the field says now."""
        return self._field.note

    @property
    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None else ""

    def _typed(self, keys: QKeySequence) -> None:
        typed = [] if keys.isEmpty() else [keys]
        if typed != self._keys.keys(self._current, self._chosen)[:1]:  # the field says them again when it is left
            self._choose(typed)

    def _choose(self, keys: list[QKeySequence]) -> None:
        name = self._current
        if not name:
            return
        if keys == self._keys.usual(name):
            self._chosen.pop(name, None)
        else:
            self._chosen[name] = written(keys)
        self._show()
        self.edited.emit()

    def _reset(self) -> None:
        self._chosen.pop(self._current, None)
        self._show()
        self.edited.emit()

    def _reset_all(self) -> None:
        # What other versions of the program call theirs is not on this list, and stays.
        self._chosen = {name: keys for name, keys in self._chosen.items() if name not in self._items}
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        for name, item in self._items.items():
            item.setText(1, in_words(self._keys.keys(name, self._chosen), self.tr(" or ")))
            font = item.font(1)
            font.setBold(name in self._chosen)
            item.setFont(1, font)
        current = self._current
        keys = self._keys.keys(current, self._chosen) if current else []
        with QSignalBlocker(self.edit):
            self.edit.setKeySequence(keys[0] if keys else QKeySequence())
        for widget in (self.edit, self.none):
            widget.setEnabled(bool(current))
        self.reset.setEnabled(current in self._chosen)
        self.reset_all.setEnabled(any(name in self._chosen for name in self._items))
        self._field.set_hint(
            self.tr("Press the keys for “{action}”.").format(action=self._titles[current]) if current else ""
        )
        if current and (problem := self._problem(current)):
            self._field.set_problem(problem)

    def _problem(self, name: str) -> str:
        """Why the keys of this action can't be; those that two share as usual are meant to be shared."""
        own = self._keys.keys(name, self._chosen)
        for keys in own:
            shown = in_words([keys], "")
            if keys.toString(QKeySequence.SequenceFormat.PortableText) in _RESERVED:
                text = self.tr("{keys} is needed everywhere to close, to go on or to go back.")
                return text.format(keys=shown)
            other = self._other_with(keys, name)
            if other:
                text = self.tr("{keys} is used for “{one}” and for “{other}”. Give one of them other keys.")
                return text.format(keys=shown, one=self._titles[name], other=self._titles[other])
        return ""

    def _other_with(self, keys: QKeySequence, name: str) -> str:
        def has(other: str, chosen: Mapping[str, str]) -> bool:
            return keys in self._keys.keys(other, chosen)

        shared_as_usual = {other for other in self._items if has(other, {}) and has(name, {})}
        return next(
            (
                other
                for other in self._items
                if other != name and other not in shared_as_usual and has(other, self._chosen)
            ),
            "",
        )
