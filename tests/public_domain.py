"""Names for the torrents of the tests: films and shows whose copyright has ended or was never claimed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

FILMS = """
A Trip to the Moon 1902|The Great Train Robbery 1903|The Cabinet of Dr Caligari 1920|Way Down East 1920
The Kid 1921|Nosferatu 1922|Haxan 1922|Safety Last 1923|Sherlock Jr 1924|The Gold Rush 1925
The Phantom of the Opera 1925|The Lost World 1925|Battleship Potemkin 1925|The General 1926|Metropolis 1927
Sunrise 1927|The Lodger 1927|Steamboat Bill Jr 1928|Man with a Movie Camera 1929|Blackmail 1929
White Zombie 1932|The Vampire Bat 1933|Of Human Bondage 1934|The 39 Steps 1935|My Man Godfrey 1936
Reefer Madness 1936|Sabotage 1936|A Star Is Born 1937|Nothing Sacred 1937|Young and Innocent 1937
The Lady Vanishes 1938|Gullivers Travels 1939|His Girl Friday 1940|Meet John Doe 1941|The Outlaw 1943
The Woman in the Window 1944|Detour 1945|Scarlet Street 1945|The Stranger 1946
The Strange Love of Martha Ivers 1946|He Walked by Night 1948|D.O.A. 1950|Royal Wedding 1951
The Hitch-Hiker 1953|Beat the Devil 1953|The Man with the Golden Arm 1955|House on Haunted Hill 1959
Plan 9 from Outer Space 1959|The Little Shop of Horrors 1960|Carnival of Souls 1962|Charade 1963
The Last Man on Earth 1964|Night of the Living Dead 1968|Elephants Dream 2006|Big Buck Bunny 2008
Sita Sings the Blues 2008|Sintel 2010|Tears of Steel 2012|Cosmos Laundromat 2015|Spring 2019
""".replace("\n", "|").strip("|")

SHOWS = """
One Step Beyond|The Beverly Hillbillies|Bonanza|Dragnet|Sherlock Holmes|The Adventures of Robin Hood|Flash Gordon
Pioneer One|Caminandes|The Lone Ranger|Annie Oakley|Racket Squad|Life with Elizabeth|The Ruggles
""".replace("\n", "|").strip("|")

FILM_TAGS = (
    "2160p.REMUX.HEVC.DTS-HD.MA.5.1-CINEMATHEQUE",
    "1080p.BluRay.x264.FLAC-ARCHIVE",
    "REMASTERED.1080p.BluRay.x265-MASCHINE",
    "2160p.UHD.BluRay.HDR.10bit.x265.FLAC2.0-KEATON",
    "1080p.WEB-DL.DDP5.1.H.264-REEL",
    "720p.BluRay.x264-ROMERO",
)
SHOW_TAGS = (
    "1080p.WEB-DL.AAC2.0.H.264-PDTV",
    "480p.DVDRip.x264-PDTV",
    "720p.WEBRip.x265-BAKER",
    "1080p.BluRay.x265-VODO",
)


def release_names(count: int, *, seed: int = 0) -> list[str]:
    """That many different release names, the same for the same seed."""
    return list(islice(_endless(random.Random(seed)), count))  # noqa: S311 - names, not secrets


def _endless(chance: random.Random) -> Iterator[str]:
    films = [film.rsplit(" ", 1) for film in FILMS.split("|")]
    shows = SHOWS.split("|")
    given = set()
    while True:
        if chance.random() < 0.45:
            title, year = chance.choice(films)
            name = f"{title} {year} {chance.choice(FILM_TAGS)}"
        else:
            episode = f"S{chance.randint(1, 9):02}E{chance.randint(1, 26):02}"
            name = f"{chance.choice(shows)} {episode} {chance.choice(SHOW_TAGS)}"
        name = name.replace(". ", ".").replace(" ", ".")
        if name not in given:
            given.add(name)
            yield name
