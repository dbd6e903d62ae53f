"""What the system says about an import, in words for a person, and what can be done."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.sentence import translate
from mydia_desktop.workflows.importing.plan import Plan, Step

NO_LINKS = frozenset(
    {errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EINVAL}
)
"""What a file system says where it can't, or may not, give a file another name."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
"""What can't be written to. A hard link that is not permitted says EPERM, too, and is told as that."""


@contextmanager
def explained(plan: Plan, step: Step) -> Iterator[None]:
    """What the system says, in words for a person.

    Raises:
        ImportTroubleError: the system refused.
    """
    try:
        yield
    except OSError as error:
        raise _trouble(error, plan, step) from error


def _trouble(error: OSError, plan: Plan, step: Step) -> ImportTroubleError:
    """What it means for this import, and what can be done."""
    name = step.target.name
    if error.errno in _FULL:
        return no_room(plan, step.size, _free(plan.library))
    if error.errno == errno.EFBIG:
        return ImportTroubleError(
            translate(
                "Import",
                "The file system of {library} takes no file of {size}, such as {name}. Choose a library folder on "
                "another one.",
            ).format(library=plan.library, size=size_text(step.size), name=step.source.name),
            remedy=Remedy.CHOOSE_FOLDER,
            lasting=True,
        )
    if error.errno == errno.ENAMETOOLONG:
        return ImportTroubleError(
            translate("Import", "{name} is too long a name there. Make the pattern for names shorter.").format(
                name=name
            ),
            remedy=Remedy.CHOOSE_FOLDER,
            lasting=True,
        )
    if error.errno == errno.ENOENT and not os.path.lexists(step.source):
        return ImportTroubleError(
            translate("Import", "{source} is not there any more. Is its drive connected?").format(source=step.source),
            remedy=Remedy.MAP_PATH,
            counts=False,
        )
    if error.errno == errno.ENOENT and not os.path.lexists(plan.library):
        return no_library(plan)
    if error.errno in NO_LINKS and plan.method is Method.HARD_LINK:
        return no_link(plan, step, error)
    if error.errno in _CLOSED:
        return ImportTroubleError(
            translate(
                "Import", "{library} can't be written to: {why}. Choose another folder, or change its permissions."
            ).format(library=plan.library, why=error.strerror),
            remedy=Remedy.CHOOSE_FOLDER,
        )
    return ImportTroubleError(
        translate("Import", "{name} can't be put into the library: {why}. It is tried again.").format(
            name=name, why=error.strerror or str(error)
        ),
        remedy=Remedy.TRY_AGAIN,
    )


def no_library(plan: Plan) -> ImportTroubleError:
    """It is never made here: an empty mount point would be filled up in its place. Another desktop may have it."""
    return ImportTroubleError(
        translate("Import", "The library folder {library} is not there. Is its drive connected?").format(
            library=plan.library
        ),
        remedy=Remedy.CHOOSE_FOLDER,
        counts=False,
    )


def no_link(plan: Plan, step: Step, error: OSError) -> ImportTroubleError:
    """Nothing else is done in a link's place."""
    return ImportTroubleError(
        translate(
            "Import",
            "A hard link from {downloads} into {library} is not possible: {why}. Nothing was copied instead. Choose to "
            "copy, or a library folder beside the downloads.",
        ).format(downloads=plan.content, library=plan.library, why=_why_no_link(step, error)),
        remedy=Remedy.COPY_INSTEAD,
        lasting=True,
    )


def _why_no_link(step: Step, error: OSError) -> str:
    if error.errno == errno.EXDEV:
        return translate("Import", "they are on different file systems")
    as_it_runs = os.access in os.supports_effective_ids
    if error.errno == errno.EPERM and not os.access(step.source, os.W_OK, effective_ids=as_it_runs):
        # Linux protects files of others from that (fs.protected_hardlinks), though the file system could.
        return translate("Import", "{name} belongs to another user, and this one may not write to it").format(
            name=step.source.name
        )
    return translate("Import", "the file system says: {why}").format(why=error.strerror)


def no_room(plan: Plan, needed: int, free: int) -> ImportTroubleError:
    """The sizes make it plain."""
    return ImportTroubleError(
        translate("Import", "{library} has {free} left; this needs {needed}. Free some space.").format(
            library=plan.library, free=size_text(free), needed=size_text(needed)
        ),
        remedy=Remedy.FREE_SPACE,
    )


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:  # gone by now; that it was full is what we were told
        return 0


def size_text(number: int) -> str:
    """Bytes in three digits."""
    size = float(number)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1024
    return f"{size:.3g} TiB"
