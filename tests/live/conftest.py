import re
from collections.abc import Iterator

import pytest

from tests.live.client import Site, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for all tests of a worker: each test writes on a page of its own name."""
    with serving(tmp_path_factory.mktemp("scratch")) as served:
        yield served


@pytest.fixture
def page(request: pytest.FixtureRequest) -> str:
    return re.sub(r"\W+", "-", request.node.name)
