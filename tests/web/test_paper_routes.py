"""The addresses of sheets, cards and pictures: what they send, and who may show it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.testclient import TestClient

from trygghet.asked import Refused
from trygghet.web.errors import refused
from trygghet.web.guard import Guard, content_security_policy
from trygghet.web.paper_routes import CARD_POLICY, paper_routes
from trygghet.web.static_routes import static_routes

Ask = Callable[..., Response]

PATHS = (
    "/sida/genarp/motesblad",
    "/sida/genarp/motesblad.pdf",
    "/bild/oversikt.png",
    "/bild/by/genarp.png",
    "/bild/indikator/alla-brott.png",
)


@pytest.fixture(scope="module")
def get(releases: Path) -> Ask:
    """Ask the routes as the site serves them."""
    site = Starlette(
        routes=[*static_routes(), *paper_routes()],
        middleware=[Middleware(Guard, policy=content_security_policy(""))],
        exception_handlers={Refused: refused},
    )
    client = TestClient(site, base_url="https://trygghet.example")
    return lambda path, **headers: client.get(path, headers=headers)


def test_another_site_can_frame_more_than_the_card(get: Ask) -> None:
    for path in (*PATHS, "/sida/genarp", "/kort/finns-inte"):
        policy = get(path).headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy, path


def test_another_site_cannot_frame_the_card(get: Ask) -> None:
    headers = get("/kort/genarp").headers
    assert headers["content-security-policy"] == CARD_POLICY
    assert CARD_POLICY.endswith("frame-ancestors *") and "default-src 'none'" in CARD_POLICY
    assert "script" not in CARD_POLICY and "x-frame-options" not in headers
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [*PATHS, "/kort/genarp"])
def test_a_cache_asks_for_everything_again(get: Ask, path: str) -> None:
    first = get(path)
    assert first.status_code == 200
    again = get(path, **{"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
    assert "x-robots-tag" not in first.headers


def test_a_file_does_not_say_what_it_is(get: Ask) -> None:
    real = get("/sida/genarp/motesblad.pdf").headers
    assert real["content-type"] == "application/pdf"
    name = 'attachment; filename="tryggt-ostra-lund-motesblad-genarp-utgava-1.pdf"'
    assert real["content-disposition"] == name
    invented = get("/sida/fabelryd/motesblad.pdf?data=exempel").headers
    assert 'filename="pahittat-exempel-' in invented["content-disposition"]
    assert invented["x-robots-tag"] == "noindex"


def test_a_sheet_on_the_wall_leads_to_an_old_release(get: Ask) -> None:
    sheet = get("/sida/genarp/motesblad?v=1").text
    assert "QR-kod som leder till https://trygghet.example/sida/genarp" in sheet
    assert "/sida/genarp?v=1" not in sheet
    # The file is the one of the sheet that was asked for.
    assert "/sida/genarp/motesblad.pdf?v=1&amp;sedan=2021-06-07" in sheet


def test_a_pinned_card_leads_to_another_release(get: Ask) -> None:
    assert 'href="https://trygghet.example/sida/genarp?v=1"' in get("/kort/genarp?v=1").text
    assert 'href="https://trygghet.example/sida/genarp"' in get("/kort/genarp").text


def test_the_sheet_tells_what_is_new_since_the_wrong_day(get: Ask) -> None:
    path = "/sida/fabelryd/motesblad"
    assert "Nytt sedan den 1 mars 2021" in get(f"{path}?data=exempel&sedan=2021-03-01").text
    assert "Nytt sedan den 5 april 2021" in get(f"{path}?data=exempel").text
    for wrong in ("2021-13-01", "2021", "2021-03", "<b>", "mars"):
        for ending in ("", ".pdf"):
            refusal = get(f"{path}{ending}?data=exempel&sedan={wrong}", accept="text/html")
            assert refusal.status_code == 400 and "<b>" not in refusal.text


def test_a_wrong_address_ends_in_silence(get: Ask) -> None:
    for path, way in (
        ("/sida/x/motesblad", "Genarp: /sida/genarp/motesblad"),
        ("/kort/x", "Genarp: /kort/genarp"),
        ("/bild/by/x.png", "Genarp: /bild/by/genarp.png"),
        ("/bild/indikator/x.png", "Alla anmälda brott: /bild/indikator/alla-brott.png"),
    ):
        missing = get(path)
        assert missing.status_code == 404 and way in missing.text
