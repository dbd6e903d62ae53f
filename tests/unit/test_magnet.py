"""Magnet links as sites and people write them, and what is wrong with those that can't be used."""

import base64

import pytest

from mydia_desktop.domain.magnet import read_magnet
from mydia_desktop.domain.release import Payload, ReleaseError

V1 = "4a0ee9ec5cc5c9752002637eb2053b9913cb9fa6"
V2 = "d900a9c0b0e8c38d10ee76bc39192e7045c78153dc962dcb71fa5aac9f639c65"
BASE32 = base64.b32encode(bytes.fromhex(V1)).decode()
HEX = f"magnet:?xt=urn:btih:{V1}"
MULTIHASH = f"magnet:?xt=urn:btmh:1220{V2}"


def refusal(text):
    with pytest.raises(ReleaseError) as caught:
        read_magnet(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "v1", "v2"),
    [
        (HEX, V1, None),
        (f"magnet:?xt=urn:btih:{V1.upper()}", V1, None),
        (f"magnet:?xt=urn:btih:{BASE32}", V1, None),
        (f"magnet:?xt=urn:btih:{BASE32.lower()}", V1, None),
        (f"MAGNET:?XT=URN:BTIH:{V1}", V1, None),
        (f"magnet:?dn=x&xt=urn%3Abtih%3A{V1}", V1, None),
        (f"magnet:?dn=x&amp;xt=urn:btih:{V1}&amp;tr=udp://t.example", V1, None),
        (f"  {HEX}\n", V1, None),
        (MULTIHASH, None, V2),
        (f"magnet:?xt=urn:btmh:1220{V2.upper()}", None, V2),
        (f"{HEX}&xt=urn:btmh:1220{V2}", V1, V2),
        (f"magnet:?xt.1=urn:btih:{V1}&xt.2=urn:btmh:1220{V2}", V1, V2),
        (f"{HEX}&xt=urn:btih:{BASE32}", V1, None),
        (f"magnet:?xt=urn:ed2k:31D6CFE0D16AE931B73C59D7E0C089C0&xt=urn:btih:{V1}", V1, None),
        (f"magnet:?xt=urn:btih:nonsense&xt=urn:btmh:1220{V2}", None, V2),
        (V1, V1, None),
        (V1.upper(), V1, None),
        (BASE32, V1, None),
        (V2, None, V2),
    ],
)
def test_the_hashes_are_found_however_they_are_written(text, v1, v2):
    release = read_magnet(text)
    assert (release.v1, release.v2) == (v1, v2)
    assert release.id == v1 or v2
    assert (
        release.payload
        is {
            (True, False): Payload.TORRENT_V1,
            (False, True): Payload.TORRENT_V2,
            (True, True): Payload.TORRENT_HYBRID,
        }[bool(v1), bool(v2)]
    )
    assert (release.size, release.files, release.data) == (None, (), None)


@pytest.mark.parametrize("text", [V1.upper(), BASE32, f"MAGNET:?XT.1=urn:btih:{BASE32}"])
def test_clients_get_the_hash_in_the_one_way_they_all_read(text):
    assert read_magnet(text).magnet == HEX


def test_everything_else_in_a_magnet_reaches_the_client_as_it_was():
    others = "dn=The+Kid%201921&tr=http%3A%2F%2Ft.example%2Fkey%2Bkey%2Fannounce&tr=udp://u.example:80&ws=x&x.pe=1.2.3.4:5&so=0-2"
    assert read_magnet(f"magnet:?{others}&xt=urn:btih:{BASE32}").magnet == f"{HEX}&{others}"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("&dn=The+Kid+1921", "The Kid 1921"),
        ("&dn=The%20Kid", "The Kid"),
        ("&dn=H%C3%A4xan", "Häxan"),
        ("&dn=H%E4xan", "H\ufffdxan"),
        ("&dn=a%2Bb%26c%3Dd", "a+b&c=d"),
        ("&dn=&dn=The%20Kid", "The Kid"),
        ("&dn=%2E%2E%2Fetc%2F%3Cb%3E", "../etc/<b>"),
        ("&dn=%20", V1),
        ("", V1),
    ],
)
def test_the_name_is_as_published_and_never_empty(written, name):
    assert read_magnet(HEX + written).name == name


def test_of_trackers_only_the_hosts_are_told():
    """Their addresses hold passkeys."""
    trackers = "&tr=https%3A%2F%2FT.example%3A443%2Fsecret%2Fannounce&tr.1=udp://u.example:80&tr=udp://u.example:81&tr=http://[x&tr=y"
    release = read_magnet(HEX + trackers)
    assert release.trackers == ("t.example", "u.example")
    assert "secret" not in repr(release)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not a magnet link"),
        ("https://example.com/", "not a magnet link"),
        ("magnet:", "names no torrent"),
        ("magnet:?dn=The+Kid", "names no torrent"),
        ("magnet:?xt=urn:btih:", "damaged"),
        (HEX[:-1], "damaged"),
        (f"{HEX}a", "damaged"),
        (f"magnet:?xt=urn:btih:{'g' * 40}", "damaged"),
        (f"magnet:?xt=urn:btih:{'٣' * 40}", "damaged"),
        (f"magnet:?xt=urn:btih:{chr(0x17F) * 32}", "damaged"),
        (f"magnet:?xt=urn:btmh:1120{V2}", "damaged"),
        (MULTIHASH[:-2], "damaged"),
        ("magnet:?xt=urn:tree:tiger:AAAA", "another network"),
        (f"{HEX}&xt=urn:btih:{'a' * 40}", "several torrents"),
        (f"{HEX}&dn={'x' * 70_000}", "longer than"),
    ],
)
def test_a_magnet_that_cant_be_used_says_why(text, why):
    assert why in refusal(text)
    assert refusal(text).endswith((".", "?"))
