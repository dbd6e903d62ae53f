"""The colours of the window can be read: light, dark, in high contrast, and in the accents that desktops have."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from mydia_desktop.config.appearance_rules import AppearanceRules
from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.contrast import contrast
from mydia_desktop.ui.theme import DARK, LIGHT, Theme, with_accent, with_high_contrast

# GNOME's nine, and three of KDE and Windows that are hard to put text on.
ACCENTS = (
    "#3584E4", "#2190A4", "#3A944A", "#C88800", "#ED5B00", "#E62D42", "#D56199", "#9141AC", "#6F8396",
    "#3DAEE9", "#FFB900", "#00CC6A",
)  # fmt: skip
SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
READABLE, SEEN = 4.5, 3.0


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize("text", ["text", "text2", "text3", "accent_text"])
@pytest.mark.parametrize("ground", ["base", "window", "raised", "hover", "sel", "sel_inactive"])
def test_text_can_be_read_wherever_it_stands(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= READABLE


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize("status", Status)
def test_a_status_can_be_read_on_its_badge_and_in_a_row(tokens, status):
    for ground in (tokens.badge(status), tokens.base, tokens.window):
        assert contrast(tokens.status[status], ground) >= READABLE


@pytest.mark.parametrize("tokens", SCHEMES)
def test_borders_bars_and_filled_buttons_stand_out(tokens):
    assert contrast(tokens.line_strong, tokens.base) >= SEEN
    assert contrast(tokens.line_strong, tokens.window) >= SEEN
    assert contrast(tokens.bar, tokens.track) >= SEEN
    assert contrast(tokens.on_accent, tokens.accent) >= READABLE
    assert contrast(QColor("#FFFFFF"), tokens.danger) >= READABLE


@pytest.mark.parametrize("tokens", SCHEMES)
def test_banners_can_be_read(tokens):
    for ground in (tokens.warn_bg, tokens.error_bg, tokens.ok_bg):
        assert contrast(tokens.text, ground) >= READABLE
    assert contrast(tokens.status[Status.FAILED], tokens.error_bg) >= READABLE


@pytest.mark.parametrize("tokens", SCHEMES)
@pytest.mark.parametrize("accent", ACCENTS)
def test_every_system_s_accent_is_made_readable(tokens, accent):
    ours = with_accent(tokens, QColor(accent))
    assert contrast(ours.accent, ours.base) >= SEEN
    assert contrast(ours.bar, ours.track) >= SEEN
    assert contrast(ours.accent_text, ours.base) >= READABLE
    assert contrast(ours.accent_text, ours.sel) >= READABLE
    assert contrast(ours.text2, ours.sel) >= READABLE
    white, black = QColor("#FFFFFF"), QColor("#14161A")
    assert contrast(ours.on_accent, ours.accent) == max(contrast(white, ours.accent), contrast(black, ours.accent))


@pytest.mark.parametrize("tokens", SCHEMES)
def test_high_contrast_has_no_tints(tokens):
    strong = with_high_contrast(tokens)
    assert strong.warn_bg == strong.error_bg == strong.ok_bg == strong.base
    assert strong.badge(Status.FAILED) == strong.base
    assert strong.text2 == strong.line == strong.line_strong == strong.text


def test_what_a_person_chooses_is_in_force_at_once_and_can_be_taken_back(qapp):
    """A colour that could not be seen is moved; the letters are the program's own or the system's."""
    qapp.setPalette(qapp.style().standardPalette())  # as at a start: no other theme's accent is the system's
    system = qapp.font().families()
    theme = Theme(qapp, "light")
    heard = []
    theme.changed.connect(lambda: heard.append(theme.tokens.accent.name()))
    theme.follow(AppearanceRules(theme="light", accent="#ffff00", font="inter", reduce_motion=True))
    assert heard
    assert contrast(theme.tokens.accent, theme.tokens.base) >= 3
    assert theme.tokens.accent.name() != LIGHT.accent.name()
    assert qapp.font().families() == ["Inter"]
    assert theme.reduce_motion
    theme.follow(AppearanceRules(theme="light"))
    assert theme.tokens == LIGHT
    assert qapp.font().families() == system
    assert not theme.reduce_motion
    theme.deleteLater()
