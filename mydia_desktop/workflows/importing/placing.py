"""Puts files into the library: linked or copied, whole or not at all, and never over another.

Each function may block for as long as a file system does. Whatever is interrupted can be begun again: what is in
place already is found to be so, and what a dead run left under a temporary name is cleared away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.safe_names import same_name
from mydia_desktop.domain.sentence import translate
from mydia_desktop.workflows.importing.folders import clear_empty, deepest_folder, flush_folder, made_folder, name_there
from mydia_desktop.workflows.importing.plan import Plan, Step
from mydia_desktop.workflows.importing.selection import Left
from mydia_desktop.workflows.importing.temporary import clear_left_over, temporary
from mydia_desktop.workflows.importing.troubles import NO_LINKS, explained

CHUNK = 4 * 1024 * 1024
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)

Alive = Callable[[], None]
"""Called between two steps and between two chunks of a copy; raises to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A file that is in the library now."""

    source: Path
    path: Path
    linked: bool
    """It is the very file of the client, and not a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to."""

    files: tuple[Placed, ...]
    left: tuple[Left, ...]


def carry_out(plan: Plan, *, alive: Alive) -> Imported:
    """Put every file of the plan in its place; those that are there already are not touched.

    A move begins as a link or, to another file system, as a copy: the source goes when the client has let go of it,
    see ``clear_sources``.

    Raises:
        ImportTroubleError: something is in the way. Of the files some may be in place, each of them whole.
    """
    placed: list[Placed] = []
    made: list[Path] = []
    with explained(plan, plan.steps[0]):
        _clear_left_over(plan)
    try:
        for step in plan.steps:
            alive()
            with explained(plan, step):
                placed.append(_place(plan, step, alive, made))
    except BaseException:
        clear_empty(made)
        raise
    return Imported(files=tuple(placed), left=plan.left)


def clear_sources(imported: Imported, content: Path) -> None:
    """Take away what was moved, now that nobody offers it any more, and the folders that are empty then.

    Only what is in the library for sure goes: a file that changed meanwhile stays.

    Raises:
        OSError: the rest is still there.
    """
    for file in imported.files:
        if not file.source.exists() or _is_one_name(file.source, file.path):
            continue
        if not _is_same(file.source, file.path, alive=lambda: None):
            continue
        file.source.unlink()
        for folder in file.source.parents:
            if folder == content or not folder.is_relative_to(content) or any(folder.iterdir()):
                break
            folder.rmdir()


def _clear_left_over(plan: Plan) -> None:
    """Wherever an earlier run may have been when it was killed, or looked whether it could begin."""
    cleared: set[Path] = set()
    for step in plan.steps:
        folder = deepest_folder(plan.library, step.target.parent)
        for one in (folder, *folder.parents):
            if one in cleared:
                break
            cleared.add(one)
            clear_left_over(one, plan.record_id)
            if one == plan.library:
                break


def _place(plan: Plan, step: Step, alive: Alive, made: list[Path]) -> Placed:
    folder = made_folder(plan.library, step.target.parent, made)
    target = folder / name_there(folder, step.target.name)
    linked = plan.method is not Method.COPY
    if not os.path.lexists(target):
        if plan.method is Method.MOVE and try_link(plan, step.source, folder) is not None:
            linked = False
        try:
            _link(step, target) if linked else _copy(plan, step, target, alive)
        except FileExistsError:
            pass  # somebody put one there in this moment: look at it as at any other
        else:
            return Placed(source=step.source, path=target, linked=linked)
    if not _is_same(step.source, target, alive):
        raise ImportTroubleError(
            translate(
                "Import",
                "Another file is there already: {target}. It is not overwritten. Move it away, or keep it "
                "and forget this import.",
            ).format(target=target),
            remedy=Remedy.TRY_AGAIN,
            lasting=True,
        )
    return Placed(source=step.source, path=target, linked=step.source.samefile(target))


def _link(step: Step, target: Path) -> None:
    try:
        os.link(step.source, target, follow_symlinks=False)
    except NotImplementedError:  # some systems can't say whether to follow; the source was seen to be no link
        os.link(step.source, target)
    there = target.lstat()
    if not stat.S_ISREG(there.st_mode) or there.st_size != step.size:
        target.unlink()  # the name is ours, made just now: something else has come under the name of the source
        raise _changed(step)
    flush_folder(target.parent)


def try_link(plan: Plan, source: Path, folder: Path) -> OSError | None:
    """Make a link there and take it away; None if that worked, else why there can be none.

    Raises:
        OSError: something else is in the way.
    """
    trial = temporary(folder, plan.record_id)
    try:
        os.link(source, trial)
    except OSError as error:
        if error.errno in NO_LINKS:
            return error
        raise
    trial.unlink(missing_ok=True)  # the run that has the lease clears away what it does not know
    return None


def _copy(plan: Plan, step: Step, target: Path, alive: Alive) -> None:
    """Copy to a name of its own in the same folder, compare, and only then give it its name."""
    partial = temporary(target.parent, plan.record_id)
    try:
        written = _write(step, partial, alive)
        if _digest(partial, alive) != written:
            raise ImportTroubleError(
                translate(
                    "Import", "The copy of {name} is not the same as the file. Is the disk of the library in order?"
                ).format(name=step.source.name),
                remedy=Remedy.TRY_AGAIN,
            )
        _give_name(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    flush_folder(target.parent)


def _write(step: Step, partial: Path, alive: Alive) -> bytes:
    """Copy the bytes; their digest. What changes meanwhile is no finished file."""
    digest = hashlib.blake2b()
    source = os.open(step.source, os.O_RDONLY | _BINARY | _NO_LINK_FOLLOWED)
    with os.fdopen(source, "rb", buffering=0) as reader:
        before = os.fstat(reader.fileno())
        copy = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        with os.fdopen(copy, "wb", buffering=0) as writer:
            # No further than to its end as the client has it: what somebody goes on writing to has none.
            while reader.tell() <= step.size and (chunk := reader.read(CHUNK)):
                alive()
                digest.update(chunk)
                _write_all(writer.fileno(), chunk)
            os.utime(partial, ns=(before.st_atime_ns, before.st_mtime_ns))
            os.fsync(writer.fileno())
        after = os.fstat(reader.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or after.st_size != step.size:
        raise _changed(step)
    return digest.digest()


def _changed(step: Step) -> ImportTroubleError:
    words = translate("Import", "{name} changed while it was put into the library. It is tried again.")
    return ImportTroubleError(words.format(name=step.source.name), remedy=Remedy.TRY_AGAIN)


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _digest(path: Path, alive: Alive) -> bytes:
    digest = hashlib.blake2b()
    with path.open("rb", buffering=0) as reader:
        while chunk := reader.read(CHUNK):
            alive()
            digest.update(chunk)
    return digest.digest()


def _give_name(partial: Path, target: Path) -> None:
    """Rename without overwriting: a link fails where a name is taken, and a rename would not."""
    try:
        os.link(partial, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        # A file system without links, such as a memory stick's: there the name is looked at just before.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        partial.rename(target)


def _is_same(source: Path, target: Path, alive: Alive) -> bool:
    there = target.lstat()
    if not stat.S_ISREG(there.st_mode):
        return False
    here = source.stat()
    if (here.st_dev, here.st_ino) == (there.st_dev, there.st_ino):
        return True
    return here.st_size == there.st_size and _digest(source, alive) == _digest(target, alive)


def _is_one_name(one: Path, other: Path) -> bool:
    """Whether these are one entry of one folder, by whatever way: who takes it away has nothing left."""
    return same_name(one.name, other.name) and one.parent.samefile(other.parent)
