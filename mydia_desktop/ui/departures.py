"""What to say when selected downloads were removed by somebody else."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId, Transfer, TransferKey
from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.notice_toasts import names
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.workflows.in_flight import InFlight

translate = QCoreApplication.translate  # under this name lupdate finds the sentences

_REMOVING = frozenset({Verb.REMOVE, Verb.DELETE})


def departures(
    removed: Collection[TransferKey],
    selected: Mapping[TransferKey, Transfer],
    in_flight: Mapping[TransferKey, InFlight],
    clients: Mapping[ClientId, ClientState],
    name_of: NameOf,
) -> list[str]:
    """A sentence for each client that has ``removed`` some of the ``selected`` rows, unless we asked it to.

    Rows of a silent client only leave the screen; that is another matter.
    """
    gone: dict[ClientId, list[Transfer]] = {}
    for key in removed:
        flight = in_flight.get(key)
        if key in selected and not (flight and flight.verb in _REMOVING):
            gone.setdefault(key.client, []).append(selected[key])
    one = translate("Departures", "{what} was removed in {client}.")
    many = translate("Departures", "{what} were removed in {client}.")
    return [
        (one if len(rows) == 1 else many).format(what=names(rows, name_of), client=plain(clients[client].name))
        for client, rows in gone.items()
        if client in clients and clients[client].live
    ]
