"""Names and sentences the window shares."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui.filtering import View
from mydia_desktop.ui.texts import STATUSES, clients, downloads, status_name, tool_tip, view_name, with_shortcut


def test_every_status_and_every_view_has_a_name_of_its_own():
    """Also one that is added tomorrow."""
    assert set(STATUSES) == set(Status)
    assert len({status_name(status) for status in Status}) == len(Status)
    assert len({view_name(view) for view in View}) == len(View)


@pytest.mark.parametrize(("count", "said"), [(0, "0 downloads"), (1, "1 download"), (2, "2 downloads")])
def test_a_count_agrees_with_its_noun(count, said):
    """One is one."""
    assert downloads(count) == said
    assert clients(count) == said.replace("download", "client")


def test_a_tool_tip_is_what_it_says_and_no_markup():
    """Qt would load the picture of a torrent that is named so."""
    text = tool_tip("<img src=x> & co")
    assert text == "<qt>&lt;img src=x&gt; &amp; co</qt>"
    assert tool_tip("") == ""


@pytest.mark.usefixtures("qapp")
def test_keys_stand_behind_the_name_where_there_are_any():
    """As this system writes them."""
    assert with_shortcut("Search", QKeySequence("Ctrl+F")) == "Search (Ctrl+F)"
    assert with_shortcut("Menu", QKeySequence()) == "Menu"
