"""Our routes without Streamlit round them, and the contexts of both promises."""

from collections.abc import Callable

import pytest
from our_routes import Answer, ask
from shipped_files import PROMISES

from trygghet.release.store import store
from trygghet.views.context import Context, context


@pytest.fixture(autouse=True)
def _nobody_named(monkeypatch):
    for name in ("TRYGGHET_OWNER", "TRYGGHET_OWNER_KIND", "TRYGGHET_MAIL", "TRYGGHET_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=PROMISES, ids=repr)
def seen(request, releases) -> Context:
    """Each promise as its release shows it."""
    return context(store().release(request.param.id))


@pytest.fixture(scope="session")
def get(releases) -> Callable[..., Answer]:
    """Ask for an address: ``get("/data/dcat.ttl", if_none_match="…")``."""
    return lambda address, **headers: ask(
        address, headers={name.replace("_", "-"): said for name, said in headers.items()}
    )
