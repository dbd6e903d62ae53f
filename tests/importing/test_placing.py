"""Files get into the library whole or not at all, never over another, and never as something else than was chosen."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.workflows.importing import placing
from mydia_desktop.workflows.importing.placing import carry_out, clear_sources
from mydia_desktop.workflows.importing.preflight import check
from mydia_desktop.workflows.importing.temporary import PREFIX, temporary
from tests.importing.files import CONTENT, TARGET, a_plan, do, files_in, trouble


class TooLateError(Exception):
    """Somebody else has the job."""


def test_a_hard_link_is_the_very_file(downloads, library):
    imported = do(a_plan(downloads, library))
    assert (library / TARGET).samefile(downloads / "film/film.mkv")
    assert [(file.path, file.linked) for file in imported.files] == [(library / TARGET, True)]
    assert files_in(library) == [TARGET]


def test_an_import_that_is_done_again_changes_nothing(downloads, library):
    first, again = do(a_plan(downloads, library)), do(a_plan(downloads, library))
    assert first == again
    copied = do(a_plan(downloads, library, method=Method.COPY))
    assert copied.files[0].linked
    assert files_in(library) == [TARGET]


def test_a_copy_is_another_file_with_the_same_bytes_and_time(downloads, library):
    source = downloads / "film/film.mkv"
    os.utime(source, (1_000_000_000, 1_000_000_000))
    imported = do(a_plan(downloads, library, method=Method.COPY))
    target = library / TARGET
    assert not target.samefile(source)
    assert (target.read_bytes(), target.stat().st_mtime) == (CONTENT, 1_000_000_000)
    assert not imported.files[0].linked
    assert files_in(library) == [TARGET]


def test_a_copy_crosses_file_systems(downloads, mount):
    library = mount("disk")
    do(a_plan(downloads, library, method=Method.COPY))
    assert (library / TARGET).read_bytes() == CONTENT


def test_a_file_system_without_links_says_so_and_can_be_copied_to(downloads, library, monkeypatch):
    """As a memory stick's; what it answers is what FAT answers."""

    def no_links(*_arguments, **_options):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    found = trouble(a_plan(downloads, library))
    assert (found.remedy, found.lasting) == (Remedy.COPY_INSTEAD, True)
    assert "Operation not permitted" in found.message
    do(a_plan(downloads, library, method=Method.COPY))
    do(a_plan(downloads, library, method=Method.COPY))
    assert (library / TARGET).read_bytes() == CONTENT
    assert files_in(library) == [TARGET]


@pytest.mark.parametrize("method", list(Method))
def test_another_file_is_never_overwritten(downloads, library, method):
    (library / TARGET).parent.mkdir(parents=True)
    (library / TARGET).write_bytes(b"precious")
    found = trouble(a_plan(downloads, library, method=method))
    assert "is not overwritten" in found.message
    assert found.lasting
    assert (library / TARGET).read_bytes() == b"precious"
    assert files_in(library) == [TARGET]


def test_one_of_the_same_size_is_looked_into(downloads, library):
    (library / TARGET).parent.mkdir(parents=True)
    (library / TARGET).write_bytes(bytes(len(CONTENT)))
    assert "is not overwritten" in trouble(a_plan(downloads, library, method=Method.COPY)).message


def test_a_name_that_differs_in_case_only_is_the_same_name(downloads, library):
    (library / "movies/NOSFERATU (1922)").mkdir(parents=True)
    imported = do(a_plan(downloads, library))
    assert files_in(library) == ["movies/NOSFERATU (1922)/Nosferatu (1922).mkv"]
    (library / "movies/NOSFERATU (1922)/nosferatu (1922).MKV").write_bytes(b"x")
    assert imported.files[0].linked


def test_a_link_in_the_library_that_leads_out_is_refused(downloads, library, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (library / "Movies").symlink_to(tmp_path / "elsewhere")
    assert "leads out" in trouble(a_plan(downloads, library)).message
    assert files_in(tmp_path / "elsewhere") == []


def test_a_link_in_the_library_that_stays_inside_is_the_users_own(downloads, library):
    (library / "Films").mkdir()
    (library / "Movies").symlink_to("Films")
    do(a_plan(downloads, library))
    assert (library / "Films/Nosferatu (1922)/Nosferatu (1922).mkv").samefile(downloads / "film/film.mkv")


def test_a_file_where_a_link_stands_is_never_written_through(downloads, library, tmp_path):
    (tmp_path / "victim").write_bytes(CONTENT)
    (library / TARGET).parent.mkdir(parents=True)
    (library / TARGET).symlink_to(tmp_path / "victim")
    assert "is not overwritten" in trouble(a_plan(downloads, library, method=Method.COPY)).message


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("where", ["film/film.mkv", "film"])
def test_a_source_that_is_a_link_is_refused(downloads, library, tmp_path, method, where):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "film.mkv").write_bytes(CONTENT)
    (downloads / "film/film.mkv").unlink()
    if where == "film":
        (downloads / "film").rmdir()
        (downloads / "film").symlink_to(secret)
    else:
        (downloads / where).symlink_to(secret / "film.mkv")
    found = trouble(a_plan(downloads, library, method=method))
    assert found.lasting
    assert files_in(library) == []


def test_the_folder_itself_may_be_a_link(downloads, library, tmp_path):
    (tmp_path / "mnt").symlink_to(downloads)
    do(a_plan(tmp_path / "mnt", library))
    assert files_in(library) == [TARGET]


def test_a_source_that_grows_while_it_is_copied_is_not_taken(downloads, library, monkeypatch):
    monkeypatch.setattr(placing, "CHUNK", 100_000)
    plan = a_plan(downloads, library, method=Method.COPY)
    check(plan)

    def grow():
        with (downloads / "film/film.mkv").open("ab") as file:
            file.write(b"more")

    with pytest.raises(ImportTroubleError, match="changed while"):
        carry_out(plan, alive=grow)
    assert files_in(library) == []


@pytest.mark.parametrize("what", ["link", "other"])
def test_nor_is_what_came_under_its_name_since_it_was_looked_at(downloads, library, tmp_path, what):
    """Not even a link to elsewhere of the same size."""
    plan = a_plan(downloads, library)
    check(plan)
    source = downloads / "film/film.mkv"
    source.rename(tmp_path / "secret")
    if what == "link":
        source.symlink_to(tmp_path / "secret")
    else:
        source.write_bytes(b"something else")
    with pytest.raises(ImportTroubleError, match="changed while"):
        carry_out(plan, alive=lambda: None)
    assert not (library / "Movies").exists()


def test_a_copy_that_is_stopped_leaves_nothing(downloads, library, monkeypatch):
    monkeypatch.setattr(placing, "CHUNK", 100_000)
    calls = []

    def alive():
        calls.append(1)
        if len(calls) == 3:
            raise TooLateError

    with pytest.raises(TooLateError):
        do(a_plan(downloads, library, method=Method.COPY), alive)
    assert files_in(library) == []


def test_what_a_dead_run_left_is_cleared_away_and_nothing_of_others(downloads, library):
    plan = a_plan(downloads, library, method=Method.COPY)
    folder = (library / TARGET).parent
    folder.mkdir(parents=True)
    for place in (folder, library / "Movies", library):
        temporary(place, plan.record_id).write_bytes(b"half")
        temporary(place, "another record").write_bytes(b"half")
    do(plan)
    left = [name for name in files_in(library) if PREFIX in name]
    assert len(left) == 3
    assert (library / TARGET).read_bytes() == CONTENT


def test_a_move_keeps_the_source_until_its_client_let_go(downloads, library):
    plan = a_plan(downloads, library, method=Method.MOVE)
    imported = do(plan)
    assert (downloads / "film/film.mkv").exists()
    clear_sources(imported, plan.content)
    assert files_in(downloads) == []
    assert not (downloads / "film").exists()
    assert downloads.exists()
    assert (library / TARGET).read_bytes() == CONTENT
    clear_sources(imported, plan.content)


def test_a_move_to_another_disk_is_a_copy_that_was_compared(downloads, mount):
    library = mount("disk")
    (downloads / "film/readme.nfo").write_text("stays")
    plan = a_plan(downloads, library, method=Method.MOVE)
    imported = do(plan)
    assert not imported.files[0].linked
    clear_sources(imported, plan.content)
    assert files_in(downloads) == ["film/readme.nfo"]


def test_a_source_that_changed_after_the_import_is_not_cleared(downloads, library, mount):
    assert library.exists()
    plan = a_plan(downloads, mount("disk"), method=Method.MOVE)
    imported = do(plan)
    (downloads / "film/film.mkv").write_bytes(b"something new")
    clear_sources(imported, plan.content)
    assert (downloads / "film/film.mkv").read_bytes() == b"something new"


def test_a_move_to_where_the_file_is_already_takes_nothing_away(downloads):
    """The library may be where the downloads are, and the download be called as its pattern says."""
    (downloads / TARGET).parent.mkdir(parents=True)
    (downloads / "film/film.mkv").rename(downloads / TARGET)
    plan = a_plan(downloads, downloads, method=Method.MOVE, source=TARGET)
    clear_sources(do(plan), plan.content)
    assert (downloads / TARGET).read_bytes() == CONTENT


def test_nor_by_another_way_to_it(downloads, tmp_path):
    """The same folder, mounted a second time."""
    (downloads / TARGET).parent.mkdir(parents=True)
    (downloads / "film/film.mkv").rename(downloads / TARGET)
    os.link(downloads / TARGET, downloads / "a third name")
    library = tmp_path / "bound"
    library.mkdir()
    subprocess.run(["mount", "--bind", downloads, library], check=True)
    try:
        plan = a_plan(downloads, library, method=Method.MOVE, source=TARGET)
        clear_sources(do(plan), plan.content)
    finally:
        subprocess.run(["umount", library], check=True)
    assert (downloads / TARGET).read_bytes() == CONTENT


KILLED = """
import os, signal, sys
from pathlib import Path, PurePosixPath
from mydia_desktop.config.import_rules import Method
from mydia_desktop.workflows.importing import placing
from mydia_desktop.workflows.importing.placing import carry_out
from mydia_desktop.workflows.importing.plan import Plan, Step
from mydia_desktop.workflows.importing.preflight import check

downloads, library, method, last = Path(sys.argv[1]), Path(sys.argv[2]), Method(sys.argv[3]), int(sys.argv[4])
placing.CHUNK = 100_000
source = downloads / "film/film.mkv"
step = Step(source=source, target=PurePosixPath(sys.argv[5]), size=source.stat().st_size)
plan = Plan(record_id="r", library=library, content=downloads, client="NAS", method=method, steps=(step,))
seen = 0

def count(event, arguments):
    global seen
    if event in WATCHED and (event != "open" or str(library) in str(arguments[0])):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

WATCHED = {"os.link", "os.rename", "os.remove", "os.mkdir", "os.utime", "os.scandir", "open"}
sys.addaudithook(count)
check(plan)
carry_out(plan, alive=lambda: count("os.utime", ()))
"""
"""Ends before the n-th thing it does to the library."""


@pytest.mark.parametrize("method", list(Method))
def test_killed_at_any_step_no_half_file_has_a_name_and_the_next_run_ends_it(downloads, mount, library, method):
    """SIGKILL before each thing that is done to the library, and between the chunks of a copy."""
    library = library if method is Method.HARD_LINK else mount("disk")
    points = 0
    while True:
        points += 1
        arguments = [str(downloads), str(library), method.value, str(points), TARGET]
        ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], timeout=60, check=False)
        target = library / TARGET
        assert not target.exists() or target.read_bytes() == CONTENT
        assert (downloads / "film/film.mkv").read_bytes() == CONTENT
        if ended.returncode == 0:
            break
        assert ended.returncode == -9
        do(a_plan(downloads, library, method=method))
        assert files_in(library) == [TARGET]
        target.unlink()
    assert points > (6 if method is Method.HARD_LINK else 12)


def test_a_plan_of_many_places_each(downloads, library):
    (downloads / "film/film.en.srt").write_text("1")
    video = a_plan(downloads, library)
    subtitle = a_plan(downloads, library, TARGET.replace("mkv", "en.srt"), source="film/film.en.srt")
    imported = do(replace(video, steps=(*video.steps, *subtitle.steps)))
    assert len(imported.files) == len(files_in(library)) == 2
    assert all(Path(file.path).exists() for file in imported.files)
