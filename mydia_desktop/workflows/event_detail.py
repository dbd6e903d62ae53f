"""What a line of the history says of a download, so that it tells its story without the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.media import Subject
from mydia_desktop.domain.record import ClientUuid, NewRecord, Record
from mydia_desktop.domain.snapshot import ClientState
from mydia_desktop.domain.subject_words import subject_text
from mydia_desktop.domain.transfer import Transfer

ADD = "add"
"""The verb of an addition; those of commands are their own."""


def of_row(verb: Verb, row: Transfer, record: Record | None, client: ClientState | None) -> dict[str, Any]:
    """A command on a row, with or without a record."""
    return _known(
        verb=verb.value,
        title=record.title if record else row.name,
        what=_what(record.subject if record else None),
        client=client.name if client else row.key.client,
        client_uuid=client.uuid if client else None,
        hash=row.v1 or row.v2 or row.native_id,
        name=row.name,
        size=row.size or None,
        path=row.save_path or None,
        done=row.done or bool(record and record.completed_at),
        completed_at=(record.completed_at if record else None) or row.completed_at,
    )


def of_record(record: Record, *, verb: str | None = None) -> dict[str, Any]:
    """Something that happens to a record."""
    return _known(
        verb=verb,
        title=record.title,
        what=_what(record.subject),
        client=record.client_name,
        client_uuid=record.client_uuid,
        hash=record.v1 or record.v2 or record.native_id,
        name=record.last_name,
        size=record.size,
        path=record.last_save_path,
    )


def of_addition(new: NewRecord) -> dict[str, Any]:
    """An addition that is about to be written down."""
    return _known(
        verb=ADD,
        title=new.title,
        what=_what(new.subject),
        client=new.client_name,
        client_uuid=new.client_uuid,
        hash=new.v1 or new.v2 or new.native_id,
        size=new.size,
    )


def of_adoption(new: NewRecord, *, automatic: bool) -> dict[str, Any]:
    """A row that is remembered from now on, because a person said so or because it was certain."""
    said = {key: value for key, value in of_addition(new).items() if key != "verb"}
    return said | _known(path=new.last_save_path, automatic=automatic or None)


def client_of(detail: Mapping[str, Any]) -> ClientUuid | None:
    """Which client of the database an event was about; None where it does not say."""
    uuid = detail.get("client_uuid")
    return ClientUuid(uuid) if isinstance(uuid, str) else None


def _what(subject: Subject | None) -> str | None:
    return subject_text(subject) if subject else None


def _known(**said: object) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value is not None}
