"""The files made of what the pages show: each view that a reader can choose."""

from trygghet.files.compared import compared_files
from trygghet.files.definition import DataFile
from trygghet.files.history import history_files
from trygghet.files.observed import observed_files
from trygghet.files.plan import plan_files


def view_files() -> tuple[DataFile, ...]:
    """Every file of a view."""
    return (*observed_files(), *compared_files(), *plan_files(), *history_files())
