"""Pictures beside links: small, whole, and the same in words."""

import io
from dataclasses import asdict, replace

import pytest
from PIL import Image

from trygghet.paper.pictures import (
    Picture,
    alternative,
    indicator_picture,
    overview_picture,
    picture_png,
    village_picture,
)
from trygghet.views.village import Village

CAUTION = "De säger ingenting om en enskild by"


def drawn(shown: Picture, most: int = 200_000) -> Image.Image:
    made = picture_png(shown)
    assert len(made) < most
    picture = Image.open(io.BytesIO(made))
    assert picture.size == (1200, 630)
    return picture


@pytest.fixture(scope="module")
def every(village: Village) -> list[Picture]:
    """The village's picture and, once for each promise, all the others."""
    seen = village.seen
    first = village.place == seen.release.villages()[0]
    others = [
        overview_picture(seen),
        *(indicator_picture(seen, one) for one in seen.release.indicators()),
    ]
    return [village_picture(village), *(others if first else [])]


def test_a_link_shows_half_a_picture(every: list[Picture]) -> None:
    for shown in every:
        drawn(shown)
        said = alternative(shown)
        for one in (shown.title, *shown.sentences, shown.dated):
            assert one and one in said


def test_an_invented_picture_can_be_taken_for_a_real_one(
    village: Village, every: list[Picture]
) -> None:
    example = village.seen.promise.is_example
    for shown in every:
        marked = [one.startswith("Exempel: ") for one in (shown.title, *shown.sentences)]
        assert set(marked) == {example}
        assert (shown.mark == "Påhittat exempel") is example


def test_the_municipalitys_figures_pose_as_the_villages(
    village: Village, every: list[Picture]
) -> None:
    whole = village.seen.municipality.name
    for shown in every:
        if shown.chart:
            assert shown.title.endswith(f", {whole}")
            assert any(CAUTION in one for one in shown.sentences)


def test_a_number_is_parted_from_its_word(largest: Village) -> None:
    """A long text is set smaller, then sentences are left out whole."""
    shown = village_picture(largest)
    below = (0, 560, 1200, 630)  # nothing but the date
    for times in (2, 4, 20):
        sentences = tuple(" ".join([one] * times) for one in shown.sentences)
        long = drawn(replace(shown, sentences=sentences), most=300_000)
        assert long.crop(below).tobytes() == drawn(shown).crop(below).tobytes()


def test_a_hostile_text_is_run(nasty: Village) -> None:
    drawn(village_picture(nasty), most=300_000)
    drawn(overview_picture(nasty.seen), most=300_000)
    hostile = '#panic("x") $a$ *b* @c ] }'
    shown = Picture(hostile, hostile, (hostile,), hostile, "", hostile, "")
    drawn(shown)
    assert asdict(shown)["title"] == hostile
