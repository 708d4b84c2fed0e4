from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import HERE


@pytest.fixture
def client(client: TestClient) -> TestClient:
    """A browser on a page of the server, whose forms it sends."""
    client.headers["Origin"] = HERE
    return client
