"""Where the downloads go and how they begin: the lower half of the dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from mydia_desktop.config.clients import ClientConfig
from mydia_desktop.config.local_folders import is_here
from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.add.adder import Chosen
from mydia_desktop.ui.add.client_choice import Choice, ClientChoice
from mydia_desktop.ui.add.form import Form
from mydia_desktop.ui.add.save_path import SavePath
from mydia_desktop.ui.formatting import Units
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.theme import Theme

_CATEGORY_WIDTH = 200


class Options(QWidget):
    """One set of choices for all that is added together."""

    client_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category_by_hand = False
        self._client: ClientId | None = None
        self._paths: dict[ClientId, str] = {}
        self.client = ClientChoice()
        self.category = QComboBox()
        self._category_line = QLineEdit(self.category)
        self._category_line.setPlaceholderText(self.tr("None"))
        self.category.setLineEdit(self._category_line)  # which makes it editable
        self.category.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.category.setAccessibleName(self.tr("Category"))
        self.category.setMinimumWidth(roomy(_CATEGORY_WIDTH, self.font()))
        self.path = SavePath(theme)
        self.start = QCheckBox(self.tr("Start at once"))
        self.start.setChecked(True)
        self.top = QCheckBox(self.tr("Put at top of queue"))
        self._lay_out()
        self.client.chosen.connect(self.client_changed)
        self._category_line.textEdited.connect(self._category_edited)
        self.category.activated.connect(self._category_edited)

    def chosen(self, client: ClientId) -> Chosen:
        """All of it for this client."""
        return Chosen(
            client=client,
            save_path=self.path.path,
            category=self.category.currentText().strip() or None,
            paused=not self.start.isChecked(),
            top_of_queue=self.top.isChecked() and not self.top.isHidden(),
        )

    def set_clients(self, choices: Sequence[Choice], units: Units) -> None:
        """Offer these clients."""
        self.client.set_choices(choices, units)

    def show_client(self, state: ClientState | None, config: ClientConfig | None) -> None:
        """Follow the chosen client: its folders, its categories, whether it has a queue."""
        self._take_path_of(state.id if state is not None else None)
        facts = state.facts if state is not None else None
        self.path.set_client(
            state.name if state is not None else "",
            default=(facts.save_path if facts is not None else None) or "",
            mappings=config.path_map if config is not None else (),
            runs_here=config is not None and is_here(config),
        )
        self.top.setVisible(state is not None and Verb.QUEUE_TOP in state.verbs)
        self._offer_categories(facts.categories if facts is not None else (), config.category if config else "")

    def begin_anew(self) -> None:
        """What was chosen for the last downloads is not chosen for the next."""
        self._category_by_hand = False
        self.path.line.clear()
        self._paths.clear()
        self.start.setChecked(True)
        self.top.setChecked(False)
        self.client.forget_choice()

    def _take_path_of(self, client: ClientId | None) -> None:
        """A path that was typed is one client's, and there again when that one is chosen again."""
        if client == self._client:
            return
        if self._client is not None:
            self._paths[self._client] = self.path.line.text()
        self._client = client
        self.path.line.setText(self._paths.get(client, "") if client is not None else "")

    def _offer_categories(self, known: Sequence[str], usual: str) -> None:
        typed = self.category.currentText() if self._category_by_hand else usual
        offered = sorted({*known, usual} - {""}, key=str.casefold)
        if [self.category.itemText(place) for place in range(self.category.count())] != offered:
            self.category.clear()
            self.category.addItems(offered)
        if self.category.currentText() != typed:
            self.category.setCurrentIndex(self.category.findText(typed))
            self.category.setEditText(typed)

    def _category_edited(self) -> None:
        self._category_by_hand = True

    def _lay_out(self) -> None:
        category = QWidget()
        row = QHBoxLayout(category)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.category)
        row.addStretch(1)
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.start)
        row.addWidget(self.top)
        row.addStretch(1)
        form = Form(self)
        form.add_field(self.tr("Client"), self.client)
        form.add_field(self.tr("Category"), category, self.category)
        form.add_field(self.tr("Save in"), self.path, self.path.line)
        form.add_field("", boxes, self.start)
