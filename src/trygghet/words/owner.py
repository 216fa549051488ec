"""The guide for whoever owns the figures: what to do, in which order, with which commands."""

from dataclasses import dataclass

from trygghet.words.catalogue import text

KINDS = ("reports", "counts", "sol", "survey", "plan", "status")
"""What an extract can hold, as `trygghet import` calls it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do or to know, and the command that does it where there is one."""

    text: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Steps under a heading; `ordered` where one comes after the other."""

    title: str
    steps: tuple[Step, ...]
    ordered: bool = True


def guide(promise: str) -> tuple[Part, ...]:
    """The whole guide, for the promise with that id."""
    folder, by_whom = text("agare-word-folder"), _by_whom()
    take_in = (
        f"trygghet import reports {text('agare-word-extract')} --to {folder}"
        f" --source {text('agare-word-source')} --first 2019-01 --last 2021-06"
    )
    return (
        Part(
            text("agare-needed"),
            (
                Step(text("agare-needed-program"), ". .venv/bin/activate"),
                Step(
                    text("agare-needed-folder"),
                    f"export TRYGGHET_DATA={text('agare-word-folders')}",
                ),
                Step(text("agare-needed-extract")),
            ),
        ),
        Part(
            text("agare-import"),
            (
                Step(text("agare-import-preview"), take_in),
                Step(text("agare-import-mend")),
                Step(text("agare-import-write"), f"{take_in} --write"),
            ),
        ),
        Part(
            text("agare-build"),
            (
                Step(text("agare-build-try"), f"trygghet build {folder}"),
                Step(text("agare-build-read")),
            ),
        ),
        Part(
            text("agare-publish"),
            (
                Step(text("agare-publish-now"), f"trygghet publish {folder} {by_whom}"),
                Step(text("agare-publish-look")),
            ),
        ),
        Part(
            text("agare-rollback"),
            (
                Step(text("agare-rollback-one"), f"trygghet rollback {promise} {by_whom}"),
                Step(text("agare-rollback-to"), f"trygghet rollback {promise} --to 3 {by_whom}"),
                Step(text("agare-withdraw"), f"trygghet publish {folder} --withdraw 3 {by_whom}"),
            ),
            ordered=False,
        ),
        _list("agare-update", "agare-update-often", "agare-update-day", "agare-update-events"),
        _list(
            "agare-stays",
            "agare-stays-rows",
            "agare-stays-small",
            "agare-stays-sensitive",
            "agare-stays-folder",
        ),
        _list("agare-ask", "agare-ask-law", "agare-ask-format", "agare-ask-program"),
    )


def kinds() -> list[tuple[str, str]]:
    """What to write in the command for each kind of extract, and what that is."""
    return [(kind, text(f"agare-kind-{kind}")) for kind in KINDS]


def _by_whom() -> str:
    return f"--by {text('agare-word-name')} --why {text('agare-word-reason')}"


def _list(title: str, *steps: str) -> Part:
    return Part(text(title), tuple(Step(text(step)) for step in steps), ordered=False)
