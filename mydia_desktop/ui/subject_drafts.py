"""What something is for, as the match dialog begins with it and as it comes out of it."""

from __future__ import annotations

from dataclasses import replace

from mydia_desktop.domain.media import MediaType, Subject, SubjectDraft
from mydia_desktop.workflows.suggestion import Suggestion


def draft_of(subject: Subject) -> SubjectDraft:
    """What is known, as a person would put it."""
    item, episodes = subject.item, subject.episodes
    return SubjectDraft(
        item_id=item.id,
        type=item.type,
        title=item.title,
        year=item.year,
        season=episodes[0].season if episodes else subject.season,
        episodes=tuple(episode.number for episode in episodes),
        episode_title=episodes[0].title if len(episodes) == 1 else None,
    )


def first_draft(suggestion: Suggestion) -> SubjectDraft:
    """What a name suggests; at least what it may be called."""
    parsed = suggestion.parsed
    return suggestion.draft or SubjectDraft(title=parsed.title, year=parsed.year)


def with_places(subject: SubjectDraft, suggestion: Suggestion) -> SubjectDraft:
    """One of several that are for the same: of a show, the season and episodes that its own name says."""
    if subject.type is MediaType.MOVIE:
        return subject
    parsed = suggestion.parsed
    return replace(
        subject,
        season=parsed.season,
        episodes=parsed.episodes,
        episode_title=parsed.episode_title if len(parsed.episodes) == 1 else None,
    )
