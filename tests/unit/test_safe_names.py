"""Whatever a title or a torrent is called, its name in the library is a name on every system."""

from __future__ import annotations

import random
import unicodedata

import pytest

from mydia_desktop.domain.safe_names import LONGEST_BYTES, safe_name, same_name

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)} | {"\x7f"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nosferatu (1922)", "Nosferatu (1922)"),
        ("Alien: Covenant", "Alien - Covenant"),
        ("8:30", "8-30"),
        ("Face/Off", "Face-Off"),
        ("What's Up, Doc?", "What's Up, Doc"),
        ('"Untitled"', "'Untitled'"),
        ("...And Justice for All.", "And Justice for All"),
        ("  spaced \t out\n", "spaced out"),
        ("CON", "CON_"),
        ("nul.part", "nul_.part"),
        ("Com1", "Com1_"),
        ("LPT¹", "LPT¹_"),
        ("console", "console"),
        ("..", ""),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("\x00\x1b[31m", "[31m"),
        ("gnp.\u202egpj", "gnp.gpj"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Amelie\u0301", "Amelié"),
        ("\ud800lone", "lone"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # noqa: RUF001 - Persian needs what is not seen
        ("", ""),
        ("???", ""),
    ],
)
def test_a_title_becomes_a_name(text, name):
    assert safe_name(text) == name


@pytest.mark.parametrize("letter", ["a", "ä", "漢", "👩‍👧"])
def test_what_is_too_long_keeps_its_ending_and_whole_letters(letter):
    name = safe_name(letter * 300, ending=".en.srt")
    assert name.endswith(".en.srt")
    assert LONGEST_BYTES - 16 <= len(name.encode()) <= LONGEST_BYTES
    assert set(name.removesuffix(".en.srt")) <= set(letter)


def test_a_mark_is_not_cut_off_its_letter():
    """A q with a ring below has no letter of its own."""
    name = safe_name("x" * 253 + "q\u0325")
    assert name == "x" * 253


def test_hostile_names_never_mean_anything_but_a_name():
    """Ten thousand of them, of all that has meaning somewhere."""
    dice = random.Random(7)  # noqa: S311 - chance, no secret
    alphabet = [*FORBIDDEN, *". -~$%&'`{}a1Ä漢", "\u202e", "\u200d", "\u0301", "\ud83d", "CON", "AUX", ".."]
    for _ in range(10_000):
        text = "".join(dice.choices(alphabet, k=dice.randint(0, 300)))
        name = safe_name(text, ending=".mkv")
        if not name:
            continue
        assert not FORBIDDEN & set(name)
        assert name not in {".", ".."}
        assert len(name.encode()) <= LONGEST_BYTES
        assert name.endswith(".mkv")
        assert not name.startswith((" ", "."))
        assert unicodedata.is_normalized("NFC", name)
        assert name.partition(".")[0].casefold() not in {"con", "aux"}


def test_names_that_some_system_does_not_tell_apart_are_the_same():
    assert same_name("Nosferatu", "nosferatu")
    assert same_name("Ame\u0301lie", "AMÉLIE")
    assert same_name("Straße", "STRASSE")
    assert not same_name("Nosferatu", "Nosferatu 2")
