"""The events of one record as a person would tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.record import INTENT_STEPS, UNSETTLED, Event, EventKind
from mydia_desktop.ui.formatting import format_exact_moment, format_moment
from mydia_desktop.ui.history import words
from mydia_desktop.ui.naming import DOT
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


class Shade(StrEnum):
    """What a step means to whoever reads of it."""

    USUAL = "usual"
    GOOD = "good"
    TROUBLE = "trouble"
    TO_COME = "to_come"
    """It has not happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened, or will."""

    icon: str
    title: str
    remark: str = ""
    when: str = ""
    tip: str = ""
    shade: Shade = Shade.USUAL


def in_short(events: Sequence[Event]) -> list[Event]:
    """Without what only led to something that is told itself; oldest first, as they came."""
    told: list[Event] = []
    settled: set[int] = set()
    for event in reversed(events):
        if event.kind in UNSETTLED and event.attempt in settled:
            continue
        if event.kind in INTENT_STEPS:
            settled.add(event.attempt)
        told.append(event)
    return told[::-1]


def step(event: Event, form: Format) -> Step:
    """The event in a few words."""
    return Step(
        icon=words.ICONS[event.kind],
        title=words.sentence(event),
        remark=words.remark(event, form.units, nowhere=False),
        when=format_moment(event.at, form.now),
        tip=format_exact_moment(event.at),
        shade=_shade(event),
    )


def step_with_actor(event: Event, form: Format) -> Step:
    """The same with who did it."""
    short = step(event, form)
    who = translate("Details", "by {who}").format(who=plain(event.actor))
    return Step(
        icon=short.icon,
        title=short.title,
        remark=DOT.join(filter(None, (short.remark, who))),
        when=short.when,
        tip=short.tip,
        shade=short.shade,
    )


def _shade(event: Event) -> Shade:
    if event.kind in words.TROUBLE:
        return Shade.TROUBLE
    return Shade.GOOD if event.kind in (EventKind.COMPLETED, EventKind.IMPORTED) else Shade.USUAL
