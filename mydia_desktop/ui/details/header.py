"""The top of the pane: what the download is called, how it stands, and what is done with it most."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from mydia_desktop.ui import cells
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.details.look import title_font
from mydia_desktop.ui.icons import NOT_LIVE_ICON, STATUS_ICONS, icon, pixmap
from mydia_desktop.ui.labels import ShortLabel, label
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.ui.row_look import Look
from mydia_desktop.ui.settings.field import restyle
from mydia_desktop.ui.texts import with_shortcut
from mydia_desktop.ui.theme import Theme

_ICON = 16
_WORDS_FROM = 640
"""Pixels; in a narrower pane the buttons are their icons."""


class Header(QWidget):
    """Shows a row, or a sentence about many. Its buttons trigger the actions of the selection."""

    close_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        open_folder: QAction,
        pause: QAction,
        resume: QAction,
        menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row: Row | None = None
        self._look: Look | None = None
        self._shown_status: tuple[object, ...] = ()
        self._glyph, self._badge, self._state = QLabel(), QLabel(), label("second")
        self.title = ShortLabel(elide=Qt.TextElideMode.ElideMiddle)
        self.beside = label()
        self.beside.setProperty("role", "beside")
        self.release = ShortLabel("second", Qt.TextElideMode.ElideMiddle)
        self._standing, self._is_roomy = QWidget(), True
        self._names, self._words = QHBoxLayout(), QVBoxLayout()
        self._pause_action, self._resume_action = pause, resume
        self.folder_button = self._button(open_folder, self.tr("Open folder"))
        self.pause_button = self._button(pause, self.tr("Pause"))
        self.resume_button = self._button(resume, self.tr("Resume"))
        self.menu_button = QToolButton()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self.close_requested)
        for button, name in (
            (self.menu_button, self.tr("More actions")),
            (self.close_button, self.tr("Hide details")),
        ):
            button.setFixedSize(32, 32)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._lay_out()
        for action in (pause, resume):
            action.changed.connect(self._choose_button)
        self._choose_button()
        theme.changed.connect(self._take_look)
        self._take_look()

    def show_row(self, row: Row, form: Format) -> None:
        """Say what it is, and how it stands now."""
        self._row = row
        self.title.setText(row.title)
        self.beside.setText(row.beside)
        self.release.setText(cells.release_line(row, form))
        self._show_status(row, form)
        self._show_look()

    def show_many(self, title: str, sentence: str) -> None:
        """Say how many there are."""
        self._row, self._shown_status = None, ()
        self.title.setText(title)
        self.beside.setText("")
        self.release.setText(sentence)
        for part in (self._glyph, self._standing, self.beside):
            part.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's
        """Follow the interface font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_look()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Leave the words of the buttons out where there is no room for them, and give the title its line."""
        super().resizeEvent(event)
        style, roomy = Qt.ToolButtonStyle, self.width() >= _WORDS_FROM
        if roomy is not self._is_roomy:
            self._is_roomy = roomy
            self._place_status()
        wanted = style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
        for button in (self.folder_button, self.pause_button, self.resume_button):
            button.setToolButtonStyle(wanted)

    def _button(self, action: QAction, text: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "outlined")
        button.setText(f" {text}")  # the style leaves too little between icon and text
        button.setFixedHeight(32)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setAccessibleName(text)
            explained = action.toolTip()
            button.setToolTip(with_shortcut(text, action.shortcut()) if action.isEnabled() else explained)

        action.changed.connect(follow)
        button.clicked.connect(lambda _checked: action.trigger())
        follow()
        return button

    def _choose_button(self) -> None:
        """One of the two: what can be paused is paused, and else resumed."""
        resumes = self._resume_action.isEnabled() and not self._pause_action.isEnabled()
        had_focus = self.pause_button.hasFocus() or self.resume_button.hasFocus()
        self.pause_button.setVisible(not resumes)
        self.resume_button.setVisible(resumes)
        if had_focus:
            (self.resume_button if resumes else self.pause_button).setFocus()

    def _lay_out(self) -> None:
        standing = QHBoxLayout(self._standing)
        standing.setContentsMargins(0, 0, 0, 0)
        standing.setSpacing(6)
        standing.addWidget(self._badge)
        standing.addWidget(self._state)
        standing.addStretch(1)
        names, words = self._names, self._words
        names.setSpacing(8)
        names.addWidget(self.title)
        names.addWidget(self.beside)
        names.addStretch(1)
        words.setSpacing(2)
        words.addLayout(names)
        words.addWidget(self.release)
        self._place_status()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._glyph)
        row.addSpacing(2)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for button in (
            self.folder_button,
            self.pause_button,
            self.resume_button,
            self.menu_button,
            self.close_button,
        ):
            row.addWidget(button)

    def _place_status(self) -> None:
        """Behind the title, or on a line of its own."""
        self._names.removeWidget(self._standing)
        self._words.removeWidget(self._standing)
        if self._is_roomy:
            self._names.insertWidget(2, self._standing)
        else:
            self._words.addWidget(self._standing)
        self._show_glyph()

    def _show_glyph(self) -> None:
        self._glyph.setVisible(self._row is not None and self._is_roomy)

    def _show_status(self, row: Row, form: Format) -> None:
        word = cells.status(row, form)
        words = word if row.live or row.in_flight else f"{word} · {cells.last_seen(row, form)}"
        is_badge = row.live and not row.in_flight
        status = (row.transfer.status, words, is_badge, row.live)
        if status == self._shown_status:
            return
        self._shown_status = status
        self._badge.setAccessibleName(cells.status_spoken(row, form))
        self._state.setVisible(not is_badge)
        self._state.setText("" if is_badge else words)
        self._draw_badge()

    def _draw_badge(self) -> None:
        row, look = self._row, self._look
        if row is None or look is None or not self._shown_status:
            return
        status, word, is_badge, _live = row.transfer.status, str(self._shown_status[1]), self._shown_status[2], row.live
        if is_badge:
            self._badge.setPixmap(look.badge(status, word, STATUS_ICONS[status]))
        else:
            name, colour = ("loader-circle", look.tokens.text2) if row.in_flight else (NOT_LIVE_ICON, look.tokens.text3)
            self._badge.setPixmap(pixmap(name, colour, 14, look.ratio))

    def _show_look(self) -> None:
        row, look = self._row, self._look
        if row is None or look is None:
            return
        self._glyph.setPixmap(look.glyph(row.media, live=row.live))
        self._show_glyph()
        self._standing.setVisible(True)
        self.beside.setVisible(bool(row.beside))
        for part in (self.title, self.beside, self.release, self._state):
            if part.property("stale") is not (not row.live):
                part.setProperty("stale", not row.live)
                restyle(part)

    def _take_look(self) -> None:
        ratio = self.devicePixelRatioF()
        self._look = Look(self.font(), Density.COMFORTABLE, self._theme.tokens, ratio)
        self.title.setFont(title_font(self.font()))
        tokens = self._theme.tokens
        for button, name in (
            (self.folder_button, "folder-open"),
            (self.pause_button, "pause"),
            (self.resume_button, "play"),
            (self.menu_button, "ellipsis"),
            (self.close_button, "x"),
        ):
            button.setIcon(icon(name, tokens, _ICON))
            button.setIconSize(QSize(_ICON, _ICON))
        if self._row is not None:
            self._draw_badge()
            self._show_look()
