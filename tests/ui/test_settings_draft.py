"""A client while it is edited: what is wrong with it, and what would be saved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.secrets import Keep
from mydia_desktop.domain.paths import PathMapping
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.settings.address import Address
from mydia_desktop.ui.settings.draft import Draft, Part, with_address, with_kind


def saved(**changes):
    """A client as config.toml has it, with something in every field the form does not show."""
    values = {
        "id": ClientId("nas"),
        "kind": "transmission",
        "name": "NAS",
        "url": "http://nas.local:9091",
        "username": "user",
        "priority": 3,
        "category": "mydia",
        "path_map": (PathMapping(remote="/data", local="/mnt/nas"),),
        "uuid": "b5c0",
    }
    return ClientConfig(**(values | changes))


def test_a_client_opened_and_saved_is_the_same():
    """What the form does not show, such as priority and uuid, survives it."""
    config = saved(ca_file="/etc/ca.pem", certificate_sha256="ab" * 32, verify_tls=False, enabled=False)
    assert Draft.of(config).config(ClientId("unused")) == config


def test_a_written_down_password_stays_with_its_address():
    """A password in config.toml is saved again with the same address and never along with another."""
    draft = Draft.of(saved(password="secret"))
    assert draft.config(ClientId("x")).password == "secret"
    elsewhere = with_address(draft, replace(draft.address, host="other.example"))
    assert elsewhere.config(ClientId("x")).password is None


def test_a_typed_password_is_dropped_when_the_address_is_edited():
    """It was typed for the address that was there, so it does not go to another one."""
    draft = replace(Draft.of(saved()), typed="secret")
    for changed in (
        {"host": "other.example"},
        {"port": "9092"},
        {"scheme": "https"},
        {"path": "/elsewhere"},
    ):
        assert with_address(draft, replace(draft.address, **changed)).typed == ""
    assert with_address(draft, draft.address).typed == "secret"


def test_a_typed_password_is_not_in_the_repr():
    """A draft that ends up in a log shows nobody's password."""
    draft = replace(Draft.of(saved()), typed="hunter2")
    assert "hunter2" not in repr(draft)
    assert "hunter2" not in repr(draft.new_password)


def test_another_program_brings_its_usual_port():
    """Only where the port was the usual one; a port that was chosen stays."""
    draft = Draft(kind="transmission", address=Address(host="nas", port="9091"))
    assert with_kind(draft, "qbittorrent").address.port == "8080"
    chosen = replace(draft, address=Address(host="nas", port="19091"))
    assert with_kind(chosen, "qbittorrent").address.port == "19091"


@pytest.mark.parametrize(
    ("part", "changes"),
    [
        (Part.NAME, {"name": "  "}),
        (Part.HOST, {"address": Address(port="9091")}),
        (Part.HOST, {"address": Address(host="my nas")}),
        (Part.PORT, {"address": Address(host="nas", port="0")}),
        (Part.PORT, {"address": Address(host="nas", port="65536")}),
        (Part.PORT, {"address": Address(host="nas", port="\u0669\u0660")}),
        (Part.PATH, {"address": Address(host="nas", path="/a?b")}),
        (Part.FINGERPRINT, {"fingerprint": "AB:CD"}),
        (Part.PATH_MAP, {"path_map": (PathMapping(remote="/data", local=""),)}),
        (Part.PATH_MAP, {"path_map": (PathMapping(remote="data", local="/mnt"),)}),
    ],
)
def test_what_can_not_be_saved_is_named_with_its_field(part, changes):
    """Each mistake is found where it was made, and only there."""
    assert Draft.of(saved()).problems() == {}
    assert list(replace(Draft.of(saved()), **changes).problems()) == [part]


def test_a_fingerprint_may_be_typed_as_other_programs_print_it():
    """Upper case, colons and spaces are only looks."""
    typed = replace(Draft.of(saved()), fingerprint=" ".join(["AB:CD"] * 16))
    assert typed.problems() == {}
    assert typed.config(ClientId("x")).certificate_sha256 == "abcd" * 16


def test_windows_folders_are_whole_folders():
    """A client on Windows has a drive letter or a share where others have a slash."""
    mappings = (PathMapping(remote="D:\\Downloads", local="/mnt/d"), PathMapping(remote="\\\\box\\dl", local="/mnt/b"))
    assert replace(Draft.of(saved()), path_map=mappings).problems() == {}


def test_a_new_client_gets_the_id_it_is_given_and_a_saved_one_keeps_its_own():
    """Ids never change, whatever the name becomes."""
    new = Draft(kind="qbittorrent", name="Seedbox", address=Address(host="box"))
    assert new.config(ClientId("seedbox")).id == "seedbox"
    assert replace(Draft.of(saved()), name="Attic").config(ClientId("attic")).id == "nas"


def test_a_password_goes_where_the_person_chose():
    """Nothing typed is nothing to store."""
    draft = Draft.of(saved())
    assert draft.new_password is None
    new = replace(draft, typed="secret", keep=Keep.THIS_RUN).new_password
    assert new is not None
    assert (new.text, new.keep) == ("secret", Keep.THIS_RUN)
