"""What a trouble on the way says about what was sent."""

from __future__ import annotations

from mydia_desktop.adapters.http import NEVER_LEFT
from mydia_desktop.domain.command import Outcome
from mydia_desktop.domain.errors import ActionRefusedError, Cause, ClientError, ClientUnreachableError
from mydia_desktop.domain.sentence import translate


def outcome_of(error: ClientError, name: str, *, begun: bool = False) -> tuple[Outcome, str]:
    """What became of it, with a sentence for a person.

    ``name`` is the client's; ``begun`` says that it took a step of this before, so that nothing is *not sent* any
    more.
    """
    if isinstance(error, ActionRefusedError):
        return Outcome.REFUSED, error.message
    never_left = error.cause in NEVER_LEFT and not begun
    if (isinstance(error, ClientUnreachableError) and not never_left) or error.cause is Cause.GARBLED:
        return Outcome.UNKNOWN, translate("Connection", "{name} may still do this. {why}").format(
            name=name, why=error.message
        )
    return (Outcome.UNKNOWN if begun else Outcome.NOT_SENT), error.message
