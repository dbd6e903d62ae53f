"""What a download is for, in words."""

import pytest

from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType, Subject, SubjectDraft
from mydia_desktop.domain.subject_words import draft_code, draft_text, episode_code, subject_text

MOVIE = MediaItem(id=MediaId("m"), type=MediaType.MOVIE, title="Nosferatu", year=1922)
SHOW = MediaItem(id=MediaId("s"), type=MediaType.SHOW, title="One Step Beyond", year=1959)


def episodes(*numbers):
    """Of the show; each is a season and a number."""
    return tuple(
        Episode(id=EpisodeId(f"{season}-{number}"), media_item_id=SHOW.id, season=season, number=number)
        for season, number in numbers
    )


@pytest.mark.parametrize(
    ("season", "of", "code"),
    [
        (None, (), ""),
        (2, (), "S02"),
        (2, ((2, 7),), "S02E07"),
        (1, ((1, 5), (1, 6), (1, 7), (1, 8)), "S01E05 – E08"),  # noqa: RUF001 - a dash as it is printed
        (1, ((1, 5), (1, 8)), "S01E05, E08"),
        (None, ((1, 9), (2, 1)), "S01E09, S02E01"),
        (0, ((0, 100),), "S00E100"),
    ],
)
def test_episodes_are_told_as_people_write_them(season, of, code):
    subject = Subject(item=SHOW, season=season, episodes=episodes(*of))
    assert episode_code(subject) == code
    assert subject_text(subject) == f"One Step Beyond {code}".strip()


def test_a_movie_is_told_with_its_year():
    assert subject_text(Subject(item=MOVIE)) == "Nosferatu (1922)"
    assert episode_code(Subject(item=MOVIE)) == ""


@pytest.mark.parametrize(
    ("draft", "text", "code"),
    [
        (SubjectDraft(title="Nosferatu", year=1922), "Nosferatu (1922)", ""),
        (SubjectDraft(title="Nosferatu"), "Nosferatu", ""),
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=2), "Dragnet S02", "S02"),
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=2, episodes=(7,)), "Dragnet S02E07", "S02E07"),
        (
            SubjectDraft(type=MediaType.SHOW, title="Dragnet", season=1, episodes=(5, 6, 7, 10)),
            "Dragnet S01E05 – E07, E10",  # noqa: RUF001 - a dash as it is printed
            "S01E05 – E07, E10",  # noqa: RUF001
        ),
        (SubjectDraft(type=MediaType.SHOW, title="Dragnet"), "Dragnet", ""),
    ],
)
def test_what_a_person_says_is_written_the_same_way(draft, text, code):
    assert draft_text(draft) == text
    assert draft_code(draft) == code
