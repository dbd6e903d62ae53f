"""What is kept of an address lets nobody in."""

import pytest

from mydia_desktop.domain.redaction import redacted, redacted_text
from tests.torrents import make_torrent

V1, HYBRID = make_torrent("a"), make_torrent("a", v1=True, v2=True)
TRACKER = "tr=http%3A%2F%2Ft.example%2Fsesame%2Fannounce"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://x.example/get/sesame/a.torrent?passkey=sesame#sesame", "https://x.example"),
        ("HTTPS://sesame:sesame@X.example:8443/a", "https://x.example:8443"),
        ("http://[::1]:9117/dl?apikey=sesame", "http://[::1]:9117"),
        (f"magnet:?xt=urn:btih:{V1.v1}&dn=a&{TRACKER}", f"magnet:?xt=urn:btih:{V1.v1}"),
        (
            f"magnet:?{TRACKER}&xt=urn:btih:{HYBRID.v1}&xt=urn:btmh:1220{HYBRID.v2}",
            f"magnet:?xt=urn:btih:{HYBRID.v1}&xt=urn:btmh:1220{HYBRID.v2}",
        ),
        (f"magnet:?{TRACKER}", ""),
        ("http://[sesame/", ""),
        ("http://x.example:sesame/", ""),
        ("/home/sesame/a.torrent", ""),
        ("sesame", ""),
        ("", ""),
    ],
)
def test_no_key_is_kept_of_an_address(url, kept):
    """Wherever in it the key stands."""
    assert redacted(url) == kept
    assert "sesame" not in redacted(url)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            "Tracker http://u:sesame@t.example:80/sesame/announce said: no (udp://sesame@u.example:6969/sesame).",
            "Tracker http://t.example:80 said: no (udp://u.example:6969",
        ),
        ("'HTTPS://t.example/?passkey=sesame' is gone", "'https://t.example' is gone"),
        (f"magnet:?{TRACKER} has no hash", "[address] has no hash"),
        ("Nothing to hide: /data/a is 50 % of a 2:1 offer", "Nothing to hide: /data/a is 50 % of a 2:1 offer"),
        ("", ""),
    ],
)
def test_no_key_is_kept_of_what_a_client_says(words, kept):
    """It often quotes the tracker's address, passkey and all."""
    assert redacted_text(words) == kept
