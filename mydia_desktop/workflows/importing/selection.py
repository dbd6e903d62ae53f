"""Which file of a release is which movie or episode. Pure: it looks at names and sizes only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from mydia_desktop.domain.content import ContentFile
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.media import Episode, EpisodeId, MediaType, Subject
from mydia_desktop.domain.release import ParsedName
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.workflows.importing.file_kinds import WHY_LEFT, FileKind, is_only_called_so, kind_of
from mydia_desktop.workflows.importing.patterns import Named
from mydia_desktop.workflows.importing.subtitles import language_suffix, owner_of

MUCH_LARGER = 4
"""Times: beside a video as large as that another is not the feature."""
NAMED_AT_MOST = 3

Parse = Callable[[str], ParsedName]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A file that goes into the library, and what it is. ``suffix`` goes between its name and its ending."""

    file: ContentFile
    named: Named
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that stays where it is, and why, in some words."""

    path: str
    why: str


def select(subject: Subject, files: Sequence[ContentFile], parse: Parse) -> tuple[list[Chosen], list[Left]]:
    """What to do with each file of a complete release.

    Raises:
        ImportTroubleError: nothing in it is what it is for, or more than one thing is.
    """
    kinds = {file.path: kind_of(file.path) for file in files}
    videos = [file for file in files if kinds[file.path] is FileKind.VIDEO]
    doubtful = _titled_so(videos, files, kinds)
    videos = videos or _misnamed(files, kinds)
    packed = sum(file.size for file in files if kinds[file.path] in {FileKind.ARCHIVE, FileKind.DISC})
    if not videos or packed > MUCH_LARGER * sum(file.size for file in videos):
        # Beside archives a small video is an advertisement, or a look at what is in them.
        raise _nothing(subject, kinds.values())
    if subject.item.type is MediaType.MOVIE:
        chosen, left = _movie(subject, videos)
    else:
        chosen, left = _episodes(subject, videos, doubtful, parse)
        videos += [file for file in doubtful if any(one.file is file for one in chosen)]
    subtitles = [file for file in files if kinds[file.path] is FileKind.SUBTITLE]
    followers, strays = _followers(subject, videos, chosen, subtitles, parse)
    taken = {one.file.path for one in (*chosen, *followers)} | {one.path for one in (*left, *strays)}
    others = [
        Left(path=file.path, why=WHY_LEFT[kinds[file.path]])
        for file in files
        if file.path not in taken and kinds[file.path] in WHY_LEFT
    ]
    return [*chosen, *followers], [*left, *strays, *others]


def _misnamed(files: Sequence[ContentFile], kinds: Mapping[str, FileKind]) -> list[ContentFile]:
    """The one video of a release whose title reads like a sample's or an extra's: it is nearly all there is."""
    called = sorted(
        (file for file in files if kinds[file.path] in {FileKind.SAMPLE, FileKind.EXTRA}), key=lambda file: -file.size
    )
    if not called or called[0].size * 2 <= sum(file.size for file in files):
        return []
    first, *others = called
    # Beside a film that is called "Sample" may lie the sample of it.
    return [first] if not others or (kinds[first.path] is FileKind.SAMPLE and is_only_called_so(first.path)) else []


def _titled_so(
    videos: Sequence[ContentFile], files: Sequence[ContentFile], kinds: Mapping[str, FileKind]
) -> list[ContentFile]:
    """What is called a sample or an extra and is as large as the videos: perhaps an episode with such a title."""
    largest = max((video.size for video in videos), default=0)
    return [
        file
        for file in files
        if kinds[file.path] in {FileKind.SAMPLE, FileKind.EXTRA}
        and file.size * MUCH_LARGER > largest > 0
        and is_only_called_so(file.path)
    ]


def _movie(subject: Subject, videos: Sequence[ContentFile]) -> tuple[list[Chosen], list[Left]]:
    first, *others = sorted(videos, key=lambda file: file.size, reverse=True)
    if others and others[0].size * MUCH_LARGER > first.size:
        raise ImportTroubleError(
            translate(
                "Import",
                "{count} could be {subject}: {names}. Deselect in the client what is not wanted, or "
                "put the files into the library by hand.",
            ).format(count=_count(videos), subject=subject_text(subject), names=_names(videos)),
            remedy=Remedy.MATCH,
            lasting=True,
        )
    left = [Left(path=file.path, why=translate("Import", "much smaller than the movie")) for file in others]
    return [Chosen(file=first, named=Named(item=subject.item))], left


def _episodes(
    subject: Subject, videos: Sequence[ContentFile], doubtful: Sequence[ContentFile], parse: Parse
) -> tuple[list[Chosen], list[Left]]:
    """``doubtful`` are episodes only where their names say of which no other video is."""
    left: list[Left] = []
    taken: dict[tuple[int, int], Chosen] = {}
    alone = len(videos) + len(doubtful) == 1
    for file in sorted(videos, key=lambda file: file.size, reverse=True):
        episodes, why = _which(subject, file.path, parse, alone=alone)
        places = [(episode.season, episode.number) for episode in episodes]
        others = [taken[place] for place in places if place in taken]
        if others and file.size * MUCH_LARGER > others[0].file.size:
            raise ImportTroubleError(
                translate(
                    "Import",
                    "Two files could be the same episode of {title}: {names}. Deselect in the client the one "
                    "that is not wanted.",
                ).format(title=subject.item.title, names=_names([others[0].file, file])),
                remedy=Remedy.MATCH,
                lasting=True,
            )
        if not episodes or others:
            left.append(Left(path=file.path, why=why or "much smaller than the episode"))
            continue
        chosen = Chosen(file=file, named=Named(item=subject.item, episodes=episodes))
        taken |= dict.fromkeys(places, chosen)
    for file in doubtful:
        episodes, _ = _which(subject, file.path, parse, alone=False)
        places = [(episode.season, episode.number) for episode in episodes]
        if places and taken.keys().isdisjoint(places):
            taken |= dict.fromkeys(places, Chosen(file=file, named=Named(item=subject.item, episodes=episodes)))
    if not taken:
        raise ImportTroubleError(
            translate(
                "Import",
                "None of the files is known to be {subject}: {videos}. Say which movie or episode this download is.",
            ).format(subject=subject_text(subject), videos=_names(videos)),
            remedy=Remedy.MATCH,
            lasting=True,
        )
    return list({one.file.path: one for _, one in sorted(taken.items())}.values()), left


def _which(subject: Subject, path: str, parse: Parse, *, alone: bool) -> tuple[tuple[Episode, ...], str]:
    """The episodes in a file, of one season; or none, and why."""
    wanted = subject.episodes
    parsed = parse(PurePosixPath(path).name)
    if parsed.air_date and (aired := [one for one in wanted if one.air_date == parsed.air_date]):
        return tuple(aired), ""
    season = parsed.season
    if season is None and parsed.episodes:
        season = _season_of_folders(path, parse, subject)
    if season is None or not parsed.episodes:
        # The only video of a download for one episode needs no number.
        seasons = {episode.season for episode in wanted}
        if alone and len(seasons) == 1 and season in {None, *seasons}:
            return wanted, ""
        return (), "its name does not say which episode it is"
    known = {(episode.season, episode.number): episode for episode in wanted}
    meant = tuple(
        known.get((season, number))
        or Episode(id=EpisodeId(""), media_item_id=subject.item.id, season=season, number=number)
        for number in parsed.episodes
    )
    if wanted:
        is_meant = all((episode.season, episode.number) in known for episode in meant)
    else:
        is_meant = subject.season is None or season == subject.season
    return (meant, "") if is_meant else ((), f"not {subject_text(subject)}")


def _season_of_folders(path: str, parse: Parse, subject: Subject) -> int | None:
    for folder in reversed(PurePosixPath(path).parts[:-1]):
        if folder.casefold() in {"special", "specials"}:
            return 0
        if (season := parse(folder).season) is not None:
            return season
    seasons = {episode.season for episode in subject.episodes}
    return subject.season if not seasons else next(iter(seasons)) if len(seasons) == 1 else None


def _followers(
    subject: Subject,
    videos: Sequence[ContentFile],
    chosen: Sequence[Chosen],
    subtitles: Sequence[ContentFile],
    parse: Parse,
) -> tuple[list[Chosen], list[Left]]:
    """Each subtitle with its video."""
    followers: list[Chosen] = []
    left: list[Left] = []
    by_path = {one.file.path: one for one in chosen}
    used: set[tuple[str, str]] = set()
    for file in subtitles:
        found = owner_of(file.path, [video.path for video in videos])
        video = by_path.get(found.video) if found else None
        if found is None:
            video = _video_of(subject, file.path, videos, chosen, parse)
        if video is None:
            left.append(
                Left(
                    path=file.path,
                    why=translate("Import", "its video is not imported")
                    if found
                    else translate("Import", "no video that it belongs to"),
                )
            )
            continue
        suffix = language_suffix(found.rest if found else PurePosixPath(file.path).stem)
        ending = PurePosixPath(file.path).suffix.casefold()
        numbered = (f"{suffix}.{number}" if number > 1 else suffix for number in count(1))
        suffix = next(each for each in numbered if (video.file.path, f"{each}{ending}") not in used)
        used.add((video.file.path, f"{suffix}{ending}"))
        followers.append(Chosen(file=file, named=video.named, suffix=suffix))
    return followers, left


def _video_of(
    subject: Subject, path: str, videos: Sequence[ContentFile], chosen: Sequence[Chosen], parse: Parse
) -> Chosen | None:
    """The video of a subtitle that is not named after any: the only one, or the one of the same episode."""
    if len(chosen) == 1 and (subject.item.type is MediaType.MOVIE or len(videos) == 1):
        return chosen[0]
    if subject.item.type is MediaType.MOVIE:
        return None
    episodes, _ = _which(subject, path, parse, alone=False)
    places = [(episode.season, episode.number) for episode in episodes]
    return next(
        (one for one in chosen if places and [(each.season, each.number) for each in one.named.episodes] == places),
        None,
    )


def _nothing(subject: Subject, kinds: Iterable[FileKind]) -> ImportTroubleError:
    found = set(kinds)
    if FileKind.ARCHIVE in found:
        words = "It is packed in an archive, and nothing is unpacked here. Unpack it, and put it there by hand."
    elif FileKind.DISC in found:
        words = "It is a whole disc, which is not imported. Put it there by hand."
    else:
        words = "There is no video in it. Is this the right download?"
    return ImportTroubleError(
        translate("Import", "Nothing of this can go into the library as {subject}. {words}").format(
            subject=subject_text(subject), words=words
        ),
        remedy=Remedy.MATCH,
        lasting=True,
    )


def _names(files: Sequence[ContentFile]) -> str:
    names = [PurePosixPath(file.path).name for file in files]
    more = len(names) - NAMED_AT_MOST
    return ", ".join(names[:NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")


def _count(files: Sequence[ContentFile]) -> str:
    return {2: "Two files", 3: "Three files"}.get(len(files), f"{len(files)} files")
