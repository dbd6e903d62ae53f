"""Where a file goes is what the pattern says, and never outside the library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType
from mydia_desktop.workflows.importing.patterns import (
    Named,
    PatternError,
    check_movies,
    check_shows,
    examples,
    path_of,
)


def movie(title="Nosferatu", year=1922, **fields):
    return Named(item=MediaItem(id=MediaId("1"), type=MediaType.MOVIE, title=title, year=year), **fields)


def show(*numbers, title="Dragnet", season=1, names=(), **fields):
    item = MediaItem(id=MediaId("1"), type=MediaType.SHOW, title=title, year=1951)
    titles = [*names, *[None] * len(numbers)]
    episodes = tuple(
        Episode(id=EpisodeId(str(number)), media_item_id=item.id, season=season, number=number, title=name)
        for number, name in zip(numbers, titles, strict=False)
    )
    return Named(item=item, episodes=episodes, **fields)


def path(named, **rules):
    return str(path_of(named, ImportRules(**rules), ending=".mkv"))


def test_the_usual_patterns_are_those_that_media_servers_read():
    assert path(movie()) == "Movies/Nosferatu (1922)/Nosferatu (1922).mkv"
    assert path(show(5)) == "TV/Dragnet/Season 01/Dragnet - S01E05.mkv"
    assert path(show(5, 6, 7)) == "TV/Dragnet/Season 01/Dragnet - S01E05-E06-E07.mkv"
    assert path(show(3, season=0)) == "TV/Dragnet/Season 00/Dragnet - S00E03.mkv"


def test_what_is_not_known_leaves_no_hole():
    assert path(movie(year=None)) == "Movies/Nosferatu/Nosferatu.mkv"
    pattern = "{show}/{season}x{episode:03} - {episode_title} [{quality}]"
    assert path(show(5), shows=pattern) == "Dragnet/1x005.mkv"
    named = show(5, names=["The Big Death"], quality=("720p", "WEB"))
    assert path(named, shows=pattern) == "Dragnet/1x005 - The Big Death [720p WEB].mkv"


@pytest.mark.parametrize("title", ["../../../etc", "/etc/passwd", "a/../../b", "C:\\Windows", "..\\..\\x", "a\0b"])
def test_no_title_leads_out(title):
    parts = path_of(movie(title), ImportRules(), ending=".mkv").parts
    assert len(parts) == 3
    assert parts[0] == "Movies"
    assert not {"..", "."} & set(parts)
    assert "\\" not in "".join(parts)


@pytest.mark.parametrize("letter", ["x", "漢", "x\ud800"])
def test_a_title_that_is_too_long_leaves_room_for_the_numbers(letter):
    """Or all episodes would get one name."""
    title = letter * 300
    known = show(5, names=[title])
    named = replace(known, item=replace(known.item, title=title))
    pattern = "{show}/{show} - S{season:02}E{episode:02} - {episode_title} - {show}"
    folder, name = path_of(named, ImportRules(shows=pattern), ending=".mkv").parts
    assert " - S01E05 - " in name
    assert max(len(folder.encode()), len(name.encode())) <= 255
    assert path_of(movie(title), ImportRules(), ending=".mkv").parts[1].endswith("(1922)")


def test_a_video_and_its_subtitle_are_cut_at_one_place():
    for letters in range(200, 260):
        named = movie("x" * letters)
        video, subtitle = (path_of(named, ImportRules(), ending=ending) for ending in (".mkv", ".pt-BR.forced.2.srt"))
        assert str(subtitle) == str(video).removesuffix(".mkv") + ".pt-BR.forced.2.srt"


def test_a_folder_for_what_is_not_known_is_left_out():
    pattern = "Movies/{year}/{title} [{quality}]"
    assert path(movie(), movies=pattern) == "Movies/1922/Nosferatu.mkv"
    assert path(movie(year=None), movies=pattern) == "Movies/Nosferatu.mkv"
    with pytest.raises(PatternError):
        path(movie("???"), movies="Movies/{title}/{title} ({year})")


def test_a_title_of_nothing_but_signs_is_said():
    with pytest.raises(PatternError, match="left of"):
        path(movie("???", None))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("", "is empty"),
        ("/{title}", "below the library folder"),
        ("C:/{title}", "below the library folder"),
        ("Movies\\{title}", "below the library folder"),
        ("../{title}", "dots only"),
        ("a//{title}", "is empty"),
        ("{title}/", "is empty"),
        ("{title", "has no }"),
        ("{name}", "{name} is not known here"),
        ("{title!r}", "is not known here"),
        ("{title.__class__}", "is not known here"),
        ("{title:02}", "can't be written so"),
        ("{title} {year:>9999999999}", "can't be written so"),
        ("Movies/{year}", "needs {title}"),
        ("{title}/movie", "names the file"),
        ("{title}/{year}", "always known: {title}"),
        ("???/{title}", "nothing that can name a folder"),
    ],
)
def test_a_pattern_that_makes_no_sense_is_said(pattern, words):
    assert words in check_movies(pattern)
    with pytest.raises(PatternError):
        path(movie(), movies=pattern)


def test_episodes_need_their_numbers():
    assert "{episode}" in check_shows("{show}/Season {season}")
    assert "{season}" in check_shows("{show}/{episode}")
    assert check_shows(ImportRules().shows) == check_movies(ImportRules().movies) == ""


def test_the_examples_follow_the_rules():
    assert examples(ImportRules(movies="{title} {quality}", shows="{nope}")) == (
        "Nosferatu 1080p BluRay.mkv",
        check_shows("{nope}"),
    )
