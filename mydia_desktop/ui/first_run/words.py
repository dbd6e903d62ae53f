"""What the welcome says of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import downloads
from mydia_desktop.workflows.discovery import Found, Standing, Stranger

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def title(found: Found) -> str:
    """The program and its version; of a client that is configured its name."""
    if found.name:
        return plain(found.name)
    if found.inside:
        return program_title(found.kind)
    return plain(f"{program_title(found.kind)} {found.version}".rstrip())


def detail(found: Found) -> str:
    """Where it is, and what is known of it."""
    if found.inside:
        saves = translate("FirstRun", "No other program needed. Saves in {folder}.")
        return saves.format(folder=plain(found.folder)) if found.standing is not Standing.ABSENT else ""
    if found.standing is Standing.WANTS_SIGN_IN:
        known = translate("FirstRun", "wants you to sign in")
    elif found.transfers is not None:
        known = downloads(found.transfers)
    else:
        known = ""
    return " · ".join(filter(None, (found.address, known)))


def standing(found: Found) -> str:
    """The word at the end of its line."""
    match found.standing:
        case Standing.READY:
            return translate("FirstRun", "Ready")
        case Standing.KNOWN:
            return translate("FirstRun", "Added already")
        case Standing.TROUBLED:
            return translate("FirstRun", "Does not let us in")
        case Standing.OPTIONAL:
            return translate("FirstRun", "Optional")
        case Standing.ABSENT:
            return translate("FirstRun", "Not available")
        case Standing.WANTS_SIGN_IN:
            return ""


def where_we_looked(ports: Sequence[int], *, looking: bool) -> str:
    """The ports, which is all that is asked."""
    listed = ", ".join(str(port) for port in ports)
    if looking:
        return translate("FirstRun", "Looking on ports {ports} of this computer…").format(ports=listed)
    return translate("FirstRun", "Looked on ports {ports} of this computer").format(ports=listed)


def strangers(seen: Sequence[Stranger]) -> str:
    """What was met besides."""
    hanging = [str(stranger.port) for stranger in seen if stranger.hangs]
    others = [str(stranger.port) for stranger in seen if not stranger.hangs]
    said = []
    if hanging:
        said.append(translate("FirstRun", "No answer on port {ports}.").format(ports=", ".join(hanging)))
    if others:
        said.append(translate("FirstRun", "Another program is on port {ports}.").format(ports=", ".join(others)))
    return " ".join(said)
