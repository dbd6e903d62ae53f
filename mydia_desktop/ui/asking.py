"""Turns what the workflows can't decide by themselves into questions over the list, and the answers into deeds."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mydia_desktop.domain.command import Result, Verb
from mydia_desktop.domain.record import ClientUuid, KnownClient, StoreUnavailableError
from mydia_desktop.domain.snapshot import Gone
from mydia_desktop.domain.transfer import ClientId
from mydia_desktop.ui.naming import NameOf
from mydia_desktop.ui.plain_text import plain
from mydia_desktop.ui.question_card import Choice, Question, QuestionCard, Weight
from mydia_desktop.ui.settings_opener import Spawn
from mydia_desktop.ui.texts import downloads, number
from mydia_desktop.ui.toast import Toasts
from mydia_desktop.ui.toast import Tone as ToastTone
from mydia_desktop.workflows.identity import IdentityQuestion, RemovedClient
from mydia_desktop.workflows.reconciliation import RemovalQuestion
from mydia_desktop.workflows.record_keeper import RecordKeeper, StoreState

_OFFERED = 2
"""Clients of the database that are offered by name; more would leave no room for the question."""


class Identities(Protocol):
    """Which client of the database each section of config.toml is."""

    @property
    def questions(self) -> Sequence[IdentityQuestion]:
        """What only a person can tell."""
        ...

    @property
    def removed(self) -> Sequence[RemovedClient]:
        """Clients that are configured no more, while downloads of theirs are waited for."""
        ...

    @property
    def problem(self) -> str:
        """Why a binding could not be written down."""
        ...

    async def answer(self, client: ClientId, same_as: ClientUuid | None) -> None:
        """A person said which it is; None: another one."""
        ...

    async def hand_over(self, of: ClientUuid, to: ClientUuid) -> None:
        """Give the records of a removed client to another."""
        ...

    async def close(self, of: ClientUuid) -> None:
        """Nobody waits for the records of a removed client."""
        ...

    def leave(self, of: ClientUuid) -> None:
        """Ask no more about it."""
        ...

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever any of it changed."""
        ...


class Reconciliation(Protocol):
    """What an earlier run left open."""

    @property
    def questions(self) -> Sequence[RemovalQuestion]:
        """Removals that were asked for and are not known to have been done, although the row is there."""
        ...

    async def remove_now(self, question: RemovalQuestion) -> list[Result]:
        """Send it after all."""
        ...

    async def keep(self, question: RemovalQuestion) -> None:
        """Call it off."""
        ...

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever the questions may have changed."""
        ...


class GoneRecords(Protocol):
    """What clients no longer list."""

    @property
    def doubted(self) -> Sequence[Gone]:
        """So many at once that it may be the wrong client."""
        ...

    def trust(self, client: ClientId) -> None:
        """A person said that it is the right one."""
        ...


class Work(Protocol):
    """Everything that may have a question."""

    @property
    def keeper(self) -> RecordKeeper:
        """What is remembered."""
        ...

    @property
    def identities(self) -> Identities:
        """Which client is which."""
        ...

    @property
    def reconciliation(self) -> Reconciliation:
        """What an earlier run left open."""
        ...

    @property
    def gone(self) -> GoneRecords:
        """What clients no longer list."""
        ...


class Asking(QObject):
    """Keeps the card true to what is open. The gravest comes first: what is not remembered, then what is not known."""

    def __init__(
        self,
        card: QuestionCard,
        work: Work,
        toasts: Toasts,
        *,
        spawn: Spawn,
        open_client: Callable[[ClientId], None],
        name_of: NameOf,
        window: QWidget,
    ) -> None:
        """``open_client`` shows the settings of a client; ``name_of`` says what sentences call a download."""
        super().__init__(window)
        self._card, self._keeper, self._identities = card, work.keeper, work.identities
        self._reconciliation, self._gone = work.reconciliation, work.gone
        self._toasts, self._spawn, self._open_client, self._name_of = toasts, spawn, open_client, name_of
        self._told_of: Path | None = None
        for asking in (self._keeper, self._identities, self._reconciliation):
            asking.watch(self.refresh)

    def refresh(self) -> None:
        """Ask what is open now."""
        self._tell_of_backup()
        self._card.set_questions(
            [
                *self._of_store(),
                *self._of_identities(),
                *self._of_removals(),
                *self._of_gone(),
                *self._of_removed_clients(),
            ]
        )

    def _tell_of_backup(self) -> None:
        """Say once that the database was changed by this version, and where it is as it was."""
        backup = self._keeper.store.backup
        if self._keeper.state is StoreState.READY and backup is not None and backup != self._told_of:
            self._told_of = backup
            text = self.tr("The database was brought up to date. As it was before it stays in {path}.")
            self._toasts.tell(text.format(path=plain(str(backup))))

    def _of_store(self) -> Iterator[Question]:
        keeper = self._keeper
        if keeper.state is not StoreState.UNAVAILABLE:
            return
        lines = [plain(keeper.problem)]
        if keeper.backup is not None:
            lines.append(self.tr("A copy as it was before: {path}").format(path=plain(str(keeper.backup))))
        yield Question(
            subject=("store", keeper.problem),
            title=self.tr("What downloads are for can’t be read or written now"),  # noqa: RUF001 - an apostrophe as it is printed
            text=" ".join(lines),
            choices=(Choice(text=self.tr("Try now"), then=keeper.try_now),),
            icon="database",
        )

    def _of_identities(self) -> Iterator[Question]:
        for asked in self._identities.questions:
            name = plain(asked.name)
            if asked.moved_from is not None:
                title = self.tr("Is {client} still the same client?").format(client=name)
                text = self.tr(
                    "It was at {before}, and is at {now} now. If it is, its downloads keep what they are for."
                )
                text = text.format(before=plain(asked.moved_from), now=plain(asked.url))
            else:
                title = self.tr("Is {client} a client that was used here before?").format(client=name)
                text = self.tr("If it is, its downloads keep what they are for. Known are: {clients}.")
                text = text.format(clients=", ".join(_place(known) for known in asked.candidates))
            yield Question(
                subject=("identity", asked.client, asked.url, asked.candidates),
                title=title,
                text=text,
                choices=(*self._same(asked), self._another(asked)),
            )
        if self._identities.problem:
            yield Question(
                subject=("binding", self._identities.problem),
                title=self.tr("A part of the settings could not be written"),
                text=plain(self._identities.problem),
                choices=(),
                icon="triangle-alert",
            )

    def _same(self, asked: IdentityQuestion) -> Iterator[Choice]:
        for known in asked.candidates[:_OFFERED]:
            text = self.tr("The same") if len(asked.candidates) == 1 else _place(known)
            yield Choice(text=text, then=self._doing(partial(self._identities.answer, asked.client, known.uuid)))

    def _another(self, asked: IdentityQuestion) -> Choice:
        text = self.tr("Another client") if asked.moved_from is not None else self.tr("A new client")
        return Choice(text=text, then=self._doing(partial(self._identities.answer, asked.client, None)))

    def _of_gone(self) -> Iterator[Question]:
        for gone in self._gone.doubted:
            client = gone.client
            name = plain(next((each.client_name for each in gone.records if each.client_name), client))
            listed = gone.of - len(gone.records)
            title = self.tr("{client} lists none of its {downloads}. Is this the right client?")
            if listed:
                title = self.tr("{client} lists only {listed} of its {downloads}. Is this the right client?")
            yield Question(
                subject=("gone", client),
                title=title.format(client=name, listed=number(listed), downloads=downloads(gone.of)),
                text=self.tr(
                    "Until you say so nothing is marked as gone. If it was set up anew, its address is right."
                ),
                choices=(
                    Choice(
                        text=self.tr("They are gone"),
                        then=partial(self._trust, client),
                        weight=Weight.QUIET,
                    ),
                    Choice(text=self.tr("Client settings…"), then=partial(self._open_client, client)),
                ),
                icon="file-question",
            )

    def _of_removals(self) -> Iterator[Question]:
        for asked in self._reconciliation.questions:
            erases = asked.verb is Verb.DELETE
            title = self.tr("Delete {what} with its files?") if erases else self.tr("Remove {what}?")
            text = self.tr("You asked for it before the program ended, and it is still there.")
            yield Question(
                subject=("removal", asked.id),
                title=title.format(what=self._name_of(asked.row)),
                text=text,
                choices=(
                    Choice(
                        text=self.tr("Delete now") if erases else self.tr("Remove now"),
                        then=self._doing(partial(self._reconciliation.remove_now, asked)),
                        weight=Weight.DANGER if erases else Weight.QUIET,
                    ),
                    Choice(text=self.tr("Keep it"), then=self._doing(partial(self._reconciliation.keep, asked))),
                ),
                icon="trash-2",
            )

    def _of_removed_clients(self) -> Iterator[Question]:
        for removed in self._identities.removed:
            uuid = removed.client.uuid
            heirs = [
                Choice(
                    text=self.tr("Give to {client}").format(client=plain(heir.name)),
                    then=self._doing(partial(self._identities.hand_over, uuid, heir.uuid)),
                )
                for heir in removed.heirs[:_OFFERED]
            ]
            yield Question(
                subject=("removed", uuid, removed.heirs),
                title=self.tr("{client} is no longer configured").format(client=plain(removed.client.name)),
                text=self.tr("{downloads} of it are still waited for.").format(
                    downloads=downloads(removed.open_records)
                ),
                choices=(
                    *heirs,
                    Choice(
                        text=self.tr("Forget them"),
                        then=self._doing(partial(self._identities.close, uuid)),
                        weight=Weight.QUIET,
                    ),
                    Choice(text=self.tr("Keep them"), then=partial(self._identities.leave, uuid)),
                ),
            )

    def _trust(self, client: ClientId) -> None:
        self._gone.trust(client)
        self.refresh()

    def _doing(self, deed: Callable[[], Coroutine[Any, Any, object]]) -> Callable[[], None]:
        """The answer, carried out; what stands in its way is said, and the question stays."""

        async def run() -> None:
            try:
                await deed()
            except StoreUnavailableError as error:
                self._toasts.tell(plain(error.message), tone=ToastTone.TROUBLE)
            self.refresh()

        return lambda: self._spawn(run())


def _place(known: KnownClient) -> str:
    """Its name, and where it was last."""
    return f"{plain(known.name)} ({plain(known.origin)})" if known.origin else plain(known.name)
