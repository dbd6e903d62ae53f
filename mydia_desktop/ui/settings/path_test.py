"""What the downloads of a client become on this computer: which are looked for, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.settings.result_panel import Tone
from mydia_desktop.workflows.path_check import PathCheck, PathFinding, samples

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_SHOWN = 3
"""Paths named in the result; those in trouble first."""


def local_samples(clients: Iterable[ClientConfig], paths: Callable[[ClientId], Sequence[str]]) -> list[Path]:
    """Where some downloads of every client should be on this computer."""
    return [
        local
        for config in clients
        for path in samples(paths(config.id))
        if (local := local_path(path, config)) is not None
    ]


def say_paths(found: PathCheck, client: str) -> tuple[Tone, str, str]:
    """How it went, a headline, and the lines below it."""
    lines = [
        translate("PathTest", "There is no folder {path} on this computer. Is its drive connected?").format(
            path=mapping.local
        )
        for mapping in found.missing
    ]
    ordered = sorted(found.findings, key=lambda finding: (finding.there, finding.local is not None))
    lines += [_line(finding, client) for finding in ordered[:_SHOWN]]
    there = sum(finding.there for finding in found.findings)
    if not found.findings:
        if found.missing:
            return Tone.BAD, translate("PathTest", "A folder is not there"), "\n".join(lines)
        text = translate("PathTest", "{client} lists no download now, so there is none to look for.")
        return (
            Tone.NOTE,
            translate("PathTest", "The folders are there"),
            "\n".join([*lines, text.format(client=client)]),
        )
    text = "\n".join([_count(there, len(found.findings), found.listed), *lines])
    if there == len(found.findings) and not found.missing:
        return Tone.GOOD, translate("PathTest", "The downloads are found here"), text
    if there:
        return Tone.NOTE, translate("PathTest", "Some downloads are not found here"), text
    return Tone.BAD, translate("PathTest", "The downloads are not found here"), text


def _line(finding: PathFinding, client: str) -> str:
    if finding.local is None:
        text = translate("PathTest", "{remote} on {client} has no matching folder here.")
    elif str(finding.local) == finding.remote:
        here, missing = translate("PathTest", "{local} is there."), translate("PathTest", "{local} is not there.")
        text = here if finding.there else missing
    elif finding.there:
        text = translate("PathTest", "{remote} is {local}, and it is there.")
    else:
        text = translate("PathTest", "{remote} would be {local}, but it is not there.")
    return text.format(remote=finding.remote, local=finding.local, client=client)


def _count(there: int, looked: int, listed: int) -> str:
    if looked == listed:
        text = translate("PathTest", "{there} of {looked} downloads are here.")
    else:
        text = translate("PathTest", "{there} of the {looked} looked for are here; {listed} are listed in all.")
    return text.format(there=there, looked=looked, listed=listed)
