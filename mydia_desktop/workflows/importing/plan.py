"""What an import will do, before it does anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath
from typing import TypeVar

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.import_rules import ImportRules, Method
from mydia_desktop.config.local_folders import local_path
from mydia_desktop.domain.content import Content, ContentFile
from mydia_desktop.domain.import_job import ImportTroubleError, Remedy
from mydia_desktop.domain.record import Record
from mydia_desktop.domain.safe_names import name_key
from mydia_desktop.domain.sentence import translate
from mydia_desktop.workflows.importing.patterns import PatternError, path_of
from mydia_desktop.workflows.importing.selection import Chosen, Left, select
from mydia_desktop.workflows.release_name import parse_name

P = TypeVar("P", bound=PurePath)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One file and where it goes. ``size`` is bytes, by the client's account."""

    source: Path
    target: PurePosixPath
    """Below the library folder."""
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything an import will do."""

    record_id: str
    library: Path
    """The folder that everything gets into. It has to be there."""
    content: Path
    """The folder here that all sources are in."""
    client: str
    """The client's name."""
    method: Method
    steps: tuple[Step, ...]
    left: tuple[Left, ...] = ()
    """Files that stay where they are, and why."""


def plan(record: Record, content: Content, rules: ImportRules, config: ClientConfig) -> Plan:
    """Plan the import of a complete download by its client's own list of files.

    Reads names only and looks at no disk, but takes some 10 ms for each video.

    Raises:
        ImportTroubleError: it can't be planned; with what a person can do.
    """
    root = local_path(content.folder, config)
    if root is None:
        raise no_folder_here(content.folder, config)
    return plan_below(root, record, content, rules, client=config.name)


def plan_below(root: Path, record: Record, content: Content, rules: ImportRules, *, client: str) -> Plan:
    """The same, where it is known that the files are below this folder here. ``client`` is the name of the client.

    Raises:
        ImportTroubleError: it can't be planned; with what a person can do.
    """
    if not rules.folder:
        raise ImportTroubleError(
            translate("Import", "There is no library folder. Choose one in the settings."),
            remedy=Remedy.CHOOSE_FOLDER,
            lasting=True,
        )
    if not Path(rules.folder).is_absolute():
        raise ImportTroubleError(
            translate("Import", "The library folder {folder} is no whole path. Choose it in the settings.").format(
                folder=rules.folder
            ),
            remedy=Remedy.CHOOSE_FOLDER,
            lasting=True,
        )
    if record.subject is None:
        raise ImportTroubleError(
            translate("Import", "Nobody has said yet which movie or episode this is."),
            remedy=Remedy.MATCH,
            lasting=True,
        )
    wanted = [file for file in content.files if file.wanted]
    if not content.settled or not wanted or not all(file.is_complete for file in wanted):
        raise ImportTroubleError(
            translate("Import", "{name} is not done with the files yet.").format(name=client),
            remedy=Remedy.TRY_AGAIN,
            counts=False,
        )
    chosen, left = select(record.subject, wanted, parse_name)
    return Plan(
        record_id=record.id,
        library=Path(rules.folder),
        content=root,
        client=client,
        method=rules.method,
        steps=tuple(_steps(chosen, record, rules, root)),
        left=tuple(left),
    )


def no_folder_here(folder: str, config: ClientConfig) -> ImportTroubleError:
    """The client's folder is nowhere on this computer; on another it may be."""
    return ImportTroubleError(
        translate("Import", "{folder} on {name} has no matching folder here.").format(
            folder=folder or "The folder", name=config.name
        ),
        remedy=Remedy.MAP_PATH,
        counts=False,
    )


def _steps(chosen: list[Chosen], record: Record, rules: ImportRules, root: Path) -> Iterator[Step]:
    names: dict[str, str] = {}
    for one in chosen:
        ending = f"{one.suffix}{PurePosixPath(one.file.path).suffix.lower()}"
        try:
            target = path_of(replace(one.named, quality=record.quality), rules, ending=ending)
        except PatternError as error:
            raise ImportTroubleError(
                translate("Import", "The pattern for names in the library can't be used. {error}").format(error=error),
                remedy=Remedy.CHOOSE_FOLDER,
                lasting=True,
            ) from error
        other = names.setdefault(name_key(str(target)), one.file.path)
        if other != one.file.path:
            raise ImportTroubleError(
                translate(
                    "Import",
                    "Two files would both become {name}: {first} and {second}. Change the pattern for names "
                    "in the settings.",
                ).format(name=target.name, first=PurePosixPath(other).name, second=PurePosixPath(one.file.path).name),
                remedy=Remedy.CHOOSE_FOLDER,
                lasting=True,
            )
        yield Step(source=source_in(root, one.file), target=target, size=one.file.size)


def source_in(root: P, file: ContentFile) -> P:
    """Where a file is, by a path that a stranger wrote.

    Raises:
        ImportTroubleError: by that path it would be elsewhere.
    """
    parts = file.path.split("/")
    # Where there are drives, C:film.mkv is on another one, and film.mkv:x is hidden in a file.
    forbidden = {"\\", ":", "\0"} if root.drive else {"\0"}
    if any(part in {"", ".", ".."} or not forbidden.isdisjoint(part) for part in parts):
        raise ImportTroubleError(
            translate("Import", "The download names a file outside its own folder. It is not imported."),
            remedy=Remedy.MATCH,
            lasting=True,
        )
    return root.joinpath(*parts)
