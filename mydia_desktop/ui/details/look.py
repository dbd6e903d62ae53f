"""The parts of the pane's look that no other part of the window has."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont

from mydia_desktop.ui.theme import Tokens, scaled

_SHEET = Template("""
QLabel[role="heading"] { font-weight: 600; }
QLabel[stale="true"] { color: $text3; }
QToolButton[kind="outlined"] { border: 1px solid $line_strong; padding: 3px 10px; font-weight: 500; }
QToolButton[kind="outlined"]:focus { border: 2px solid $accent_text; padding: 2px 9px; }
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
    return _SHEET.substitute({name: getattr(tokens, name).name() for name in _COLOURS})


def title_font(font: QFont) -> QFont:
    """What the download is called, at the top of the pane."""
    return scaled(font, 1.25, QFont.Weight.DemiBold)
