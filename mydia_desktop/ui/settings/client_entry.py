"""How a draft stands in the list: by what it is, and by what is live of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from mydia_desktop.config.client_section import BUILTIN
from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId, Status
from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.client_list import Entry
from mydia_desktop.ui.settings.draft import Draft

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def entry(draft: Draft, states: Mapping[ClientId, ClientState]) -> Entry:
    """The line for this draft."""
    return replace(_standing(draft, states), glyph="box" if draft.kind == BUILTIN else "server")


def _standing(draft: Draft, states: Mapping[ClientId, ClientState]) -> Entry:
    name = draft.name.strip() or translate("ClientList", "New client")
    program = program_title(draft.kind)
    state = states.get(draft.id) if draft.id is not None and not draft.address_edited else None
    if draft.problems():
        return Entry(
            name=name, detail=translate("ClientList", "Not complete"), sign="circle-alert", colour=Status.STALLED
        )
    if not draft.enabled:
        return Entry(name=name, detail=translate("ClientList", "Switched off"), sign="circle-minus", faint=True)
    if state is None or state.phase in (Phase.CONNECTING, Phase.DISABLED):
        return Entry(name=name, detail=program, sign="circle")
    if state.phase is Phase.ONLINE:
        version = plain(f"{program} {state.facts.version}") if state.facts is not None else program
        return Entry(name=name, detail=version, sign="circle-check", colour=Status.COMPLETED)
    return Entry(name=name, detail=translate("ClientList", "Not live"), sign="circle-x", colour=Status.FAILED)
