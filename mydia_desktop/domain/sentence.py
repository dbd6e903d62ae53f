"""Sentences for people that are made where no Qt is: English by themselves, and translatable when they are shown.

A room below ``ui`` writes ``translate("Transmission", "{name} wants a password.").format(name=...)``, as the windows
do. What it gets is English text, and so is what reaches the logs, the database and ``--snapshot``; but the text
remembers what it was made of, and a window says it in the language of its person. Text that is joined to other text
forgets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


class Sentence(str):
    """English text, with what it takes to say it in another language."""

    __slots__ = ("context", "template", "values")

    context: str
    template: str
    """With ``{names}`` for the values, if there are any."""
    values: Mapping[str, object] | None
    """None for a text without any, in which braces are braces."""

    def __new__(cls, context: str, template: str, values: Mapping[str, object] | None = None) -> Self:
        """``values`` are those of the names in the template, each perhaps a sentence itself."""
        made = super().__new__(cls, template if values is None else template.format(**values))
        made.context, made.template, made.values = context, template, values
        return made

    def __str__(self) -> str:
        """Itself, so that an exception made of it still knows."""
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Copied away it is plain text."""
        return str, ("".join(self),)

    def format(self, **values: object) -> Sentence:  # type: ignore[override] # by name only: languages order otherwise
        """The sentence with these values, each of which may be a sentence itself, or an error that was made of one."""
        told = {name: value if isinstance(value, str | int | float) else str(value) for name, value in values.items()}
        return Sentence(self.context, self.template, told)


def translate(context: str, text: str) -> Sentence:
    """A sentence, or the template of one. ``context`` groups what one translator should see together."""
    return Sentence(context, text)
