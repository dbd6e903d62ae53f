"""Draws the program's icon at every size that desktops ask for.

packaging/icons.py png FOLDER    FOLDER/SIZExSIZE/apps/mydia-desktop.png for each size, and the SVG itself (Linux)
packaging/icons.py ico FILE      all sizes in one file (Windows)
packaging/icons.py icns FILE     likewise (macOS)
"""

from __future__ import annotations

import re
import shutil
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parent.parent / "resources" / "icons" / "mydia-desktop.svg"
LINUX = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 256)
_SMALL, _STRONGER = 32, 1.25
MACOS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def png(size: int) -> bytes:
    """The icon, ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    svg = SVG.read_bytes()
    if size < _SMALL:  # there a line has to be stronger to be seen as well
        svg = re.sub(
            rb'stroke-width="([\d.]+)"', lambda found: b'stroke-width="%g"' % (float(found[1]) * _STRONGER), svg
        )
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def hicolor(folder: Path) -> None:
    """The folders of the icon theme that every other theme falls back to."""
    for size in LINUX:
        file = folder / f"{size}x{size}" / "apps" / "mydia-desktop.png"
        file.parent.mkdir(parents=True)
        file.write_bytes(png(size))
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copyfile(SVG, scalable / SVG.name)


def ico(file: Path) -> None:
    """A directory of the pictures, then the pictures as PNG, which Windows has read since Vista."""
    pictures = [png(size) for size in WINDOWS]
    directory, offset = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for size, picture in zip(WINDOWS, pictures, strict=True):
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    file.write_bytes(directory + b"".join(pictures))


def icns(file: Path) -> None:
    """Each picture as PNG behind its kind and length, big-endian."""
    parts = [(kind, png(size)) for size, kind in MACOS.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in parts)
    file.write_bytes(b"icns" + struct.pack(">I", 8 + len(body)) + body)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["png", where]:
            hicolor(Path(where))
        case ["ico", where]:
            ico(Path(where))
        case ["icns", where]:
            icns(Path(where))
        case _:
            sys.exit(__doc__)
