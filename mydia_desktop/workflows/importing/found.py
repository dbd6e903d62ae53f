"""Files of a download that its client no longer lists, on a person's word that it had finished."""

from __future__ import annotations

import stat
from asyncio import sleep
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from mydia_desktop.config.import_rules import ImportRules
from mydia_desktop.domain.content import Content, ContentFile
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.record import Record
from mydia_desktop.domain.sentence import translate
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.workflows.importing.plan import Plan, plan_below
from mydia_desktop.workflows.importing.preflight import check
from mydia_desktop.workflows.importing.troubles import size_text

SETTLE_S = 1.0
"""Between the two looks that have to agree."""
MOST_FILES = 10_000
"""More has no download of videos: somebody chose the folder of all of them."""


async def prepare_from(place: Path, record: Record, rules: ImportRules) -> Plan:
    """Plan the import of this file or folder, and look whether it can be done.

    Raises:
        ImportTroubleError: it can't, or not now. Nothing was touched.
    """
    first = await in_own_thread(lambda: _found(place), name="import")
    await sleep(SETTLE_S)

    def plan_and_check() -> Plan:
        content = _found(place)
        there = sum(file.size for file in content.files)
        if content != first:
            raise ImportTroubleError(
                translate("Import", "Something still writes to {place}.").format(place=place), remedy=Remedy.TRY_AGAIN
            )
        if record.size is not None and there < record.size:
            raise ImportTroubleError(
                translate("Import", "{place} has {there} of {size}: it is not all of the download.").format(
                    place=place, there=size_text(there), size=size_text(record.size)
                ),
                remedy=Remedy.TRY_AGAIN,
                lasting=True,
            )
        planned = plan_below(place.parent, record, content, rules, client=record.client_name or place.name)
        check(planned)
        return planned

    return await in_own_thread(plan_and_check, name="import")


def _found(place: Path) -> Content:
    """What is there, as its client would list it. Links are not followed, and what is no file is none."""
    try:
        files = tuple(islice(_files(place), MOST_FILES + 1))
    except OSError as error:
        raise ImportTroubleError(
            translate("Import", "{place} can't be read: {why}.").format(place=place, why=error.strerror or str(error)),
            remedy=Remedy.TRY_AGAIN,
            counts=False,
        ) from error
    if len(files) > MOST_FILES:
        raise ImportTroubleError(
            translate("Import", "{place} holds too many files for one download.").format(place=place),
            remedy=Remedy.TRY_AGAIN,
            lasting=True,
        )
    return Content(folder=str(place.parent), files=files, settled=True)


def _files(place: Path) -> Iterator[ContentFile]:
    waiting = [place]
    while waiting:
        here = waiting.pop()
        found = here.lstat()
        if stat.S_ISREG(found.st_mode):
            path = here.relative_to(place.parent).as_posix()
            yield ContentFile(path=path, size=found.st_size, downloaded=found.st_size, wanted=True)
        elif stat.S_ISDIR(found.st_mode):
            waiting += sorted(here.iterdir(), reverse=True)
