"""What a download is probably for, by its name, and whether that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mydia_desktop.domain.media import MediaItem, MediaType, SubjectDraft
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.workflows.library import Library
from mydia_desktop.workflows.release_name import parse_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the name of a release says."""

    parsed: ParsedName
    draft: SubjectDraft | None
    """None where the name says neither a title nor whether it is a movie or a show."""
    item: MediaItem | None = None
    """The one known item that it must be; then the draft names it."""

    @property
    def certain(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.item is not None


class Suggester:
    """Compares names with the library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def suggest(self, names: Sequence[str]) -> list[Suggestion]:
        """For each name, read in a thread of its own."""
        return [self.judge(parsed) for parsed in await parse_names(names)]

    def judge(self, parsed: ParsedName) -> Suggestion:
        """Compare what a name says with the library as it is now."""
        if not parsed.title or parsed.type is None:
            return Suggestion(parsed=parsed, draft=None)
        item = self._the_one(parsed, parsed.type)
        draft = SubjectDraft(
            item_id=item.id if item else None,
            type=parsed.type,
            title=item.title if item else parsed.title,
            year=item.year if item else parsed.year,
            season=parsed.season,
            episodes=parsed.episodes,
            episode_title=parsed.episode_title if len(parsed.episodes) == 1 else None,
        )
        return Suggestion(parsed=parsed, draft=draft, item=item)

    def _the_one(self, parsed: ParsedName, kind: MediaType) -> MediaItem | None:
        """The only known item it can be: same title, and the same year or, where only one side has any, no other."""
        if kind is MediaType.SHOW and parsed.season is None:
            return None
        known = self._library.titled(kind, parsed.title) if self._library.is_complete else []
        if parsed.year is not None and (same_year := [item for item in known if item.year == parsed.year]):
            return same_year[0] if len(same_year) == 1 else None
        if len(known) == 1 and (parsed.year is None or known[0].year is None):
            return known[0]
        return None
