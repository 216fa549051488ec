"""The sheet for a meeting: one page that says what the site says, on the screen and on paper."""

import io
import json
import re
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from trygghet.paper.motesblad import Sheet, sheet, sheet_html, sheet_pdf
from trygghet.paper.room import Row, Section, filled
from trygghet.paper.typeset import FOLDER
from trygghet.views import context as views_context
from trygghet.views.meetings import since_when
from trygghet.views.village import Village

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = "https://trygghet.example/sida/by?data=exempel"
PRINTED = {"width": 703, "height": 1032}  # what is within the margins of A4, in CSS pixels


def made(village: Village) -> Sheet:
    return sheet(village, since_when(village.seen), ADDRESS)


@pytest.fixture(scope="module")
def shown(village: Village) -> Sheet:
    return made(village)


@pytest.fixture(scope="module")
def file(shown: Sheet) -> bytes:
    return sheet_pdf(shown, AT)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, with single spaces."""
    found = PdfReader(io.BytesIO(pdf)).pages
    return [re.sub(r"\s+", " ", page.extract_text()) for page in found]


@pytest.fixture(scope="module")
def printed(chromium: Any) -> Any:
    """Print HTML: the text of its pages; fails on any request to somewhere else."""
    page = chromium.new_page(viewport=PRINTED)
    asked: list[str] = []
    page.route("**", lambda route: (asked.append(route.request.url), route.abort()))

    def print_(html: str) -> list[str]:
        page.set_content(html)
        assert asked == [] and page.locator("script").count() == 0
        return pages(page.pdf(prefer_css_page_size=True))

    print_.page = page  # type: ignore[attr-defined]
    return print_


def test_the_meeting_gets_the_three_sentences_the_date_and_the_release_on_one_page(
    village: Village, file: bytes
) -> None:
    (page,) = pages(file)
    mark = village.seen.mark
    for answer in village.answers():
        assert mark(answer.sentence).replace("\xa0", " ") in page
    assert village.seen.footer() in page
    assert ADDRESS in page
    assert village.unclear in page


@pytest.mark.browser
def test_the_page_that_a_reader_prints_says_the_same_on_one_page(
    shown: Sheet, file: bytes, printed: Any
) -> None:
    (page,) = printed(sheet_html(shown, "/x.pdf"))
    for said in (*(one.sentence for one in shown.answers), shown.dated, ADDRESS):
        assert said.replace("\xa0", " ") in page
    (other,) = pages(file)
    for section in (*shown.left, *shown.right):
        for said in (section.heading, section.more, *(row.said for row in section.rows)):
            assert said in page and said in other


@pytest.mark.browser
@pytest.mark.parametrize("which", ["nasty", "crowded"])
def test_long_and_hostile_texts_are_counted_and_not_cut_by_the_paper(
    which: str, printed: Any, request: pytest.FixtureRequest
) -> None:
    shown = made(request.getfixturevalue(which))
    (html,) = printed(sheet_html(shown, "/x.pdf"))
    (pdf,) = pages(sheet_pdf(shown, AT))
    for section in (*shown.left, *shown.right):
        assert section.rows or section.more or section.note
        for said in (section.more, section.note):
            assert said in html and said in pdf
    assert any("till, se webbplatsen" in one.more for one in shown.right)
    # The last line of each column is above the paper's edge.
    printed.page.emulate_media(media="print")
    bottoms = printed.page.evaluate(
        "[...document.querySelectorAll('.columns > div > :last-child')]"
        ".map(last => last.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) < PRINTED["height"]


def test_data_is_set_as_text_and_never_run(crowded: Village) -> None:
    shown = made(crowded)
    hostile = '#panic("x") $a$ *b* _c_ @d ]} [e] <f> `g` \\ // /* "'
    row = Row(hostile, hostile)
    shown = replace(shown, left=(Section(hostile, (row,), note=hostile, more=hostile),))
    (page,) = pages(sheet_pdf(shown, AT))
    assert page.count(hostile) == 5
    assert "&lt;f&gt;" in sheet_html(shown, "/x.pdf")


def test_the_same_release_gives_the_same_file(largest: Village) -> None:
    first = sheet_pdf(made(largest), AT)
    assert first == sheet_pdf(made(largest), AT)
    # Of the release, and not of the moment when somebody asked.
    metadata = PdfReader(io.BytesIO(first)).metadata
    assert metadata and metadata.creation_date == AT


def test_a_screen_reader_can_read_the_file(shown: Sheet, file: bytes) -> None:
    read = PdfReader(io.BytesIO(file))
    root = read.trailer["/Root"]
    assert root["/Lang"].startswith("sv") and root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1" in root["/Metadata"].get_data()
    assert read.metadata and read.metadata.title == f"{shown.title} {shown.kicker}"


def test_a_sign_that_the_typeface_lacks_does_not_cost_the_sheet(largest: Village) -> None:
    shown = replace(made(largest), kicker="中 🙂")
    assert len(pages(sheet_pdf(shown, AT))) == 1


@pytest.mark.browser
def test_a_telephone_is_led_to_the_village(largest: Village, printed: Any) -> None:
    shown = made(largest)
    data = {"data": json.dumps(asdict(shown)), "language": "sv"}
    drawn = typst.compile(
        FOLDER / "motesblad.typ", format="png", sys_inputs=data, ignore_system_fonts=True
    )
    printed(sheet_html(shown, "/x.pdf"))
    for picture in (drawn, printed.page.screenshot()):
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
        assert [one.text for one in found] == [ADDRESS]


def test_an_invented_sheet_can_be_taken_for_a_real_one(
    village: Village, shown: Sheet, file: bytes
) -> None:
    example = village.seen.promise.is_example
    (page,) = pages(file)
    assert page.count("PÅHITTAT") == (3 if example else 0)
    assert sheet_html(shown, "/x").count(">PÅHITTAT</text>") == (3 if example else 0)
    sections = (*shown.left, *shown.right)
    said = [shown.title, shown.promise, *(one.sentence for one in shown.answers)]
    said += [one.heading for one in sections]
    said += [row.title for one in sections for row in one.rows]
    assert {one.startswith("Exempel: ") for one in said} == {example}


def test_the_municipalitys_figures_pose_as_the_villages(village: Village, shown: Sheet) -> None:
    assert (shown.figure is not None) is bool(village.comparisons)
    if shown.figure is None:
        listed = shown.left[0]
        assert [row.title for row in listed.rows] == [one.title for one in village.promised]
        assert all(row.state for row in listed.rows)


def test_the_sheet_says_that_the_figures_are_late(
    largest: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = replace(largest.seen.promise, kind="published")
    late = replace(largest, seen=replace(largest.seen, promise=published))
    monkeypatch.setattr(views_context, "today", lambda: date(2021, 7, 16))
    told = "Sidan skulle ha uppdaterats senast den 15 juli 2021. Siffrorna kan vara gamla."
    shown = made(late)
    assert shown.notices == (told,)
    assert told in pages(sheet_pdf(shown, AT))[0]
    monkeypatch.setattr(views_context, "today", lambda: date(2021, 7, 15))
    assert made(late).notices == ()


def test_what_is_new_is_counted_from_the_day_asked_for(largest: Village) -> None:
    def new(since: date) -> Section:
        return sheet(largest, since, ADDRESS).left[-1]

    assert new(date(2021, 4, 5)).heading == "Exempel: Nytt sedan den 5 april 2021"
    assert new(date(2021, 4, 16)).rows == ()
    assert "Inget har hänt sedan dess" in new(date(2021, 4, 16)).note
    ids = {one.id for one in largest.promised}
    for row in new(date(2021, 4, 5)).rows:
        titles = {one.title for one in largest.activities if one.id in ids}
        assert row.title.split(": ", 2)[2] in titles


def test_an_index_does_not_say_which_way_is_worse(shown: Sheet) -> None:
    survey = shown.answers[-1]
    said = f"{survey.sentence} {survey.beside}"
    assert ("Högre = mer problem." in said) is bool(re.search(r"\d,\d\d", said))


def test_a_section_is_filled_at_anothers_cost() -> None:
    rows = tuple(Row(f"Rad {number}", "text") for number in range(20))
    first, second = filled([Section("A", rows), Section("B", rows)], 89, 80)
    assert len(first.rows) - 1 <= len(second.rows) <= len(first.rows) < 20
    assert first.more == f"och {20 - len(first.rows)} till, se webbplatsen"
    (none,) = filled([Section("A", rows)], 89, 0)
    assert none.rows == () and none.more == "20 stycken, se webbplatsen"
