"""Numbers, dates and periods as readers of each language write them."""

import pytest

from trygghet.words.language import speaking
from trygghet.words.numbers import listed, number, one_decimal, separators, span, when
from trygghet.words.verdicts import level_text

SAID = {
    "sv": [
        "29 januari 2021",
        "januari–mars 2021",
        "april 2020–mars 2021",
        "kvartal 1–2 2021",
        "första halvåret 2019",
        "1\u00a0234",
        "1\u00a0234,5",
        "a, b och c",
        "99,8",
        ",\u00a0",
    ],
    "en": [
        "29 January 2021",
        "January–March 2021",
        "April 2020 to March 2021",
        "quarters 1–2 of 2021",
        "the first half of 2019",
        "1,234",
        "1,234.5",
        "a, b and c",
        "99.8",
        ".,",
    ],
}


@pytest.mark.parametrize("language", SAID)
def test_a_reader_gets_numbers_and_dates_as_in_other_texts(language):
    with speaking(language):
        assert SAID[language] == [
            when("2021-01-29"),
            span("2021-01", "2021-03"),
            span("2020-04", "2021-03"),
            span("2021-Q1", "2021-Q2"),
            when("2019-H1"),
            number(1234),
            one_decimal(1234.5),
            listed(["a", "b", "c"]),
            level_text(0.998),
            separators(),
        ]
