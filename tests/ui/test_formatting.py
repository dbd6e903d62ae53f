"""Numbers as people read them, and names that cannot deceive."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from mydia_desktop.ui.formatting import (
    Units,
    format_age,
    format_duration,
    format_eta,
    format_exact_moment,
    format_moment,
    format_ratio,
    format_size,
    format_speed,
    percent,
    spoken_duration,
    spoken_speed,
)
from mydia_desktop.ui.plain_text import plain

BINARY, DECIMAL = Units.BINARY, Units.DECIMAL
KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (int(9.84 * GIB), "9.84 GiB"),
        (int(48.7 * GIB), "48.7 GiB"),
        (702 * MIB, "702 MiB"),
        (int(9.999 * GIB), "10.0 GiB"),
        (int(999.9 * MIB), "0.98 GiB"),
        (1 << 40, "1.00 TiB"),
        (5 << 60, "5.00 EiB"),
    ],
)
def test_sizes_have_three_significant_digits(size, text):
    assert format_size(size, BINARY) == text


def test_the_decimal_units_are_those_on_a_box(qapp):  # noqa: ARG001 - translations want an application
    assert format_size(10**12, DECIMAL) == "1.00 TB"
    assert format_speed(1_500_000, DECIMAL) == "1.5 MB/s"
    assert spoken_speed(1_500_000, DECIMAL) == "1.5 MB per second"


@pytest.mark.parametrize(
    ("speed", "text"),
    [
        (1, "< 1 KiB/s"),
        (88 * KIB, "88 KiB/s"),
        (MIB - 1, "1.0 MiB/s"),
        (int(11.4 * MIB), "11.4 MiB/s"),
        (GIB - 1, "1.0 GiB/s"),
    ],
)
def test_speeds_have_a_decimal_from_a_mebibyte_on(speed, text):
    assert format_speed(speed, BINARY) == text


@pytest.mark.parametrize(
    ("fraction", "shown"), [(0, 0), (0.29, 29), (0.57, 57), (0.999, 99), (1.0, 99), (-0.1, 0), (0.411, 41)]
)
def test_percents_are_rounded_down_and_a_hundred_only_when_complete(fraction, shown):
    assert percent(fraction, complete=False) == shown
    assert percent(fraction, complete=True) == 100


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (38, "38 s"),
        (26 * 60, "26 min"),
        (2 * 3600 + 5 * 60, "2 h 05 min"),
        (3 * 86400 + 4 * 3600, "3 d 4 h"),
        (30 * 86400, "30 d 0 h"),
        (30 * 86400 + 1, "> 30 d"),
    ],
)
def test_etas_have_two_units_at_most(seconds, text):
    assert format_eta(seconds) == text


def test_ages_count_on_where_an_estimate_gives_up(qapp):  # noqa: ARG001
    assert format_duration(90 * 86400) == "90 d 0 h"
    assert format_age(12.7) == "12 s ago"


@pytest.mark.parametrize(("ratio", "text"), [(0.04, "0.04"), (12.94, "12.9"), (2, "2.00"), (140.2, "140")])
def test_ratios_have_three_digits(ratio, text):
    assert format_ratio(ratio) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-11-23 15:29:30", "just now"),
        ("2026-11-23 15:18:00", "12 min ago"),
        ("2026-11-23 09:57:00", "Today 09:57"),
        ("2026-11-22 22:40:00", "Yesterday 22:40"),
        ("2026-02-19 10:00:00", "19 Feb"),
        ("2024-02-19 10:00:00", "19 Feb 2024"),
        ("2026-11-23 15:31:00", "Today 15:31"),
    ],
)
def test_moments_are_told_as_near_as_they_are(qapp, moment, text):  # noqa: ARG001
    now = datetime(2026, 11, 23, 15, 30).astimezone().timestamp()
    at = datetime.fromisoformat(moment).astimezone().timestamp()
    assert format_moment(at, now) == text


def test_dates_are_in_the_order_of_the_locale(qapp):  # noqa: ARG001
    now = datetime(2026, 11, 23, 15, 30).astimezone().timestamp()
    at = datetime(2024, 2, 19, 10).astimezone().timestamp()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    assert format_moment(at, now) == "Feb 19, 2024"
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert format_size(int(9.84 * GIB), BINARY) == "9,84 GiB"


def test_the_exact_moment_has_its_zone():
    at = datetime(2026, 2, 19, 10, 0, 5).astimezone().timestamp()
    text = format_exact_moment(at)
    assert "10:00:05" in text
    assert "2026" in text


def test_speech_is_short(qapp):  # noqa: ARG001
    assert spoken_duration(1) == "1 second"
    assert spoken_duration(12) == "12 seconds"
    assert spoken_duration(3 * 3600 + 100) == "3 hours"
    assert spoken_speed(0, BINARY) == "0 bytes per second"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nosferatu 1922", "Nosferatu 1922"),
        ("évil\u202egnp.exe", "évil\ufffdgnp.exe"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("a\x00\x1b[31mb", "a\ufffd\ufffd[31mb"),
        ("\u2066a\u2069\u200f\u061c", "\ufffda\ufffd\ufffd\ufffd"),
        ("lone \udc80 half", "lone \ufffd half"),
        ("nbsp\u00a0stays", "nbsp\u00a0stays"),
        ("שלום 🎬 日本", "שלום 🎬 日本"),
    ],
)
def test_names_are_shown_without_what_could_deceive(text, shown):
    assert plain(text) == shown


def test_a_name_of_a_megabyte_costs_no_more_than_a_long_one():
    shown = plain("a" * 500_000 + "b" * 500_000)
    assert len(shown) < 1000
    assert shown.startswith("aaa")
    assert shown.endswith("bbb")
