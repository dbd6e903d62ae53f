"""The parts of the dialog's look that no other window has."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont, QFontInfo

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.contrast import mix
from mydia_desktop.ui.theme import Tokens, scaled

_SHEET = Template("""
#pages {
    background: $sidebar; border: none; border-right: 1px solid $line; padding: 12px 8px; outline: none;
    font-weight: 500;
}
#pages::item { min-height: 34px; padding-left: 8px; border: 1px solid transparent; border-radius: 6px; color: $text; }
#pages::item:hover { background: $hover; }
#pages::item:selected { background: $sel; color: $text; }
#pages::item:selected:focus { border-color: $accent_text; }
#footer { background: $window; border-top: 1px solid $line; }
#clients { background: $base; border: 1px solid $line; border-radius: 8px; padding: 4px; outline: none; }
#shortcuts { background: $base; border: 1px solid $line; border-radius: 8px; padding: 4px; outline: none; }
#shortcuts::item { padding: 0 6px; color: $text; }
#shortcuts::item:hover { background: $hover; }
#shortcuts::item:selected { background: $sel; color: $text; }
#shortcuts QHeaderView::section {
    background: $base; border: none; border-bottom: 1px solid $line; padding: 4px 6px; font-weight: 500;
}
QLabel[role="problem"] { color: $failed; font-size: $small; }
QLineEdit[wrong="true"] { border-color: $failed; }
QFrame[result="good"] { background: $ok_bg; border: 1px solid $ok_line; border-radius: 8px; }
QFrame[result="bad"] { background: $error_bg; border: 1px solid $error_line; border-radius: 8px; }
QFrame[result="note"] { background: $warn_bg; border: 1px solid $warn_line; border-radius: 8px; }
QLabel[role="strong"] { font-weight: 600; }
QComboBox { padding-left: 11px; }
QComboBox:focus { padding-left: 10px; }
#qt_msgbox_label { font-weight: 600; }
#qt_msgbox_informativelabel { min-width: 340px; }
""")


_DESIGNED_FOR = 13
"""Pixels of the letters in the pictures."""


def roomy(pixels: int, font: QFont) -> int:
    """A width of the pictures, as wide as letters of this size need it; never less."""
    return max(pixels, round(pixels * QFontInfo(font).pixelSize() / _DESIGNED_FOR))


def dialog_sheet(tokens: Tokens, font: QFont) -> str:
    """The rules for this dialog, over the program's own."""
    completed, failed = tokens.status[Status.COMPLETED], tokens.status[Status.FAILED]
    colours: dict[str, QColor] = {
        "sidebar": tokens.sidebar,
        "window": tokens.window,
        "base": tokens.base,
        "hover": tokens.hover,
        "sel": tokens.sel,
        "text": tokens.text,
        "line": tokens.line,
        "accent_text": tokens.accent_text,
        "failed": failed,
        "ok_bg": tokens.ok_bg,
        "ok_line": tokens.text if tokens.high_contrast else mix(tokens.ok_bg, completed, 0.4),
        "error_bg": tokens.error_bg,
        "error_line": tokens.error_line,
        "warn_bg": tokens.warn_bg,
        "warn_line": tokens.warn_line,
    }
    small = scaled(font, 0.92)
    size = f"{small.pixelSize()}px" if small.pixelSize() > 0 else f"{small.pointSizeF()}pt"
    return _SHEET.substitute({name: colour.name() for name, colour in colours.items()}, small=size)
