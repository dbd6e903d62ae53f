"""Finds rows and records by whatever their client may call them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, NamedTuple, TypeVar

from mydia_desktop.domain.record import Record
from mydia_desktop.domain.transfer import Transfer

T = TypeVar("T", bound=Hashable)

CUT = 40
"""A client that has room for 40 digits only knows a v2 infohash by its first 40."""


class Identity(NamedTuple):
    """What a client calls a transfer, and its infohashes where they are known."""

    native_id: str | None
    v1: str | None = None
    v2: str | None = None

    @classmethod
    def of(cls, named: Transfer | Record) -> Identity:
        """The ids of a row, or of what we remember of one."""
        return cls(named.native_id, named.v1, named.v2)


class IdentityIndex(Generic[T]):
    """Things by their ids; any id in common makes two the same.

    Forty hex digits may be a v1 infohash or a v2 one cut short, and the two are never compared with each other. A
    client's own id may be either: where nothing says which, it is tried as v1, then as v2.
    """

    def __init__(self) -> None:
        self._identities: dict[T, Identity] = {}
        # Almost always one thing to an id; a tuple of one is the smallest way to hold more.
        self._own: dict[str, tuple[T, ...]] = {}
        self._v1: dict[str, tuple[T, ...]] = {}
        self._v2: dict[str, tuple[T, ...]] = {}

    def put(self, thing: T, identity: Identity) -> Identity | None:
        """Know a thing by these ids and by no others; the ones it was known by before."""
        before = self._identities.get(thing)
        if before == identity:
            return before
        if before is not None:
            self.discard(thing)
        self._identities[thing] = identity
        for ids, name in self._places(identity):
            ids[name] = (*ids.get(name, ()), thing)
        return before

    def discard(self, thing: T) -> Identity | None:
        """Forget a thing; the ids it was known by."""
        identity = self._identities.pop(thing, None)
        if identity is None:
            return None
        for ids, name in self._places(identity):
            left = tuple(other for other in ids[name] if other != thing)
            if left:
                ids[name] = left
            else:
                del ids[name]
        return identity

    def identity(self, thing: T) -> Identity | None:
        """The ids it is known by; None if it is not known."""
        return self._identities.get(thing)

    def find(self, identity: Identity) -> tuple[T, ...]:
        """Everything that is known by one of these ids."""
        native_id, v1, v2 = identity
        found: tuple[T, ...] = ()
        if v1:
            found += self._v1.get(v1, ()) + self._own.get(v1, ())
        if v2:
            found += self._v2.get(v2[:CUT], ()) + self._own.get(v2, ()) + self._own.get(v2[:CUT], ())
        if native_id and _is_of_unknown_kind(identity):
            found += self._own.get(native_id, ()) + (self._v1.get(native_id) or self._v2.get(native_id[:CUT], ()))
        return found if len(found) < 2 else tuple(dict.fromkeys(found))

    def _places(self, identity: Identity) -> Iterator[tuple[dict[str, tuple[T, ...]], str]]:
        """Where a thing with these ids stands."""
        if identity.v1:
            yield self._v1, identity.v1
        if identity.v2:
            yield self._v2, identity.v2[:CUT]
        if identity.native_id and _is_of_unknown_kind(identity):
            yield self._own, identity.native_id


def _is_of_unknown_kind(identity: Identity) -> bool:
    """Whether a client's own id is none of the infohashes that are known."""
    native_id, v1, v2 = identity
    return native_id != v1 and (v2 is None or native_id not in (v2, v2[:CUT]))
