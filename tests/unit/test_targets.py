"""What fits which download: the table of the specification, and selections of many."""

from dataclasses import dataclass, field, replace

import pytest

from mydia_desktop.domain.command import Verb
from mydia_desktop.domain.snapshot import ClientState, Phase
from mydia_desktop.domain.transfer import ClientId, Status, Transfer, TransferKey
from mydia_desktop.workflows.targets import Act, Importable, Targets, WhyNot, is_offered

NAS = ClientId("nas")
EVERY_VERB = frozenset(Verb)

# As the specification draws it: yes where the letter stands. P pause, R resume, F force start, T retry, K remove
# keeping files, D delete with files, C re-check, A re-announce, O open folder.
TABLE = {
    Status.DOWNLOADING: "P    K D C A O",
    Status.STALLED: "P    K D C A O",
    Status.METADATA: "P    K     A",
    Status.QUEUED: "P F   K D C",
    Status.CHECKING: "P    K D     O",
    Status.MOVING: "P    K D     O",
    Status.PAUSED: "  R   K D C   O",
    Status.SEEDING: "P    K D C A O",
    Status.COMPLETED: "  R   K D C   O",
    Status.FAILED: "P R T K D C   O",
    Status.UNKNOWN: "P R T K D C   O",
    Status.MISSING: "    T K D C",
}
LETTERS = {
    "P": Act.PAUSE,
    "R": Act.RESUME,
    "F": Act.FORCE_START,
    "T": Act.RETRY,
    "K": Act.REMOVE,
    "D": Act.DELETE,
    "C": Act.RECHECK,
    "A": Act.REANNOUNCE,
    "O": Act.OPEN_FOLDER,
}


def client(**changes):
    known = {"id": NAS, "kind": "transmission", "name": "NAS", "url": "", "phase": Phase.ONLINE, "live": True}
    return ClientState(**(known | {"verbs": EVERY_VERB} | changes))


def row(name, status=Status.SEEDING, **changes):
    known = {
        "key": TransferKey(changes.pop("client", NAS), name),
        "native_id": name,
        "name": name,
        "status": status,
        "done": False,
        "progress": 0.0,
        "size": 0,
        "remaining": 0,
        "downloaded": 0,
        "uploaded": 0,
        "download_speed": 0,
        "upload_speed": 0,
    }
    return Transfer(**(known | changes))


@dataclass
class View:
    """What is known now."""

    transfers: dict = field(default_factory=dict)
    clients: dict = field(default_factory=dict)


def choose(*rows, clients=None, unsettled=(), importable=None):
    """All these rows, chosen."""
    view = View({row.key: row for row in rows}, {state.id: state for state in clients or [client()]})
    how = importable or {}
    return Targets([row.key for row in rows], view, set(unsettled), lambda key: how.get(key.id, Importable.OFF))


@pytest.mark.parametrize("status", Status)
def test_each_status_allows_what_the_table_says(status):
    targets = choose(row("a", status))
    assert {act for act in LETTERS.values() if targets.count(act)} == {LETTERS[c] for c in TABLE[status] if c != " "}


def test_a_mixed_selection_acts_on_those_it_fits_in_the_order_chosen():
    targets = choose(row("a"), row("b", Status.PAUSED), row("c", Status.STALLED), row("d"))
    assert (len(targets), targets.count(Act.PAUSE)) == (4, 3)
    assert [target.name for target in targets.fitting(Act.PAUSE)] == ["a", "c", "d"]
    assert [target.name for target in targets.fitting(Act.RESUME)] == ["b"]
    assert targets.why_not(Act.PAUSE) is None


def test_a_silent_client_allows_only_what_needs_no_answer():
    targets = choose(row("a"), clients=[client(live=False)])
    assert {act for act in Act if targets.count(act)} == {Act.OPEN_FOLDER, Act.MATCH, Act.COPY, Act.COPY_MAGNET}
    assert targets.why_not(Act.PAUSE) == (WhyNot.NOT_LIVE, targets.rows[0])


def test_a_row_in_doubt_is_not_acted_on_though_its_client_answers():
    targets = choose(row("a"), row("b"), clients=[client(unconfirmed=frozenset({row("a").key}))])
    assert [target.name for target in targets.fitting(Act.REMOVE)] == ["b"]


def test_what_is_complete_and_said_to_be_for_something_can_be_imported():
    done, half = row("done", done=True), row("half", Status.DOWNLOADING)
    yes = {"done": Importable.YES, "half": Importable.YES}
    assert choose(done, half, importable=yes).fitting(Act.IMPORT) == (done,)
    assert choose(half, importable=yes).why_not(Act.IMPORT)[0] is WhyNot.UNFINISHED
    assert choose(done).why_not(Act.IMPORT)[0] is WhyNot.NO_LIBRARY
    unmatched = {"done": Importable.UNMATCHED}
    assert choose(done, importable=unmatched).why_not(Act.IMPORT)[0] is WhyNot.UNMATCHED
    silent = choose(done, importable=yes, clients=[client(live=False)])
    assert silent.why_not(Act.IMPORT)[0] is WhyNot.NOT_LIVE, "its client has to tell of its files"


def test_importing_again_is_said_only_where_all_of_it_was_imported():
    rows = row("old", done=True), row("new", done=True)
    assert choose(rows[0], importable={"old": Importable.AGAIN}).are_imported
    assert not choose(*rows, importable={"old": Importable.AGAIN, "new": Importable.YES}).are_imported
    assert not choose(row("x")).are_imported


def test_an_unsettled_row_takes_no_command():
    targets = choose(row("a"), row("b"), unsettled=[row("a").key])
    assert [target.name for target in targets.fitting(Act.PAUSE)] == ["b"]
    assert choose(row("a"), unsettled=[row("a").key]).why_not(Act.DELETE)[0] is WhyNot.UNSETTLED


def test_what_a_client_can_not_do_is_not_offered_for_its_rows():
    box = ClientId("box")
    targets = choose(
        row("a", Status.QUEUED),
        row("b", Status.QUEUED, client=box),
        clients=[client(verbs=frozenset({Verb.PAUSE})), client(id=box)],
    )
    assert [target.name for target in targets.fitting(Act.QUEUE_TOP)] == ["b"]
    assert choose(row("a"), clients=[client(verbs=frozenset())]).why_not(Act.PAUSE)[0] is WhyNot.UNABLE


def test_retrying_missing_files_needs_a_client_that_can_stop_and_check():
    able = frozenset({Verb.RESUME})
    assert choose(row("a", Status.FAILED), clients=[client(verbs=able)]).count(Act.RETRY) == 1
    assert choose(row("a", Status.MISSING), clients=[client(verbs=able)]).count(Act.RETRY) == 0


def test_the_selection_is_what_it_was_when_it_was_made():
    before = row("a")
    view = View({before.key: before}, {NAS: client()})
    targets = Targets([before.key], view)
    view.transfers[before.key] = replace(before, status=Status.PAUSED)
    assert targets.fitting(Act.PAUSE) == (before,)


def test_rows_that_are_gone_drop_out():
    targets = Targets([TransferKey(NAS, "gone")], View({}, {NAS: client()}))
    assert (len(targets), targets.why_not(Act.PAUSE)) == (0, None)


def test_what_no_configured_client_can_do_is_not_offered_at_all():
    clients = [client(verbs=frozenset({Verb.PAUSE})), client(verbs=frozenset({Verb.SET_LABELS}))]
    assert is_offered(Act.SET_LABELS, clients)
    assert not is_offered(Act.SET_CATEGORY, clients)
    assert is_offered(Act.COPY, clients)
