"""The parts of the pane's look that no other part of the window has."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication

from mydia_desktop.ui.theme import Tokens, scaled

_SHEET = Template("""
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="beside"] { color: $text2; }
QLabel[stale="true"] { color: $text3; }
QToolButton[kind="outlined"] { border: 1px solid $line_strong; padding: $outlined; font-weight: 500; }
QToolButton[kind="outlined"]:focus { border: 2px solid $accent_text; padding: $outlined_focus; }
QToolButton[kind="outlined"]:disabled { border-color: $line; }
QToolButton[kind="small"] { padding: 0; }
QPushButton[kind="link"], QPushButton[kind="link"]:focus { padding-left: 0; padding-right: 12px; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; border: none; border-bottom: 2px solid transparent; color: $text2;
    padding: 6px 2px; margin-right: 20px; font-weight: 500;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { color: $accent_text; border-bottom-color: $accent_text; }
QFrame[result="bad"] { background: $error_bg; border: 1px solid $error_line; border-radius: 8px; }
QFrame[result="note"] { background: $warn_bg; border: 1px solid $warn_line; border-radius: 8px; }
QFrame[result="bad"] QLabel, QFrame[result="note"] QLabel { border: none; background: transparent; }
QLabel[role="strong"] { font-weight: 600; }
""")

_COLOURS = (
    "text", "text2", "text3", "line", "line_strong", "accent", "accent_text",
    "error_bg", "error_line", "warn_bg", "warn_line",
)  # fmt: skip


def pane_sheet(tokens: Tokens) -> str:
    """The rules for the pane, over the program's own."""
    colours = {name: getattr(tokens, name).name() for name in _COLOURS}
    return _SHEET.substitute(colours, outlined=_padding(3, 6, 12), outlined_focus=_padding(2, 5, 11))


def _padding(above: int, after: int, before: int) -> str:
    """Qt leaves room for two letters after a button's words, and a style sheet knows no beginning and end."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        after, before = before, after
    return f"{above}px {after}px {above}px {before}px"


def title_font(font: QFont) -> QFont:
    """What the download is called, at the top of the pane."""
    return scaled(font, 1.25, QFont.Weight.DemiBold)
