"""The language of the window: the system's, if there is a translation, or English. Qt's own words follow ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mydia_desktop.domain.sentence import Sentence
from mydia_desktop.ui.resources import RESOURCES

TRANSLATIONS = RESOURCES / "translations"
_OURS, _QTS = "mydia_desktop", "qtbase"


def install_language(app: QCoreApplication, locale: QLocale | None = None, folder: Path = TRANSLATIONS) -> str:
    """Speak the first of the system's languages that there is a translation for; its name, such as ``de``.

    To be called before anything is said: what is on the screen stays as it is.
    """
    # What is written in the code is English but for its plurals, so English is loaded under every language.
    _load(app, QLocale(QLocale.Language.English), _OURS, folder)
    ours = _load(app, locale or QLocale.system(), _OURS, folder)
    language = ours.language() if ours is not None else "en"
    _load(app, QLocale(language), _QTS, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    return language


def in_this_language(sentence: Sentence) -> str:
    """What a room without Qt has to say."""
    said = QCoreApplication.translate(sentence.context, sentence.template)
    if sentence.values is None:
        return said
    return said.format(
        **{
            name: in_this_language(value) if isinstance(value, Sentence) else value
            for name, value in sentence.values.items()
        }
    )


def _load(app: QCoreApplication, locale: QLocale, name: str, folder: Path) -> QTranslator | None:
    translator = QTranslator(app)
    if not translator.load(locale, name, "_", str(folder)):
        translator.deleteLater()
        return None
    app.installTranslator(translator)
    return translator
