"""From what a person gives to a release: links are followed here, whatever their servers do, and in time."""

import asyncio
import gzip
import threading
import time
import tracemalloc
from unittest.mock import patch

import pytest

from mydia_desktop.domain.release import Payload, ReleaseError
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows import release_content, release_link, release_reader
from mydia_desktop.workflows.release_reader import FileSource, read_source
from mydia_desktop.workflows.release_text import TextSource, looks_like_release, split_sources
from tests.daemons import free_port
from tests.raw_server import black_hole, raw_server
from tests.scripted_server import Say, scripted_server
from tests.tls_front import tls_front
from tests.torrents import make_torrent

TORRENT = make_torrent("The.Kid.1921", tracker="http://t.example/secret/announce")
NZB = b'<?xml version="1.0"?><nzb><file subject="a"><segments><segment bytes="9"/></segments></file></nzb>'
BUDGET_S = 1.0
IN_TIME_S = BUDGET_S + 0.7
KEY = "passkey=sesame"


@pytest.fixture(autouse=True)
def short_budget(monkeypatch):
    """No test waits for half a minute."""
    monkeypatch.setattr(release_reader, "fetch", lambda url: release_link.fetch(url, budget=BUDGET_S))


async def read(text):
    return await read_source(TextSource(text=text))


async def refusal(source):
    """Why it can't be read, which is a sentence, said in time, and never tells a key."""
    began = time.monotonic()
    with pytest.raises(ReleaseError) as caught:
        await read_source(TextSource(text=source) if isinstance(source, str) else source)
    assert time.monotonic() - began < IN_TIME_S
    message = str(caught.value)
    assert message.endswith((".", "?"))
    assert "sesame" not in message
    return message


async def answer_to(say, path=f"/get?{KEY}"):
    """The release behind one link."""
    with scripted_server(lambda _: say) as server:
        return await read(server.url + path)


async def refusal_of(say):
    with scripted_server(lambda _: say) as server:
        return await refusal(f"{server.url}/get?{KEY}")


async def test_texts_are_told_apart():
    for text in (TORRENT.magnet, TORRENT.v1, f"  {TORRENT.v1.upper()}\n"):
        assert (await read(text)).v1 == TORRENT.v1
    for text in (
        "",
        "The Kid",
        "/home/me/kid.torrent",
        "file:///etc/passwd",
        "ftp://x.example/a",
        "https://",
        "magnets",
    ):
        assert "no magnet link, infohash or web address" in await refusal(text)


async def test_files_are_known_by_what_is_in_them():
    """Their names say nothing: browsers make them up."""
    for name in ("a.torrent", "a.nzb", "a.txt", "download(3)", ""):
        assert (await read_source(FileSource(name=name, data=TORRENT.data))).v1 == TORRENT.v1
        assert (await read_source(FileSource(name=name, data=NZB))).payload is Payload.NZB
        magnet = b"\xef\xbb\xbf" + TORRENT.magnet.encode() + b"\r\n"
        assert (await read_source(FileSource(name=name, data=magnet))).v1 == TORRENT.v1


async def test_packed_nzb_files_are_unpacked():
    """As indexers store them."""
    release = await read_source(FileSource(name="The.Kid.nzb.gz", data=gzip.compress(NZB)))
    assert (release.name, release.data) == ("The.Kid", NZB)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><head>", "web page"),
        (b"\n <HTML>", "web page"),
        (b"\x89PNG\r\n", "neither a .torrent nor an .nzb"),
        (b"d8:announce", "cut off"),
        (TORRENT.data[:-1], "cut off"),
        (gzip.compress(TORRENT.data)[:-9], "cut off"),
        (b"\x1f\x8b\x08garbage", "compressed, and damaged"),
        (b"magnet:?dn=x", "names no torrent"),
        (b"x" * (release_content.LARGEST + 1), "67 MB"),
        (b"d1:a" + b"x" * 50_000_000, "50 MB"),
    ],
)
async def test_a_file_that_cant_be_used_says_why(data, why):
    assert why in await refusal(FileSource(name="x.torrent", data=data))


async def test_a_few_bytes_do_not_unpack_to_gigabytes():
    """Nor to more memory than the largest release takes."""
    bomb = gzip.compress(bytes(100_000_000))
    with patch.object(release_content, "LARGEST", 1 << 20):
        tracemalloc.start()
        assert "1 MiB" in await refusal(FileSource(name="x.nzb.gz", data=bomb))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 10_000_000


async def test_half_characters_from_broken_tools_do_no_harm():
    """They could neither be sent nor stored."""
    half = "\ud83c"
    assert (await read(f"{TORRENT.magnet}{half}")).name == f"{TORRENT.name}?"
    assert (await read_source(FileSource(name=f"{half}.nzb", data=NZB))).name == "?"
    with scripted_server(lambda _: Say(TORRENT.data)) as server:
        assert (await read(f"{server.url}/{half}")).v1 == TORRENT.v1


async def test_a_link_is_fetched_with_its_query():
    """Which lets us in, and of which nothing is kept."""
    with scripted_server(lambda _: Say(TORRENT.data)) as server:
        release = await read(f"{server.url}/a b/get?{KEY}&x=[1]#part")
        (asked,) = server.asked
    assert asked.path == f"/a%20b/get?{KEY}&x=%5B1%5D"
    assert (release.v1, release.data) == (TORRENT.v1, TORRENT.data)
    assert release.url.startswith(server.url)
    assert "sesame" not in release.url + repr(release)


async def test_a_name_and_password_in_a_link_go_to_its_own_server_only():
    with scripted_server(lambda _: Say(TORRENT.data)) as other:

        def script(asked):
            return Say("", 302, {"Location": "/b" if asked.path == "/a" else f"{other.url}/c"})

        with scripted_server(script) as server:
            release = await read(f"{server.url.replace('://', '://me:s%C3%A9same@')}/a")
        assert [asked.headers.get("Authorization") for asked in server.asked] == ["Basic bWU6c8Opc2FtZQ=="] * 2
        assert "Authorization" not in other.asked[0].headers
    assert "same" not in release.url


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed_to_a_magnet(status):
    """As indexers do it whose results are magnets."""
    places = {"/get": "/next?a=1", "/next": TORRENT.magnet + "&tr=http%3A%2F%2Ft.example%2Fsesame"}

    def script(asked):
        return Say("", status, {"Location": places[asked.path.partition("?")[0]]})

    with scripted_server(script) as server:
        release = await read(f"{server.url}/get?{KEY}")
        assert [asked.path for asked in server.asked] == [f"/get?{KEY}", "/next?a=1"]
    assert (release.v1, release.name, release.trackers) == (TORRENT.v1, TORRENT.name, ("t.example",))
    assert release.url.startswith(server.url)


async def test_a_magnet_with_letters_as_they_are_keeps_its_name():
    """Headers are Latin-1; servers do not care."""
    raw = f"{TORRENT.magnet.partition('&dn')[0]}&dn=Häxan".encode()

    def treat(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + raw + b"\r\n\r\n")

    with raw_server(treat) as server:
        assert (await read(f"{server.url}/get")).name == "Häxan"


async def test_ten_redirects_are_followed_and_no_more():
    def script(asked):
        at = int(asked.path[1:])
        return Say("", 302, {"Location": f"/{at - 1}"}) if at else Say(TORRENT.data)

    with scripted_server(script) as server:
        assert (await read(f"{server.url}/10")).v1 == TORRENT.v1
        assert "more than 10 times" in await refusal(f"{server.url}/11")
        assert "127.0.0.1" in await refusal(f"{server.url}/{'9' * 9}")


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("ftp://x.example/a", "“ftp:”"),
        ("file:///etc/passwd", "“file:”"),
        ("javascript:alert(1)", "“javascript:”"),
        ("", "without saying where to"),
        ("http://[x", "damaged"),
        ("http://x.example:port/", "damaged"),
        ("magnet:?dn=x", "names no torrent"),
        (f"http://127.0.0.1:{free_port()}/{KEY}", "Nothing answers at 127.0.0.1"),
    ],
)
async def test_a_redirect_to_somewhere_else_says_where_it_ends(location, why):
    """Nothing but http, https and magnet is followed: least of all to files of this computer."""
    assert why in await refusal_of(Say("", 302, {"Location": location}))


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (Say("", 401), "does not let us in (401)"),
        (Say("<html>", 403), "does not let us in (403)"),
        (Say("", 404), "no such file (404)"),
        (Say("", 410), "no longer (410)"),
        (Say("", 429), "too often (429)"),
        (Say("", 503), "error 503"),
        (Say("", 204), "error 204"),
        (Say(""), "empty"),
        (Say("<!doctype html><title>Log in</title>", headers={"Content-Type": "application/x-bittorrent"}), "web page"),
        (Say('<?xml version="1.0"?><error code="100" description="Wrong key"/>'), "“Wrong key”"),
        (Say("d8:announce"), "cut off"),
    ],
)
async def test_a_link_that_leads_to_no_release_says_why(say, why):
    message = await refusal_of(say)
    assert why in message
    assert "127.0.0.1" in message


async def test_what_an_answer_is_called_does_not_matter():
    """Many servers call everything text."""
    for kind in ("text/html", "application/x-nzb", "image/png"):
        assert (await answer_to(Say(TORRENT.data, headers={"Content-Type": kind}))).v1 == TORRENT.v1


@pytest.mark.parametrize(
    ("disposition", "path", "name"),
    [
        ('attachment; filename="The.Kid.1921.nzb"', "/get", "The.Kid.1921"),
        ("attachment; filename=The.Kid.nzb", "/get", "The.Kid"),
        ("attachment; filename*=UTF-8''H%C3%A4xan.nzb", "/get", "Häxan"),
        ("attachment; filename*=iso-8859-1'de'H%E4xan.nzb; filename=x", "/get", "Häxan"),
        ("attachment; filename=\"x.nzb\"; filename*=klingon''H%C3%A4xan%FF.nzb", "/get", "Häxan\ufffd"),
        ('attachment; filename="the \\"kid\\".nzb"', "/get", 'the "kid"'),
        ("attachment; filename*=1;filename*1=x;filename=", "/get", "a"),
        ('attachment; filename="../../etc/x.nzb"', "/get", "x"),
        ('attachment; filename="C:\\\\x.nzb"', "/get", "x"),
        ("nonsense", "/dir/The%20Kid.nzb?a=b", "The Kid"),
        (None, "/get.php?id=1", "a"),
    ],
)
async def test_an_nzb_is_called_what_its_server_says(disposition, path, name):
    headers = {"Content-Disposition": disposition} if disposition else {}
    assert (await answer_to(Say(NZB, headers=headers), path)).name == name


async def test_an_answer_packed_unasked_is_unpacked():
    for data in (TORRENT.data, NZB):
        release = await answer_to(Say(gzip.compress(data), headers={"Content-Encoding": "gzip"}))
        assert release.data == data


async def test_no_one_waits_for_a_server_that_is_silent_or_trickles_or_never_ends():
    """The time is for all of it, redirects too."""

    def silent(visit):
        visit.read_request()
        visit.pause(20)

    def trickle(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not visit.pause(0.05):
            visit.say(b"d")

    def endless(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\n\r\n")
        while not visit.pause(0.01):
            visit.say(b"d" * 1000)

    def slow_redirects(visit):
        visit.read_request()
        visit.pause(0.25)
        visit.say(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /again\r\n\r\n")

    def silent_after_a_redirect(visit):
        visit.read_request()
        visit.pause(BUDGET_S - 0.1 if visit.number == 1 else 20)
        visit.say(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /again\r\n\r\n")

    for treat in (silent, trickle, endless, slow_redirects, silent_after_a_redirect):
        with raw_server(treat) as server:
            message = await refusal(f"{server.url}/get?{KEY}")
            assert message.startswith("127.0.0.1 did not send the whole file within 1 s."), treat
    with black_hole() as url:
        assert "did not send" in await refusal(f"{url}/get?{KEY}")


async def test_an_answer_that_is_too_large_is_not_read_to_its_end():
    """Somebody gave the link of the film itself."""

    def treat(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\n")
        while True:
            visit.say(bytes(100_000))

    with patch.object(release_link, "LARGEST", 2 << 20), raw_server(treat) as server:
        assert "more than 2 MiB" in await refusal(f"{server.url}/get?{KEY}")


async def test_an_answer_that_breaks_off_is_none():
    def treat(visit):
        visit.read_request()
        visit.say(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + TORRENT.data)

    with raw_server(treat) as server:
        assert "broke off" in await refusal(f"{server.url}/get?{KEY}")


async def test_a_server_that_is_not_there_or_speaks_no_http_says_so():
    def treat(visit):
        visit.say(b"SSH-2.0-OpenSSH\r\n")

    assert "Nothing answers" in await refusal(f"http://127.0.0.1:{free_port()}/?{KEY}")
    with raw_server(treat) as server:
        assert "not in HTTP" in await refusal(f"{server.url}/?{KEY}")


@pytest.mark.parametrize("url", ["http://[x/", "http://x.example:99999/", "http:///a", f"http://{'x' * 70}.example/"])
async def test_a_damaged_address_is_said_to_be(url):
    assert "This web address" in await refusal(url)


async def test_a_certificate_nobody_signed_is_not_trusted(tmp_path):
    """A key goes to nobody who can't prove who he is."""
    with (
        scripted_server(lambda _: Say(TORRENT.data)) as server,
        tls_front(int(server.url.rpartition(":")[2]), tmp_path) as front,
    ):
        assert "not trusted" in await refusal(f"{front.url}/get?{KEY}")
        assert not server.asked
        with patch.dict("os.environ", {"SSL_CERT_FILE": str(front.authority)}):
            assert (await read(f"{front.url}/get?{KEY}")).v1 == TORRENT.v1


async def test_who_stops_waiting_ends_the_call():
    """A dialog that is closed leaves no thread behind that still asks."""
    asked = threading.Event()

    def treat(visit):
        visit.read_request()
        asked.set()
        visit.pause(20)

    with patch.object(release_reader, "fetch", release_link.fetch), raw_server(treat) as server:
        async with asyncio.TaskGroup() as tasks:
            task = tasks.create_task(read(f"{server.url}/get"))
            assert await in_own_thread(lambda: asked.wait(5), name="waiter")
            task.cancel()
        for thread in threading.enumerate():
            if thread.name == "release link":
                thread.join(2)
                assert not thread.is_alive()


async def test_no_one_waits_while_a_large_file_is_looked_through():
    """It is done in a thread, and the loop goes on."""
    listed = b"".join(b"d6:lengthi5e4:pathl6:%06dee" % at for at in range(100_000))
    large = b"d4:infod5:filesl" + listed + b"e4:name1:x12:piece lengthi16384e6:pieces20:" + b"p" * 20 + b"ee"
    worst, began = 0.0, time.monotonic()
    last = began
    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(read_source(FileSource(name="x", data=large)))
        while not reading.done():
            await asyncio.wait({reading}, timeout=0.001)
            worst, last = max(worst, time.monotonic() - last), time.monotonic()
    assert len(reading.result().files) == 100_000
    assert worst < (last - began) / 2


def test_every_line_is_a_source_once():
    text = f"\n  {TORRENT.magnet}\r\n\n{TORRENT.v1}\n{TORRENT.magnet}\n\thttps://x.example/a?b=c\n"
    assert [source.text for source in split_sources(text)] == [TORRENT.magnet, TORRENT.v1, "https://x.example/a?b=c"]
    assert split_sources(" \n\n") == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (TORRENT.magnet, True),
        ("MAGNET:?xt=x", True),
        (TORRENT.v1, True),
        (make_torrent("x", v1=False, v2=True).v2, True),
        ("https://x.example/a.torrent", True),
        ("HTTPS://x.example/a.NZB?key=1", True),
        (f"\n{TORRENT.magnet}\n{TORRENT.v1}\n", True),
        ("https://x.example/a", False),
        ("https://x.example/?file=a.torrent", False),
        ("https://[x/a.torrent", False),
        (f"look: {TORRENT.magnet}", False),
        (f"{TORRENT.magnet}\nand some words", False),
        ("/home/me/a.torrent", False),
        ("ftp://x.example/a.torrent", False),
        ("", False),
        ("The Kid", False),
        (f"{TORRENT.v1}\n" * 100_000, False),
    ],
)
def test_only_what_is_surely_a_release_is_taken_from_the_clipboard(text, is_one):
    """An address somebody copied for a friend is none of our business."""
    assert looks_like_release(text) is is_one
