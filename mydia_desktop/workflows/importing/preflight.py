"""Looks whether an import can be done, before anything of it is."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.sentence import translate
from mydia_desktop.workflows.importing.folders import deepest_folder
from mydia_desktop.workflows.importing.placing import try_link
from mydia_desktop.workflows.importing.plan import Plan, Step
from mydia_desktop.workflows.importing.temporary import size_of_left_over, temporary
from mydia_desktop.workflows.importing.troubles import explained, no_library, no_link, no_room

MARGIN = 16 * 1024 * 1024
"""Bytes that a copy has to leave."""


def check(plan: Plan) -> None:
    """Look at every source and at the library. May block for as long as a file system does.

    That a link is possible is proved by making one, and taking it away.

    Raises:
        ImportTroubleError: it can't be done, or not now.
    """
    for step in plan.steps:
        _check_source(plan, step)
    folders = _folders(plan)
    copied = list(plan.steps) if plan.method is Method.COPY else _can_not_be_linked(plan, folders)
    _check_room(plan, folders, copied)


def _check_source(plan: Plan, step: Step) -> None:
    try:
        found = step.source.lstat()
        if not stat.S_ISREG(found.st_mode) or _leads_elsewhere(plan.content, step.source):
            raise ImportTroubleError(
                translate(
                    "Import", "{source} is a link, or no file. Only files that the client wrote itself are imported."
                ).format(source=step.source),
                remedy=Remedy.TRY_AGAIN,
                lasting=True,
            )
        if found.st_size != step.size:
            raise ImportTroubleError(
                translate("Import", "{name} has another size than {client} says. Is it the same file?").format(
                    name=step.source.name, client=plan.client
                ),
                remedy=Remedy.TRY_AGAIN,
            )
        with step.source.open("rb") as file:
            file.read(1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ImportTroubleError(
            translate("Import", "{source} is not there. Is its drive connected?").format(source=step.source),
            remedy=Remedy.MAP_PATH,
            counts=False,
        ) from error
    except PermissionError as error:
        raise ImportTroubleError(
            translate("Import", "{source} can't be read: {why}. Let this user read what {client} writes.").format(
                source=step.source, why=error.strerror, client=plan.client
            ),
            remedy=Remedy.TRY_AGAIN,
        ) from error
    except OSError as error:
        # A network drive that broke down: another desktop may read it.
        raise ImportTroubleError(
            translate("Import", "{source} can't be read: {why}. Is its drive connected?").format(
                source=step.source, why=error.strerror or str(error)
            ),
            remedy=Remedy.MAP_PATH,
            counts=False,
        ) from error


def _leads_elsewhere(content: Path, source: Path) -> bool:
    """Whether a link inside the download leads out of it; those on the way to its folder are the user's own."""
    root = Path(os.path.realpath(content, strict=True))
    return Path(os.path.realpath(source, strict=True)) != root / source.relative_to(content)


def _folders(plan: Plan) -> Mapping[Step, Path]:
    """Where each file would go, as far as its folders are there: all of them can be written to."""
    folders: dict[Step, Path] = {}
    for step in plan.steps:
        with explained(plan, step):
            if not stat.S_ISDIR(plan.library.stat().st_mode):
                raise no_library(plan)
            folder = deepest_folder(plan.library, step.target.parent)
            if folder not in folders.values():
                trial = temporary(folder, plan.record_id)
                os.close(os.open(trial, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
                trial.unlink(missing_ok=True)
        folders[step] = folder
    return folders


def _can_not_be_linked(plan: Plan, folders: Mapping[Step, Path]) -> list[Step]:
    """The files that a move has to copy; one try from each file system into each folder.

    Raises:
        ImportTroubleError: they were to be linked, and nothing else is done in its place.
    """
    copied: list[Step] = []
    tried: dict[tuple[int, Path], OSError | None] = {}
    for step in plan.steps:
        with explained(plan, step):
            way = step.source.stat().st_dev, folders[step]
            if way not in tried:
                tried[way] = try_link(plan, step.source, folders[step])
        obstacle = tried[way]
        if obstacle is not None and plan.method is Method.HARD_LINK:
            raise no_link(plan, step, obstacle)
        if obstacle is not None:
            copied.append(step)
    return copied


def _check_room(plan: Plan, folders: Mapping[Step, Path], copied: Iterable[Step]) -> None:
    """Each disk of the library has to hold what is copied to it."""
    needed: dict[int, int] = {}
    free: dict[int, int] = {}
    for step in copied:
        if not os.path.lexists(plan.library / step.target):
            with explained(plan, step):
                disk = folders[step].stat().st_dev
                free[disk] = shutil.disk_usage(folders[step]).free
            needed[disk] = needed.get(disk, 0) + step.size
    for folder in set(folders.values()):
        with explained(plan, plan.steps[0]):
            disk = folder.stat().st_dev
            if disk in free:  # a copy that was killed is cleared away before the next begins
                free[disk] += size_of_left_over(folder, plan.record_id)
    for disk, size in needed.items():
        if size + MARGIN > free[disk]:
            raise no_room(plan, size, free[disk])
