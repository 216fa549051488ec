"""The plan and the monthly list: nothing is invented, and what is unclear is asked by name."""

from pathlib import Path

import pytest
from extract_files import Done, run_import, table, write_csv, write_xlsx
from sound_folder import swap

PLAN = ["Nr", "Aktivitet", "Beskrivning", "Byar", "Fokusområde", "Ansvarig", "Start", "Slut"]
STATUS = ["Aktivitet", "Datum", "Läge", "Ny tidsgräns", "Genomförda tillfällen", "Kommentar"]


def take_plan(folder: Path, *rows: list[object], header: list[str] | None = None) -> Done:
    file = write_xlsx(folder.parent / "plan.xlsx", [["Plan 2020"], [], header or PLAN, *rows])
    return run_import("plan", file, folder, "lofte", "--write")


def take_status(folder: Path, *rows: list[object], more: tuple[str, ...] = ()) -> Done:
    file = write_csv(folder.parent / "lista.csv", [STATUS, *rows])
    return run_import("status", file, folder, "lofte", "--write", *more)


def test_an_activity_of_the_plan_is_taken_in_as_something_else(small: Path) -> None:
    done = take_plan(
        small,
        ["P03", "Nattvandring", "Vuxna går\ntillsammans", "Lillby\nStorby", "trafik",
         "Polisen\nByalaget", "mars 2020", "31/12 2020"],
        ["P04", "Möten", "Möten", "Lillby och Storby", "", "Polisen", "", 2020],
    )  # fmt: skip
    assert done.code == 0, done.err
    third, fourth = table(small, "activities")[2:]
    assert third == {
        "id": "P03", "title": "Nattvandring", "description": "Vuxna går tillsammans",
        "places": "lillby;storby", "focus_area": "trafik", "focus_area_basis": "published",
        "responsible": "Polisen; Byalaget", "relation": "in_promise", "context_kind": "",
        "planned_start": "2020-03", "first_deadline": "2020-12-31", "deadline_note": "",
        "occasions_planned": "", "basis": "plan", "note": "", "source": "lofte",
    }  # fmt: skip
    assert (fourth["places"], fourth["focus_area_basis"]) == ("lillby;storby", "")
    assert "rad 1 (”Plan 2020”)" in done.out


def test_ids_are_invented(small: Path) -> None:
    row: list[object] = ["Möten", "Möten", "Lillby", "", "Polisen", "", ""]
    done = take_plan(small, row, header=PLAN[1:])
    assert done.code == 1 and len(done.err.splitlines()) == 2
    assert "Skriv till exempel P01 på rad 4 och dra nedåt." in done.err
    assert "Möten" in done.out  # what was understood is shown all the same


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (0, "", "cellen är tom"),
        (0, "P 03", "”P 03” kan inte vara ett id"),
        (1, "", "cellen är tom"),
        (3, "Lillby, Storbyn", "platsen ”Storbyn” är inte känd. Liknande namn: storby"),
        (4, "Trafiken", "fokusområdet ”Trafiken” finns inte i promise.toml"),
        (6, "våren 2020", "”våren 2020” går inte att läsa som ett säkert datum"),
        (6, "3/15/2020", "”3/15/2020” går inte att läsa som ett säkert datum"),
        (7, "2019-01-01", "”2019-01-01” ligger före starten 2020-03"),
    ],
)
def test_an_unclear_cell_of_the_plan_is_guessed(
    small: Path, place: int, value: str, said: str
) -> None:
    row: list[object] = ["P03", "Möten", "Möten", "Lillby", "", "Polisen", "2020-03", ""]
    row[place] = value
    done = take_plan(small, row)
    assert done.code == 1 and said in done.err and "plan.xlsx, rad 4" in done.err
    assert len(table(small, "activities")) == 2


def test_an_update_is_tied_to_another_activity(small: Path) -> None:
    done = take_status(
        small,
        ["Hastighetskontroller", "15 mars 2021", "PÅGÅR", "", 3, "Tre är gjorda"],
        ["P02", "2021-03", "genomförd", "", "", ""],
        ["Ny belysning", "2021-04", "", "", "", ""],
        ["p01", "2021-05-03", "uppskjuten", "30/9 2021", "", ""],
    )
    assert done.code == 0, done.err
    assert "En rad säger inget om läget" in done.out
    columns = ("activity", "date", "track", "status", "new_deadline", "occasions_done", "event")
    assert [tuple(row[name] for name in columns)
            for row in table(small, "activity_events")[3:]] == [
        ("P01", "2021-03-15", "stated", "ongoing", "", "3", "Tre är gjorda"),
        ("P02", "2021-03", "stated", "done", "", "", "Läget anges som ”genomförd”."),
        ("P01", "2021-05-03", "stated", "postponed", "2021-09-30", "",
         "Läget anges som ”uppskjuten”. Ny tidsgräns: 2021-09-30."),
    ]  # fmt: skip


def test_a_list_without_dates_gets_todays(small: Path) -> None:
    row: list[object] = ["P01", "", "pågår", "", "", "Går bra"]
    assert "datumet saknas" in take_status(small, row).err
    assert take_status(small, row, more=("--first", "2021-03")).code == 0
    assert table(small, "activity_events")[-1]["date"] == "2021-03"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Belysning", "2021", "pågår", "", "", ""], "aktiviteten ”Belysning” finns inte"),
        (["", "2021", "pågår", "", "", ""], "cellen är tom"),
        (["P01", "2021", "klart", "", "", ""], "läget ”klart” är inte känt"),
        (["P01", "i våras", "pågår", "", "", ""], "”i våras” går inte att läsa"),
        (["P01", "2021", "pågår", "2022", "", ""], "status är inte postponed"),
        (["P02", "2021", "pågår", "", 2, ""], "utan occasions_planned"),
        (["P01", "2022-03", "pågår", "", "", ""], "ligger efter dagen"),
    ],
)
def test_an_unclear_update_is_guessed(small: Path, row: list[object], said: str) -> None:
    done = take_status(small, row)
    assert done.code == 1 and said in done.err and "lista.csv, rad 2" in done.err
    assert len(table(small, "activity_events")) == 3


def test_id_and_title_of_two_activities_are_taken_for_one(small: Path) -> None:
    header = ["Id", "Aktivitet", "Datum", "Läge", "Underlag"]
    rows = [
        ["P01", "Ny belysning", "2021", "pågår", ""],
        ["P01", "Kontrollerna", "2021", "pågår", "bild"],
    ]
    file = write_csv(small.parent / "a.csv", [header, *rows])
    done = run_import("status", file, small, "lofte")
    assert done.code == 1 and len(done.err.splitlines()) == 3
    assert "hör till en annan aktivitet än id:t P01" in done.err
    assert "”bild” är inget spår" in done.err


def test_a_title_that_two_activities_share_is_given_to_one(small: Path) -> None:
    swap("activities.csv", "Ny belysning", "Hastighetskontroller")(small)
    done = take_status(small, ["Hastighetskontroller", "2021", "pågår", "", "", ""])
    assert done.code == 1 and "aktiviteten ”Hastighetskontroller” finns inte" in done.err
