"""The bar at the top of the window: what is done most, the search, and the look of the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from mydia_desktop.ui.icons import icon
from mydia_desktop.ui.search_field import SearchField
from mydia_desktop.ui.texts import with_shortcut
from mydia_desktop.ui.theme import Theme

_HEIGHT = 52
_ICON = QSize(18, 18)


class ToolBar(QWidget):
    """Buttons for actions that belong to others, who name, explain and enable them."""

    def __init__(
        self,
        theme: Theme,
        *,
        menu: QMenu,
        add: QAction,
        pause: QAction,
        resume: QAction,
        remove: QAction,
        search: SearchField,
        density: QAction,
        columns: QMenu,
        details: QAction,
        settings: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._density = density
        self._line = QFrame()
        self._line.setFixedSize(1, 20)
        self.menu_button = _menu_button(menu, self.tr("Menu"))
        self.add_button = _action_button(add, self.tr("Add"))
        self.add_button.setProperty("kind", "primary")
        # Their texts stay as they are while the actions' own say "Pause 3 of 5": a button must not change its width.
        self.pause_button = _action_button(pause, self.tr("Pause"))
        self.resume_button = _action_button(resume, self.tr("Resume"))
        self.remove_button = _action_button(remove, self.tr("Remove"))
        self.search = search
        self.density_button = _action_button(density)
        self.columns_button = _menu_button(columns, self.tr("Columns"))
        self.details_button = _action_button(details)
        self.details_button.setCheckable(True)
        details.toggled.connect(self.details_button.setChecked)
        self.settings_button = _action_button(settings)
        self._lay_out()
        density.changed.connect(self._draw_icons)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's
        """52 high, more for a larger font."""
        return QSize(super().sizeHint().width(), max(_HEIGHT, self.search.sizeHint().height() + 18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Its ground, and the line between it and what it works on."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.window)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QToolButton { font-weight: 500; }")
        self.search.setMaximumWidth(self.search.sizeHint().width())
        start, end = QWidget(), QWidget()
        at_start, at_end = QHBoxLayout(start), QHBoxLayout(end)
        for row in (at_start, at_end):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
        at_start.addWidget(self.menu_button)
        at_start.addWidget(self.add_button)
        at_start.addSpacing(4)
        at_start.addWidget(self._line)
        at_start.addSpacing(4)
        for button in (self.pause_button, self.resume_button, self.remove_button):
            at_start.addWidget(button)
        at_start.addStretch(1)
        at_end.addStretch(1)
        for button in (self.density_button, self.columns_button, self.details_button, self.settings_button):
            at_end.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 1)
        row.setSpacing(12)
        # Both sides share the rest evenly, which keeps the search in the middle while there is room.
        row.addWidget(start, 1)
        row.addWidget(self.search, 0)
        row.addWidget(end, 1)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        self._line.setStyleSheet(f"background: {tokens.track.name()}; border: none;")
        self.add_button.setIcon(icon("plus", tokens, colour=tokens.on_accent))
        for button, name in (
            (self.menu_button, "menu"),
            (self.pause_button, "pause"),
            (self.resume_button, "play"),
            (self.remove_button, "trash-2"),
            (self.density_button, "rows-4" if self._density.isChecked() else "rows-2"),
            (self.columns_button, "columns-3"),
            (self.details_button, "panel-bottom"),
            (self.settings_button, "settings"),
        ):
            button.setIcon(icon(name, tokens))
        self.update()


def _action_button(action: QAction, text: str = "") -> QToolButton:
    """A button that triggers the action; with a text of its own, or the icon alone."""
    button = QToolButton()
    button.setIconSize(_ICON)
    button.setFixedHeight(34)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        # The style leaves too little between icon and text, and offers no way to say so.
        button.setText(f" {text}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        button.setFixedWidth(34)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setAccessibleName(text or action.text().replace("&", ""))
        # What is off has its reason there; keys that would do nothing are no help.
        explained = action.toolTip()
        button.setToolTip(with_shortcut(explained, action.shortcut()) if action.isEnabled() else explained)

    action.changed.connect(follow)
    # Not with the button's own checked, which an action would take for its.
    button.clicked.connect(lambda _checked: action.trigger())
    follow()
    return button


def _menu_button(menu: QMenu, name: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(_ICON)
    button.setFixedSize(34, 34)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
