"""Messages that come up at the bottom of the window, stay a while, and are in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QStyle, QToolButton, QWidget

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.icons import icon, pixmap
from mydia_desktop.ui.theme import Theme, scaled

MOST_AT_ONCE = 3
NEWS_S = 6.0
TROUBLE_S = 20.0
"""Long enough to read what a server said and to decide about another try."""

_SHADOW = 12
_NARROWEST_TEXT, _WIDEST_TEXT, _BESIDE_TEXT = 160, 520, 300
_SLIDE_MS = 120


class Tone(StrEnum):
    """What a message is about."""

    NEWS = "news"
    TROUBLE = "trouble"


class Toast(QWidget):
    """One message with at most one button. Hovering it or focusing its button stops its clock."""

    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget, text: str, *, tone: Tone, icon_name: str) -> None:
        super().__init__(host)
        self._theme, self._host, self._icon_name, self._tone = theme, host, icon_name, tone
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_up)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setFont(scaled(self.font(), 1.0, QFont.Weight.Medium, figures=True))
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.hide()
        self._hint = QLabel()
        self._hint.setProperty("role", "second")
        self._hint.hide()
        self.close_button = QToolButton()
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setMinimumSize(28, 28)
        self.close_button.clicked.connect(self.leave)
        self._lay_out()
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.set_text(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Say something else; a screen reader is not told, as this may change every second."""
        self._text.setText(text)
        self.setAccessibleName(text)
        width = max(map(self._text.fontMetrics().horizontalAdvance, text.split("\n"))) + 2
        room = self._host.width() - _BESIDE_TEXT
        self._text.setFixedWidth(min(width, _WIDEST_TEXT, max(_NARROWEST_TEXT, room)))
        self.adjustSize()

    def offer(self, act: str, then: Callable[[], None], *, hint: str = "") -> None:
        """Give it a button; ``hint`` is the shortcut that does the same."""
        self.button.setText(act)
        self.button.clicked.connect(then)
        self.button.clicked.connect(self.leave)
        self.button.show()
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.adjustSize()

    @property
    def is_timed(self) -> bool:
        """Whether it closes by itself."""
        return self._clock.isActive()

    def stay_for(self, seconds: float) -> None:
        """Close by itself after this time."""
        self._clock.start(round(seconds * 1000))

    def announce(self) -> None:
        """Have a screen reader say it once."""
        event = QAccessibleAnnouncementEvent(self, self.text)
        if self._tone is Tone.TROUBLE:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def leave(self) -> None:
        """Close it."""
        if self.isHidden():
            return
        self._clock.stop()
        self.setEnabled(False)  # the second half of a double click must not act again
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A raised card with a soft shadow."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        if not tokens.high_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            for distance in range(_SHADOW, 0, -1):
                painter.setBrush(QColor(0, 0, 0, 6 if tokens.dark else 2))
                painter.drawRoundedRect(
                    card.adjusted(-distance, 2 - distance, distance, distance), 10 + distance, 10 + distance
                )
        painter.setPen(QPen(tokens.text if tokens.high_contrast else tokens.track, 1))
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _time_is_up(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._clock.start(1000)
        else:
            self.leave()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADOW + 14, _SHADOW + 7, _SHADOW + 8, _SHADOW + 7)
        row.setSpacing(12)
        for widget in (self._icon, self._text, self.button, self._hint, self.close_button):
            row.addWidget(widget)
        row.insertSpacing(2, 8)

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.status[Status.FAILED] if self._tone is Tone.TROUBLE else tokens.text
        self._icon.setPixmap(pixmap(self._icon_name, colour, 16, self.devicePixelRatioF()))
        self.close_button.setIcon(icon("x", tokens, 16))
        self.update()


class Toasts(QObject):
    """The messages over one widget, the newest at the bottom."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        """``host`` is what they lie over: the window's part above its lower strip."""
        super().__init__(host)
        self._theme, self._host = theme, host
        self.shown: list[Toast] = []
        host.installEventFilter(self)

    def tell(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEWS,
        icon_name: str = "",
        act: str = "",
        then: Callable[[], None] | None = None,
        hint: str = "",
        seconds: float | None = None,
    ) -> Toast:
        """Show a message, for the time usual for its tone if none is given. One that says the same makes way."""
        for known in [toast for toast in self.shown if toast.text == text]:
            known.leave()
        toast = self.hold(text, tone=tone, icon_name=icon_name, act=act, then=then, hint=hint)
        toast.stay_for(seconds or (TROUBLE_S if tone is Tone.TROUBLE else NEWS_S))
        return toast

    def hold(
        self,
        text: str,
        *,
        tone: Tone = Tone.NEWS,
        icon_name: str = "",
        act: str = "",
        then: Callable[[], None] | None = None,
        hint: str = "",
    ) -> Toast:
        """Show a message until it is closed."""
        usual = "circle-alert" if tone is Tone.TROUBLE else "info"
        toast = Toast(self._theme, self._host, text, tone=tone, icon_name=icon_name or usual)
        if then is not None:
            toast.offer(act, then, hint=hint)
        toast.closed.connect(lambda: self._closed(toast))
        self.shown.append(toast)
        timed = [known for known in self.shown[:-1] if known.is_timed]
        for surplus in timed[: max(0, len(self.shown) - MOST_AT_ONCE)]:
            surplus.leave()
        self.arrange()  # before it is shown: else it comes up under a pointer that never leaves it
        toast.show()
        self._slide_in(toast)
        toast.announce()
        return toast

    def arrange(self) -> None:
        """Put them where they belong; also after one has changed its text."""
        bottom = self._host.height()
        for toast in reversed(self.shown):
            size = toast.sizeHint()
            toast.resize(size)
            bottom -= size.height()
            for slide in toast.findChildren(QPropertyAnimation):
                slide.stop()
            toast.move(max(0, (self._host.width() - size.width()) // 2), bottom)
            toast.raise_()
            bottom += _SHADOW  # their shadows may overlap

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Follow the size of what they lie over."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    def _closed(self, toast: Toast) -> None:
        if toast in self.shown:
            self.shown.remove(toast)
            self.arrange()

    def _slide_in(self, toast: Toast) -> None:
        moves = toast.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if self._theme.reduce_motion or not moves:
            return
        slide = QPropertyAnimation(toast, b"pos", toast)
        slide.setDuration(_SLIDE_MS)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.setStartValue(toast.pos() + QPoint(0, 16))
        slide.setEndValue(toast.pos())
        slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
