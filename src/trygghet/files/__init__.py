"""Data to take away: which files there are, their columns and rows, and the formats."""

from trygghet.files.definition import Choice, Column, DataFile, Parameter
from trygghet.files.folder import folder_files
from trygghet.files.views import view_files

__all__ = ["FILES", "Choice", "Column", "DataFile", "Parameter", "whole_files"]

FILES: dict[str, DataFile] = {file.name: file for file in (*folder_files(), *view_files())}
"""Every file that can be had, by its name in the address."""


def whole_files() -> list[DataFile]:
    """The files that can be had whole: no choice has to be made."""
    return [file for file in FILES.values() if file.whole]
