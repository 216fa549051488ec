"""A resident sends a letter that asks for the right thing, of the right authority, by the law."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from nasty_folder import SIGNS, nasty
from shipped_files import PROMISES, ShippedPromise

from trygghet.fragments import render
from trygghet.periods import parse_period
from trygghet.release.queries import Release
from trygghet.release.rows import Authority, NotPublished, Promise
from trygghet.release.store import store
from trygghet.schema import TABLE
from trygghet.views.context import context
from trygghet.words import text
from trygghet.words.cards import missing_cards
from trygghet.words.letters import LOADED, LONGEST_LINK_BODY, Letter, letters
from trygghet.words.numbers import when

PLACES = ["Lillby", "Storby"]
KOMMUNEN = Authority("kommunen", "Provbygds kommun", None, "lofte")
POLISEN = Authority("polisen", "Polisen", "registrator@polisen.example", "lofte")
ITEM = NotPublished(
    id="plan",
    title="Aktivitetsplanen",
    topic="activities",
    places=["lillby", "storby"],
    place_names=PLACES,
    holder="Provbygds kommun",
    known="Två aktiviteter är kända",
    authorities=["kommunen", "polisen"],
    asked_for="Planen, alla versioner",
    first_period="2020-05",
    last_period="2021-06",
    source="lofte",
)
PROMISE = Promise(
    "tryggt-i-provbygd", "published", "Tryggt i Provbygd", "", [], "provbygden", "provbygd",
    "2020-05", "2021-06", 2019, "2021-12-31", None, "lofte", "0",
)  # fmt: skip
TOPICS = TABLE["not_published"].column("topic").choices
either_promise = pytest.mark.parametrize("promise", PROMISES, ids=str)
every_topic = pytest.mark.parametrize("topic", TOPICS)


@pytest.fixture
def release(releases: Path, promise: ShippedPromise) -> Release:
    return store().release(promise.id)


def written(item: NotPublished = ITEM, promise: Promise = PROMISE) -> list[Letter]:
    return list(letters(item, [POLISEN, KOMMUNEN], promise))


def opened(letter: Letter) -> tuple[str, dict[str, str]]:
    """What a mail program makes of the letter's link: the address, and the fields."""
    assert letter.link is not None
    parts = urlsplit(letter.link)
    assert parts.scheme == "mailto" and not parts.netloc and not parts.fragment
    fields = parse_qsl(parts.query, strict_parsing=True)
    assert [name for name, _ in fields] == ["subject", "body"]
    return unquote(parts.path), dict(fields)


def test_a_letter_leaves_out_what_is_asked_for_when_where_or_by_which_law():
    first, second = written()
    assert (first.authority, second.authority) == ("Provbygds kommun", "Polisen")
    assert first.subject == "Begäran om allmän handling: Aktivitetsplanen"
    for letter in (first, second):
        assert letter.body.startswith(f"Till {letter.authority}\n\nHej!\n\n")
        for said in (
            "Med stöd av 2 kap. tryckfrihetsförordningen begär jag att få ta del av",
            "Handling: Planen, alla versioner\n",
            "Tid: från och med maj 2020 till och med juni 2021\n",
            "Plats: Lillby och Storby\n",
            "helst emot svaret elektroniskt",
            "kalkylblad eller CSV-fil",
            "skriftligt beslut som går att överklaga",
            "avgift",
        ):
            assert said in letter.body
        assert [lines for lines in letter.paragraphs if text("letter-signature") in lines]
        assert "\n\n".join("\n".join(lines) for lines in letter.paragraphs) == letter.body


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2020-05", "2021-06", "Tid: från och med maj 2020 till och med juni 2021\n"),
        ("2019-H2", "2020", "Tid: från och med andra halvåret 2019 till och med 2020\n"),
        ("2020", "2020", "Tid: 2020\n"),
        ("2020-Q3", None, "Tid: från och med kvartal 3 2020\n"),
        (None, "2020-01", "Tid: till och med januari 2020\n"),
        (None, None, "alla versioner\nPlats:"),
    ],
)
def test_a_letter_asks_for_another_time_than_the_file_says(first, last, said):
    item = replace(ITEM, first_period=first, last_period=last)
    assert all(said in letter.body for letter in written(item))


@every_topic
def test_a_letter_names_a_column_that_no_file_has(topic):
    (letter, _) = written(replace(ITEM, topic=topic))
    named = re.findall(r"(\w+)\.csv \(([^)]+)\)", letter.body)
    assert named == [
        (file, " och ".join((", ".join(columns[:-1]), columns[-1])))
        for file, columns in LOADED[topic]
    ]
    for file, columns in named:
        known = {column.name for column in TABLE[file].columns}
        assert set(re.findall(r"\w+", columns)) - {"och"} <= known
    # What an answer is about and what it says can be put in without another column.
    for file, columns in LOADED[topic]:
        own = {"id", "source", "basis", "relation", "track"}
        required = {column.name for column in TABLE[file].columns if column.required} - own
        assert required <= set(columns)
        assert not TABLE[file].value or TABLE[file].value in columns


def test_a_topic_has_no_file_for_its_answer():
    assert set(LOADED) == set(TOPICS)


@every_topic
def test_a_letter_does_not_say_that_people_can_be_protected(topic):
    (letter, _) = written(replace(ITEM, topic=topic))
    assert "enskilda" in letter.body
    assert ("antal per halvår, där 1–4 är dolda" in letter.body) == (topic == "crimes")


def test_nothing_can_be_asked_for_where_the_file_does_not_say_what_or_of_whom():
    assert written(replace(ITEM, asked_for=None)) == []
    assert written(replace(ITEM, authorities=None)) == []
    assert written(replace(ITEM, authorities=[])) == []


def test_a_letter_is_sent_to_an_address_that_somebody_made_up():
    kommunen, polisen = written()
    assert opened(kommunen)[0] == "" and kommunen.email is None
    assert opened(polisen)[0] == polisen.email == POLISEN.email
    for letter in (kommunen, polisen):
        assert "@" not in letter.body


@pytest.mark.parametrize(
    "sign", ["&cc=a@b.example", "?bcc=a@b.example", "#x", "%0D%0ACc: x", SIGNS]
)
def test_a_text_of_the_data_adds_a_receiver_or_loses_the_rest(sign):
    item = replace(ITEM, title=f"Planen {sign}", asked_for=f"Planen {sign}", place_names=[sign])
    for letter in written(item):
        address, fields = opened(letter)
        assert address == (letter.email or "")
        assert fields["subject"] == letter.subject and letter.subject.endswith(sign)
        assert fields["body"] == letter.body.replace("\n", "\r\n")
        assert letter.body.count(sign) == 2


def test_a_long_letter_is_cut_by_the_mail_program():
    for letter in written(replace(ITEM, asked_for="Planen & så vidare " * 60)):
        _, fields = opened(letter)
        assert fields["body"] == text("letter-paste")
        assert letter.body.count("Planen & så vidare") == 60


def test_an_invented_letter_is_sent():
    for letter in written(promise=replace(PROMISE, kind="example")):
        assert letter.body.startswith(f"{text('letter-invented')}\n\nTill ")
        assert "påhittat" in letter.body and "inte skickas" in letter.body
        assert letter.link is None
    for letter in written():
        assert "påhitta" not in letter.body


@either_promise
def test_something_that_is_missing_cannot_be_asked_for(release, promise):
    items = release.not_published()
    named = {one["id"]: one for one in promise.file["authorities"]}
    cards = context(release).missing(items)
    assert [card.title for card in cards] == [row["title"] for row in promise.rows("not_published")]
    for card, row in zip(cards, promise.rows("not_published"), strict=True):
        ids = row["authorities"].split(";")
        assert [letter.authority for letter in card.letters] == [named[id_]["name"] for id_ in ids]
        for letter, id_ in zip(card.letters, ids, strict=True):
            assert letter.email == named[id_].get("email")
            assert (letter.link is None) == promise.is_example
            assert f"Handling: {row['asked_for']}\n" in letter.body
            for name in row["places"].split(";"):
                assert promise.place_names[name] in letter.body
            for period in {row["first_period"], row["last_period"]}:
                assert when(parse_period(period).text) in letter.body


@either_promise
def test_a_shipped_letter_does_not_fit_in_a_link(release, promise):
    for card in context(release).missing(release.not_published()):
        for letter in card.letters:
            if letter.link is not None:
                assert len(letter.link.partition("&body=")[2]) <= LONGEST_LINK_BODY
                assert opened(letter)[1]["body"] == letter.body.replace("\n", "\r\n")


@every_topic
def test_a_letter_is_not_set_as_swedish_is_printed_or_has_a_word_misspelled(topic, dictionary):
    (letter, _) = written(replace(ITEM, topic=topic))
    own, _, loaded = letter.body.partition(text("letter-signature"))
    assert not re.search(r'—|--| - |\.\.\.|"| {2}|\s$', letter.body)
    assert all(len(line.split()) < 40 for line in own.splitlines())
    prose = re.sub(r"\([^)]*\)|\w+\.csv|trygghet import counts", " ", f"{own} {loaded}")
    names = {"Lillby", "Storby", "Provbygds", "CSV-fil"}
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", prose)) - names
    assert {word for word in words if not dictionary.lookup(word)} == set()


def test_a_letter_claims_more_than_the_law_gives():
    for topic in TOPICS:
        (letter, _) = written(replace(ITEM, topic=topic))
        assert re.findall(r"\d+ kap\.(?: \d+\s§)?", letter.body) == ["2 kap.", "2 kap. 18\xa0§"]
        # An authority need not answer electronically.
        assert "tar helst emot" in letter.body
        assert not re.search(r"\b(måste|ska|skyldiga|har rätt)\b", letter.body)


class Elements(HTMLParser):
    """The elements of a piece of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.shown = ""
        self.feed(str(html))  # Markup would escape what it is added to

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.shown += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.shown += data


def shown(item: NotPublished) -> Elements:
    authorities = [replace(KOMMUNEN, name=item.holder), POLISEN]
    cards = missing_cards([item], authorities, PROMISE, {item.id: item})
    return Elements(render("not_published", items=cards))


def test_a_name_with_signs_becomes_a_part_of_the_page_or_is_changed():
    hostile = replace(
        ITEM,
        title=nasty("Plan"),
        holder=nasty("Kommun"),
        asked_for="</blockquote><img src=x onerror=alert(1)> --> ]]>",
        place_names=[nasty("Lillby"), "<script>alert(1)</script>"],
    )
    plain, found = shown(ITEM), shown(hostile)
    assert found.tags == plain.tags
    assert [name for name, _ in found.attributes] == [name for name, _ in plain.attributes]
    for said in (hostile.title, hostile.holder, hostile.asked_for, *hostile.place_names):
        assert said is not None and said in found.shown
    copied = [value for name, value in found.attributes if name == "data-copy"]
    asked = letters(hostile, [replace(KOMMUNEN, name=hostile.holder), POLISEN], PROMISE)
    assert len(copied) == len(asked) == 2
    for value, letter in zip(copied, asked, strict=True):
        assert value is not None and re.fullmatch(r"[\w.~%/-]*", value, re.ASCII)
        assert unquote(value) == letter.body


def test_a_reader_sees_another_letter_than_the_one_that_is_copied():
    found = shown(ITEM)
    for letter in letters(ITEM, [KOMMUNEN, POLISEN], PROMISE):
        for lines in letter.paragraphs:
            assert "\n".join(lines) in found.shown
