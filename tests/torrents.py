"""Small torrents and magnet links, made here; nothing in them exists anywhere else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

PIECE = 16 * 1024


def bencode(value: object) -> bytes:
    """A value in BitTorrent's own encoding."""
    match value:
        case bool():
            raise TypeError("bencode has no booleans")
        case int():
            return b"i%de" % value
        case bytes():
            return b"%d:%s" % (len(value), value)
        case str():
            return bencode(value.encode())
        case list():
            return b"l" + b"".join(bencode(item) for item in value) + b"e"
        case dict():
            pairs = sorted((key.encode() if isinstance(key, str) else key, item) for key, item in value.items())
            return b"d" + b"".join(bencode(key) + bencode(item) for key, item in pairs) + b"e"
    raise TypeError(type(value))


@dataclass(frozen=True)
class Torrent:
    """A .torrent file with the hashes we computed for it and the content it promises."""

    data: bytes
    name: str
    content: bytes
    v1: str | None
    v2: str | None

    @property
    def id(self) -> str:
        """What most clients call it: v1, else the first 40 digits of v2."""
        return self.v1 or (self.v2 or "")[:40]

    @property
    def magnet(self) -> str:
        """Its magnet link."""
        topics = [f"xt=urn:btih:{self.v1}"] if self.v1 else []
        topics += [f"xt=urn:btmh:1220{self.v2}"] if self.v2 else []
        return "magnet:?" + "&".join([*topics, f"dn={quote(self.name)}"])

    def write_content(self, folder: Path) -> None:
        """Put the finished file where a client will find it."""
        (folder / self.name).write_bytes(self.content)


def make_torrent(
    name: str, *, size: int = 2 * PIECE, v1: bool = True, v2: bool = False, tracker: str = "", webseed: str = ""
) -> Torrent:
    """One file of ``size`` bytes that depend on the name. No tracker unless named: it then looks for nobody."""
    content = (hashlib.sha256(name.encode()).digest() * (size // 32 + 1))[:size]
    info: dict[str, object] = {"name": name, "piece length": PIECE}
    if v1:
        pieces = (content[at : at + PIECE] for at in range(0, size, PIECE))
        info |= {"length": size, "pieces": b"".join(hashlib.sha1(p, usedforsecurity=False).digest() for p in pieces)}
    if v2:
        root, layer = _merkle(content)
        info |= {"meta version": 2, "file tree": {name: {"": {"length": size, "pieces root": root}}}}
    raw = bencode(info)
    whole: dict[str, object] = {"info": info}
    if tracker:
        whole["announce"] = tracker
    if webseed:
        whole["url-list"] = webseed
    if v2:
        whole["piece layers"] = {root: layer} if size > PIECE else {}
    return Torrent(
        data=bencode(whole),
        name=name,
        content=content,
        v1=hashlib.sha1(raw, usedforsecurity=False).hexdigest() if v1 else None,
        v2=hashlib.sha256(raw).hexdigest() if v2 else None,
    )


def _merkle(content: bytes) -> tuple[bytes, bytes]:
    """The root over 16 KiB blocks padded to a power of two, and the layer of piece hashes (pieces are blocks)."""
    leaves = [hashlib.sha256(content[at : at + PIECE]).digest() for at in range(0, len(content), PIECE)]
    layer = b"".join(leaves)
    width = 1 << (len(leaves) - 1).bit_length()
    leaves += [bytes(32)] * (width - len(leaves))
    while len(leaves) > 1:
        leaves = [hashlib.sha256(a + b).digest() for a, b in zip(leaves[::2], leaves[1::2], strict=True)]
    return leaves[0], layer


def make_folder(
    name: str, files: dict[str, bytes], *, v1: bool = True, v2: bool = False, private: bool = False
) -> Torrent:
    """Several files, each of at most one piece; a hybrid fills each but the last up to a whole one, as it must."""
    info: dict[str, object] = {"name": name, "piece length": PIECE}
    listed: list[dict[str, object]] = []
    tree: dict[str, object] = {}
    content = b""
    # The tree of a hybrid is sorted, and its list of files has to follow it.
    for at, (path, data) in enumerate(sorted(files.items()), start=1):
        assert 0 < len(data) <= PIECE
        *folders, last = path.split("/")
        below = tree
        for folder in folders:
            below = below.setdefault(folder, {})  # type: ignore[assignment] # a folder of it
        below[last] = {"": {"length": len(data), "pieces root": hashlib.sha256(data).digest()}}
        listed.append({"length": len(data), "path": path.split("/")})
        content += data
        if v2 and at < len(files) and (gap := -len(data) % PIECE):
            listed.append({"attr": "p", "length": gap, "path": [".pad", str(gap)]})
            content += bytes(gap)
    if v1:
        pieces = (content[at : at + PIECE] for at in range(0, len(content), PIECE))
        hashes = b"".join(hashlib.sha1(piece, usedforsecurity=False).digest() for piece in pieces)
        info |= {"files": listed, "pieces": hashes}
    if v2:
        info |= {"meta version": 2, "file tree": tree}
    if private:
        info["private"] = 1
    raw = bencode(info)
    whole = {"info": info} | ({"piece layers": {}} if v2 else {})
    return Torrent(
        data=bencode(whole),
        name=name,
        content=content,
        v1=hashlib.sha1(raw, usedforsecurity=False).hexdigest() if v1 else None,
        v2=hashlib.sha256(raw).hexdigest() if v2 else None,
    )
