"""A download of one film, and its import."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

import pytest

from mydia_desktop.config.import_rules import Method
from mydia_desktop.domain.import_job import ImportTroubleError
from mydia_desktop.workflows.importing.placing import carry_out
from mydia_desktop.workflows.importing.plan import Plan, Step
from mydia_desktop.workflows.importing.preflight import check

CONTENT = os.urandom(300_000)
TARGET = "Movies/Nosferatu (1922)/Nosferatu (1922).mkv"


def a_plan(downloads, library, *targets, method=Method.HARD_LINK, source="film/film.mkv"):
    path = downloads / source
    size = path.stat().st_size if path.exists() else 0
    steps = tuple(Step(source=path, target=PurePosixPath(target), size=size) for target in targets or (TARGET,))
    return Plan(record_id="r", library=library, content=downloads, client="NAS", method=method, steps=steps)


def do(plan, alive=lambda: None):
    check(plan)
    return carry_out(plan, alive=alive)


def trouble(plan):
    with pytest.raises(ImportTroubleError) as raised:
        do(plan)
    return raised.value


def files_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
