"""The Path mapping page: for every client, which of its folders is which folder here, and whether that is true."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mydia_desktop.config.local_folders import is_here
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.threads.own_thread import in_own_thread
from mydia_desktop.ui.client_words import program_title
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.settings.clients_page import ClientsPage, Spawn
from mydia_desktop.ui.settings.draft import Draft, Part
from mydia_desktop.ui.settings.page import Page, PageColumn, line
from mydia_desktop.ui.settings.path_map_editor import PathMapEditor
from mydia_desktop.ui.settings.path_test import say_paths
from mydia_desktop.ui.settings.result_panel import ResultPanel, Tone
from mydia_desktop.ui.settings.surroundings import Surroundings
from mydia_desktop.ui.theme import Tokens
from mydia_desktop.workflows.path_check import check_paths

PATIENCE_S = 15.0
"""A folder that says nothing for so long is on a drive that is not connected."""


class PathsPage(Page):
    """A block for each client, over the drafts that the Clients page holds."""

    name, icon = "paths", "arrow-left-right"

    def __init__(self, clients: ClientsPage, around: Surroundings, spawn: Spawn, parent: QWidget | None = None) -> None:
        """Show what the drafts say."""
        super().__init__(parent)
        self.title = self.tr("Path mapping")
        self._clients, self._around, self._spawn = clients, around, spawn
        self._tokens: Tokens | None = None
        self._closed = False
        self.blocks: list[ClientPaths] = []
        column = PageColumn(self)
        column.add_line(
            self.tr(
                "A client names folders as they are on its own computer. Say where they are on this one, so that "
                "“Open folder” and the import find them."
            ),
            "second",
        )
        self._empty = column.add_line(self.tr("There is no client yet."), "second")
        self._list = QVBoxLayout()
        self._list.setSpacing(20)
        column.addSpacing(10)
        column.addLayout(self._list)
        column.addStretch()
        clients.edited.connect(self._follow)
        self._follow()

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw icons in the theme's colours."""
        self._tokens = tokens
        for block in self.blocks:
            block.set_tokens(tokens)

    def close_down(self) -> None:
        """An answer still on its way is not shown any more."""
        self._closed = True

    def _follow(self) -> None:
        """One block for each client there is now, with what its draft says."""
        if self._closed:
            return  # fields that lose the focus while they go still say so
        # The built-in client's folders are this computer's.
        drafts = [(at, draft) for at, draft in enumerate(self._clients.drafts) if draft.builtin is None]
        self._empty.setVisible(not drafts)
        while len(self.blocks) > len(drafts):
            gone = self.blocks.pop()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.blocks) < len(drafts):
            self._append()
        for block, (at, draft) in zip(self.blocks, drafts, strict=True):
            block.show_draft(at, draft)

    def _append(self) -> None:
        block = ClientPaths()
        if self._tokens is not None:
            block.set_tokens(self._tokens)
        block.editor.edited.connect(lambda: self._clients.set_path_map(block.at, block.editor.mappings()))
        block.editor.check_requested.connect(lambda: self._spawn(self._test(block, block.draft)))
        self.blocks.append(block)
        self._list.addWidget(block)

    async def _test(self, block: ClientPaths, draft: Draft | None) -> None:
        if draft is None:
            return
        config = self._clients.config_of(draft)
        # An address that was changed may lead to another program, with other downloads.
        paths = self._around.paths(draft.id) if draft.id is not None and not draft.address_edited else ()
        block.result.say(Tone.NOTE, self.tr("Looking for the downloads…"), "")
        try:
            async with asyncio.timeout(PATIENCE_S):
                found = await in_own_thread(lambda: check_paths(paths, config), name="paths")
        except TimeoutError:
            text = self.tr("A folder has not answered for {seconds} s. Is its drive connected?")
            said = Tone.BAD, self.tr("No answer"), text.format(seconds=f"{PATIENCE_S:g}")
        else:
            said = say_paths(found, config.name)
        if not self._closed and block.draft == draft:
            block.result.say(*said)


class ClientPaths(QWidget):
    """One client's folders."""

    def __init__(self) -> None:
        super().__init__()
        self._title = line("", "strong")
        self._hint = line("", "second")
        self.editor = PathMapEditor()
        self.result = ResultPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._title, self._hint, self.editor, self.result):
            column.addWidget(part)
        self.draft: Draft | None = None
        self.at = 0
        """Its place among the drafts."""

    def show_draft(self, at: int, draft: Draft) -> None:
        """Show its lines; what was found for others is no longer true."""
        self.at = at
        before, self.draft = self.draft, draft
        self._title.setText(plain(draft.name.strip()) or self.tr("New client"))
        for part in (self.editor, self.editor.add, self.editor.check):  # which of the buttons called the same it is
            part.setAccessibleDescription(self._title.text())
        self.editor.setAccessibleName(self._title.text())
        here = not draft.problems() and is_here(draft.config(draft.id or ClientId("new")))
        self._hint.setText(
            self.tr(
                "{program} on this computer: its folders are taken as they are unless a line says otherwise."
            ).format(program=program_title(draft.kind))
            if here
            else program_title(draft.kind)
        )
        if before is None or before.path_map != draft.path_map:
            self.result.hide()
        if self.editor.mappings() != draft.path_map:
            self.editor.show_mappings(draft.path_map)
        problem = draft.problems().get(Part.PATH_MAP, "")
        self.editor.say(problem, problem=bool(problem))
        self.editor.check.setEnabled(not draft.problems())

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw icons in the theme's colours."""
        self.editor.set_tokens(tokens)
        self.result.set_tokens(tokens)
