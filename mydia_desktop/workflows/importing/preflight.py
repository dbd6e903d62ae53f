"""Looks whether an import can be done, before anything of it is."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.workflows.importing.placing import no_link, no_room, trouble_of, try_link
from mydia_desktop.workflows.importing.plan import Plan, Step
from mydia_desktop.workflows.importing.temporary import clear_left_over, temporary

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
    _check_library(plan)
    copied = list(plan.steps) if plan.method is Method.COPY else _can_not_be_linked(plan)
    needed = sum(step.size for step in copied if not os.path.lexists(plan.library / step.target))
    free = shutil.disk_usage(plan.library).free
    if needed and needed + MARGIN > free:
        raise no_room(plan, needed, free)


def _check_source(plan: Plan, step: Step) -> None:
    try:
        found = step.source.lstat()
        if not stat.S_ISREG(found.st_mode) or _leads_elsewhere(plan.content, step.source):
            raise ImportTroubleError(
                f"{step.source} is a link, or no file. Only files that the client wrote itself are imported.",
                remedy=Remedy.TRY_AGAIN,
                lasting=True,
            )
        if found.st_size != step.size:
            raise ImportTroubleError(
                f"{step.source.name} has another size than {plan.client} says. Is it the same file?",
                remedy=Remedy.TRY_AGAIN,
            )
        with step.source.open("rb") as file:
            file.read(1)
    except FileNotFoundError as error:
        raise ImportTroubleError(
            f"{step.source} is not there. Is its drive connected?", remedy=Remedy.MAP_PATH, counts=False
        ) from error
    except PermissionError as error:
        raise ImportTroubleError(
            f"{step.source} can't be read: {error.strerror}. Let this user read what {plan.client} writes.",
            remedy=Remedy.TRY_AGAIN,
        ) from error
    except OSError as error:
        raise trouble_of(error, plan, step) from error


def _leads_elsewhere(content: Path, source: Path) -> bool:
    """Whether a link inside the download leads out of it; those on the way to its folder are the user's own."""
    root = content.resolve(strict=True)
    return source.resolve(strict=True) != root / source.relative_to(content)


def _check_library(plan: Plan) -> None:
    # Never made here: an empty mount point would be filled up in its place.
    if not plan.library.is_dir():
        raise ImportTroubleError(
            f"The library folder {plan.library} is not there. Is its drive connected?", remedy=Remedy.CHOOSE_FOLDER
        )
    trial = temporary(plan.library, plan.record_id)
    try:
        clear_left_over(plan.library, plan.record_id)
        os.close(os.open(trial, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        trial.unlink()
    except OSError as error:
        raise trouble_of(error, plan, plan.steps[0]) from error


def _can_not_be_linked(plan: Plan) -> list[Step]:
    """The files that a move has to copy; one try for each file system they are on.

    Raises:
        ImportTroubleError: they were to be linked, and nothing else is done in its place.
    """
    copied: list[Step] = []
    devices = {step.source.stat().st_dev: step for step in plan.steps}
    for device, step in devices.items():
        try:
            obstacle = try_link(plan, step.source, plan.library)
        except OSError as error:
            raise trouble_of(error, plan, step) from error
        if obstacle is not None and plan.method is Method.HARD_LINK:
            raise no_link(plan, obstacle)
        if obstacle is not None:
            copied += [one for one in plan.steps if one.source.stat().st_dev == device]
    return copied
