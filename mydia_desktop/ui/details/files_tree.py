"""The files of a transfer as a tree. No Qt: it is built beside the event loop, because some have tens of thousands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from mydia_desktop.domain.content import Content, ContentFile
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.sort_order import natural_key

AT_ONCE = 500
"""Lines of one folder that are listed at first, and then each time that somebody scrolls to their end."""


class Wanted(Enum):
    """How much of a file or folder its client fetches."""

    YES = auto()
    PARTLY = auto()
    NO = auto()


@dataclass(slots=True, eq=False)
class Node:
    """A folder or a file. Sizes are bytes."""

    name: str
    """Plain text."""
    parent: Node | None
    place: int = 0
    """Among its siblings."""
    file: int | None = None
    """Which of the content's files; None for a folder."""
    children: list[Node] = field(default_factory=list)
    shown: int = 0
    """So many of the children are listed; the others are fetched as somebody scrolls to them."""
    size: int = 0
    here: int = 0
    """How much of it is there."""
    wanted_size: int = 0
    wanted_here: int = 0
    wanted: Wanted = Wanted.YES

    @property
    def is_folder(self) -> bool:
        """Whether it holds others."""
        return self.file is None

    @property
    def is_complete(self) -> bool:
        """Whether everything in it that is wanted is there; what nobody wants never is."""
        return self.wanted is not Wanted.NO and self.wanted_here >= self.wanted_size

    @property
    def share(self) -> float:
        """How far it is, 0 to 1, of what is wanted of it; of all of it where nothing is."""
        here, size = (self.here, self.size) if self.wanted is Wanted.NO else (self.wanted_here, self.wanted_size)
        return here / size if size else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """All files of one content."""

    root: Node
    nodes: tuple[Node, ...]
    """Of the files, in the content's order."""
    paths: tuple[str, ...]
    """As the client writes them."""

    @property
    def count(self) -> int:
        """How many files."""
        return len(self.nodes)


def build(content: Content) -> Tree:
    """Folders first, each level in natural order."""
    root = Node("", None)
    folders: dict[tuple[str, ...], Node] = {(): root}
    nodes = []
    for number, file in enumerate(content.files):
        *above, name = [part for part in file.path.split("/") if part] or [file.path]
        folder = _folder(tuple(above), folders)
        node = Node(plain(name), folder, file=number)
        folder.children.append(node)
        nodes.append(node)
    for folder in folders.values():
        folder.children.sort(key=lambda node: (not node.is_folder, natural_key(node.name)))
        for place, node in enumerate(folder.children):
            node.place = place
        folder.shown = min(AT_ONCE, len(folder.children))
    tree = Tree(root=root, nodes=tuple(nodes), paths=tuple(file.path for file in content.files))
    renew(tree, content.files)
    return tree


def renew(tree: Tree, files: tuple[ContentFile, ...]) -> None:
    """Take in what changed of the same files."""
    for node, file in zip(tree.nodes, files, strict=True):
        node.size, node.here = file.size, min(file.downloaded, file.size)
        node.wanted = Wanted.YES if file.wanted else Wanted.NO
        node.wanted_size, node.wanted_here = (node.size, node.here) if file.wanted else (0, 0)
    _sum_up(tree.root)


def _folder(parts: tuple[str, ...], folders: dict[tuple[str, ...], Node]) -> Node:
    missing = []
    while parts not in folders:
        missing.append(parts)
        parts = parts[:-1]
    folder = folders[parts]
    for path in reversed(missing):
        below = Node(plain(path[-1]), folder)
        folder.children.append(below)
        folders[path] = folder = below
    return folder


def _sum_up(root: Node) -> None:
    """From the leaves up; a torrent's folders may be nested deeper than Python likes to recurse."""
    for folder in reversed(list(_folders(root))):
        below = folder.children
        folder.size = sum(node.size for node in below)
        folder.here = sum(node.here for node in below)
        folder.wanted_size = sum(node.wanted_size for node in below)
        folder.wanted_here = sum(node.wanted_here for node in below)
        found = {node.wanted for node in below}
        folder.wanted = found.pop() if len(found) == 1 else Wanted.PARTLY


def _folders(root: Node) -> Iterator[Node]:
    """Every folder before those inside it."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        yield folder
        waiting.extend(node for node in folder.children if node.is_folder)
