"""Which client is to take it, with the room it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.plain_text import plain

translate = QCoreApplication.translate

_ID = Qt.ItemDataRole.UserRole


class Choice(NamedTuple):
    """A client, and why it can't take what is there; empty if it can."""

    state: ClientState
    obstacle: str


class ClientChoice(QComboBox):
    """Chooses the first that can until a person chooses."""

    chosen = Signal()
    """Another one, by hand or by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand = False
        self._told: ClientId | None = None
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setAccessibleName(self.tr("Client"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._activated)

    @property
    def client(self) -> ClientId | None:
        """The one that is chosen."""
        found = self.currentData(_ID)
        return None if found is None else ClientId(found)

    def forget_choice(self) -> None:
        """From now on choose by itself again."""
        self._by_hand = False

    def set_choices(self, choices: Sequence[Choice], units: Units) -> None:
        """Offer these in this order."""
        kept = self.client if self._by_hand else None
        ids = [choice.state.id for choice in choices]
        if [self.itemData(place, _ID) for place in range(self.count())] != ids:
            self.clear()
            for found in ids:
                self.addItem("", found)
        for place, choice in enumerate(choices):
            text = words(choice, units)
            if self.itemText(place) != text:
                self.setItemText(place, text)
            self._rows.item(place).setEnabled(not choice.obstacle)
            self.setItemData(place, plain(choice.obstacle), Qt.ItemDataRole.ToolTipRole)
        wanted = kept if kept in ids else _first_able(choices)
        self.setCurrentIndex(ids.index(wanted) if wanted is not None else min(0, len(ids) - 1))
        self._tell()

    def _activated(self) -> None:
        self._by_hand = True
        self._tell()

    def _tell(self) -> None:
        if self.client != self._told:
            self._told = self.client
            self.chosen.emit()


def words(choice: Choice, units: Units) -> str:
    """``NAS — Transmission 4.1.0, 1.82 TiB free``, or why not."""
    state = choice.state
    name = plain(state.name)
    if choice.obstacle:
        return f"{name} — {plain(choice.obstacle)}"
    program = program_title(state.kind)
    facts = state.facts
    if facts is None:
        return f"{name} — {program}"
    parts = [f"{program} {plain(facts.version)}".strip()]
    if facts.free_space is not None:
        parts.append(translate("Add", "{size} free").format(size=format_size(facts.free_space, units)))
    return f"{name} — {', '.join(parts)}"


def _first_able(choices: Iterable[Choice]) -> ClientId | None:
    return next((choice.state.id for choice in choices if not choice.obstacle), None)
