"""A language nobody speaks: every sentence a third longer, between brackets, from right to left."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from mydia_desktop.ui.language import TRANSLATIONS, install_language

BEGIN, END = "\N{LEFT SQUARE BRACKET WITH QUILL}", "\N{RIGHT SQUARE BRACKET WITH QUILL}"
_RIGHT_TO_LEFT = "א "


def make_pseudo_language(folder: Path) -> Path:
    """Compile it, under the name of Hebrew, so that Qt's own Hebrew turns the window round as for any reader of it."""
    tree = ET.parse(TRANSLATIONS / "mydia_desktop_de.ts")  # noqa: S314 - our own
    tree.getroot().set("language", "he")
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        said = pseudo(message.findtext("source"))
        forms = translation.findall("numerusform")
        for form in forms:
            form.text = said
        if forms:  # Hebrew may have another number of forms
            for form in forms[1:]:
                translation.remove(form)
            translation.extend(_form(said) for _ in range(2))
        else:
            translation.text = said
    source = folder / "mydia_desktop_he.ts"
    source.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>' + ET.tostring(tree.getroot(), encoding="unicode"),
        encoding="utf-8",
    )
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)
    return folder


def pseudo(text: str) -> str:
    """The sentence as that language says it."""
    room = " " if text[:1] == " " else ""
    inner = text.strip(" ")
    longer = "~" * max(1, len(inner) // 3)
    return f"{room}{BEGIN}{_RIGHT_TO_LEFT}{inner} {longer}{END}"


@contextmanager
def spoken(app: QApplication, folder: Path, language: str = "he") -> Iterator[None]:
    """The program as it begins on a system of this language, until the block ends."""
    before = set(app.findChildren(QTranslator))
    _forget_words()
    assert install_language(app, QLocale(language), folder) == language
    try:
        yield
    finally:
        for translator in set(app.findChildren(QTranslator)) - before:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        _forget_words()


def _forget_words() -> None:
    """Words that are looked up once and kept."""
    for name, module in list(sys.modules.items()):
        if name.startswith("mydia_desktop.ui"):
            for part in vars(module).values():
                if hasattr(part, "cache_clear"):
                    part.cache_clear()


def _form(text: str) -> ET.Element:
    form = ET.Element("numerusform")
    form.text = text
    return form
