"""The parts of the dialog's look that no other window has."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.theme import Tokens, scaled

_SHEET = Template("""
#body { background: $window; }
#for-card { background: $base; border: 1px solid $line; border-radius: 8px; }
QLabel[role="strong"] { font-weight: 600; font-size: $strong; }
QLabel[role="aside"] { color: $text2; }
QFrame[tone="warning"] { background: $warn_bg; border: 1px solid $warn_line; border-radius: 6px; }
QFrame[tone="error"] { background: $error_bg; border: 1px solid $error_line; border-radius: 6px; }
QFrame[role="rule"] { background: $line; border: none; }
#items, #found, #file-tree {
    background: $base; border: 1px solid $line_strong; border-radius: 6px; padding: 3px; outline: none;
}
#items:focus, #found:focus, #file-tree:focus { border: 2px solid $accent_text; padding: 2px; }
#file-tree::item { padding: 4px 6px 4px 0; }
QLabel[role="problem"] { color: $failed; font-size: $small; }
QLineEdit[wrong="true"] { border-color: $failed; }
#lines { padding: 7px 9px; }
#lines:focus { padding: 6px 8px; }
#files { padding: 0 5px; font-weight: 500; font-size: $small; min-height: 18px; }
#files:focus { padding: 0 4px; }
#choose-files { padding: 5px 3px; }
#choose-files:focus { padding: 4px 2px; }
QComboBox { padding-left: 11px; }
QComboBox:focus { padding-left: 10px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent; placeholder-text-color: $text3;
}
#footer { background: $window; border-top: 1px solid $line; }
""")


def dialog_sheet(tokens: Tokens, font: QFont) -> str:
    """The rules for this dialog and the match dialog, over the program's own."""
    names = (
        "window",
        "base",
        "line",
        "line_strong",
        "text2",
        "text3",
        "accent_text",
        "warn_bg",
        "warn_line",
        "error_bg",
    )
    colours = {name: getattr(tokens, name).name() for name in (*names, "error_line")}
    return _SHEET.substitute(
        colours, failed=tokens.status[Status.FAILED].name(), small=_size(font, 0.92), strong=_size(font, 1.04)
    )


def _size(font: QFont, factor: float) -> str:
    sized = scaled(font, factor)
    return f"{sized.pixelSize()}px" if sized.pixelSize() > 0 else f"{sized.pointSizeF()}pt"
