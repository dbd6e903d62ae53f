"""Bytes, speeds, durations and moments as people read them."""

from __future__ import annotations

import math
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from mydia_desktop.ui.plurals import Plurals

translate = QCoreApplication.translate

UNKNOWN = "–"  # noqa: RUF001 - the dash of the design
"""The client does not report it. An empty text is zero, or not applicable."""

INFINITE = "∞"

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_FAR = 30 * _DAY


class Units(StrEnum):
    """What a thousand of bytes is called. The values are those of config.toml."""

    BINARY = "binary"
    DECIMAL = "decimal"


_STEP = {Units.BINARY: 1024, Units.DECIMAL: 1000}
_NAMES = {
    Units.BINARY: ("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"),
    Units.DECIMAL: ("B", "kB", "MB", "GB", "TB", "PB", "EB"),
}


def format_size(size: int, units: Units) -> str:
    """Three significant digits: ``9.84 GiB``, ``48.7 GiB``, ``702 MiB``."""
    step, names = _STEP[units], _NAMES[units]
    if size < 1000:
        return _as_one(f"{size} {names[0]}")
    value, power = size / step, 1
    # 1000 to 1023 of a binary unit would need a fourth digit.
    while value >= 999.5 and power < len(names) - 1:
        value, power = value / step, power + 1
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return _as_one(f"{_number(value, decimals)} {names[power]}")


def format_speed(speed: int, units: Units) -> str:
    """Whole KiB/s below 1 MiB/s, from there one decimal."""
    step, names = _STEP[units], _NAMES[units]
    value = speed / step
    if 0 < value < 0.5:
        return _as_one(f"< 1 {names[1]}/s")
    if value < step - 0.5:
        return _as_one(f"{_number(value, 0)} {names[1]}/s")
    value, power = value / step, 2
    while value >= step - 0.05 and power < len(names) - 1:
        value, power = value / step, power + 1
    return _as_one(f"{_number(value, 1)} {names[power]}/s")


def format_latency(seconds: float) -> str:
    """Whole milliseconds, at least one."""
    return _as_one(f"{_number(max(1, round(seconds * 1000)), 0)} ms")


def format_ratio(ratio: float) -> str:
    """``0.04``, ``12.9``, ``140``."""
    return _number(ratio, 2 if ratio < 9.995 else 1 if ratio < 99.95 else 0)


def percent(fraction: float, *, complete: bool) -> int:
    """Whole percents, rounded down; a hundred only when really complete."""
    if complete:
        return 100
    # 0.29 * 100 is 28.999999999999996.
    return min(99, max(0, math.floor(fraction * 100 + 1e-9)))


def format_duration(seconds: float) -> str:
    """``38 s``, ``26 min``, ``2 h 05 min``, ``3 d 4 h``."""
    whole = max(0, int(seconds))
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min"
    if whole < _DAY:
        return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE:02} min"
    return f"{whole // _DAY} d {whole % _DAY // _HOUR} h"


def format_since(at: float, now: float) -> str:
    """How long ago a moment is, as a duration; at least ``1 s``, for nobody waits for none."""
    return format_duration(max(1.0, now - at))


def format_eta(seconds: int) -> str:
    """A duration; beyond a month no estimate is worth its digits."""
    return "> 30 d" if seconds > _FAR else format_duration(seconds)


def format_age(seconds: float) -> str:
    """``12 s ago``."""
    return translate("formatting", "%1 ago").replace("%1", format_duration(seconds))


def format_moment(at: float, now: float) -> str:
    """``just now``, ``12 min ago``, ``Today 09:57``, ``Yesterday 22:40``, ``19 Nov``, ``19 Nov 2024``."""
    age = now - at
    if 0 <= age < _MINUTE:
        return translate("formatting", "just now")
    if 0 <= age < _HOUR:
        return format_age(age)
    moment, today = _local(at), _local(now).date()
    days = moment.date().daysTo(today)
    if days in {0, 1}:
        day = translate("formatting", "Today") if days == 0 else translate("formatting", "Yesterday")
        return f"{day} {_time(moment)}"
    return _date(moment.date(), with_year=moment.date().year() != today.year())


def format_moment_inside(at: float, now: float) -> str:
    """A moment inside a sentence: ``today 09:12``."""
    moment = format_moment(at, now)
    for day in (translate("formatting", "Today"), translate("formatting", "Yesterday")):
        if moment.startswith(day):
            return day.lower() + moment.removeprefix(day)
    return moment


def format_exact_moment(at: float) -> str:
    """Date, time to the second and time zone, for tool tips."""
    return QLocale().toString(_local(at), QLocale.FormatType.LongFormat)


class _Span(Plurals):
    """Spans of time as they are spoken."""

    def seconds(self, n: int) -> str:
        return self.tr("%n second(s)", "", n)

    def minutes(self, n: int) -> str:
        return self.tr("%n minute(s)", "", n)

    def hours(self, n: int) -> str:
        return self.tr("%n hour(s)", "", n)

    def days(self, n: int) -> str:
        return self.tr("%n day(s)", "", n)


_SPAN = _Span()


def spoken_duration(seconds: float) -> str:
    """The duration in words, for screen readers: its largest unit alone, so that it is soon said."""
    whole = max(0, int(seconds))
    if whole < _MINUTE:
        return _SPAN.seconds(whole)
    if whole < _HOUR:
        return _SPAN.minutes(whole // _MINUTE)
    if whole < _DAY:
        return _SPAN.hours(whole // _HOUR)
    return _SPAN.days(whole // _DAY)


def spoken_speed(speed: int, units: Units) -> str:
    """The speed for screen readers; a blank cell says ``0 bytes per second``."""
    if speed == 0:
        return translate("formatting", "0 bytes per second")
    return translate("formatting", "%1 per second").replace("%1", format_speed(speed, units).replace("/s", ""))


def _as_one(quantity: str) -> str:
    """Number before unit, also in the middle of a text from right to left."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return f"\N{LEFT-TO-RIGHT ISOLATE}{quantity}\N{POP DIRECTIONAL ISOLATE}"
    return quantity


def _number(value: float, decimals: int) -> str:
    return QLocale().toString(float(value), "f", decimals)


def _local(at: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at))


def _time(moment: QDateTime) -> str:
    locale = QLocale()
    # The C locale's short time has seconds, which no other locale's has.
    form = "HH:mm" if locale.language() == QLocale.Language.C else locale.timeFormat(QLocale.FormatType.ShortFormat)
    return locale.toString(moment.time(), form)


def _date(date: QDate, *, with_year: bool) -> str:
    locale = QLocale()
    order = locale.dateFormat(QLocale.FormatType.ShortFormat)
    day_first = order.index("d") < order.index("M") or locale.language() == QLocale.Language.C
    if not with_year:
        return locale.toString(date, "d MMM" if day_first else "MMM d")
    if order.startswith("y"):
        return locale.toString(date, "yyyy MMM d")
    return locale.toString(date, "d MMM yyyy" if day_first else "MMM d, yyyy")
