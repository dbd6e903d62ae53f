"""An address as it is typed, pasted and saved."""

from __future__ import annotations

import pytest

from mydia_desktop.ui.settings.address import Address, host_is_sound, pasted


@pytest.mark.parametrize(
    "url",
    [
        "http://nas.local:9091",
        "https://seedbox.example",
        "http://[::1]:8080",
        "https://box.example:8443/user/qbit",
    ],
)
def test_an_address_taken_apart_goes_together_again(url):
    """Opening and saving a client leaves its url as it was."""
    assert Address.of(url).url == url


def test_a_path_is_kept_with_one_slash_before_and_none_after():
    """However the path is typed, the url has the form config.toml wants."""
    assert Address(host="box", path="qbit/").url == "http://box/qbit"
    assert Address(host="box", path="/").url == "http://box"


def test_an_address_has_one_spelling():
    """However it is typed: a stored password is found again by it."""
    assert Address(host=" NAS.Local ", port="09091").url == Address(host="nas.local", port="9091").url
    assert Address(host="[::1]").url == Address(host="::1").url == "http://[::1]"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://nas.local:9091", "http://nas.local:9091"),
        (" https://box.example/qbit/ ", "https://box.example/qbit"),
        ("nas.local:9091", "http://nas.local:9091"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("nas.local/downloads", "http://nas.local/downloads"),
        ("http://nas.local:9091/transmission/web/", "http://nas.local:9091"),
        ("http://nas.local:9091/transmission/web/index.html", "http://nas.local:9091"),
        ("https://box.example/qbit/#/torrents", "https://box.example/qbit"),
    ],
)
def test_a_pasted_url_is_taken_apart(text, url):
    """Also what a browser shows for the client's own web page."""
    whole = pasted(text, scheme="http")
    assert whole is not None
    assert whole.address.url == url


def test_a_pasted_url_brings_its_user_name_and_password():
    """They go into their own fields, decoded."""
    whole = pasted("http://media:p%40ss@nas.local:9091", scheme="http")
    assert whole is not None
    assert (whole.username, whole.password) == ("media", "p@ss")
    assert whole.address.url == "http://nas.local:9091"


@pytest.mark.parametrize("text", ["nas.local", "192.168.1.5", "::1", "http://", "ftp://nas", "http://nas:99999999", ""])
def test_what_is_no_url_is_left_alone(text):
    """A bare host, or nonsense, stays in the field for the person to see."""
    assert pasted(text, scheme="http") is None


@pytest.mark.parametrize("host", ["nas.local", "192.168.1.5", "::1", "[fe80::1]", "büro", "my_nas"])
def test_names_and_numbers_are_hosts(host):
    """Names with other letters and both kinds of numbers pass."""
    assert host_is_sound(host)


@pytest.mark.parametrize("host", ["", "my nas", "nas/x", "user@nas", "http://nas", "nas?x", "[nas]", "nas%00"])
def test_what_would_make_another_url_is_no_host(host):
    """Nothing typed into the host can move the request somewhere else."""
    assert not host_is_sound(host)
