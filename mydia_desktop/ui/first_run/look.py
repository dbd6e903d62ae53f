"""The parts of the welcome's look that no other window has."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.settings.look import dialog_sheet
from mydia_desktop.ui.theme import Tokens

_SHEET = Template("""
#found { background: $base; border: 1px solid $line; border-radius: 8px; }
#tile { background: $tile; border-radius: 8px; }
#line { background: $line; }
#row QCheckBox { min-height: 20px; }
#row QCheckBox::indicator { width: 18px; height: 18px; }
#row QCheckBox::indicator:disabled { background: $window; border-color: $line; }
QLabel[role="ready"] { color: $ready; font-weight: 500; }
QLabel[role="caption"] { color: $text2; font-weight: 500; }
""")


def welcome_sheet(tokens: Tokens, font: QFont) -> str:
    """The rules for this dialog, over the program's own and those it shares with the settings."""
    colours = {
        "base": tokens.base,
        "window": tokens.window,
        "line": tokens.line,
        "tile": tokens.window,
        "ready": tokens.status[Status.COMPLETED],
        "text2": tokens.text2,
    }
    return dialog_sheet(tokens, font) + _SHEET.substitute({name: colour.name() for name, colour in colours.items()})
