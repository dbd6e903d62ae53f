"""Three clients of one person: two Transmissions and a qBittorrent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.daemons import Daemon, run_qbittorrent, run_transmission


@pytest.fixture
def three_daemons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Daemon]]:
    """The daemons by the id of the client they are."""
    with (
        run_transmission(tmp_path_factory.mktemp("nas")) as nas,
        run_transmission(tmp_path_factory.mktemp("attic")) as attic,
        run_qbittorrent(tmp_path_factory.mktemp("seedbox")) as seedbox,
    ):
        yield {"nas": nas, "attic": attic, "seedbox": seedbox}
