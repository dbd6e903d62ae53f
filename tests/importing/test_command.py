"""The user's own program after an import: it gets what it needs, and can't hold anything up."""

from __future__ import annotations

import json
import logging
import os
import select
import sys
import time
from pathlib import Path

import pytest

from mydia_desktop.domain.media import Episode, EpisodeId, MediaId, MediaItem, MediaType, Subject
from mydia_desktop.domain.record import Record, RecordId
from mydia_desktop.workflows.importing import command
from mydia_desktop.workflows.importing.command import facts_of, run_command
from mydia_desktop.workflows.importing.placing import Imported, Placed

TELL = "import json, os, sys; open(sys.argv[1], 'w').write(json.dumps([sys.argv[2:], dict(os.environ)]))"


def python(source, *arguments):
    return (sys.executable, "-c", source, *arguments)


def test_without_a_command_nothing_is_run():
    assert run_command((), {"MYDIA_TITLE": "x"}) == ""


def test_titles_reach_it_as_they_are_and_no_shell_reads_them(tmp_path):
    hostile = "$(touch owned) `id` ; rm -rf ~ && \"'\\ %PATH% \n Ämelie"
    told = tmp_path / "told"
    assert run_command(python(TELL, str(told), hostile), {"MYDIA_TITLE": hostile}) == ""
    arguments, environment = json.loads(told.read_text())
    assert arguments == [hostile]
    assert environment["MYDIA_TITLE"] == hostile
    assert environment["PATH"] == os.environ["PATH"]


def test_what_no_system_takes_is_replaced(tmp_path):
    told = tmp_path / "told"
    assert run_command(python(TELL, str(told), "a\0b"), {"MYDIA_TITLE": "\ud800lone\0"}) == ""
    arguments, environment = json.loads(told.read_text())
    assert arguments == ["a\ufffdb"]
    assert environment["MYDIA_TITLE"] == "?lone\ufffd"


def test_a_path_that_is_no_text_reaches_it_byte_by_byte(tmp_path):
    told, path = tmp_path / "told", os.fsdecode(b"/films/\xff.mkv")
    assert run_command(python(TELL, str(told)), {"MYDIA_PATH": path}) == ""
    assert json.loads(told.read_text())[1]["MYDIA_PATH"] == path


def test_one_that_fails_is_said_with_its_last_words(caplog):
    caplog.set_level(logging.INFO)
    source = "import sys; print('first', flush=True); print('no such library \\x1b[31m', file=sys.stderr); sys.exit(3)"
    said = run_command(python(source), {})
    assert said == "The command after the import ended with code 3. It said: no such library [31m"
    assert f"{sys.executable}: first" in caplog.messages


def test_a_key_that_it_prints_is_not_kept(caplog):
    caplog.set_level(logging.INFO)
    said = run_command(python("print('GET http://plex/refresh?token=geheim'); raise SystemExit(1)"), {})
    assert "http://plex" in said
    assert "geheim" not in said + caplog.text


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("/nowhere/at/all", "could not be started: No such file"),
        (os.devnull, "could not be started: Permission denied"),
    ],
)
def test_one_that_is_not_there_is_said(program, words):
    assert words in run_command((program,), {})


def test_one_that_is_killed_is_said():
    said = run_command(python("import os; os.kill(os.getpid(), 9)"), {})
    assert said == "The command after the import was ended by signal 9."


def test_one_that_never_ends_is_ended_with_all_that_it_started(tmp_path):
    child = tmp_path / "child"
    source = (
        "import os, subprocess, sys, pathlib;"
        "made = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
        f"pathlib.Path({str(child)!r}).write_text(str(made.pid)); made.wait()"
    )
    said = run_command(python(source), {}, longest=2)
    assert said == "The command after the import took longer than 2 s and was ended."
    assert is_over(int(child.read_text()))


def test_what_it_leaves_in_the_background_holds_nothing_up(tmp_path):
    """A program that is started in the background keeps the pipe open."""
    child = tmp_path / "child"
    source = (
        "import subprocess, sys, pathlib;"
        "made = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
        f"pathlib.Path({str(child)!r}).write_text(str(made.pid)); print('started')"
    )
    began = time.monotonic()
    try:
        assert run_command(python(source), {}, longest=60) == ""
        assert time.monotonic() - began < 20
        assert not is_over(int(child.read_text()), within=0)
    finally:
        os.kill(int(child.read_text()), 9)


def test_one_that_prints_without_end_is_neither_held_up_nor_kept():
    source = "import sys; [print('x' * 1000) for _ in range(50_000)]; sys.stdout.flush(); sys.exit('the end')"
    assert run_command(python(source), {}).endswith("It said: the end")


def test_it_ends_when_nobody_may_wait_for_it_any_more(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "LOOK_S", 0.05)
    pid = tmp_path / "pid"
    source = f"import os, pathlib, time; pathlib.Path({str(pid)!r}).write_text(str(os.getpid())); time.sleep(600)"

    class StoppedError(Exception):
        pass

    def alive():
        if pid.exists() and pid.read_text():
            raise StoppedError

    with pytest.raises(StoppedError):
        run_command(python(source), {}, alive=alive)
    assert is_over(int(pid.read_text()))


def test_a_bundle_does_not_hand_on_its_own_libraries(tmp_path, monkeypatch):
    """A program of the system, started with them, would not start at all."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/bundle/_internal")
    told = tmp_path / "told"
    run_command(python(TELL, str(told)), {})
    assert "LD_LIBRARY_PATH" not in json.loads(told.read_text())[1]
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    run_command(python(TELL, str(told)), {})
    assert json.loads(told.read_text())[1]["LD_LIBRARY_PATH"] == "/opt/lib"


def imported(*names):
    files = tuple(Placed(source=Path("/d") / name, path=Path("/lib/TV/x") / name, linked=True) for name in names)
    return Imported(files=files, left=())


def test_it_is_told_what_came_where():
    item = MediaItem(id=MediaId("1"), type=MediaType.SHOW, title="Dragnet", year=1951)
    episodes = tuple(Episode(id=EpisodeId(""), media_item_id=item.id, season=2, number=number) for number in (5, 6))
    subject = Subject(item=item, season=2, episodes=episodes)
    record = Record(id=RecordId("r"), title="Dragnet.S02E05E06", client_name="NAS", subject=subject)
    assert facts_of(record, imported("1.mkv", "1.en.srt"), library=Path("/lib")) == {
        "MYDIA_EVENT": "imported",
        "MYDIA_RELEASE": "Dragnet.S02E05E06",
        "MYDIA_TYPE": "tv_show",
        "MYDIA_TITLE": "Dragnet",
        "MYDIA_YEAR": "1951",
        "MYDIA_SEASON": "2",
        "MYDIA_EPISODES": "5,6",
        "MYDIA_WHAT": "Dragnet S02E05 – E06",  # noqa: RUF001 - as printed
        "MYDIA_CLIENT": "NAS",
        "MYDIA_LIBRARY": "/lib",
        "MYDIA_FOLDER": "/lib/TV/x",
        "MYDIA_FILE": "/lib/TV/x/1.mkv",
        "MYDIA_FILES": "/lib/TV/x/1.mkv\n/lib/TV/x/1.en.srt",
        "MYDIA_SOURCES": "/d/1.mkv\n/d/1.en.srt",
    }


def test_more_files_than_a_variable_holds_start_it_all_the_same(tmp_path):
    told = tmp_path / "told"
    names = [f"{number:0200}.mkv" for number in range(2000)]
    facts = facts_of(Record(id=RecordId("r"), title="t"), imported(*names), library=Path("/lib"))
    assert run_command(python(TELL, str(told)), facts) == ""
    lines = json.loads(told.read_text())[1]["MYDIA_FILES"].splitlines()
    assert len(lines) > 400
    assert lines == [f"/lib/TV/x/{name}" for name in names[: len(lines)]]


def is_over(pid, within=10.0):
    """Whether a process ends within some seconds."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], within)[0])
    finally:
        os.close(watched)
