"""What a download is for that a person adds for something particular."""

from __future__ import annotations

from dataclasses import replace

from mydia_desktop.domain.media import MediaType, SubjectDraft
from mydia_desktop.domain.release import ParsedName


def within(expected: SubjectDraft, parsed: ParsedName) -> SubjectDraft:
    """The movie or episode that was meant; of a show or a season that was meant, the part that the name says."""
    if expected.type is MediaType.MOVIE or expected.episodes:
        return expected
    if expected.season is not None and parsed.season != expected.season:
        return expected
    if parsed.season is None:
        return expected
    return replace(
        expected,
        season=parsed.season,
        episodes=parsed.episodes,
        episode_title=parsed.episode_title if len(parsed.episodes) == 1 else None,
    )
