"""`trygghet rollback`: make an earlier release of a promise the current one again."""

import argparse

from trygghet import settings
from trygghet.check.problems import command_catalogue, printable
from trygghet.commands.promises import Refused, refusals, release_number, signature
from trygghet.release.places import publishing_place
from trygghet.release.publish import roll_back


def add(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the command takes."""
    parser.add_argument("promise", help="the promise's id")
    parser.add_argument("--to", help="the release's number; default: the one before the current")
    parser.add_argument("--why", help="why, as everybody can read it")
    parser.add_argument("--by", help="who goes back, as everybody can read it")


def run(given: argparse.Namespace) -> int:
    """Go back; 1 if that is not possible."""
    say = command_catalogue(given.lang)
    with refusals(given.lang) as failed:
        releases = publishing_place(settings.releases())
        signed = signature(given.by, given.why, given.lang)
        to = None if given.to is None else release_number(given.to, "--to", given.lang)
        # What is no id of a promise is never made part of a path.
        known = releases.promises()
        if given.promise not in known:
            promise, folder = printable(given.promise), printable(str(releases))
            listed = ", ".join(known) or "–"
            raise Refused(say("publish-never", promise=promise, folder=folder, promises=listed))
        switch = roll_back(given.promise, releases, to, signed)
        number, replaced = str(switch.number), str(switch.replaced)
        print(say("publish-restored", promise=given.promise, number=number, replaced=replaced))
    return 1 if failed else 0
