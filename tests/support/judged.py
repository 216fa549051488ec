"""What may be said of the shipped files, worked out from their rows and the method alone.

The program's own wiring (which window, which days and inhabitants, which level, which words stand
where) is done a second time here; only the method's arithmetic and the catalogue are its own.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from shipped_files import (
    Row,
    ShippedPromise,
    Window,
    days_of,
    decimal,
    first_day,
    last_day,
    last_day_of,
    swedish,
)

from trygghet.method.bands import row_band
from trygghet.method.counts import count_comparison
from trygghet.words import text
from trygghet.words.numbers import span, when

DURING = ("year", "running", "end")


@dataclass(frozen=True)
class Judged:
    """A window of a place's counts, and the word for it."""

    place: str
    indicator: str
    window: Window
    series: str
    level: float
    verdict: str
    reason: str
    band: tuple[int, int] | None
    lower: float | None
    upper: float | None

    @property
    def word(self) -> str:
        year = self.window.baseline[:4]
        if self.verdict != "no_verdict":
            return text(f"verdict-{self.verdict}", year=year)
        return text("verdict-none", reason=self.why)

    @property
    def why(self) -> str:
        if self.window.missing is None:
            return text(f"reason-{self.reason}")
        period, reason = self.window.missing
        return text("reason-missing", period=when(period), reason=text(f"missing-reason-{reason}"))

    @property
    def sentence(self) -> str:
        """ "434 anmälda 2020, 729 under 2019: lägre än 2019." """
        window = self.window
        counts = text(
            f"counts-{window.kind}",
            now=shown(window.count_now, window),
            baseline=shown(window.count_baseline, window),
            period=span(window.now, window.now_end),
            year=window.baseline[:4],
        )
        return plain(text("comparison-sentence", counts=counts, word=self.word))

    def row(self, label: str) -> str:
        """What the chart's description says of it."""
        window = self.window
        lacks = "" if window.missing is None else self.why
        if window.count_now is None and window.count_baseline is None:
            return plain(f"{label}: {lacks}")
        sides = (
            (window.baseline[:4], window.count_baseline),
            (text("chart-now"), window.count_now),
        )
        said = [f"{side} {lacks if count is None else shown(count)}" for side, count in sides]
        if self.band:
            low, high = map(swedish, self.band)
            said.append(text("chart-expected", low=low, high=high))
        if not lacks:
            said.append(self.word)
        return plain(f"{label}: {', '.join(said)}")


def plain(said: str) -> str:
    """Every run of white space as one space, as the tests read pages."""
    return " ".join(said.split())


def shown(count: int | None, window: Window | None = None) -> str:
    """A count, or what stands in its place: hidden is not the same as missing."""
    if count is not None:
        return swedish(count)
    return "‥" if window and window.missing and window.missing[1] == "protected" else "–"


@cache
def judged(promise: ShippedPromise, place: str) -> list[Judged]:
    """A place's comparisons in the pages' order: by indicator, then by time."""
    found = []
    for indicator in promise.rows("indicators"):
        if (place, indicator["id"]) in promise.series:
            windows = promise.windows(place, indicator["id"])
            windows.sort(key=lambda one: (one.now_end, one.now))
            found += [_judged(promise, place, indicator, window) for window in windows]
    return found


def judged_during(promise: ShippedPromise, place: str) -> list[Judged]:
    """Those of the years that the promise touches."""
    return [
        one
        for one in judged(promise, place)
        if one.window.kind in DURING and one.window.now[:4] in promise.years
    ]


def _judged(promise: ShippedPromise, place: str, indicator: Row, window: Window) -> Judged:
    exposures = [float(window.days_now), float(window.days_baseline)]
    people = [inhabitants(promise, place, year) for year in (window.now_end[:4], promise.baseline)]
    if None not in people:
        exposures = [days * count for days, count in zip(exposures, people, strict=True)]
    series = "all" if indicator["series"] == "all" else "category"
    declared = window.kind == "end" and place == promise.area and series == "all"
    level = 0.95 if declared else 0.99
    reason, band, lower, upper = "", None, None, None
    if window.missing:
        protected = window.missing[1] == "protected"
        reason = "protected" if protected else "period_incomplete"
    elif indicator["good_direction"] == "not_judged":
        reason = "not_judged"
    verdict = "no_verdict"
    if not reason:
        counts = (window.count_now, window.count_baseline)
        outcome = count_comparison(*counts, *exposures, series, level)
        verdict, lower, upper = outcome.verdict.value, outcome.lower, outcome.upper
        reason = without_village(promise, place, window, exposures, series, level, verdict)
        if reason:
            verdict, lower, upper = "no_verdict", None, None
        elif window.count_baseline and place in own_places(promise):
            limits = row_band(window.count_baseline, *exposures, series, level)
            band = (limits.low, limits.high)
    return Judged(
        place, indicator["id"], window, series, level, verdict, reason, band, lower, upper
    )


def without_village(
    promise: ShippedPromise,
    place: str,
    window: Window,
    exposures: list[float],
    series: str,
    level: float,
    verdict: str,
) -> str:
    """Why a village gets no word if the reports without a village could have made it."""
    unplaced = {row["period"]: row["unplaced"] for row in promise.rows("coverage")}
    if verdict not in ("lower", "higher") or not unplaced or place not in within_area(promise):
        return ""
    counts = []
    for whole, parts in ((window.now, window.parts_now), (window.baseline, window.parts_baseline)):
        known = all(unplaced.get(part) for part in parts)
        one = unplaced.get(whole, "") if len(whole) == 4 else ""
        counts.append(sum(int(unplaced[part]) for part in parts) if known else int(one or -1))
    if min(counts) < 0:
        return "coverage_unknown"
    expected = counts[1] * window.days_now / sum(days_of(part) for part in window.parts_baseline)
    moved = max(0, window.count_now + counts[0] - expected)
    again = count_comparison(moved, window.count_baseline, *exposures, series, level)
    return "" if again.verdict.value == verdict else "coverage_changed"


def within_area(promise: ShippedPromise) -> set[str]:
    """What lies in the promise's area, directly or further down."""
    above = {place["id"]: place["part_of"] for place in promise.rows("places")}
    inside = {place for place, part_of in above.items() if part_of == promise.area}
    return inside | {place for place, part_of in above.items() if part_of in inside}


def own_places(promise: ShippedPromise) -> set[str]:
    own = {place["id"] for place in promise.rows("places") if place["in_promise"] != "no"}
    return own | {promise.area, promise.municipality}


def inhabitants(promise: ShippedPromise, place: str, year: str) -> int | None:
    """The inhabitants of a year; none where they are not known or two sources disagree."""
    given = {
        int(one["population"])
        for one in promise.rows("population")
        if one["place"] == place and one["period"][:4] == year and one["population"]
    }
    return given.pop() if len(given) == 1 and given != {0} else None


# The safety survey


@dataclass(frozen=True)
class Surveyed:
    """A place's index of a year against the baseline year's."""

    place: str
    indicator: str
    year: str
    now: list[str]
    baseline: list[str]
    margin: Decimal
    ours: bool
    verdict: str
    reason: str

    def sentence(self, baseline_year: str) -> str:
        word = f"verdict-{self.verdict}"
        if self.verdict == "no_certain_difference":
            word = "verdict-within-margin"
        given = {"year": baseline_year}
        if self.verdict == "no_verdict":
            word, given = "verdict-none", {"reason": text(f"reason-{self.reason}")}
        values = text(
            "survey-values",
            now=_either(self.now),
            year=self.year,
            baseline=_either(self.baseline),
            baseline_year=baseline_year,
        )
        return plain(text("comparison-sentence", counts=values, word=text(word, **given)))


def _either(values: list[str]) -> str:
    return " eller ".join(decimal(one) for one in sorted(values)) or "–"


@cache
def surveyed(promise: ShippedPromise, place: str) -> list[Surveyed]:
    """The indices of every later year that the file has a row for."""
    units = {one["id"]: one["unit"] for one in promise.rows("indicators")}
    rows: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for one in promise.rows("safety_survey"):
        if one["place"] == place and units[one["indicator"]] == "index":
            rows[one["indicator"]][one["period"]].append(one)
    (kind,) = [one["kind"] for one in promise.rows("places") if one["id"] == place]
    found = []
    for indicator, by_year in rows.items():
        before = by_year.get(promise.baseline, [])
        for year in sorted(year for year in by_year if year > promise.baseline):
            found.append(
                _surveyed(place, kind, indicator, promise.baseline, before, year, by_year[year])
            )
    return found


def _surveyed(
    place: str,
    kind: str,
    indicator: str,
    baseline: str,
    before: list[Row],
    year: str,
    now: list[Row],
) -> Surveyed:
    widest = [
        max((Decimal(one["margin"]) for one in rows if one["margin"]), default=None)
        for rows in (before, now)
    ]
    ours = None in widest
    if ours:
        margin = Decimal("0.60" if kind in ("village", "district", "area") else "0.20")
    else:
        margin = sum(one * one for one in widest).sqrt().quantize(Decimal("0.01"))
    values = [[one["value"] for one in rows if one["value"]] for rows in (before, now)]
    reason, verdict = "", "no_verdict"
    for rows in (before, now):
        if rows and not any(one["value"] for one in rows):
            reason = reason or rows[0]["missing_reason"]
    if reason not in ("", "protected", "not_measured") or (not reason and not all(values)):
        reason = "not_published"
    if not reason and (baseline < "2022") != (year < "2022"):
        reason = "new_series"
    if not reason:
        words = set()
        for old in values[0]:
            for new in values[1]:
                change = Decimal(new) - Decimal(old)
                word = "no_certain_difference"
                if abs(change) >= margin:
                    word = "lower" if change < 0 else "higher"
                words.add(word)
        if len(words) == 1:
            verdict = words.pop()
        else:
            reason = "values_disagree"
    return Surveyed(place, indicator, year, values[1], values[0], margin, ours, verdict, reason)


# Activities


@dataclass(frozen=True)
class Late:
    """An activity of the promise that has missed its first deadline."""

    activity: Row
    days: int
    done: bool


def late(promise: ShippedPromise) -> list[Late]:
    """Those that are not done first, then those that were done too late; the latest first."""
    found = []
    for activity in promise.activities("in_promise"):
        if not activity["first_deadline"]:
            continue
        deadline, state = last_day(activity["first_deadline"]), promise.states[activity["id"]]
        if state == "done":
            event = promise.latest(activity["id"], "stated")
            assert event
            said = first_day(event["date"])
            if said and date.fromisoformat(said) > deadline:
                days = (date.fromisoformat(said) - deadline).days
                found.append(Late(activity, days, done=True))
        elif state != "cancelled":
            days = (last_day(promise.file["as_of"]) - deadline).days
            if days > 0:
                found.append(Late(activity, days, done=False))
    return sorted(found, key=lambda one: (one.done, -one.days))


def measures(promise: ShippedPromise) -> dict[str, tuple[int, int]]:
    """ "a of b" of the promise's own activities."""
    promised = promise.activities("in_promise")
    states = [promise.states[one["id"]] for one in promised]
    done = [one for one, state in zip(promised, states, strict=True) if state == "done"]
    as_of = last_day(promise.file["as_of"])
    due = [
        one
        for one in promised
        if one["first_deadline"] and last_day(one["first_deadline"]) <= as_of
    ]
    in_time = 0
    for one in done:
        event = promise.latest(one["id"], "stated")
        assert event
        if one["first_deadline"] and event["date"]:
            in_time += last_day(event["date"]) <= last_day(one["first_deadline"])
    return {
        "done_of_planned": (len(done), len(promised)),
        "done_of_due": (sum(one in done for one in due), len(due)),
        "in_time_of_done": (in_time, len(done)),
        "cancelled_of_planned": (states.count("cancelled"), len(promised)),
    }


def measure_sentences(promise: ShippedPromise) -> list[str]:
    """The measures in words; a per cent only where b is at least 20, none where b is 0."""
    found = []
    for name, (a, b) in measures(promise).items():
        counted = text(f"measure-{name}", a=swedish(a), b=swedish(b))
        if b >= 20:
            counted = text("measure-percent", measure=counted, percent=swedish(round(100 * a / b)))
        if b:
            found.append(plain(counted))
    return found


# Goals

STATES = {
    "lower_while_running": "on_track",
    "lower_at_end": "fulfilled",
    "higher": "not_fulfilled",
    "all_done": "fulfilled",
}
ROWS = {
    **dict.fromkeys(("only_municipality", "nothing_published", "plan_not_published"), "1"),
    **dict.fromkeys(("too_few", "none_reported", "no_verdict", "no_certain_difference"), "2"),
    **{"still_running": "2", "series_disagree": "3", "not_all_done": "3", "higher": "4"},
    **{"lower_while_running": "5", "lower_at_end": "6", "all_done": "6"},
}


@dataclass(frozen=True)
class Goal:
    """A goal of the promise with the rule that decides it and the comparison behind it."""

    id: str
    topic: str
    text: str
    rule: str
    reason: str
    behind: Judged | Surveyed | None

    @property
    def state(self) -> str:
        return STATES.get(self.rule, "not_assessable")


@cache
def goals(promise: ShippedPromise) -> list[Goal]:
    """The promise's goals in its own order."""
    decide = {"crimes": _crimes, "survey": _survey, "activities": _plan}
    return [
        Goal(one["id"], one["topic"], one["text"], *decide[one["topic"]](promise))
        for one in promise.file["goals"]
    ]


def _crimes(promise: ShippedPromise) -> tuple[str, str, Judged | None]:
    own, whole = (judged(promise, place) for place in (promise.area, promise.municipality))
    counted = {one["id"]: one["series"] for one in promise.rows("indicators")}
    deciding: list[Judged] = []
    for series in ("all", "all_but_police"):
        mine = [
            one
            for one in own or whole
            if counted[one.indicator] == series
            and one.window.kind in DURING
            and _ends(one.window) >= last_day(promise.file["start"]).replace(day=1)
            and one.window.now[:4] <= promise.years[-1]
        ]
        ends = [one for one in mine if one.window.kind == "end"]
        mine.sort(key=lambda one: _ends(one.window))
        deciding += ends[:1] or mine[-1:]
    first = deciding[0] if deciding else None
    if whole and not own:
        return "only_municipality", "", first
    if not deciding:
        return "nothing_published", "", None
    for one in deciding:
        if one.verdict == "no_verdict":
            return "no_verdict", one.reason, first
    if len({one.verdict for one in deciding}) > 1:
        return "series_disagree", "", first
    assert first
    return _rule(first.verdict, _ends(first.window), promise), "", first


def _survey(promise: ShippedPromise) -> tuple[str, str, Surveyed | None]:
    headline = promise.headline("safety_survey")["id"]
    own, whole = (
        [
            one
            for one in surveyed(promise, place)
            if one.indicator == headline and one.year in promise.years
        ]
        for place in (promise.area, promise.municipality)
    )
    if not own:
        return ("only_municipality", "", whole[-1]) if whole else ("nothing_published", "", None)
    last = own[-1]
    return _rule(last.verdict, last_day(last.year), promise), last.reason, last


def _plan(promise: ShippedPromise) -> tuple[str, str, None]:
    if promise.file["activity_plan"] != "published":
        return "plan_not_published", "", None
    if last_day(promise.file["as_of"]) <= last_day(promise.end):
        return "still_running", "", None
    states = {promise.states[one["id"]] for one in promise.activities("in_promise")}
    return ("all_done" if states == {"done"} else "not_all_done"), "", None


def _rule(verdict: str, until: date, promise: ShippedPromise) -> str:
    if verdict != "lower":
        return verdict
    return "lower_at_end" if until >= last_day(promise.end) else "lower_while_running"


def _ends(window: Window) -> date:
    """The last day of a window."""
    return last_day_of(window.now_end)
