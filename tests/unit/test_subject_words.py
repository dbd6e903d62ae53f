"""What a download is for, as people write it."""

from __future__ import annotations

import pytest

from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.subject_words import episode_code, subject_text

FILM = MediaItem(id=MediaId("1"), type=MediaType.MOVIE, title="Nosferatu", year=1922)
SHOW = MediaItem(id=MediaId("2"), type=MediaType.SHOW, title="Sherlock Holmes", year=1954)


def episodes(*places: tuple[int, int]) -> tuple[Episode, ...]:
    return tuple(
        Episode(id=EpisodeId(f"{season}/{number}"), media_item_id=SHOW.id, season=season, number=number)
        for season, number in places
    )


def test_a_movie_is_known_by_title_and_year():
    assert subject_text(Subject(item=FILM)) == "Nosferatu (1922)"
    without = MediaItem(id=FILM.id, type=MediaType.MOVIE, title="Nosferatu")
    assert subject_text(Subject(item=without)) == "Nosferatu"
    assert episode_code(Subject(item=FILM)) == ""


@pytest.mark.parametrize(
    ("season", "places", "code"),
    [
        (2, [(2, 7)], "S02E07"),
        (1, [(1, 5), (1, 6), (1, 7), (1, 8)], "S01E05 – E08"),  # noqa: RUF001 - a dash as it is printed
        (1, [(1, 5), (1, 8)], "S01E05, E08"),
        (None, [(1, 39), (2, 1)], "S01E39, S02E01"),
        (0, [(0, 1)], "S00E01"),
        (3, [], "S03"),
        (None, [], ""),
    ],
)
def test_episodes_are_known_by_their_numbers(season, places, code):
    subject = Subject(item=SHOW, season=season, episodes=episodes(*places))
    assert episode_code(subject) == code
    assert subject_text(subject) == f"Sherlock Holmes {code}".strip()
