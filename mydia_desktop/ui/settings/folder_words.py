"""What a look at the library folder came to, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mydia_desktop.config.import_rules import Method
from mydia_desktop.ui.formatting import Units, format_size
from mydia_desktop.ui.settings.result_panel import Tone
from mydia_desktop.workflows.importing.folder_check import FolderCheck, LinkTrial, Standing

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

Said = tuple[Tone, str, str]
"""How it went, a headline, and the lines below it."""


def say_check(found: FolderCheck, method: Method, units: Units) -> Said:
    """The result for this way of importing."""
    if found.standing is not Standing.GOOD:
        title, text = {
            Standing.NOT_THERE: (
                translate("FolderTest", "The folder is not there"),
                translate("FolderTest", "There is no {path}. Is its drive connected? It is not made by itself."),
            ),
            Standing.NO_FOLDER: (
                translate("FolderTest", "This is no folder"),
                translate("FolderTest", "{path} is a file, or a link that leads nowhere."),
            ),
            Standing.NOT_WRITABLE: (
                translate("FolderTest", "Nothing can be written there"),
                translate("FolderTest", "{path}: {why}."),
            ),
        }[found.standing]
        return Tone.BAD, title, text.format(path=found.folder, why=found.why)
    lines = []
    if found.free is not None:
        text = translate("FolderTest", "It can be written to, and has {size} left.")
        lines.append(text.format(size=format_size(found.free, units)))
    if method is Method.COPY:
        return Tone.GOOD, translate("FolderTest", "The folder is fine"), "\n".join(lines)
    if not found.links:
        lines.append(
            translate("FolderTest", "No client has a file here now, so a hard link could not be tried.")
            if method is Method.HARD_LINK
            else translate("FolderTest", "No client has a file here now, so moving could not be tried.")
        )
        return Tone.NOTE, translate("FolderTest", "The folder is there"), "\n".join(lines)
    lines += [_link(trial, method) for trial in found.links]
    if method is Method.HARD_LINK and not all(trial.possible for trial in found.links):
        return Tone.BAD, translate("FolderTest", "Hard links are not possible"), "\n".join(lines)
    return Tone.GOOD, translate("FolderTest", "The folder is fine"), "\n".join(lines)


def no_answer(folder: str, seconds: float) -> Said:
    """The file system says nothing."""
    text = translate("FolderTest", "{path} has not answered for {seconds} s. Is its drive connected?")
    return (
        Tone.BAD,
        translate("FolderTest", "No answer"),
        text.format(path=folder, seconds=f"{seconds:g}"),
    )


def _link(trial: LinkTrial, method: Method) -> str:
    if trial.possible and method is Method.MOVE:
        text = translate("FolderTest", "{path} can be moved here at once.")
    elif trial.possible:
        text = translate("FolderTest", "{path} can be linked here.")
    elif method is Method.MOVE:
        text = translate("FolderTest", "{path} is copied first: {why}.")
    else:
        text = translate("FolderTest", "{path} can’t be linked here: {why}. Choose to copy.")  # noqa: RUF001
    why = translate("FolderTest", "it is on another file system") if trial.other_file_system else trial.why
    return text.format(path=trial.source, why=why)
