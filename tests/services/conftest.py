"""The services on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.services.local_server import serve
from tests.services.server import ServiceServer, service_server


@pytest.fixture
def services() -> Iterator[ServiceServer]:
    """A server that answers as the services do, as soon as a test says how."""
    with serve({}) as server:
        yield service_server(server)
