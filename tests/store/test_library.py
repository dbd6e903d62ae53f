"""Movies, shows and episodes: found, made, changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from mydia_desktop.domain.media import (
    AlreadyThereError,
    Episode,
    LibraryEntry,
    MediaItem,
    MediaType,
    SubjectDraft,
)
from mydia_desktop.store import repository
from tests.store.values import show


def film(number, title, **changes):
    return MediaItem(id=f"{number:03}", type=MediaType.MOVIE, title=title, **changes)


def episode(item, season, number, **changes):
    return Episode(id=f"{item.id} {season} {number}", media_item_id=item.id, season=season, number=number, **changes)


async def library(store, **options):
    return [entry async for page in store.media(**options) for entry in page]


async def test_a_draft_makes_what_is_not_there_and_finds_what_is(store):
    """By title without case and accents, kind and year; an episode by its number."""
    made = await store.subject(replace(show(1, 2), title="Café", episode_title="not for two"))
    found = await store.subject(show(2, 3, title="CAFE"))
    assert found.item == made.item
    assert found.episodes[0] == made.episodes[1]
    assert {one.title for one in made.episodes + found.episodes} == {None}
    named = await store.subject(SubjectDraft(item_id=made.item.id, season=2, episodes=(1,), episode_title="Pilot"))
    assert (named.item, named.episodes[0].title) == (made.item, "Pilot")
    assert [(e.season, e.number) for e in await store.episodes(made.item.id)] == [(1, 1), (1, 2), (1, 3), (2, 1)]


@pytest.mark.parametrize("other", [{"year": 1998}, {"year": None}, {"type": MediaType.MOVIE}, {"title": "Cafes"}])
async def test_what_differs_in_title_year_or_kind_is_another_item(store, other):
    """An unknown year is not any year."""
    draft = show(season=None)
    assert (await store.subject(draft)).item.id != (await store.subject(replace(draft, **other))).item.id


async def test_a_draft_of_an_item_that_is_gone_is_refused(store):
    """Nothing is made in its place."""
    with pytest.raises(LookupError):
        await store.subject(SubjectDraft(item_id="gone"))
    assert await library(store) == []


async def test_items_and_episodes_are_saved_and_changed(store):
    """Every field, and by id."""
    item = film(1, "A", year=1999, original_title="Ä", tmdb_id=5, imdb_id="tt5", monitored=False)
    series = MediaItem(id="002", type=MediaType.SHOW, title="B")
    one = episode(series, 1, 1, title="Pilot", air_date="2024-01-02", monitored=False)
    for value in (item, series):
        assert await store.save_item(value) == value
    assert await store.save_episode(one) == one
    assert await library(store) == [LibraryEntry(item=item), LibraryEntry(item=series, episodes=(one,))]
    item, one = replace(item, title="C", tmdb_id=None), replace(one, number=2, monitored=True)
    await store.save_item(item)
    await store.save_episode(one)
    assert await library(store) == [LibraryEntry(item=item), LibraryEntry(item=series, episodes=(one,))]


async def test_what_would_be_there_twice_is_refused_by_name(store):
    """An episode's number, and a TMDB number; nothing changes."""
    series = await store.save_item(MediaItem(id="1", type=MediaType.SHOW, title="B", tmdb_id=5))
    await store.save_episode(episode(series, 1, 1))
    second = await store.save_episode(episode(series, 1, 2))
    with pytest.raises(AlreadyThereError, match="B already has an episode 1 in season 1"):
        await store.save_episode(replace(second, number=1))
    with pytest.raises(AlreadyThereError, match="TMDB number 5 is already that of B"):
        await store.save_item(film(2, "C", tmdb_id=5))
    with pytest.raises(LookupError):
        await store.save_episode(replace(second, media_item_id="gone"))
    assert [e.number for e in await store.episodes(series.id)] == [1, 2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Amélie", "Das Boot", "Das Boot", "Ödland"]),
        ("das", ["Das Boot", "Das Boot"]),
        ("boot 1981", ["Das Boot"]),
        ("AMELIE", ["Amélie"]),
        ("fabuleux", ["Amélie"]),
        ("odland", ["Ödland"]),
        ("das ödland", []),
    ],
)
async def test_items_are_searched_by_words_without_case_and_accents(store, words, found):
    """In both titles and the year, and told by title."""
    await store.save_item(film(1, "Ödland"))
    await store.save_item(film(2, "Das Boot", year=2018))
    await store.save_item(film(3, "Das Boot", year=1981))
    await store.save_item(film(4, "Amélie", original_title="Le fabuleux destin"))
    assert [item.title for item in await store.search_media(words)] == found
    assert len(await store.search_media("", limit=2)) == 2


async def test_the_library_comes_in_pages_whole(store, monkeypatch):
    """Each item once, each with its own episodes in order."""
    monkeypatch.setattr(repository, "PAGE", 2)
    shows = [MediaItem(id=f"{n}", type=MediaType.SHOW, title=f"Show {n}") for n in range(4)]
    for item in shows:
        await store.save_item(item)
        for season, number in ((2, 1), (1, 2), (1, 1)):
            await store.save_episode(episode(item, season, number))
    entries = await library(store)
    assert [entry.item for entry in entries] == shows
    assert all([(e.season, e.number) for e in entry.episodes] == [(1, 1), (1, 2), (2, 1)] for entry in entries)


async def test_what_another_desktop_changed_in_the_library_is_found(store, monkeypatch):
    """An item by itself, and a show by one of its episodes."""
    monkeypatch.setattr(repository, "OVERLAP_S", 0.0)
    series = await store.save_item(MediaItem(id="1", type=MediaType.SHOW, title="B"))
    await store.save_item(film(2, "C"))
    moment = await store.now()
    assert await library(store, changed_since=moment) == []
    one = await store.save_episode(episode(series, 1, 1))
    assert await library(store, changed_since=moment) == [LibraryEntry(item=series, episodes=(one,))]


async def test_mydias_own_columns_survive_a_change(store, url):
    """Metadata is not ours to write, broken or not."""
    item = await store.save_item(film(1, "A"))
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE media_items SET metadata = '{broken', monitored = NULL"))
    assert await store.save_item(replace(item, title="B")) == (await library(store))[0].item
    with engine.begin() as connection:
        assert connection.execute(text("SELECT metadata FROM media_items")).scalar_one() == "{broken"
    engine.dispose()
