"""Which file is which movie or episode; what is not sure is not guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.content import Content, ContentFile
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.workflows.importing.plan import plan, source_in

MOVIE = Subject(item=MediaItem(id=MediaId("1"), type=MediaType.MOVIE, title="Nosferatu", year=1922))
SHOW = MediaItem(id=MediaId("2"), type=MediaType.SHOW, title="Dragnet", year=1951)
GIB = 1 << 30
RULES = ImportRules(folder="/library", movies="{title} ({year})", shows="{show} S{season:02}E{episode:02}")
NAS = ClientConfig(
    id=ClientId("nas"),
    kind="transmission",
    name="NAS",
    url="http://192.0.2.1:9091",
    path_map=(PathMapping(remote="/data", local="/mnt/nas"),),
)


def episodes(*numbers, season=1, **fields):
    known = tuple(
        Episode(id=EpisodeId(f"{season}.{number}"), media_item_id=SHOW.id, season=season, number=number, **fields)
        for number in numbers
    )
    return Subject(item=SHOW, season=season, episodes=known)


def planned(subject, files, *, config=NAS, folder="/data", settled=True, rules=RULES, wanted=True):
    """The targets by source, and what is left; ``files`` are names, or names with sizes."""
    sizes = files if isinstance(files, dict) else dict.fromkeys(files, GIB)
    listed = tuple(ContentFile(path=path, size=size, downloaded=size, wanted=wanted) for path, size in sizes.items())
    record = Record(id=RecordId("r"), title="t", subject=subject)
    made = plan(record, Content(folder=folder, files=listed, settled=settled), rules, config)
    sources = {str(step.source): str(step.target) for step in made.steps}
    return sources, {left.path: left.why for left in made.left}


def trouble(*arguments, **options):
    with pytest.raises(ImportTroubleError) as raised:
        planned(*arguments, **options)
    return raised.value


def test_a_movie_with_its_subtitles_and_what_is_left():
    steps, left = planned(
        MOVIE,
        {
            "Nosferatu.1922/Nosferatu.1922.1080p.mkv": 4 * GIB,
            "Nosferatu.1922/Nosferatu.1922.1080p.en.srt": 1,
            "Nosferatu.1922/Nosferatu.1922.1080p.de.forced.srt": 1,
            "Nosferatu.1922/Subs/3_French.srt": 1,
            "Nosferatu.1922/Subs/4_French.srt": 1,
            "Nosferatu.1922/Sample/nosferatu-sample.mkv": 50,
            "Nosferatu.1922/Extras/Making of.mkv": GIB,
            "Nosferatu.1922/Nosferatu-trailer.mp4": 90,
            "Nosferatu.1922/bonus.rar": 5,
            "Nosferatu.1922/bonus.r00": 5,
            "Nosferatu.1922/readme.nfo": 5,
            "Nosferatu.1922/.pad/1234": 5,
            "Nosferatu.1922/run.exe": 5,
        },
    )
    at = "/mnt/nas/Nosferatu.1922"
    assert steps == {
        f"{at}/Nosferatu.1922.1080p.mkv": "Nosferatu (1922).mkv",
        f"{at}/Nosferatu.1922.1080p.en.srt": "Nosferatu (1922).en.srt",
        f"{at}/Nosferatu.1922.1080p.de.forced.srt": "Nosferatu (1922).de.forced.srt",
        f"{at}/Subs/3_French.srt": "Nosferatu (1922).fr.srt",
        f"{at}/Subs/4_French.srt": "Nosferatu (1922).fr.2.srt",
    }
    assert {path.rpartition("/")[2]: why for path, why in left.items()} == {
        "nosferatu-sample.mkv": "a sample",
        "Making of.mkv": "an extra",
        "Nosferatu-trailer.mp4": "an extra",
        "bonus.rar": "an archive; nothing is unpacked",
        "bonus.r00": "an archive; nothing is unpacked",
        "readme.nfo": "neither a video nor a subtitle",
        "run.exe": "neither a video nor a subtitle",
    }


def test_a_movie_beside_something_small_is_the_large_one():
    steps, left = planned(MOVIE, {"a/film.mkv": 4 * GIB, "a/interview.mkv": GIB // 2})
    assert list(steps.values()) == ["Nosferatu (1922).mkv"]
    assert left == {"a/interview.mkv": "much smaller than the movie"}


def test_two_films_in_one_download_are_not_guessed():
    found = trouble(MOVIE, {"a/one.mkv": 4 * GIB, "a/two.mkv": 3 * GIB})
    assert (found.remedy, found.lasting) == (Remedy.MATCH, True)
    assert "one.mkv, two.mkv" in found.message


def test_a_season_pack_maps_each_video_to_its_episode():
    names = [f"Dragnet.S01/Dragnet.S01E{number:02}.720p.mkv" for number in (1, 2, 3)]
    steps, left = planned(episodes(1, 2, 3), [*names, "Dragnet.S01/Dragnet.S01E09.720p.mkv"])
    assert list(steps.values()) == [f"Dragnet S01E0{number}.mkv" for number in (1, 2, 3)]
    assert left == {"Dragnet.S01/Dragnet.S01E09.720p.mkv": "not Dragnet S01E01 – E03"}  # noqa: RUF001 - as printed


def test_a_whole_season_takes_whatever_it_has_of_that_season():
    season = Subject(item=SHOW, season=2)
    steps, left = planned(season, ["Dragnet S02/Dragnet.S02E05E06.mkv", "Dragnet S02/Dragnet.S03E01.mkv"])
    assert list(steps.values()) == ["Dragnet S02E05-E06.mkv"]
    assert len(left) == 1


def test_a_whole_show_takes_every_season():
    steps, _ = planned(Subject(item=SHOW), ["d/Season 1/Dragnet S01E01.mkv", "d/Season 2/Dragnet 2x03.mkv"])
    assert list(steps.values()) == ["Dragnet S01E01.mkv", "Dragnet S02E03.mkv"]


def test_the_season_may_stand_in_the_folder():
    steps, _ = planned(Subject(item=SHOW), ["Dragnet/Season 02/Episode 07.mkv"])
    assert list(steps.values()) == ["Dragnet S02E07.mkv"]


def test_the_only_video_for_one_episode_needs_no_number():
    steps, _ = planned(episodes(7), ["the.big.death.mkv"])
    assert list(steps.values()) == ["Dragnet S01E07.mkv"]
    found = trouble(episodes(7), ["one.mkv", "two.mkv"])
    assert (found.remedy, found.lasting) == (Remedy.MATCH, True)


def test_another_episode_than_it_is_for_is_not_imported():
    """The name says so itself."""
    assert trouble(episodes(7), ["Dragnet.S01E08.mkv"]).remedy is Remedy.MATCH


def test_a_daily_show_is_known_by_its_date():
    steps, _ = planned(episodes(7, air_date="2024-03-05"), ["Show.2024.03.05.720p.mkv", "Show.2024.03.06.720p.mkv"])
    assert list(steps.values()) == ["Dragnet S01E07.mkv"]


def test_two_files_for_one_episode_are_not_guessed():
    found = trouble(episodes(1), ["Dragnet.S01E01.720p.mkv", "Dragnet.S01E01.1080p.mkv"])
    assert "same episode" in found.message


def test_a_subtitle_goes_with_the_episode_whose_name_it_has():
    steps, left = planned(
        episodes(1, 2),
        ["d/Dragnet.S01E01.mkv", "d/Dragnet.S01E02.mkv", "d/Dragnet.S01E02.eng.srt", "d/Dragnet.S01E01/2_English.srt",
         "d/odd.srt"],
    )  # fmt: skip
    assert steps["/mnt/nas/d/Dragnet.S01E02.eng.srt"] == "Dragnet S01E02.en.srt"
    assert steps["/mnt/nas/d/Dragnet.S01E01/2_English.srt"] == "Dragnet S01E01.en.srt"
    assert left == {"d/odd.srt": "no video that it belongs to"}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("en.hi", ".en.hi"), ("hi", ".hi"), ("hi.forced", ".hi.forced"), ("2_English", ".en"), ("eng.sdh", ".en.sdh"),
     ("pt-BR", ".pt-BR"), ("pt-BR.forced", ".pt-BR.forced"), ("whatever", "")],
)  # fmt: skip
def test_a_subtitle_says_its_language(name, suffix):
    steps, _ = planned(MOVIE, ["f.mkv", f"f.{name}.srt"])
    assert steps[f"/mnt/nas/f.{name}.srt"] == f"Nosferatu (1922){suffix}.srt"


@pytest.mark.parametrize(
    ("videos", "subtitle"),
    [
        (["d/Dragnet.S01E01.mkv", "d/Dragnet.S01E02.mkv"], "d/Dragnet.S01E02.en.srt"),
        (["d/Dragnet.S01E1.mkv", "d/Dragnet.S01E10.mkv"], "d/Dragnet.S01E10.en.srt"),
        (["d/Dragnet.S01E01.mkv", "d/Dragnet.S01E02.mkv"], "d/Subs/Dragnet.S01E02/2_English.srt"),
        (["d/Dragnet.S01E01.mkv", "d/Dragnet.S01E02.mkv"], "d/2_English.srt"),
        (["d/Dragnet.S01E1.mkv", "d/extra.thing.mkv"], "d/Dragnet.S01E10.en.srt"),
    ],
)
def test_a_subtitle_never_goes_with_another_episode(videos, subtitle):
    """Only the first of these is imported."""
    steps, left = planned(episodes(1), [*videos, subtitle])
    assert list(steps.values()) == ["Dragnet S01E01.mkv"]
    assert subtitle in left


def test_a_subtitle_goes_with_the_episode_that_it_names():
    steps, _ = planned(episodes(1, 2), ["d/dragnet.101.mkv", "d/dragnet.102.mkv", "d/Dragnet.S01E02.en.srt"])
    assert steps["/mnt/nas/d/Dragnet.S01E02.en.srt"] == "Dragnet S01E02.en.srt"


def test_videos_of_one_name_are_told_apart_by_their_folders():
    _, left = planned(Subject(item=SHOW), ["d/Season 1/01.mkv", "d/Season 2/01.mkv", "d/01.en.srt"])
    assert left == {"d/01.en.srt": "no video that it belongs to"}
    names = [f"d/Season {season}/01.{ending}" for season in (1, 2) for ending in ("mkv", "en.srt")]
    steps, _ = planned(Subject(item=SHOW), names)
    assert steps["/mnt/nas/d/Season 2/01.en.srt"] == "Dragnet S02E01.en.srt"
    assert steps["/mnt/nas/d/Season 1/01.en.srt"] == "Dragnet S01E01.en.srt"


@pytest.mark.parametrize("small", ["a/Sample/film-sample.mkv", "a/film-sample.mkv", "a/RARBG.com.mp4"])
@pytest.mark.parametrize("subject", [MOVIE, episodes(1)])
def test_what_lies_beside_archives_is_not_taken_for_what_is_in_them(subject, small):
    found = trouble(subject, {"a/film.rar": 4 * GIB, "a/film.r00": 4 * GIB, small: GIB // 2})
    assert "packed in an archive" in found.message


@pytest.mark.parametrize("name", ["The.Big.Short.mkv", "The.Interview.mkv", "Trailer.mkv", "Film-extra.mkv"])
def test_a_film_whose_title_reads_like_an_extra_is_none(name):
    assert list(planned(MOVIE, [name])[0].values()) == ["Nosferatu (1922).mkv"]


def test_a_sample_among_other_things_is_no_film():
    assert trouble(MOVIE, {"a/Sample/film.mkv": GIB, "a/film.iso.part": 4 * GIB}).remedy is Remedy.MATCH


def test_an_episode_whose_title_reads_like_an_extra_is_none():
    steps, _ = planned(episodes(1, 2), ["d/Dragnet.S01E01.mkv", "d/Dragnet.S01E02.The.Interview.mkv"])
    assert len(steps) == 2


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (["a/film.rar", "a/film.r00"], "packed in an archive"),
        (["BDMV/STREAM/00001.m2ts", "BDMV/index.bdmv"], "a whole disc"),
        (["film.iso"], "a whole disc"),
        (["readme.txt"], "no video in it"),
    ],
)
def test_what_has_no_video_says_why(files, words):
    found = trouble(MOVIE, files)
    assert words in found.message
    assert found.lasting


def test_a_film_called_sample_is_no_sample():
    steps, _ = planned(MOVIE, ["The.Sample.1999.mkv"])
    assert len(steps) == 1


def test_nor_beside_the_sample_of_it():
    steps, left = planned(MOVIE, {"Sample.2012/Sample.2012.mkv": 4 * GIB, "Sample.2012/Sample/sample.mkv": GIB // 50})
    assert steps == {"/mnt/nas/Sample.2012/Sample.2012.mkv": "Nosferatu (1922).mkv"}
    assert left == {"Sample.2012/Sample/sample.mkv": "a sample"}


def test_a_featurette_beside_a_shorter_one_is_no_film():
    assert trouble(MOVIE, {"x/Featurettes/Making.of.mkv": 4 * GIB, "x/x-trailer.mkv": 50}).remedy is Remedy.MATCH


@pytest.mark.parametrize("name", ["d/Dragnet.S01E02.The.Sample.mkv", "d/Dragnet-S01E02-The-Interview.mkv"])
def test_nor_is_an_episode_of_a_season_that_is_called_so(name):
    steps, left = planned(episodes(1, 2), ["d/Dragnet.S01E01.mkv", name, name.replace("mkv", "en.srt")])
    assert list(steps.values()) == [f"Dragnet S01E0{name}" for name in ("1.mkv", "2.mkv", "2.en.srt")]
    assert left == {}


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("d/Dragnet.S01E02.Sample.mkv", GIB // 10),
        ("d/Dragnet.S01E01-extra.mkv", GIB // 2),
        ("d/Sample/Dragnet.S01E02.mkv", GIB // 2),
        ("d/Extras/Dragnet.S01E02.mkv", GIB // 2),
    ],
)
def test_a_sample_or_an_extra_beside_episodes_is_left(name, size):
    steps, left = planned(episodes(1, 2), {"d/Dragnet.S01E01.mkv": GIB, name: size})
    assert list(steps.values()) == ["Dragnet S01E01.mkv"]
    assert list(left) == [name]


def test_what_lies_among_the_specials_is_of_no_season():
    """However large it is, and although its number is one of the season's."""
    special = {"Dragnet.S01/Specials/01 - The Movie.mkv": 9 * GIB}
    season = {f"Dragnet.S01/Dragnet.S01E0{number}.mkv": GIB for number in (1, 2)}
    steps, left = planned(Subject(item=SHOW, season=1), season | special)
    assert list(steps.values()) == ["Dragnet S01E01.mkv", "Dragnet S01E02.mkv"]
    assert list(left) == list(special)
    steps, _ = planned(Subject(item=SHOW), season | special)
    assert steps["/mnt/nas/Dragnet.S01/Specials/01 - The Movie.mkv"] == "Dragnet S00E01.mkv"


def test_the_only_video_is_not_of_another_season_than_it_says():
    assert trouble(episodes(7, season=2), ["Dragnet.S01.1080p.mkv"]).remedy is Remedy.MATCH
    assert list(planned(episodes(7, season=2), ["Dragnet.S02.mkv"])[0].values()) == ["Dragnet S02E07.mkv"]


@pytest.mark.parametrize(
    "path",
    [
        "../film.mkv",
        "a/../../film.mkv",
        "/etc/film.mkv",
        "a//film.mkv",
        "./film.mkv",
        "a/\0/film.mkv",
        "..",
        "a/./f.mkv",
    ],
)
def test_no_path_of_a_torrent_leads_out_of_its_folder(path):
    assert trouble(MOVIE, [path if path.endswith("mkv") else f"{path}/film.mkv"]).lasting


@pytest.mark.parametrize(
    "path", ["a/..\\..\\x.mkv", "C:film.mkv", "C:/film.mkv", "a/film.mkv:x.mkv", "\\\\nas\\film.mkv"]
)
@pytest.mark.parametrize("root", ["D:\\Downloads", "\\\\nas\\downloads"])
def test_nor_where_there_are_drives(root, path):
    file = ContentFile(path=path, size=1, downloaded=1, wanted=True)
    with pytest.raises(ImportTroubleError, match="outside its own folder"):
        source_in(PureWindowsPath(root), file)
    assert source_in(PurePosixPath("/d"), replace(file, path="a/12:30\\x.mkv")) == PurePosixPath("/d/a/12:30\\x.mkv")


def test_what_is_not_mapped_here_is_no_failure_of_the_import():
    found = trouble(MOVIE, ["film.mkv"], folder="/elsewhere")
    assert (found.counts, found.remedy) == (False, Remedy.MAP_PATH)
    assert found.message == "/elsewhere on NAS has no matching folder here."
    assert not trouble(MOVIE, ["film.mkv"], folder="/data/../etc").counts


@pytest.mark.parametrize("options", [{"settled": False}, {"wanted": False}])
def test_what_its_client_is_not_done_with_waits(options):
    found = trouble(MOVIE, ["film.mkv"], **options)
    assert (found.counts, found.lasting) == (False, False)


def test_without_a_title_or_a_folder_a_person_is_asked():
    assert trouble(None, ["film.mkv"]).remedy is Remedy.MATCH
    assert "no whole path" in trouble(MOVIE, ["film.mkv"], rules=ImportRules(folder="Videos")).message
    assert trouble(MOVIE, ["film.mkv"], rules=ImportRules()).remedy is Remedy.CHOOSE_FOLDER
    assert trouble(MOVIE, ["film.mkv"], rules=ImportRules(folder="/x", movies="{nope}")).lasting


def test_two_files_never_get_one_name():
    """Whatever the pattern makes of them; a system may not tell case apart either."""
    rules = ImportRules(folder="/x", shows="{show}{season}{episode}")
    files = [f"Dragnet.S{season:02}E{number:02}.mkv" for season, number in ((1, 11), (11, 1))]
    assert "would both become" in trouble(Subject(item=SHOW), files, rules=rules).message
