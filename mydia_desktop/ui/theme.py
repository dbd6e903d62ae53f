"""The colours and fonts of the window, by name; light, dark and high contrast, following the system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mydia_desktop.config.appearance_rules import SYSTEM_ACCENT, AppearanceRules
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.contrast import contrast, luminance, mix, readable
from mydia_desktop.ui.resources import RESOURCES

Appearance = Literal["system", "light", "dark"]

_INTER = "Inter"
# What Fusion calls accent where the desktop names none; then ours is the better choice.
_FUSION_ACCENT = QColor(48, 140, 198)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour the window uses, by its role."""

    window: QColor
    sidebar: QColor
    base: QColor
    raised: QColor
    hover: QColor
    sel: QColor
    sel_inactive: QColor
    text: QColor
    text2: QColor
    text3: QColor
    line: QColor
    track: QColor
    line_strong: QColor
    accent: QColor
    accent_text: QColor
    on_accent: QColor
    bar: QColor
    warn_bg: QColor
    warn_line: QColor
    error_bg: QColor
    error_line: QColor
    ok_bg: QColor
    danger: QColor
    status: Mapping[Status, QColor]
    dark: bool
    high_contrast: bool = False

    def badge(self, status: Status) -> QColor:
        """The tint behind a status: of its own colour on base, also in a selected row."""
        if self.high_contrast:
            return self.base
        return mix(self.base, self.status[status], 0.16 if self.dark else 0.10)


def _status_colours(*, light: bool) -> dict[Status, QColor]:
    queued, checking, paused = ("#5A568C", "#6B3FB8", "#525C69") if light else ("#B7B3EA", "#C9A6FF", "#A9B2BE")
    return {
        Status.DOWNLOADING: QColor("#1F5AC8" if light else "#8AB4FF"),
        Status.SEEDING: QColor("#0B6B64" if light else "#5FD0C4"),
        Status.COMPLETED: QColor("#1B7038" if light else "#78D28F"),
        Status.PAUSED: QColor(paused),
        Status.QUEUED: QColor(queued),
        Status.CHECKING: QColor(checking),
        Status.STALLED: QColor("#855400" if light else "#F0B94E"),
        Status.FAILED: QColor("#B3261E" if light else "#FF938A"),
        Status.METADATA: QColor(queued),
        Status.MOVING: QColor(checking),
        Status.UNKNOWN: QColor(paused),
        Status.MISSING: QColor("#96297E" if light else "#F296DC"),
    }


LIGHT = Tokens(
    window=QColor("#F4F5F7"),
    sidebar=QColor("#ECEEF1"),
    base=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    hover=QColor("#F1F3F6"),
    sel=QColor("#DFE9FB"),
    sel_inactive=QColor("#E7E9ED"),
    text=QColor("#1A212B"),
    text2=QColor("#525C69"),
    text3=QColor("#5E6875"),
    line=QColor("#E3E6EA"),
    track=QColor("#DDE1E6"),
    line_strong=QColor("#7F8895"),
    accent=QColor("#2563D6"),
    accent_text=QColor("#1F5AC8"),
    on_accent=QColor("#FFFFFF"),
    bar=QColor("#2563D6"),
    warn_bg=QColor("#FFF4DC"),
    warn_line=QColor("#E9CF93"),
    error_bg=QColor("#FDECEA"),
    error_line=QColor("#F0BDB8"),
    ok_bg=QColor("#E6F4EA"),
    danger=QColor("#B3261E"),
    status=_status_colours(light=True),
    dark=False,
)

DARK = Tokens(
    window=QColor("#17191D"),
    sidebar=QColor("#131518"),
    base=QColor("#1C1F24"),
    raised=QColor("#262A31"),
    hover=QColor("#23272E"),
    sel=QColor("#223A63"),
    sel_inactive=QColor("#2C3139"),
    text=QColor("#E7EAEE"),
    text2=QColor("#A9B2BE"),
    text3=QColor("#9CA6B3"),
    line=QColor("#2B3037"),
    track=QColor("#3A414B"),
    line_strong=QColor("#737D8B"),
    accent=QColor("#2F6BE0"),
    accent_text=QColor("#8AB4FF"),
    on_accent=QColor("#FFFFFF"),
    bar=QColor("#5B93F7"),
    warn_bg=QColor("#33290F"),
    warn_line=QColor("#5E4A17"),
    error_bg=QColor("#3A1E1D"),
    error_line=QColor("#6B312E"),
    ok_bg=QColor("#17311F"),
    danger=QColor("#C2372E"),
    status=_status_colours(light=False),
    dark=True,
)


def with_accent(tokens: Tokens, accent: QColor) -> Tokens:
    """The same tokens in another accent, moved until it can be read where it is used."""
    fill = readable(accent, (tokens.base,), 3.0)
    white, black = QColor("#FFFFFF"), QColor("#14161A")
    share = 0.30 if tokens.dark else 0.15
    sel = mix(tokens.base, fill, share)
    while contrast(tokens.text2, sel) < 4.5 and share > 0:
        share -= 0.01
        sel = mix(tokens.base, fill, share)
    return _replace(
        tokens,
        accent=fill,
        on_accent=white if contrast(white, fill) >= contrast(black, fill) else black,
        accent_text=readable(accent, (tokens.base, sel), 4.5),
        bar=readable(accent, (tokens.base, tokens.track), 3.0),
        sel=sel,
    )


def with_high_contrast(tokens: Tokens) -> Tokens:
    """No tints, every border as strong as the text."""
    return _replace(
        tokens,
        high_contrast=True,
        text2=tokens.text,
        text3=tokens.text,
        line=tokens.text,
        line_strong=tokens.text,
        warn_bg=tokens.base,
        warn_line=tokens.text,
        error_bg=tokens.base,
        error_line=tokens.text,
        ok_bg=tokens.base,
    )


def _replace(tokens: Tokens, **changes: object) -> Tokens:
    values = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    return Tokens(**(values | changes))


class Theme(QObject):
    """The tokens in force. Emits ``changed`` after palette and style sheet have followed."""

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = "system") -> None:
        """Read the system's own palette before ours hides it."""
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        self._own_accent: QColor | None = None
        self._system_font = app.font()
        self.reduce_motion = False
        """Nothing is to move by itself, whatever the system says."""
        system = app.palette()
        self._system_base = system.color(QPalette.ColorRole.Base)
        self._system_accent = system.color(QPalette.ColorRole.Accent)
        self.tokens = self._choose()
        self._apply()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def follow(self, rules: AppearanceRules) -> None:
        """Put what a person chose in force: light or dark, accent, letters, motion."""
        self._appearance = rules.theme
        self._own_accent = None if rules.accent == SYSTEM_ACCENT else QColor(rules.accent)
        self.reduce_motion = rules.reduce_motion
        font = inter(self._system_font) if rules.font == "inter" else self._system_font
        if font != self._app.font():
            self._app.setFont(font)
            self.tokens = self._choose()
            self._apply()  # the sizes in the style sheet are the font's
            self.changed.emit()
        self._system_changed()

    def _system_changed(self) -> None:
        chosen = self._choose()
        if chosen != self.tokens:
            self.tokens = chosen
            self._apply()
            self.changed.emit()

    def _choose(self) -> Tokens:
        tokens = DARK if self._is_dark() else LIGHT
        if self._own_accent is not None:
            tokens = with_accent(tokens, self._own_accent)
        elif self._system_accent != _FUSION_ACCENT:
            tokens = with_accent(tokens, self._system_accent)
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            tokens = with_high_contrast(tokens)
        return tokens

    def _is_dark(self) -> bool:
        if self._appearance != "system":
            return self._appearance == "dark"
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme != Qt.ColorScheme.Unknown:
            return scheme == Qt.ColorScheme.Dark
        return luminance(self._system_base) < 0.18

    def _apply(self) -> None:
        from mydia_desktop.ui.stylesheet import stylesheet  # noqa: PLC0415 - it needs Tokens from here

        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, self._app.font()))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(tokens.window)
    for where, colour in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.base),
        (role.AlternateBase, tokens.hover),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.sel),
        (role.HighlightedText, tokens.text),
        (role.Link, tokens.accent_text),
        (role.Accent, tokens.accent),
    ):
        palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, tokens.text3)
    return palette


def interface_font(app: QApplication) -> QFont:
    """The system's font, or Inter where the system has none at all."""
    font = app.font()
    return font if QFontDatabase.families() else inter(font)


def inter(font: QFont) -> QFont:
    """The letters the program brings along, at the size of this font."""
    if _INTER not in QFontDatabase.families():
        for path in sorted((RESOURCES / "fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(path))
    result = QFont(font)
    result.setFamilies([_INTER])
    return result


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal, *, figures: bool = False) -> QFont:
    """The font at ``factor`` of its size (never under 11 px); ``figures`` makes all digits equally wide."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(11, round(font.pixelSize() * factor)))
    else:
        result.setPointSizeF(max(8.25, font.pointSizeF() * factor))
    result.setWeight(weight)
    if figures:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result
