"""What the list below shows: the view, how many downloads, and what narrows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.chip import Chip
from mydia_desktop.ui.chip_row import ChipRow
from mydia_desktop.ui.filtering import Filter, Media, View
from mydia_desktop.ui.texts import STATUSES, clients, downloads, media_name, not_live, number, status_name, view_name
from mydia_desktop.ui.theme import Theme, scaled

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class ViewHead(QWidget):
    """Name, sentence, and a chip for every active filter."""

    chip_removed = Signal(object)
    """The Filter without that chip, or without all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._named: tuple[tuple[str, Filter], ...] = ()
        self._filter = Filter()
        self.name, self.sentence = QLabel(), QLabel()
        for label in (self.name, self.sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setProperty("role", "second")
        self.chips = ChipRow()
        self.chips.clear_button.clicked.connect(self._remove_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.sentence)
        row.addWidget(self.chips, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._draw_fonts()

    def show_filter(self, chosen: Filter, states: Mapping[ClientId, ClientState], *, shown: int, total: int) -> None:
        """Say what is chosen, and that it lets ``shown`` of all ``total`` downloads through."""
        self._filter = chosen
        self.name.setText(view_name(chosen.view))
        self.sentence.setText(_sentence(chosen, states, shown, total))
        self._show_chips(tuple(_active(chosen, states)))

    def show_remembered(self, chosen: Filter, sentence: str) -> None:
        """Say what a view of something else than downloads shows; no filter of theirs narrows it."""
        self._filter = chosen
        self.name.setText(view_name(chosen.view))
        self.sentence.setText(sentence)
        self._show_chips(())

    def _show_chips(self, named: tuple[tuple[str, Filter], ...]) -> None:
        if named != self._named:
            self._named = named
            self.chips.set_chips([self._chip(name, without) for name, without in named])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """44 high, more for a larger font."""
        return QSize(super().sizeHint().width(), max(44, self.name.sizeHint().height() + 16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The ground of the list below."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.base)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw_fonts()

    def _chip(self, name: str, without: Filter) -> Chip:
        chip = Chip(self._theme, name)
        chip.clicked.connect(lambda _checked: self.chip_removed.emit(without))
        return chip

    def _remove_all(self) -> None:
        self.chip_removed.emit(Filter(view=self._filter.view, text=self._filter.text))

    def _draw_fonts(self) -> None:
        self.name.setFont(scaled(self.font(), 1.25, QFont.Weight.DemiBold))
        self.sentence.setFont(scaled(self.font(), 0.92, figures=True))


def _sentence(chosen: Filter, states: Mapping[ClientId, ClientState], shown: int, total: int) -> str:
    if chosen == Filter():
        switched_on = sum(state.phase is not Phase.DISABLED for state in states.values())
        if not switched_on:
            return ""  # the page below says what is missing
        both = translate("ViewHead", "{downloads} in {clients}")
        return both.format(downloads=downloads(total), clients=clients(switched_on))
    sentence = translate("ViewHead", "{shown} of {downloads}")
    if chosen == Filter(view=View.ISSUES):
        one = translate("ViewHead", "{shown} of {downloads} needs attention")
        sentence = one if shown == 1 else translate("ViewHead", "{shown} of {downloads} need attention")
    return sentence.format(shown=number(shown), downloads=downloads(total))


def _active(chosen: Filter, states: Mapping[ClientId, ClientState]) -> Iterator[tuple[str, Filter]]:
    """Every active filter by name, each with what is left of the choice without it."""
    if chosen.not_live:
        yield not_live(), replace(chosen, not_live=False)
    for status in STATUSES:
        if status in chosen.statuses:
            yield status_name(status), replace(chosen, statuses=chosen.statuses - {status})
    for client in sorted(chosen.clients):
        name = states[client].name if client in states else client
        yield name, replace(chosen, clients=chosen.clients - {client})
    for media in Media:
        if media in chosen.media:
            yield media_name(media), replace(chosen, media=chosen.media - {media})
    for category in sorted(chosen.categories):
        yield category, replace(chosen, categories=chosen.categories - {category})
