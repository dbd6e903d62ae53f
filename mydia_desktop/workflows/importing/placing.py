"""Puts files into the library: linked or copied, whole or not at all, and never over another.

Each function may block for as long as a file system does. Whatever is interrupted can be begun again: what is in
place already is found to be so, and what a dead run left under a temporary name is cleared away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.safe_names import same_name
from mydia_desktop.workflows.importing.plan import Plan, Step
from mydia_desktop.workflows.importing.selection import Left
from mydia_desktop.workflows.importing.temporary import clear_left_over, temporary

CHUNK = 4 * 1024 * 1024
NO_LINKS = frozenset(
    {errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EINVAL}
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
"""What can't be written to. A hard link that is not permitted says EPERM, too, and is told as that."""
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
    placed = []
    for step in plan.steps:
        alive()
        with _explained(plan, step):
            placed.append(_place(plan, step, alive))
    return Imported(files=tuple(placed), left=plan.left)


def clear_sources(imported: Imported, content: Path) -> None:
    """Take away what was moved, now that nobody offers it any more, and the folders that are empty then.

    Only what is in the library for sure goes: a file that changed meanwhile stays.

    Raises:
        OSError: the rest is still there.
    """
    for file in imported.files:
        if not file.source.exists():
            continue
        if not _is_same(file.source, file.path, alive=lambda: None):
            continue
        file.source.unlink()
        for folder in file.source.parents:
            if folder == content or not folder.is_relative_to(content) or any(folder.iterdir()):
                break
            folder.rmdir()


def _place(plan: Plan, step: Step, alive: Alive) -> Placed:
    folder = _folder(plan.library, step.target.parent)
    clear_left_over(folder, plan.record_id)
    target = folder / _name_there(folder, step.target.name)
    linked = plan.method is not Method.COPY
    if not os.path.lexists(target):
        if plan.method is Method.MOVE and try_link(plan, step.source, folder) is not None:
            linked = False
        try:
            _link(step.source, target) if linked else _copy(plan, step, target, alive)
        except FileExistsError:
            pass  # somebody put one there in this moment: look at it as at any other
        else:
            return Placed(source=step.source, path=target, linked=linked)
    if not _is_same(step.source, target, alive):
        raise ImportTroubleError(
            f"Another file is there already: {target}. It is not overwritten. Move it away, or keep it and forget this "
            "import.",
            remedy=Remedy.TRY_AGAIN,
            lasting=True,
        )
    return Placed(source=step.source, path=target, linked=step.source.samefile(target))


def _folder(library: Path, below: PurePosixPath) -> Path:
    """The folder for a file, made where it is missing. One that differs in case only is the same one."""
    folder, root = library, library.resolve(strict=True)
    for part in below.parts:
        folder = folder / _name_there(folder, part)
        try:
            folder.mkdir()
        except FileExistsError:
            pass
        else:
            _flush_folder(folder.parent)
        if not folder.resolve(strict=True).is_relative_to(root):
            raise ImportTroubleError(
                f"{folder} is a link that leads out of the library folder. Nothing is put there.",
                remedy=Remedy.CHOOSE_FOLDER,
                lasting=True,
            )
    return folder


def _name_there(folder: Path, name: str) -> str:
    """The name as it stands in this folder: on many systems another case is no other name."""
    if os.path.lexists(folder / name):
        return name
    with os.scandir(folder) as entries:
        return next((entry.name for entry in entries if same_name(entry.name, name)), name)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except NotImplementedError:  # some systems can't say whether to follow; the source was seen to be no link
        os.link(source, target)
    _flush_folder(target.parent)


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
    trial.unlink()
    return None


def _copy(plan: Plan, step: Step, target: Path, alive: Alive) -> None:
    """Copy to a name of its own in the same folder, compare, and only then give it its name."""
    partial = temporary(target.parent, plan.record_id)
    try:
        written = _write(step, partial, alive)
        if _digest(partial, alive) != written:
            raise ImportTroubleError(
                f"The copy of {step.source.name} is not the same as the file. Is the disk of the library in order?",
                remedy=Remedy.TRY_AGAIN,
            )
        _give_name(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    _flush_folder(target.parent)


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
        raise ImportTroubleError(
            f"{step.source.name} changed while it was copied. It is tried again.", remedy=Remedy.TRY_AGAIN
        )
    return digest.digest()


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


def _flush_folder(folder: Path) -> None:
    """Have the disk keep a new name. Windows has no way to ask, and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_LINKS | {errno.EBADF}:  # network and user-space file systems can't
            raise
    finally:
        os.close(handle)


@contextmanager
def _explained(plan: Plan, step: Step) -> Iterator[None]:
    """What the system says, in words for a person."""
    try:
        yield
    except OSError as error:
        raise trouble_of(error, plan, step) from error


def trouble_of(error: OSError, plan: Plan, step: Step) -> ImportTroubleError:
    """What it means for this import, and what can be done."""
    name = step.target.name
    if error.errno in _FULL:
        free = shutil.disk_usage(plan.library).free
        return no_room(plan, step.size, free)
    if error.errno == errno.ENOENT and not step.source.exists():
        return ImportTroubleError(
            f"{step.source} is not there any more. Is its drive connected?", remedy=Remedy.MAP_PATH, counts=False
        )
    if error.errno in NO_LINKS and plan.method is Method.HARD_LINK:
        return no_link(plan, error)
    if error.errno in _CLOSED:
        return ImportTroubleError(
            f"{plan.library} can't be written to: {error.strerror}. Choose another folder, or change its permissions.",
            remedy=Remedy.CHOOSE_FOLDER,
        )
    return ImportTroubleError(
        f"{name} can't be put into the library: {error.strerror or error}. It is tried again.", remedy=Remedy.TRY_AGAIN
    )


def no_link(plan: Plan, error: OSError) -> ImportTroubleError:
    """Nothing else is done in a link's place."""
    why = (
        "they are on different file systems"
        if error.errno == errno.EXDEV
        else f"the file system says: {error.strerror}"
    )
    return ImportTroubleError(
        f"A hard link from {plan.content} into {plan.library} is not possible: {why}. Nothing was copied instead. "
        "Choose to copy, or a library folder beside the downloads.",
        remedy=Remedy.COPY_INSTEAD,
        lasting=True,
    )


def no_room(plan: Plan, needed: int, free: int) -> ImportTroubleError:
    """The sizes make it plain."""
    return ImportTroubleError(
        f"{plan.library} has {_size(free)} left; this needs {_size(needed)}. Free some space.", remedy=Remedy.FREE_SPACE
    )


def _size(number: int) -> str:
    size = float(number)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1024
    return f"{size:.3g} TiB"
