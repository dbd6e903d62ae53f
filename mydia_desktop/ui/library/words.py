"""What the lines of the library say."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from mydia_desktop.domain.transfer import Status
from mydia_desktop.ui import cells
from mydia_desktop.ui.formatting import format_exact_moment, format_moment
from mydia_desktop.ui.library.nodes import EpisodeNode, ItemNode, Node, SeasonNode
from mydia_desktop.ui.library.standing import Standing
from mydia_desktop.ui.naming import DOT
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.row import Format
from mydia_desktop.ui.texts import episodes, number

translate = QCoreApplication.translate  # under this name lupdate finds the sentences


def title(node: Node) -> str:
    """What it is called; plain text."""
    match node:
        case ItemNode():
            return plain(node.entry.item.title)
        case SeasonNode(season=0):
            return translate("Library", "Specials")
        case SeasonNode():
            return translate("Library", "Season {number}").format(number=number(node.season))
        case EpisodeNode():
            called = plain(node.episode.title or "")
            return called or translate("Library", "Episode {number}").format(number=number(node.episode.number))


def beside(node: Node) -> str:
    """What tells it from others."""
    match node:
        case ItemNode():
            return str(node.entry.item.year or "")
        case SeasonNode():
            return ""
        case EpisodeNode():
            return f"S{node.episode.season:02}E{node.episode.number:02}"


def below(node: Node) -> str:
    """How many episodes there are below it; nothing for what has none."""
    if isinstance(node, ItemNode):
        count = len(node.entry.episodes)
    elif isinstance(node, SeasonNode):
        count = len(node.children)
    else:
        return ""
    return episodes(count) if count else ""


def name_in_sentence(node: Node) -> str:
    """``Nosferatu (1922)``, ``Dragnet, Season 2``, ``Dragnet S02E07``."""
    item = node.show.entry.item
    match node:
        case ItemNode():
            return f"{plain(item.title)} ({item.year})" if item.year is not None else plain(item.title)
        case SeasonNode():
            return f"{plain(item.title)}, {title(node)}"
        case EpisodeNode():
            return f"{plain(item.title)} {beside(node)}"


def now(standing: Standing, form: Format) -> str:
    """What is live for it: of one download its status and percent, of more how many of which status."""
    rows = standing.rows
    if not rows:
        return ""
    if len(rows) == 1:
        row = rows[0]
        share = "" if row.in_flight or row.transfer.done else cells.progress(row, form)
        said = " ".join(filter(None, (cells.status(row, form), share)))
        return said if row.live else DOT.join((said, cells.last_seen(row, form)))
    counted = Counter(row.transfer.status for row in rows if row.live)
    parts = [f"{number(counted[status])} {cells.status_word(status)}" for status in Status if counted[status]]
    if silent := len(rows) - counted.total():
        parts.append(translate("Library", "{count} not live").format(count=number(silent)))
    return ", ".join(parts)


def is_live(standing: Standing) -> bool:
    """Whether what ``now`` says is so now."""
    return any(row.live for row in standing.rows)


def completed(standing: Standing, form: Format) -> str:
    """When the last download for it was complete."""
    return "" if standing.completed_at is None else format_moment(standing.completed_at, form.now)


def completed_tip(standing: Standing) -> str:
    """The same to the second."""
    return "" if standing.completed_at is None else format_exact_moment(standing.completed_at)


def remark(node: Node, standing: Standing) -> str:
    """What is missing or failed."""
    parts = []
    trouble = standing.trouble
    if len(trouble) == 1:
        row = trouble[0]
        unexplained = cells.status_word(row.transfer.status)
        parts.append(plain(row.transfer.error or "") or unexplained)
    elif trouble:
        parts.append(translate("Library", "{count} failed or missing").format(count=number(len(trouble))))
    if gone := _gone(standing):
        parts.append(gone)
    if not parts and not standing.releases and not isinstance(node, SeasonNode):
        return translate("Library", "Nothing downloaded")
    return DOT.join(parts)


def _gone(standing: Standing) -> str:
    gone = standing.gone
    if not gone:
        return ""
    clients = {record.client_name for record in gone}
    where = plain(clients.pop() or "") if len(clients) == 1 else ""
    if not where:
        return translate("Library", "{count} no longer in their clients").format(count=number(len(gone)))
    if len(gone) == 1:
        return translate("Library", "No longer in {client}").format(client=where)
    return translate("Library", "{count} no longer in {client}").format(count=number(len(gone)), client=where)
