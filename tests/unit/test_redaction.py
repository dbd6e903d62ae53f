"""What is kept of an address lets nobody in."""

import pytest

from mydia_desktop.domain.redaction import redacted
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
