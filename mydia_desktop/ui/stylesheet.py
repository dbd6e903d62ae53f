"""The look of ordinary controls as one style sheet over Fusion, made from the tokens."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont

from mydia_desktop.ui.resources import RESOURCES
from mydia_desktop.ui.theme import Tokens

# Dynamic properties choose a variant: kind="primary" | "danger" | "quiet" on buttons, role="title" | "second" |
# "hint" on labels. Rules for one panel live with the panel.
_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $window; }
QLabel { background: transparent; }
QLabel[role="title"] { font-weight: 600; font-size: $title; }
QLabel[role="second"] { color: $text2; font-size: $small; }
QLabel[role="hint"] { color: $text3; font-size: $small; }

QPushButton {
    background: $raised; border: 1px solid $line_strong; border-radius: 6px;
    padding: 5px 14px; min-height: 22px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $track; }
QPushButton:focus { border: 2px solid $accent_text; padding: 4px 13px; }
QPushButton:disabled { color: $text3; border-color: $line; background: transparent; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $track; color: $text3; border-color: $track; }
QPushButton[kind="danger"] { background: $danger; color: #FFFFFF; border-color: $danger; }
QPushButton[kind="danger"]:focus { border-color: $text; }
QPushButton[kind="danger"]:disabled { background: $track; color: $text3; border-color: $track; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus { border-color: $accent_text; }
QPushButton[kind="link"] {
    background: transparent; border-color: transparent; color: $accent_text; font-weight: 600; padding: 5px 8px;
}
QPushButton[kind="link"]:focus { border-color: $accent_text; padding: 4px 7px; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 3px 6px; }
QToolButton:hover { background: $hover_strong; }
QToolButton:pressed, QToolButton:checked { background: $track; }
QToolButton:focus { border-color: $accent_text; }
QToolButton:disabled { color: $text3; }
QToolButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; padding: 1px 10px;
}
QToolButton[kind="primary"]:pressed { background: $accent_text; }
QToolButton[kind="primary"]:focus { border-color: $text; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit {
    background: $base; border: 1px solid $line_strong; border-radius: 6px; padding: 5px 9px; min-height: 22px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { placeholder-text-color: $text3; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {
    border: 2px solid $accent_text; padding: 4px 8px;
}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $text3; border-color: $line; background: $window;
}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    width: 0; border: none;
}
/* Without its buttons a spin box gives its line the whole width and three pixels more height. */
QSpinBox, QDoubleSpinBox { padding: 3px 9px 4px; }
QSpinBox:focus, QDoubleSpinBox:focus { padding: 2px 8px 3px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url($chevron); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $line_strong; padding: 4px; outline: none;
    selection-background-color: $sel; selection-color: $text;
}

QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; background: transparent; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $line_strong; border-radius: 4px; background: $base;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }
QCheckBox::indicator:focus { border: 2px solid $accent_text; }
QCheckBox:disabled, QRadioButton:disabled { color: $text3; }
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $line_strong; border-radius: 9px; background: $base;
}
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; background: $on_accent;
}
QRadioButton::indicator:checked:disabled { border-color: $line_strong; background: $base; }
QRadioButton::indicator:focus { border-color: $accent_text; }

QMenu { background: $raised; border: 1px solid $menu_line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 6px; min-width: 150px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QMenuBar { background: $window; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $sel; }

QToolTip { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px 6px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; border: 2px solid transparent; background-clip: padding; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QSplitter::handle { background: $line; }
""")


def stylesheet(tokens: Tokens, font: QFont) -> str:
    """The sheet for these tokens; sizes follow the interface font."""
    size = font.pixelSize() if font.pixelSize() > 0 else round(font.pointSizeF() * 96 / 72)
    icons = RESOURCES / "icons"
    scheme = "dark" if tokens.dark else "light"
    light_check = tokens.on_accent.lightnessF() > 0.5
    values = {name: getattr(tokens, name).name() for name in _COLOURS}
    return _SHEET.substitute(
        values,
        hover_strong=tokens.track.name() if not tokens.dark else tokens.raised.name(),
        menu_line=_menu_line(tokens).name(),
        scroll=tokens.track.darker(108).name() if not tokens.dark else tokens.track.name(),
        title=f"{round(size * 1.25)}px",
        small=f"{max(11, round(size * 0.92))}px",
        chevron=(icons / f"chevron-{scheme}.svg").as_posix(),
        check=(icons / ("check-white.svg" if light_check else "check-black.svg")).as_posix(),
    )


def _menu_line(tokens: Tokens) -> QColor:
    return tokens.text if tokens.high_contrast else tokens.track


_COLOURS = (
    "window",
    "base",
    "raised",
    "hover",
    "sel",
    "text",
    "text2",
    "text3",
    "line",
    "track",
    "line_strong",
    "accent",
    "accent_text",
    "on_accent",
    "danger",
)
