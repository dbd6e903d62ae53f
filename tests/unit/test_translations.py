"""Translations are complete, up to date with the code, and keep what the code puts into its sentences."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
FILES = sorted(FOLDER.glob("*.ts"))
PLACES = re.compile(r"\{[a-z_]*\}|%L?n|%\d")


def messages(path):
    """Context, source, the forms of its translation, and the message itself."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own files
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms, message


@pytest.fixture(scope="module")
def renewed(tmp_path_factory):
    """The translations as they would be if they were brought up to date now."""
    tree = tmp_path_factory.mktemp("tree")
    for folder in ("mydia_desktop", "resources/translations"):
        shutil.copytree(ROOT / folder, tree / folder)
    (tree / "packaging").mkdir()
    shutil.copy(ROOT / "packaging" / "translations", tree / "packaging")
    (tree / ".venv" / "bin").mkdir(parents=True)
    for tool in ("pyside6-lupdate", "pyside6-lrelease"):
        (tree / ".venv" / "bin" / tool).symlink_to(Path(sys.executable).with_name(tool))
    subprocess.run(["packaging/translations"], cwd=tree, check=True)
    return tree / "resources" / "translations"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_has_every_sentence_of_the_code_and_no_other(renewed, path):
    """If not: ``make translations``, then translate what is unfinished and say it again."""
    now, then = ({(c, s) for c, s, _, _ in messages(folder / path.name)} for folder in (FOLDER, renewed))
    assert now == then
    assert path.read_text(encoding="utf-8") == (renewed / path.name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_the_program_loads_is_what_was_translated(renewed, path):
    compiled = path.with_suffix(".qm")
    assert compiled.read_bytes() == (renewed / compiled.name).read_bytes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_left_to_translate(path):
    unfinished = [
        (context, source)
        for context, source, forms, message in messages(path)
        if not all(forms) or message.find("translation").get("type") is not None
    ]
    assert unfinished == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_keeps_values_keys_and_room(path):
    """Every value has its place, a menu its letter, a line its breaks, and an icon its distance."""
    for context, source, forms, _ in messages(path):
        for form in forms:
            said = f"{context}: {source!r} became {form!r}"
            places = Counter(PLACES.findall(source))
            kept = Counter(PLACES.findall(form))
            # “1 download” need not repeat the number.
            assert kept == places or (kept == places - Counter(("%n", "%Ln")) and len(forms) > 1), said
            assert form.count("&") == source.count("&"), said
            assert form.count("\n") == source.count("\n"), said
            assert (form[:1].isspace(), form[-1:].isspace()) == (source[:1].isspace(), source[-1:].isspace()), said
            assert form.endswith("…") == source.endswith("…"), said
            assert form.endswith("?") == source.endswith("?"), said


def test_every_sentence_is_found_by_the_tool():
    """It sees neither a text put together on the spot nor a ``tr`` that is somebody else's."""
    asked = re.compile(r"(?<![\w.])translate\(\s*[^\s\"]|\btr\(\s*f?[^\s\"]|(?:tr|translate)\(\s*f\"|[a-z]\w*\.tr\(")
    strange = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in (ROOT / "mydia_desktop").rglob("*.py")
        for found in asked.finditer(path.read_text(encoding="utf-8"))
        if path.name not in ("sentence.py", "language.py", "plurals.py")
    ]
    assert [line for line in strange if "self.tr(" not in line] == []


def sentences(path):
    """Every text that is filled in on the spot, with the names it is filled by."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(attr="format", value=ast.Call(func=asked, args=[*_, ast.Constant(value=str(text))])),
                keywords=given,
            ) if getattr(asked, "attr", getattr(asked, "id", "")) in ("tr", "translate"):
                yield node.lineno, text, {keyword.arg for keyword in given}


def test_every_place_in_a_sentence_is_filled():
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {text!r} by {given}"
        for path in (ROOT / "mydia_desktop").rglob("*.py")
        for line, text, given in sentences(path)
        if set(re.findall(r"\{(\w+)\}", text)) != given
    ]
    assert wrong == []
