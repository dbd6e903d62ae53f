"""The user's own program after an import: what it is told, how it is run, and what became of it."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from mydia_desktop.domain.record import Record
from mydia_desktop.domain.redaction import redacted_text
from mydia_desktop.domain.sentence import translate
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.workflows.importing.placing import Alive, Imported

logger = logging.getLogger(__name__)

LONGEST_S = 300.0
"""A program that takes longer is ended, as the next import waits for it. What takes long belongs in the background."""
LOOK_S = 0.5
"""Between two looks at whether it has ended."""
KEPT_BYTES = 4096
"""Of what it prints, the end: there it says why it failed."""

MOST_OF_A_FACT = 100_000
"""Bytes. Linux starts no program with a variable of 128 KiB."""


def facts_of(record: Record, imported: Imported, *, library: Path) -> dict[str, str]:
    """What the program is told, as variables of its environment. What is not known is empty.

    ``MYDIA_FILES`` and ``MYDIA_SOURCES`` name one file a line, in the library and where it came from, in one order;
    ``MYDIA_FILE`` is the first, and ``MYDIA_FOLDER`` the folder that holds all that are in the library.
    """
    subject = record.subject
    item = subject.item if subject else None
    paths = [file.path for file in imported.files]
    season = subject.season if subject else None
    if subject and subject.episodes:
        season = subject.episodes[0].season
    return {
        "MYDIA_EVENT": "imported",
        "MYDIA_RELEASE": record.title,
        "MYDIA_TYPE": item.type.value if item else "",
        "MYDIA_TITLE": item.title if item else "",
        "MYDIA_YEAR": _number(item.year if item else None),
        "MYDIA_SEASON": _number(season),
        "MYDIA_EPISODES": ",".join(str(episode.number) for episode in subject.episodes) if subject else "",
        "MYDIA_WHAT": subject_text(subject) if subject else "",
        "MYDIA_CLIENT": record.client_name or "",
        "MYDIA_LIBRARY": str(library),
        "MYDIA_FOLDER": os.path.commonpath([path.parent for path in paths]) if paths else str(library),
        "MYDIA_FILE": str(paths[0]) if paths else "",
        "MYDIA_FILES": _lines(paths),
        "MYDIA_SOURCES": _lines(file.source for file in imported.files),
    }


def run_command(
    command: Sequence[str], facts: Mapping[str, str], *, alive: Alive = lambda: None, longest: float = LONGEST_S
) -> str:
    """Run it and wait; empty if it went well or there is none, else what went wrong, in a sentence.

    There is no shell: what stands in a title is never read as a command. ``facts`` are added to its environment.
    What it prints goes into the log. ``alive`` is called while it runs; what that raises ends the program as well.
    ``longest`` is in seconds.
    """
    if not command:
        return ""
    try:
        process = subprocess.Popen(  # noqa: S603 - a list of arguments that the user wrote, without a shell
            [_sayable(part) for part in command],
            env=_environment() | {name: _sayable(text) for name, text in facts.items()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A group of its own, so that what it started ends with it if it takes too long.
            start_new_session=True,
        )
    except OSError as error:
        return translate("Import", "The command after the import could not be started: {why} ({command}).").format(
            why=error.strerror or error, command=command[0]
        )
    printed = _Printed(process.stdout)
    try:
        code = _wait(process, alive, longest)
    except BaseException:
        _end(process)
        raise
    words = printed.end()
    logger.info("%s after an import: %s", command[0], _outcome(code, longest))
    for line in words.splitlines():
        logger.info("%s: %s", command[0], line)
    if code == 0:
        return ""
    last = next((line.strip() for line in reversed(words.splitlines()) if line.strip()), "")
    outcome = _outcome(code, longest)
    if last:
        return translate("Import", "The command after the import {outcome}. It said: {words}").format(
            outcome=outcome, words=last
        )
    return translate("Import", "The command after the import {outcome}.").format(outcome=outcome)


def _wait(process: subprocess.Popen[bytes], alive: Alive, longest: float) -> int | None:
    """Its exit code; None if it had to be ended."""
    end = time.monotonic() + longest
    while (left := end - time.monotonic()) > 0:
        try:
            return process.wait(min(LOOK_S, left))
        except subprocess.TimeoutExpired:
            alive()
    _end(process)
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:  # it has just ended by itself
            logger.debug("%s is gone already", process.pid)
    process.wait()


def _outcome(code: int | None, longest: float) -> str:
    if code is None:
        return translate("Import", "took longer than {seconds} s and was ended").format(seconds=f"{longest:g}")
    return (
        translate("Import", "ended with code {code}").format(code=code)
        if code >= 0
        else translate("Import", "was ended by signal {number}").format(number=-code)
    )


class _Printed:
    """The end of what a program prints, read as it comes: a full pipe would hold it up."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._stream, self._bytes = stream, b""
        self._reader = threading.Thread(target=self._read, name="command output", daemon=True)
        self._reader.start()

    def end(self) -> str:
        """All that is known by now. What it left running in the background may hold the pipe for days."""
        self._reader.join(LOOK_S)
        words = redacted_text(self._bytes.decode("utf-8", "replace"))
        return "".join(letter for letter in words if letter == "\n" or letter.isprintable())

    def _read(self) -> None:
        if self._stream is None:
            return
        with self._stream:
            while chunk := os.read(self._stream.fileno(), 65536):
                self._bytes = (self._bytes + chunk)[-KEPT_BYTES:]


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _lines(paths: Iterable[Path]) -> str:
    """As many as a variable holds."""

    def fitting() -> Iterator[str]:
        size = 0
        for path in paths:
            size += len(os.fsencode(path)) + 1
            if size > MOST_OF_A_FACT:
                return
            yield str(path)

    return "\n".join(fitting())


def _environment() -> dict[str, str]:
    """Ours, as it was before a bundle of this program pointed the loader at its own libraries."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            environment["LD_LIBRARY_PATH"] = before
    return environment


def _sayable(text: str) -> str:
    """What a system takes as an argument: no character zero, and of half letters only those of its own paths."""
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
