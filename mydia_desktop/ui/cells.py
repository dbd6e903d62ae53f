"""What the cells say, as text, as speech and as tool tips; each is a function of the row alone."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.folding import fold
from mydia_desktop.domain.transfer import Status, Transfer
from mydia_desktop.ui.formatting import (
    INFINITE,
    UNKNOWN,
    format_age,
    format_eta,
    format_exact_moment,
    format_moment,
    format_ratio,
    format_since,
    format_size,
    format_speed,
    percent,
    spoken_duration,
    spoken_speed,
)
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format, Memory, Row

translate = QCoreApplication.translate

Text: TypeAlias = Callable[[Row, Format], str]


def status_word(status: Status) -> str:
    """The status as a badge says it."""
    match status:
        case Status.DOWNLOADING:
            return translate("cells", "Downloading")
        case Status.METADATA:
            return translate("cells", "Getting details")
        case Status.STALLED:
            return translate("cells", "Stalled")
        case Status.CHECKING:
            return translate("cells", "Checking")
        case Status.MOVING:
            return translate("cells", "Moving")
        case Status.QUEUED:
            return translate("cells", "Queued")
        case Status.PAUSED:
            return translate("cells", "Paused")
        case Status.FAILED:
            return translate("cells", "Failed")
        case Status.MISSING:
            return translate("cells", "Missing")
        case Status.UNKNOWN:
            return translate("cells", "Unknown")
        case Status.SEEDING:
            return translate("cells", "Seeding")
        case Status.COMPLETED:
            return translate("cells", "Completed")


def caption(row: Row, form: Format) -> str:
    """What the status alone does not say; the second line begins with it. Mostly empty."""
    transfer = row.transfer
    if row.dimmed:
        return translate("cells", "No longer matches")
    text = ""
    match transfer.status:
        case Status.FAILED | Status.MISSING:
            text = plain(transfer.error or "")
        case Status.QUEUED if transfer.queue_position is not None:
            text = translate("cells", "Position %1").replace("%1", str(transfer.queue_position))
        case Status.STALLED if transfer.active_at is not None and row.live:
            text = translate("cells", "No data for %1").replace("%1", format_since(transfer.active_at, form.now))
        case Status.MOVING if transfer.note:
            text = translate("cells", "To %1").replace("%1", plain(transfer.note))
        case Status.UNKNOWN:
            text = plain(transfer.note or "")
        case _:
            pass
    return text or plain(transfer.note or transfer.tracker_warning or "")


def age(row: Row, form: Format) -> float | None:
    """Seconds since its client last answered; None if the client does answer, but not about this row."""
    answered_at = row.client.answered_at
    return None if row.client.live or answered_at is None else form.now - answered_at


def last_seen(row: Row, form: Format) -> str:
    """How old a row is that is not live: ``Last seen 12 s ago``."""
    if (seconds := age(row, form)) is None:
        return translate("cells", "Not confirmed yet")
    return translate("cells", "Last seen %1").replace("%1", format_age(seconds))


def fraction(transfer: Transfer) -> float:
    """What the bar shows, 0 to 1: while a client checks the files, how far that is."""
    if transfer.status is Status.CHECKING and transfer.check_progress is not None:
        return transfer.check_progress
    return transfer.progress


def shown_percent(transfer: Transfer) -> int | None:
    """The number beside the bar; None where there is nothing to measure yet."""
    if transfer.status is Status.METADATA:
        return None
    return percent(fraction(transfer), complete=transfer.done and transfer.status is not Status.CHECKING)


def name(row: Row, _form: Format) -> str:
    """The title and what stands beside it, or the release's name."""
    return f"{row.title} {row.beside}" if row.beside else row.title


def release_line(row: Row, form: Format) -> str:
    """The release that a title came as; of a row without one, that nobody has said what it is for."""
    if row.is_matched:
        return row.release
    match form.memory:
        case Memory.READ:
            return translate("cells", "Not matched to a movie or episode")
        case Memory.UNAVAILABLE:
            return translate("cells", "What it is for is not available now")
        case Memory.READING:
            return ""


def quality(row: Row, form: Format) -> tuple[str, ...]:
    """Which of the releases of that title it is, in the two words that say most of it."""
    if row.is_matched and row.record is not None:
        return tuple(map(plain, row.record.quality[:2]))
    return (translate("cells", "Not matched"),) if form.memory is Memory.READ else ()


def names_spoken(row: Row, form: Format, remark: str = "") -> str:
    """Title, release, and what is to be said besides."""
    return ", ".join(filter(None, (row.title, row.beside, remark, release_line(row, form))))


def name_spoken(row: Row, form: Format) -> str:
    """The names with what the second line says."""
    return names_spoken(row, form, caption(row, form))


def name_tip(row: Row, form: Format) -> str:
    """All names whole, which the cell may have cut, and what the second line says."""
    return "\n".join(filter(None, (name(row, form), release_line(row, form), caption(row, form))))


def indexer(row: Row, _form: Format) -> str:
    """Where the release was found."""
    return or_unknown(None if row.record is None or not row.record.indexer else plain(row.record.indexer))


def indexer_spoken(row: Row, form: Format) -> str:
    """The name, or that there is none."""
    return indexer_tip(row, form) or indexer(row, form)


def indexer_tip(row: Row, form: Format) -> str:
    """Why there is none."""
    return translate("cells", "Not known where it was found") if indexer(row, form) == UNKNOWN else ""


def indexer_key(row: Row) -> str:
    """The unknown ones last."""
    return fold(row.record.indexer) if row.record is not None and row.record.indexer else "\U0010ffff"


def status(row: Row, _form: Format) -> str:
    """The status in one word, or what is under way."""
    return row.in_flight or status_word(row.transfer.status)


def status_spoken(row: Row, form: Format) -> str:
    """``Downloading, 41 percent``, or how old the row is."""
    word = status(row, form)
    if row.in_flight:
        return word
    if not row.live:
        if (seconds := age(row, form)) is None:
            return translate("cells", "%1, not confirmed yet, not live").replace("%1", word)
        ago = spoken_duration(seconds)
        return translate("cells", "%1, last seen %2 ago, not live").replace("%1", word).replace("%2", ago)
    share = shown_percent(row.transfer)
    return word if share is None else translate("cells", "%1, %2 percent").replace("%1", word).replace("%2", str(share))


def status_tip(row: Row, form: Format) -> str:
    """The client's own words."""
    if not row.live:
        return last_seen(row, form)
    return plain(row.transfer.error or row.transfer.tracker_warning or "")


def progress(row: Row, _form: Format) -> str:
    """``63 %``; blank while there is nothing to measure."""
    share = shown_percent(row.transfer)
    return "" if share is None else f"{share} %"


def progress_spoken(row: Row, _form: Format) -> str:
    """``63 percent``."""
    share = shown_percent(row.transfer)
    if share is None:
        return ""
    return translate("cells", "%1 percent").replace("%1", str(share))


def size(row: Row, form: Format) -> str:
    """The wanted files' size; blank while it is not known."""
    return format_size(row.transfer.size, form.units) if row.transfer.size else ""


def _live_speed(field: str) -> tuple[Callable[[Row], int], Text, Text]:
    """A speed as number, text and speech; one that is not live is no speed at all."""
    speed: Callable[[Transfer], int] = attrgetter(field)

    def number(row: Row) -> int:
        return speed(row.transfer) if row.live else 0

    def text(row: Row, form: Format) -> str:
        return format_speed(now, form.units) if (now := number(row)) else ""

    def spoken(row: Row, form: Format) -> str:
        return spoken_speed(number(row), form.units)

    return number, text, spoken


down, down_text, down_spoken = _live_speed("download_speed")
up, up_text, up_spoken = _live_speed("upload_speed")


def _waits_for_data(row: Row) -> bool:
    return row.transfer.status in {Status.DOWNLOADING, Status.STALLED} and not row.transfer.done


def eta(row: Row, _form: Format) -> str:
    """When it will be done; ∞ for what gets no data, blank where there is nothing to wait for."""
    if not row.live:
        return ""
    if row.transfer.eta is not None:
        return format_eta(row.transfer.eta)
    return INFINITE if _waits_for_data(row) else ""


def eta_key(row: Row) -> float:
    """The soonest first; then what will not end, then what has no end to wait for."""
    if row.live:
        if row.transfer.eta is not None:
            return row.transfer.eta
        if _waits_for_data(row):
            return 1e15
    return 1e16


def eta_spoken(row: Row, form: Format) -> str:
    """``26 minutes``."""
    if row.live and row.transfer.eta is not None:
        return spoken_duration(row.transfer.eta)
    return translate("cells", "no end in sight") if eta(row, form) else ""


def eta_tip(row: Row, form: Format) -> str:
    """Why there is no end."""
    if eta(row, form) != INFINITE:
        return ""
    return caption(row, form) or translate("cells", "No data arrives, so there is no end to foresee.")


def or_unknown(value: str | None) -> str:
    """The text, or the dash for what the client does not report."""
    return UNKNOWN if value is None else value


def ratio(row: Row, _form: Format) -> str:
    """Uploaded to downloaded."""
    return or_unknown(None if row.transfer.ratio is None else format_ratio(row.transfer.ratio))


def _moment(field: str) -> tuple[Callable[[Row], int], Text, Text]:
    """A moment as number, text and tool tip. It stays blank while it cannot have come."""
    value: Callable[[Transfer], int | None] = attrgetter(field)

    def number(row: Row) -> int:
        return value(row.transfer) or 0

    def text(row: Row, form: Format) -> str:
        if (at := value(row.transfer)) is not None:
            return format_moment(at, form.now)
        return "" if field == "completed_at" and not row.transfer.done else UNKNOWN

    def tip(row: Row, _form: Format) -> str:
        return "" if (at := value(row.transfer)) is None else format_exact_moment(at)

    return number, text, tip


added, added_text, added_tip = _moment("added_at")
completed, completed_text, completed_tip = _moment("completed_at")


def _live_count(field: str) -> tuple[Callable[[Row], int], Text]:
    value: Callable[[Transfer], int | None] = attrgetter(field)

    def number(row: Row) -> int:
        return (value(row.transfer) or 0) if row.live else 0

    def text(row: Row, _form: Format) -> str:
        if not row.live:
            return ""
        count = value(row.transfer)
        return UNKNOWN if count is None else str(count) if count else ""

    return number, text


seeds, seeds_text = _live_count("seeds")
peers, peers_text = _live_count("peers")


def tags(row: Row, _form: Format) -> str:
    """The labels."""
    return plain(", ".join(row.transfer.labels))


def infohash(transfer: Transfer) -> str | None:
    """The one that other programs know it by; the old kind where there are both."""
    return transfer.v1 or transfer.v2
