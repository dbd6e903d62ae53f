"""Downloads as text for the clipboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from mydia_desktop.domain.errors import ClientError
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer
from mydia_desktop.ui.formatting import Units, format_size, percent
from mydia_desktop.ui.naming import DOT, NameOf
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import number, status_name
from mydia_desktop.ui.toast import Toasts, Tone
from mydia_desktop.workflows.actions import Live

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def copy(text: str) -> None:
    """Put it on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def names(rows: Sequence[Transfer], name_of: NameOf) -> str:
    """Title and release, or the release alone; one a line."""
    return "\n".join(DOT.join(_names(row, name_of)) for row in rows)


def hashes(rows: Sequence[Transfer]) -> str:
    """Infohashes, v1 where there is one; one a line."""
    return "\n".join(row.v1 or row.v2 or "" for row in rows).strip("\n")


def paths(rows: Sequence[Transfer]) -> str:
    """Where their content is on the client's machine; one a line."""
    return "\n".join(row.content_path or row.save_path for row in rows).strip("\n")


def table(rows: Sequence[Transfer], clients: Mapping[ClientId, ClientState], units: Units, name_of: NameOf) -> str:
    """Names, status, progress, size and client, with tabs between, as spreadsheets and forums take it."""
    lines = []
    for row in rows:
        state = clients.get(row.key.client)
        cells = (
            DOT.join(_names(row, name_of)),
            status_name(row.status),
            f"{percent(row.progress, complete=row.done)} %",
            format_size(row.size, units),
            plain(state.name if state else row.key.client),
        )
        lines.append("\t".join(cells))
    return "\n".join(lines)


def _names(row: Transfer, name_of: NameOf) -> tuple[str, ...]:
    """Each once."""
    return tuple(dict.fromkeys((name_of(row), plain(row.name))))


async def copy_magnets(rows: Sequence[Transfer], live: Live, toasts: Toasts) -> None:
    """Copy the magnet links as the clients give them, with trackers; of silent clients what the infohash makes."""
    states = live.clients
    asked = [row.key for row in rows if (state := states.get(row.key.client)) is not None and state.is_live(row.key)]
    try:
        links = await live.magnets(asked) if asked else {}
    except ClientError as error:
        toasts.tell(plain(error.message), tone=Tone.TROUBLE)
        return
    found = [link for row in rows if (link := links.get(row.key) or magnet_of(row))]
    if found:
        copy("\n".join(found))
    if len(found) < len(rows):
        text = translate("Copying", "{count} of {all} have no magnet link.")
        toasts.tell(text.format(count=number(len(rows) - len(found)), all=number(len(rows))))


def magnet_of(row: Transfer) -> str:
    """A link made of what we know, without trackers; empty when there is no infohash."""
    topics = [f"xt=urn:btih:{row.v1}"] if row.v1 else []
    topics += [f"xt=urn:btmh:1220{row.v2}"] if row.v2 else []
    return "magnet:?" + "&".join([*topics, f"dn={quote(row.name, errors='replace')}"]) if topics else ""
