"""What the window says in the language of its system."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from mydia_desktop.domain.sentence import translate
from mydia_desktop.ui.language import TRANSLATIONS, in_this_language, install_language
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.texts import clients, downloads


@pytest.fixture
def german(qapp):
    """The program as it begins on a German system; English again afterwards."""
    before = set(qapp.findChildren(QTranslator))
    assert install_language(qapp, QLocale("de_AT")) == "de"
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_english_has_its_plurals():
    assert [downloads(count) for count in (0, 1, 2)] == ["0 downloads", "1 download", "2 downloads"]


@pytest.mark.usefixtures("german")
def test_german_has_its_own_and_qt_speaks_it_too():
    assert [clients(count) for count in (0, 1, 2)] == ["0 Clients", "1 Client", "2 Clients"]
    assert QCoreApplication.translate("View", "All downloads") == "Alle Downloads"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_what_other_rooms_say_is_said_in_german_when_it_is_shown():
    inner = translate("Transmission", "{name} wants a user name and a password.").format(name="<b>NAS {x}</b>")
    assert inner == "<b>NAS {x}</b> wants a user name and a password."
    assert plain(inner) == "<b>NAS {x}</b> verlangt einen Benutzernamen und ein Passwort."
    outer = translate("Release", "{message} Nothing was sent.").format(message=inner)
    assert plain(outer) == f"{plain(inner)} Nichts wurde gesendet."
    assert in_this_language(translate("Release", "Nobody knows this one.")) == "Nobody knows this one."


def test_a_language_without_a_translation_is_english(qapp):
    before = set(qapp.findChildren(QTranslator))
    assert install_language(qapp, QLocale("is_IS")) == "en"
    assert QCoreApplication.translate("View", "All downloads") == "All downloads"
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)


def test_every_translation_that_is_shipped_is_compiled():
    names = {path.stem for path in TRANSLATIONS.glob("*.ts")}
    assert names == {path.stem for path in TRANSLATIONS.glob("*.qm")} == {"mydia_desktop_en", "mydia_desktop_de"}
    for path in TRANSLATIONS.glob("*.ts"):
        assert ET.parse(path).getroot().get("language") == path.stem.rpartition("_")[2]  # noqa: S314 - our own
