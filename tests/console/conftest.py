"""A console that answers as of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from bongsu.console import create_app

NOW = datetime(2026, 11, 25, 0, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def console() -> Iterator[TestClient]:
    with TestClient(create_app(lambda: NOW), base_url="http://127.0.0.1") as client:
        yield client
