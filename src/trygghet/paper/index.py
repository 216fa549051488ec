"""Which way the safety index points: it stands beside every number of it."""

from trygghet.views.village import Village
from trygghet.words import text


def higher_is_worse(village: Village) -> str:
    """The words for it, where the village has any number of the index; else empty."""
    index = village.seen.headline("safety_survey")
    numbers = any(one.indicator == index.id and one.published for one in village.observations)
    return text("chart-higher-is-worse") if numbers and index.unit == "index" else ""
