"""What is read from .nzb files, and that none of them can do harm."""

import hashlib
import time
from contextlib import suppress

import pytest

from mydia_desktop.domain.nzb import LARGEST, looks_like_nzb, read_nzb
from mydia_desktop.domain.release import Payload, ReleaseError, ReleaseFile

DOCTYPE = '<!DOCTYPE nzb PUBLIC "-//newzBin//DTD NZB 1.1//EN" "http://www.newzbin.com/DTD/nzb/nzb-1.1.dtd">'
FILE = """<file poster="a@b" date="1" subject="[1/2] - &quot;the.kid.part1.rar&quot; yEnc (1/2)">
<groups><group>alt.binaries.test</group></groups>
<segments><segment bytes="700" number="1">a@b</segment><segment bytes="50" number="2">c@d</segment></segments></file>"""
OTHER = '<file subject="no quotes"><segments><segment number="1">e@f</segment></segments></file>'
TITLED = '<head><meta type="password">x</meta><meta type="title">The &amp; Kid</meta></head>'


def nzb(*parts, doctype=DOCTYPE):
    inside = "".join(parts)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n<nzb xmlns="http://www.newzbin.com/DTD/2003/nzb">{inside}</nzb>'.encode()


def refusal(data):
    with pytest.raises(ReleaseError) as caught:
        read_nzb(data, "")
    assert str(caught.value).endswith((".", "?"))
    return str(caught.value)


def test_files_and_sizes_are_read():
    """The names from between the quotes of the subject; the size of all articles together."""
    data = nzb(FILE, OTHER)
    release = read_nzb(data, "The.Kid.1921.nzb")
    assert (release.name, release.payload, release.size) == ("The.Kid.1921", Payload.NZB, 750)
    assert release.files == (ReleaseFile(path="the.kid.part1.rar", size=750), ReleaseFile(path="no quotes", size=0))
    assert (release.data, release.v1, release.v2, release.magnet) == (data, None, None, None)


def test_an_nzb_is_named_for_good_by_its_bytes():
    """Whatever its file is called."""
    data = nzb(FILE)
    assert read_nzb(data, "a").id == read_nzb(data, "b").id == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("file_name", "parts", "name"),
    [
        ("The.Kid.NZB", [TITLED, FILE], "The.Kid"),
        ("The.Kid.nzb.gz", [FILE], "The.Kid"),
        ("", [TITLED, FILE], "The & Kid"),
        (".nzb", [FILE], "the.kid.part1.rar"),
        ("", [OTHER], "no quotes"),
        ("../<b>.nzb", [FILE], "../<b>"),
        ("H\udce4xan.nzb", [FILE], "H?xan"),
    ],
)
def test_the_name_is_the_files_else_the_title_else_the_first_files(file_name, parts, name):
    assert read_nzb(nzb(*parts), file_name).name == name


def test_other_letters_and_prefixes_are_read():
    """As old posting tools write them."""
    inside = '<n:file subject="Häxan"><n:segments><n:segment bytes="1"/></n:segments></n:file>'
    old = f'<?xml version="1.0" encoding="iso-8859-1"?><n:nzb xmlns:n="u">{inside}</n:nzb>'
    assert read_nzb(old.encode("latin-1"), "").files == (ReleaseFile(path="Häxan", size=1),)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (nzb(), "lists no files"),
        (nzb('<file subject="x"><segments></segments></file>'), "lists no files"),
        (nzb(FILE)[:-30], "cut off"),
        (nzb(FILE).replace(b"</groups>", b""), "damaged"),
        (b"\0\0\0", "damaged"),
        (b'<?xml version="1.0" encoding="klingon"?><nzb/>', "letters nobody knows"),
        (b"<rss></rss>", "not an .nzb"),
        (b"<html><body></body></html>", "web page"),
        (b'<error code="100" description="Incorrect user credentials"/>', "“Incorrect user credentials”"),
        (b'<error code="500"/>', "error 500"),
        (b"<nzb>" + b"<a>" * 21, "levels deep"),
        (b"<nzb>" + b" " * LARGEST, "67 MB"),
    ],
)
def test_an_nzb_that_cant_be_used_says_why(data, why):
    assert why in refusal(data)


def test_no_damage_raises_anything_but_a_sentence():
    """Each byte, made another in a few ways."""
    whole = nzb(TITLED, FILE)
    for at in range(len(whole)):
        for other in (0x00, 0x26, 0x3C, 0x80, 0xFF):
            with suppress(ReleaseError):
                assert read_nzb(whole[:at] + bytes([other]) + whole[at + 1 :], "").files


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE nzb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE nzb [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE nzb [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x"> %a;]>',
        '<!DOCTYPE nzb [<!ATTLIST segment bytes CDATA "999999999999">]>',
    ],
)
def test_definitions_of_its_own_are_never_carried_out(doctype):
    """They are how a few bytes become gigabytes, or a file of this computer is read."""
    assert "not safe" in refusal(nzb("<head><meta type='title'>&a;&c;</meta></head>", FILE, doctype=doctype))


def test_the_doctype_that_nzb_files_have_is_fetched_from_nowhere():
    """Its address has been dead for years."""
    assert read_nzb(nzb(FILE, doctype=DOCTYPE.replace("www.newzbin.com", "127.0.0.1:1")), "").files


def test_a_post_of_a_hundred_gigabytes_is_read_in_seconds():
    segment = '<segment bytes="740000" number="1">part1of150.abcdefghijklmnop@powerpost.local</segment>'
    began = time.monotonic()
    release = read_nzb(nzb('<file subject="x"><segments>', segment * 140_000, "</segments></file>"), "")
    assert release.size == 740_000 * 140_000
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (nzb(FILE), True),
        (b"\xef\xbb\xbf  <NZB>", True),
        (b'<?xml version="1.0"?><error code="1"/>', True),
        (b"<html>nzb</html>", False),
        (b"nzb", False),
        (b"", False),
    ],
)
def test_it_is_told_by_its_beginning(data, is_one):
    assert looks_like_nzb(data) is is_one
