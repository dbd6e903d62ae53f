"""What names of releases say. They are those of films and shows that belong to everybody."""

import sys
import time
from subprocess import run

import pytest

from mydia_desktop.domain.media import MediaType
from mydia_desktop.workflows.release_name import parse_name, parse_names
from tests.public_domain import release_names

MOVIES = """
The.Kid.1921.1080p.BluRay.x264.FLAC-ARCHIVE | The Kid | 1921 | 1080p BluRay x264 FLAC ARCHIVE
Nosferatu 1922 REMASTERED 1080p BluRay x265-MASCHINE | Nosferatu | 1922 | 1080p BluRay Remastered x265 MASCHINE
Detour (1945) [1080p] [WEBRip] [5.1] [YTS.MX] | Detour | 1945 | 1080p WEBRip YTS.MX
Charade.1963.2160p.UHD.BluRay.HDR.10bit.x265.FLAC2.0-K | Charade | 1963 | 2160p UHD_BluRay HDR 10bit x265 FLAC2.0 K
Charade.1963.2160p.BluRay.DV.HDR10.TrueHD.7.1.Atmos-A | Charade | 1963 | 2160p UHD_BluRay DV HDR10 TrueHD_7.1 Atmos A
Metropolis.1927.2160p.REMUX.HEVC.DTS-HD.MA.5.1-CINE | Metropolis | 1927 | 2160p Remux HEVC DTS-HD_MA_5.1 CINE
Metropolis.1927.COMPLETE.UHD.BluRay-GRP | Metropolis | 1927 | UHD_BluRay GRP
D.O.A.1950.720p.WEB-DL.DDP5.1.H.264-REEL | D.O.A. | 1950 | 720p WEB-DL H.264 DDP5.1 REEL
The.39.Steps.1935.720p.BluRay.x264-ROMERO | The 39 Steps | 1935 | 720p BluRay x264 ROMERO
Plan.9.from.Outer.Space.1959.DVDRip.XviD-OLD | Plan 9 from Outer Space | 1959 | DVDRip Xvid OLD
2001.A.Space.Odyssey.1968.2160p.BluRay-X | 2001 A Space Odyssey | 1968 | 2160p UHD_BluRay X
2001: A Space Odyssey (1968) 1080p | 2001: A Space Odyssey | 1968 | 1080p
2001.A.Space.Odyssey.1080p | 2001 A Space Odyssey | | 1080p
1984.1956.1080p.BluRay.x264-A | 1984 | 1956 | 1080p BluRay x264 A
1984.1080p.BluRay.x264-A | 1984 | | 1080p BluRay x264 A
(1945) Detour 720p | Detour | 1945 | 720p
1945 - Detour - 720p | Detour | 1945 | 720p
Sherlock.Jr.1924.German.DL.1080p.BluRay.x264-GRP | Sherlock Jr | 1924 | 1080p BluRay x264 GRP
His.Girl.Friday.1940.PROPER.1080p.AMZN.WEB-DL.DDP2.0-N | His Girl Friday | 1940 | 1080p AMZN WEB-DL PROPER DDP2.0 N
The Stranger 1946 Directors Cut 1080p HDTV x264 AC3 | The Stranger | 1946 | 1080p HDTV Director's_Cut x264 DD
Sintel.2010.4K | Sintel | 2010 | 2160p
Sintel.2010.1080p.AV1-GRP | Sintel | 2010 | 1080p AV1 GRP
Spring.2019.1080p.WEB.AV1.Opus-BLENDER | Spring | 2019 | 1080p WEB AV1 Opus BLENDER
Tears of Steel (2012) | Tears of Steel | 2012 |
Reefer Madness 1936.mkv | Reefer Madness | 1936 |
Elephants_Dream_2006_720p.avi | Elephants Dream | 2006 | 720p
The.Lost.World.1925.1080p.BluRay.Remux.AVC.LPCM.2.0-X | The Lost World | 1925 | 1080p BluRay Remux AVC LPCM2.0 X
Haxan.1922.CAM.x264 | Haxan | 1922 | CAM x264
A.Star.Is.Born.1937.1080p.NF.WEBRip.DDP.5.1.x264-GRP[site] | A Star Is Born | 1937 | 1080p NF WEBRip x264 DDP5.1 GRP
www.example.com - Sabotage.1936.720p.HDRip.x264 | Sabotage | 1936 | 720p HDRip x264
Flash.Gordon.1936.Part.1.720p | Flash Gordon Part 1 | 1936 | 720p
Steamboat Bill, Jr. (1928) BDRip 1080p DTS x264-CHD | Steamboat Bill, Jr | 1928 | 1080p BDRip x264 DTS CHD
Le.Voyage.dans.la.lune.1902.FRENCH.1080p.BluRay.x264 | Le Voyage dans la lune | 1902 | 1080p BluRay x264
Броненосец 1929 1080p BluRay | Броненосец | 1929 | 1080p BluRay
"""

SHOWS = """
Bonanza.S01E05.1080p.WEB-DL.AAC2.0.H.264-PDTV | Bonanza | | 1 | 5 | 1080p WEB-DL H.264 AAC2.0 PDTV
Bonanza.s01e05.480p | Bonanza | | 1 | 5 | 480p
Bonanza.1x05.DVDRip | Bonanza | | 1 | 5 | DVDRip
Bonanza.S01E05-E08.720p.BluRay.x265-VODO | Bonanza | | 1 | 5 6 7 8 | 720p BluRay x265 VODO
Bonanza.S01E05-08.720p | Bonanza | | 1 | 5 6 7 8 | 720p
Bonanza.S01E05E06.720p.WEBRip.x265-BAKER | Bonanza | | 1 | 5 6 | 720p WEBRip x265 BAKER
Life.with.Elizabeth.S01E01.S01E02.720p.HDTV | Life with Elizabeth | | 1 | 1 2 | 720p HDTV
Racket.Squad.2x03-04.DVDRip | Racket Squad | | 2 | 3 4 | DVDRip
Annie Oakley S1 E4 | Annie Oakley | | 1 | 4 |
Annie.Oakley.Season.1.Episode.04.720p | Annie Oakley | | 1 | 4 | 720p
The.Ruggles.S01E103.480p | The Ruggles | | 1 | 103 | 480p
One.Step.Beyond.S01E1100-E1101.480p | One Step Beyond | | 1 | 1100 1101 | 480p
Bonanza.S01.COMPLETE.720p.BluRay.x265-VODO | Bonanza | | 1 | | 720p BluRay x265 VODO
Bonanza.S01.1080p.BluRay.x265-VODO | Bonanza | | 1 | | 1080p BluRay x265 VODO
Bonanza Season 1 Complete 480p DVDRip x264 | Bonanza | | 1 | | 480p DVDRip x264
Bonanza - Season 1 (1959) [DVDRip] | Bonanza | 1959 | 1 | | DVDRip
Bonanza.S01-S03.1080p.BluRay.x265-VODO | Bonanza | | | | 1080p BluRay x265 VODO
Bonanza Seasons 1-3 Complete | Bonanza | | | |
Bonanza.S01E30.S02E01.720p | Bonanza | | | | 720p
Bonanza.Complete.Series.DVDRip | Bonanza | | | | DVDRip
Bonanza.S00E01.720p | Bonanza | | 0 | 1 | 720p
Dragnet.1951.S01E03.The.Big.Death.480p.DVDRip.x264-PDTV | Dragnet | 1951 | 1 | 3 | 480p DVDRip x264 PDTV
The.Lone.Ranger.1949.S01E01.720p.WEBRip.x265-BAKER | The Lone Ranger | 1949 | 1 | 1 | 720p WEBRip x265 BAKER
The.Adventures.of.Robin.Hood.S01E01-E03.DVDRip | The Adventures of Robin Hood | | 1 | 1 2 3 | DVDRip
Flash.Gordon.S01E01.REPACK.1080p.WEB-DL.DD+2.0-G | Flash Gordon | | 1 | 1 | 1080p WEB-DL REPACK DDP2.0 G
[Group] Caminandes - 02 (1080p) [ABCD1234].mkv | Caminandes | | | 2 | 1080p Group
[Group] Caminandes - 02v2 [720p].mkv | Caminandes | | | 2 | 720p Group
[Group] Caminandes S2 - 03 [1080p] | Caminandes | | 2 | 3 | 1080p Group
Pioneer One Episode 4 720p | Pioneer One | | | 4 | 720p
"""


def table(lines):
    """The cells of each line; in those with several words an underscore is a space."""
    return [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]


def words(cell):
    return tuple(word.replace("_", " ") for word in cell.split())


@pytest.mark.parametrize(("name", "title", "year", "quality"), table(MOVIES))
def test_movies_are_understood(name, title, year, quality):
    parsed = parse_name(name)
    assert (parsed.type, parsed.title, parsed.year) == (MediaType.MOVIE, title, int(year) if year else None)
    assert parsed.quality == words(quality)
    assert (parsed.season, parsed.episodes, parsed.episode_title, parsed.air_date) == (None, (), None, None)


@pytest.mark.parametrize(("name", "title", "year", "season", "episodes", "quality"), table(SHOWS))
def test_episodes_seasons_and_whole_shows_are_understood(name, title, year, season, episodes, quality):
    """Without numbers of episodes it is all of the season; without a season either, all of the show."""
    parsed = parse_name(name)
    assert (parsed.type, parsed.title, parsed.year) == (MediaType.SHOW, title, int(year) if year else None)
    assert parsed.season == (int(season) if season else None)
    assert parsed.episodes == tuple(map(int, episodes.split()))
    assert parsed.quality == words(quality)
    assert parsed.air_date is None


def test_the_title_of_one_episode_is_known():
    """Of several there is none."""
    assert parse_name("Dragnet.S01E03.The.Big.Death.480p.DVDRip").episode_title == "The Big Death"
    name = "Sherlock Holmes (1954) - S01E01 - The Case of the Cunningham Heritage.mkv"
    assert parse_name(name).episode_title == "The Case of the Cunningham Heritage"
    assert parse_name("Dragnet.S01E03E04.The.Big.Death.480p.DVDRip").episode_title is None


def test_a_daily_show_has_the_date_of_its_episode():
    """And neither season nor number: those are not in the name."""
    parsed = parse_name("Dragnet.1951.12.16.720p.WEBRip")
    assert (parsed.type, parsed.title, parsed.air_date) == (MediaType.SHOW, "Dragnet", "1951-12-16")
    assert (parsed.year, parsed.season, parsed.episodes) == (None, None, ())


@pytest.mark.parametrize(
    "name", ["ubuntu-24.04.1-desktop-amd64.iso", "Detour", "some-program_1.2.3.tar.gz", "", "?", "d4f8" * 10]
)
def test_what_may_be_anything_is_neither_movie_nor_show(name):
    """Nothing is suggested for it."""
    assert parse_name(name).type is None


@pytest.mark.parametrize(
    "name",
    [
        "Bonanza.S01E01-E9999.720p",
        "Bonanza.S01E01-9999",
        "Bonanza.S01E01-S09E9999",
        "Bonanza.S1-S9999",
        "Bonanza.1x01-1x9999",
        "Bonanza S01E01 to 9999",
        "Bonanza.S01E0001~E9999",
        "S01E01-E150." * 25,
        "S01E01" * 50,
        "(1999)" * 50,
        "x264-" * 60,
        "a." * 100_000,
        "\0 1922",
    ],
)
def test_no_one_waits_for_a_name_made_to_be_slow(name):
    """As it is, guessit takes two minutes for the first of them."""
    parse_name("warm up")
    began = time.monotonic()
    parsed = parse_name(name)
    assert time.monotonic() - began < 3
    assert len(parsed.episodes) <= 200


async def test_two_hundred_names_are_read_beside_the_loop_and_in_order():
    """As many as somebody drops at once."""
    names = release_names(200)
    parsed = await parse_names(names)
    assert [bool(answer.title and answer.type) for answer in parsed] == [True] * 200
    assert [answer.type is MediaType.SHOW for answer in parsed] == [".S0" in name for name in names]
    assert await parse_names([]) == []


def test_the_window_starts_without_guessit():
    """It is large, and only those who add or match something need it."""
    code = "import sys, mydia_desktop.workflows.release_name; print('guessit' in sys.modules)"
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
