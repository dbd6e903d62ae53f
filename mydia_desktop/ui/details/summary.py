"""What is said of several downloads together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mydia_desktop.ui import cells, client_words
from mydia_desktop.ui.details.facts import Fact
from mydia_desktop.ui.formatting import format_size, format_speed, percent
from mydia_desktop.ui.naming import DOT
from mydia_desktop.ui.row import Format, Row
from mydia_desktop.ui.texts import STATUSES, number

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def totals(rows: Sequence[Row], form: Format) -> list[Fact]:
    """How much it is, how far, and how fast; what is not live has no speed."""
    size = sum(row.transfer.size for row in rows)
    left = sum(row.transfer.remaining for row in rows)
    facts = [Fact(name=translate("Details", "Size"), value=format_size(size, form.units))]
    if size:
        here = translate("Details", "{here} of {size} ({share} %)").format(
            here=format_size(size - left, form.units),
            size=format_size(size, form.units),
            share=percent((size - left) / size, complete=left == 0),
        )
        facts.append(Fact(name=translate("Details", "Done"), value=here))
    down = sum(row.transfer.download_speed for row in rows if row.live)
    up = sum(row.transfer.upload_speed for row in rows if row.live)
    speeds = [
        text.format(speed=format_speed(speed, form.units))
        for speed, text in ((down, translate("Details", "{speed} down")), (up, translate("Details", "{speed} up")))
        if speed
    ]
    if speeds:
        facts.append(Fact(name=translate("Details", "Speed"), value=DOT.join(speeds)))
    sent = sum(row.transfer.uploaded for row in rows)
    if sent:
        facts.append(Fact(name=translate("Details", "Uploaded"), value=format_size(sent, form.units)))
    return facts


def by_status(rows: Sequence[Row]) -> list[Fact]:
    """How many are in which status."""
    found = Counter(row.transfer.status for row in rows)
    return [Fact(name=cells.status_word(status), value=number(found[status])) for status in STATUSES if found[status]]


def by_client(rows: Sequence[Row]) -> list[Fact]:
    """How many each client has."""
    found = Counter(row.transfer.key.client for row in rows)
    states = {row.transfer.key.client: row.client for row in rows}
    return [Fact(name=client_words.name(states[client]), value=number(count)) for client, count in found.most_common()]
