"""What of a download's names is painted, and what is left out where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.columns import COLUMNS, PLACE, ColumnId
from mydia_desktop.ui.density import Density
from mydia_desktop.ui.ink import Ink
from mydia_desktop.ui.row import Format, Row, Source
from mydia_desktop.ui.row_look import Look
from mydia_desktop.ui.row_painter import Line, RowPainter, Sheet
from mydia_desktop.ui.theme import LIGHT
from tests.ui.shell_values import NAS, NOW, record, row, state, subject

FORM = Format(now=NOW)
NAME = COLUMNS[PLACE[ColumnId.NAME]]
RELEASE = "Sherlock.Holmes.1954.S01E05-E08.1080p.WEBRip.x265-BAKER"
HOLMES = record(
    1,
    subject("Sherlock Holmes", year=1954, episodes=(5, 6, 7, 8)),
    title=RELEASE,
    quality=("1080p", "WEBRip", "x265", "BAKER"),
)
CODE = "S01E05 – E08"  # noqa: RUF001 - a dash as it is printed


@pytest.fixture
def painted(qapp, monkeypatch):  # noqa: ARG001 - fonts want an application
    """The texts that are painted for a row in a width, from the start."""

    def painted(density, width, *, known=HOLMES, words=(), status=Status.SEEDING, **changes):
        texts = []
        monkeypatch.setattr(Ink, "paint", lambda _ink, _painter, _x, _y, text: texts.append(text))
        monkeypatch.setattr(Ink, "paint_marked", lambda _ink, _painter, _x, _y, text, **_how: texts.append(text))
        painter = RowPainter(Look(QApplication.font(), density, LIGHT, 1.0))
        made = Row(row(NAS, 1, status, name=RELEASE, **changes), Source(state()), known)
        image = QImage(width, 60, QImage.Format.Format_ARGB32)
        sheet = Sheet(painter=QPainter(image), format=FORM, width=width, words=words, active=True, mirrored=False)
        line = Line(row=made, y=0, selected=False, hovered=False, current=False)
        painter.paint_column(sheet, NAME, 0, width, [line])
        sheet.painter.end()
        return texts

    return painted


def test_title_code_and_release_stand_in_two_lines(painted):
    assert painted(Density.COMFORTABLE, 900) == ["Sherlock Holmes", f"{CODE} · 1954", RELEASE]


def test_a_reason_comes_before_the_release(painted):
    texts = painted(Density.COMFORTABLE, 900, status=Status.STALLED, active_at=int(NOW) - 60)
    assert texts[2:] == ["No data for 1 min", " · ", RELEASE]


def test_where_it_is_narrow_the_title_is_cut_and_the_episodes_are_not(painted):
    texts = painted(Density.COMFORTABLE, 280)
    assert texts[0].startswith("Sherlock")
    assert texts[0].endswith("…")
    seen = {painted(Density.COMFORTABLE, width)[1] for width in range(200, 500)}
    assert seen == {CODE, f"{CODE} · 1954"}
    assert "…" in texts[2]
    assert texts[2].startswith("Sherlock.")
    assert texts[2].endswith("BAKER")


@pytest.mark.parametrize("words", [("s01",), ("sherlock", "e05", "e08")])
def test_bold_hits_do_not_cost_the_episodes_their_end(painted, words):
    seen = {painted(Density.COMFORTABLE, width, words=words)[1] for width in range(200, 500)}
    assert seen == {CODE, f"{CODE} · 1954"}


def test_a_reason_takes_the_whole_line_where_the_release_would_say_nothing(painted):
    texts = painted(Density.COMFORTABLE, 280, status=Status.FAILED, error="No space left on the device")
    assert len(texts) == 3
    assert texts[2].startswith("No space left")


def test_a_compact_row_says_the_quality_in_whole_words_or_not_at_all(painted):
    assert painted(Density.COMPACT, 900) == ["Sherlock Holmes", f"{CODE} · 1954", "1080p  WEBRip"]
    seen = {tuple(painted(Density.COMPACT, width)[2:]) for width in range(300, 500)}
    assert seen == {(), ("1080p",), ("1080p  WEBRip",)}


def test_in_a_compact_row_the_reason_comes_first_and_the_quality_where_that_does_not_fit(painted):
    long = "x" * 400
    assert painted(Density.COMPACT, 900, status=Status.FAILED, error="Disk full")[2:] == ["Disk full"]
    assert painted(Density.COMPACT, 900, status=Status.FAILED, error=long)[2:] == ["1080p  WEBRip"]


def test_what_is_not_matched_says_so(painted):
    assert painted(Density.COMFORTABLE, 900, known=None) == [RELEASE, "Not matched to a movie or episode"]
    assert painted(Density.COMPACT, 900, known=None) == [RELEASE, "Not matched"]
