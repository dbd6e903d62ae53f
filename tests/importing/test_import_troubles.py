"""What stands in the way of an import is said as what it is, and nothing is done in its place."""

from __future__ import annotations

import os
import resource
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.workflows.importing.placing import carry_out
from mydia_desktop.workflows.importing.preflight import check
from mydia_desktop.workflows.importing.temporary import temporary
from tests.importing.conftest import read_only
from tests.importing.files import CONTENT, TARGET, a_plan, do, files_in, trouble


def test_a_hard_link_that_is_not_possible_is_said_and_nothing_else_is_done(downloads, mount):
    library = mount("disk")
    found = trouble(a_plan(downloads, library))
    assert (found.remedy, found.lasting, found.counts) == (Remedy.COPY_INSTEAD, True, True)
    assert "different file systems" in found.message
    assert files_in(library) == []


def test_a_source_that_is_not_here_is_no_try(downloads, library):
    plan = a_plan(downloads, library)
    (downloads / "film/film.mkv").unlink()
    found = trouble(plan)
    assert (found.counts, found.remedy) == (False, Remedy.MAP_PATH)
    assert files_in(library) == []


@pytest.mark.parametrize("method", list(Method))
def test_a_source_that_vanishes_meanwhile_is_said(downloads, library, method):
    plan = a_plan(downloads, library, method=method)
    check(plan)
    (downloads / "film/film.mkv").unlink()
    with pytest.raises(ImportTroubleError) as raised:
        carry_out(plan, alive=lambda: None)
    assert not raised.value.counts
    assert files_in(library) == []


def test_a_source_of_another_size_than_its_client_says_is_not_taken(downloads, library):
    plan = a_plan(downloads, library)
    (downloads / "film/film.mkv").write_bytes(b"half")
    assert "another size" in trouble(plan).message


def test_a_library_that_is_not_there_is_never_made(downloads, library):
    """An empty mount point would be filled up in its place. And that it is not here is no try: it may be elsewhere."""
    library.rmdir()
    found = trouble(a_plan(downloads, library))
    assert (found.remedy, found.counts) == (Remedy.CHOOSE_FOLDER, False)
    assert not library.exists()


def test_a_library_that_can_only_be_read_is_said(downloads, mount):
    library = mount("disk")
    read_only(library)
    for method in Method:
        found = trouble(a_plan(downloads, library, method=method))
        assert found.remedy is Remedy.CHOOSE_FOLDER
        assert "can't be written to" in found.message


def test_a_disk_without_room_is_said_before_anything_is_done(downloads, mount):
    library = mount("disk", size=1 << 20)
    found = trouble(a_plan(downloads, library, method=Method.COPY))
    assert found.remedy is Remedy.FREE_SPACE
    assert found.message == f"{library} has 1 MiB left; this needs 293 KiB. Free some space."


def test_what_a_killed_copy_left_does_not_keep_the_next_from_the_room_that_it_takes(downloads, mount):
    library = mount("disk", size=20 << 20)
    plan = a_plan(downloads, library, method=Method.COPY)
    (library / TARGET).parent.mkdir(parents=True)
    temporary((library / TARGET).parent, plan.record_id).write_bytes(bytes(5 << 20))
    do(plan)
    assert files_in(library) == [TARGET]


def test_nor_is_the_link_that_a_killed_trial_left_taken_for_room(downloads, mount):
    library = mount("disk", size=20 << 20)
    (library / TARGET).parent.mkdir(parents=True)
    (library / "other").write_bytes(bytes(5 << 20))
    plan = a_plan(downloads, library, method=Method.COPY)
    os.link(library / "other", temporary((library / TARGET).parent, plan.record_id))
    assert trouble(plan).remedy is Remedy.FREE_SPACE


def test_a_disk_that_fills_up_meanwhile_keeps_no_half_file(downloads, mount):
    library = mount("disk", size=1 << 20)
    (downloads / "film/film.mkv").write_bytes(os.urandom(2 << 20))
    plan = a_plan(downloads, library, method=Method.COPY)
    with pytest.raises(ImportTroubleError) as raised:
        carry_out(plan, alive=lambda: None)
    assert raised.value.remedy is Remedy.FREE_SPACE
    assert files_in(library) == []


def test_another_disk_may_begin_below_the_library(downloads, mount, library):
    """A link is tried, and room is looked for, where the file will be."""
    (library / "Movies").mkdir()
    disk = mount("library/Movies", size=1 << 20)
    assert disk.is_mount()
    assert trouble(a_plan(downloads, library)).remedy is Remedy.COPY_INSTEAD
    assert trouble(a_plan(downloads, library, method=Method.COPY)).remedy is Remedy.FREE_SPACE
    assert files_in(library) == []
    do(a_plan(downloads, library, "Other/film.mkv"))


def test_a_disk_below_the_library_may_be_the_one_that_can_be_written_to(mount):
    library = mount("disk")
    (library / "Movies").mkdir()
    inner = mount("disk/Movies", size=64 << 20)
    read_only(library)
    (inner / "Downloads").mkdir()
    (inner / "Downloads/film.mkv").write_bytes(CONTENT)
    do(a_plan(inner / "Downloads", library, source="film.mkv"))
    assert (library / TARGET).samefile(inner / "Downloads/film.mkv")


def test_a_file_of_another_user_that_may_not_be_linked_is_told_as_that(downloads, library):
    """Linux protects files that belong to others, where the file system itself could."""
    assert Path("/proc/sys/fs/protected_hardlinks").read_text(encoding="ascii") == "1\n", "this kernel does not"
    library.chmod(0o777)
    plan = a_plan(downloads, library)
    with as_nobody(downloads):
        found = trouble(plan)
        assert found.remedy is Remedy.COPY_INSTEAD
        assert "film.mkv belongs to another user" in found.message
        do(replace(plan, method=Method.COPY))
    assert (library / TARGET).read_bytes() == CONTENT


def test_a_library_that_belongs_to_another_user_is_said(downloads, library):
    with as_nobody(downloads):
        found = trouble(a_plan(downloads, library, method=Method.COPY))
    assert found.remedy is Remedy.CHOOSE_FOLDER
    assert "can't be written to: Permission denied" in found.message


def test_a_source_that_may_not_be_read_is_said(downloads, library):
    (downloads / "film/film.mkv").chmod(0o600)
    library.chmod(0o777)
    plan = a_plan(downloads, library, method=Method.COPY)
    with as_nobody(downloads):
        found = trouble(plan)
    assert "film.mkv can't be read: Permission denied" in found.message


def test_a_file_that_is_too_large_for_the_file_system_is_told_as_that(downloads, library):
    plan = a_plan(downloads, library, method=Method.COPY)
    check(plan)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(ImportTroubleError) as raised:
            carry_out(plan, alive=lambda: None)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "takes no file of 293 KiB" in raised.value.message
    assert raised.value.lasting
    assert list(library.iterdir()) == []


def test_a_name_that_is_too_long_there_is_told_as_that(downloads, library):
    """Encrypted folders take less than others."""
    found = trouble(a_plan(downloads, library, f"{'x' * 256}.mkv"))
    assert "is too long a name there" in found.message
    assert found.lasting


def test_a_file_where_a_folder_would_be_is_said(downloads, library):
    (library / "Movies").write_bytes(b"mine")
    assert "is a file, and would have to be a folder" in trouble(a_plan(downloads, library)).message
    assert (library / "Movies").read_bytes() == b"mine"


@pytest.mark.parametrize("method", list(Method))
def test_no_empty_folders_stay_of_what_did_not_succeed(downloads, library, method):
    (library / "TV").mkdir()
    plan = a_plan(downloads, library, TARGET, "TV/Dragnet/x.mkv", method=method)
    calls = []

    def alive():
        calls.append(1)
        (downloads / "film/film.mkv").unlink(missing_ok=True)

    with pytest.raises(ImportTroubleError):
        carry_out(plan, alive=alive)
    assert calls
    assert sorted(path.name for path in library.rglob("*")) == ["TV"]


def test_a_library_that_may_not_even_be_looked_at_is_said(downloads, tmp_path):
    library = tmp_path / "theirs/library"
    library.mkdir(parents=True)
    (tmp_path / "theirs").chmod(0o700)
    plan = a_plan(downloads, library)
    with as_nobody(downloads):
        found = trouble(plan)
    assert found.remedy is Remedy.CHOOSE_FOLDER
    assert "Permission denied" in found.message


@pytest.mark.parametrize("method", list(Method))
def test_a_library_that_vanishes_meanwhile_is_said_and_not_made(downloads, library, method):
    plan = a_plan(downloads, library, method=method)
    check(plan)
    library.rmdir()
    with pytest.raises(ImportTroubleError) as raised:
        carry_out(plan, alive=lambda: None)
    assert raised.value.remedy is Remedy.CHOOSE_FOLDER
    assert "is not there" in raised.value.message
    assert not library.exists()


def test_links_in_circles_are_said(downloads, library):
    (library / "Movies").symlink_to("Movies")
    assert "Too many levels of symbolic links" in trouble(a_plan(downloads, library)).message
    (downloads / "film/film.mkv").unlink()
    (downloads / "film").rmdir()
    (downloads / "film").symlink_to("film")
    assert "Too many levels of symbolic links" in trouble(a_plan(downloads, library)).message


def test_a_link_in_the_library_that_leads_nowhere_is_said(downloads, library):
    (library / "Movies").symlink_to("nowhere")
    assert "can't be put into the library" in trouble(a_plan(downloads, library)).message
    assert sorted(path.name for path in library.iterdir()) == ["Movies"]


def test_a_file_where_the_download_has_a_folder_is_not_it(downloads, library):
    plan = a_plan(downloads, library)
    (downloads / "film/film.mkv").unlink()
    (downloads / "film").rmdir()
    (downloads / "film").write_bytes(CONTENT)
    assert not trouble(plan).counts


@contextmanager
def as_nobody(*folders):
    """Without root's rights, which know no protection; the folders can be entered by all."""
    entered = {folder for each in folders for folder in (each, *each.parents) if folder != Path("/")}
    modes = {folder: folder.stat().st_mode for folder in entered}
    for folder, mode in modes.items():
        folder.chmod(mode | 0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for folder, mode in modes.items():
            folder.chmod(mode)
