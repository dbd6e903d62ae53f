"""What the overview says of one download, as names and values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.transfer import Transfer
from mydia_desktop.ui import cells, client_words
from mydia_desktop.ui.formatting import (
    INFINITE,
    format_eta,
    format_exact_moment,
    format_moment,
    format_moment_inside,
    format_ratio,
    format_size,
    format_speed,
)
from mydia_desktop.ui.naming import DOT, full_name
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format, Memory, Row
from mydia_desktop.ui.texts import peers, seeds

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line."""

    name: str
    value: str
    """For the eye: plain, on one line."""
    copied: str = ""
    """What copying it copies; empty where nobody wants to."""
    tip: str = ""
    """What the value does not say."""


def transfer_facts(row: Row, form: Format, local: Path | None) -> list[Fact]:
    """What its client says of it; ``local`` is what its save path is on this computer, if that is known.

    What is not live has no speed, no end and no peers.
    """
    return list(_transfer_facts(row, form, local))


def record_facts(row: Row, form: Format) -> list[Fact]:
    """What is remembered of it, and what its client knows of its age."""
    return list(_record_facts(row, form))


def done_text(transfer: Transfer, form: Format) -> str:
    """``20.1 GiB of 48.7 GiB (41 %)``; the size alone once it is whole, nothing while that is not known."""
    if not transfer.size:
        return ""
    whole = format_size(transfer.size, form.units)
    if transfer.done:
        return translate("Details", "{size} (100 %)").format(size=whole)
    here = format_size(transfer.size - transfer.remaining, form.units)
    return translate("Details", "{here} of {size} ({share} %)").format(
        here=here, size=whole, share=cells.shown_percent(transfer)
    )


def _transfer_facts(row: Row, form: Format, local: Path | None) -> Iterator[Fact]:
    transfer = row.transfer
    if done := done_text(transfer, form):
        yield Fact(name=translate("Details", "Done"), value=done)
    if row.live:
        yield from _moving(row, form)
    if transfer.ratio is not None:
        sent = translate("Details", "{ratio} ({size} uploaded)")
        size = format_size(transfer.uploaded, form.units)
        yield Fact(name=translate("Details", "Ratio"), value=sent.format(ratio=format_ratio(transfer.ratio), size=size))
    here = translate("Details", "Saved in")
    if local is not None:
        yield Fact(name=here, value=plain(str(local)), copied=str(local))
    elif transfer.save_path:
        yield Fact(name=here, value=translate("Details", "No matching folder on this computer"))
    if transfer.save_path and str(local) != transfer.save_path:
        path = transfer.save_path
        yield Fact(name=translate("Details", "On the client"), value=plain(path), copied=path)
    yield Fact(
        name=translate("Details", "Client"),
        value=f"{client_words.name(row.client)} ({client_words.program(row.client)})",
    )
    if transfer.tracker:
        yield Fact(
            name=translate("Details", "Tracker"),
            value=plain(transfer.tracker),
            tip=plain(transfer.tracker_warning or ""),
        )
    if transfer.v1:
        name = translate("Details", "Info hash") if not transfer.v2 else translate("Details", "Info hash v1")
        yield Fact(name=name, value=transfer.v1, copied=transfer.v1)
    if transfer.v2:
        yield Fact(name=translate("Details", "Info hash v2"), value=transfer.v2, copied=transfer.v2)


def _moving(row: Row, form: Format) -> Iterator[Fact]:
    transfer = row.transfer
    speeds = []
    if transfer.download_speed:
        down = format_speed(transfer.download_speed, form.units)
        speeds.append(translate("Details", "{speed} down").format(speed=down))
    if transfer.upload_speed:
        speeds.append(translate("Details", "{speed} up").format(speed=format_speed(transfer.upload_speed, form.units)))
    if speeds:
        yield Fact(name=translate("Details", "Speed"), value=DOT.join(speeds))
    if transfer.eta is not None:
        about = translate("Details", "{time}, about {moment}")
        moment = format_moment_inside(form.now + transfer.eta, form.now)
        yield Fact(
            name=translate("Details", "Time left"),
            value=about.format(time=format_eta(transfer.eta), moment=moment),
            tip=format_exact_moment(form.now + transfer.eta),
        )
    elif cells.eta(row, form) == INFINITE:
        yield Fact(name=translate("Details", "Time left"), value=INFINITE, tip=cells.eta_tip(row, form))
    if swarm := DOT.join(filter(None, (seeds(transfer.seeds), peers(transfer.peers)))):
        yield Fact(name=translate("Details", "Peers"), value=swarm)


def _record_facts(row: Row, form: Format) -> Iterator[Fact]:
    transfer, record = row.transfer, row.record
    name = translate("Details", "For")
    if row.is_matched:
        yield Fact(name=name, value=full_name(transfer, record))
    elif form.memory is not Memory.READING:
        yield Fact(name=name, value=cells.release_line(row, form))
    if record is not None:
        if plain(record.title) != row.release:
            yield Fact(name=translate("Details", "Release"), value=plain(record.title), copied=record.title)
        if record.quality:
            yield Fact(name=translate("Details", "Quality"), value=DOT.join(map(plain, record.quality)))
        yield Fact(
            name=translate("Details", "Found at"), value=cells.indexer(row, form), tip=cells.indexer_tip(row, form)
        )
    words = DOT.join(plain(word) for word in (transfer.category or "", *transfer.labels) if word)
    if words:
        yield Fact(name=translate("Details", "Category"), value=words)
    added = transfer.added_at or (record.inserted_at if record is not None else None)
    if added:
        yield _moment(translate("Details", "Added"), added, form)
    completed = transfer.completed_at or (record.completed_at if record is not None else None)
    if completed and transfer.done:
        yield _moment(translate("Details", "Completed"), completed, form)


def _moment(name: str, at: float, form: Format) -> Fact:
    return Fact(name=name, value=format_moment(at, form.now), tip=format_exact_moment(at))
