"""What every test shares: no network, reproducible examples, and the reference data beside the checkout.

``@pytest.mark.reference`` marks tests that need the reference data (``../shared/data``, or the folder in
``BONGSU_REFERENCE_DATA``). Without it they are skipped and say so; with it a missing file is a failure.
``@pytest.mark.live`` marks tests that need the network: they run only when ``-m`` names them.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]
REFERENCE_DATA = Path(os.environ.get("BONGSU_REFERENCE_DATA", CHECKOUT.parent / "shared" / "data"))

# A shared machine is slow at times, which is no fault of the code: no deadline per example.
settings.register_profile("bongsu", deadline=None, print_blob=True)
settings.load_profile("bongsu")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave live and browser tests out unless they were asked for; skip reference tests where there is no data."""
    for name in ("live", "browser"):
        if name not in config.option.markexpr:
            unasked = [item for item in items if item.get_closest_marker(name)]
            config.hook.pytest_deselected(items=unasked)
            items[:] = [item for item in items if item not in unasked]
    if not REFERENCE_DATA.is_dir():
        skip = pytest.mark.skip(reason="the reference data is not beside the checkout (BONGSU_REFERENCE_DATA)")
        for item in items:
            if item.get_closest_marker("reference"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection to another machine fails the test, unless it is marked live."""
    if request.node.get_closest_marker("live"):
        return
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test that is not marked live connects to {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of this checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def reference_data() -> Iterator[Path]:
    """The folder of reference data; use it only in tests marked ``reference``."""
    if not REFERENCE_DATA.is_dir():
        pytest.skip("the reference data is not beside the checkout (BONGSU_REFERENCE_DATA)")
    yield REFERENCE_DATA
