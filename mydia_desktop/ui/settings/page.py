"""What every page of the dialog knows of itself, so that the dialog need not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mydia_desktop.config.preferences import Preferences
from mydia_desktop.ui.settings.look import roomy
from mydia_desktop.ui.settings.tall_scroll_area import TallScrollArea
from mydia_desktop.ui.theme import Tokens

_CAPTION_WIDTH = 150
_TEXT_WIDTH = 620
"""Longer lines are hard to read."""
_CHOICE_WIDTH = 320
_BESIDE_INDICATOR = 26
"""Where the words of a switch begin: the style sheet's indicator with its border, and the spacing."""


class Page(QWidget):
    """One page. It shows what is in force, and changes nothing before Save."""

    edited = Signal()
    """What is chosen changed, or whether it can be saved."""

    parts: tuple[object, ...] = ()
    name: str
    """How others ask for it: ``import``."""
    title: str
    icon: str
    """A Lucide name."""

    def chosen(self, preferences: Preferences) -> Preferences:
        """These, with what was chosen here."""
        return preferences

    @property
    def changed_elsewhere(self) -> bool:
        """Whether something was chosen here that is not among the preferences."""
        return False

    def obstacle(self) -> str:
        """What keeps the whole from being saved, in a sentence, or nothing."""
        return ""

    def saved(self) -> None:
        """The preferences are in force: put in force, too, what is kept elsewhere."""

    def set_tokens(self, tokens: Tokens) -> None:
        """Draw icons in the theme's colours."""

    def close_down(self) -> None:
        """The dialog is over: answers still on their way are not shown any more."""


class Column(QVBoxLayout):
    """One thing of a page below the other."""

    def __init__(self, page: Page, content: QWidget) -> None:
        """``content`` is the part of the page that it fills."""
        super().__init__(content)
        self._page = page
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(6)

    def add_line(self, text: str, role: str = "") -> QLabel:
        """A line of text."""
        label = line(text, role)
        label.setMaximumWidth(roomy(_TEXT_WIDTH, self._page.font()))
        self.addWidget(label)
        return label

    def add_heading(self, text: str) -> None:
        """What the next things have in common."""
        self.addSpacing(14)
        self.add_line(text, "strong")

    def add_switch(self, text: str, hint: str, *, on: bool) -> QCheckBox:
        """Something that is on or off, with a line that explains it."""
        box = QCheckBox(text)
        box.setChecked(on)
        box.toggled.connect(self._page.edited)
        self.add_explained(box, hint)
        return box

    def add_explained(self, button: QAbstractButton, hint: str) -> None:
        """A switch or one of several choices, and below its words what it means, if that needs saying."""
        if not hint:
            self.addWidget(button)
            return
        button.setAccessibleDescription(hint)
        words = line(hint, "second")
        words.setMaximumWidth(roomy(_TEXT_WIDTH, self._page.font()))
        row = QHBoxLayout()
        row.setContentsMargins(_BESIDE_INDICATOR, 0, 0, 6)
        row.addWidget(words, 1)
        row.addStretch()  # else words that may not grow any more are put in the middle
        together = QVBoxLayout()
        together.setSpacing(0)
        together.addWidget(button)
        together.addLayout(row)
        self.addLayout(together)

    def add_form(self, *rows: tuple[str, QWidget | QLayout, QWidget]) -> QFormLayout:
        """Captions with what belongs to them, and which part of it is named by the caption."""
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for caption, field, named in rows:
            label = QLabel(caption)
            label.setMinimumWidth(roomy(_CAPTION_WIDTH, self._page.font()))
            named.ensurePolished()
            label.setFixedHeight(named.sizeHint().height())  # level with the first line of a field that has more
            label.setBuddy(named)
            named.setAccessibleName(caption)
            form.addRow(label, field)
        self.addLayout(form)
        return form


class PageColumn(Column):
    """The usual page: a title, then one thing below the other, and room to scroll."""

    def __init__(self, page: Page) -> None:
        content = QWidget()
        super().__init__(page, content)
        self.setContentsMargins(20, 18, 20, 14)
        self.add_line(page.title, "title")
        self.addSpacing(8)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        area = TallScrollArea(content)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area)
        # Without a reference from Python, what lies in the area would at times be taken for gone.
        page.parts = (whole, area, content, self)


def line(text: str, role: str = "") -> QLabel:
    """A label of plain text that wraps; ``role`` is one of the style sheet's."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    begin_with_the_window(label)
    if role:
        label.setProperty("role", role)
    return label


def begin_with_the_window(label: QLabel) -> None:
    """Where the window's lines begin: else a name from left to right would stand at the end of a mirrored one."""
    leading = Qt.AlignmentFlag.AlignRight if label.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(leading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)


def choice_box(*choices: tuple[str, object], chosen: object) -> QComboBox:
    """A box of texts with the values they mean; what is not among them was written by hand, and stays a choice."""
    box = QComboBox()
    for text, value in choices:
        box.addItem(text, value)
    index = next((at for at, (_, value) in enumerate(choices) if value == chosen), -1)
    if index < 0:
        box.addItem(f"{chosen:g} s" if isinstance(chosen, float) else str(chosen), chosen)
    box.setCurrentIndex(index if index >= 0 else box.count() - 1)
    return of_usual_width(box)


def of_usual_width(box: QComboBox) -> QComboBox:
    """A few words need no line from edge to edge."""
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setMinimumWidth(roomy(_CHOICE_WIDTH, box.font()))
    return box


def at_start(widget: QWidget) -> QHBoxLayout:
    """A line that begins with it, and has nothing else."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch()
    return row
